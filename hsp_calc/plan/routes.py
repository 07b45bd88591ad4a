"""The routes to permanent residence, and the step to Highly Skilled Professional (ii): when, since when, until when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Answer, ConditionAnswers, Residence
from hsp_calc.facts import Facts
from hsp_calc.plan.change_days import years_after, years_before
from hsp_calc.plan.conditions import ConditionResult, Filing
from hsp_calc.plan.guideline import Guideline, Judge, RouteDocument, RouteRule, StatusGroup, StatusKind
from hsp_calc.plan.j_skip import JSkip, JSkipCheck, check_j_skip
from hsp_calc.plan.score_changes import Cause, Scored
from hsp_calc.plan.scorers import Scorers
from hsp_calc.plan.stays import Stays, cut
from hsp_calc.plan.timeline import Run, ScoreTimeline
from hsp_calc.plan.undated import Holds, needed, probe

POINTS, TIME = "points", "time"
"""What can be missing beside gates, requirements and conditions: points, and days until the period is full."""
LANDING_CRITERIA = "landing_criteria"
EARLIER = "residence.earlier"
"""What a route rests on where it is not entered which status was held before the present one."""


@dataclass(frozen=True, slots=True)
class FilingDay:
    """A day on which an application can be filed by the points.

    Attributes:
        day: the first such day; None where there is none.
        conditions: what is asked for on it; nothing where there is none.
    """

    day: date | None
    conditions: tuple[ConditionResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A route to permanent residence for a person.

    Attributes:
        id: the route.
        threshold: the total that must be kept; None on the route of J-Skip.
        years: how long it must be kept, and how long the person must have lived in Japan.
        earliest: the first day, not before the reference date, on which the points and every gate were met on every
            day of the years before and are met on the day itself (the criteria of J-Skip on the day and those years
            before), the person having lived in Japan that long; None where there is none, or where it is not known
            since when the person has. Time in a status that has no work of its own has no points.
        earliest_by_points: the same, the residence in Japan left aside.
        kept_since: since when they are met without interruption; None where they are not on the reference date.
        lost_on: the first day after the reference date on which they are met no longer.
        lost_because: the rows and gates that cause it; on the route of J-Skip, the requirements.
        missing: what is missing: ``points``, gates, requirements of J-Skip and conditions by their ids, and ``time``
            where nothing but the days until the period is full is.
        short_by: the points missing on the reference date.
        judged_on: the day that the conditions are judged for: the earliest day, or else the reference date.
        compared: filing before the guideline is revised, and from that day on; None where that lies behind, or no day
            opens the route.
        conditions: what is asked for on that day.
        rests_on: the undated answers that the route needs on days before the reference date, and
            ``residence.earlier`` where the present status began inside the period and what was held before is not
            entered; nothing where no day opens the route.
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
    rests_on: tuple[str, ...]
    compared: tuple[FilingDay, FilingDay] | None
    point_forms_for: tuple[date, ...]
    papers: tuple[RouteDocument, ...]

    @property
    def day(self) -> date | None:
        """The earliest day; where it is not known since when the person has lived in Japan, that by the points."""
        return self.earliest or (self.earliest_by_points if self.passed("residence") is None else None)

    def passed(self, condition: str) -> bool | None:
        """Whether a condition is met; None, too, where the route has no such condition."""
        return next((result.passed for result in self.conditions if result.id == condition), None)

    def failed(self) -> tuple[str, ...]:
        """The conditions that are not met."""
        return tuple(result.id for result in self.conditions if result.passed is False)

    def unchecked(self) -> tuple[str, ...]:
        """The conditions of which it is not known whether they are met."""
        return tuple(result.id for result in self.conditions if result.passed is None)


@dataclass(frozen=True, slots=True)
class SecondStatusCheck:
    """Whether a person can change to Highly Skilled Professional (ii).

    Attributes:
        qualifies: yes, no, or not known.
        missing: what is missing or not known: ``status``, ``since``, ``points``, ``time``, ``landing_criteria``.
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
        answers: what was answered of the conditions.
        scorers: the rule tables.
        j_skip_rules: the criteria of J-Skip.
        on: the reference date.
    """

    course: ScoreTimeline
    now: Scored
    j_skip: JSkipCheck
    j_skip_runs: tuple[Run, ...]
    residence: Residence
    answers: ConditionAnswers
    scorers: Scorers
    j_skip_rules: JSkip
    on: date


def reaches(scored: Scored, threshold: int) -> bool:
    """Whether a score has the points and is known to pass every gate."""
    return scored.sheet.total >= threshold and all(gate.passed is True for gate in scored.sheet.gates)


def find_routes(situation: Situation, guideline: Guideline) -> tuple[Route, ...]:
    """Every route of the guideline for a person."""
    stays = Stays(situation.residence, guideline)
    idle = stays.without_points()
    return tuple(
        _Way(
            rule,
            cut(situation.j_skip_runs if rule.points is None else _kept(situation, rule.points), idle),
            situation,
            guideline,
            stays,
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
    criteria = _new_criteria(situation, status, guideline)
    if earliest == on:
        return SecondStatusCheck(criteria, () if criteria else (LANDING_CRITERIA,), earliest)
    missing = [POINTS] if not reaches(situation.now, rule.points) else []
    missing += [TIME] if years_after(residence.since, rule.years) > on else []
    missing += [] if criteria else [LANDING_CRITERIA]
    return SecondStatusCheck(False, tuple(missing), earliest)


def _new_criteria(situation: Situation, status: StatusGroup, guideline: Guideline) -> bool | None:
    """Whether landing criteria that the change to the second status asks for are met; yes where it asks for none."""
    category = situation.course.category
    condition = next((one for one in guideline.conditions if one.id == LANDING_CRITERIA), None)
    special = () if condition is None else condition.special
    if not any(rules.meant(status, category) and rules.rules[-1].holds_on(situation.on) for rules in special):
        return True
    answer = situation.answers.to(LANDING_CRITERIA)
    return {Answer.YES: True, Answer.NO: False}.get(answer.answer) if answer is not None else None


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
    stays: Stays

    def route(self) -> Route:
        rule, on, arrived = self.rule, self.situation.on, self.situation.residence.arrived
        earliest = self._earliest(arrived) if arrived else None
        by_points = self._earliest(None)
        day = earliest or (by_points if arrived is None else None)
        judged_on = day or on
        conditions = tuple(self._conditions_on(judged_on))
        lost = next((run for run in self.runs if run.until is not None and run.until > on), None)
        return Route(
            id=rule.id,
            threshold=rule.points,
            years=rule.years,
            earliest=earliest,
            earliest_by_points=by_points,
            kept_since=next((run.since for run in self.runs if run.holds_on(on)), None),
            lost_on=lost.until if lost else None,
            lost_because=lost.because if lost else (),
            missing=tuple(self._missing(conditions)),
            short_by=max(0, (rule.points or 0) - self.situation.now.sheet.total),
            judged_on=judged_on,
            conditions=conditions,
            rests_on=() if day is None else self._rests_on(day),
            compared=None if day is None else self._compared(day, conditions),
            point_forms_for=(earliest, years_before(earliest, rule.years)) if earliest and rule.points else (),
            papers=self.guideline.papers.of(rule.id),
        )

    def _conditions_on(self, day: date) -> Iterator[ConditionResult]:
        """What the route asks for on a day."""
        filing = Filing(self.rule, self.situation.course.category, self.stays, self.situation.residence, day)
        for condition in self.guideline.conditions:
            if condition.judged_by in {Judge.POINTS, Judge.BOTH_ENDS}:
                full = self._full(day) or (None if self._still_open() else False)
                yield from filing.result(condition, self.situation.answers, full)
            else:
                yield from filing.result(condition, self.situation.answers)

    def _compared(self, day: date, conditions: tuple[ConditionResult, ...]) -> tuple[FilingDay, FilingDay] | None:
        revised = self.guideline.revision.day
        if self.situation.on >= revised:
            return None
        if day >= revised:
            return FilingDay(None), FilingDay(day, conditions)
        later = self._earliest(self.situation.residence.arrived, not_before=revised)
        after = FilingDay(None) if later is None else FilingDay(later, tuple(self._conditions_on(later)))
        return FilingDay(day, conditions), after

    def _earliest(self, arrived: date | None, not_before: date = date.min) -> date | None:
        years, end = self.rule.years, self.situation.course.until
        counted_from = date.min if arrived is None else years_after(arrived, years)
        days = []
        for run in self.runs:
            for first in self.runs if self.rule.both_ends else (run,):
                day = max(self.situation.on, not_before, run.since, years_after(first.since, years), counted_from)
                if day < end and run.holds_on(day) and first.holds_on(years_before(day, years)):
                    days.append(day)
        return min(days, default=None)

    def _full(self, day: date) -> bool:
        """Whether a day is the last of a full period; for a route that asks at both ends, whether both are met."""
        start = years_before(day, self.rule.years)
        held = [run for run in self.runs if run.holds_on(day)]
        return any(run.holds_on(start) for run in (self.runs if self.rule.both_ends and held else held))

    def _rests_on(self, day: date) -> tuple[str, ...]:
        """The undated answers that are needed on days of the period before the reference date."""
        course, on = self.situation.course, self.situation.on
        start, end = years_before(day, self.rule.years), min(day, on)
        if start >= end:
            return ()
        if self.rule.both_ends:
            days = [start]
        else:
            days = [max(stage.since, start) for stage in course.stages if stage.since < end and start < stage.until]
        probes = [probe(course.profile, course.category, each) for each in days]
        found = needed(probes, self._holds())
        return (*found, EARLIER) if self.stays.not_entered(start, end) else found

    def _holds(self) -> Holds:
        points, category = self.rule.points, self.situation.course.category
        scorers, j_skip = self.situation.scorers, self.situation.j_skip_rules

        def by_points(facts: Facts, day: date) -> bool:
            scorer = scorers.on(day)
            if points is None or scorer.total(facts, category, day) < points:
                return False
            return all(gate.passed is True for gate in scorer.sheet(facts, category, day).gates)

        def by_criteria(facts: Facts, day: date) -> bool:
            return check_j_skip(facts, category, day, j_skip).qualifies is True

        return by_criteria if points is None else by_points

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
        for result in conditions:
            match result.condition.judged_by:
                case Judge.POINTS | Judge.BOTH_ENDS:
                    pass
                case Judge.RESIDENCE:
                    if arrived is not None and years_after(arrived, self.rule.years) > on:
                        yield result.id
                case _:
                    if result.passed is False:
                        yield result.id
