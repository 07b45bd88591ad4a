"""The score over time, against the engine asked day by day."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.casefile import Case
from hsp_calc.facts import Category, Facts, Profile, WorkPeriod
from hsp_calc.plan.change_days import experience_reached, years_after, years_before
from hsp_calc.plan.score_changes import Cause
from hsp_calc.plan.scorers import Scorers
from hsp_calc.plan.timeline import ScoreTimeline, timeline
from hsp_calc.rules import RuleTable, Tables
from tests.plan.people import ON, case, days, law, made_up_case, made_up_cases, same_day_before, sheet_on

CATEGORIES = st.sampled_from(Category)
CASES = st.integers(0, 10**9).map(lambda seed: made_up_case(Random(seed)))  # noqa: S311 - made-up persons, no secrets


def test_the_timeline_equals_the_engine_on_a_thousand_random_days() -> None:
    random = Random(1)  # noqa: S311 - days to look at, no secrets
    for person in made_up_cases(100, seed=20261122):
        profile = person.profile()
        for category in Category:
            on = date(2016, 1, 1) + timedelta(days=random.randrange(5_000))
            segments = timeline(profile, category, law().scorers, on)
            for _ in range(4):
                day = segments[0].since + timedelta(
                    days=random.randrange((segments[-1].until - segments[0].since).days)
                )
                segment = next(segment for segment in segments if segment.since <= day < segment.until)
                sheet = sheet_on(profile, category, day)
                assert (segment.total, segment.eligible) == ((sheet.total, sheet.eligible) if sheet else (None, None))


@given(CASES, CATEGORIES)
def test_segments_touch_differ_and_say_why(person: Case, category: Category) -> None:
    segments = timeline(person.profile(), category, law().scorers, ON)
    assert (segments[0].since, segments[-1].until) == (date(2023, 11, 22), date(2031, 11, 22))
    assert segments[0].because == ()
    for before, after in pairwise(segments):
        assert before.until == after.since
        assert (before.total, before.eligible) != (after.total, after.eligible)
        if before.total is not None and after.total is not None:
            assert after.because
            assert sum(cause.points for cause in after.because) == after.total - before.total
            assert all(cause.fact for cause in after.because)


def test_every_step_is_found_to_the_day() -> None:
    for person in made_up_cases(3, seed=7):
        profile = person.profile()
        for category in Category:
            segments = iter(timeline(profile, category, law().scorers, ON))
            segment = next(segments)
            for day in days(date(2023, 11, 22), date(2031, 11, 22)):
                if day == segment.until:
                    segment = next(segments)
                sheet = sheet_on(profile, category, day)
                assert sheet is not None
                assert (segment.total, segment.eligible) == (sheet.total, sheet.eligible)


def test_a_person_has_no_score_before_the_birth_and_beyond_any_age() -> None:
    young = Profile.of(Facts.read({"date_of_birth": "2024-02-29", "degrees": ["doctor"]}))
    segments = timeline(young, Category.TECHNICAL, law().scorers, ON, date(2027, 1, 1))
    assert [(segment.since, segment.total) for segment in segments] == [
        (date(2023, 11, 22), None),
        (date(2024, 2, 29), 45),
    ]
    old = Profile.of(Facts.read({"date_of_birth": "1906-12-01", "degrees": ["doctor"]}))
    segments = timeline(old, Category.TECHNICAL, law().scorers, ON)
    assert [(segment.since, segment.total) for segment in segments] == [
        (date(2023, 11, 22), 30),
        (date(2027, 12, 1), None),
    ]


def test_a_date_of_birth_that_is_dated_itself_counts_from_its_day() -> None:
    person = case({"age": 29, "degrees": ["doctor"]}, {"from": "2026-01-01", "date_of_birth": "1991-06-01"})
    found = timeline(person.profile(), Category.TECHNICAL, law().scorers, ON)
    assert [(segment.since, segment.total) for segment in found] == [
        (date(2023, 11, 22), 45),
        (date(2026, 1, 1), 40),
        (date(2026, 6, 1), 35),
        (date(2031, 6, 1), 30),
    ]


def test_an_age_that_is_given_as_a_number_does_not_grow() -> None:
    profile = Profile.of(Facts.read({"age": 34, "degrees": ["doctor"]}))
    assert [segment.total for segment in timeline(profile, Category.TECHNICAL, law().scorers, ON)] == [40]


def test_a_change_of_the_table_is_a_cause_without_a_fact(table_2015: RuleTable, table: RuleTable) -> None:
    adjacent = Tables([table_2015.model_copy(update={"until": date(2023, 3, 30)}), table])
    profile = Profile.of(Facts.read({"degrees": ["doctor"], "japanese": "n2", "growth_project": True}))
    before, after = timeline(profile, Category.TECHNICAL, Scorers(adjacent), ON.replace(year=2025))
    assert (before.total, after.since, after.total) == (30, date(2023, 3, 31), 50)
    assert after.because == (Cause("japanese_n2", 10, None), Cause("growth_field_project", 10, None))


def test_a_course_has_at_least_one_day() -> None:
    with pytest.raises(ValueError, match="no days"):
        ScoreTimeline(Profile(), Category.TECHNICAL, law().scorers, since=ON, until=ON)
    assert (
        len(ScoreTimeline(Profile(), Category.TECHNICAL, law().scorers, since=ON, until=ON + timedelta(days=1)).stages)
        == 1
    )


@given(st.dates(date(1904, 1, 1), date(2096, 12, 31)), st.integers(1, 3))
def test_years_before_a_day_are_the_last_from_which_they_are_completed(day: date, years: int) -> None:
    since = years_before(day, years)
    assert since == same_day_before(day, years)
    assert years_after(since, years) <= day
    assert years_after(since + timedelta(days=1), years) > day


def test_the_ends_of_the_calendar_are_no_obstacle() -> None:
    assert years_before(date(2, 1, 1), 3) == date.min
    assert years_after(date(9998, 1, 1), 5) == date.max
    profile = Profile.of(Facts.read({"date_of_birth": "1990-01-01"}))
    assert timeline(profile, Category.TECHNICAL, law().scorers, ON, date.max)[-1].until == date.max


@pytest.mark.parametrize(
    ("periods", "years", "reached"),
    [
        ([("2020-01-31", None)], 1, "2021-01-31"),
        ([("2020-02-29", None)], 1, "2021-03-01"),
        ([("2020-02-29", None)], 4, "2024-02-29"),
        ([("2020-01-31", "2021-01-30")], 1, "2021-01-31"),  # the last day of the year is the 30th
        ([("2020-01-31", "2021-01-29")], 1, None),
        ([("2020-01-01", "2020-06-30"), ("2020-07-01", None)], 1, "2021-01-01"),  # they touch
        ([("2020-01-15", "2020-06-30"), ("2020-07-02", None)], 1, "2021-02-02"),  # 5 months, then 7
        ([("2020-01-15", "2020-06-30"), ("2020-03-01", "2020-05-31"), ("2021-01-10", None)], 1, "2021-08-10"),
        ([("2030-01-01", None)], 1, "2031-01-01"),
        ([], 1, None),
    ],
)
def test_a_band_of_experience_is_reached_on_the_day_its_month_is_completed(
    periods: list[tuple[str, str | None]], years: int, reached: str | None
) -> None:
    work = [WorkPeriod.model_validate({"from": a, "to": b, "categories": ["technical"]}) for a, b in periods]
    profile = Profile(experience=tuple(work))
    day = experience_reached(profile, Category.TECHNICAL, years)
    assert day == (reached and date.fromisoformat(reached))
    assert experience_reached(profile, Category.ACADEMIC, years) is None
    if day is not None:
        before, after = (profile.months_of(Category.TECHNICAL, d) for d in (day - timedelta(days=1), day))
        assert (before, after) == (years * 12 - 1, years * 12)
