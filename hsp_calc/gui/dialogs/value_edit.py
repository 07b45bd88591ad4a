"""``ValueEdit``: an input for a fact that stands by itself, and ``DayEdit``, a line for a day."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hsp_calc.facts import VOCABULARY, FactKind
from hsp_calc.facts.facts import MAXIMUM_AGE
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.field_view import write_years
from hsp_calc.gui.widgets.inputs import ChoiceEdit, CountEdit, DropDown, TypedEdit
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import read_day, read_pay, read_years
from hsp_calc.text import Translator, answer_label, fact_label

_MOST_LICENSES = 99
_WIDTH = 260


class DayEdit(TypedEdit):
    """A line for a day, or nothing."""

    def __init__(self, name: str, label: str, example: str) -> None:
        super().__init__(name, read_day, str)
        self.setAccessibleName(label)
        self.setPlaceholderText(example)
        self.setMinimumWidth(_WIDTH)
        self._day: Any = None
        self.entered.connect(self._keep)

    def _keep(self, day: object) -> None:
        self._day = day

    def show_value(self, value: object, *, anew: bool = False) -> None:
        """Show a day, or nothing."""
        super().show_value(value, anew=anew)
        self._day = value

    @property
    def day(self) -> Any:
        """The day that was entered; None where nothing was, or nothing that is a day."""
        return self._day


class ValueEdit(QWidget):
    """An input for a fact.

    Attributes:
        value: what was entered; None for nothing, or nothing that can be understood.
        changed: emitted after every entry.
    """

    changed = Signal()

    def __init__(self, fact: str, value: Any, _: Translator) -> None:
        """Make the input that fits a fact.

        Args:
            fact: the fact.
            value: what it shows at first.
            _: the words.
        """
        super().__init__()
        self.fact = fact
        self.value = value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._boxes: dict[str, QCheckBox] = {}
        kind = VOCABULARY[fact].kind if fact in VOCABULARY else FactKind.NUMBER
        if kind is FactKind.CHOICES:
            if value is None:
                self.value = frozenset()
            for word in VOCABULARY[fact].values:
                box = QCheckBox(answer_label(fact, word, _))
                box.setObjectName(f"value.{word}")
                box.setChecked(word in self.value)
                box.toggled.connect(self._collect)
                self._boxes[word] = box
                layout.addWidget(box)
            self.setFocusProxy(next(iter(self._boxes.values())))
            return
        made = self._make(kind, _)
        made.setObjectName("value")
        made.setAccessibleName(fact_label(fact, _))
        made.setMinimumWidth(_WIDTH)
        layout.addWidget(made)
        if isinstance(made, TypedEdit):
            complaint = Complaint(made)
            complaint.retranslate(_)
            layout.addWidget(complaint)
        self.setFocusProxy(made)

    def _make(self, kind: FactKind, _: Translator) -> QWidget:
        if kind is FactKind.FLAG:
            flag = DropDown()
            for text, answer in (("", None), (_("Yes"), True), (_("No"), False)):
                flag.addItem(text, answer)
            flag.setCurrentIndex({None: 0, True: 1, False: 2}[self.value])
            flag.currentIndexChanged.connect(lambda index: self._take(flag.itemData(index)))
            return flag
        if kind is FactKind.CHOICE:
            choice = ChoiceEdit(self.fact, VOCABULARY[self.fact].values)
            choice.set_labels("", lambda value: answer_label(self.fact, value, _))
            choice.show_value(self.value)
            choice.entered.connect(self._take)
            return choice
        if self.fact in {"age", "licenses"}:
            count = CountEdit(self.fact, MAXIMUM_AGE if self.fact == "age" else _MOST_LICENSES)
            count.show_value(self.value)
            count.entered.connect(self._take)
            return count
        typed = {
            "annual_salary_yen": lambda: TypedEdit(self.fact, read_pay, lambda yen: f"{yen:,}"),
            "experience_years": lambda: TypedEdit(self.fact, read_years, lambda years: write_years(years, _)),
            "date_of_birth": lambda: TypedEdit(self.fact, read_day, str),
        }[self.fact]()
        typed.show_value(self.value)
        typed.entered.connect(self._take)
        return typed

    def _take(self, value: object) -> None:
        self.value = value
        self.changed.emit()

    def _collect(self) -> None:
        self._take(frozenset(word for word, box in self._boxes.items() if box.isChecked()))
