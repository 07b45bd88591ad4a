"""What becomes of the rows of a sheet, decided from the facts they name.

This is the whole law between rows. It is asked in two places: when a table is loaded, whether each row can count at
all, and when a person is scored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hsp_calc.rules.conditions import Value, holds
from hsp_calc.rules.dependency_order import DecisionUnit
from hsp_calc.rules.table_model import Count, Criterion


class Status(StrEnum):
    """What became of a row."""

    COUNTED = "counted"
    NOT_MET = "not_met"
    UNANSWERED = "unanswered"
    SUPERSEDED = "superseded"
    """A better row of its block counts, or enough rows of it."""
    EXCLUDED = "excluded"
    """A rule forbids it beside another row."""
    MISSING_REQUIREMENT = "missing_requirement"
    """It needs another row or fact."""


class ReasonCode(StrEnum):
    """Why a row that is met does not count."""

    BETTER_ROW = "better_row"
    COUNTS_ONCE = "counts_once"
    NOT_TOGETHER = "not_together"
    REQUIRES_ROW = "requires_row"
    REQUIRES_FACT = "requires_fact"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row that is met does not count.

    Attributes:
        code: the kind of reason.
        by: the rows (or, for ``requires_fact``, the facts) that are the reason.
    """

    code: ReasonCode
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a row."""

    status: Status
    points: int = 0
    reason: Reason | None = None


def decide(units: Iterable[DecisionUnit], facts: Mapping[str, Value | None]) -> dict[str, Decision]:
    """What becomes of each row.

    Args:
        units: in deciding order; all rows that these rows name are among them.
        facts: every fact that the rows name.
    """
    decided: dict[str, Decision] = {}
    for unit in units:
        met: list[Criterion] = []
        for criterion in unit.criteria:
            decision = _alone(criterion, facts, decided)
            if decision is None:
                met.append(criterion)
            else:
                decided[criterion.id] = decision
        decided |= _together(unit, met)
    return decided


def _alone(criterion: Criterion, facts: Mapping[str, Value | None], decided: Mapping[str, Decision]) -> Decision | None:
    """What keeps a row from counting, the other rows of its unit aside; None if nothing does."""
    match holds(criterion.when, facts):
        case False:
            return Decision(Status.NOT_MET)
        case None:
            return Decision(Status.UNANSWERED)
    if absent := tuple(row for row in criterion.requires if decided[row].status is not Status.COUNTED):
        return Decision(Status.MISSING_REQUIREMENT, reason=Reason(ReasonCode.REQUIRES_ROW, absent))
    if holds(criterion.requires_facts, facts) is not True:
        open_facts = tuple(
            fact for fact, test in criterion.requires_facts.items() if holds({fact: test}, facts) is not True
        )
        return Decision(Status.MISSING_REQUIREMENT, reason=Reason(ReasonCode.REQUIRES_FACT, open_facts))
    beside = [e for e in criterion.excluded_by if decided[e.criterion].status is Status.COUNTED]
    if by := tuple(e.criterion for e in beside if holds(e.when, facts) is True):
        return Decision(Status.EXCLUDED, reason=Reason(ReasonCode.NOT_TOGETHER, by))
    if any(holds(e.when, facts) is None for e in beside):
        return Decision(Status.UNANSWERED)
    return None


def _together(unit: DecisionUnit, met: list[Criterion]) -> dict[str, Decision]:
    """What becomes of the rows of a unit that nothing else keeps from counting."""
    match unit.count:
        case Count.SUM:
            return {criterion.id: Decision(Status.COUNTED, criterion.points) for criterion in met}
        case Count.BEST:
            best = max(met, key=lambda criterion: criterion.points, default=None)
            return {
                criterion.id: Decision(Status.COUNTED, criterion.points)
                if criterion is best
                else Decision(Status.SUPERSEDED, reason=Reason(ReasonCode.BETTER_ROW, (best.id,)))
                for criterion in met
                if best is not None
            }
        case Count.TIERS:
            steps = [tier - below for below, tier in zip((0, *unit.tiers), unit.tiers, strict=False)]
            counting = tuple(criterion.id for criterion in met[: len(steps)])
            enough = Decision(Status.SUPERSEDED, reason=Reason(ReasonCode.COUNTS_ONCE, counting))
            return {criterion.id: enough for criterion in met} | {
                row: Decision(Status.COUNTED, points) for row, points in zip(counting, steps, strict=False)
            }
