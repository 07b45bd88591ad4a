"""The months of a calendar of hours: what stands on each day."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hsp_calc.guide.weekly_hours import Hours, Range

_SUNDAY = calendar.SUNDAY


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day.

    Attributes:
        day: the day.
        minutes: the work on it.
        holiday: whether it lies in a long holiday.
        worst: whether it lies in the worst seven days.
        over: whether it lies in seven days over the limit, or is itself over that of holidays.
    """

    day: date
    minutes: int
    holiday: bool
    worst: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month.

    Attributes:
        first: its first day.
        weeks: its weeks from Sunday; None outside the month.
    """

    first: date
    weeks: tuple[tuple[CalendarDay | None, ...], ...]

    def edges(self, row: int, column: int) -> tuple[str, ...]:
        """The sides of a day of the worst seven at which none of them lies next; none for another day."""
        if not self._worst(row, column):
            return ()
        beside = {"left": (row, column - 1), "right": (row, column + 1), "top": (row - 1, column)}
        beside["bottom"] = (row + 1, column)
        return tuple(side for side, place in beside.items() if not self._worst(*place))

    def _worst(self, row: int, column: int) -> bool:
        if not (0 <= row < len(self.weeks) and 0 <= column < len(self.weeks[row])):
            return False
        day = self.weeks[row][column]
        return day is not None and day.worst


def months_of(found: Hours, holidays: Sequence[Range]) -> tuple[Month, ...]:
    """The months in which there is work, and those that the worst seven days reach into."""
    minutes = {day.day: day.minutes for day in found.days}
    worst = frozenset(found.worst.days) if found.worst else frozenset()
    over = {day.day for day in found.days_over}.union(*(window.days for window in found.over))

    def of(day: date, month: int) -> CalendarDay | None:
        if day.month != month:
            return None
        in_holiday = any(day in some for some in holidays)
        work = minutes.get(day, 0)
        return CalendarDay(day, work, in_holiday, day in worst, day in over and work > 0)

    weeks = calendar.Calendar(_SUNDAY)
    return tuple(
        Month(
            date(year, month, 1),
            tuple(tuple(of(day, month) for day in week) for week in weeks.monthdatescalendar(year, month)),
        )
        for year, month in sorted({(day.year, day.month) for day in (*minutes, *worst)})
    )
