"""``SalaryGrid``: rows that the form prints as a grid, with the person's own cell lit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hsp_calc.engine import ScoreSheet
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import Block
from hsp_calc.rules.conditions import holds
from hsp_calc.text import Translator

_NO_POINTS = "–"


class SalaryGrid(QWidget):
    """The rows of a block against its columns; each cell shows its points."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        self._block = block
        self._columns = [Label("muted") for _ in block.columns]
        self._rows = [Label() for _ in block.criteria]
        self._cells: dict[tuple[int, int], Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(0, 1)
        for c, heading in enumerate(self._columns):
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            heading.setMinimumWidth(64)
            grid.addWidget(heading, 0, c + 1)
        for r, (criterion, heading) in enumerate(zip(block.criteria, self._rows, strict=True)):
            heading.setWordWrap(True)
            grid.addWidget(heading, r + 1, 0)
            for c, column in enumerate(block.columns):
                open_to = not any(
                    fact in criterion.when and criterion.when[fact].contradicts(test)
                    for fact, test in column.when.items()
                )
                cell = Label("cell")
                cell.setText(str(criterion.points) if open_to else _NO_POINTS)
                cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(cell, r + 1, c + 1)
                self._cells[r, c] = cell

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for label, column in zip(self._columns, self._block.columns, strict=True):
            label.setText(_.wording(column))
        for label, criterion in zip(self._rows, self._block.criteria, strict=True):
            label.setText(_.wording(criterion))

    def show_sheet(self, sheet: ScoreSheet, age: int | None) -> None:
        """Light the cell that counts; with the age unknown, the whole row of it."""
        counted = {line.criterion for line in sheet.counted}
        for r, criterion in enumerate(self._block.criteria):
            for c, column in enumerate(self._block.columns):
                lit = criterion.id in counted and holds(column.when, {"age": age}) is not False
                self._cells[r, c].set_role("cell_lit" if lit else "cell")

    def show_nothing(self) -> None:
        """Light no cell."""
        for cell in self._cells.values():
            cell.set_role("cell")
