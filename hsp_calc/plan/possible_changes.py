"""What a person can change: one step of one fact each, and nothing that cannot be done.

Nobody grows younger, loses a degree, unlearns a language or asks for lower pay. Years of work come by waiting alone,
and what lies in the past (a training of JICA, Japanese as the major of a degree) is not advised. An employer can become
another one, with what the form asks of it; a degree can be added, and it can be one of a Japanese or a designated
university.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Degree, Facts, Japanese, Position, Research
from hsp_calc.rules import CategoryRules, Count, Criterion, Test
from hsp_calc.rules.conditions import Value, outcome

Answer = bool | int | float | str | tuple[str, ...] | None
"""An answer to a fact, as it is shown; lists in the order of the contract."""


class FactChangeKind(StrEnum):
    """What a change takes, the easiest first: an exam is in one's own hands, and waiting asks for nothing but time.

    Pay is for the employer to give, another employer for oneself to find; research and degrees take years.
    """

    EXAM = "exam"
    TIME = "time"
    SALARY = "salary"
    EMPLOYER = "employer"
    RESEARCH = "research"
    EDUCATION = "education"

    @property
    def effort(self) -> int:
        """Its place in that order."""
        return list(FactChangeKind).index(self)


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that becomes another.

    Attributes:
        fact: the fact.
        before: the answer as it is; None where there is none.
        after: the answer as it becomes.
        kind: what it takes.
        alternatives: other answers that give the same.
    """

    fact: str
    before: Answer
    after: Answer
    kind: FactChangeKind
    alternatives: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A step of one fact.

    Attributes:
        change: what is shown of it.
        value: the answer as ``Facts`` holds it.
        step: its place among the steps of the fact; a higher step takes more.
    """

    change: FactChange
    value: Value
    step: int

    @property
    def fact(self) -> str:
        """The fact that changes."""
        return self.change.fact


FLAGS: Mapping[str, FactChangeKind] = MappingProxyType(
    {
        "foreign_qualification": FactChangeKind.EXAM,
        "innovation_support": FactChangeKind.EMPLOYER,
        "sme": FactChangeKind.EMPLOYER,
        "local_government_support": FactChangeKind.EMPLOYER,
        "rd_ratio_over_3pct": FactChangeKind.EMPLOYER,
        "growth_project": FactChangeKind.EMPLOYER,
        "asset_management": FactChangeKind.EMPLOYER,
        "investment_100m": FactChangeKind.EMPLOYER,
        "multiple_fields": FactChangeKind.EDUCATION,
        "japanese_degree": FactChangeKind.EDUCATION,
        "designated_university": FactChangeKind.EDUCATION,
    }
)
"""The facts that can turn from no to yes, and what that takes."""

_RISING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "japanese": (Japanese.NONE, Japanese.N2, Japanese.N1, Japanese.JAPANESE_MAJOR),
        "position": (Position.NONE, Position.DIRECTOR, Position.REPRESENTATIVE),
    }
)
_OF_NO_USE = frozenset({"age", "date_of_birth", "jica_used_japanese_university"})

_MOST_EXAMS = 2
_MOST_ACHIEVEMENTS = 2
_LANGUAGE = (Japanese.N2, Japanese.N1)
_POSITIONS = (Position.DIRECTOR, Position.REPRESENTATIVE)
_DEGREES = ((Degree.BACHELOR,), (Degree.MASTER, Degree.PROFESSIONAL), (Degree.MBA_MOT,), (Degree.DOCTOR,))
_ORDER = (*(degree.value for degree in Degree), *(achievement.value for achievement in Research))
_ACHIEVEMENTS = (Research.PAPERS, Research.PATENT, Research.GRANTS, Research.OTHER)


def possible_moves(facts: Facts, scorer: Scorer, category: Category) -> tuple[Move, ...]:
    """Every step that a person can take and that a row or gate of the category asks for.

    Steps of one fact stand together, the lowest first. Of steps that the form does not tell apart, such as one research
    achievement or another, the first stands for all.
    """
    rules = scorer.table.categories[category]
    asked = asked_facts(rules)
    found: list[Move] = []
    for fact, steps in _STEPS.items():
        if fact in asked:
            found += _told_apart(steps(facts, scorer, category), rules)
    found += [
        Move(FactChange(fact, getattr(facts, fact), True, kind), True, 0)
        for fact, kind in FLAGS.items()
        if fact in asked and getattr(facts, fact) is not True
    ]
    return tuple(found)


def shown(value: Value | None) -> Answer:
    """An answer of ``Facts`` as it is shown."""
    if isinstance(value, frozenset):
        return tuple(member for member in _ORDER if member in value)
    return str(value) if isinstance(value, str) else value


def is_progress(fact: str, before: Value | None, after: Value | None) -> bool:
    """Whether a person who answers anew has more than before: higher pay, one more degree, yes in place of no."""
    if after is None or after == before or fact in _OF_NO_USE:
        return False
    if isinstance(after, frozenset):
        return after > (before if isinstance(before, frozenset) else frozenset())
    if isinstance(after, str):
        rising = _RISING[fact]
        return not isinstance(before, str) or rising.index(after) > rising.index(before)
    return not isinstance(before, int | float) or after > before


def asked_facts(rules: CategoryRules) -> frozenset[str]:
    """The facts that the rows and gates of a category ask for."""
    conditions = [gate.when for gate in rules.gates]
    for row in rules.criteria.values():
        conditions += _conditions(row)
    return frozenset(fact for condition in conditions for fact in condition)


def _language(facts: Facts, _scorer: Scorer, _category: Category) -> Iterator[Move]:
    now = facts.japanese
    steps = _LANGUAGE if now in {None, Japanese.NONE} else _LANGUAGE[1:] if now is Japanese.N2 else ()
    for level in steps:
        yield Move(FactChange("japanese", shown(now), level.value, FactChangeKind.EXAM), level, _LANGUAGE.index(level))


def _position(facts: Facts, _scorer: Scorer, _category: Category) -> Iterator[Move]:
    now = facts.position
    held = _POSITIONS.index(now) if now in _POSITIONS else -1
    for step, position in enumerate(_POSITIONS):
        if step > held:
            yield Move(FactChange("position", shown(now), position.value, FactChangeKind.EMPLOYER), position, step)


def _licenses(facts: Facts, scorer: Scorer, category: Category) -> Iterator[Move]:
    now = facts.licenses or 0
    for number in scorer.bounds(category, "licenses"):
        if now < number <= now + _MOST_EXAMS:
            yield Move(FactChange("licenses", facts.licenses, number, FactChangeKind.EXAM), number, number)


def _salary(facts: Facts, scorer: Scorer, category: Category) -> Iterator[Move]:
    now = facts.annual_salary_yen
    for yen in scorer.bounds(category, "annual_salary_yen"):
        if now is None or yen > now:
            yield Move(FactChange("annual_salary_yen", now, yen, FactChangeKind.SALARY), yen, yen)


def _degrees(facts: Facts, _scorer: Scorer, _category: Category) -> Iterator[Move]:
    now = facts.degrees
    for step, degrees in enumerate(_DEGREES):
        for degree in degrees:
            if degree not in (now or ()):
                value = frozenset({*(now or ()), degree})
                yield Move(FactChange("degrees", shown(now), shown(value), FactChangeKind.EDUCATION), value, step)


def _research(facts: Facts, _scorer: Scorer, _category: Category) -> Iterator[Move]:
    now = facts.research
    others = [achievement for achievement in _ACHIEVEMENTS if achievement not in (now or ())]
    for count in range(1, _MOST_ACHIEVEMENTS + 1):
        for added in combinations(others, count):
            value = frozenset({*(now or ()), *added})
            change = FactChange("research", shown(now), shown(value), FactChangeKind.RESEARCH)
            yield Move(change, value, count)


_STEPS: Mapping[str, Callable[[Facts, Scorer, Category], Iterator[Move]]] = MappingProxyType(
    {
        "japanese": _language,
        "licenses": _licenses,
        "annual_salary_yen": _salary,
        "position": _position,
        "research": _research,
        "degrees": _degrees,
    }
)


def _told_apart(moves: Iterable[Move], rules: CategoryRules) -> list[Move]:
    """The moves without those that meet the same as an earlier one of the same step, which then names them."""
    found: dict[object, Move] = {}
    for move in moves:
        key = move.step, _met(move, rules)
        first = found.setdefault(key, move)
        if first is not move:
            change = first.change
            others = (*change.alternatives, move.change.after)
            alike = FactChange(change.fact, change.before, change.after, change.kind, others)
            found[key] = Move(alike, first.value, first.step)
    return list(found.values())


def _met(move: Move, rules: CategoryRules) -> object:
    """What the rows that ask for the fact make of the new answer, where one row is as good as another."""
    named = {
        name for row in rules.criteria.values() for name in (*row.requires, *(e.criterion for e in row.excluded_by))
    }
    met: Counter[object] = Counter()
    place = -1
    for section in rules.sections:
        for block in section.blocks:
            place += 1
            for row in block.criteria:
                tests = [
                    test for condition in _conditions(row) for fact, test in condition.items() if fact == move.fact
                ]
                if tests:
                    outcomes = tuple(outcome(test, move.value) for test in tests)
                    plain = set(row.when) == {move.fact} and not row.requires_facts and row.id not in named
                    alike = plain and not row.requires and not row.excluded_by and block.count is not Count.SUM
                    met[place if alike else row.id, row.points, outcomes] += 1
    return frozenset(met.items())


def _conditions(row: Criterion) -> tuple[Mapping[str, Test], ...]:
    return (row.when, row.requires_facts, *(exclusion.when for exclusion in row.excluded_by))


ORDER = (*_STEPS, *FLAGS)
"""The facts that can be changed, in the order in which suggestions that are as easy name them."""
