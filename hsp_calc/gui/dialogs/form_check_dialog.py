"""``FormCheckDialog``: what a form takes for granted and lacks, told before it is written, with the way to mend it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hsp_calc.gui.shell.window_fitting import first_size
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import FittedPage
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.output.form_check import FormCheck
from hsp_calc.text import Translator

_SIZE = QSize(640, 480)


class Mend(StrEnum):
    """What mends a point: the date of an answer, or what is looked up for it."""

    DATE = "date"
    LOOK_UP = "look_up"


class FormCheckDialog(QDialog):
    """Names each answer without a date and each gap; leads to one of them, or goes on."""

    def __init__(
        self,
        checks: Sequence[FormCheck],
        go_on: Callable[[], object],
        lead_to: Callable[[Mend, str], None],
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Make the dialog.

        Args:
            checks: of each form that is to be written.
            go_on: writes them.
            lead_to: opens what mends a point of a fact.
            parent: the window.
            _: the words.
        """
        super().__init__(parent)
        self.setObjectName("form_check")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Before the form is written"))
        self._lead_to = lead_to
        self._words = _
        inner = FittedPage()
        inner.setObjectName("page")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(2 * GRID)
        for check in checks:
            self._add_assumed(check)
        for fact, sentence in dict.fromkeys((gap.fact, gap.describe(_)) for check in checks for gap in check.gaps):
            self._add_point(Mend.LOOK_UP, fact, sentence)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(area, 1)
        layout.addWidget(self._buttons(go_on))
        self.resize(first_size(self, _SIZE))

    def _add_assumed(self, check: FormCheck) -> None:
        if not check.assumed:
            return
        _, lead = self._words, Label("section", wrap=True)
        lead.setText(
            _(
                "The points of {day} assume that these answers, which have no date, are true on that day:",
                day=_.day(check.on),
            )
        )
        self._column.addWidget(lead)
        for fact, answer in zip(check.assumed, check.assumed_answers(_), strict=True):
            self._add_point(Mend.DATE, fact, answer, check.on.isoformat())

    def _add_point(self, mend: Mend, fact: str, said: str, day: str = "") -> None:
        _, text, button = self._words, Label(wrap=True), QToolButton()
        text.setText(said)
        button.setText(_("Since when…") if mend is Mend.DATE else _("Look up…"))
        button.setAccessibleName(f"{button.text()} {said}")
        button.setObjectName(".".join(filter(None, ("form_check", mend.value, fact, day))))
        button.setProperty("role", "tool")
        button.clicked.connect(partial(self._lead, mend, fact))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(text, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _lead(self, mend: Mend, fact: str, _checked: bool = False) -> None:  # of the signal
        self.reject()
        self._lead_to(mend, fact)

    def _buttons(self, go_on: Callable[[], object]) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        write = QPushButton(self._words("&Continue anyway"))
        write.setObjectName("go_on")
        box.addButton(write, QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.accepted.connect(go_on)
        return box
