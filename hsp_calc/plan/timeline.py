"""The score of a person over time, exact to the day: asked on the days on which it can change, and on no others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hsp_calc.facts import Category, Facts, Profile
from hsp_calc.facts.calendar import day_after
from hsp_calc.plan.change_days import change_days, years_after, years_before
from hsp_calc.plan.score_changes import Cause, Scored, causes
from hsp_calc.plan.scorers import Scorers
from hsp_calc.validation import InputError

YEARS_BACK, YEARS_AHEAD = 3, 5
"""How far a timeline goes where nothing else is asked."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Days on which nothing that a rule asks of changes.

    Attributes:
        since: the first day.
        until: the day after the last.
        scored: the score on the first day, which is that of all; None on days without a verified table, before the
            birth, and beyond any age.
    """

    since: date
    until: date
    scored: Scored | None


@dataclass(frozen=True, slots=True)
class Segment:
    """Days with one and the same total.

    Attributes:
        since: the first day.
        until: the day after the last; the first day of the next segment.
        total: the points; None on days that have no score.
        eligible: whether the pass mark is reached and every gate passed; None on days that have no score.
        because: what made it other than the segment before; nothing for the first, and next to days without a score.
    """

    since: date
    until: date
    total: int | None
    eligible: bool | None
    because: tuple[Cause, ...] = ()

    def age_reached(self, facts: Facts) -> int | None:
        """The age that the first day brings; None where the total does not change with the age.

        Args:
            facts: of the person on the first day. Where the age does not count, the date of birth may be any.
        """
        return facts.age_on(self.since) if any(cause.fact == "age" for cause in self.because) else None


@dataclass(frozen=True, slots=True)
class Run:
    """Days without interruption on which something holds.

    Attributes:
        since: the first day.
        until: the day after the last; None where it still holds when the course ends.
        because: what ended it.
    """

    since: date
    until: date | None
    because: tuple[Cause, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.since <= day and (self.until is None or day < self.until)


class ScoreTimeline:
    """The score of a person in a category, day after day.

    Attributes:
        profile: the person.
        category: the sheet.
        since: the first day.
        until: the day after the last.
    """

    def __init__(self, profile: Profile, category: Category, scorers: Scorers, *, since: date, until: date) -> None:
        """Look at a person from one day to before another.

        Raises:
            ValueError: there is no day between the two.
        """
        if until <= since:
            raise ValueError(f"no days from {since} to before {until}")
        self.profile = profile
        self.category = category
        self.since = since
        self.until = until
        self._scorers = scorers

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The stages from the first day to the last; each ends where the next begins."""
        days = sorted({self.since, *(day for day in self._change_days() if self.since < day < self.until)})
        ends = [*days[1:], self.until]
        return tuple(Stage(start, end, self.score_on(start)) for start, end in zip(days, ends, strict=True))

    def score_on(self, day: date) -> Scored | None:
        """The score on any day; None on days that have none."""
        scorer = self._scorers.on_or_none(day)
        if scorer is None:
            return None
        facts = self.profile.facts_on(day)
        try:
            sheet = scorer.sheet(facts, self.category, day)
        except InputError:  # not born yet, or older than anyone
            return None
        return Scored(facts, sheet, scorer.table.categories[self.category])

    def segments(self, since: date | None = None) -> tuple[Segment, ...]:
        """The totals from a day on; adjacent segments differ in the total or in being eligible.

        Args:
            since: the first day; otherwise that of the course.
        """
        found: list[Segment] = []
        last: Scored | None = None
        for stage in self._stages_from(since or self.since):
            now = stage.scored
            total, eligible = (None, None) if now is None else (now.sheet.total, now.sheet.eligible)
            if found and (found[-1].total, found[-1].eligible) == (total, eligible):
                found[-1] = Segment(found[-1].since, stage.until, total, eligible, found[-1].because)
            else:
                because = causes(last, now) if found and last and now else ()
                found.append(Segment(stage.since, stage.until, total, eligible, because))
            last = now
        return tuple(found)

    def runs(self, holds: Callable[[Scored], bool]) -> tuple[Run, ...]:
        """The unbroken runs of days whose score fulfils something."""
        found: list[Run] = []
        last: Scored | None = None
        for stage in self.stages:
            now = stage.scored
            held = bool(found) and found[-1].until is None
            if now is not None and holds(now):
                if not held:
                    found.append(Run(stage.since, None))
            elif held:
                because = causes(last, now) if last and now else ()
                found[-1] = Run(found[-1].since, stage.since, because)
            last = now
        return tuple(found)

    def _stages_from(self, since: date) -> Iterator[Stage]:
        for stage in self.stages:
            if stage.until > since:
                yield Stage(max(stage.since, since), stage.until, stage.scored)

    def _change_days(self) -> Iterator[date]:
        ages: set[int] = set()
        years: set[int] = set()
        for table in self._scorers.tables:
            yield table.since
            if table.until is not None:
                yield day_after(table.until)
            scorer = self._scorers.of(table)
            ages.update(scorer.bounds(self.category, "age"))
            years.update(scorer.bounds(self.category, "experience_years"))
        yield from change_days(self.profile, self.category, ages=ages, years=years)


def timeline(
    profile: Profile, category: Category, scorers: Scorers, on: date, until: date | None = None
) -> tuple[Segment, ...]:
    """The totals of a person from 3 years before a day to another, or to 5 years after it.

    Raises:
        ValueError: ``until`` is not after those 3 years ago.
    """
    end = years_after(on, YEARS_AHEAD) if until is None else until
    return ScoreTimeline(profile, category, scorers, since=years_before(on, YEARS_BACK), until=end).segments()
