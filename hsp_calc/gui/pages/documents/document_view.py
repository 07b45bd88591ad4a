"""``DocumentView``: a paper of the list, with its state to be changed at once."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.app.documents_list import PaperLine
from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import PaperEntry
from hsp_calc.gui.pages.documents.detail_edit import DetailEdit
from hsp_calc.gui.pages.documents.state_mark import StateMark
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.inputs import DropDown, TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator
from hsp_calc.text.documents_text import state_label

_NEXT = {
    State.NEEDED: State.ASKED_FOR,
    State.ASKED_FOR: State.AT_HAND,
    State.AT_HAND: State.GIVEN_IN,
    State.NOT_NEEDED: State.NEEDED,
}
"""What most often comes after a state."""
_KEYS = {str(number): state for number, state in enumerate(State, start=1)}
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class DocumentContext(Protocol):
    """What takes the entries of a paper."""

    def set_state(self, paper: PaperEntry, state: State) -> None:
        """Say how far a paper is."""

    def enter(self, paper: PaperEntry, name: str, value: object) -> None:
        """Enter a detail of a paper."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The labels beneath the name, from top to bottom."""

    about: Label
    facts: Label
    age: Label
    notes: Label
    why: Label
    days: Label
    warning: Label
    remark: Label


class DocumentView(QWidget):
    """A paper: what it is, who gets it and where, how old it may be, and how far it is."""

    def __init__(self, paper_id: str, hands: DocumentContext) -> None:
        super().__init__()
        name = f"paper.{paper_id}"
        self.setObjectName(name)
        self._hands = hands
        self._line: PaperLine | None = None
        self._mark = StateMark()
        self._title = Label("section", wrap=True)
        self._parts = _Parts(
            about=Label("muted", wrap=True),
            facts=Label(wrap=True),
            age=Label("muted", wrap=True),
            notes=Label("muted", wrap=True),
            why=Label("good", wrap=True),
            days=Label("muted", wrap=True),
            warning=Label("warn", wrap=True),
            remark=Label(wrap=True),
        )
        self._parts.warning.setObjectName(f"{name}.warning")
        self._state = DropDown()
        self._state.setObjectName(f"{name}.state")
        for _state in State:
            self._state.addItem("")
        self._state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._state.activated.connect(lambda index: self._set(list(State)[index]))
        self._next = self._button(f"{name}.next")
        self._next.clicked.connect(self._go_on)
        self._more = self._button(f"{name}.more")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._fold)
        self._details: DetailEdit | None = None
        self._words: Translator | None = None
        for widget in (self._state, self._next, self._more):
            widget.installEventFilter(self)
        self._lay_out()

    @staticmethod
    def _button(name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        row = Flow(GRID)
        for widget in (self._state, self._next, self._more):
            row.addWidget(widget)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self._title)
        for part in self._labels:
            self._column.addWidget(part)
        self._column.addSpacing(GRID // 2)
        self._column.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._column, 1)

    @property
    def _labels(self) -> tuple[Label, ...]:
        parts = self._parts
        return parts.about, parts.facts, parts.age, parts.notes, parts.why, parts.days, parts.warning, parts.remark

    # What is shown ---------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._mark.set_theme(theme)

    def start_anew(self) -> None:
        """Drop what was typed and not understood, and show the paper whole when it is shown next."""
        self._words = None
        for typed in self.findChildren(TypedEdit):
            typed.start_anew()

    def show_line(self, line: PaperLine, _: Translator) -> None:
        """Show a paper; nothing is laid out anew where nothing changed."""
        if line == self._line and _ is self._words:
            return
        self._line, self._words = line, _
        paper, said, parts = line.paper, line.words, self._parts
        title = f"{line.label} {said.name}" if line.label else said.name
        self._title.setText(title)
        self._mark.show_state(paper.state)
        source = _("{who}: {where}", who=said.by, where=said.where) if said.where else said.by
        texts = {
            parts.about: line.about,
            parts.facts: " · ".join(filter(None, (said.amount, source))),
            parts.age: " · ".join(filter(None, (said.validity, said.translation))),
            parts.notes: "\n".join(line.notes),
            parts.why: said.why,
            parts.days: said.days,
            parts.warning: f"⚠ {said.warning}" if said.warning else "",
            parts.remark: f"✎ {said.remark}" if said.remark else "",
        }
        for label, text in texts.items():
            label.setText(text)
            label.setVisible(bool(text))
        for index, state in enumerate(State):
            self._state.setItemText(index, state_label(state, _))
        self._state.setCurrentIndex(list(State).index(paper.state))
        self._state.setAccessibleName(_("State: {paper}", paper=said.name))
        self._state.setToolTip(plain(_("Press 1 to 5 to choose the state.")))
        following = _NEXT.get(paper.state)
        self._next.setVisible(following is not None)
        if following is not None:
            state_name = state_label(following, _)
            self._next.setText(f"→ {state_name}")
            self._next.setAccessibleName(_("{state}: {paper}", state=state_name, paper=said.name))
        self._more.setText(_("Details"))
        self._more.setAccessibleName(_("Details: {paper}", paper=said.name))
        if self._details is not None:
            self._details.show_paper(paper, said.name, _)

    # What is done ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys 1 to 5 on the buttons and the choice as a state."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers() & _MODIFIED:
            state = _KEYS.get(event.text())
            if state is not None:
                self._set(state)
                return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if self._line is not None and (following := _NEXT.get(self._line.paper.state)) is not None:
            self._set(following)

    def _set(self, state: State) -> None:
        if self._line is not None:
            self._hands.set_state(self._line.paper, state)

    def _enter(self, name: str, value: object) -> None:
        if self._line is not None:
            self._hands.enter(self._line.paper, name, value)

    def _fold(self, unfolded: bool) -> None:
        if self._details is None:
            self._details = DetailEdit(self.objectName(), self._enter)
            self._column.addWidget(self._details)
        self._details.setVisible(unfolded)
        if unfolded and self._line is not None and self._words is not None:
            self._details.show_paper(self._line.paper, self._line.words.name, self._words)
