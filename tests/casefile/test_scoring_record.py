"""A case knows by which rules it was scored, and what other rules change for it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.casefile import (
    Case,
    Points,
    RowChange,
    case_bytes,
    load,
    parse_json,
    read_case,
    rescored,
    table_hash,
    with_score,
)
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, Tables
from hsp_calc.rules.difference import ChangeKind
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE

DAY = date(2026, 11, 22)
TECHNICAL = Category.TECHNICAL


def points(case: Case, table: RuleTable) -> Points:
    sheets = Scorer(table).sheets(case.profile().facts_on(DAY), DAY)
    return {category: {line.criterion: line.points for line in sheet.lines} for category, sheet in sheets.items()}


@pytest.fixture
def case() -> Case:
    return load(resources() / "samples" / "engineer.hspcase").cases[0]


@pytest.fixture
def corrected(table: RuleTable) -> RuleTable:
    """The table in force, with other points for one row."""
    data = table.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for section in data["categories"]["technical"]["sections"]:
        for block in section["blocks"]:
            for row in block["criteria"]:
                if row["id"] == "japan_university_degree":
                    row["points"] = 15
    return RuleTable.model_validate(data)


def test_a_case_scored_by_the_same_rules_has_not_changed(case: Case, table: RuleTable, tables: Tables) -> None:
    scored = with_score(case, table, DAY, points(case, table))
    assert rescored(scored, table, points(case, table), tables) is None


def test_a_case_never_scored_has_not_changed(case: Case, table: RuleTable, tables: Tables) -> None:
    assert rescored(case, table, points(case, table), tables) is None


def test_another_table_says_what_it_changes_for_the_case(
    table: RuleTable, table_2015: RuleTable, tables: Tables
) -> None:
    case = read_case({"age": 30, "degrees": ["master"], "multiple_fields": True, "japanese": "n2"})
    before = points(case, table_2015)
    scored = with_score(case, table_2015, DAY, before)
    found = rescored(scored, table, points(case, table), tables)
    assert found is not None
    assert (found.before.table, found.table, found.corrected) == ("hsp-2015-04-01", "hsp-2023-04-01", False)
    assert found.totals == {
        category: (sum(before[category].values()), sum(points(case, table)[category].values())) for category in Category
    }
    assert RowChange(TECHNICAL, "japanese_n2", 0, 10) in found.rows
    for category, (then, now) in found.totals.items():
        assert now - then == sum(row.after - row.before for row in found.rows if row.category == category)
    assert found.rules is not None
    assert (TECHNICAL, "japanese_n2", ChangeKind.ADDED) in {(c.category, c.id, c.kind) for c in found.rules}


def test_a_corrected_table_of_the_same_name_is_seen(
    case: Case, table: RuleTable, corrected: RuleTable, tables: Tables
) -> None:
    scored = with_score(case, corrected, DAY, points(case, corrected))
    found = rescored(scored, table, points(case, table), tables)
    assert found is not None
    assert found.corrected
    assert found.rows == (RowChange(TECHNICAL, "japan_university_degree", 15, 10),)
    assert found.rules is None  # the table of then is not carried as it was


def test_rules_that_change_nothing_for_the_case_are_said_to(
    table: RuleTable, corrected: RuleTable, tables: Tables
) -> None:
    case = Case()
    found = rescored(with_score(case, corrected, DAY, points(case, corrected)), table, points(case, table), tables)
    assert found is not None
    assert found.rows == ()


def test_the_record_is_saved_with_the_case(case: Case, table: RuleTable) -> None:
    scored = with_score(case, table, DAY, points(case, table))
    written = json.loads(case_bytes(scored))
    assert written["scored_under"]["table"] == "hsp-2023-04-01"
    assert written["scored_under"]["hash"] == table_hash(table)
    assert written["scored_under"]["on"] == "2026-11-22"
    assert 0 not in written["scored_under"]["points"]["technical"].values()
    assert read_case(parse_json(case_bytes(scored))).scored_under == scored.scored_under


def test_a_table_that_no_program_has_is_no_obstacle(case: Case, table: RuleTable, tables: Tables) -> None:
    data = json.loads(case_bytes(case)) | {"scored_under": {"table": "hsp-2031-01-01", "hash": "sha256:0"}}
    found = rescored(read_case(data), table, points(case, table), tables)
    assert found is not None
    assert (found.rows, found.totals, found.rules) == ((), {}, None)


@pytest.mark.parametrize("record", [5, {}, {"table": "t"}, {"table": 1, "hash": "x"}, {"table": "t", "hash": None}])
def test_a_record_of_another_shape_is_refused(record: object) -> None:
    with pytest.raises(InputError) as caught:
        read_case(SAMPLE | {"scored_under": record})
    assert all(problem.path[0] == "scored_under" for problem in caught.value.problems)


class TestHash:
    def test_every_table_has_its_own(self, tables: Tables) -> None:
        assert len({table_hash(table) for table in tables}) == len(tables)

    def test_it_changes_with_the_law(self, table: RuleTable, corrected: RuleTable) -> None:
        assert table_hash(table) != table_hash(corrected)
        assert table_hash(table) != table_hash(table.model_copy(update={"pass_mark": 80}))
        assert table_hash(table) != table_hash(table.model_copy(update={"until": DAY}))

    def test_it_does_not_change_with_the_day_it_was_checked(self, table: RuleTable) -> None:
        assert table_hash(table) == table_hash(table.model_copy(update={"verified_on": date(2027, 1, 1)}))

    def test_it_is_the_same_in_every_process(self, tables: Tables) -> None:
        program = (
            "from hsp_calc.casefile import table_hash; from hsp_calc.locations import resources;"
            "from hsp_calc.rules import load_tables;"
            "print(*[table_hash(table) for table in load_tables(resources() / 'rules')])"
        )
        for seed in ("1", "2"):
            environment = os.environ | {"PYTHONHASHSEED": seed}
            done = subprocess.run(
                [sys.executable, "-c", program],
                capture_output=True,
                text=True,
                check=True,
                env=environment,
                cwd=Path(__file__).parents[2],
            )
            assert done.stdout.split() == [table_hash(table) for table in tables]
