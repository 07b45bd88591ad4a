"""A new table needs no code: one that was made up scores as worked out by hand."""

from datetime import date

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.rules import load_table
from tests.rules.transcription import DATA

DAY = date(2030, 6, 1)
ACADEMIC, TECHNICAL, MANAGEMENT = Category


@pytest.fixture(scope="module")
def made_up() -> Scorer:
    return Scorer(load_table(DATA / "made-up-table.yaml"))


@pytest.mark.parametrize(
    ("category", "facts", "total", "counted"),
    [
        (ACADEMIC, {}, 0, ""),
        (ACADEMIC, {"degrees": ["doctor"]}, 7, "higher_study"),
        (ACADEMIC, {"degrees": ["bachelor"]}, 3, "any_study"),
        (ACADEMIC, {"degrees": ["professional", "mba_mot"]}, 0, ""),
        (ACADEMIC, {"degrees": ["doctor"], "research": []}, 7, "higher_study"),
        (
            ACADEMIC,
            {"degrees": ["doctor"], "research": ["papers"]},
            7 + 4 + 2,
            "higher_study papers_and_doctorate merit_papers",
        ),
        (ACADEMIC, {"degrees": ["master"], "research": ["papers"]}, 7 + 2, "higher_study merit_papers"),
        (ACADEMIC, {"research": ["papers", "grants"]}, 5, "merit_grants merit_papers"),
        (ACADEMIC, {"research": ["papers", "grants"], "sme": False}, 9, "merit_grants merit_papers merit_big_company"),
        (
            ACADEMIC,
            {"research": ["papers", "grants", "patent"], "sme": False},
            9,
            "merit_patent merit_grants merit_papers",
        ),
        (ACADEMIC, {"sme": True}, 0, ""),
        (ACADEMIC, {"licenses": 1}, 0, ""),
        (ACADEMIC, {"licenses": 2}, 1, "licensed"),
        (ACADEMIC, {"licenses": 4}, 1, "licensed"),
        (ACADEMIC, {"licenses": 5}, 0, ""),
        (ACADEMIC, {"japanese": "n2", "age": 32}, 6 + 5, "language young_speaker"),
        (ACADEMIC, {"japanese": "n2", "age": 33}, 6, "language"),
        (ACADEMIC, {"japanese": "japanese_major", "age": 32}, 0, ""),
        (ACADEMIC, {"japanese": "n1", "age": 20, "degrees": ["master"], "licenses": 1}, 13, "higher_study language"),
        (ACADEMIC, {"japanese": "n1", "age": 20, "degrees": ["master"]}, 13, "higher_study language"),
        (
            ACADEMIC,
            {"japanese": "n1", "age": 20, "degrees": ["master"], "licenses": 0},
            18,
            "higher_study language young_speaker",
        ),
        (ACADEMIC, {"japanese": "n1", "age": 20, "research": ["grants"]}, 8, "merit_grants language"),
        (
            ACADEMIC,
            {"japanese": "n1", "age": 20, "research": ["patent", "papers"]},
            16,
            "merit_patent merit_papers language young_speaker",
        ),
        (TECHNICAL, {"experience_years": 2}, 10, "first"),
        (TECHNICAL, {"experience_years": 2, "growth_project": True, "position": "director"}, 30, "second first"),
        (TECHNICAL, {"experience_years": 2, "growth_project": True, "position": "none"}, 10, "first"),
        (TECHNICAL, {"experience_years": 2, "growth_project": True}, 10, "first"),
        (
            TECHNICAL,
            {"experience_years": 2, "growth_project": True, "position": "director", "asset_management": True},
            60,
            "third second first",
        ),
        (
            TECHNICAL,
            {"experience_years": 1.9, "growth_project": True, "position": "director", "asset_management": True},
            0,
            "",
        ),
        (MANAGEMENT, {"annual_salary_yen": 1, "experience_years": 2.9}, 13, "well_paid"),
        (MANAGEMENT, {"annual_salary_yen": 0, "experience_years": 2.9}, 0, ""),
        (MANAGEMENT, {"annual_salary_yen": 1, "experience_years": 3}, 0, ""),
        (MANAGEMENT, {"annual_salary_yen": 1}, 0, ""),
    ],
)
def test_a_person_has_the_points_worked_out_by_hand(
    made_up: Scorer, category: Category, facts: dict[str, object], total: int, counted: str
) -> None:
    person = Facts.read(facts)
    sheet = made_up.sheet(person, category, DAY)
    assert sheet.total == total == made_up.total(person, category, DAY)
    assert " ".join(line.criterion for line in sheet.counted) == counted


def test_the_highest_total_is_the_one_worked_out_by_hand(made_up: Scorer) -> None:
    # A doctor with a patent and papers at a big company, N1, 20 years old, without a licence.
    assert made_up.highest_total(ACADEMIC) == 7 + 4 + 9 + 6 + 5
    assert made_up.highest_total(TECHNICAL) == 10 + 20 + 30
    assert made_up.highest_total(MANAGEMENT) == 13


@pytest.mark.parametrize(
    ("facts", "gates", "eligible"),
    [
        ({"japanese": "n1", "age": 20, "degrees": ["master"]}, {"of_age": True, "speaks": True}, True),
        ({"japanese": "n1", "age": 19, "degrees": ["master"]}, {"of_age": False, "speaks": True}, False),
        ({"japanese": "n1", "degrees": ["master"]}, {"of_age": None, "speaks": True}, False),
        ({"japanese": "none", "age": 20}, {"of_age": True, "speaks": False}, False),
        ({"japanese": "n2", "age": 20}, {"of_age": True, "speaks": True}, False),
    ],
)
def test_gates_stand_apart(
    made_up: Scorer, facts: dict[str, object], gates: dict[str, bool | None], eligible: bool
) -> None:
    sheet = made_up.sheet(Facts.read(facts), ACADEMIC, DAY)
    assert {gate.id: gate.passed for gate in sheet.gates} == gates
    assert sheet.eligible is eligible


def test_its_bounds_are_those_it_names(made_up: Scorer) -> None:
    assert made_up.bounds(ACADEMIC, "age") == (20, 33)
    assert made_up.bounds(ACADEMIC, "licenses") == (1, 2, 5)
    assert made_up.bounds(TECHNICAL, "experience_years") == (2,)
    assert made_up.bounds(MANAGEMENT, "annual_salary_yen") == (1,)
    assert made_up.bounds(MANAGEMENT, "age") == ()
