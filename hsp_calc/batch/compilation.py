"""The rows of a sheet as formulas: which count, what they give, and what they could give at most.

It says in formulas what ``hsp_calc.rules.evaluation`` decides person by person, from the same parsed rules.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from hsp_calc.batch.formulas import Formula, both, either, fails, given, negated, passes
from hsp_calc.rules import Value
from hsp_calc.rules.components import Part
from hsp_calc.rules.dependency_order import DecisionUnit
from hsp_calc.rules.table_model import Count, Criterion


@dataclass(frozen=True, slots=True)
class Case:
    """Points that the first formula that holds gives; 0 where none does.

    Attributes:
        whens: each formula with its points and the rows that it stands for.
    """

    whens: tuple[tuple[Formula, int, tuple[str, ...]], ...]

    def given(self, facts: Mapping[str, Value | None]) -> "Case":
        """The same where some facts are known."""
        kept: list[tuple[Formula, int, tuple[str, ...]]] = []
        for formula, points, rows in self.whens:
            known = given(formula, facts)
            if known != either(()):
                kept.append((known, points, rows))
            if known == both(()):
                break
        return Case(tuple(kept))

    def points(self, facts: Mapping[str, Value | None]) -> int:
        """What it gives where every fact is known or known to be unanswered."""
        whens = self.given(facts).whens
        return whens[0][1] if whens else 0

    @property
    def constant(self) -> int | None:
        """What it gives whatever the facts; None where that depends on them."""
        if not self.whens:
            return 0
        return self.whens[0][1] if self.whens[0][0] == both(()) else None


Sum = tuple[Case, ...]
"""Points that add up."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the rows of a part can give at most where certain facts are not answered.

    Attributes:
        unanswered: these facts; the others of the part are answered.
        greatest: the sums of which the greatest is meant.
    """

    unanswered: tuple[str, ...]
    greatest: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part of a sheet in formulas.

    Attributes:
        facts: every fact that it names.
        units: the rows that count, with what they give.
        patterns: what they can give at most, for each way in which facts are not answered.
    """

    facts: tuple[str, ...]
    units: Sum
    patterns: tuple[Pattern, ...]


def compile_part(part: Part) -> CompiledPart:
    """A part of a sheet in formulas."""
    counting: dict[str, Formula] = {}
    units: list[Case] = []
    for unit in part.units:
        alone = [_alone(row, counting) for row in unit.criteria]
        counting |= dict(zip((row.id for row in unit.criteria), _counting(unit, alone), strict=True))
        units.append(_points(unit, alone))
    facts = tuple(part.answers)
    compiled = tuple(units)
    subsets = (names for size in range(1, len(facts) + 1) for names in combinations(facts, size))
    return CompiledPart(facts, compiled, tuple(_pattern(part, compiled, names) for names in subsets))


def _alone(row: Criterion, counting: Mapping[str, Formula]) -> Formula:
    """Whether nothing but the other rows of its unit keeps a row from counting."""
    excluded = (both((counting[e.criterion], negated(fails(e.when)))) for e in row.excluded_by)
    return both(
        (
            passes(row.when),
            *(counting[name] for name in row.requires),
            passes(row.requires_facts),
            *(negated(formula) for formula in excluded),
        )
    )


def _ranked(unit: DecisionUnit) -> list[int]:
    """The places of the rows of a unit of which the best counts, the best first; of equals the first printed."""
    return sorted(range(len(unit.criteria)), key=lambda index: -unit.criteria[index].points)


def _counting(unit: DecisionUnit, alone: list[Formula]) -> Iterator[Formula]:
    """For each row of a unit, whether it counts."""
    match unit.count:
        case Count.SUM:
            yield from alone
        case Count.BEST:
            ranked = _ranked(unit)
            for index, formula in enumerate(alone):
                better = ranked[: ranked.index(index)]
                yield both((formula, negated(either(alone[place] for place in better))))
        case Count.TIERS:
            for index, formula in enumerate(alone):
                yield both((formula, negated(_at_least(len(unit.tiers), alone[:index]))))


def _points(unit: DecisionUnit, alone: list[Formula]) -> Case:
    rows = [row.id for row in unit.criteria]
    match unit.count:
        case Count.SUM | Count.BEST:
            return Case(tuple((alone[i], unit.criteria[i].points, (rows[i],)) for i in _ranked(unit)))
        case Count.TIERS:
            tiers = sorted(enumerate(unit.tiers, 1), reverse=True)
            return Case(tuple((_at_least(n, alone), points, tuple(rows)) for n, points in tiers if n <= len(rows)))


def _at_least(number: int, formulas: list[Formula]) -> Formula:
    """Whether so many of some formulas hold."""
    return either(both(some) for some in combinations(formulas, number))


def _pattern(part: Part, units: Sum, unanswered: tuple[str, ...]) -> Pattern:
    """What a part can give at most where some of its facts are not answered.

    Every way to answer them gives a sum that depends on the other facts alone; of these sums, those that another one
    reaches or passes whatever the other facts are left out.
    """
    others = {fact: answers for fact, answers in part.answers.items() if fact not in unanswered}
    elsewhere = list(Part(part.units, others).situations())
    open_facts = dict.fromkeys(unanswered)
    ways = [open_facts, *Part(part.units, {fact: part.answers[fact] for fact in unanswered}).situations()]
    sums = dict.fromkeys(tuple(case.given(way) for case in units if case.given(way).whens) for way in ways)
    values = {kept: tuple(sum(case.points(facts) for case in kept) for facts in elsewhere) for kept in sums}
    return Pattern(unanswered, tuple(_undominated(values)))


def _undominated(values: Mapping[Sum, tuple[int, ...]]) -> Iterator[Sum]:
    ranked = sorted(values, key=lambda kept: (-sum(values[kept]), len(kept)))
    chosen: list[Sum] = []
    for kept in ranked:
        if not any(all(a >= b for a, b in zip(values[other], values[kept], strict=True)) for other in chosen):
            chosen.append(kept)
            yield kept
