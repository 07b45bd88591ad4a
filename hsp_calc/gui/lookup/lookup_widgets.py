"""What the pages of the desk are made of: buttons, inputs with their words, and the step to the sheets."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.inputs import ChoiceEdit, LineInput, TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_WIDTH, _TYPED_WIDTH = 200, 280
_CAPTION_WIDTH = 190
VERDICT_ROLES = {True: "good", False: "bad", None: "muted"}
"""The role of the words of an answer; None is not decided."""


def tool_button(name: str, slot: Callable[[], object]) -> QToolButton:
    """A button with a name that does something."""
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "tool")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked: slot())
    return button


def verdict_label(name: str) -> Label:
    """A label for an answer, in bold, which takes its colour from what is answered."""
    label = Label(wrap=True)
    label.setObjectName(name)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


class Entry(QWidget):
    """An input with its caption on the left and what is wrong or worth knowing beneath."""

    def __init__(self, edit: QWidget, caption: Label, *notes: QWidget) -> None:
        super().__init__()
        caption.setBuddy(edit)
        caption.setWordWrap(True)
        caption.setFixedWidth(_CAPTION_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self._caption = caption
        grid.addWidget(caption, 0, 0)
        if isinstance(edit, TypedEdit):
            edit.setFixedWidth(_TYPED_WIDTH)
            grid.addWidget(edit, 0, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            edit.setMinimumWidth(_WIDTH)
            grid.addWidget(edit, 0, 1)
        for row, note in enumerate(notes, 1):
            grid.addWidget(note, row, 1)

    def say_caption(self, caption: str) -> None:
        """Name the input; an ampersand is one, and marks no key."""
        self._caption.setText(caption.replace("&", "&&"))


class TypedEntry(Entry):
    """A line that understands what is typed, and says beneath what it does not.

    Attributes:
        entered: emitted with the value, or None.
    """

    entered = Signal(object)

    def __init__(self, name: str, read: Callable[[str], object], write: Callable[[object], str]) -> None:
        """Make a line.

        Args:
            name: its object name.
            read: the value of a typed text; raises ``NotUnderstoodError``.
            write: a value as it is best typed.
        """
        self.edit = TypedEdit(name, read, write)
        self._complaint = Complaint(self.edit)
        super().__init__(self.edit, Label(), self._complaint)
        self.edit.entered.connect(self.entered)

    def say(self, caption: str, example: str, _: Translator) -> None:
        """Give the words of a language."""
        self.say_caption(caption)
        self.edit.setAccessibleName(caption)
        self.edit.setPlaceholderText(example)
        self._complaint.retranslate(_)


class TextEntry(Entry):
    """A line of text.

    Attributes:
        entered: emitted with the text as it is typed.
    """

    entered = Signal(str)

    def __init__(self, name: str, longest: int) -> None:
        """Make a line.

        Args:
            name: its object name.
            longest: how many characters it takes.
        """
        self.edit = LineInput()
        self.edit.setObjectName(name)
        self.edit.setMaxLength(longest)
        super().__init__(self.edit, Label())
        self.edit.textEdited.connect(self.entered)

    def say(self, caption: str) -> None:
        """Give the words of a language."""
        self.say_caption(caption)
        self.edit.setAccessibleName(caption)

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where it is in one that is typed."""
        if self.edit.text() != text:
            self.edit.setText(text)


class ChoiceEntry(Entry):
    """One of a few words, or nothing, with a remark on the one chosen.

    Attributes:
        entered: emitted with the word, or None.
    """

    entered = Signal(object)

    def __init__(self, name: str, values: Sequence[str]) -> None:
        self._note = Label("muted", wrap=True)
        self._note.hide()
        self.edit = ChoiceEdit(name, values)
        super().__init__(self.edit, Label(), self._note)
        self.edit.entered.connect(self.entered)

    def say(self, caption: str, nothing: str, label: Callable[[str], str]) -> None:
        """Give the words of a language."""
        self.say_caption(caption)
        self.edit.setAccessibleName(caption)
        self.edit.set_labels(nothing, label)

    def show_note(self, note: str) -> None:
        """Say what is worth knowing of the word chosen."""
        self._note.setText(note)
        self._note.setVisible(bool(note))


class ApplyBar(QWidget):
    """Whether the sheets say what the desk found, and the button that makes them say it."""

    def __init__(self, name: str, apply: Callable[[], object]) -> None:
        """Make one.

        Args:
            name: the object name of the button.
            apply: enters the finding on the sheets.
        """
        super().__init__()
        self._state = Label(wrap=True)
        self._state.setObjectName(f"{name}.state")
        self.button = tool_button(name, apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._state)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout.addLayout(row)

    def say(self, words: str) -> None:
        """What the button is called."""
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def show_state(self, state: str, role: str = "muted", *, offered: bool) -> None:
        """Show how the sheets stand to the finding.

        Args:
            state: in words.
            role: of the words.
            offered: whether there is anything to enter.
        """
        self._state.setText(state)
        self._state.set_role(role)
        self._state.setVisible(bool(state))
        self.button.setVisible(offered)
