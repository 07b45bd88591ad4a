"""The periods of work of a case by category: their bars, totals and next bands. Plain Python, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from hsp_calc.app.case_session import CaseSession
from hsp_calc.facts import MONTHS_A_YEAR, Category, PeriodKind, WorkPeriod
from hsp_calc.facts.calendar import day_after, stretches
from hsp_calc.plan.change_days import experience_reached, years_after
from hsp_calc.rules import Test
from hsp_calc.text import Translator, short_name

_ONE_DAY = timedelta(days=1)
_YEARS_AHEAD = 6
"""A band that is reached later than this is said, and not drawn."""
_MARGIN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """A period of work.

    Attributes:
        since: its first day.
        until: the day after its last; None while it is still running.
        row: on which row of its lane it is drawn, so that bars that overlap lie beneath each other.
        label: the employer, or the note; empty if neither is known.
    """

    since: date
    until: date | None
    row: int
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The work of one category.

    Attributes:
        category: the category.
        name: what it is called.
        total: completed years and months on the day.
        bars: the periods, in order of time.
        counted: the stretches up to the day that count, overlaps joined.
        band: the years of the next band and the day on which it is reached, where that is known.
        sentences: all that there is to say: the total, what is missing, overlaps and gaps.
    """

    category: Category
    name: str
    total: str
    bars: tuple[PeriodBar, ...]
    counted: tuple[tuple[date, date], ...]
    band: tuple[int, date] | None
    sentences: tuple[str, ...]

    @property
    def rows(self) -> int:
        """How many rows its bars take."""
        return max((bar.row for bar in self.bars), default=-1) + 1


@dataclass(frozen=True, slots=True)
class Spans:
    """What a chart of the periods shows.

    Attributes:
        title: what it is a chart of.
        lanes: the categories.
        first: the first day shown.
        last: the day after the last shown.
        on: the reference date.
        on_label: what that is called.
    """

    title: str
    lanes: tuple[Lane, ...]
    first: date
    last: date
    on: date
    on_label: str


def spans_of(editor: CaseSession, _: Translator) -> Spans | None:
    """The chart of a case; None where no period is entered."""
    periods = editor.case.experience
    if not periods:
        return None
    on = editor.day
    lanes = tuple(lane_of(editor, category, _) for category in Category)
    latest = years_after(on, _YEARS_AHEAD)
    ends = [years_after(period.since, 1) if period.until is None else day_after(period.until) for period in periods]
    bands = [lane.band[1] for lane in lanes if lane.band is not None and lane.band[1] <= latest]
    last = max([on, *ends, *bands])
    first = min([on, *(period.since for period in periods)])
    return Spans(
        title=_("Periods of work by category"),
        lanes=lanes,
        first=first,
        last=last if last > date.max - _MARGIN else last + _MARGIN,
        on=on,
        on_label=_("Reference date"),
    )


def lane_of(editor: CaseSession, category: Category, _: Translator) -> Lane:
    """The work of one category, in bars and in words."""
    periods = sorted(
        (period for period in editor.case.experience if category in period.categories),
        key=lambda period: (period.since, period.until or date.max),
    )
    bars = tuple(_bars(periods))
    worked = [
        (period.since, editor.day if period.until is None else min(day_after(period.until), editor.day))
        for period in periods
        if period.counts
    ]
    counted = tuple(stretches(worked))
    years = editor.facts.experience_in(category)
    total = _("not answered") if years is None else _.duration(years)
    bound = _next_bound(editor, category, years)
    reached = None if bound is None else experience_reached(editor.seen.profile(), category, bound)
    name = short_name(category, _)
    sentences = [_("{place}: {sentence}", place=name, sentence=total)]
    if not periods and years is not None:
        sentences = [_("{place}: {years}, as answered on the sheet; no period is entered.", place=name, years=total)]
    elif not periods:
        sentences = [_("{place}: no period is entered.", place=name)]
    sentences += _to_next(editor, category, years, reached, _)
    sentences += _of_proof(editor, category, periods, _)
    if _overlap(periods):
        sentences.append(_("Days on which periods overlap count once."))
    gaps = [
        _("{first} to {last}", first=_.day(end), last=_.day(start - _ONE_DAY))
        for (_start, end), (start, _end) in pairwise(counted)
    ]
    if gaps:
        sentences.append(_("Gaps: {gaps}.", gaps=_.listed(gaps)))
    if reached_on := _bands(editor, category, _):
        sentences.append(_("Bands by date: {bands}.", bands=_.listed(reached_on)))
    band = None if bound is None or reached is None else (bound, reached)
    return Lane(category, name, total, bars, counted, band, tuple(sentences))


