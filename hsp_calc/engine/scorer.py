"""``Scorer``: a rule table made ready to be asked often.

The rows of a sheet fall apart into small parts that have no fact, no block and no rule in common: the degrees, the
salary with the age, the institution, the language with the Japanese degree. A part has few situations (a number
matters only by the band it lies in), so each is decided once, when it is first met, and looked up from then on. A
total is the sum of a dozen look-ups and a full sheet their lines side by side: the same answers, from the same rules.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations, product
from operator import itemgetter
from typing import Any, NamedTuple

from hsp_calc.engine.deciding import decide
from hsp_calc.engine.logic import Value, holds
from hsp_calc.engine.sheet import GateResult, Line, ScoreSheet
from hsp_calc.facts import VOCABULARY, Category, Facts, Kind
from hsp_calc.rules import CategoryRules, Criterion, RuleTable, Test
from hsp_calc.rules.order import Unit, deciding_order, named_rows

Cell = Value | None
"""What a person answered to one fact; of a number, a representative of its band."""


class Scorer:
    """Scores persons under one rule table.

    Attributes:
        table: the rule table.
    """

    def __init__(self, table: RuleTable) -> None:
        self.table = table
        self._sheets = {category: _Sheet(table, category) for category in Category}

    def total(self, facts: Facts, category: Category, on: date) -> int:
        """The points of a person in a category on a day.

        Raises:
            InputError: the person is not born on that day, or older than anyone.
        """
        return self._sheets[category].total(facts, on)

    def sheet(self, facts: Facts, category: Category, on: date) -> ScoreSheet:
        """The score of a person in a category on a day, with every row.

        Raises:
            InputError: the person is not born on that day, or older than anyone.
        """
        return self._sheets[category].sheet(facts, on)

    def sheets(self, facts: Facts, on: date) -> dict[Category, ScoreSheet]:
        """The score of a person in all three categories on a day.

        Raises:
            InputError: the person is not born on that day, or older than anyone.
        """
        return {category: self.sheet(facts, category, on) for category in Category}

    def highest_total(self, category: Category) -> int:
        """The most points that anyone can have in a category."""
        return self._sheets[category].highest_total()

    def bounds(self, category: Category, fact: str) -> tuple[int, ...]:
        """The numbers, rising, at which points or gates of a category change with a fact."""
        return self._sheets[category].bounds(fact)


class _Sheet:
    """One category of a table, made ready."""

    def __init__(self, table: RuleTable, category: Category) -> None:
        self._table = table
        self._category = category
        rules = table.categories[category]
        conditions = [
            *(condition for _, _, row in rules.rows() for condition in _conditions(row)),
            *(gate.when for gate in rules.gates),
        ]
        facts = dict.fromkeys(chain.from_iterable(conditions))
        self._readings = tuple(
            _Reading(_reader(fact, category), _bounds(fact, conditions), VOCABULARY[fact].kind is Kind.NUMBER)
            for fact in facts
        )
        self._position = {fact: index for index, fact in enumerate(facts)}
        self._parts = tuple(
            _Part(rules, units, {fact: self._possible(fact) for fact in fact_names}, self._position)
            for units, fact_names in _independent(rules)
        )
        self._row_count = len(rules.criteria)

    def bounds(self, fact: str) -> tuple[int, ...]:
        return self._readings[self._position[fact]].bounds if fact in self._position else ()

    def highest_total(self) -> int:
        nothing_known: tuple[Cell, ...] = (None,) * len(self._readings)
        return sum(part.decided(nothing_known).most for part in self._parts)

    def total(self, facts: Facts, on: date) -> int:
        situation = self._situation(facts, on)
        return sum([part.decided(situation).points for part in self._parts])

    def sheet(self, facts: Facts, on: date) -> ScoreSheet:
        situation = self._situation(facts, on)
        lines: list[Any] = [None] * self._row_count
        total = at_most = 0
        for part in self._parts:
            points, most, part_lines = part.decided(situation)
            total += points
            at_most += most
            for index, line in part_lines:
                lines[index] = line
        known = dict(zip(self._position, situation, strict=True))
        gates = self._table.categories[self._category].gates
        return ScoreSheet(
            table=self._table.id,
            category=self._category,
            on=on,
            total=total,
            at_most=at_most,
            pass_mark=self._table.pass_mark,
            marks=self._table.marks,
            gates=tuple([GateResult(gate.id, holds(gate.when, known)) for gate in gates]),
            lines=tuple(lines),
        )

    def _situation(self, facts: Facts, on: date) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for read, bounds, is_number in self._readings:
            value = read(facts, on)
            if is_number and value is not None:
                value = _band(bounds, value)
            cells.append(value)
        return tuple(cells)

    def _possible(self, fact: str) -> tuple[Value, ...]:
        """Every answer that a fact can have, as far as the rules tell them apart."""
        term = VOCABULARY[fact]
        match term.kind:
            case Kind.FLAG:
                return (True, False)
            case Kind.CHOICE:
                return term.values
            case Kind.CHOICES:
                sizes = range(len(term.values) + 1)
                return tuple(frozenset(some) for size in sizes for some in combinations(term.values, size))
            case Kind.NUMBER:
                bounds = self.bounds(fact)
                return (_band(bounds, bounds[0] - 1), *bounds)


class _Reading(NamedTuple):
    """How a fact of the situation is read."""

    read: Callable[[Facts, date], Any]
    bounds: tuple[int, ...]
    is_number: bool


class _Decided(NamedTuple):
    """What a situation of a part comes to."""

    points: int
    most: int
    lines: tuple[tuple[int, Line], ...]


class _Part:
    """Rows that nothing links to the other rows of the sheet."""

    def __init__(
        self,
        rules: CategoryRules,
        units: Sequence[Unit],
        possible: Mapping[str, tuple[Value, ...]],
        position: Mapping[str, int],
    ) -> None:
        self._units = units
        self._possible = possible
        indices = [position[fact] for fact in possible]
        self._key: Callable[[tuple[Cell, ...]], Any] = itemgetter(*indices)
        own = {criterion.id for unit in units for criterion in unit.criteria}
        self._rows = [
            (index, section.id, criterion)
            for index, (section, _, criterion) in enumerate(rules.rows())
            if criterion.id in own
        ]
        self._known: dict[Any, _Decided] = {}

    def decided(self, situation: tuple[Cell, ...]) -> _Decided:
        key = self._key(situation)
        found = self._known.get(key)
        if found is None:
            cells = key if len(self._possible) > 1 else (key,)
            found = self._known[key] = self._decide(dict(zip(self._possible, cells, strict=True)))
        return found

    def _decide(self, facts: dict[str, Cell]) -> _Decided:
        decisions = decide(self._units, facts)
        lines = []
        for index, section, criterion in self._rows:
            decision = decisions[criterion.id]
            lines.append(
                (
                    index,
                    Line(
                        criterion.id,
                        section,
                        decision.points,
                        criterion.points,
                        criterion.evidence,
                        decision.status,
                        decision.reason,
                    ),
                )
            )
        points = sum(line.points for _, line in lines)
        return _Decided(points, self._most(facts, points), tuple(lines))

    def _most(self, facts: dict[str, Cell], points: int) -> int:
        """The most points that answering what is open can bring."""
        unanswered = [fact for fact, cell in facts.items() if cell is None]
        if not unanswered:
            return points
        answers = product(*(self._possible[fact] for fact in unanswered))
        return max(
            sum(d.points for d in decide(self._units, facts | dict(zip(unanswered, answer, strict=True))).values())
            for answer in answers
        )


def _band(bounds: tuple[int, ...], value: float) -> int:
    """The band of a number, as the least whole number in it; a number below all bounds as one less than the first."""
    index = bisect_right(bounds, value)
    return bounds[index - 1] if index else bounds[0] - 1


def _reader(fact: str, category: Category) -> Callable[[Facts, date], Any]:
    match fact:
        case "age":
            return Facts.age_on
        case "experience_years":
            return lambda facts, _: facts.experience_in(category)
        case _:
            return lambda facts, _: getattr(facts, fact)


def _conditions(row: Criterion) -> Iterator[Mapping[str, Test]]:
    yield row.when
    yield row.requires_facts
    for exclusion in row.excluded_by:
        yield exclusion.when


def _bounds(fact: str, conditions: Iterable[Mapping[str, Test]]) -> tuple[int, ...]:
    tests = [condition[fact] for condition in conditions if fact in condition]
    return tuple(sorted({bound for test in tests for bound in (test.at_least, test.below) if bound is not None}))


def _independent(rules: CategoryRules) -> list[tuple[list[Unit], tuple[str, ...]]]:
    """The units of a sheet in groups that share no fact and no rule, each with the facts it names."""
    groups: list[tuple[list[Unit], set[str]]] = []
    for unit in deciding_order(rules):
        links = {criterion.id for criterion in unit.criteria}
        for criterion in unit.criteria:
            links.update(named_rows(criterion), *_conditions(criterion))
        linked = [group for group in groups if not links.isdisjoint(group[1])]
        groups = [group for group in groups if links.isdisjoint(group[1])]
        groups.append(
            (
                [*chain.from_iterable(units for units, _ in linked), unit],
                links.union(*(names for _, names in linked)),
            )
        )
    return [(units, tuple(sorted(names & VOCABULARY.keys()))) for units, names in groups]
