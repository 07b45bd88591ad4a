"""``SectionCard``: an item of the form, with its inputs and rows."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hsp_calc.app.colors import Theme
from hsp_calc.app.sheet_layout import Arrangement, Box
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.gui.widgets.boxes import NONE_OF_THESE, LabelledBox
from hsp_calc.gui.widgets.field_view import FieldView
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.page_context import PageContext
from hsp_calc.gui.widgets.row_view import RowView
from hsp_calc.gui.widgets.salary_grid import SalaryGrid
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import Block, CategoryRules, Section, Wording
from hsp_calc.text import Translator


class SectionCard(QFrame):
    """An item of the form as a card: title, points it gives now, and its blocks.

    Attributes:
        fields: the inputs above the rows, by fact.
    """

    def __init__(
        self,
        section: Section,
        rules: CategoryRules,
        category: Category,
        arrangement: Arrangement,
        *,
        hands: PageContext,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._section = section
        self._rules = rules
        self._index = rules.sections.index(section)
        self._category = category
        self._arrangement = arrangement
        self._hands = hands
        self.fields: dict[str, FieldView] = {}
        self._rows: dict[str, RowView] = {}
        self._grids: list[SalaryGrid] = []
        self._headings: list[tuple[Label, Wording]] = []
        self._closings: list[LabelledBox] = []
        self._title = Label("section")
        self._points = Label("points")
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self._points, 0, Qt.AlignmentFlag.AlignRight)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self._layout.setSpacing(GRID)
        self._layout.addLayout(header)
        for index, block in enumerate(section.blocks):
            self._add_block(index, block)

    def _add_block(self, index: int, block: Block) -> None:
        if block.heading is not None:
            heading = Label("muted", wrap=True)
            self._headings.append((heading, block.heading))
            self._layout.addWidget(heading)
        for fact in self._arrangement.fields.get((self._index, index), ()):
            field = FieldView(fact, self._category, mark=self._hands.marks.make(fact), beside=self._hands.beside(fact))
            field.entered.connect(partial(self._hands.enter, fact))
            field.help_asked.connect(partial(self._hands.explain_fact, fact))
            self.fields[fact] = field
            self._layout.addWidget(field)
            self._add_line(fact)
        if block.columns:
            grid = SalaryGrid(block)
            self._grids.append(grid)
            self._layout.addWidget(grid)
        else:
            for criterion in block.criteria:
                row = RowView(
                    criterion,
                    self._rules,
                    self._arrangement.boxes.get(criterion.id, ()),
                    self._arrangement.follow_ups.get(criterion.id, ()),
                    self._hands,
                )
                self._rows[criterion.id] = row
                self._layout.addWidget(row)
        if closing := self._arrangement.closings.get((self._index, index)):
            none = LabelledBox(self._hands.group.make(Box(closing, NONE_OF_THESE)), lambda _: _("None of these"))
            self._closings.append(none)
            self._layout.addWidget(none)
            self._add_line(closing)

    def _add_line(self, fact: str) -> None:
        """What was looked up for a fact, where it is looked up."""
        if (line := self._hands.lines.make(fact)) is not None:
            self._layout.addWidget(line)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        for field in self.fields.values():
            field.set_theme(theme)
        for row in self._rows.values():
            row.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        marks = dict.fromkeys(mark for block in self._section.blocks for row in block.criteria for mark in row.evidence)
        own = f" {next(iter(marks))}" if len(marks) == 1 else ""
        self._title.setText(f"{_.wording(self._section)}{own}")
        for label, wording in self._headings:
            label.setText(_.wording(wording))
        parts: list[FieldView | RowView | SalaryGrid | LabelledBox] = [*self.fields.values(), *self._rows.values()]
        for part in (*parts, *self._grids, *self._closings):
            part.retranslate(_)

    def show_sheet(self, sheet: ScoreSheet, facts: Facts, _: Translator) -> None:
        """Show what became of the rows."""
        points = sum(line.points for line in sheet.lines if line.section == self._section.id)
        self._points.setText(_.points(points))
        self._points.set_role("points_counted" if points else "points")
        age = facts.age_on(sheet.on)
        for grid in self._grids:
            grid.show_sheet(sheet, age)
        for line in sheet.lines:
            if row := self._rows.get(line.criterion):
                row.show_line(line, _)

    def show_nothing(self) -> None:
        """Show the rows without what became of them: there is no score."""
        self._points.setText("")
        self._points.set_role("points")
        for grid in self._grids:
            grid.show_nothing()
        for row in self._rows.values():
            row.show_nothing()
