"""``Presentation``: the total for all to see, and a few facts to change by keys; nothing personal but these.

It plays on a copy of the case. What was tried is kept as a scenario, or not at all, when it is left.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.app.presentation_controls import Lever, levers
from hsp_calc.facts import Category
from hsp_calc.gui.widgets.gauge import Gauge
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator, disclaimer, long_name, recognition, verdict

_NO_TOTAL = "–"


class Presentation(QWidget):
    """Full screen, in large type.

    Up and Down, or the keys 1 to 9, choose a fact; Left and Right change it; Page Up and Page Down turn to another
    category; Escape leaves.

    Attributes:
        left: emitted with the open category when it is left.
    """

    left = Signal(object)

    def __init__(self, editor: CaseSession, category: Category, theme: Theme, words: Callable[[], Translator]) -> None:
        """Make one.

        Args:
            editor: a copy of the case, to be played with.
            category: the category that is open.
            theme: the colours.
            words: tells the words of the moment.
        """
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presentation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("HSP Calc")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._editor = editor
        self._category = category
        self._words = words
        self._chosen = 0
        self._levers: list[Lever] = []
        self._rows: list[tuple[Label, Label, Label]] = []
        self._title = _sized(Label("section", wrap=True), 1.7)
        self._total = _sized(Label(), 12, bold=True)
        self._total.setObjectName("presentation.total")
        self._total.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._verdict = _sized(Label(wrap=True), 1.7)
        self._gauge = _sized(Gauge(), 1.7)
        self._gauge.set_theme(theme)
        self._keys = _sized(Label("muted", wrap=True), 1.1)
        self._notice = _sized(Label("muted", wrap=True), 1.1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(2 * GRID)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._build()
        editor.listen(self._show)
        self._turn(0)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6 * GRID)
        left.addStretch(1)
        for part in (self._total, self._gauge, self._verdict):
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addLayout(self._grid)
        right.addStretch(1)
        right.addWidget(self._keys)
        columns = QHBoxLayout()
        columns.setSpacing(16 * GRID)
        columns.addLayout(left, 4)
        columns.addLayout(right, 5)
        page = QVBoxLayout(self)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        page.setContentsMargins(12 * GRID, 8 * GRID, 12 * GRID, 6 * GRID)
        page.addWidget(self._title)
        page.addLayout(columns, 1)
        page.addWidget(self._notice)

    def _turn(self, step: int) -> None:
        """Turn to another category."""
        categories = list(Category)
        self._category = categories[(categories.index(self._category) + step) % len(categories)]
        table = self._editor.table
        self._levers = [] if table is None else levers(table.categories[self._category], self._category)
        self._chosen = 0
        for row in self._rows:
            for label in row:
                self._grid.removeWidget(label)
                label.deleteLater()
        self._rows = []
        for index in range(len(self._levers)):
            row = (Label(), Label(wrap=True), Label(wrap=True))
            row[0].setText(str(index + 1))
            row[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, label in enumerate(row):
                _sized(label, 1.6)
                label.clicked.connect(lambda index=index: self._choose(index))
                self._grid.addWidget(label, index, column)
            self._rows.append(row)
        self._show()

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._levers):
            self._chosen = index
            self._show()

    def _show(self) -> None:
        _, table = self._words(), self._editor.table
        sheet = self._editor.sheets().get(self._category)
        self._title.setText(long_name(self._category, _))
        self._total.setText(_NO_TOTAL if sheet is None else str(sheet.total))
        self._total.set_role("good" if sheet is not None and sheet.eligible else "")
        self._gauge.setVisible(sheet is not None)
        if sheet is not None and table is not None:
            self._gauge.show_total(sheet.total, sheet.at_most, sheet.marks)
            said = [recognition(sheet, _).capitalize(), *verdict(sheet, table.categories[self._category], _)[:2]]
            self._verdict.setText("\n".join(said))
            self._notice.setText(disclaimer(table, _))
        self._keys.setText(_("↑ ↓ or 1–9: choose · ← →: change · Page Up, Page Down: another category · Esc: leave"))
        facts = self._editor.facts
        for index, (lever, (number, name, value)) in enumerate(zip(self._levers, self._rows, strict=True)):
            chosen = index == self._chosen
            name.setText(lever.label(_))
            shown = lever.shown(facts, _)
            value.setText(f"◀ {shown} ▶" if chosen else shown)
            for label in (number, name, value):
                label.set_role("lever_lit" if chosen else "lever")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, change, turn or leave."""
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_F5}:
            self.close()
        elif key in moves and self._levers:
            self._levers[self._chosen].move(self._editor, moves[key])
        elif key in steps:
            self._choose(self._chosen + steps[key])
        elif key in turns:
            self._turn(turns[key])
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything as it was."""
        self._editor.forget(self._show)
        self.left.emit(self._category)
        super().closeEvent(event)


_W = TypeVar("_W", bound=QWidget)


def _sized(widget: _W, factor: float, *, bold: bool = False) -> _W:
    """A widget in larger type."""
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    widget.setFont(font)
    return widget
