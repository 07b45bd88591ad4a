"""The parts of a sheet that have no fact, no block and no rule in common, and the situations each can be in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product
from math import prod

from hsp_calc.facts import VOCABULARY, FactKind
from hsp_calc.rules.conditions import Value
from hsp_calc.rules.dependency_order import DecisionUnit, deciding_order, named_rows
from hsp_calc.rules.table_model import CategoryRules, Criterion, Test

Bounds = Mapping[str, tuple[int, ...]]
"""For each number, where a rule tells one value from the next, rising."""


@dataclass(frozen=True)
class Part:
    """Rows that nothing links to the other rows of the sheet.

    Attributes:
        units: the rows, in deciding order.
        answers: every fact they name, with every answer to it that the rules tell apart.
    """

    units: tuple[DecisionUnit, ...]
    answers: Mapping[str, tuple[Value, ...]]

    @cached_property
    def rows(self) -> tuple[Criterion, ...]:
        """The rows of all units."""
        return tuple(criterion for unit in self.units for criterion in unit.criteria)

    @property
    def situation_count(self) -> int:
        """How many situations there are."""
        return prod(len(answers) for answers in self.answers.values())

    def situations(self, known: Mapping[str, Value | None] | None = None) -> Iterator[dict[str, Value | None]]:
        """Every way to answer the facts, or those of them that are not known."""
        given: dict[str, Value | None] = {f: value for f, value in (known or {}).items() if value is not None}
        unanswered = [fact for fact in self.answers if fact not in given]
        for answer in product(*(self.answers[fact] for fact in unanswered)):
            yield given | dict(zip(unanswered, answer, strict=True))


def parts(rules: CategoryRules) -> list[Part]:
    """The parts of a sheet.

    Raises:
        graphlib.CycleError: rows depend on each other in a circle.
    """
    bounds = bounds_of(rules)
    groups: list[tuple[list[DecisionUnit], set[str]]] = []
    for unit in deciding_order(rules):
        links = {criterion.id for criterion in unit.criteria}
        for criterion in unit.criteria:
            links.update(named_rows(criterion), *conditions(criterion))
        linked = [group for group in groups if not links.isdisjoint(group[1])]
        groups = [group for group in groups if links.isdisjoint(group[1])]
        units = [*chain.from_iterable(units for units, _ in linked), unit]
        groups.append((units, links.union(*(names for _, names in linked))))
    return [
        Part(tuple(units), {fact: _answers(fact, bounds) for fact in sorted(names & VOCABULARY.keys())})
        for units, names in groups
    ]


def bounds_of(rules: CategoryRules) -> Bounds:
    """The bounds of every number that the rows and gates of a sheet name."""
    everywhere: Iterable[Mapping[str, Test]] = (
        *(condition for _, _, row in rules.rows() for condition in conditions(row)),
        *(gate.when for gate in rules.gates),
    )
    found: dict[str, set[int]] = {}
    for condition in everywhere:
        for fact, test in condition.items():
            if VOCABULARY[fact].kind is FactKind.NUMBER:
                found.setdefault(fact, set()).update(b for b in (test.at_least, test.below) if b is not None)
    return {fact: tuple(sorted(bounds)) for fact, bounds in found.items()}


def conditions(row: Criterion) -> Iterator[Mapping[str, Test]]:
    """Every condition that a row or its rules state."""
    yield row.when
    yield row.requires_facts
    for exclusion in row.excluded_by:
        yield exclusion.when


def band(bounds: tuple[int, ...], value: float) -> int:
    """The band that a number lies in, as the least whole number of it; below all bounds, one less than the first."""
    index = bisect_right(bounds, value)
    return bounds[index - 1] if index else bounds[0] - 1


def _answers(fact: str, bounds: Bounds) -> tuple[Value, ...]:
    """Every answer to a fact that the rules tell apart."""
    term = VOCABULARY[fact]
    match term.kind:
        case FactKind.FLAG:
            return (True, False)
        case FactKind.CHOICE:
            return term.values
        case FactKind.CHOICES:
            sizes = range(len(term.values) + 1)
            return tuple(frozenset(some) for size in sizes for some in combinations(term.values, size))
        case FactKind.NUMBER:
            rising = bounds[fact]
            bands = (band(rising, rising[0] - 1), *rising)
            return tuple(number for number in bands if term.least <= number <= term.most) or bands[:1]
