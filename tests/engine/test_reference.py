"""The engine agrees with a second implementation; ``python -m tests.engine.agreement`` asks many more persons."""

from datetime import date, timedelta

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.rules import Tables
from tests.engine import agreement, reference
from tests.engine.agreement import DAY, Person
from tests.engine.persons import AGES, DEGREES, FLAGS, MILLIONS, RESEARCH, YEARS, persons

PERSONS = 10_000
LEAP_DAY = date(2024, 2, 29)


@pytest.fixture(scope="module")
def crowd() -> list[tuple[Person, Facts]]:
    """The persons, read once for all categories."""
    return agreement.crowd(PERSONS)


@pytest.mark.parametrize("category", Category)
def test_every_person_has_the_same_total(category: Category, crowd: list[tuple[Person, Facts]], scorer: Scorer) -> None:
    assert len(crowd) == PERSONS
    assert list(agreement.differing(crowd, scorer, category, "2023")) == []


@pytest.mark.parametrize("table", [name for name in agreement.TABLES if name != "2023"])
@pytest.mark.parametrize("category", Category)
def test_persons_of_earlier_days_have_the_same_total(
    category: Category, table: str, crowd: list[tuple[Person, Facts]], tables: Tables
) -> None:
    scorer = Scorer(tables.named(agreement.TABLES[table]))
    assert list(agreement.differing(crowd, scorer, category, table)) == []


def test_both_have_the_same_table_on_every_day(tables: Tables) -> None:
    for first in reference.FIRST_DAYS.values():
        for day in (first, first - timedelta(days=1)):
            if day >= date(2015, 4, 1):
                assert tables.on(day).id == agreement.TABLES[reference.table_on(day)]


@pytest.mark.parametrize("category", Category)
def test_full_sheets_have_the_same_total_and_the_same_gate(
    category: Category, crowd: list[tuple[Person, Facts]], scorer: Scorer
) -> None:
    for person, facts in crowd[::4]:
        sheet = scorer.sheet(facts, category, DAY)
        assert sheet.total == reference.total(person, category.value, DAY), person
        passed = sheet.gates[0].passed if sheet.gates else True
        assert passed is reference.gate(person, category.value), person
        assert sheet.eligible is (sheet.total >= 70 and passed is True)


def test_persons_on_a_leap_day_have_the_same_total(scorer: Scorer) -> None:
    for person in persons(2_000, seed=3, day=LEAP_DAY.replace(day=28), missing=0.1):
        facts = Facts.read(person)
        for day in (LEAP_DAY, LEAP_DAY.replace(month=3, day=1), date(2025, 2, 28), date(2025, 3, 1)):
            for category in Category:
                assert scorer.total(facts, category, day) == reference.total(person, category.value, day), person


def test_the_persons_vary_enough(crowd: list[tuple[Person, Facts]]) -> None:
    totals = {reference.total(person, "technical", DAY) for person, _ in crowd}
    assert min(totals) <= 5
    assert max(totals) >= 180
    assert len(totals) >= 35


def test_every_bound_is_met_from_both_sides(crowd: list[tuple[Person, Facts]]) -> None:
    everyone = [person for person, _ in crowd]
    assert set(AGES) <= {person.get("age") for person in everyone}
    salaries = {million * 1_000_000 + beside for million in MILLIONS[1:] for beside in (-1, 0, 1)}
    assert salaries <= {person.get("annual_salary_yen") for person in everyone}
    for category in Category:
        assert set(YEARS) <= {facts.experience_in(category) for _, facts in crowd}
    for flag in FLAGS:
        assert {True, False, None} == {person.get(flag) for person in everyone}
    for name, kinds in (("degrees", DEGREES), ("research", RESEARCH)):
        held = {frozenset(person[name]) for person in everyone if name in person}
        assert len(held) == 2 ** len(kinds), f"all sets of {name}"
