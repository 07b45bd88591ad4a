"""The facts that can be changed by arrow keys while others watch. Plain Python, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.sheet_layout import arrange
from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Translator, answer_label, fact_label

_ORDER = (
    "annual_salary_yen",
    "experience_years",
    "japanese",
    "japanese_degree",
    "designated_university",
    "licenses",
    "position",
    "innovation_support",
    "sme",
    "growth_project",
    "foreign_qualification",
    "local_government_support",
    "multiple_fields",
    "asset_management",
    "investment_100m",
)
_MOST = 9  # as many as there are keys from 1 to 9
_STEPS = {"annual_salary_yen": 1_000_000, "experience_years": 1, "licenses": 1}
_GREATEST = {"annual_salary_yen": 100_000_000, "experience_years": 60, "licenses": 9}


@dataclass(frozen=True, slots=True)
class Lever:
    """A fact with one answer, to be moved up or down.

    Attributes:
        fact: the fact.
        category: the sheet it is looked at on.
    """

    fact: str
    category: Category

    def label(self, _: Translator) -> str:
        """What the fact is called."""
        return fact_label(self.fact, _)

    def shown(self, facts: Facts, _: Translator) -> str:
        """The answer in words."""
        value = self._value(facts)
        match value:
            case None:
                return _("Not answered")
            case bool() | str():
                return answer_label(self.fact, value, _)
            case _ if self.fact == "annual_salary_yen":
                return _.yen(int(value))
            case _ if self.fact == "experience_years":
                return _.duration(value)
            case _:
                return f"{value:g}"

    def move(self, editor: CaseSession, step: int) -> None:
        """Enter the next answer up (1) or down (-1); at either end nothing changes."""
        editor.close_entry()  # each move is undone by itself
        value = self._value(editor.facts)
        kind = VOCABULARY[self.fact].kind
        if kind is FactKind.FLAG:
            editor.set_fact(self.fact, step > 0)
        elif kind is FactKind.CHOICE:
            values = VOCABULARY[self.fact].values
            place = values.index(str(value)) + step if value is not None else 0
            editor.set_fact(self.fact, values[min(max(place, 0), len(values) - 1)])
        else:
            self._enter(editor, self._next(float(value or 0), step))
        editor.close_entry()

    def _next(self, value: float, step: int) -> float:
        """The next full step above or below a number."""
        size = _STEPS[self.fact]
        whole = value // size
        following = whole + 1 if step > 0 else whole - 1 if value == whole * size else whole
        return min(max(following * size, 0), _GREATEST[self.fact])

    def _enter(self, editor: CaseSession, value: float) -> None:
        if self.fact == "experience_years":
            editor.set_experience(self.category, value)
        else:
            editor.set_fact(self.fact, int(value))

    def _value(self, facts: Facts) -> bool | str | float | None:
        experience = self.fact == "experience_years"
        value: bool | str | float | None = (
            facts.experience_in(self.category) if experience else getattr(facts, self.fact)
        )
        return value


def levers(rules: CategoryRules, category: Category) -> list[Lever]:
    """The facts of a sheet that matter most in a meeting, in the order of their keys."""
    asked = set(_facts(rules))
    return [Lever(fact, category) for fact in _ORDER if fact in asked][:_MOST]


def _facts(rules: CategoryRules) -> Iterator[str]:
    arrangement = arrange(rules)
    for facts in arrangement.fields.values():
        yield from facts
    for boxes in arrangement.boxes.values():
        yield from (box.fact for box in boxes)
