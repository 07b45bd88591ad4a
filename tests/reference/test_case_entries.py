"""What a case keeps for the desk: read strictly, written back, and gone without a trace where nothing is said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.casefile import Case, load, save_case
from hsp_calc.reference.case_entries import CaseEntry, without
from hsp_calc.reference.degrees import KeptTitle, KeptTitles, Titles, titles_of, with_titles
from hsp_calc.reference.enterprise import Definition, Enterprise, Owner, enterprise_of, with_enterprise
from hsp_calc.reference.research_ratio import ResearchYear, YearChosen, research_year_of, with_research_year
from hsp_calc.reference.universities import KeptUniversity, university_of, with_university
from hsp_calc.validation import InputError


def case_with(key: str, kept: object) -> Case:
    return Case.model_validate({"format": "hsp-case", "version": 1, key: kept})


def test_everything_survives_a_file(tmp_path: Path) -> None:
    enterprise = Enterprise(industry="service", owner=Owner.COMPANY, capital_yen=50_000_000, employees=101)
    year = ResearchYear(closing_month=9, closing_day=20, expenses_yen=0, sales_yen=1)
    titles = KeptTitles(held=(KeptTitle(title="mba", field="経営"), KeptTitle(title="doctor")))
    university = KeptUniversity(id="tohoku_university", name="東北大学")
    case = with_university(
        with_titles(with_research_year(with_enterprise(Case(), enterprise), year), titles), university
    )
    path = tmp_path / "a.hspcase"
    save_case(case, path)
    again = load(path).cases[0]
    assert (enterprise_of(again), research_year_of(again), titles_of(again), university_of(again)) == (
        enterprise,
        year,
        titles,
        university,
    )


@pytest.mark.parametrize(
    ("key", "kept", "read", "place"),
    [
        ("enterprise", {"owner": "nobody"}, enterprise_of, "enterprise.owner"),
        ("enterprise", {"capital_yen": -1}, enterprise_of, "enterprise.capital_yen"),
        ("enterprise", {"employees": "300"}, enterprise_of, "enterprise.employees"),
        ("rd_year", {"closing_month": 13}, research_year_of, "rd_year.closing_month"),
        ("rd_year", {"closing_day": 0}, research_year_of, "rd_year.closing_day"),
        ("rd_year", [], research_year_of, "rd_year"),
        ("titles", {"held": [{"field": "law"}]}, titles_of, "titles.held[0].title"),
        ("titles", {"held": "mba"}, titles_of, "titles.held"),
        ("university", {"id": 7}, university_of, "university.id"),
        ("university", "Tokyo", university_of, "university"),
    ],
)
def test_what_is_something_else_is_refused_with_its_place(
    key: str, kept: object, read: Callable[[Case], CaseEntry], place: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(case_with(key, kept))
    assert [problem.place for problem in caught.value.problems] == [place]


def test_what_says_nothing_leaves_no_trace() -> None:
    case = with_enterprise(Case(), Enterprise(employees=5))
    assert with_enterprise(case, Enterprise()) == Case()
    assert without(case, "enterprise", "never_there") == Case()
    assert case.model_extra == {"enterprise": {"employees": 5}}


def test_what_a_later_version_adds_is_kept() -> None:
    case = case_with("university", {"name": "A", "rank": 3})
    renamed = university_of(case).model_copy(update={"name": "B"})
    assert with_university(case, renamed).model_extra == {"university": {"name": "B", "rank": 3}}


def test_an_institution_without_industry_or_owner_is_not_tested(definition: Definition) -> None:
    assert Enterprise(industry="retail", employees=1).test(definition) is None
    assert Enterprise(owner=Owner.COMPANY, employees=1).test(definition) is None


def test_an_industry_that_there_is_not_is_refused_with_its_place(definition: Definition) -> None:
    with pytest.raises(InputError) as caught:
        Enterprise(industry="fishing", owner=Owner.COMPANY).test(definition)
    assert [problem.place for problem in caught.value.problems] == ["enterprise.industry"]


def test_the_year_of_a_company_needs_its_end_and_that_of_a_sole_proprietor_does_not() -> None:
    applied_on = date(2026, 11, 22)
    assert ResearchYear().year(applied_on, None) is None
    assert ResearchYear().year(applied_on, Owner.COMPANY) is None
    company = ResearchYear(closing_month=3).year(applied_on, Owner.COMPANY)
    alone = ResearchYear().year(applied_on, Owner.SOLE_PROPRIETOR)
    assert company is not None
    assert (company.until, company.chosen) == (date(2026, 3, 31), YearChosen.PREVIOUS)
    assert alone is not None
    assert alone.until == date(2025, 12, 31)


def test_a_title_that_there_is_not_is_left_out(titles: Titles) -> None:
    kept = KeptTitles(held=(KeptTitle(title="knight"), KeptTitle(title="master", field="law")))
    assert [(held.title.id, held.field) for held in kept.known(titles)] == [("master", "law")]
