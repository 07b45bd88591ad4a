"""What reaches a target: up to three changes together, all that there are, and none that could be spared.

A suggestion is *less* than another if it asks for some of the same facts only, none of them further, and no longer a
wait. Every suggestion reaches the target and none that is less does; so no change in it could be left out or made
smaller. All combinations are tried, the lesser first; what is more than one that reaches is passed over unasked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product

from hsp_calc.casefile import Case
from hsp_calc.engine import GateResult, Scorer, ScoreSheet
from hsp_calc.facts import Category, DatedFacts, Experience, Facts, Profile
from hsp_calc.plan.change_days import change_days, value_of, years_after
from hsp_calc.plan.possible_changes import (
    ORDER,
    Answer,
    FactChange,
    FactChangeKind,
    Move,
    asked_facts,
    is_progress,
    possible_moves,
    shown,
)
from hsp_calc.plan.scorers import Scorers
from hsp_calc.plan.timeline import YEARS_AHEAD
from hsp_calc.rules import CategoryRules
from hsp_calc.rules.conditions import Value, holds
from hsp_calc.validation import InputError

MOST_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Changes that together reach the target.

    Attributes:
        changes: what changes, the easiest first.
        gain: the points gained against those of the reference date.
        total: the points that are reached.
        kind: what the hardest of the changes takes.
        on: the day from which it holds, where it asks for waiting; None where it holds as soon as it is done.
        evidence: the numbers of the documents that prove what is new.
        opens: the gates that are passed then and were not before; they are why it helps even without a point gained.
    """

    changes: tuple[FactChange, ...]
    gain: int
    total: int
    kind: FactChangeKind
    on: date | None
    evidence: tuple[str, ...]
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What reaches a target.

    Attributes:
        target: the points to be reached.
        current: the points on the reference date.
        reached: whether they are enough, and no gate is known to be closed.
        suggestions: the fewest changes first, then the easiest; none where the target is reached.
        gates: the gates that are not passed on the reference date, or not known to be; whatever the points, the person
            is not recognised until they are.
    """

    target: int
    current: int
    reached: bool
    suggestions: tuple[Suggestion, ...]
    gates: tuple[GateResult, ...] = ()


def advise(
    profile: Profile, category: Category, scorers: Scorers, on: date, target: int, *, until: date | None = None
) -> Advice:
    """What reaches a target from a day on.

    A gate that is closed must open, too; one of which nothing is known is a question left open and no obstacle.

    Args:
        profile: the person.
        category: the sheet.
        scorers: the tables.
        on: the reference date.
        target: the points to be reached.
        until: how long to wait at most, this day excluded; otherwise 5 years.

    Raises:
        NoTableError: no verified table is carried for the reference date.
        InputError: the person is not born on the reference date, or older than anyone.
    """
    end = years_after(on, YEARS_AHEAD) if until is None else until
    starts = [_Start(profile.facts_on(on), scorers.on(on), category, on)]
    before = starts[0].sheet(())
    current, gates = before.total, tuple(gate for gate in before.gates if gate.passed is not True)
    if starts[0].reaches((), target):
        return Advice(target, current, True, (), gates)
    starts += _waits(starts[0], profile, scorers, end)
    found = [_suggestion(start, moves, before, target) for start, moves in _least(starts, target)]
    return Advice(target, current, False, tuple(sorted(found, key=_order)), gates)


def with_changes(case: Case, suggestion: Suggestion, on: date) -> Case:
    """A case in which a suggestion is carried out on a day, or on the day that it asks to wait for."""
    facts = Facts.read({c.fact: _plain(c.after) for c in suggestion.changes if c.kind is not FactChangeKind.TIME})
    if not facts.model_fields_set:
        return case
    entry = DatedFacts.model_validate({"from": suggestion.on or on, "facts": facts})
    return case.model_copy(update={"history": (*case.history, entry)})


@dataclass(frozen=True, slots=True)
class _Start:
    """A day from which changes are tried: the reference date, or one to wait for."""

    facts: Facts
    scorer: Scorer
    category: Category
    day: date
    waited: tuple[FactChange, ...] = ()
    were: Mapping[str, Value | None] = field(default_factory=dict)
    """The facts that are otherwise by then, as they are on the reference date."""

    def moves(self) -> tuple[Move, ...]:
        """The moves that can be made; what comes by waiting is left as it comes."""
        return tuple(
            move for move in possible_moves(self.facts, self.scorer, self.category) if move.fact not in self.were
        )

    def total(self, moves: Sequence[Move]) -> int:
        return self.scorer.total(self._after(moves), self.category, self.day)

    def sheet(self, moves: Sequence[Move]) -> ScoreSheet:
        return self.scorer.sheet(self._after(moves), self.category, self.day)

    def reaches(self, moves: Sequence[Move], target: int, *, without: frozenset[str] = frozenset()) -> bool:
        facts = self._after(moves)
        if without:
            facts = facts.model_copy(update={fact: self._as_it_was(fact) for fact in without})
        if self.scorer.total(facts, self.category, self.day) < target:
            return False
        gates = self.rules.gates
        return all(
            holds(gate.when, {fact: value_of(facts, fact, self.category, self.day) for fact in gate.when}) is not False
            for gate in gates
        )

    def needed(self, moves: Sequence[Move], target: int) -> tuple[FactChange, ...]:
        """What is waited for, less what could as well stay as it was."""
        spared: frozenset[str] = frozenset()
        for change in self.waited:
            more = spared | {change.fact}
            if len(more) < len(self.waited) and self.reaches(moves, target, without=more):
                spared = more
        return tuple(change for change in self.waited if change.fact not in spared)

    @property
    def rules(self) -> CategoryRules:
        return self.scorer.table.categories[self.category]

    def _as_it_was(self, fact: str) -> object:
        value = self.were[fact]
        if fact != "experience_years":
            return value
        return Experience().with_years({self.category: value if isinstance(value, int | float) else None})

    def _after(self, moves: Sequence[Move]) -> Facts:
        return self.facts.model_copy(update={move.fact: move.value for move in moves}) if moves else self.facts


def _waits(now: _Start, profile: Profile, scorers: Scorers, until: date) -> Iterator[_Start]:
    """The days to wait for: a band of experience is reached, or a fact that is dated already becomes true."""
    years = {bound for table in scorers.tables for bound in scorers.of(table).bounds(now.category, "experience_years")}
    for day in sorted(set(change_days(profile, now.category, ages=(), years=years))):
        scorer = scorers.on_or_none(day) if now.day < day < until else None
        if scorer is None:
            continue
        facts = profile.facts_on(day)
        try:
            facts.age_on(day)
        except InputError:  # older than anyone by then
            return
        come = {fact: _values(fact, now, facts, day) for fact in asked_facts(scorer.table.categories[now.category])}
        waited = tuple(_waited(come, scorer.bounds(now.category, "experience_years")))
        if 0 < len(waited) <= MOST_CHANGES:
            were = {fact: before for fact, (before, after) in come.items() if before != after}
            yield _Start(facts, scorer, now.category, day, waited, were)


def _values(fact: str, now: _Start, facts: Facts, day: date) -> tuple[Value | None, Value | None]:
    """A fact on the reference date and on another; of the age, nothing: it is nobody's doing."""
    if fact == "age":
        return None, None
    return value_of(now.facts, fact, now.category, now.day), value_of(facts, fact, now.category, day)


