"""``Scorer``: a rule table made ready to be asked often.

The rows of a sheet fall apart into small parts that have no fact, no block and no rule in common: the degrees, the
salary with the age, the institution, the language with the Japanese degree. A part has few situations (a number
matters only by the band it lies in), so each is decided once, when it is first met, and looked up from then on. A
total is the sum of a dozen look-ups and a full sheet their lines side by side: the same answers, from the same rules.
"""

from collections.abc import Callable
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from hsp_calc.engine.score_sheet import GateResult, Line, ScoreSheet
from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts
from hsp_calc.rules import CategoryRules, RuleTable, Value, decide, holds
from hsp_calc.rules.components import Part, band, bounds_of, parts

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
        found = parts(rules)
        facts = dict.fromkeys(
            [*(fact for part in found for fact in part.answers), *(fact for gate in rules.gates for fact in gate.when)]
        )
        self._bounds = bounds_of(rules)
        self._readings = tuple(
            _Reading(_reader(fact, category), self._bounds.get(fact, ()), VOCABULARY[fact].kind is FactKind.NUMBER)
            for fact in facts
        )
        self._position = {fact: index for index, fact in enumerate(facts)}
        self._parts = tuple(_Decider(rules, part, self._position) for part in found)
        self._row_count = len(rules.criteria)

    def bounds(self, fact: str) -> tuple[int, ...]:
        return self._bounds.get(fact, ())

    def highest_total(self) -> int:
        nothing_known: tuple[Cell, ...] = (None,) * len(self._readings)
        return sum(part.most(nothing_known) for part in self._parts)

    def total(self, facts: Facts, on: date) -> int:
        situation = self._situation(facts, on)
        return sum([part.decided(situation).points for part in self._parts])

    def sheet(self, facts: Facts, on: date) -> ScoreSheet:
        situation = self._situation(facts, on)
        lines: list[Any] = [None] * self._row_count
        total = at_most = 0
        for part in self._parts:
            points, part_lines = part.decided(situation)
            total += points
            at_most += part.most(situation)
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
                value = band(bounds, value)
            cells.append(value)
        return tuple(cells)


class _Reading(NamedTuple):
    """How a fact of the situation is read."""

    read: Callable[[Facts, date], Any]
    bounds: tuple[int, ...]
    is_number: bool


class _Decided(NamedTuple):
    """What a situation of a part comes to."""

    points: int
    lines: tuple[tuple[int, Line], ...]


class _Decider:
    """Decides the situations of a part, each once."""

    def __init__(self, rules: CategoryRules, part: Part, position: dict[str, int]) -> None:
        self._part = part
        self._key: Callable[[tuple[Cell, ...]], Any] = itemgetter(*(position[fact] for fact in part.answers))
        self._bound = sum(unit.most for unit in part.units)
        own = {criterion.id for criterion in part.rows}
        self._rows = [
            (index, section.id, criterion)
            for index, (section, _, criterion) in enumerate(rules.rows())
            if criterion.id in own
        ]
        self._known: dict[Any, _Decided] = {}
        self._most: dict[Any, int] = {}

    def decided(self, situation: tuple[Cell, ...]) -> _Decided:
        key = self._key(situation)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._decide(self._facts(key))
        return found

    def most(self, situation: tuple[Cell, ...]) -> int:
        """The most points that answering what is open can bring; what counts already may only be lost by it."""
        key = self._key(situation)
        found = self._most.get(key)
        if found is None:
            found = self._most[key] = self._greatest(self._facts(key), self.decided(situation).points)
        return found

    def _facts(self, key: Any) -> dict[str, Cell]:
        cells = key if len(self._part.answers) > 1 else (key,)
        return dict(zip(self._part.answers, cells, strict=True))

    def _decide(self, facts: dict[str, Cell]) -> _Decided:
        decisions = decide(self._part.units, facts)
        lines = []
        for index, section, criterion in self._rows:
            decision = decisions[criterion.id]
            line = Line(
                criterion.id,
                section,
                decision.points,
                criterion.points,
                criterion.evidence,
                decision.status,
                decision.reason,
            )
            lines.append((index, line))
        points = sum(line.points for _, line in lines)
        return _Decided(points, tuple(lines))

    def _greatest(self, facts: dict[str, Cell], points: int) -> int:
        if None not in facts.values():
            return points
        for situation in self._part.situations(facts):
            points = max(points, sum(decision.points for decision in decide(self._part.units, situation).values()))
            if points == self._bound:
                break
        return points


def _reader(fact: str, category: Category) -> Callable[[Facts, date], Any]:
    match fact:
        case "age":
            return Facts.age_on
        case "experience_years":
            return lambda facts, _: facts.experience_in(category)
        case _:
            return lambda facts, _: getattr(facts, fact)
