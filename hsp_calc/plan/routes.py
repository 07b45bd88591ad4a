"""The routes to permanent residence, and the step to Highly Skilled Professional (ii): when, since when, until when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Residence
from hsp_calc.plan.causes import Cause, Scored
from hsp_calc.plan.changes import years_after, years_before
from hsp_calc.plan.course import Course, Run
from hsp_calc.plan.guideline import ConditionRule, DatedRule, Guideline, Judge, Paper, RouteRule, StatusKind
from hsp_calc.plan.j_skip import JSkipCheck

POINTS, TIME = "points", "time"
"""What can be missing beside gates, requirements and conditions: points, and days until the period is full."""


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A condition of a route, as it stands on the day it is judged for.

    Attributes:
        id: the condition.
        passed: yes, no, or not known.
        rule: what it asks for on that day.
    """

    id: str
    passed: bool | None
    rule: DatedRule


@dataclass(frozen=True, slots=True)
class Route:
    """A route to permanent residence for a person.

    Attributes:
        id: the route.
        threshold: the total that must be kept; None on the route of J-Skip.
        years: how long it must be kept, and how long the person must have lived in Japan.
        earliest: the first day, not before the reference date, on which the points (or the criteria of J-Skip) and
            every gate were met on every day of the years before and are met on the day itself, the person having
            lived in Japan that long; None where there is none, or where it is not known since when the person has.
        earliest_by_points: the same, the residence in Japan left aside.
        kept_since: since when they are met without interruption; None where they are not on the reference date.
        lost_on: the first day after the reference date on which they are met no longer.
        lost_because: the rows and gates that cause it; on the route of J-Skip, the requirements.
        missing: what is missing: ``points``, gates, requirements of J-Skip and conditions by their ids, and ``time``
            where nothing but the days until the period is full is.
        short_by: the points missing on the reference date.
        judged_on: the day that the conditions are judged for: the earliest day, or else the reference date.
        conditions: what is asked for beside the points.
        point_forms_for: the days for which a point form is filed.
        papers: what to file.
    """

    id: str
    threshold: int | None
    years: int
    earliest: date | None
    earliest_by_points: date | None
    kept_since: date | None
    lost_on: date | None
    lost_because: tuple[Cause, ...]
    missing: tuple[str, ...]
    short_by: int
    judged_on: date
    conditions: tuple[ConditionResult, ...]
    point_forms_for: tuple[date, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class SecondStatusCheck:
    """Whether a person can change to Highly Skilled Professional (ii).

    Attributes:
        qualifies: yes, no, or not known.
        missing: what is missing or not known: ``status``, ``since``, ``points``, ``time``.
        earliest: the first day on which it is possible; None where there is none, or it is not known.
    """

    qualifies: bool | None
    missing: tuple[str, ...]
    earliest: date | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What the routes are found from.

    Attributes:
        course: the score over time, from the first day of any table on.
        now: the score on the reference date.
        j_skip: the check of J-Skip on the reference date.
        j_skip_runs: the days on which its criteria are met.
        residence: the present stay.
        on: the reference date.
    """

    course: Course
    now: Scored
    j_skip: JSkipCheck
    j_skip_runs: tuple[Run, ...]
    residence: Residence
    on: date


def reaches(scored: Scored, threshold: int) -> bool:
    """Whether a score has the points and is known to pass every gate."""
    return scored.sheet.total >= threshold and all(gate.passed is True for gate in scored.sheet.gates)


def find_routes(situation: Situation, guideline: Guideline) -> tuple[Route, ...]:
    """Every route of the guideline for a person."""
    return tuple(
        _Way(
            rule, situation.j_skip_runs if rule.points is None else _kept(situation, rule.points), situation, guideline
        ).route()
        for rule in guideline.routes
    )


def check_second_status(situation: Situation, guideline: Guideline) -> SecondStatusCheck:
    """Whether, and from when on, a person can change to Highly Skilled Professional (ii).

    The points are asked for on the day itself; the years in the first status are those since ``residence.since``. A
    person who meets the criteria of J-Skip needs fewer years, and no points.
    """
    rule, residence, on = guideline.second_status, situation.residence, situation.on
    status = guideline.status(residence.status)
    if status is not None and status.kind is StatusKind.HIGHLY_SKILLED_2:
        return SecondStatusCheck(True, (), on)
    if status is None or status.kind is not StatusKind.HIGHLY_SKILLED_1:
        return SecondStatusCheck(None if status is None else False, ("status",), None)
    if residence.since is None:
        return SecondStatusCheck(None, ("since",), None)
    by_points = _first_day(_kept(situation, rule.points), max(on, years_after(residence.since, rule.years)))
    special = [
        _first_day([run], max(on, years_after(max(residence.since, run.since), rule.j_skip_years)))
        for run in situation.j_skip_runs
    ]
    days = [day for day in (by_points, *special) if day is not None and day < situation.course.until]
    earliest = min(days, default=None)
    if earliest == on:
        return SecondStatusCheck(True, (), earliest)
    missing = [POINTS] if not reaches(situation.now, rule.points) else []
    missing += [TIME] if years_after(residence.since, rule.years) > on else []
    return SecondStatusCheck(False, tuple(missing), earliest)


def _kept(situation: Situation, points: int) -> tuple[Run, ...]:
    return situation.course.runs(lambda scored: reaches(scored, points))


def _first_day(runs: Iterable[Run], day: date) -> date | None:
    """The first day of some runs that is not before another day."""
    return next((max(run.since, day) for run in runs if run.until is None or day < run.until), None)


@dataclass(frozen=True, slots=True)
class _Way:
    """A route with the days on which its points, or the criteria of J-Skip, are met."""

    rule: RouteRule
    runs: tuple[Run, ...]
    situation: Situation
    guideline: Guideline

    def route(self) -> Route:
        rule, on, arrived = self.rule, self.situation.on, self.situation.residence.arrived
        earliest = self._earliest(arrived) if arrived else None
        judged_on = earliest or on
        conditions = tuple(
            ConditionResult(condition.id, self._passed(condition, judged_on), condition.on(judged_on))
            for condition in self.guideline.conditions
        )
        lost = next((run for run in self.runs if run.until is not None and run.until > on), None)
        return Route(
            id=rule.id,
            threshold=rule.points,
            years=rule.years,
            earliest=earliest,
            earliest_by_points=self._earliest(None),
            kept_since=next((run.since for run in self.runs if run.holds_on(on)), None),
            lost_on=lost.until if lost else None,
            lost_because=lost.because if lost else (),
            missing=tuple(self._missing(conditions)),
            short_by=max(0, (rule.points or 0) - self.situation.now.sheet.total),
            judged_on=judged_on,
            conditions=conditions,
            point_forms_for=(earliest, years_before(earliest, rule.years)) if earliest and rule.points else (),
            papers=self.guideline.papers.of(rule.id),
        )

    def _earliest(self, arrived: date | None) -> date | None:
        for run in self.runs:
            counted_from = run.since if arrived is None else max(run.since, arrived)
            day = max(self.situation.on, years_after(counted_from, self.rule.years))
            if day < self.situation.course.until and run.holds_on(day):
                return day
        return None

    def _full(self, day: date) -> bool:
        """Whether a day is the last of a full period."""
        return any(run.holds_on(day) and years_after(run.since, self.rule.years) <= day for run in self.runs)

    def _passed(self, condition: ConditionRule, day: date) -> bool | None:
        residence = self.situation.residence
        status = self.guideline.status(residence.status)
        match condition.judged_by:
            case Judge.POINTS:
                return self._full(day) or (None if self._still_open() else False)
            case Judge.RESIDENCE:
                return None if residence.arrived is None else years_after(residence.arrived, self.rule.years) <= day
            case Judge.STATUS:
                return None if status is None else True
            case Judge.PERIOD:
                if status is not None and status.without_limit:
                    return True
                least = condition.on(day).least_years
                return None if residence.period_years is None or least is None else residence.period_years >= least
            case Judge.ASKED:
                return None

    def _still_open(self) -> bool:
        """Whether unanswered facts could still bring what is asked for on the reference date."""
        if self.rule.points is None:
            return self.situation.j_skip.qualifies is None
        sheet = self.situation.now.sheet
        failed = any(gate.passed is False for gate in sheet.gates)
        return not reaches(self.situation.now, self.rule.points) and not failed and sheet.at_most >= self.rule.points

    def _missing(self, conditions: Iterable[ConditionResult]) -> Iterator[str]:
        on, arrived = self.situation.on, self.situation.residence.arrived
        if self.rule.points is None:
            yield from (*self.situation.j_skip.missing, *self.situation.j_skip.open)
        else:
            sheet = self.situation.now.sheet
            if sheet.total < self.rule.points:
                yield POINTS
            yield from (gate.id for gate in sheet.gates if gate.passed is not True)
        if any(run.holds_on(on) for run in self.runs) and not self._full(on):
            yield TIME
        judged = {condition.id: condition.judged_by for condition in self.guideline.conditions}
        for condition in conditions:
            match judged[condition.id]:
                case Judge.POINTS:
                    pass
                case Judge.RESIDENCE:
                    if arrived is not None and years_after(arrived, self.rule.years) > on:
                        yield condition.id
                case _:
                    if condition.passed is False:
                        yield condition.id