def _bars(periods: Sequence[WorkPeriod]) -> Iterator[PeriodBar]:
    """The bars, each on the first row that is free on its days."""
    free: list[date] = []
    for period in periods:
        end = date.max if period.until is None else day_after(period.until)
        row = next((index for index, until in enumerate(free) if until <= period.since), len(free))
        if row == len(free):
            free.append(end)
        free[row] = end
        yield PeriodBar(period.since, None if period.until is None else end, row, period.employer or period.note)


def _overlap(periods: Sequence[WorkPeriod]) -> bool:
    """Whether two periods that count have a day in common."""
    counting = sorted((period.since, period.until or date.max) for period in periods if period.counts)
    ends = accumulate((end for _start, end in counting), max)
    return any(start <= end for (start, _end), end in zip(counting[1:], ends, strict=False))


def _of_proof(editor: CaseSession, category: Category, periods: Sequence[WorkPeriod], _: Translator) -> Iterator[str]:
    """What is lived and not counted, and what is counted though nothing is said of its proof."""
    lived = editor.seen.profile().months_lived(category, editor.day)
    proven = editor.months_worked(category) or 0
    if any(period.proven is False and period.kind in {None, PeriodKind.WORK} for period in periods) and lived > proven:
        yield _(
            "Worked: {lived}. Only {proven} of it count: the rest cannot be proved.",
            lived=_.duration(lived / MONTHS_A_YEAR),
            proven=_.duration(proven / MONTHS_A_YEAR),
        )
    open_ = sum(period.counts and period.proven is None for period in periods)
    if open_:
        yield _.plural(
            "Of {count} period nothing is said of its proof; it is counted as entered. Only what employers' "
            "certificates prove counts.",
            "Of {count} periods nothing is said of their proof; they are counted as entered. Only what employers' "
            "certificates prove counts.",
            open_,
            count=open_,
        )
    if any(period.kind is PeriodKind.PART_TIME_AT_SCHOOL for period in periods):
        yield _("Part-time work while at school is left out: no official text says that it counts.")
    if any(period.kind is PeriodKind.STUDY for period in periods):
        yield _("Study is left out: it is no practical experience.")


def _bands(editor: CaseSession, category: Category, _: Translator) -> list[str]:
    """Each band that the periods reach, with its first day; no more than what the chart could show ahead."""
    latest = years_after(editor.day, _YEARS_AHEAD)
    found = []
    for bound in editor.bounds(category, "experience_years"):
        reached = experience_reached(editor.seen.profile(), category, bound)
        if reached is not None and reached <= latest:
            found.append(_("{years}: {day}", years=_.duration(bound), day=_.day(reached)))
    return found


def _next_bound(editor: CaseSession, category: Category, years: float | None) -> int | None:
    """The years of the next band; None where there is none above."""
    bounds = editor.bounds(category, "experience_years")
    return next((bound for bound in bounds if years is None or bound > years), None)


def _to_next(
    editor: CaseSession, category: Category, years: float | None, reached: date | None, _: Translator
) -> Iterator[str]:
    """How far it is to the next band, what that gives, and when it is reached."""
    bound = _next_bound(editor, category, years)
    if bound is None:
        if years is not None and editor.bounds(category, "experience_years"):
            yield _("The highest band is reached.")
        return
    band = _("{years} ({points})", years=_.duration(bound), points=_.points(_points_of(editor, category, bound)))
    if years is None:
        yield _("The first band is {band}.", band=band)
        return
    missing = bound * MONTHS_A_YEAR - int(years * MONTHS_A_YEAR + 1e-6)
    yield _("{missing} to the next band, {band}.", missing=_.duration(missing / MONTHS_A_YEAR), band=band)
    named = any(category in period.categories for period in editor.case.experience)
    if reached is not None:
        yield _("You reach it on {day} if the work goes on as entered.", day=_.day(reached))
    elif named:
        yield _("The periods entered do not reach it.")


def _points_of(editor: CaseSession, category: Category, bound: int) -> int:
    """What a band of experience gives."""
    table = editor.table
    rows = () if table is None else table.categories[category].criteria.values()
    return next((row.points for row in rows if _least(row.when.get("experience_years")) == bound), 0)


def _least(test: Test | None) -> int | None:
    return None if test is None else test.at_least
