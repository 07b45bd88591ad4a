"""What a case holds for the form alone: the R&D figures, the route of the designated university."""

from typing import Any

import pytest

from hsp_calc.casefile import Case, case_bytes, parse_json, read_case
from hsp_calc.casefile.sections import FormEntries, ResearchYear, UniversityEntry
from hsp_calc.facts import Category
from hsp_calc.output import RdFigures, UniversityRoute, form_options
from hsp_calc.rules import CategoryRules, RuleTable
from hsp_calc.validation import InputError

ENTRIES = FormEntries(
    university=UniversityEntry(route="designated_university_innovative_asia", ranks={"qs": 123}),
)
FIGURES = ResearchYear(expenses_yen=12_345_678, sales_yen=300_000_000)


@pytest.fixture(scope="module")
def rules(table: RuleTable) -> CategoryRules:
    return table.categories[Category.TECHNICAL]


def case_with(form: object) -> Case:
    return read_case({"format": "hsp-case", "version": 1, "history": [], "form": form})


def test_they_stand_in_the_case_file_and_come_back(rules: CategoryRules) -> None:
    written = case_bytes(Case().with_section(ENTRIES).with_section(FIGURES))
    case = read_case(parse_json(written, source=None))
    assert case.section(FormEntries) == ENTRIES
    assert form_options(case, rules) == {
        "rd": RdFigures(12_345_678, 300_000_000),
        "university": UniversityRoute("designated_university_innovative_asia", {"qs": 123}),
    }


def test_without_them_nothing_is_shown(rules: CategoryRules) -> None:
    assert form_options(Case(), rules) == {}
    assert form_options(case_with({}), rules) == {}
    assert Case().with_section(FormEntries()) == Case()


def test_they_can_be_taken_away_again(rules: CategoryRules) -> None:
    case = Case().with_section(ENTRIES).with_section(FormEntries())
    assert form_options(case, rules) == {}


def test_half_a_fraction_is_none(rules: CategoryRules) -> None:
    assert form_options(case_with({"rd": {"sales_yen": 5}}), rules) == {}


@pytest.mark.parametrize(
    ("form", "place", "code"),
    [
        ([], "form", "not_allowed"),
        ({"rd": {"sales_yen": -1}}, "form.rd.sales_yen", "not_allowed"),
        ({"rd": {"sales_yen": "5"}}, "form.rd.sales_yen", "not_allowed"),
        ({"university": {"ranks": {"qs": 0}}}, "form.university.ranks.qs", "not_allowed"),
        ({"university": {"ranks": {"qss": 5}}}, "form.university.ranks.qss", "unknown_field"),
        ({"university": {"route": "innovative_asia"}}, "form.university.route", "unknown_row"),
    ],
)
def test_what_is_malformed_is_refused_with_its_place(form: Any, place: str, code: str, rules: CategoryRules) -> None:
    with pytest.raises(InputError) as refused:
        form_options(case_with(form), rules)
    assert [(problem.place, problem.code) for problem in refused.value.problems] == [(place, code)]


def test_a_table_that_asks_for_no_ranking_leaves_them_aside(table_2015: RuleTable) -> None:
    case = case_with({"university": {"route": "designated_university_innovative_asia"}})
    options = form_options(case, table_2015.categories[Category.TECHNICAL])
    assert options["university"] == UniversityRoute("designated_university_innovative_asia")
