"""The steps of the score over time in words, and what a chart of them shows. Plain Python, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from hsp_calc.app.plan_presenter import Outlook
from hsp_calc.plan.score_changes import Cause, Scored
from hsp_calc.plan.scorers import Scorers
from hsp_calc.plan.timeline import Segment
from hsp_calc.text import N_, Translator, long_name
from hsp_calc.text.plan_text import cause_text
from hsp_calc.text.residence_text import occasion

_MARKS = (70, 80)
"""The marks of a chart whose reference date has no table that names them."""
_ONE_DAY = timedelta(days=1)


class StepKind(StrEnum):
    """What a step of the chart is."""

    RECOGNISED = "recognised"
    """The pass mark is reached, and every condition is met."""
    BELOW = "below"
    """The pass mark is not reached."""
    CLOSED = "closed"
    """The pass mark is reached, but a condition such as the minimum salary is not met, or not known to be."""
    NO_SCORE = "no_score"
    """There is no table, or no person yet."""


_LEGEND = {
    StepKind.BELOW: N_("dashed: pass mark not reached"),
    StepKind.CLOSED: N_("slanted lines: a condition is not met"),
    StepKind.NO_SCORE: N_("crossed lines: no score"),
}


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """Days with one total, in words.

    Attributes:
        since: the first day.
        until: the day after the last.
        kind: what they are.
        total: the points; None where there is no score.
        period: the first and the last day.
        score: the points.
        note: why they are not recognised, or why there is no score; empty otherwise.
        occasion: what brought the step about, in a few words.
        rows: the rows and conditions that changed.
    """

    since: date
    until: date
    kind: StepKind
    total: int | None
    period: str
    score: str
    note: str
    occasion: str
    rows: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All that there is to say."""
        return tuple(filter(None, (self.period, self.score, self.note, self.occasion, *self.rows)))


@dataclass(frozen=True, slots=True)
class Picture:
    """What a chart shows.

    Attributes:
        title: what it is a chart of.
        steps: the steps, in order of time; each begins where the one before ends.
        marks: the totals that matter.
        on: the reference date.
        on_label: what it is called.
        today: the day of the calendar.
        today_label: what it is called.
        legend: what its patterns mean, for those that occur.
    """

    title: str
    steps: tuple[ScoreStep, ...]
    marks: tuple[int, ...]
    on: date
    on_label: str
    today: date
    today_label: str
    legend: tuple[tuple[StepKind, str], ...]


@dataclass(frozen=True, slots=True)
class Worsening:
    """A step for the worse.

    Attributes:
        text: what happens, and when.
        grave: whether the person is no longer recognised from then on.
    """

    text: str
    grave: bool


def picture_of(
    outlook: Outlook, scorers: Scorers, today: date, _: Translator, *, what_if: str | None = None
) -> Picture:
    """What the chart of an outlook shows; of a scenario, its title says so."""
    title = _("The score over time: {category}", category=long_name(outlook.course.category, _))
    steps = tuple(steps_of(outlook, scorers, _))
    kinds = {step.kind for step in steps}
    return Picture(
        title=title if what_if is None else _("What-if “{name}”: {sentence}", name=what_if, sentence=title),
        steps=steps,
        marks=outlook.plan.now.sheet.marks if outlook.plan else _MARKS,
        on=outlook.on,
        on_label=_("Reference date"),
        today=today,
        today_label=_("Today"),
        legend=tuple((kind, _(words)) for kind, words in _LEGEND.items() if kind in kinds),
    )


def steps_of(outlook: Outlook, scorers: Scorers, _: Translator) -> Iterator[ScoreStep]:
    """Every step with its cause."""
    last: Segment | None = None
    for segment in outlook.segments:
        scored = outlook.course.score_on(segment.since)
        kind, note = _kind(segment, scored, scorers, _)
        before = outlook.course.score_on(last.since) if last else None
        years = segment.age_reached(scored.facts) if scored else None
        why = occasion(segment.because, years, _)
        if last is not None and segment.total is not None and not scorers.on_or_none(last.since):
            why = _("Another rule table is in force")
        yield ScoreStep(
            since=segment.since,
            until=segment.until,
            kind=kind,
            total=segment.total,
            period=_("{first} to {last}", first=_.day(segment.since), last=_.day(segment.until - _ONE_DAY)),
            score="" if segment.total is None else _.points(segment.total),
            note=note,
            occasion=why,
            rows=tuple(_row(cause, before, scored, _) for cause in segment.because),
        )
        last = segment


def warnings_of(
    outlook: Outlook, steps: tuple[ScoreStep, ...], marks: tuple[int, ...], _: Translator
) -> Iterator[Worsening]:
    """What becomes worse after the reference date: fewer points, a condition no longer met, no table any more."""
    for before, step in pairwise(steps):
        if step.since <= outlook.on or before.total is None:
            continue
        day = _.day(step.since)
        when = _("{day} ({occasion})", day=day, occasion=step.occasion) if step.occasion else day
        grave = before.kind is StepKind.RECOGNISED and step.kind is not StepKind.RECOGNISED
        if step.total is None:
            yield Worsening(_("From {day} there is no score: {reason}", day=day, reason=step.note), grave=False)
        elif step.total < before.total:
            points = _.points(step.total)
            said = _("From {when}: {points} instead of {before}", when=when, points=points, before=before.total)
            lost = [mark for mark in marks if step.total < mark <= before.total]
            if lost:
                said = _("{sentence}: below {mark}", sentence=said, mark=max(lost) if len(lost) == 1 else min(lost))
            yield Worsening(said, grave)
        elif grave:
            yield Worsening(_("From {when} not recognised: {reason}", when=when, reason=step.note), grave)


def _kind(segment: Segment, scored: Scored | None, scorers: Scorers, _: Translator) -> tuple[StepKind, str]:
    if scored is None:
        known = scorers.on_or_none(segment.since) is not None
        return StepKind.NO_SCORE, _("no score") if known else _("no verified table")
    if segment.eligible:
        return StepKind.RECOGNISED, ""
    if not scored.sheet.meets(scored.sheet.pass_mark):
        return StepKind.BELOW, _("pass mark not reached")
    passed = {gate.id: gate.passed for gate in scored.sheet.gates}
    closed = [_.quoted(_.wording(gate)) for gate in scored.rules.gates if passed.get(gate.id) is not True]
    failed = any(answer is False for answer in passed.values())
    names = _.listed(closed)
    return StepKind.CLOSED, _("not met: {names}", names=names) if failed else _("not known: {names}", names=names)


def _row(cause: Cause, before: Scored | None, after: Scored | None, _: Translator) -> str:
    """A row that changed, by the words of the table that has it; a condition, with the sign of its answer."""
    rules = [scored.rules for scored in (after, before) if scored is not None]
    known = [table for table in rules if cause.criterion in table.criteria]
    said = cause_text(cause, (known or rules)[0], _)
    if known or after is None:
        return said
    passed = any(gate.passed for gate in after.sheet.gates if gate.id == cause.criterion)
    return f"{'✓' if passed else '×'} {said}"
