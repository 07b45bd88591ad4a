"""The forms of an application for permanent residence: which, for which day, with which box."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest

from hsp_calc.casefile import Applicant, Case
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.locations import resources
from hsp_calc.output import Moment, RdFigures, form_set_pdf, forms_of_route
from hsp_calc.plan.guideline import Guideline, RouteRule, load_guideline
from hsp_calc.plan.scorers import Scorers
from hsp_calc.rules import NoTableError, Tables
from hsp_calc.text import FormLanguage
from hsp_calc.validation import InputError
from tests.output.reading import printed_rows, structure

ON = date(2026, 11, 22)
TECHNICAL = Category.TECHNICAL


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    return load_guideline(resources() / "rules" / "permanent-residence.yaml")


@pytest.fixture(scope="module")
def routes(guideline: Guideline) -> dict[int | None, RouteRule]:
    return {route.points: route for route in guideline.routes}


@pytest.fixture(scope="module")
def scorers(tables: Tables) -> Scorers:
    return Scorers(tables)


@pytest.fixture
def changed() -> Case:
    """Somebody of whom other things were true in each of the years."""

    def since(day: date | None, **facts: object) -> DatedFacts:
        return DatedFacts.model_validate({"from": day, "facts": Facts.read(facts)})

    history = (
        since(None, degrees=["master"], annual_salary_yen=6_500_000, japanese="n2"),
        since(date(2025, 6, 1), annual_salary_yen=8_500_000),
        since(date(2026, 1, 1), japanese="n1"),
    )
    return Case(applicant=Applicant(name="A", date_of_birth=date(1993, 5, 12)), history=history)


Printed = Callable[..., bytes]


@pytest.fixture(scope="module")
def printed_set(scorers: Scorers, routes: dict[int | None, RouteRule]) -> Printed:
    def printing(case: Case, points: int, language: str = "ja", *, on: date = ON, **options: Any) -> bytes:
        return form_set_pdf(
            case, TECHNICAL, on, scorers=scorers, route=routes[points], language=language, created=ON, **options
        )

    return printing


@pytest.mark.parametrize(
    ("points", "before", "moment"),
    [(80, date(2025, 11, 22), Moment.ONE_YEAR_BEFORE), (70, date(2023, 11, 22), Moment.THREE_YEARS_BEFORE)],
)
def test_a_route_asks_for_the_form_of_now_and_of_so_many_years_before(
    points: int, before: date, moment: Moment, scorers: Scorers, routes: dict[int | None, RouteRule]
) -> None:
    forms = forms_of_route(Case(), TECHNICAL, ON, scorers=scorers, route=routes[points])
    assert [(form.moment, form.on) for form in forms] == [(Moment.NOW, ON), (moment, before)]
    assert [form.score.on for form in forms] == [ON, before]


def test_each_form_has_the_facts_of_its_own_day(
    changed: Case, scorers: Scorers, routes: dict[int | None, RouteRule]
) -> None:
    now, before = forms_of_route(changed, TECHNICAL, ON, scorers=scorers, route=routes[80])
    assert now.score.line("japanese_n1").counted
    assert before.score.line("japanese_n2").counted
    three = forms_of_route(changed, TECHNICAL, ON, scorers=scorers, route=routes[70])[1]
    assert three.score.line("salary_6m_7m").counted
    assert three.score.total < before.score.total < now.score.total


def test_each_form_is_made_by_the_table_of_its_own_day(
    changed: Case, scorers: Scorers, routes: dict[int | None, RouteRule]
) -> None:
    forms = forms_of_route(changed, TECHNICAL, date(2017, 4, 1), scorers=scorers, route=routes[80])
    assert [form.table.id for form in forms] == ["hsp-2015-04-01", "hsp-2015-04-01"]


@pytest.mark.parametrize(("points", "ticks"), [(80, [[1, 0, 0], [0, 1, 0]]), (70, [[1, 0, 0], [0, 0, 1]])])
def test_one_file_holds_the_forms_each_with_its_box_and_its_day(
    points: int, ticks: list[list[int]], changed: Case, printed_set: Printed
) -> None:
    pdf = printed_set(changed, points)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) == 4
    assert "基準日 2026年11月22日" in pages[0]
    assert f"基準日 {2026 - (1 if points == 80 else 3)}年11月22日" in pages[2]
    every = structure(pdf).ticks
    of_rows = [tick for row in printed_rows(pdf) for tick in row.ticks]
    assert len(every) - len(of_rows) == 6
    half = len(every) // 2
    assert [[int(tick) for tick in every[end - 3 : end]] for end in (half, 2 * half)] == ticks


@pytest.mark.parametrize("language", FormLanguage)
def test_the_file_is_for_the_archive_and_reproducible(language: str, changed: Case, printed_set: Printed) -> None:
    pdf = printed_set(changed, 70, language)
    assert pdf == printed_set(changed, 70, language)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        metadata = opened.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert opened.check_pdf_syntax() == []


def test_the_figures_of_this_year_stand_on_the_form_of_this_year_alone(changed: Case, printed_set: Printed) -> None:
    pdf = printed_set(changed, 80, rd=RdFigures(12_345_678, 300_000_000))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert ["12,345,678" in page for page in pages].count(True) == 1
    assert "12,345,678" in pages[0] + pages[1]


def test_a_day_without_a_table_is_refused(changed: Case, printed_set: Printed) -> None:
    with pytest.raises(NoTableError) as refused:
        printed_set(changed, 70, on=date(2018, 3, 31))
    assert refused.value.day == date(2015, 3, 31)
    assert printed_set(changed, 70, on=date(2018, 4, 1))


def test_a_person_not_born_on_one_of_the_days_is_refused(printed_set: Printed) -> None:
    case = Case(applicant=Applicant(date_of_birth=date(2024, 1, 1)))
    with pytest.raises(InputError):
        printed_set(case, 70)


def test_a_route_without_points_has_no_forms(
    changed: Case, scorers: Scorers, routes: dict[int | None, RouteRule]
) -> None:
    with pytest.raises(ValueError, match="j_skip"):
        forms_of_route(changed, TECHNICAL, ON, scorers=scorers, route=routes[None])


def test_the_form_of_29_february_goes_back_to_the_last_of_the_month(
    changed: Case, scorers: Scorers, routes: dict[int | None, RouteRule]
) -> None:
    forms = forms_of_route(changed, TECHNICAL, date(2028, 2, 29), scorers=scorers, route=routes[80])
    assert forms[1].on == date(2027, 2, 28)
