"""The 28-hour rule: hours of work in any seven consecutive days, and a day in a school's long holidays.

All arithmetic is in whole minutes. A shift over midnight belongs to both days by its minutes. On the days of a long
holiday the daily limit holds, and their hours do not count towards the limit of a window that touches them; the other
days of such a window are judged by the weekly limit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from hsp_calc.guide.statements import Page, Statement, load_page, wrong_names
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import Problem

MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR
_ONE_DAY = timedelta(days=1)
_STATEMENTS = ("limit", "all_employers", "time_card", "holidays", "holiday_windows", "no_adult_entertainment", "ends")


class HoursContent(Page):
    """The rule, as ``resources/reference/guide/hours.yaml`` carries it.

    Attributes:
        limit_hours: the most hours in a window.
        window_days: how many consecutive days a window has.
        holiday_hours_a_day: the most hours on a day of a long holiday.
        statements: the rule in words, by ids.
    """

    limit_hours: Annotated[StrictInt, Field(ge=1, le=168)]
    window_days: Annotated[StrictInt, Field(ge=1, le=31)]
    holiday_hours_a_day: Annotated[StrictInt, Field(ge=1, le=24)]
    statements: Mapping[Identifier, Statement]


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of work.

    Attributes:
        day: the day on which it begins.
        start: minutes from the midnight before, 0 to 1439.
        end: minutes from the same midnight, more than ``start`` and at most a day more; over 1440 past midnight.
        employer: for whom; it does not matter to the hours.
        line: the line of the file or of the list that it stands on.
    """

    day: date
    start: int
    end: int
    employer: str = ""
    line: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < MINUTES_A_DAY or not self.start < self.end <= self.start + MINUTES_A_DAY:
            raise ValueError("the times are those of no shift")

    @property
    def minutes(self) -> int:
        """How long it is, in minutes."""
        return self.end - self.start

    def by_day(self) -> Iterator[tuple[date, int]]:
        """The minutes on each of the days it belongs to."""
        yield self.day, min(self.end, MINUTES_A_DAY) - self.start
        if self.end > MINUTES_A_DAY:
            yield self.day + _ONE_DAY, self.end - MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class Range:
    """Days of a long holiday.

    Attributes:
        first: the first of them.
        last: the last, included.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the range ends before it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive days, named by the first and the last.

    Attributes:
        first: the first day.
        last: the last day, included.
        minutes: the work on its days outside long holidays, in minutes.
    """

    first: date
    last: date
    minutes: int

    @property
    def days(self) -> tuple[date, ...]:
        """Its days."""
        return tuple(self.first + timedelta(days=count) for count in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of work.

    Attributes:
        day: the day.
        minutes: the work on it, for all employers, in minutes.
        in_holiday: whether it lies in a long holiday.
    """

    day: date
    minutes: int
    in_holiday: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """Shifts against the rule.

    Attributes:
        limit_hours: the most hours in a window.
        holiday_hours_a_day: the most hours on a day of a long holiday.
        days: every day of work, in order.
        worst: the window with most work, the earliest that begins on a day of work among equals; None without shifts.
        over: every window over the limit, in order, whether or not it begins on a day of work.
        days_over: the days of long holidays over the daily limit, in order.
    """

    limit_hours: int
    holiday_hours_a_day: int
    days: tuple[Day, ...]
    worst: Window | None
    over: tuple[Window, ...]
    days_over: tuple[Day, ...]

    @property
    def keeps_the_rule(self) -> bool:
        """Whether nothing is over a limit."""
        return not self.over and not self.days_over


def load_hours_page(path: Path) -> HoursContent:
    """The rule of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, HoursContent, _inconsistencies)


def _inconsistencies(page: HoursContent) -> Iterator[Problem]:
    yield from wrong_names(page.statements, _STATEMENTS, "statements")


def weigh(shifts: Iterable[Shift], holidays: Sequence[Range], rule: HoursContent) -> Hours:
    """Shifts of one person for all employers against the rule.

    Args:
        shifts: the shifts, in any order; ``overlaps`` says whether two of them are at the same time.
        holidays: the school's long holidays; they may overlap.
        rule: the limits.
    """
    minutes: dict[date, int] = {}
    for shift in shifts:
        for day, part in shift.by_day():
            minutes[day] = minutes.get(day, 0) + part
    days = tuple(Day(day, minutes[day], any(day in some for some in holidays)) for day in sorted(minutes))
    weekly = {day.day: day.minutes for day in days if not day.in_holiday}
    windows = [Window(first, last, sum(_within(weekly, first, last))) for first, last in _windows(minutes, rule)]
    return Hours(
        limit_hours=rule.limit_hours,
        holiday_hours_a_day=rule.holiday_hours_a_day,
        days=days,
        worst=max((window for window in windows if window.first in minutes), key=_work, default=None),
        over=tuple(window for window in windows if window.minutes > rule.limit_hours * MINUTES_AN_HOUR),
        days_over=tuple(
            day for day in days if day.in_holiday and day.minutes > rule.holiday_hours_a_day * MINUTES_AN_HOUR
        ),
    )


def overlaps(shifts: Iterable[Shift]) -> Iterator[tuple[Shift, Shift]]:
    """Shifts that begin before another, begun no later, has ended; the one that began earlier stands first.

    Each shift is named as the second at most once. A shift that begins when another ends does not overlap it.
    """
    running: tuple[int, Shift] | None = None
    for shift in sorted(shifts, key=lambda shift: (shift.day, shift.start, shift.line or 0)):
        midnight = shift.day.toordinal() * MINUTES_A_DAY
        if running is not None and midnight + shift.start < running[0]:
            yield running[1], shift
        if running is None or midnight + shift.end > running[0]:
            running = midnight + shift.end, shift


def _work(window: Window) -> int:
    return window.minutes


def _windows(days: Iterable[date], rule: HoursContent) -> Iterator[tuple[date, date]]:
    """The first and last day of every window that holds one of the days, in order."""
    length = rule.window_days - 1
    first_days = {day.toordinal() - before for day in days for before in range(rule.window_days)}
    for first in sorted(first_days):
        yield date.fromordinal(first), date.fromordinal(first + length)


def _within(minutes: Mapping[date, int], first: date, last: date) -> Iterator[int]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield minutes.get(date.fromordinal(ordinal), 0)
