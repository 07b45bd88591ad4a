"""Completed years and months, as Japanese law counts them.

A period that begins on a day which the last month does not have is completed on the first day of the month after
(Civil Code, article 143): a person born on 29 February grows a year older on 1 March of a common year.
"""

from collections.abc import Iterable
from datetime import date, timedelta

MONTHS_A_YEAR = 12
_ONE_DAY = timedelta(days=1)


def completed_months(since: date, until: date) -> int:
    """Completed months from the start of one day to the start of another; 0 if it is not later."""
    months = (until.year - since.year) * MONTHS_A_YEAR + until.month - since.month
    if until.day < since.day:
        months -= 1
    return max(months, 0)


def completed_years(since: date, until: date) -> int:
    """Completed years from the start of one day to the start of another: a person's age."""
    return completed_months(since, until) // MONTHS_A_YEAR


def day_completed(since: date, months: int) -> date:
    """The first day on which so many months are completed.

    Raises:
        OverflowError: the day lies outside the calendar.
    """
    year, month = divmod(since.year * MONTHS_A_YEAR + since.month - 1 + months, MONTHS_A_YEAR)
    try:
        return date(year, month + 1, since.day)
    except ValueError:
        if not date.min.year <= year <= date.max.year or (year, month) >= (date.max.year, MONTHS_A_YEAR - 1):
            raise OverflowError("outside the calendar") from None
        return date(year, month + 2, 1)


def stretches(periods: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Periods (first day, day after the last) in order, joined where they touch or overlap."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(periods):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def day_after(day: date) -> date:
    """The next day; the last day of the calendar is its own next."""
    return day if day == date.max else day + _ONE_DAY
