"""``HitList``: what a search found, each with what must be known of it, and ``SearchLine``, which is typed into."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from hsp_calc import limits
from hsp_calc.control_characters import LINES, visible
from hsp_calc.gui.widgets.inputs import LineInput
from hsp_calc.gui.widgets.theme import GRID

_ID, _DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PADDING = 2 * GRID
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_LEAST_HEIGHT, _MOST_HEIGHT = 44, 330

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Something found.

    Attributes:
        id: what it is known by.
        name: what it is called.
        detail: what must be known of it.
    """

    id: str
    name: str
    detail: str


class HitList(QListWidget):
    """What was found, best first.

    Attributes:
        chosen: emitted with the id of the one that is chosen with the return key or a double click.
    """

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "hits")
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(_ID)))

    @property
    def current(self) -> str | None:
        """The id of the one that is marked; None if none is."""
        marked = self.selectedItems()
        return marked[0].data(_ID) if marked else None

    def show_hits(self, hits: Sequence[SearchResult]) -> None:
        """Show other hits; the one that is marked stays so while it is among them."""
        marked = self.current
        self.blockSignals(True)
        self.clear()
        for hit in hits:
            item = QListWidgetItem(visible(hit.name))
            item.setData(_ID, hit.id)
            item.setData(_DETAIL, visible(hit.detail, keep=LINES))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.name}. {hit.detail}")
            self.addItem(item)
            if hit.id == marked:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self.setVisible(bool(hits))
        self._fit()
        self.itemSelectionChanged.emit()

    def walk_in(self) -> None:
        """Take the focus from the line above, at the first."""
        if self.count():
            self.setFocus()
            if self.current is None:
                self.setCurrentRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        """As high as what it holds, within bounds."""
        heights = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(min(max(heights + 2 * self.frameWidth() + 2, _LEAST_HEIGHT), _MOST_HEIGHT))


class SearchLine(LineInput):
    """A line that is searched by as it is typed; the down and return keys lead into what was found."""

    def __init__(self, name: str, *hits: HitList) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(limits.NAME)
        self.setClearButtonEnabled(True)
        self._hits = hits

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead into what was found."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            next((hits for hits in self._hits if hits.count()), self._hits[0]).walk_in()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints a hit: the name in bold, the detail beneath in as many lines as it needs."""

    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a hit."""
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, self._view)
        marked = bool(empty.state & QStyle.StateFlag.State_Selected)
        palette = self._view.palette()
        ink = palette.color(QPalette.ColorRole.HighlightedText if marked else QPalette.ColorRole.Text)
        muted = QGuiApplication.palette().color(
            QPalette.ColorRole.PlaceholderText
        )  # a style sheet makes its own fainter
        faint = ink if marked else muted
        area: QRect = option.rect.adjusted(_PADDING, GRID, -_PADDING, -GRID)
        name, detail = self._texts(index)
        bold = self._bold()
        taken = _height(bold, name, area.width())
        painter.save()
        painter.setFont(bold)
        painter.setPen(ink)
        painter.drawText(area, _WRAP, name)
        painter.setFont(self._view.font())
        painter.setPen(faint)
        painter.drawText(area.adjusted(0, taken + 2, 0, 0), _WRAP, detail)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its lines."""
        width = self._view.viewport().width()
        name, detail = self._texts(index)
        room = width - 2 * _PADDING
        height = _height(self._bold(), name, room) + 2 + _height(self._view.font(), detail, room)
        return QSize(width, height + 2 * GRID)

    def _bold(self) -> QFont:
        bold = QFont(self._view.font())
        bold.setBold(True)
        return bold

    @staticmethod
    def _texts(index: _Index) -> tuple[str, str]:
        return str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(_DETAIL))


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_WRAP), text).height()
