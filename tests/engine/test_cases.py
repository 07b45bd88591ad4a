"""The case table in ``tests/data/cases.yaml``: every rule of the form, both sides of every bound."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.rules import Tables

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "cases.yaml").read_text(encoding="utf-8")
)
DAY = "2026-11-22"


@pytest.fixture(scope="module")
def scorers(tables: Tables) -> dict[str, Scorer]:
    return {table.id: Scorer(table) for table in tables}


def score(case: dict[str, Any], tables: Tables, scorers: dict[str, Scorer]) -> ScoreSheet:
    day = date.fromisoformat(case.get("day", DAY))
    category = Category(case["category"])
    scorer = scorers[tables.on(day).id]
    facts = Facts.read(case["facts"])
    sheet = scorer.sheet(facts, category, day)
    assert scorer.total(facts, category, day) == sheet.total
    return sheet


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tables: Tables, scorers: dict[str, Scorer]) -> None:
    sheet = score(case, tables, scorers)
    assert sheet.total == case["total"]
    if "counted" in case:
        assert [line.criterion for line in sheet.counted] == case["counted"]
    for row, status in case.get("statuses", {}).items():
        assert sheet.line(row).status == status, row
    for row, reason in case.get("reasons", {}).items():
        found = sheet.line(row).reason
        assert found is not None, row
        assert {"code": found.code, "by": list(found.by)} == reason
    for name in ("eligible", "verdict", "at_most"):
        if name in case:
            assert getattr(sheet, name) == case[name], name
    if "gate" in case:
        (gate,) = sheet.gates
        assert (gate.id, gate.passed) == ("minimum_salary", case["gate"])


def test_every_name_of_a_case_is_its_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_every_row_of_both_tables_counts_in_some_case_or_can_never_be_told_apart(
    tables: Tables, scorers: dict[str, Scorer]
) -> None:
    counted = {
        (sheet.table, sheet.category, line.criterion)
        for sheet in (score(case, tables, scorers) for case in CASES)
        for line in sheet.counted
    }
    # One fact stands for the three routes of ⑰, so the first of the rows counts for all.
    same_fact = {"designated_university_super_global", "designated_university_innovative_asia"}
    rows = {
        (table.id, category, row)
        for table in tables
        for category, rules in table.categories.items()
        for row in rules.criteria
        if row not in same_fact
    }
    assert {row for table_id, _, row in rows - counted if table_id == "hsp-2023-04-01"} == set()


@pytest.mark.parametrize(
    ("category", "highest"), [(Category.ACADEMIC, 220), (Category.TECHNICAL, 235), (Category.MANAGEMENT, 220)]
)
def test_the_highest_total_is_that_of_the_form(category: Category, highest: int, scorer: Scorer) -> None:
    assert scorer.highest_total(category) == highest
