"""Why a score is another than it was: the rows that gained or lost points, and the facts behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.plan.change_days import value_of
from hsp_calc.rules import CategoryRules, Count, Criterion, Test
from hsp_calc.rules.conditions import outcome
from hsp_calc.rules.dependency_order import named_rows


@dataclass(frozen=True, slots=True)
class Cause:
    """A row that gives more or fewer points than before, or a gate that opens or closes.

    Attributes:
        criterion: the row; for a gate, its id.
        points: what it gives now less what it gave before; below 0 where it is lost, 0 for a gate.
        fact: the fact that made the difference; None where the table itself changed.
    """

    criterion: str
    points: int
    fact: str | None


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with what it was made from."""

    facts: Facts
    sheet: ScoreSheet
    rules: CategoryRules


def causes(before: Scored, after: Scored) -> tuple[Cause, ...]:
    """Every row that changed its points, in the form's order, and every gate whose passing changed.

    The points add up to the difference of the two totals.
    """
    was = {line.criterion: line.points for line in before.sheet.lines}
    now = {line.criterion: line.points for line in after.sheet.lines}
    found = []
    for row in [*now, *(row for row in was if row not in now)]:
        points = now.get(row, 0) - was.get(row, 0)
        if points:
            rules = after.rules if row in now else before.rules
            found.append(Cause(row, points, _difference(_tests(rules.criteria[row], rules), before, after)))
    open_before = {gate.id for gate in before.sheet.gates if gate.passed is True}
    open_after = {gate.id for gate in after.sheet.gates if gate.passed is True}
    for gate in (*after.rules.gates, *before.rules.gates):
        if (gate.id in open_before) != (gate.id in open_after) and gate.id not in {cause.criterion for cause in found}:
            found.append(Cause(gate.id, 0, _difference(gate.when.items(), before, after)))
    return tuple(found)


def _tests(criterion: Criterion, rules: CategoryRules) -> Iterator[tuple[str, Test]]:
    """The tests on which it depends whether a row counts, its own first, then those of the rows linked to it."""
    waiting = [criterion]
    for row in waiting:
        yield from row.when.items()
        yield from row.requires_facts.items()
        for exclusion in row.excluded_by:
            yield from exclusion.when.items()
        block = next(block for _, block, other in rules.rows() if other is row)
        linked = [rules.criteria[name] for name in named_rows(row)]
        linked += block.criteria if block.count is not Count.SUM else ()
        waiting += [other for other in linked if all(other is not known for known in waiting)]


def _difference(tests: Iterable[tuple[str, Test]], before: Scored, after: Scored) -> str | None:
    """The first fact whose test comes out otherwise."""
    category: Category = after.sheet.category
    for fact, test in tests:
        old = value_of(before.facts, fact, category, before.sheet.on)
        new = value_of(after.facts, fact, category, after.sheet.on)
        if outcome(test, old) != outcome(test, new):
            return fact
    return None