def _waited(come: Mapping[str, tuple[Value | None, Value | None]], bands: Sequence[int]) -> Iterator[FactChange]:
    """What is better by then; what is worse is no advice, but counted all the same."""
    for fact in Facts.model_fields:
        before, after = come.get(fact, (None, None))
        if fact == "experience_years":
            if _band(before, bands) != _band(after, bands) and is_progress(fact, before, after):
                yield FactChange(fact, _years(before), _years(after), FactChangeKind.TIME)
        elif is_progress(fact, before, after):
            yield FactChange(fact, shown(before), shown(after), FactChangeKind.TIME)


def _least(starts: Sequence[_Start], target: int) -> Iterator[tuple[_Start, tuple[Move, ...]]]:
    """The combinations that reach the target while none that is less does."""
    enough: list[set[frozenset[tuple[str, object]]]] = []
    for start in starts:
        groups: dict[str, list[Move]] = {}
        for move in start.moves():
            groups.setdefault(move.fact, []).append(move)
        lower = _lower(groups)
        known: set[frozenset[tuple[str, object]]] = set()
        for size in range(MOST_CHANGES - len(start.waited) + 1):
            for facts in combinations(groups, size):
                for moves in product(*(groups[fact] for fact in facts)):
                    key = frozenset([(move.fact, move.value) for move in moves])
                    less = (key - {own} | other for own in key for other in lower[own])
                    if any(key in earlier for earlier in enough) or any(one in known for one in less):
                        known.add(key)
                    elif start.reaches(moves, target):
                        known.add(key)
                        yield start, moves
        enough.append(known)


