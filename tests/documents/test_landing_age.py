"""A birthday between the application for a certificate of eligibility and the landing."""

from datetime import date

import pytest

from hsp_calc.documents.landing_age import LandingAge, landing_age
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import load_tables

APPLY = date(2026, 12, 1)


def found(born: str, category: Category = Category.TECHNICAL, salary: int = 9_000_000) -> LandingAge | None:
    scorer = Scorer(load_tables(resources() / "rules").on(APPLY))
    who = Facts(date_of_birth=date.fromisoformat(born), annual_salary_yen=salary)
    return landing_age(who, APPLY, lambda changes: scorer.total(who.model_copy(update=changes), category, APPLY))


@pytest.mark.parametrize(
    ("born", "age", "birthday", "lost"),
    [
        ("1997-01-15", 30, date(2027, 1, 15), 5),
        ("1992-01-15", 35, date(2027, 1, 15), 5),
        ("1987-12-01", 40, date(2027, 12, 1), 5),
    ],
)
def test_a_birthday_that_costs_points_is_told_with_the_lower_points(
    born: str, age: int, birthday: date, lost: int
) -> None:
    one = found(born)
    assert one is not None
    assert (one.age, one.birthday, one.total - one.lower) == (age, birthday, lost)


def test_the_salary_that_gives_points_only_to_the_younger_is_lost_too() -> None:
    one = found("1992-01-15", salary=5_500_000)
    assert one is not None
    assert one.total - one.lower == 5 + 15


@pytest.mark.parametrize(
    ("born", "category"),
    [
        ("1987-12-02", Category.TECHNICAL),  # the birthday lies more than a year ahead
        ("1986-12-01", Category.TECHNICAL),  # 40 is reached on the day of application itself
        ("1970-01-15", Category.TECHNICAL),
        ("1992-01-15", Category.MANAGEMENT),  # the age makes no difference there
    ],
)
def test_no_birthday_is_told_of_that_costs_nothing(born: str, category: Category) -> None:
    assert found(born, category) is None
