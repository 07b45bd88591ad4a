"""Facts and their answers in words."""

from typing import Any

from hsp_calc.facts import VOCABULARY, Category, FactKind
from hsp_calc.text import Translator, answer_label, fact_label, short_name


def subject_label(fact: str, category: Category | None, _: Translator) -> str:
    """What a fact is called; of years of experience, with their category."""
    label = fact_label(fact, _)
    return label if category is None else f"{label} – {short_name(category, _)}"


def value_label(fact: str, value: Any, _: Translator) -> str:
    """An answer in words; None is a fact that is not answered."""
    if value is None:
        return _("not answered")
    match fact:
        case "annual_salary_yen":
            return _.yen(value)
        case "experience_years":
            return _.duration(value)
        case "date_of_birth":
            return _.day(value)
    term = VOCABULARY[fact]
    match term.kind:
        case FactKind.CHOICES:
            return _.listed(answer_label(fact, word, _) for word in term.values if word in value) or _("None of these")
        case FactKind.NUMBER:
            return str(value)
        case _:
            return answer_label(fact, value, _)
