"""The facts that a rule may speak of, and of what kind each is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.facts.facts import MAXIMUM_AGE, Degree, Japanese, Position, Research


class FactKind(StrEnum):
    """How a fact is answered."""

    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Term:
    """A fact as rules see it.

    Attributes:
        name: the fact; ``age`` stands for completed years, however they are known.
        kind: how it is answered.
        values: what may be answered, for a choice or choices.
        least: the least number that can be.
        most: the greatest number that can be.
    """

    name: str
    kind: FactKind
    values: tuple[str, ...] = ()
    least: float = 0
    most: float = math.inf


_CHOICES: dict[str, tuple[FactKind, type[StrEnum]]] = {
    "degrees": (FactKind.CHOICES, Degree),
    "research": (FactKind.CHOICES, Research),
    "position": (FactKind.CHOICE, Position),
    "japanese": (FactKind.CHOICE, Japanese),
}
_NUMBERS = {"age": MAXIMUM_AGE, "experience_years": math.inf, "annual_salary_yen": math.inf, "licenses": math.inf}
_FLAGS = (
    "multiple_fields",
    "innovation_support",
    "sme",
    "local_government_support",
    "rd_ratio_over_3pct",
    "foreign_qualification",
    "japanese_degree",
    "growth_project",
    "designated_university",
    "jica_training",
    "jica_used_japanese_university",
    "investment_100m",
    "asset_management",
)

VOCABULARY: Mapping[str, Term] = MappingProxyType(
    {name: Term(name, FactKind.NUMBER, most=most) for name, most in _NUMBERS.items()}
    | {name: Term(name, kind, tuple(values)) for name, (kind, values) in _CHOICES.items()}
    | {name: Term(name, FactKind.FLAG) for name in _FLAGS}
)
"""Every fact that a condition may name."""
