"""Small and medium-sized enterprises (⑩), and R&D expenses above 3% of sales (⑫)."""

from datetime import date
from fractions import Fraction

import pytest

from hsp_calc.casefile.sections import Owner
from hsp_calc.reference.enterprise import Definition, Rule, enterprise_test
from hsp_calc.reference.research_ratio import (
    RatioCode,
    YearChosen,
    business_year,
    research_ratio,
)
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError

LIMITS = {
    "manufacturing_other": (300_000_000, 300),
    "wholesale": (100_000_000, 100),
    "retail": (50_000_000, 50),
    "service": (50_000_000, 100),
}
COMPANY, SOLE = Owner.COMPANY, Owner.SOLE_PROPRIETOR


def test_the_limits_are_those_of_the_act(definition: Definition, sources: Sources) -> None:
    assert {one.id: (one.capital_limit_yen, one.employee_limit) for one in definition.industries} == LIMITS
    assert definition.source in sources.sources


@pytest.mark.parametrize("industry", LIMITS)
@pytest.mark.parametrize(
    ("numbers", "sme", "rule"),
    [
        ((0, 0), True, Rule.BOTH_WITHIN),
        ((1, 0), True, Rule.EMPLOYEES_WITHIN),
        ((0, 1), True, Rule.CAPITAL_WITHIN),
        ((1, 1), False, Rule.BOTH_ABOVE),
        ((0, None), True, Rule.CAPITAL_WITHIN),
        ((1, None), None, Rule.EMPLOYEES_NEEDED),
        ((None, 0), True, Rule.EMPLOYEES_WITHIN),
        ((None, 1), None, Rule.CAPITAL_NEEDED),
        ((None, None), None, Rule.BOTH_NEEDED),
    ],
)
def test_for_a_company_one_limit_is_enough_and_limits_are_included(
    definition: Definition, industry: str, numbers: tuple[int | None, int | None], sme: bool | None, rule: Rule
) -> None:
    capital, employees = numbers
    most_capital, most_employees = LIMITS[industry]
    found = enterprise_test(
        definition,
        industry,
        COMPANY,
        capital_yen=None if capital is None else most_capital + capital,
        employees=None if employees is None else most_employees + employees,
    )
    assert (found.sme, found.rule, found.industry.id) == (sme, rule, industry)


@pytest.mark.parametrize("industry", LIMITS)
@pytest.mark.parametrize(
    ("over", "sme", "rule"),
    [(0, True, Rule.EMPLOYEES_WITHIN), (1, False, Rule.EMPLOYEES_ABOVE), (None, None, Rule.EMPLOYEES_NEEDED)],
)
def test_for_a_sole_proprietor_the_capital_does_not_matter(
    definition: Definition, industry: str, over: int | None, sme: bool | None, rule: Rule
) -> None:
    employees = None if over is None else LIMITS[industry][1] + over
    found = enterprise_test(definition, industry, SOLE, capital_yen=1, employees=employees)
    assert (found.sme, found.rule) == (sme, rule)


def test_what_cannot_be_is_refused(definition: Definition) -> None:
    with pytest.raises(InputError) as caught:
        enterprise_test(definition, "service", COMPANY, capital_yen=-1, employees=-1)
    assert [problem.place for problem in caught.value.problems] == ["capital_yen", "employees"]
    with pytest.raises(InputError) as caught:
        enterprise_test(definition, "servce", COMPANY)
    assert caught.value.problems[0].params["nearest"] == "service"


