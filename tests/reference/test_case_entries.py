"""What a case keeps for the desk: read strictly, written back, and gone without a trace where nothing is said."""

from datetime import date
from pathlib import Path

import pytest

from hsp_calc.casefile import Case, load, save_case
from hsp_calc.casefile.sections import Enterprise, KeptTitle, KeptTitles, KeptUniversity, Owner, ResearchYear, Section
from hsp_calc.casefile.serialization import case_data
from hsp_calc.reference.degrees import Titles, known_titles
from hsp_calc.reference.enterprise import Definition, kept_enterprise_test
from hsp_calc.reference.research_ratio import YearChosen, year_of_case
from hsp_calc.validation import InputError


def case_with(key: str, kept: object) -> Case:
    return Case.model_validate({"format": "hsp-case", "version": 1, key: kept})


def test_everything_survives_a_file(tmp_path: Path) -> None:
    enterprise = Enterprise(industry="service", owner=Owner.COMPANY, capital_yen=50_000_000, employees=101)
    year = ResearchYear(closing_month=9, closing_day=20, expenses_yen=0, sales_yen=1)
    titles = KeptTitles(held=(KeptTitle(title="mba", field="経営"), KeptTitle(title="doctor")))
    university = KeptUniversity(id="tohoku_university", name="東北大学")
    case = Case().with_section(enterprise).with_section(year).with_section(titles).with_section(university)
    path = tmp_path / "a.hspcase"
    save_case(case, path)
    again = load(path).cases[0]
    assert (
        again.section(Enterprise),
        again.section(ResearchYear),
        again.section(KeptTitles),
        again.section(KeptUniversity),
    ) == (
        enterprise,
        year,
        titles,
        university,
    )


@pytest.mark.parametrize(
    ("key", "kept", "model", "place"),
    [
        ("enterprise", {"owner": "nobody"}, Enterprise, "enterprise.owner"),
        ("enterprise", {"capital_yen": -1}, Enterprise, "enterprise.capital_yen"),
        ("enterprise", {"employees": "300"}, Enterprise, "enterprise.employees"),
        ("rd_year", {"closing_month": 13}, ResearchYear, "rd_year.closing_month"),
        ("rd_year", {"closing_day": 0}, ResearchYear, "rd_year.closing_day"),
        ("rd_year", [], ResearchYear, "rd_year"),
        ("titles", {"held": [{"field": "law"}]}, KeptTitles, "titles.held[0].title"),
        ("titles", {"held": "mba"}, KeptTitles, "titles.held"),
        ("university", {"id": 7}, KeptUniversity, "university.id"),
        ("university", "Tokyo", KeptUniversity, "university"),
    ],
)
def test_what_is_something_else_is_refused_with_its_place(
    key: str, kept: object, model: type[Section], place: str
) -> None:
    with pytest.raises(InputError) as caught:
        case_with(key, kept).section(model)
    assert [problem.place for problem in caught.value.problems] == [place]


def test_what_says_nothing_leaves_no_trace() -> None:
    case = Case().with_section(Enterprise(employees=5))
    assert case.with_section(Enterprise()) == Case()
    assert case.without_sections("enterprise", "titles") == Case()
    assert case_data(case)["enterprise"] == {"employees": 5}


def test_what_a_later_version_adds_is_kept() -> None:
    case = case_with("university", {"name": "A", "rank": 3})
    renamed = case.section(KeptUniversity).model_copy(update={"name": "B"})
    assert case_data(case.with_section(renamed))["university"] == {"name": "B", "rank": 3}


def test_an_institution_without_industry_or_owner_is_not_tested(definition: Definition) -> None:
    assert kept_enterprise_test(Enterprise(industry="retail", employees=1), definition) is None
    assert kept_enterprise_test(Enterprise(owner=Owner.COMPANY, employees=1), definition) is None


def test_an_industry_that_there_is_not_is_refused_with_its_place(definition: Definition) -> None:
    with pytest.raises(InputError) as caught:
        kept_enterprise_test(Enterprise(industry="fishing", owner=Owner.COMPANY), definition)
    assert [problem.place for problem in caught.value.problems] == ["enterprise.industry"]


def test_the_year_of_a_company_needs_its_end_and_that_of_a_sole_proprietor_does_not() -> None:
    applied_on = date(2026, 11, 22)
    assert year_of_case(ResearchYear(), applied_on, None) is None
    assert year_of_case(ResearchYear(), applied_on, Owner.COMPANY) is None
    company = year_of_case(ResearchYear(closing_month=3), applied_on, Owner.COMPANY)
    alone = year_of_case(ResearchYear(), applied_on, Owner.SOLE_PROPRIETOR)
    assert company is not None
    assert (company.until, company.chosen) == (date(2026, 3, 31), YearChosen.PREVIOUS)
    assert alone is not None
    assert alone.until == date(2025, 12, 31)


def test_a_title_that_there_is_not_is_left_out(titles: Titles) -> None:
    kept = KeptTitles(held=(KeptTitle(title="knight"), KeptTitle(title="master", field="law")))
    assert [(held.title.id, held.field) for held in known_titles(kept, titles)] == [("master", "law")]
