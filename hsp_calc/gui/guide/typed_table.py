"""``TypedTable``: rows of cells typed by keys, each row with what is wrong with it in words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.control_characters import visible
from hsp_calc.gui.widgets.plain_text import plain

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class TypedRows(QAbstractTableModel):
    """The rows, with an empty one beneath them to go on in, and a last column for problems.

    Attributes:
        typed: emitted with all rows when a cell was typed into.
    """

    typed = Signal(object)

    def __init__(self, width: int) -> None:
        """Have no rows.

        Args:
            width: how many cells a row has.
        """
        super().__init__()
        self._width = width
        self._rows: Rows = ()
        self._problems: Mapping[int, str] = {}
        self._titles: Sequence[str] = ("",) * (width + 1)
        self._theme = LIGHT

    @property
    def rows(self) -> Rows:
        """What is typed."""
        return self._rows

    def show_rows(self, rows: Rows, problems: Mapping[int, str]) -> None:
        """Show rows; what is chosen stays chosen.

        Args:
            rows: the cells.
            problems: what is wrong, by the row counted from 1.
        """
        before, after = len(self._rows), len(rows)
        if after > before:
            self.beginInsertRows(_TOP, before + 1, after)  # the empty row is the first of them
            self._rows = rows
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_TOP, after + 1, before)
            self._rows = rows
            self.endRemoveRows()
        self._rows, self._problems = rows, problems
        self.dataChanged.emit(self.index(0, 0), self.index(after, self._width))

    def set_titles(self, titles: Sequence[str]) -> None:
        """Call the columns otherwise."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._width)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme

    def rowCount(self, parent: Index = _TOP) -> int:
        """The rows and the empty one."""
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = _TOP) -> int:
        """The cells and the problems."""
        return 0 if parent.isValid() else self._width + 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """A cell as typed; or what is wrong with the row."""
        row, column = index.row(), index.column()
        problem = self._problems.get(row + 1, "")
        if role == _Role.ForegroundRole and problem and column == self._width:
            return QColor(self._theme.bad)
        if role == _Role.ToolTipRole:
            return plain(problem) or None
        if role not in {_Role.DisplayRole, _Role.EditRole}:
            return None
        if column == self._width:
            return f"× {visible(problem)}" if problem else ""
        typed = self._rows[row][column] if row < len(self._rows) else ""
        return visible(typed) if role == _Role.DisplayRole else typed

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Take what was typed into a cell."""
        row, column = index.row(), index.column()
        if role != _Role.EditRole or column >= self._width or self.data(index, _Role.EditRole) == value:
            return False
        rows = [list(cells) for cells in self._rows]
        if row == len(rows):
            rows.append([""] * self._width)
        rows[row][column] = str(value)
        self.typed.emit(_without_empty_end(rows))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything but the problems can be typed into."""
        flags = super().flags(index)
        return flags if index.column() == self._width else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The titles of the columns, and the numbers of the rows."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return str(section + 1) if section < len(self._rows) else "＋"


class TypedTable(QTableView):
    """The rows on the screen: any key begins to type, Tab goes on, Delete takes the chosen rows away."""

    def __init__(self, name: str, widths: Sequence[int], change: Callable[[Rows], object]) -> None:
        """Make a table without rows.

        Args:
            name: its object name.
            widths: of the cells, in pixels.
            change: takes the rows when one was typed into or taken away.
        """
        super().__init__()
        self.setObjectName(name)
        self.typed_rows = TypedRows(len(widths))
        self._change = change
        self.typed_rows.typed.connect(change)
        self.setModel(self.typed_rows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        header.setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)
        numbers = self.verticalHeader()
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        numbers.setMinimumSectionSize(numbers.defaultSectionSize())  # a row with a problem is no lower than the others

    def show_rows(self, rows: Rows, problems: Mapping[int, str]) -> None:
        """Show rows with their problems."""
        self.typed_rows.show_rows(rows, problems)
        for row in problems:
            self.resizeRowToContents(row - 1)

    def remove_chosen(self) -> None:
        """Take the rows away in which a cell is chosen."""
        chosen = {index.row() for index in self.selectedIndexes()}
        rows = tuple(cells for number, cells in enumerate(self.typed_rows.rows) if number not in chosen)
        if rows != self.typed_rows.rows:
            self._change(rows)
            left = self.typed_rows.index(min(*chosen, len(rows)), 0)
            self.selectionModel().setCurrentIndex(left, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def begin_row(self) -> None:
        """Go to the empty row and type."""
        index = self.typed_rows.index(len(self.typed_rows.rows), 0)
        self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab passes over what cannot be typed into."""
        index, rows = super().moveCursor(action, modifiers), self.typed_rows
        last = rows.columnCount() - 1
        if index.column() != last:
            return index
        if action is QAbstractItemView.CursorAction.MoveNext:
            return rows.index(min(index.row() + 1, rows.rowCount() - 1), 0)
        if action is QAbstractItemView.CursorAction.MovePrevious:
            return rows.index(index.row(), last - 1)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen rows away."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        else:
            super().keyPressEvent(event)


def _without_empty_end(rows: list[list[str]]) -> Rows:
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(tuple(cells) for cells in rows)
