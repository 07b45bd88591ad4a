"""Completed months and years, as the Civil Code counts them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.facts import completed_months, completed_years
from hsp_calc.facts.calendar import day_after, day_completed, stretches
from tests.facts.strategies import days, months

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2020-04-01", "2020-04-30", 0),
        ("2020-04-01", "2020-05-01", 1),
        ("2020-01-31", "2020-02-29", 0),
        ("2020-01-31", "2020-03-01", 1),
        ("2020-01-31", "2020-03-30", 1),
        ("2020-01-31", "2020-03-31", 2),
        ("2020-01-30", "2020-02-29", 0),
        ("2020-01-29", "2020-02-29", 1),
        ("2021-01-29", "2021-02-28", 0),
        ("2021-01-29", "2021-03-01", 1),
        ("2019-12-31", "2020-04-30", 3),
        ("2019-12-31", "2020-05-01", 4),
        ("2020-02-29", "2021-02-28", 11),
        ("2020-02-29", "2021-03-01", 12),
        ("2020-02-29", "2024-02-28", 47),
        ("2020-02-29", "2024-02-29", 48),
        ("2020-05-01", "2020-04-01", 0),
        ("2020-05-01", "2020-05-01", 0),
    ],
)
def test_months_are_completed(since: str, until: str, expected: int) -> None:
    assert completed_months(date.fromisoformat(since), date.fromisoformat(until)) == expected


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1996-11-22", "2026-11-21", 29),
        ("1996-11-22", "2026-11-22", 30),
        ("1996-02-29", "2026-02-28", 29),
        ("1996-02-29", "2026-03-01", 30),
        ("1996-02-29", "2024-02-28", 27),
        ("1996-02-29", "2024-02-29", 28),
        ("1996-12-31", "2027-01-01", 30),
    ],
)
def test_the_age_changes_on_the_birthday(born: str, day: str, age: int) -> None:
    assert completed_years(date.fromisoformat(born), date.fromisoformat(day)) == age


@given(since=days, count=months)
def test_a_month_is_completed_on_the_first_day_on_which_it_is(since: date, count: int) -> None:
    day = day_completed(since, count)
    assert completed_months(since, day) == count
    if count:
        assert completed_months(since, day - ONE_DAY) == count - 1
    else:
        assert day == since


@given(since=days, until=days)
def test_every_day_lies_between_two_completions(since: date, until: date) -> None:
    count = completed_months(since, until)
    if until >= since:
        assert day_completed(since, count) <= until < day_completed(since, count + 1)
    else:
        assert count == 0


@given(since=days, first=days, second=days)
def test_completed_months_never_fall(since: date, first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    assert completed_months(since, earlier) <= completed_months(since, later)


@given(since=days, until=days)
def test_a_year_is_twelve_months(since: date, until: date) -> None:
    assert completed_years(since, until) == completed_months(since, until) // 12


@given(born=days, years=st.integers(0, 100))
def test_a_birthday_is_the_same_day_or_the_first_of_march(born: date, years: int) -> None:
    day = day_completed(born, 12 * years)
    assert day.year == born.year + years
    assert (day.month, day.day) in {(born.month, born.day), (3, 1)}
    assert (day.month, day.day) == (born.month, born.day) or (born.month, born.day) == (2, 29)


@pytest.mark.parametrize(
    ("since", "count"),
    [("9999-12-31", 1), ("9999-12-01", 1), ("9999-01-31", 12), ("2000-01-01", 12 * 8_000), ("2000-01-01", 10**9)],
)
def test_a_completion_outside_the_calendar_is_an_overflow(since: str, count: int) -> None:
    with pytest.raises(OverflowError):
        day_completed(date.fromisoformat(since), count)


@pytest.mark.parametrize("since", ["9999-11-30", "9999-12-31", "9999-01-31"])
def test_a_completion_at_the_end_of_the_calendar_is_found(since: str) -> None:
    day = date.fromisoformat(since)
    assert day_completed(day, 0) == day


def test_the_last_day_of_the_calendar_has_no_next() -> None:
    assert day_after(date.max) == date.max
    assert day_after(date(2024, 2, 28)) == date(2024, 2, 29)


@given(st.lists(st.tuples(days, days), max_size=8))
def test_stretches_cover_the_same_days_apart_and_in_order(periods: list[tuple[date, date]]) -> None:
    joined = stretches(periods)
    assert joined == sorted(joined)
    assert all(start < end for start, end in joined)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(joined))
    ends = {day for period in periods for day in period}
    for day in ends | {day - ONE_DAY for day in ends} | {day + ONE_DAY for day in ends}:
        assert any(start <= day < end for start, end in joined) == any(start <= day < end for start, end in periods)


@given(
    st.permutations(
        [
            (date(2020, 1, 1), date(2020, 3, 1)),
            (date(2020, 2, 1), date(2020, 4, 1)),
            (date(2020, 4, 1), date(2020, 5, 1)),
        ]
    )
)
def test_periods_that_touch_or_overlap_are_one_stretch_in_any_order(periods: list[tuple[date, date]]) -> None:
    assert stretches(periods) == [(date(2020, 1, 1), date(2020, 5, 1))]
