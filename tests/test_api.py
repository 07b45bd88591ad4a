"""The library: what other programs may rely on, at no cost to those that do not."""

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import hsp_calc
from hsp_calc import (
    Case,
    Category,
    Facts,
    InputError,
    NoTableError,
    Person,
    ScoreSheet,
    UnknownTableError,
    api,
    checklist,
    explain,
    form_pdf,
    load_case,
    load_cases,
    score,
    tables,
    timeline,
)
from hsp_calc.locations import resources
from tests.user_data import NEWER, folder, newer_table, put

DAY = date(2026, 11, 22)
FACTS = {"age": 31, "degrees": ["master"], "annual_salary_yen": 8_200_000}


def test_every_name_is_there_and_documented() -> None:
    for name in hsp_calc.__all__:
        found = getattr(hsp_calc, name)
        assert found is getattr(api, name)
        assert name == "Person" or inspect.getdoc(found)
    with pytest.raises(AttributeError, match="nothing"):
        hsp_calc.nothing  # noqa: B018  # asking for it is the test


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    program = "import sys, hsp_calc; print(sorted(name for name in sys.modules if name.startswith('hsp_calc')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['hsp_calc']"


def test_a_score_needs_neither_words_nor_print_nor_window() -> None:
    program = (
        "import sys, datetime; from hsp_calc import score; score({'age': 31}, on=datetime.date(2026, 11, 22)); "
        "print(sorted({'hsp_calc.text', 'hsp_calc.output', 'PySide6', 'babel', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "person", [FACTS, Facts.read(FACTS), Case.of(Facts.read(FACTS))], ids=lambda person: type(person).__name__
)
def test_a_person_is_a_case_or_facts_or_their_json(person: Person) -> None:
    assert score(person, on=DAY, category="technical").total == 60
    assert len(get_args(Person)) == 3


def test_one_category_gives_a_sheet_and_none_gives_all() -> None:
    assert isinstance(score(FACTS, on=DAY, category=Category.ACADEMIC), ScoreSheet)
    assert list(score(FACTS, on=DAY)) == list(Category)
    with pytest.raises(ValueError, match="clerical"):
        score(FACTS, on=DAY, category="clerical")


def test_a_file_is_loaded_as_the_program_loads_it(tmp_path: Path) -> None:
    several = put(tmp_path / "several.json", '[{"age": 30}, {"age": 31}]')
    assert len(load_cases(several)) == 2
    with pytest.raises(InputError) as caught:
        load_case(several)
    assert [problem.code for problem in caught.value.problems] == ["several_persons"]
    assert load_case(resources() / "samples" / "engineer.hspcase").applicant.name == "TAN WEI LING"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_error_is_explained_in_both_languages(language: str) -> None:
    with pytest.raises(InputError) as wrong:
        score({"age": -1, "agee": 31}, on=DAY)
    assert len(explain(wrong.value, language)) == 2
    with pytest.raises(NoTableError) as no_table:
        score(FACTS, on=date(2015, 3, 31))
    with pytest.raises(UnknownTableError) as unknown:
        score(FACTS, on=DAY, table="hsp-2024")
    for error in (no_table.value, unknown.value):
        (sentence,) = explain(error, language)
        assert ("。" in sentence) == (language == "ja")


def test_the_day_of_the_file_is_the_day_of_the_form_unless_another_is_named() -> None:
    assert form_pdf(FACTS, "technical", on=DAY) == form_pdf(FACTS, "technical", on=DAY, created=DAY)


def test_time_and_papers_fit_the_score() -> None:
    assert [segment.total for segment in timeline(FACTS, "technical", on=DAY)][-1] == 60
    assert checklist(FACTS, "technical", on=DAY).total == 60


def test_a_table_of_the_user_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = folder(tmp_path, monkeypatch)
    put(own / "rules" / f"{NEWER}.yaml", newer_table())
    assert score(FACTS, on=DAY, category="technical").table == NEWER
    assert tables().named(NEWER).origin == own / "rules" / f"{NEWER}.yaml"