@pytest.mark.parametrize(
    ("applied_on", "closing", "year", "chosen", "changes_on"),
    [
        # The year ends on 31 March: in April and May the year before the last still counts.
        ("2026-03-31", (3, 31), ("2024-04-01", "2025-03-31"), YearChosen.PREVIOUS, "2026-06-01"),
        ("2026-04-01", (3, 31), ("2024-04-01", "2025-03-31"), YearChosen.ONE_BEFORE, "2026-06-01"),
        ("2026-05-31", (3, 31), ("2024-04-01", "2025-03-31"), YearChosen.ONE_BEFORE, "2026-06-01"),
        ("2026-06-01", (3, 31), ("2025-04-01", "2026-03-31"), YearChosen.PREVIOUS, "2027-06-01"),
        # 31 December: to the end of February, in leap years too.
        ("2026-12-31", (12, 31), ("2025-01-01", "2025-12-31"), YearChosen.PREVIOUS, "2027-03-01"),
        ("2027-02-28", (12, 31), ("2025-01-01", "2025-12-31"), YearChosen.ONE_BEFORE, "2027-03-01"),
        ("2027-03-01", (12, 31), ("2026-01-01", "2026-12-31"), YearChosen.PREVIOUS, "2028-03-01"),
        ("2028-02-29", (12, 31), ("2026-01-01", "2026-12-31"), YearChosen.ONE_BEFORE, "2028-03-01"),
        # The end of February is its last day, whichever that is.
        ("2028-02-29", (2, 31), ("2026-03-01", "2027-02-28"), YearChosen.PREVIOUS, "2028-05-01"),
        ("2028-04-30", (2, 29), ("2026-03-01", "2027-02-28"), YearChosen.ONE_BEFORE, "2028-05-01"),
        ("2028-05-01", (2, 29), ("2027-03-01", "2028-02-29"), YearChosen.PREVIOUS, "2029-05-01"),
        # In the middle of a month.
        ("2026-05-20", (3, 20), ("2024-03-21", "2025-03-20"), YearChosen.ONE_BEFORE, "2026-05-21"),
        ("2026-05-21", (3, 20), ("2025-03-21", "2026-03-20"), YearChosen.PREVIOUS, "2027-05-21"),
    ],
)
def test_the_business_year_that_counts(
    applied_on: str, closing: tuple[int, int], year: tuple[str, str], chosen: YearChosen, changes_on: str
) -> None:
    month, day = closing
    found = business_year(date.fromisoformat(applied_on), COMPANY, closing_month=month, closing_day=day)
    assert (found.since.isoformat(), found.until.isoformat()) == year
    assert (found.chosen, found.changes_on.isoformat()) == (chosen, changes_on)


@pytest.mark.parametrize(
    ("applied_on", "year", "chosen", "changes_on"),
    [
        ("2026-01-01", 2024, YearChosen.ONE_BEFORE_CALENDAR, "2026-04-01"),
        ("2026-03-31", 2024, YearChosen.ONE_BEFORE_CALENDAR, "2026-04-01"),
        ("2026-04-01", 2025, YearChosen.PREVIOUS_CALENDAR, "2027-04-01"),
        ("2026-12-31", 2025, YearChosen.PREVIOUS_CALENDAR, "2027-04-01"),
    ],
)
def test_for_a_sole_proprietor_the_calendar_year_counts(
    applied_on: str, year: int, chosen: YearChosen, changes_on: str
) -> None:
    found = business_year(date.fromisoformat(applied_on), SOLE, closing_month=6)
    assert (found.since, found.until) == (date(year, 1, 1), date(year, 12, 31))
    assert (found.chosen, found.changes_on.isoformat()) == (chosen, changes_on)


@pytest.mark.parametrize(("month", "day"), [(0, 31), (13, 31), (3, 0), (3, 32)])
def test_no_business_year_ends_on_such_a_day(month: int, day: int) -> None:
    with pytest.raises(ValueError, match="cannot end"):
        business_year(date(2026, 11, 22), COMPANY, closing_month=month, closing_day=day)


@pytest.mark.parametrize(
    ("expenses", "sales", "above", "code"),
    [
        (3, 100, False, RatioCode.NOT_ABOVE),
        (4, 100, True, RatioCode.ABOVE),
        (30_000_000_000_000_000, 1_000_000_000_000_000_000, False, RatioCode.NOT_ABOVE),
        (30_000_000_000_000_001, 1_000_000_000_000_000_000, True, RatioCode.ABOVE),
        (3_000_001, 100_000_000, True, RatioCode.ABOVE),
        (2_999_999, 100_000_000, False, RatioCode.NOT_ABOVE),
        (0, 1, False, RatioCode.NOT_ABOVE),
        (5, 0, None, RatioCode.NO_SALES),
        (None, 100, None, RatioCode.FIGURES_NEEDED),
        (5, None, None, RatioCode.FIGURES_NEEDED),
    ],
)
def test_the_ratio_is_above_three_percent_to_the_yen(
    expenses: int | None, sales: int | None, above: bool | None, code: RatioCode
) -> None:
    found = research_ratio(expenses, sales)
    assert (found.above, found.code) == (above, code)
    assert (found.expenses_yen, found.sales_yen) == (expenses, sales)


def test_the_ratio_is_exact() -> None:
    assert research_ratio(1, 3).percent == Fraction(100, 3)


def test_no_amount_is_below_nothing() -> None:
    with pytest.raises(InputError):
        research_ratio(-1, 100)
