"""Inputs for what is typed, counted and chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QSpinBox, QWidget

from hsp_calc.parsing import NotUnderstoodError

_LIST_MARGIN = 16
"""Pixels beside the entries of a list."""


class WheelGuard(QObject):
    """Keeps the mouse wheel, which scrolls the page, from changing an input that it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page unless the input has the focus."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    @classmethod
    def watch(cls, widget: QWidget) -> None:
        """Guard an input."""
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(cls(widget))


class LineInput(QLineEdit):
    """A line that leaves undo and redo to the window, which knows every entry."""

    def event(self, event: QEvent) -> bool:
        """Do not claim the keys of undo and redo."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return False
        return super().event(event)


class TypedEdit(LineInput):
    """A line that understands what is typed, and keeps it where it does not.

    Attributes:
        entered: emitted with the value, or None for an empty or wrong entry.
        wrong_changed: emitted when an entry becomes wrong, or is no longer.
    """

    entered = Signal(object)
    wrong_changed = Signal(bool)

    def __init__(self, name: str, read: Callable[[str], object], write: Callable[[object], str]) -> None:
        """Make a line.

        Args:
            name: the object name.
            read: the value of a typed text; raises ``NotUnderstoodError``.
            write: a value as it is best typed.
        """
        super().__init__()
        self.setObjectName(name)
        self._read = read
        self._write = write
        self._value: object = None
        self._wrong = False
        self._emptied = False
        self._beneath: object = None
        self.textChanged.connect(self._take)
        self.editingFinished.connect(self._tidy)

    @property
    def wrong(self) -> bool:
        """Whether what stands there is not understood."""
        return self._wrong

    def show_value(self, value: object, *, anew: bool = False) -> None:
        """Show a value; what was typed for the same value stays as it was typed.

        Args:
            value: None for nothing.
            anew: whether to write it even so, and to drop a wrong entry.
        """
        if not anew:
            if value == self._value:
                return
            if self._emptied and (self.hasFocus() or (self._wrong and value == self._beneath)):
                self._beneath = value  # an earlier answer comes through while another is typed over it
                return
        self._emptied, self._beneath = False, None
        self._value = value
        self.blockSignals(True)
        self.setText("" if value is None else self._write(value))
        self.blockSignals(False)
        self._set_wrong(wrong=False)

    def start_anew(self) -> None:
        """Drop a wrong entry."""
        self.show_value(self._value, anew=True)

    def put_back(self, text: str) -> None:
        """Show a text as it was typed once, understood or not, without telling anyone."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        try:
            self._value = self._read(text) if text.strip() else None
            self._set_wrong(wrong=False)
        except NotUnderstoodError:
            self._value = None
            self._set_wrong(wrong=True)

    def set_writer(self, write: Callable[[object], str]) -> None:
        """Write values in another way from now on."""
        self._write = write
        if self._value is not None and not self._wrong and not self.hasFocus():
            self.show_value(self._value, anew=True)

    def _take(self, text: str) -> None:
        try:
            self._value = self._read(text) if text.strip() else None
            self._set_wrong(wrong=False)
        except NotUnderstoodError:
            self._value = None
            self._set_wrong(wrong=True)
        self._emptied = self._value is None
        self.entered.emit(self._value)

    def _tidy(self) -> None:
        if self._value is not None and not self._wrong:
            self.show_value(self._value, anew=True)
        elif self._emptied and not self._wrong and self._beneath is not None:
            self.show_value(self._beneath, anew=True)

    def _set_wrong(self, *, wrong: bool) -> None:
        if wrong != self._wrong:
            self._wrong = wrong
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
            self.wrong_changed.emit(wrong)


class CountEdit(QSpinBox):
    """A small whole number, or nothing.

    Attributes:
        entered: emitted with the number, or None.
    """

    entered = Signal(object)
    _NOTHING = -1

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(self._NOTHING, most)
        self.setSpecialValueText("–")
        self.setValue(self._NOTHING)
        WheelGuard.watch(self)
        self.valueChanged.connect(lambda value: self.entered.emit(None if value == self._NOTHING else value))

    def show_value(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.blockSignals(True)
        self.setValue(self._NOTHING if value is None else value)
        self.blockSignals(False)


class DropDown(QComboBox):
    """A choice whose list shows every entry, whole: it scrolls only where the screen is too low."""

    def showPopup(self) -> None:
        """Open the list as wide as its longest entry and as high as all of them."""
        view = self.view()
        self.setMaxVisibleItems(max(self.count(), 1))
        wanted = view.sizeHintForColumn(0) + 2 * view.frameWidth() + _LIST_MARGIN
        view.setMinimumWidth(min(wanted, self.screen().availableSize().width()))
        super().showPopup()


class ChoiceEdit(DropDown):
    """One of a few words, or nothing.

    Attributes:
        entered: emitted with the word, or None.
    """

    entered = Signal(object)

    def __init__(self, name: str, values: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.addItem("", None)
        for value in values:
            self.addItem(value, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        WheelGuard.watch(self)
        self.currentIndexChanged.connect(lambda index: self.entered.emit(self.itemData(index)))

    def set_labels(self, nothing: str, label: Callable[[str], str]) -> None:
        """Give the words of a language."""
        self.blockSignals(True)
        self.setItemText(0, nothing)
        for index in range(1, self.count()):
            self.setItemText(index, label(self.itemData(index)))
        self.blockSignals(False)

    def show_value(self, value: str | None) -> None:
        """Show a word, or nothing."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(value), 0) if value is not None else 0)
        self.blockSignals(False)
