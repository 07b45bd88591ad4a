"""The statuses side by side, and their conditions: both sides of each limit."""

import pytest

from hsp_calc.casefile.sections import Household
from hsp_calc.facts import Facts
from hsp_calc.guide.benefits import BenefitKey, Benefits, BenefitsColumn, Cell, compare_benefits
from hsp_calc.guide.contents import Guide


def compared(guide: Guide, household: dict[str, object] | None = None, salary: int | None = None) -> Benefits:
    facts = None if salary is None else Facts.read({"annual_salary_yen": salary})
    return compare_benefits(Household.read(household or {}), guide.benefits, facts)


def cell(benefits: Benefits, row: str, column: str) -> Cell:
    found = next(each for each in benefits.rows if each.row == row)
    return next(each for each in found.cells if each.column == column)


def test_every_row_has_a_cell_for_every_status(guide: Guide) -> None:
    benefits = compared(guide)
    assert [row.row for row in benefits.rows] == list(BenefitKey)
    assert all([each.column for each in row.cells] == list(BenefitsColumn) for row in benefits.rows)


def test_where_the_sources_are_silent_that_is_said(guide: Guide) -> None:
    silent = cell(compared(guide), "parents", "ordinary")
    assert (silent.is_said, silent.met, silent.said) == (False, None, guide.benefits.not_said)


def test_what_has_no_condition_is_given(guide: Guide) -> None:
    assert cell(compared(guide), "stay", "hsp_1").met is True


HOME = {"parents_live_together": True, "parents_of_one_side": True}


@pytest.mark.parametrize("column", ["hsp_1", "hsp_2", "j_skip"])
@pytest.mark.parametrize(
    ("household", "met"),
    [
        ({"household_income_yen": 8_000_000, "child_under_7": True, **HOME}, True),
        ({"household_income_yen": 8_000_000, "pregnancy": True, "child_under_7": False, **HOME}, True),
        ({"household_income_yen": 7_999_999, "child_under_7": True, **HOME}, False),
        ({"household_income_yen": 8_000_000, "child_under_7": False, "pregnancy": False, **HOME}, False),
        ({"household_income_yen": 8_000_000, "child_under_7": False, **HOME}, None),
        ({"household_income_yen": 8_000_000, "child_under_7": True}, None),
        ({"household_income_yen": 8_000_000, "child_under_7": True, **HOME, "parents_live_together": False}, False),
        ({"household_income_yen": 8_000_000, "child_under_7": True, **HOME, "parents_of_one_side": False}, False),
        ({"child_under_7": True, **HOME}, None),
        ({"household_income_yen": 7_999_999}, False),
        ({}, None),
    ],
)
def test_parents_may_come(guide: Guide, column: str, household: dict[str, object], met: bool | None) -> None:
    assert cell(compared(guide, household), "parents", column).met is met


PAID = {"household_income_yen": 10_000_000, "domestic_worker_monthly_yen": 200_000}
NO_TYPE = {
    "worker_one_year_before": False,
    "child_under_13": False,
    "spouse_cannot_keep_house": False,
    "investment_management_work": False,
}


@pytest.mark.parametrize(
    ("household", "met"),
    [
        (PAID, None),
        ({**PAID, **NO_TYPE}, False),
        ({**PAID, **NO_TYPE, "investment_management_work": True}, True),
        ({**PAID, **NO_TYPE, "child_under_13": True}, True),
        ({**PAID, **NO_TYPE, "spouse_cannot_keep_house": True}, True),
        ({**PAID, **NO_TYPE, "worker_one_year_before": True, "worker_leaves_together": True}, True),
        ({**PAID, **NO_TYPE, "worker_one_year_before": True, "worker_leaves_together": False}, False),
        ({**PAID, **NO_TYPE, "worker_one_year_before": True}, None),
        ({**PAID, "child_under_13": True, "household_income_yen": 9_999_999}, False),
        ({**PAID, "child_under_13": True, "domestic_worker_monthly_yen": 199_999}, False),
        ({"household_income_yen": 10_000_000, "child_under_13": True}, None),
    ],
)
def test_a_domestic_worker_needs_one_of_the_three_types_beside_income_and_pay(
    guide: Guide, household: dict[str, object], met: bool | None
) -> None:
    assert cell(compared(guide, household), "domestic_worker", "hsp_1").met is met


@pytest.mark.parametrize(("income", "met"), [(29_999_999, False), (30_000_000, True), (None, None)])
def test_j_skip_asks_nothing_of_the_family_from_30_million_yen(
    guide: Guide, income: int | None, met: bool | None
) -> None:
    household: dict[str, object] = {**PAID, **NO_TYPE, "household_income_yen": income}
    assert cell(compared(guide, household), "domestic_worker", "j_skip").met is met


@pytest.mark.parametrize(("salary", "met"), [(7_999_999, None), (8_000_000, True)])
def test_the_applicants_own_pay_may_reach_the_household_income_alone(
    guide: Guide, salary: int, met: bool | None
) -> None:
    assert cell(compared(guide, {"child_under_7": True, **HOME}, salary), "parents", "hsp_1").met is met


def test_a_household_income_that_is_answered_goes_before_the_pay(guide: Guide) -> None:
    found = compared(guide, {"child_under_7": True, "household_income_yen": 7_000_000}, 9_000_000)
    assert cell(found, "parents", "hsp_1").met is False


def test_only_what_can_still_matter_is_asked(guide: Guide) -> None:
    assert compared(guide).open == tuple(guide.benefits.questions)
    left = compared(guide, {"pregnancy": True, **HOME}, 30_000_000).open
    assert "domestic_worker_monthly_yen" in left
    assert not {"household_income_yen", "child_under_7", *HOME} & set(left)
    assert {"household_income_yen", "pregnancy"} <= set(compared(guide, {"child_under_7": False}, 12_000_000).open)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("stay", "hsp_1", "5 years."),
        ("stay", "hsp_2", "No limit on the stay."),
        ("permanent_residence", "hsp_1", "1 year with 80 points, 3 years with 70 points."),
        ("permanent_residence", "j_skip", "1 year."),
        ("change_of_employer", "hsp_1", "within 14 days"),
        ("change_of_employer", "hsp_2", "No institution is named"),
        ("processing", "hsp_1", "about 10 days for a certificate of eligibility, about 5 days"),
        ("processing", "hsp_1", "A target, not a right"),
        ("spouse", "j_skip", "over 28 hours a week"),
        ("revocation", "hsp_1", "after 3 months"),
        ("revocation", "hsp_2", "after 6 months"),
    ],
)
def test_what_each_status_gives(guide: Guide, row: str, column: str, said: str) -> None:
    assert said in cell(compared(guide), row, column).said.en


def test_what_the_rows_have_no_place_for_is_said_too(guide: Guide) -> None:
    remarks = " ".join(said.en for said in compared(guide).remarks)
    for fact in (
        "after 3 years as HSP (i) with 70 points",
        "master's degree or higher or 10 years of experience, and 20 million yen",
        "5 years of experience in management and 40 million yen",
        "kept through the whole period",
        "From 1 April 2027",
        "until 31 March 2027 a period of 3 years",
        "paid late count against the applicant",
    ):
        assert fact in remarks
