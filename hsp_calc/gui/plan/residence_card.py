"""``ResidenceCard``: the present stay, which the routes to permanent residence ask for."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from hsp_calc.casefile import Residence
from hsp_calc.gui.theme import GRID
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.field_view import write_years
from hsp_calc.gui.widgets.inputs import DropDown, TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.parsing import read_day, read_years
from hsp_calc.plan.guideline import Guideline
from hsp_calc.text import N_, Words

_DAYS = ("arrived", "since")
_CAPTIONS = {
    "arrived": N_("Lives in Japan since"),
    "status": N_("Status of residence"),
    "since": N_("Has this status since"),
    "period_years": N_("Period of stay (years)"),
}
_BESIDE = 6
"""How far beneath the top of an input its words begin, in pixels."""


class ResidenceCard(QFrame):
    """Since when the person lives in Japan, the status, since when, and for how long it was granted.

    Attributes:
        entered: emitted with the field of the stay and its value.
    """

    entered = Signal(str, object)

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
        self._status = _StatusEdit()
        self._note = Label("muted", wrap=True)
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
        self._status.editTextChanged.connect(lambda text: self.entered.emit("status", text.strip()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._title)
        layout.addLayout(form)
        self.setFocusProxy(self._edits["arrived"])

    def retranslate(self, _: Words) -> None:
        """Say it in another language."""
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
        self._note.setText(_("This status is not known to the program; conditions that ask for it stay unknown."))
        self._status.offer([_.wording(status) for status in self._guideline.statuses])

    def show_residence(self, residence: Residence, *, anew: bool) -> None:
        """Show the present stay.

        Args:
            residence: the stay.
            anew: whether to drop what was typed and not understood.
        """
        self._edits["arrived"].show_value(residence.arrived, anew=anew)
        self._edits["since"].show_value(residence.since, anew=anew)
        self._edits["period_years"].show_value(residence.period_years, anew=anew)
        self._status.show_text(residence.status)
        self._note.setVisible(bool(residence.status) and self._guideline.status(residence.status) is None)


class _StatusEdit(DropDown):
    """A status of residence, chosen or typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("residence.status")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, names: list[str]) -> None:
        """Offer the names of a language; what is written stays."""
        text = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(names)
        self.setEditText(text)
        self.blockSignals(False)

    def show_text(self, text: str) -> None:
        """Show a status; what was typed for the same stays as it was typed."""
        if self.currentText().strip() != text:
            self.blockSignals(True)
            self.setEditText(text)
            self.blockSignals(False)


def _writer(_: Words) -> Callable[[object], str]:
    return lambda years: write_years(years, _)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return holder
