"""The days on which something about a person changes: birthdays, bands of experience, dated facts."""

from collections.abc import Iterable, Iterator
from datetime import date

from hsp_calc.facts import MONTHS_A_YEAR, Category, Facts, Profile, completed_months
from hsp_calc.facts.calendar import day_after, day_completed, stretches
from hsp_calc.facts.facts import MAXIMUM_AGE
from hsp_calc.rules import Test

_FEBRUARY_28 = 28


def years_before(day: date, years: int) -> date:
    """The last day from which so many years are completed on a day; the calendar's first where there is none.

    One year before 29 February is 28 February: from 1 March a year is completed on 1 March alone.
    """
    if day.year - years < date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=_FEBRUARY_28)


def years_after(day: date, years: int) -> date:
    """The first day on which so many years are completed; the calendar's last where there is none."""
    return months_after(day, years * MONTHS_A_YEAR)


def months_after(day: date, months: int) -> date:
    """The first day on which so many months are completed; the calendar's last where there is none."""
    try:
        return day_completed(day, months)
    except OverflowError:
        return date.max


def value_of(facts: Facts, fact: str, category: Category, on: date) -> bool | str | float | frozenset[str] | None:
    """What a person answers to a fact as rules see it, in a category on a day.

    Raises:
        InputError: the age is asked, and the person is not born on that day or older than anyone.
    """
    match fact:
        case "age":
            return facts.age_on(on)
        case "experience_years":
            return facts.experience_in(category)
        case _:
            value: bool | str | float | frozenset[str] | None = getattr(facts, fact)
            return value


def change_days(profile: Profile, category: Category, *, ages: Iterable[int], years: Iterable[int]) -> Iterator[date]:
    """Every day on which what rules see of a person can change, in no order.

    Args:
        profile: the person.
        category: whose experience is asked.
        ages: the completed years of age at which something changes.
        years: the years of experience at which something changes.
    """
    for entry in profile.entries:
        if entry.since is not None:
            yield entry.since
    for born in {profile.date_of_birth, *(entry.facts.date_of_birth for entry in profile.entries)}:
        if born is not None:
            yield born
            yield from (birthday(born, age) for age in (*ages, MAXIMUM_AGE + 1))
    for bound in years:
        reached = experience_reached(profile, category, bound)
        if reached is not None:
            yield reached


def birthday(born: date, age: int) -> date:
    """The day on which a person grows so many years old; born on 29 February, 1 March of a common year."""
    return years_after(born, age)


def experience_reached(profile: Profile, category: Category, years: int) -> date | None:
    """The first day on which so many years of a category's work are completed; None if they never are.

    Work that is still running goes on. None, too, where no period of work names the category: the years are then
    answered as a number, which grows only by further answers.
    """
    missing = years * MONTHS_A_YEAR
    worked = (
        (period.since, date.max if period.until is None else day_after(period.until))
        for period in profile.experience
        if category in period.categories and period.counts
    )
    for start, end in stretches(worked):
        completed = completed_months(start, end)
        if completed >= missing:
            return months_after(start, missing)
        missing -= completed
    return None


def bounds_of(tests: Iterable[Test]) -> tuple[int, ...]:
    """The numbers, rising, at which the outcome of tests of one fact changes."""
    return tuple(sorted({bound for test in tests for bound in (test.at_least, test.below) if bound is not None}))
