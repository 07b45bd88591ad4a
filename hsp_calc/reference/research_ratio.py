"""Whether R&D expenses exceed 3% of sales, and in which business year (mark ⑫)."""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from hsp_calc.casefile.sections import LAST_DAY, Owner, ResearchYear
from hsp_calc.facts.calendar import MONTHS_A_YEAR, day_after, day_completed
from hsp_calc.reference.enterprise import refuse_negative

_PERCENT = 3
_MONTHS_TO_CLOSE = 2
_LAST_MONTH_OF_THE_YEAR_BEFORE = 3


class YearChosen(StrEnum):
    """Which year counts, and why."""

    PREVIOUS = "previous"
    """The business year before the one of the application."""
    ONE_BEFORE = "one_before"
    """The one before that: the application falls within two months after the end of the previous year."""
    PREVIOUS_CALENDAR = "previous_calendar"
    """Of a sole proprietor, the calendar year before the application."""
    ONE_BEFORE_CALENDAR = "one_before_calendar"
    """The one before that: the application falls within January to March."""


@dataclass(frozen=True, slots=True)
class BusinessYear:
    """The year whose figures count.

    Attributes:
        since: its first day.
        until: its last day.
        chosen: why it is this one.
        changes_on: the first later day of application for which another year counts.
    """

    since: date
    until: date
    chosen: YearChosen
    changes_on: date


class RatioCode(StrEnum):
    """What decided."""

    ABOVE = "above"
    NOT_ABOVE = "not_above"
    """Exactly 3% is not above it."""
    NO_SALES = "no_sales"
    """There is no ratio to nothing; the office must say."""
    FIGURES_NEEDED = "figures_needed"


@dataclass(frozen=True, slots=True)
class ResearchRatio:
    """The ratio of R&D expenses to sales.

    Attributes:
        above: whether it exceeds 3%; None if that is not known.
        code: what decided.
        expenses_yen: the numerator of the form's fraction.
        sales_yen: its denominator.
        percent: the ratio in percent, exactly; None where there is none.
    """

    above: bool | None
    code: RatioCode
    expenses_yen: int | None
    sales_yen: int | None
    percent: Fraction | None


def business_year(
    applied_on: date, owner: Owner, *, closing_month: int = 12, closing_day: int = LAST_DAY
) -> BusinessYear:
    """The year whose figures count for an application.

    Args:
        applied_on: the day of the application.
        owner: of a sole proprietor the calendar year counts, and the two arguments that follow do not matter.
        closing_month: the month in which the business year ends.
        closing_day: the day of it; one that the month does not have means its last, such as 31.

    Raises:
        ValueError: there is no such month or day.
        OverflowError: the year lies outside the calendar.
    """
    if owner is Owner.SOLE_PROPRIETOR:
        return _calendar_year(applied_on)
    if not 1 <= closing_month <= MONTHS_A_YEAR or not 1 <= closing_day <= calendar.monthrange(2000, 1)[1]:
        raise ValueError(f"a business year cannot end on day {closing_day} of month {closing_month}")
    end = _closing(applied_on.year, closing_month, closing_day)
    if end >= applied_on:
        end = _closing(applied_on.year - 1, closing_month, closing_day)
    settled = day_completed(day_after(end), _MONTHS_TO_CLOSE)
    if applied_on < settled:
        last, chosen, changes_on = _closing(end.year - 1, closing_month, closing_day), YearChosen.ONE_BEFORE, settled
    else:
        following = _closing(end.year + 1, closing_month, closing_day)
        changes_on = day_completed(day_after(following), _MONTHS_TO_CLOSE)
        last, chosen = end, YearChosen.PREVIOUS
    return BusinessYear(day_after(_closing(last.year - 1, closing_month, closing_day)), last, chosen, changes_on)


def research_ratio(expenses_yen: int | None, sales_yen: int | None) -> ResearchRatio:
    """Whether R&D expenses exceed 3% of sales, reckoned in whole yen.

    Args:
        expenses_yen: research and development expenses of the year.
        sales_yen: of a company, its gross income less income from the transfer of fixed assets or securities; of a
            sole proprietor, the gross income of the business.

    Raises:
        InputError: a number is below 0.
    """
    refuse_negative({"expenses_yen": expenses_yen, "sales_yen": sales_yen}.items())
    if expenses_yen is None or sales_yen is None:
        return ResearchRatio(None, RatioCode.FIGURES_NEEDED, expenses_yen, sales_yen, None)
    if sales_yen == 0:
        return ResearchRatio(None, RatioCode.NO_SALES, expenses_yen, sales_yen, None)
    above = 100 * expenses_yen > _PERCENT * sales_yen
    code = RatioCode.ABOVE if above else RatioCode.NOT_ABOVE
    return ResearchRatio(above, code, expenses_yen, sales_yen, Fraction(100 * expenses_yen, sales_yen))


def year_of_case(kept: ResearchYear, applied_on: date, owner: Owner | None) -> BusinessYear | None:
    """The year whose figures count; None while the owner, or the end of a company's year, is not known.

    Args:
        kept: the business year that a case keeps.
        applied_on: the day of the application.
        owner: who runs the institution.

    Raises:
        OverflowError: the year lies outside the calendar.
    """
    if owner is Owner.SOLE_PROPRIETOR:
        return business_year(applied_on, owner)
    if owner is None or kept.closing_month is None:
        return None
    return business_year(applied_on, owner, closing_month=kept.closing_month, closing_day=kept.closing_day)


def ratio_of_case(kept: ResearchYear) -> ResearchRatio:
    """The ratio of the figures that a case keeps."""
    return research_ratio(kept.expenses_yen, kept.sales_yen)


def _calendar_year(applied_on: date) -> BusinessYear:
    if applied_on.month <= _LAST_MONTH_OF_THE_YEAR_BEFORE:
        year, chosen = applied_on.year - 2, YearChosen.ONE_BEFORE_CALENDAR
        changes_on = date(applied_on.year, _LAST_MONTH_OF_THE_YEAR_BEFORE + 1, 1)
    else:
        year, chosen = applied_on.year - 1, YearChosen.PREVIOUS_CALENDAR
        changes_on = date(applied_on.year + 1, _LAST_MONTH_OF_THE_YEAR_BEFORE + 1, 1)
    return BusinessYear(date(year, 1, 1), date(year, 12, 31), chosen, changes_on)


def _closing(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
