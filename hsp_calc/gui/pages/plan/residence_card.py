"""``ResidenceCard``: the present stay, which the routes to permanent residence ask for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QToolButton, QVBoxLayout, QWidget

from hsp_calc.casefile import Residence
from hsp_calc.gui.pages.plan.status_choice import StatusChoice
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.field_view import write_years
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import read_day, read_years
from hsp_calc.plan.guideline import Guideline
from hsp_calc.text import N_, Translator
from hsp_calc.text.conditions import earlier_text

_DAYS = ("arrived", "since", "expires")
_CAPTIONS = {
    "arrived": N_("Lives in Japan since"),
    "status": N_("Status of residence"),
    "since": N_("Status held since"),
    "period_years": N_("Period of stay (years)"),
    "expires": N_("Period of stay ends (residence card)"),
}
_BESIDE = 6
"""How far beneath the top of an input its words begin, in pixels."""


class ResidenceCard(QFrame):
    """Since when the person lives in Japan, the status, since when, for how long it was granted, and what was before.

    Attributes:
        entered: emitted with the field of the stay and its value.
        earlier_asked: emitted when the statuses before the present one are to be shown.
    """

    entered = Signal(str, object)
    earlier_asked = Signal()

    def __init__(self, guideline: Guideline) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("residence")
        self._guideline = guideline
        self._title = Label("section", wrap=True)
        self._captions = {name: Label() for name in _CAPTIONS}
        self._edits = {name: TypedEdit(f"residence.{name}", read_day, str) for name in _DAYS}
        self._edits["period_years"] = TypedEdit("residence.period_years", read_years, str)
        self._complaints = {name: Complaint(edit) for name, edit in self._edits.items()}
        self._status = StatusChoice("residence.status", guideline)
        self._note = Label("warn", wrap=True)
        self._note.setObjectName("residence.status.note")
        self._before = Label("muted", wrap=True)
        self._before.setObjectName("residence.earlier")
        self._earlier = QToolButton()
        self._earlier.setObjectName("residence.earlier.edit")
        self._earlier.setProperty("role", "tool")
        self._earlier.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._earlier.clicked.connect(self.earlier_asked)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(3 * GRID)
        form.setVerticalSpacing(2 * GRID)
        for name, caption in self._captions.items():
            edit = self._edits.get(name)
            caption.setContentsMargins(0, _BESIDE, 0, 0)
            caption.setBuddy(edit or self._status)
            if edit is None:
                form.addRow(caption, _column(self._status, self._note))
                continue
            edit.setMinimumWidth(100)
            edit.entered.connect(lambda value, name=name: self.entered.emit(name, value))
            form.addRow(caption, _column(edit, self._complaints[name]))
        self._note.hide()
        self._status.entered.connect(lambda status: self.entered.emit("status", status))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addWidget(self._before)
        layout.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._edits["arrived"])

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._title.setText(_("Residence"))
        for name, words in _CAPTIONS.items():
            self._captions[name].setText(_(words))
            (self._edits.get(name) or self._status).setAccessibleName(_(words))
        for name in _DAYS:
            self._edits[name].setPlaceholderText(_("e.g. {example}", example="2021-04-01"))
        period = self._edits["period_years"]
        period.setPlaceholderText(_("e.g. {example}", example="5"))
        period.set_writer(_writer(_))
        for complaint in self._complaints.values():
            complaint.retranslate(_)
        self._earlier.setText(_("Earlier statuses…"))
        self._status.retranslate(_)

    def show_residence(self, residence: Residence, _: Translator, *, anew: bool) -> None:
        """Show the present stay.

        Args:
            residence: the stay.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        for name, edit in self._edits.items():
            edit.show_value(getattr(residence, name), anew=anew)
        self._status.show_status(residence.status)
        self._note.setText(
            _("“{status}” is not in the list of statuses. Choose the right one.", status=residence.status)
        )
        self._note.setVisible(self._status.unknown)
        self._before.setText(earlier_text(residence, self._guideline, _))
        self._before.setVisible(bool(residence.earlier))


def _writer(_: Translator) -> Callable[[object], str]:
    return lambda years: write_years(years, _)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return holder
