"""``EntriesDialog``: a list of entries that can be added to, edited and shortened; each step can be undone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hsp_calc.app.case_session import CaseSession
from hsp_calc.control_characters import visible
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_SIZE = (940, 520)
_ROOM = f"QTreeView::item {{ padding: {GRID}px {GRID}px; }}"

_LONGEST_CELL, _LONGEST_TIP = 400, 2_000
"""Signs of a text that a list shows; the whole of it is where it is edited."""


def _listed(text: str, most: int = _LONGEST_CELL) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


class _Wrapped(QStyledItemDelegate):
    """Gives each row the height that its texts need in the width of their columns."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as without it, and as high as the text is in lines."""
        size = super().sizeHint(option, index)
        column = index.column()
        if self._tree.header().sectionResizeMode(column) is QHeaderView.ResizeMode.Stretch:
            room = QRect(0, 0, self._tree.columnWidth(column) - 4 * GRID, size.height() * 100)
            text = QFontMetrics(self._tree.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
            size.setHeight(max(size.height(), text.height() + 3 * GRID))
        return size


class EntriesDialog(QDialog):
    """A list with its buttons; what it lists is shown anew whenever the case changes.

    Attributes:
        asked: emitted with the button's name, ``add``, ``edit`` or ``delete``.
        entries: the list.
        lead: what is said above it.
        foot: what is said beneath it.
    """

    asked = Signal(str)

    def __init__(
        self, name: str, editor: CaseSession, history: Sequence[QAction], parent: QWidget, _: Translator
    ) -> None:
        """Make one, empty.

        Args:
            name: the object name.
            editor: the case.
            history: the actions undo and redo.
            parent: the window.
            _: the words.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = _
        self.editor = editor
        self.lead = Label("muted", wrap=True)
        self.foot = Label(wrap=True)
        self.entries = QTreeWidget()
        self.entries.setObjectName(f"{name}.entries")
        self.entries.setRootIsDecorated(False)
        self.entries.setStyleSheet(_ROOM)
        self.entries.setItemDelegate(_Wrapped(self.entries))
        self.entries.setAllColumnsShowFocus(True)
        self.entries.setWordWrap(True)
        self.entries.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.entries.itemSelectionChanged.connect(self._enable)
        self.entries.itemActivated.connect(lambda _item, _column: self.asked.emit("edit"))
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Delete),
            self.entries,
            lambda: self._ask("delete"),
            context=Qt.ShortcutContext.WidgetShortcut,
        )
        self._buttons = {
            "add": QPushButton(_("&Add…")),
            "edit": QPushButton(_("&Edit…")),
            "delete": QPushButton(_("&Delete")),
        }
        for key, button in self._buttons.items():
            button.setObjectName(f"{name}.{key}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, key=key: self._ask(key))
        self.close_box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_box.rejected.connect(self.close)
        row = self._row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        for part in (self.lead, self.entries, self.foot):
            layout.addWidget(part)
        layout.setStretchFactor(self.entries, 1)
        layout.addLayout(row)
        self.resize(*_SIZE)
        for action in history:
            self.addAction(action)

    def set_columns(self, titles: Sequence[str], *stretched: int) -> None:
        """Give the list its columns.

        Args:
            titles: their headings.
            stretched: those that share the room that is left, and wrap their texts.
        """
        self.entries.setHeaderLabels(list(titles))
        header = self.entries.header()
        header.setStretchLastSection(False)
        header.sectionResized.connect(lambda *_sizes: self.entries.scheduleDelayedItemsLayout())
        for index in range(len(titles)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(index, mode.Stretch if index in stretched else mode.ResizeToContents)

    def add_button(self, key: str, text: str, slot: Callable[[], None]) -> None:
        """Put a further button beside those of the entries.

        Args:
            key: what it is called in the dialog.
            text: its words.
            slot: what it does.
        """
        button = QPushButton(text)
        button.setObjectName(f"{self.objectName()}.{key}")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        self._row.insertWidget(len(self._buttons), button)

    def start(self) -> None:
        """Show what there is, follow the case, and open."""
        self.editor.listen(self.refresh)
        self.finished.connect(lambda _result: self.editor.forget(self.refresh))
        self.refresh()
        self.open()

    def rows(self) -> Sequence[Sequence[str]]:
        """What is listed, row by row; the last column holds notes, and is shown where there are any."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is true now; the same row stays selected."""
        before = self.selected
        rows = self.rows()
        self.entries.clear()
        for row in rows:
            item = QTreeWidgetItem([_listed(visible(text)) for text in row])
            for column, text in enumerate(row):
                item.setToolTip(column, plain(_listed(text, _LONGEST_TIP)))
            self.entries.addTopLevelItem(item)
        notes = self.entries.columnCount() - 1
        self.entries.setColumnHidden(notes, not any(row[notes] for row in rows))
        if (chosen := self.entries.topLevelItem(min(max(before, 0), len(rows) - 1))) is not None:
            self.entries.setCurrentItem(chosen)
        self._enable()

    @property
    def selected(self) -> int:
        """The selected row; -1 if there is none."""
        item = self.entries.currentItem()
        return -1 if item is None or not item.isSelected() else self.entries.indexOfTopLevelItem(item)

    def has_room(self, count: int, most: int) -> bool:
        """Whether another entry can be added; if not, that is told.

        Args:
            count: of the entries there are.
            most: how many there can be.
        """
        if count < most:
            return True
        _ = self.words
        self.foot.setText(_("There are {count} entries, as many as a case can hold; delete one first.", count=count))
        self.foot.show()
        return False

    def _enable(self) -> None:
        for key in ("edit", "delete"):
            self._buttons[key].setEnabled(self.selected >= 0)

    def _ask(self, key: str) -> None:
        if key == "add" or self.selected >= 0:
            self.asked.emit(key)
