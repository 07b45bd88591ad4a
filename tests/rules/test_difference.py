"""What changed from one table to another."""

import pytest

from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable, difference, read_table
from hsp_calc.rules.difference import ChangeKind
from tests.rules.transcription import DATA, FORM, SHEETS, TABLE_2015

MADE_UP = (DATA / "made-up-table.yaml").read_text(encoding="utf-8")


def ids(sheet: str, rows: list[dict[str, str]]) -> set[str]:
    return {row["id"] for row in rows if row["sheet"] == sheet}


def test_a_table_does_not_differ_from_itself(table: RuleTable) -> None:
    assert list(difference(table, table)) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_rows_that_came_after_2015_are_added(sheet: str, table: RuleTable, table_2015: RuleTable) -> None:
    changes = [change for change in difference(table_2015, table) if change.category is SHEETS[sheet]]
    added = {change.id for change in changes if change.kind is ChangeKind.ADDED}
    assert added == ids(sheet, FORM) - ids(sheet, TABLE_2015)
    assert not [change for change in changes if change.kind is ChangeKind.REMOVED]


def test_the_mba_row_changed_its_points_and_its_company(table: RuleTable, table_2015: RuleTable) -> None:
    (change,) = [
        c for c in difference(table_2015, table) if c.category is Category.TECHNICAL and c.id == "degree_mba_mot"
    ]
    assert (change.before, change.after) == (5, 25)
    assert set(change.fields) == {"points", "requires", "ja", "count"}


def test_the_way_back_is_the_way_there_turned_round(table: RuleTable, table_2015: RuleTable) -> None:
    turned = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
    there = {(c.category, c.id, c.kind, c.before, c.after) for c in difference(table_2015, table)}
    back = {(c.category, c.id, turned.get(c.kind, c.kind), c.after, c.before) for c in difference(table, table_2015)}
    assert there == back


@pytest.mark.parametrize(
    ("old", "new", "row", "fields"),
    [
        ("points: 7", "points: 8", "higher_study", ("points",)),
        ("{at_least: 2, below: 5}", "{at_least: 2}", "licensed", ("when",)),
        ("requires: [language]", "requires: [licensed]", "young_speaker", ("requires",)),
        ("at_least: 20}", "at_least: 21}", "of_age", ("when",)),
        ('ja: "語学"', 'ja: "言語"', "language", ("ja",)),
    ],
)
def test_a_single_change_is_named(old: str, new: str, row: str, fields: tuple[str, ...]) -> None:
    before, after = read_table(MADE_UP, source=""), read_table(MADE_UP.replace(old, new, 1), source="")
    (change,) = difference(before, after)
    assert (change.id, change.kind, change.fields) == (row, ChangeKind.CHANGED, fields)


def test_other_tiers_are_a_change_of_every_row_of_the_block() -> None:
    before = read_table(MADE_UP, source="")
    after = read_table(MADE_UP.replace("tiers: [2, 5, 9]", "tiers: [2, 5, 8]"), source="")
    assert {(change.id, change.fields) for change in difference(before, after)} == {
        (row, ("count",)) for row in ("merit_patent", "merit_grants", "merit_papers", "merit_big_company")
    }


def test_a_gate_that_is_gone_is_named() -> None:
    start, end = MADE_UP.index("      - id: speaks"), MADE_UP.index("    sections:")
    (change,) = difference(read_table(MADE_UP, source=""), read_table(MADE_UP[:start] + MADE_UP[end:], source=""))
    assert (change.id, change.kind) == ("speaks", ChangeKind.REMOVED)
