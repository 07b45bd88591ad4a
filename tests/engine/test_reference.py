"""The engine agrees with a second implementation, written apart from it, on a great many persons."""

from datetime import date

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from tests.engine import reference
from tests.engine.persons import persons

PERSONS = 100_000
DAY = date(2026, 11, 22)
LEAP_DAY = date(2024, 2, 29)


@pytest.fixture(scope="module")
def crowd() -> list[tuple[dict[str, object], Facts]]:
    """The persons with and without many answers, read once for all categories."""
    complete = persons(PERSONS // 4, seed=1, day=DAY, missing=0)
    with_gaps = persons(PERSONS - PERSONS // 4, seed=2, day=DAY, missing=0.25)
    return [(person, Facts.read(person)) for crowd in (complete, with_gaps) for person in crowd]


@pytest.mark.parametrize("category", Category)
def test_a_hundred_thousand_persons_have_the_same_total(
    category: Category, crowd: list[tuple[dict[str, object], Facts]], scorer: Scorer
) -> None:
    assert len(crowd) == PERSONS
    differing = [
        person
        for person, facts in crowd
        if scorer.total(facts, category, DAY) != reference.total(person, category.value, DAY)
    ]
    assert differing == []


@pytest.mark.parametrize("category", Category)
def test_persons_of_2015_have_the_same_total(
    category: Category, crowd: list[tuple[dict[str, object], Facts]], scorer_2015: Scorer
) -> None:
    for person, facts in crowd[:: PERSONS // 20_000]:
        expected = reference.total(person, category.value, DAY, table="2015")
        assert scorer_2015.total(facts, category, DAY) == expected, person


@pytest.mark.parametrize("category", Category)
def test_full_sheets_have_the_same_total_and_the_same_gate(
    category: Category, crowd: list[tuple[dict[str, object], Facts]], scorer: Scorer
) -> None:
    for person, facts in crowd[:: PERSONS // 10_000]:
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


def test_the_persons_vary_enough(crowd: list[tuple[dict[str, object], Facts]]) -> None:
    totals = {reference.total(person, "technical", DAY) for person, _ in crowd}
    assert min(totals) <= 5
    assert max(totals) >= 180
    assert len(totals) >= 35
