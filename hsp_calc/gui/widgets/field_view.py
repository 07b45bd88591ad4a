"""``FieldView``: an input above the rows of a block, with its name, and beneath it what is wrong or worth knowing."""

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.facts import MONTHS_A_YEAR, VOCABULARY, Category, FactKind, Facts
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.info import InfoButton
from hsp_calc.gui.widgets.inputs import ChoiceEdit, CountEdit, TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import read_day, read_pay, read_years
from hsp_calc.text import N_, Translator, answer_label, fact_label

_ROUNDING = 1e-6  # of months that were divided by twelve
_MOST_LICENSES = 99
_MOST_AGE = 120
_WIDTH = 200
_EXAMPLES = {
    "annual_salary_yen": N_("e.g. 8,200,000 or 8.2M"),
    "experience_years": N_("e.g. 5 or 5y 6m"),
    "date_of_birth": N_("e.g. 1993-05-12"),
}


def write_years(years: object, _: Translator) -> str:
    """Years as they are best typed: whole ones as a number, others in years and months."""
    number = float(str(years))
    if number.is_integer():
        return f"{number:g}"
    months = number * MONTHS_A_YEAR
    return _.duration(number) if math.isclose(months, round(months), abs_tol=_ROUNDING) else f"{number:g}"


class FieldView(QWidget):
    """An input for one fact.

    Attributes:
        entered: emitted with the value, or None.
        help_asked: emitted with the button that asks for help.
    """

    entered = Signal(object)
    help_asked = Signal(object)

    def __init__(
        self,
        fact: str,
        category: Category | None = None,
        *,
        mark: QWidget | None = None,
        beside: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Make the input that fits a fact.

        Args:
            fact: the fact.
            category: the sheet it stands on, for the years of experience.
            mark: stands beside the button that asks for help.
            beside: the object name of a button over the input, and what it does; None for no button.
        """
        super().__init__()
        self.fact = fact
        self._category = category
        self._caption = Label()
        self._note = Label("muted", wrap=True)
        self._note.setParent(self)
        self._note.hide()
        self.input = self._make_input()
        self._complaint = Complaint(self.input) if isinstance(self.input, TypedEdit) else None
        self._info = InfoButton()
        self._info.clicked.connect(lambda: self.help_asked.emit(self._info))
        self._caption.setBuddy(self.input)
        self._caption.setWordWrap(True)
        self._tool: QToolButton | None = None
        self._computed = False
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID, 0, GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if isinstance(self.input, AnswerBox):
            self._caption.clicked.connect(self.input.click)
            grid.addWidget(self.input, 0, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._caption, 0, 1)
            grid.addWidget(self._info, 0, 2)
            if mark is not None:
                grid.addWidget(mark, 0, 3)
        else:
            self.input.setMinimumWidth(_WIDTH if isinstance(self.input, ChoiceEdit | TypedEdit) else 80)
            head = QHBoxLayout()
            head.addWidget(self._caption, 1)
            if beside is not None:
                self._tool = QToolButton()
                self._tool.setObjectName(beside[0])
                self._tool.setProperty("role", "tool")
                self._tool.clicked.connect(lambda _checked: beside[1]())
                head.addWidget(self._tool)
            grid.addLayout(head, 0, 0, 1, 4)
            if isinstance(self.input, ChoiceEdit):
                grid.addWidget(self.input, 1, 0, 1, 2)
            else:
                grid.addWidget(self.input, 1, 0)
                grid.addWidget(self._note, 1, 1)
            grid.addWidget(self._info, 1, 2)
            if mark is not None:
                grid.addWidget(mark, 1, 3)
            if self._complaint is not None:
                grid.addWidget(self._complaint, 2, 0, 1, 4)

    def _make_input(self) -> AnswerBox | ChoiceEdit | CountEdit | TypedEdit:
        match self.fact:
            case "annual_salary_yen":
                made = TypedEdit(self.fact, read_pay, lambda yen: f"{yen:,}")
            case "experience_years":
                made = TypedEdit(self.fact, read_years, str, field=f"{self.fact}.{self._category}")
            case "date_of_birth":
                made = TypedEdit(self.fact, read_day, str)
            case "age":
                count = CountEdit(self.fact, _MOST_AGE)
                count.entered.connect(self.entered)
                return count
            case "licenses":
                count = CountEdit(self.fact, _MOST_LICENSES)
                count.entered.connect(self.entered)
                return count
            case _ if VOCABULARY[self.fact].kind is FactKind.CHOICE:
                choice = ChoiceEdit(self.fact, VOCABULARY[self.fact].values)
                choice.entered.connect(self.entered)
                return choice
            case _:
                box = AnswerBox(self.fact)
                box.answered.connect(self.entered)
                return box
        made.entered.connect(self.entered)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._info.set_theme(theme)
        if isinstance(self.input, AnswerBox):
            self.input.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        label = fact_label(self.fact, _)
        self._caption.setText(label)
        self.input.setAccessibleName(label)
        self._info.setAccessibleName(_("Help: {subject}", subject=label))
        if self._tool is not None:
            pays = self.fact == "annual_salary_yen"
            self._tool.setText(_("From components…") if pays else _("Periods…"))
            self._tool.setToolTip(plain(_("Salary from its components") if pays else _("Periods of work")))
        if isinstance(self.input, ChoiceEdit):
            self.input.set_labels(_("Not answered"), lambda value: answer_label(self.fact, value, _))
        if isinstance(self.input, TypedEdit) and self._complaint is not None:
            self.input.setPlaceholderText(_(_EXAMPLES[self.fact]))
            self._complaint.retranslate(_)
            if self.fact == "experience_years":
                self.input.set_writer(lambda years: write_years(years, _))

    def show_facts(self, facts: Facts, *, anew: bool = False) -> None:
        """Show what the facts say.

        Args:
            facts: the facts.
            anew: whether to drop what was typed and not understood.
        """
        value: Any
        if self.fact == "experience_years" and self._category is not None:
            value = facts.experience_in(self._category)
        else:
            value = getattr(facts, self.fact)
        if isinstance(self.input, TypedEdit):
            self.input.show_value(value, anew=anew)
        elif isinstance(self.input, AnswerBox):
            self.input.show_answer(value)
        else:
            self.input.show_value(value)

    def set_computed(self, *, computed: bool) -> None:
        """Have the value follow from something else, or be typed."""
        if computed != self._computed and isinstance(self.input, TypedEdit):
            self._computed = computed
            self.input.setReadOnly(computed)
            self.input.setProperty("computed", computed)
            self.input.style().unpolish(self.input)
            self.input.style().polish(self.input)

    def show_note(self, note: str) -> None:
        """Say beside the input what is worth knowing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.input.setAccessibleDescription(note)
