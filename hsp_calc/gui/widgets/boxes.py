"""Boxes of a sheet: those of its rows, and those with words of their own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.app.sheet_layout import Box
from hsp_calc.facts import Facts
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

NONE_OF_THESE = "none"
"""The value of the box that answers a fact with "none"."""


class BoxGroup:
    """The boxes of a sheet, kept in step with the facts."""

    def __init__(self, answer: Callable[[Box, bool | None], None]) -> None:
        self._answer = answer
        self._boxes: list[tuple[Box, AnswerBox]] = []

    def make(self, box: Box) -> AnswerBox:
        """The widget of a box."""
        widget = AnswerBox(box.name, can_be_open=box.value is None)
        widget.answered.connect(lambda answer: self._answer(box, answer))
        self._boxes.append((box, widget))
        return widget

    def show(self, facts: Facts) -> None:
        """Show what the facts say."""
        for box, widget in self._boxes:
            value = getattr(facts, box.fact)
            if value is None or box.value is None:
                widget.show_answer(value)
            elif box.value == NONE_OF_THESE:
                widget.show_answer(not value)
            else:
                widget.show_answer(box.value in value)

    def set_theme(self, theme: Theme) -> None:
        """Paint all with other colours."""
        for _, widget in self._boxes:
            widget.set_theme(theme)


class LabelledBox(QWidget):
    """A box with its words beside it."""

    def __init__(self, widget: AnswerBox, words: Callable[[Translator], str]) -> None:
        super().__init__()
        self._words = words
        self.box = widget
        self._label = Label(wrap=True)
        self._label.clicked.connect(widget.click)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        text = self._words(_)
        self._label.setText(text)
        self.box.setAccessibleName(text)