def _lower(groups: Mapping[str, Sequence[Move]]) -> dict[tuple[str, object], list[frozenset[tuple[str, object]]]]:
    """For each move, what is next below it: the moves of the step before, or not to move at all."""
    found: dict[tuple[str, object], list[frozenset[tuple[str, object]]]] = {}
    for moves in groups.values():
        steps = sorted({move.step for move in moves})
        for move in moves:
            index = steps.index(move.step)
            below = [other for other in moves if index and other.step == steps[index - 1]]
            found[move.fact, move.value] = [frozenset({(other.fact, other.value)}) for other in below] or [frozenset()]
    return found


def _suggestion(start: _Start, moves: Sequence[Move], before: ScoreSheet, target: int) -> Suggestion:
    after = start.sheet(moves)
    changes = [*start.needed(moves, target), *(move.change for move in moves)]
    changes.sort(key=lambda change: (change.kind.effort, _place(change)))
    return Suggestion(
        changes=tuple(changes),
        gain=after.total - before.total,
        total=after.total,
        kind=changes[-1].kind,
        on=start.day if start.waited else None,
        evidence=_evidence(before, after, start.rules),
        opens=_opened(before, after),
    )


def _evidence(before: ScoreSheet, after: ScoreSheet, rules: CategoryRules) -> tuple[str, ...]:
    """The marks of the rows that give more than before, and of those that ask for what a gate asks for."""
    was = {line.criterion: line.points for line in before.lines}
    marks = {mark for line in after.lines if line.points > was.get(line.criterion, 0) for mark in line.evidence}
    opened = _opened(before, after)
    for gate in rules.gates:
        if gate.id in opened:
            rows = (row for _, _, row in rules.rows() if not gate.when.keys().isdisjoint(row.when))
            marks.update(mark for row in rows for mark in row.evidence)
    return tuple(sorted(marks))


def _opened(before: ScoreSheet, after: ScoreSheet) -> tuple[str, ...]:
    """The gates that are passed after a change and were not before."""
    passed = {gate.id for gate in before.gates if gate.passed}
    return tuple(gate.id for gate in after.gates if gate.passed and gate.id not in passed)


def _order(suggestion: Suggestion) -> tuple[object, ...]:
    changes = suggestion.changes
    efforts = sorted((change.kind.effort for change in changes), reverse=True)
    return (
        len(changes),
        efforts,
        suggestion.on or date.min,
        sum(map(_raise, changes)),
        [_place(change) for change in changes],
    )


def _place(change: FactChange) -> tuple[int, str]:
    return ORDER.index(change.fact) if change.fact in ORDER else len(ORDER), str(change.after)


def _raise(change: FactChange) -> int:
    """The yen that a change asks for."""
    if change.fact != "annual_salary_yen" or not isinstance(change.after, int):
        return 0
    return change.after - (change.before if isinstance(change.before, int) else 0)


def _band(value: object, bounds: Sequence[int]) -> int | None:
    return sum(value >= bound for bound in bounds) if isinstance(value, int | float) else None


def _years(value: object) -> Answer:
    """Years as they are shown; completed months make twelfths."""
    if not isinstance(value, int | float):
        return None
    return int(value) if float(value).is_integer() else round(value, 2)


def _plain(answer: Answer) -> object:
    return list(answer) if isinstance(answer, tuple) else answer
