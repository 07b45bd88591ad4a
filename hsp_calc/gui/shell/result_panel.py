"""``ResultPanel``: the totals, the gauge and the verdict, always in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.gui.widgets.gauge import Gauge
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.section_bars import SectionBars
from hsp_calc.gui.widgets.stable_height import StableHeightColumn
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, long_name, recognition, short_name, verdict

_LARGE, _SMALL = 2.6, 1.5
_NO_TOTAL = "–"
_FAILED, _REACHED, _NOTHING = "✕", "✓", "–"


class ResultPanel(QFrame):
    """What the case comes to: all three totals, the open category's at large, with gauge and verdict.

    Attributes:
        category_asked: emitted with the category whose total is clicked.
        guide_asked: emitted when the verdict on the underlying status is clicked.
    """

    category_asked = Signal(object)
    guide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._names: dict[Category, Label] = {}
        self._totals: dict[Category, Label] = {}
        self._states: dict[Category, Label] = {}
        tiles = QHBoxLayout()
        tiles.setSpacing(2 * GRID)
        for category in Category:
            tiles.addWidget(self._tile(category), 1)
        self._title = Label("section", wrap=True)
        self._gauge = Gauge()
        self._bars = SectionBars()
        self._compact = False
        self._verdict = [Label(wrap=True) for _ in range(6)]
        self._said = StableHeightColumn(GRID)
        self._standing = QPushButton()
        self._standing.setObjectName("standing")
        self._standing.setProperty("role", "standing")
        self._standing.setCursor(Qt.CursorShape.PointingHandCursor)
        self._standing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._standing.clicked.connect(lambda _checked: self.guide_asked.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(tiles)
        layout.addSpacing(GRID)
        layout.addWidget(self._title)
        layout.addWidget(self._gauge)
        layout.addSpacing(GRID)
        layout.addWidget(self._bars)
        layout.addSpacing(GRID)
        for label in self._verdict:
            self._said.add(label)
        layout.addWidget(self._said)
        layout.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignLeft)

    def show_standing(self, words: str, role: str) -> None:
        """Show the verdict on the underlying status: 70 points are not enough alone.

        Args:
            words: the verdict.
            role: ``good``, ``warn``, ``bad``, or ``muted`` where there is none yet.
        """
        self._standing.setText(f"{words} ›")
        self._standing.setAccessibleName(words)
        if self._standing.property("verdict") != role:
            self._standing.setProperty("verdict", role)
            self._standing.style().unpolish(self._standing)
            self._standing.style().polish(self._standing)

    def _tile(self, category: Category) -> QWidget:
        tile = QWidget()
        name, total, state = Label("muted"), Label(), Label("muted")
        total.setObjectName(f"total.{category.value}")
        total.setText(_NO_TOTAL)
        for label in (name, total, state):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setCursor(Qt.CursorShape.PointingHandCursor)
            label.clicked.connect(lambda: self.category_asked.emit(category))
        self._names[category], self._totals[category], self._states[category] = name, total, state
        column = QVBoxLayout(tile)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(total, 1)
        column.addWidget(state)
        return tile

    def set_compact(self, *, compact: bool) -> None:
        """Leave the panels more room, at the cost of the sections' bars."""
        if compact != self._compact:
            self._compact = compact
            self._bars.setVisible(not compact and self._gauge.isVisibleTo(self))

    def settle(self) -> None:
        """Give back what room the verdict no longer needs: an entry is finished, or another case is shown."""
        self._said.settle()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._gauge.set_theme(theme)
        self._bars.set_theme(theme)

    def show_sheets(
        self,
        sheets: dict[Category, ScoreSheet],
        current: Category,
        table: RuleTable | None,
        message: str,
        _: Translator,
    ) -> None:
        """Show the scores.

        Args:
            sheets: the scores of all categories; empty where there are none.
            current: the open category.
            table: the table that they were made with.
            message: what to say where there are no scores.
            _: the words.
        """
        for category in Category:
            sheet = sheets.get(category)
            total = self._totals[category]
            self._names[category].setText(short_name(category, _))
            total.setText(_NO_TOTAL if sheet is None else str(sheet.total))
            total.setAccessibleName(
                short_name(category, _) + (f": {_.points(sheet.total)}" if sheet is not None else "")
            )
            total.set_role("good" if sheet is not None and sheet.eligible else "")
            total.setFont(self._figure(large=category is current))  # last: another role brings back the ordinary font
            state = self._states[category]
            if not state.minimumHeight():
                state.setMinimumHeight(_height_for_signs(state))
            state.setText(_sign(sheet))
            state.setToolTip("" if sheet is None else plain(recognition(sheet, _)))
        self._title.setText(long_name(current, _))
        sheet = sheets.get(current)
        self._gauge.setVisible(sheet is not None)
        self._bars.setVisible(sheet is not None and not self._compact)
        if sheet is None or table is None:
            self._say([(message, "bad")], None, _.language)
            return
        self._gauge.show_total(sheet.total, sheet.at_most, sheet.marks)
        self._gauge.setAccessibleName(recognition(sheet, _))
        self._bars.show_points(_points(sheet, table, _))
        sentences = verdict(sheet, table.categories[current], _)
        failed = any(gate.passed is False for gate in sheet.gates)
        role = "good" if sheet.eligible else "bad" if failed else ""
        said = [(recognition(sheet, _).capitalize(), role), *((sentence, "") for sentence in sentences)]
        self._say(said, current, _.language)

    def _say(self, sentences: list[tuple[str, str]], score_of: Category | None, language: str) -> None:
        for index, label in enumerate(self._verdict):
            text, role = sentences[index] if index < len(sentences) else ("", "")
            label.setText(text)
            label.set_role(role)
            label.setVisible(bool(text))
        self._said.hold((score_of, language))

    def _figure(self, *, large: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * (_LARGE if large else _SMALL))
        font.setBold(large)
        return font


def _points(sheet: ScoreSheet, table: RuleTable, _: Translator) -> tuple[tuple[str, int], ...]:
    """Each section of a sheet by its name, with the points it gives."""
    points: dict[str, int] = {section.id: 0 for section in table.categories[sheet.category].sections}
    for line in sheet.lines:
        points[line.section] += line.points
    return tuple((_.wording(section), points[section.id]) for section in table.categories[sheet.category].sections)


def _height_for_signs(label: Label) -> int:
    """What the highest of the signs needs: a cross is higher than a dash, and nothing should move for it."""
    heights = []
    for sign in (_FAILED, _NOTHING, f"0 {_REACHED}"):
        label.setText(sign)
        heights.append(label.sizeHint().height())
    return max(heights)


def _sign(sheet: ScoreSheet | None) -> str:
    """The marks that are reached, as signs beside the number: colour never speaks alone."""
    if sheet is None:
        return ""
    if any(gate.passed is False for gate in sheet.gates):
        return _FAILED
    return " ".join(f"{mark} {_REACHED}" for mark in sheet.marks if sheet.meets(mark)) or _NOTHING
