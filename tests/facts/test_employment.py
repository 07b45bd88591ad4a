"""A time without employment: what hangs on the employer is not answered in it, and years of work do not go on."""

from datetime import date, timedelta

import pytest

from hsp_calc.facts import Category, Profile
from hsp_calc.facts.employment import without_employment
from tests.facts.test_profile import profile

TECHNICAL = Category.TECHNICAL
FROM, TO = date(2026, 6, 1), date(2026, 8, 31)
BEFORE, AFTER = FROM - timedelta(days=1), TO + timedelta(days=1)


def salary(person: Profile, day: date) -> int | None:
    return person.facts_on(day).annual_salary_yen


def test_the_salary_and_the_employer_are_not_answered_in_it_and_true_again_after_it() -> None:
    person = profile((None, {"annual_salary_yen": 8_000_000, "sme": True, "japanese": "n1", "degrees": ["master"]}))
    apart = without_employment(person, FROM, TO)
    whole = person.facts_on(BEFORE)
    for day in (BEFORE, AFTER):
        assert apart.facts_on(day) == whole
    for day in (FROM, TO):
        assert apart.facts_on(day).written() == {"degrees": ["master"], "japanese": "n1"}


def test_a_new_job_after_it_keeps_its_own_answers() -> None:
    person = profile((None, {"annual_salary_yen": 8_000_000}), ("2026-09-01", {"annual_salary_yen": 9_000_000}))
    apart = without_employment(person, FROM, TO)
    assert [salary(apart, day) for day in (BEFORE, FROM, TO, AFTER)] == [8_000_000, None, None, 9_000_000]


def test_a_change_that_lies_within_it_is_true_after_it() -> None:
    person = profile(
        (None, {"annual_salary_yen": 8_000_000}), ("2026-07-01", {"annual_salary_yen": 9_000_000, "licenses": 1})
    )
    apart = without_employment(person, FROM, TO)
    assert [salary(apart, day) for day in (BEFORE, date(2026, 7, 1), TO, AFTER)] == [8_000_000, None, None, 9_000_000]
    assert apart.facts_on(date(2026, 7, 1)).licenses == 1


def test_while_it_lasts_nothing_comes_back() -> None:
    apart = without_employment(profile((None, {"annual_salary_yen": 8_000_000})), FROM, None)
    assert [salary(apart, day) for day in (BEFORE, FROM, date(2030, 1, 1))] == [8_000_000, None, None]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (("2020-01-01", None), [("2020-01-01", "2026-05-31"), ("2026-09-01", None)]),
        (("2020-01-01", "2026-07-31"), [("2020-01-01", "2026-05-31")]),
        (("2026-07-01", None), [("2026-09-01", None)]),
        (("2026-07-01", "2026-07-31"), []),
        (("2020-01-01", "2026-05-31"), [("2020-01-01", "2026-05-31")]),
        (("2026-09-01", None), [("2026-09-01", None)]),
    ],
)
def test_periods_of_work_end_before_it_and_go_on_after_it(
    work: tuple[str, str | None], expected: list[tuple[str, str | None]]
) -> None:
    apart = without_employment(profile(work=((*work, "technical"),)), FROM, TO)
    assert [(str(p.since), p.until and str(p.until)) for p in apart.experience] == expected
    assert apart.history == ()


def test_years_of_work_grow_on_after_it() -> None:
    person = profile(work=(("2020-06-01", None, "technical"),))
    apart = without_employment(person, FROM, TO)
    assert [apart.months_of(TECHNICAL, day) for day in (FROM, TO, date(2026, 12, 1))] == [72, 72, 75]


def test_it_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before"):
        without_employment(profile(), TO, FROM)
