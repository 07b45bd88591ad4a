"""What the points of another day take for granted."""

from datetime import date
from typing import Any

from hsp_calc.casefile import read_case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.plan.assumptions import assumed_on_day

TODAY = date(2026, 11, 22)
A_YEAR_BEFORE = date(2025, 11, 22)
A_YEAR_AFTER = date(2027, 11, 22)


def assumed(
    scorer: Scorer, day: date, *history: tuple[str | None, dict[str, Any]], work: list[Any] | None = None
) -> Any:
    case = read_case(
        {
            "format": "hsp-case",
            "version": 1,
            "applicant": {"date_of_birth": "1993-05-12"},
            "history": [{"from": since, "facts": facts} for since, facts in history],
            "experience": work or [],
        }
    )
    profile = case.profile()
    score = scorer.sheet(profile.facts_on(day), Category.TECHNICAL, day)
    return assumed_on_day(profile, score, scorer.table.categories[Category.TECHNICAL], TODAY)


def test_answers_without_a_date_that_give_points_are_assumed_on_another_day(scorer: Scorer) -> None:
    facts = {"degrees": ["master"], "annual_salary_yen": 8_200_000, "experience_years": 5.5, "japanese": "n2"}
    used = {"degrees", "annual_salary_yen", "experience_years", "japanese"}
    assert set(assumed(scorer, A_YEAR_BEFORE, (None, facts))) == used
    assert set(assumed(scorer, A_YEAR_AFTER, (None, facts))) == used


def test_the_points_of_today_assume_nothing(scorer: Scorer) -> None:
    assert assumed(scorer, TODAY, (None, {"degrees": ["master"], "annual_salary_yen": 8_200_000})) == ()


def test_what_gives_no_points_is_not_told(scorer: Scorer) -> None:
    assert assumed(scorer, A_YEAR_BEFORE, (None, {"sme": False, "licenses": 0, "degrees": []})) == ()


def test_what_passes_a_gate_is_told_though_it_gives_no_points(scorer: Scorer) -> None:
    assert assumed(scorer, A_YEAR_BEFORE, (None, {"annual_salary_yen": 3_000_000})) == ("annual_salary_yen",)


def test_what_is_dated_is_not_told(scorer: Scorer) -> None:
    dated = {"annual_salary_yen": 8_200_000, "degrees": ["master"]}
    assert assumed(scorer, A_YEAR_BEFORE, ("2025-04-01", dated)) == ()
    assert assumed(scorer, A_YEAR_BEFORE, (None, {"licenses": 1}), ("2025-04-01", dated)) == ("licenses",)


def test_periods_of_work_assume_no_years(scorer: Scorer) -> None:
    work = [{"from": "2020-04-01", "to": None, "categories": ["technical"]}]
    assert assumed(scorer, A_YEAR_BEFORE, (None, {"experience_years": 5.5}), work=work) == ()


def test_what_a_row_needs_beside_it_is_told(scorer: Scorer) -> None:
    facts = {"rd_ratio_over_3pct": True, "sme": True}
    assert set(assumed(scorer, A_YEAR_BEFORE, (None, facts))) == {"rd_ratio_over_3pct", "sme"}
