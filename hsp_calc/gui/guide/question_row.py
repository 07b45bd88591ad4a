"""``QuestionRow``: a question with one clear input, or with what the case answers already."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.field_view import write_years
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.guide.statements import AnswerUnit, Question, QuestionKind
from hsp_calc.parsing import read_hours, read_years, read_yen
from hsp_calc.text import Translator

_WIDTH = 200
_CATEGORIES = (1, 2, 3, 4)
_YES_NO = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}
_TAKES_BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class QuestionRow(QWidget):
    """A question. One click answers, a click on the answer takes it back.

    While one of its buttons has the focus, Y and N or the number of an answer give it, Delete takes it back.

    Attributes:
        answered: emitted with the answer, or None, and whether it is typed sign by sign.
    """

    answered = Signal(object, bool)

    def __init__(self, part: str, name: str, question: Question) -> None:
        """Make the input that the question asks for.

        Args:
            part: of the guide.
            name: the question.
            question: it in words.
        """
        super().__init__()
        self._name = f"guide.{part}.{name}"
        self.setObjectName(f"{self._name}.row")
        self._question = question
        self._caption = Label(wrap=True)
        self._known, self._from = Label("section"), Label("muted", wrap=True)
        self._known.setObjectName(f"{self._name}.known")
        self._note = Label("muted", wrap=True)
        self._note.setObjectName(f"{self._name}.note")
        self._edit: TypedEdit | None = None
        self._complaint: Complaint | None = None
        self._buttons: dict[object, QToolButton] = {}
        self._input = QWidget()
        layout = self._make_input()
        layout.setContentsMargins(0, 0, 0, 0)
        self._input.setLayout(layout)
        self._lay_out()
        for label in (self._known, self._from, self._note):
            label.hide()

    def _make_input(self) -> QLayout:
        unit = self._question.unit
        if unit is None or unit is AnswerUnit.CATEGORY:
            return self._make_buttons()
        read, write = _READERS[unit]
        self._edit = TypedEdit(self._name, read, write)
        self._edit.setFixedWidth(_WIDTH)
        self._edit.entered.connect(lambda value: self.answered.emit(value, True))
        self._complaint = Complaint(self._edit)
        layout = QHBoxLayout()
        layout.addWidget(self._edit)
        return layout

    def _make_buttons(self) -> QLayout:
        values: tuple[object, ...] = tuple(self._question.answers)
        if not values:
            values = (True, False) if self._question.kind is QuestionKind.YES_NO else _CATEGORIES
        flow = Flow(GRID)
        for value in values:
            button = QToolButton()
            button.setObjectName(f"{self._name}.{_named(value)}")
            button.setCheckable(True)
            button.setProperty("role", "answer")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda checked, value=value: self._click(value, checked))
            self._buttons[value] = button
            flow.addWidget(button)
        return flow

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        if self._question.answers:
            column.addWidget(self._caption)
            column.addWidget(self._input)
            column.addWidget(self._known)
        else:
            line = QHBoxLayout()
            line.setSpacing(3 * GRID)
            line.addWidget(self._caption, 1)
            line.addWidget(self._input, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._known)
            column.addLayout(line)
        for below in (self._from, self._complaint, self._note):
            if below is not None:
                column.addWidget(below)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        asked = _.wording(self._question)
        self._caption.setText(asked)
        for index, (value, button) in enumerate(self._buttons.items(), 1):
            button.setText(self._said(value, _))
            button.setAccessibleName(_("{question} {answer}", question=asked, answer=button.text()))
            key = index if not isinstance(value, bool) else "Y" if value else "N"
            button.setToolTip(plain(_("Key: {key}", key=key)))
        if self._edit is not None and self._complaint is not None and self._question.unit is not None:
            self._edit.setAccessibleName(asked)
            self._edit.setPlaceholderText(_example(self._question.unit, _))
            self._complaint.retranslate(_)
            if self._question.unit is AnswerUnit.YEARS:
                self._edit.set_writer(lambda years: write_years(years, _))

    def start_anew(self) -> None:
        """Drop what was typed and not understood."""
        if self._edit is not None:
            self._edit.show_value(None, anew=True)

    def show_answer(self, value: object, _: Translator, *, known_from: str = "", note: str = "") -> None:
        """Show what is answered.

        Args:
            value: the answer; None for none.
            _: the words.
            known_from: what of the case answers it already, so that it is not asked; empty where nothing does.
            note: what is worth knowing beneath it.
        """
        known = bool(known_from)
        self._input.setVisible(not known)
        self._known.setVisible(known)
        self._from.setVisible(known)
        if known:
            self._known.setText(self._said(value, _))
            self._from.setText(_("From the case: {fact}", fact=known_from))
        elif self._edit is not None:
            self._edit.show_value(value)
        for each, button in self._buttons.items():
            button.setChecked(value is not None and each == value)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a key."""
        key, pressed = Qt.Key(event.key()), event.text()
        values = list(self._buttons)
        if not values or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _TAKES_BACK:
            self.answered.emit(None, False)
        elif key in _YES_NO and _YES_NO[key] in self._buttons and isinstance(values[0], bool):
            self.answered.emit(_YES_NO[key], False)
        elif pressed.isdecimal() and 1 <= int(pressed) <= len(values):
            self.answered.emit(values[int(pressed) - 1], False)
        else:
            super().keyPressEvent(event)

    def _click(self, value: object, checked: bool) -> None:
        self.answered.emit(value if checked else None, False)

    def _said(self, value: object, _: Translator) -> str:
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, str):
            return _.wording(self._question.answers[value])
        match self._question.unit:
            case AnswerUnit.YEN | AnswerUnit.YEN_A_MONTH if isinstance(value, int):
                return _.yen(value)
            case AnswerUnit.YEARS if isinstance(value, float):
                return _.duration(value)
            case _:
                return str(value)


def _named(value: object) -> str:
    """An answer as an object name says it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


_READERS: Mapping[AnswerUnit, tuple[Callable[[str], object], Callable[[object], str]]] = {
    AnswerUnit.YEN: (read_yen, lambda yen: f"{yen:,}"),
    AnswerUnit.YEN_A_MONTH: (read_yen, lambda yen: f"{yen:,}"),
    AnswerUnit.YEARS: (read_years, str),
    AnswerUnit.HOURS: (read_hours, lambda hours: f"{hours:g}"),
}


def _example(unit: AnswerUnit, _: Translator) -> str:
    """An example of what is typed."""
    match unit:
        case AnswerUnit.YEN:
            return _("e.g. 8,200,000 or 8.2M")
        case AnswerUnit.YEN_A_MONTH:
            return _("e.g. {example}", example="220,000")
        case AnswerUnit.YEARS:
            return _("e.g. 5 or 5y 6m")
        case _:
            return _("e.g. {example}", example="27.5")
