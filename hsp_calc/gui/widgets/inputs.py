"""Inputs for what is typed, counted and chosen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QLineEdit, QSizePolicy, QSpinBox, QWidget

from hsp_calc.app.unread_texts import UnreadTexts
from hsp_calc.casefile.unread import LONGEST_TEXT
from hsp_calc.parsing import Doubt, Meaning, NotUnderstoodError, read_day

_PAUSE = 1_000
"""Milliseconds without a key after which an amount that may still grow is asked about."""

_LONGEST_DAY = 40
_KEYS_OF_THE_BOX = {
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_F4),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
}
"""Those that confirm, step and open the calendar."""
_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}

_LIST_MARGIN = 16
"""Pixels beside the entries of a list."""


if TYPE_CHECKING:
    _Mixed = QWidget
else:
    _Mixed = object  # a class of Qt may stand once among the bases


class _LeavesTheWheel(_Mixed):
    """An input that leaves the mouse wheel to the page, unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing that the wheel only passes over."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


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

    What is not read is kept with the case, if the window has ``unread_texts``; a dialog has none.

    Attributes:
        entered: emitted with the value, or None for an empty or wrong entry.
        complained: emitted with why the text is not read, as a ``NotUnderstoodError``; with None when it is.
        field: under which a text that is not read is kept; see ``UnreadText``.
    """

    entered = Signal(object)
    complained = Signal(object)

    def __init__(
        self, name: str, read: Callable[[str], object], write: Callable[[object], str], *, field: str = ""
    ) -> None:
        """Make a line.

        Args:
            name: the object name.
            read: the value of a typed text; raises ``NotUnderstoodError``.
            write: a value as it is best typed.
            field: under which a text that is not read is kept, where not under the name.
        """
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(LONGEST_TEXT)
        self.field = field or name
        self._read = read
        self._write = write
        self._value: object = None
        self._error: NotUnderstoodError | None = None
        self._emptied = False
        self._beneath: object = None
        self._texts: UnreadTexts | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._complain)
        self.textChanged.connect(self._take)
        self.editingFinished.connect(self._tidy)

    @property
    def wrong(self) -> bool:
        """Whether what stands there is not read."""
        return self._error is not None

    @property
    def error(self) -> NotUnderstoodError | None:
        """Why what stands there is not read."""
        return self._error

    def show_value(self, value: object, *, anew: bool = False) -> None:
        """Show a value; what was typed for the same value stays as it was typed, and so does what is not read.

        Args:
            value: None for nothing.
            anew: whether to write it even so, and to drop a wrong entry that nothing keeps.
        """
        if (kept := self._kept()) is not None:
            if kept != self.text():
                self.put_back(kept)
            return
        if not (anew or (self.wrong and self._unread_texts() is not None)):
            if value == self._value:
                return
            if self._emptied and (self.hasFocus() or (self.wrong and value == self._beneath)):
                self._beneath = value  # an earlier answer comes through while another is typed over it
                return
        self._emptied, self._beneath = False, None
        self._value = value
        self.blockSignals(True)
        self.setText("" if value is None else self._write(value))
        self.blockSignals(False)
        self._judge(None)

    def start_anew(self) -> None:
        """Drop a wrong entry that nothing keeps."""
        self.show_value(self._value, anew=True)

    def put_back(self, text: str) -> None:
        """Show a text as it was typed once, read or not, without telling anyone."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._understand(text)
        self._complain()

    def accept(self, value: object) -> None:
        """Take a value as it is: the one that was meant, or one that is hardly ever."""
        with QSignalBlocker(self):
            self.setText(self._write(value))
        self._value = value
        self._emptied = False
        self._judge(None)
        self._enter()

    def set_writer(self, write: Callable[[object], str]) -> None:
        """Write values in another way from now on."""
        self._write = write
        if self._value is not None and not self.wrong and not self.hasFocus():
            self.show_value(self._value, anew=True)

    def _take(self, text: str) -> None:
        self._understand(text)
        self._emptied = self._value is None
        self._enter()

    def _enter(self) -> None:
        texts = self._unread_texts()
        if texts is None:
            self.entered.emit(self._value)
            return
        with texts.typing(self.field, self.text() if self.wrong else None):
            self.entered.emit(self._value)

    def _understand(self, text: str) -> None:
        try:
            self._value = self._read(text) if text.strip() else None
            self._judge(None)
        except NotUnderstoodError as error:
            if error.read is None or error.read != self._value:
                self._value = None
                self._judge(error)

    def _tidy(self) -> None:
        if self._value is not None and not self.wrong:
            if self._kept() is not None:
                self._enter()  # it was not read when it was typed, but can be now
            self.show_value(self._value, anew=True)
        elif self._emptied and not self.wrong and self._beneath is not None:
            self.show_value(self._beneath, anew=True)
        self._complain()

    def _judge(self, error: NotUnderstoodError | None) -> None:
        """Take note of why the text is not read. An amount may become likely while it is typed."""
        before, self._error = self._error, error
        if error is not None and error.doubt is Doubt.UNLIKELY:
            self._pause.start()
        elif error is not None or before is not None:
            self._complain()

    def _complain(self) -> None:
        self._pause.stop()
        if self.wrong != bool(self.property("wrong")):
            self.setProperty("wrong", self.wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        self.complained.emit(self._error)

    def _kept(self) -> str | None:
        texts = self._unread_texts()
        return None if texts is None else texts.of(self.field)

    def _unread_texts(self) -> UnreadTexts | None:
        """Where the window keeps what is not read; None in a dialog."""
        widget = None if self._texts is not None else self.parentWidget()
        while widget is not None and self._texts is None:
            self._texts = getattr(widget, "unread_texts", None)
            widget = None if isinstance(widget, QDialog) else widget.parentWidget()
        return self._texts


class SpinBox(_LeavesTheWheel, QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class DateBox(_LeavesTheWheel, QDateEdit):
    """A day, typed in any way that days are read.

    Attributes:
        typed: emitted with the day that stands there while it is typed in another way than it is shown.
        refused: emitted with what was typed, as a ``NotUnderstoodError``, where it was no day; the day stays.
    """

    typed = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QDate | None = None
        self.lineEdit().setMaxLength(_LONGEST_DAY)
        self.lineEdit().textEdited.connect(self._read_along)

    def show_day(self, day: date) -> None:
        """Show a day; one that is being typed stays as it is typed."""
        if self._being_typed() is None or self._read(self.lineEdit().text()) != day:
            with QSignalBlocker(self):
                self.setDate(QDate(day.year, day.month, day.day))

    def finish(self) -> bool:
        """Take what is typed, or refuse it.

        Returns:
            Whether it is a day.
        """
        text, before = self._being_typed(), self._before
        self._before = None
        if text is None:
            return True
        day = self._read(text)
        if day is None and before is not None:  # a day that was read on the way is not meant
            self.setDate(before)
            self.lineEdit().setText(self.textFromDateTime(self.dateTime()))
            self.typed.emit(date(before.year(), before.month(), before.day()))
            self.refused.emit(NotUnderstoodError(text, Meaning.DAY))
        elif day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        return day is not None

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let any text be typed: whether it is a day is seen when it is finished."""
        whole = (day := self._read(text)) is not None and day.isoformat() == text
        return (QValidator.State.Acceptable if whole else QValidator.State.Intermediate), text, position

    def stepBy(self, steps: int) -> None:
        """Step from the day that is typed."""
        self.finish()
        super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is typed when it is confirmed. Qt would put each sign into the year, the month or the day."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        if event.key() in _KEYS_OF_THE_BOX:
            super().keyPressEvent(event)
        else:
            self.lineEdit().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let what is typed replace the whole day, as in every other line."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.lineEdit().selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what is typed when it is left."""
        self.finish()
        super().focusOutEvent(event)

    def _being_typed(self) -> str | None:
        """The text, where it is another than that of the day."""
        text = self.lineEdit().text()
        return None if text == self.textFromDateTime(self.dateTime()) else text

    def _read_along(self, text: str) -> None:
        if self._before is None:
            self._before = self.date()
        day = None if self._being_typed() is None else self._read(text)
        if day is not None:
            self.typed.emit(day)

    def _read(self, text: str) -> date | None:
        """The day of a text; None, too, for one that is out of bounds."""
        try:
            day = read_day(text)
        except NotUnderstoodError:
            return None
        return day if self.minimumDate() <= QDate(day.year, day.month, day.day) <= self.maximumDate() else None


class CountEdit(SpinBox):
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
        self.valueChanged.connect(lambda value: self.entered.emit(None if value == self._NOTHING else value))

    def show_value(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.blockSignals(True)
        self.setValue(self._NOTHING if value is None else value)
        self.blockSignals(False)


class DropDown(_LeavesTheWheel, QComboBox):
    """A choice whose list shows every entry, whole: it scrolls only where the screen is too low."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

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
