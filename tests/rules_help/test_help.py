"""``resources/reference/help.yaml``: help on every row and every question."""

from pathlib import Path

import pytest

from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import load_sources, load_table
from hsp_calc.rules.help import Explanation, Help, load_help
from hsp_calc.validation import InputError

MINIMAL = """\
table: hsp-2023-04-01
checked_on: "2026-11-22"
rows:
  - criteria: [degree_doctor]
    counts: {ja: "博士の学位です。", en: "A doctoral degree."}
    sources: [point_form_2023]
facts:
  age:
    counts: {ja: "満年齢です。", en: "Completed years."}
    sources: [point_form_2023]
"""


@pytest.fixture(scope="module")
def carried() -> Help:
    return load_help(resources() / "reference" / "help.yaml")


def explanations(carried: Help) -> list[Explanation]:
    return [*carried.rows, *carried.facts.values()]


def test_every_row_of_the_table_is_explained_on_every_sheet_and_nothing_else(carried: Help) -> None:
    table = load_table(resources() / "rules" / f"{carried.table}.yaml")
    for category, rules in table.categories.items():
        explained = {row for help_ in carried.rows if category in help_.categories for row in help_.criteria}
        assert set(rules.criteria) <= explained
    known = {row for rules in table.categories.values() for row in rules.criteria}
    assert {row for help_ in carried.rows for row in help_.criteria} == known


def test_every_question_is_explained(carried: Help) -> None:
    assert set(carried.facts) == set(Facts.model_fields)


def test_every_explanation_says_what_does_not_count(carried: Help) -> None:
    assert all(explanation.does_not_count for explanation in explanations(carried))


def test_sources_are_known(carried: Help) -> None:
    known = load_sources(resources() / "rules" / "sources.yaml").sources
    for explanation in explanations(carried):
        assert set(explanation.sources) <= set(known)


def test_explanations_are_short_and_end_as_sentences_do(carried: Help) -> None:
    for explanation in explanations(carried):
        for wording in (explanation.counts, explanation.does_not_count, explanation.examples):
            if wording is not None:
                assert 1 <= wording.ja.count("。") - wording.ja.count("。）") <= 3
                assert wording.ja.endswith("。")
                assert wording.en.endswith(".")


@pytest.mark.parametrize(
    ("category", "words"),
    [
        (Category.ACADEMIC, "研究の指導又は教育"),
        (Category.TECHNICAL, "従事しようとする業務に係る"),
        (Category.MANAGEMENT, "経営又は管理"),
    ],
)
def test_experience_is_explained_for_each_sheet(carried: Help, category: Category, words: str) -> None:
    explanation = carried.of("experience_5y", category)
    assert explanation is not None
    assert words in explanation.counts.ja


def test_a_salary_floor_is_mentioned_only_where_there_is_one(carried: Help) -> None:
    academic = carried.of("salary_10m_plus", Category.ACADEMIC)
    technical = carried.of("salary_10m_plus", Category.TECHNICAL)
    assert academic is not None
    assert technical is not None
    assert academic.does_not_count is not None
    assert technical.does_not_count is not None
    assert "300" not in academic.does_not_count.en.replace(",", "")
    assert "3,000,000 yen" in technical.does_not_count.en


def test_nothing_is_said_of_a_row_that_is_not_known(carried: Help) -> None:
    assert carried.of("degree_bachelor_of_magic", Category.ACADEMIC) is None
    assert carried.of_fact("magic") is None


@pytest.mark.parametrize(
    ("was", "becomes", "code", "line"),
    [
        ("rows:", "row:", "missing_field", 1),
        ("    sources: [point_form_2023]\nfacts", "    source: point_form_2023\nfacts", "missing_field", 4),
        ("  age:", "  ages:", "unknown_field", 8),
        ("[degree_doctor]", "[degree_doctor, degree_doctor]", "duplicate_id", 4),
        (', en: "Completed years."', "", "missing_field", 9),
    ],
)
def test_faulty_help_is_refused_with_the_line(tmp_path: Path, was: str, becomes: str, code: str, line: int) -> None:
    assert MINIMAL.count(was) == 1
    path = tmp_path / "help.yaml"
    path.write_text(MINIMAL.replace(was, becomes), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_help(path)
    assert (code, line) in [(problem.code, problem.line) for problem in caught.value.problems]
