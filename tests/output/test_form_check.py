"""What a form lacks beside its ticks, or what contradicts them."""

from datetime import date
from typing import Any

import pytest

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections.lookup_sections import ResearchYear
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output import form_options
from hsp_calc.output.form_check import check_form
from hsp_calc.text import Language, Translator
from tests.output.conftest import person, scored

ROUTE = "designated_university_"


@pytest.fixture
def gaps(scorer: Scorer, reference_day: date) -> Any:
    def found(case: Case, form: dict[str, Any] | None = None, **kept: Any) -> list[str]:
        update = {"form": form, **kept} if form is not None else kept
        case = case.model_copy(update=update)
        score = scored(case, Category.TECHNICAL, scorer, reference_day)
        options = form_options(case, scorer.table.categories[Category.TECHNICAL])
        check = check_form(case, score, table=scorer.table, options=options, today=reference_day)
        for language in Language:
            assert all(gap.describe(Translator.load(language)) for gap in check.gaps)
        return [gap.code.value for gap in check.gaps]

    return found


@pytest.mark.parametrize(
    ("university", "codes"),
    [
        ({}, ["university_route"]),
        ({"route": ROUTE + "ranked"}, ["university_ranks"]),
        ({"route": ROUTE + "ranked", "ranks": {"qs": 45, "the": 300}}, []),
        ({"ranks": {"qs": 45, "the": 300}}, []),
        ({"ranks": {"qs": 45}}, ["university_ranks_too_low"]),
        ({"ranks": {"qs": 45, "the": 301}}, ["university_ranks_too_low"]),
        ({"route": ROUTE + "super_global"}, []),
        ({"route": ROUTE + "super_global", "ranks": {"qs": 45}}, ["university_ranks_of_other_route"]),
    ],
)
def test_a_designated_university_has_a_route_and_places(gaps: Any, university: Any, codes: list[str]) -> None:
    assert gaps(person(designated_university=True), {"university": university}) == codes


def test_a_japanese_university_needs_one_place_only(gaps: Any) -> None:
    form = {"university": {"ranks": {"qs": 900}}}
    assert gaps(person(designated_university=True, japanese_degree=True), form) == []


def test_a_route_without_its_tick_is_told(gaps: Any) -> None:
    form = {"university": {"route": ROUTE + "ranked", "ranks": {"qs": 45}}}
    assert gaps(person(designated_university=False), form) == ["university_not_ticked"]
    assert gaps(person(designated_university=False)) == []


@pytest.mark.parametrize(
    ("answer", "figures", "codes"),
    [
        (True, {}, ["rd_figures"]),
        (True, {"expenses_yen": 1_000_000}, ["rd_figures"]),
        (True, {"expenses_yen": 1_000_000, "sales_yen": 100_000_000}, ["rd_ratio_too_low"]),
        (True, {"expenses_yen": 3_000_000, "sales_yen": 100_000_000}, ["rd_ratio_too_low"]),
        (True, {"expenses_yen": 3_000_001, "sales_yen": 100_000_000}, []),
        (True, {"expenses_yen": 3_000_001, "sales_yen": 0}, ["rd_no_sales"]),
        (False, {"expenses_yen": 3_000_001, "sales_yen": 100_000_000}, ["rd_ratio_not_ticked"]),
        (False, {"expenses_yen": 1_000_000, "sales_yen": 100_000_000}, []),
        (False, {}, []),
    ],
)
def test_the_fraction_fits_the_tick(gaps: Any, answer: bool, figures: Any, codes: list[str]) -> None:
    assert gaps(person(sme=True, rd_ratio_over_3pct=answer), rd_year=ResearchYear.model_validate(figures)) == codes


@pytest.mark.parametrize(("capital", "codes"), [(300_000_000, []), (300_000_001, ["not_an_sme"])])
def test_the_institution_fits_the_tick(gaps: Any, capital: int, codes: list[str]) -> None:
    enterprise = {"industry": "manufacturing_other", "owner": "company", "capital_yen": capital, "employees": 301}
    case = person(innovation_support=True, sme=True)
    assert gaps(case, enterprise=enterprise) == codes
    assert gaps(person(innovation_support=True, sme=False), enterprise=enterprise) == []


def test_a_form_without_such_rows_lacks_nothing(gaps: Any) -> None:
    assert gaps(person(degrees=["master"], annual_salary_yen=8_000_000)) == []
