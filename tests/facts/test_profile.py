"""What is true of a person on a day, from dated facts and periods of work."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from hsp_calc import limits
from hsp_calc.facts import Category, DatedFacts, Facts, Profile, WorkPeriod
from hsp_calc.facts.calendar import day_completed
from tests.facts.strategies import ANSWERS, days, persons

ACADEMIC, TECHNICAL, MANAGEMENT = Category
ONE_DAY = timedelta(days=1)

read = TypeAdapter(Profile).validate_python


def profile(
    *history: tuple[str | None, dict[str, Any]],
    work: tuple[tuple[str, str | None, str], ...] = (),
    born: str | None = None,
) -> Profile:
    return read(
        {
            "date_of_birth": born and date.fromisoformat(born),
            "history": [{"from": since, "facts": facts} for since, facts in history],
            "experience": [
                {"from": since, "to": until, "categories": categories.split()} for since, until, categories in work
            ],
        }
    )


def on(person: Profile, day: str) -> dict[str, Any]:
    return person.facts_on(date.fromisoformat(day)).written()


def months(person: Profile, day: str, category: Category = TECHNICAL) -> int | None:
    return person.months_of(category, date.fromisoformat(day))


class TestHistory:
    def test_without_entries_nothing_is_known(self, reference_day: date) -> None:
        assert Profile().facts_on(reference_day) == Facts()

    def test_what_is_always_true_is_true_on_every_day(self) -> None:
        person = profile((None, {"licenses": 1}))
        assert on(person, "0001-01-01") == on(person, "9999-12-31") == {"licenses": 1}

    def test_an_entry_holds_from_its_day_on(self) -> None:
        person = profile(("2026-04-01", {"licenses": 1}))
        assert on(person, "2026-03-31") == {}
        assert on(person, "2026-04-01") == {"licenses": 1}
        assert on(person, "2036-04-01") == {"licenses": 1}

    def test_later_entries_win_field_by_field(self) -> None:
        person = profile(
            (None, {"licenses": 1, "sme": True, "japanese": "n2"}),
            ("2026-01-01", {"licenses": 2}),
            ("2027-01-01", {"japanese": "n1", "sme": False}),
        )
        assert on(person, "2025-12-31") == {"licenses": 1, "sme": True, "japanese": "n2"}
        assert on(person, "2026-06-01") == {"licenses": 2, "sme": True, "japanese": "n2"}
        assert on(person, "2027-01-01") == {"licenses": 2, "sme": False, "japanese": "n1"}

    def test_the_order_in_the_file_does_not_matter(self) -> None:
        person = profile(("2027-01-01", {"licenses": 3}), ("2026-01-01", {"licenses": 2}), (None, {"licenses": 1}))
        assert [on(person, day)["licenses"] for day in ("2025-01-01", "2026-01-01", "2027-01-01")] == [1, 2, 3]

    def test_of_two_entries_of_one_day_the_later_in_the_file_wins(self) -> None:
        person = profile(("2026-01-01", {"licenses": 1, "sme": True}), ("2026-01-01", {"licenses": 2}))
        assert on(person, "2026-01-01") == {"licenses": 2, "sme": True}

    def test_null_in_a_later_entry_means_not_answered_from_that_day_on(self) -> None:
        person = profile(
            (None, {"sme": True, "licenses": 1}), ("2026-01-01", {"sme": None}), ("2027-01-01", {"sme": False})
        )
        assert on(person, "2025-12-31") == {"sme": True, "licenses": 1}
        assert on(person, "2026-01-01") == on(person, "2026-12-31") == {"licenses": 1}
        assert on(person, "2027-01-01") == {"sme": False, "licenses": 1}

    def test_null_in_what_is_always_so_is_no_answer_either(self) -> None:
        assert on(profile((None, {"sme": None}), ("2026-01-01", {"sme": True})), "2026-01-01") == {"sme": True}

    def test_null_clears_the_years_of_all_categories_or_of_one(self) -> None:
        always = (None, {"experience_years": {"academic": 1, "technical": 2}})
        assert on(profile(always, ("2026-01-01", {"experience_years": None})), "2026-01-01") == {}
        one = profile(always, ("2026-01-01", {"experience_years": {"technical": None}}))
        assert on(one, "2026-01-01") == {"experience_years": {"academic": 1}}

    def test_null_does_not_touch_the_birthday_or_periods_of_work(self) -> None:
        work = (("2020-01-01", None, "technical"),)
        person = profile(
            ("2026-01-01", {"date_of_birth": None, "experience_years": None}), work=work, born="1993-05-12"
        )
        assert on(person, "2026-01-01") == {"date_of_birth": "1993-05-12", "experience_years": {"technical": 6}}

    @pytest.mark.parametrize(
        ("day", "undated"),
        [
            ("2025-12-31", {"sme", "annual_salary_yen", "experience_years"}),
            ("2026-01-01", {"annual_salary_yen", "experience_years"}),
            ("2027-01-01", {"annual_salary_yen"}),
        ],
    )
    def test_an_answer_is_undated_until_one_with_a_day_takes_its_place(self, day: str, undated: set[str]) -> None:
        person = profile(
            (None, {"sme": True, "annual_salary_yen": 5_000_000, "experience_years": 3, "date_of_birth": "1993-05-12"}),
            ("2026-01-01", {"sme": None}),
            ("2027-01-01", {"experience_years": {"technical": 4}}),
        )
        assert person.undated_on(date.fromisoformat(day), TECHNICAL) == undated

    def test_years_from_periods_of_work_are_dated(self) -> None:
        person = profile((None, {"experience_years": 3}), work=(("2020-01-01", None, "technical"),))
        assert person.undated_on(date(2026, 1, 1), TECHNICAL) == set()
        assert person.undated_on(date(2026, 1, 1), ACADEMIC) == {"experience_years"}

    def test_an_empty_list_is_an_answer_that_wins(self) -> None:
        person = profile((None, {"degrees": ["master"]}), ("2026-01-01", {"degrees": []}))
        assert on(person, "2026-01-01") == {"degrees": []}

    def test_lists_are_replaced_not_joined(self) -> None:
        person = profile((None, {"degrees": ["bachelor"]}), ("2026-01-01", {"degrees": ["master"]}))
        assert on(person, "2026-01-01") == {"degrees": ["master"]}

    def test_experience_of_each_category_is_a_fact_of_its_own(self) -> None:
        person = profile(
            (None, {"experience_years": {"academic": 1, "technical": 2}}),
            ("2026-01-01", {"experience_years": {"technical": 3}}),
        )
        assert on(person, "2026-01-01") == {"experience_years": {"academic": 1, "technical": 3}}

    def test_one_number_replaces_all_three(self) -> None:
        person = profile((None, {"experience_years": {"academic": 1}}), ("2026-01-01", {"experience_years": 4}))
        assert on(person, "2026-01-01") == {"experience_years": 4}

    def test_the_applicant_s_birthday_gives_the_age(self) -> None:
        person = profile((None, {"sme": True}), born="1993-05-12")
        assert on(person, "2026-01-01") == {"sme": True, "date_of_birth": "1993-05-12"}

    def test_a_later_age_stands_in_place_of_a_date_of_birth_and_the_other_way_round(self) -> None:
        person = profile(
            (None, {"date_of_birth": "1990-01-01"}),
            ("2026-01-01", {"age": 40}),
            ("2027-01-01", {"date_of_birth": "1980-01-01"}),
        )
        assert on(person, "2026-06-01") == {"age": 40}
        assert on(person, "2027-06-01") == {"date_of_birth": "1980-01-01"}

    @given(persons, days)
    def test_a_person_of_whom_the_same_is_always_true_is_that_on_every_day(
        self, person: dict[str, Any], day: date
    ) -> None:
        facts = Facts.read(person)
        assert Profile.of(facts).facts_on(day).written() == facts.written()

    @given(
        entries=st.lists(
            st.tuples(
                st.one_of(st.none(), days),
                st.fixed_dictionaries({}, optional={k: v for k, v in ANSWERS.items() if k != "experience_years"}),
            ),
            max_size=6,
        ),
        day=days,
    )
    def test_every_fact_is_the_last_one_said_up_to_the_day(
        self, entries: list[tuple[date | None, dict[str, Any]]], day: date
    ) -> None:
        person = read({"history": [{"from": since, "facts": facts} for since, facts in entries]})
        told = [entry for entry in entries if entry[0] is None or entry[0] <= day]
        expected: dict[str, Any] = {}
        for _, facts in sorted(told, key=lambda entry: entry[0] or date.min):
            expected |= facts
        assert person.facts_on(day) == Facts.read(expected)

    @given(persons, persons, days, days)
    def test_facts_of_a_day_are_facts_that_could_be_read(
        self, first: dict[str, Any], second: dict[str, Any], since: date, day: date
    ) -> None:
        person = profile((None, first), (since.isoformat(), second))
        facts = person.facts_on(day)
        assert Facts.read(facts.written()) == facts


class TestExperience:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2019-12-31", 0),
            ("2020-01-01", 0),
            ("2020-01-31", 0),
            ("2020-02-01", 1),
            ("2022-12-31", 35),
            ("2023-01-01", 36),
            ("2030-01-01", 120),
        ],
    )
    def test_running_work_completes_a_month_on_its_day(self, day: str, expected: int) -> None:
        assert months(profile(work=(("2020-01-01", None, "technical"),)), day) == expected

    @pytest.mark.parametrize(
        ("until", "expected"), [("2022-12-30", 35), ("2022-12-31", 36), ("2023-01-01", 36), ("2020-01-01", 0)]
    )
    def test_the_last_day_of_work_is_worked(self, until: str, expected: int) -> None:
        assert months(profile(work=(("2020-01-01", until, "technical"),)), "2026-01-01") == expected

    def test_a_month_that_ends_with_the_work_is_completed_on_the_day_after(self) -> None:
        person = profile(work=(("2020-01-01", "2022-12-31", "technical"),))
        assert months(person, "2022-12-31") == 35
        assert months(person, "2023-01-01") == 36

    @pytest.mark.parametrize(
        ("since", "day", "expected"),
        [
            ("2020-01-31", "2020-02-29", 0),
            ("2020-01-31", "2020-03-01", 1),
            ("2020-02-29", "2023-02-28", 35),
            ("2020-02-29", "2023-03-01", 36),
            ("2020-02-29", "2024-02-29", 48),
            ("2020-08-31", "2023-08-30", 35),
            ("2020-08-31", "2023-08-31", 36),
        ],
    )
    def test_work_begun_on_a_day_that_a_month_lacks(self, since: str, day: str, expected: int) -> None:
        assert months(profile(work=((since, None, "technical"),)), day) == expected

    def test_days_that_two_periods_cover_count_once(self) -> None:
        person = profile(work=(("2020-01-01", "2021-12-31", "technical"), ("2021-01-01", "2022-12-31", "technical")))
        assert months(person, "2026-01-01") == 36

    def test_a_period_within_another_adds_nothing(self) -> None:
        person = profile(work=(("2020-01-01", "2022-12-31", "technical"), ("2021-01-01", "2021-06-30", "technical")))
        assert months(person, "2026-01-01") == 36

    def test_work_that_goes_on_the_next_day_is_one_stretch(self) -> None:
        person = profile(work=(("2020-01-15", "2020-07-19", "technical"), ("2020-07-20", "2021-01-14", "technical")))
        assert months(person, "2026-01-01") == 12

    def test_a_gap_of_a_day_makes_two_stretches_with_their_own_completed_months(self) -> None:
        person = profile(work=(("2020-01-15", "2020-07-19", "technical"), ("2020-07-21", "2021-01-14", "technical")))
        assert months(person, "2026-01-01") == 6 + 5

    def test_each_category_counts_its_own_work(self) -> None:
        person = profile(
            work=(("2020-01-01", "2020-12-31", "academic technical"), ("2021-01-01", "2021-12-31", "technical"))
        )
        found = [months(person, "2026-01-01", category) for category in Category]
        assert found == [12, 24, None]

    def test_periods_go_before_years_typed_in_where_they_name_the_category(self) -> None:
        person = profile((None, {"experience_years": 20}), work=(("2020-01-01", "2022-12-31", "technical"),))
        assert on(person, "2026-01-01") == {"experience_years": {"academic": 20, "technical": 3, "management": 20}}

    def test_work_to_come_counts_nothing_yet_and_still_goes_before_years_typed_in(self) -> None:
        person = profile((None, {"experience_years": {"technical": 20}}), work=(("2030-01-01", None, "technical"),))
        assert on(person, "2026-01-01") == {"experience_years": {"technical": 0}}

    @pytest.mark.parametrize("years", [3, 5, 7, 10])
    @pytest.mark.parametrize("since", ["2010-01-01", "2010-01-31", "2012-02-29", "2011-12-31"])
    def test_a_band_is_reached_on_the_day_its_last_month_is_completed(self, since: str, years: int) -> None:
        person = profile(work=((since, None, "technical"),))
        reached = day_completed(date.fromisoformat(since), 12 * years)
        on_that_day = person.facts_on(reached).experience_in(TECHNICAL)
        the_day_before = person.facts_on(reached - ONE_DAY).experience_in(TECHNICAL)
        assert on_that_day == years
        assert the_day_before is not None
        assert the_day_before < years

    @given(
        periods=st.lists(st.tuples(days, st.one_of(st.none(), st.integers(0, 5_000))), min_size=1, max_size=5),
        day=days,
    )
    def test_experience_never_falls_and_never_exceeds_the_days_worked(
        self, periods: list[tuple[date, int | None]], day: date
    ) -> None:
        work = [
            {
                "from": since,
                "to": None if length is None else since + timedelta(days=length),
                "categories": ["technical"],
            }
            for since, length in periods
        ]
        person = read({"experience": work})
        now, tomorrow = person.months_of(TECHNICAL, day), person.months_of(TECHNICAL, day + ONE_DAY)
        assert now is not None
        assert tomorrow is not None
        assert 0 <= now <= tomorrow <= now + 1 + len(periods)
        earliest = min(since for since, _ in periods)
        assert now * 28 <= max((day - earliest).days, 0)

    @pytest.mark.parametrize("until", ["2019-12-31", "2010-01-01"])
    def test_work_does_not_end_before_it_begins(self, until: str) -> None:
        with pytest.raises(ValueError, match="ends early"):
            profile(work=(("2020-01-01", until, "technical"),))

    def test_work_until_the_last_day_of_the_calendar_counts(self) -> None:
        assert months(profile(work=(("2020-01-01", "9999-12-31", "technical"),)), "2021-01-01") == 12


class TestUndated:
    """Which answers of a day were entered without a date, and so were only assumed to be true on it."""

    def test_answers_without_a_date_are_told(self, reference_day: date) -> None:
        person = profile((None, {"annual_salary_yen": 8_200_000, "degrees": ["master"], "sme": False}))
        assert person.undated_on(reference_day, TECHNICAL) == {"annual_salary_yen", "degrees", "sme"}

    def test_what_is_dated_is_never_doubted(self) -> None:
        person = profile((None, {"annual_salary_yen": 5_000_000}), ("2025-04-01", {"annual_salary_yen": 8_200_000}))
        assert person.undated_on(date(2025, 3, 31), TECHNICAL) == {"annual_salary_yen"}
        assert person.undated_on(date(2025, 4, 1), TECHNICAL) == set()

    def test_years_typed_without_a_date_are_told_for_their_category_alone(self, reference_day: date) -> None:
        person = profile((None, {"experience_years": {"technical": 5.5}}))
        assert person.undated_on(reference_day, TECHNICAL) == {"experience_years"}
        assert person.undated_on(reference_day, ACADEMIC) == set()

    def test_periods_of_work_date_the_years(self, reference_day: date) -> None:
        person = profile((None, {"experience_years": 5.5}), work=(("2021-04-01", None, "technical"),))
        assert person.undated_on(reference_day, TECHNICAL) == set()
        assert person.undated_on(reference_day, MANAGEMENT) == {"experience_years"}

    def test_a_birth_has_its_day_and_an_age_has_none(self, reference_day: date) -> None:
        assert profile((None, {"date_of_birth": "1993-05-12"})).undated_on(reference_day, TECHNICAL) == set()
        assert profile((None, {"age": 33})).undated_on(reference_day, TECHNICAL) == {"age"}

    def test_what_is_not_answered_is_not_assumed(self, reference_day: date) -> None:
        assert Profile.of(Facts()).undated_on(reference_day, TECHNICAL) == set()

    @given(persons, persons, days, days, st.sampled_from(Category))
    def test_undated_answers_are_answers_of_the_day(
        self, always: dict[str, Any], later: dict[str, Any], since: date, day: date, category: Category
    ) -> None:
        person = profile((None, always), (since.isoformat(), later))
        facts = person.facts_on(day)
        undated = person.undated_on(day, category)
        assert all(getattr(facts, name) is not None for name in undated)
        assert undated <= always.keys()


def test_a_long_history_is_walked_once() -> None:
    first = date(2013, 1, 1)
    history = tuple(
        DatedFacts.model_validate(
            {"from": first + timedelta(days=number), "facts": Facts(annual_salary_yen=4_000_000 + number)}
        )
        for number in range(limits.HISTORY)
    )
    profile = Profile(history=history)
    assert profile.facts_on(first + timedelta(days=1_234)).annual_salary_yen == 4_001_234
    assert profile.facts_on(date(2012, 12, 31)).annual_salary_yen is None
    assert profile.facts_on(date.max).annual_salary_yen == 4_000_000 + limits.HISTORY - 1


def worked(*periods: dict[str, Any]) -> Profile:
    """A person with these periods of technical work."""
    every = [{"from": "2011-01-01", "to": "2015-12-31", "categories": [TECHNICAL]} | period for period in periods]
    return Profile(experience=tuple(WorkPeriod.model_validate(period) for period in every))


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ({}, 60),
        ({"proven": True}, 60),
        ({"proven": False}, 0),
        ({"kind": "work", "proven": True}, 60),
        ({"kind": "part_time_at_school", "proven": True}, 0),
        ({"kind": "study"}, 0),
    ],
)
def test_what_is_proven_work_counts_and_what_is_entered_without_more_counts_as_entered(
    period: dict[str, Any], counted: int
) -> None:
    assert months(worked(period), "2026-01-01") == counted


def test_a_proven_period_counts_where_an_unproven_one_overlaps_it() -> None:
    person = worked({"proven": True}, {"proven": False, "to": "2020-12-31"})
    assert months(person, "2026-01-01") == 60
    assert person.months_lived(TECHNICAL, date(2026, 1, 1)) == 120


@pytest.mark.parametrize("wrong", [{"kind": "holiday"}, {"proven": "yes"}, {"proven": 1}])
def test_an_answer_on_a_period_that_there_is_not_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        worked(wrong)
