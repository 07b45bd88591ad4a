"""The table of 1 April 2015 says what the summary and the order of that day say."""

import pytest

from hsp_calc.facts import Category
from hsp_calc.rules import Block, Count, Criterion, RuleTable
from tests.rules.transcription import SHEETS, TABLE_2015, Row

BY_ROW = pytest.mark.parametrize("row", TABLE_2015, ids=[f"{row['sheet']} {row['id']}" for row in TABLE_2015])


def place(table: RuleTable, row: Row) -> tuple[Block, Criterion]:
    rules = table.categories[SHEETS[row["sheet"]]]
    (found,) = [(block, criterion) for _, block, criterion in rules.rows() if criterion.id == row["id"]]
    return found


@pytest.mark.parametrize(("sheet", "count"), [("A", 25), ("B", 30), ("C", 20)])
def test_the_table_has_these_rows_and_no_other(sheet: str, count: int, table_2015: RuleTable) -> None:
    expected = {row["id"] for row in TABLE_2015 if row["sheet"] == sheet}
    assert len(expected) == count
    assert set(table_2015.categories[SHEETS[sheet]].criteria) == expected


@BY_ROW
def test_a_row_gives_its_points(row: Row, table_2015: RuleTable) -> None:
    assert place(table_2015, row)[1].points == int(row["points"])


@BY_ROW
def test_a_row_counts_with_its_neighbours_as_described(row: Row, table_2015: RuleTable) -> None:
    block, _ = place(table_2015, row)
    count, *tiers = row["count"].split()
    assert block.count is Count(count)
    assert list(block.tiers) == [int(tier) for tier in tiers]


@BY_ROW
def test_a_row_needs_what_is_described(row: Row, table_2015: RuleTable) -> None:
    _, criterion = place(table_2015, row)
    assert " ".join(f"requires {name}" for name in [*criterion.requires, *criterion.requires_facts]) == row["rule"]


def test_no_row_excludes_another_in_2015(table_2015: RuleTable) -> None:
    assert not any(c.excluded_by for rules in table_2015.categories.values() for c in rules.criteria.values())


def test_the_table_held_from_april_2015_to_25_april_2017(table_2015: RuleTable) -> None:
    assert (table_2015.since.isoformat(), f"{table_2015.until}") == ("2015-04-01", "2017-04-25")


def test_the_salary_floor_held_on_b_and_c(table_2015: RuleTable) -> None:
    floors = {
        category: [gate.when["annual_salary_yen"].at_least for gate in rules.gates]
        for category, rules in table_2015.categories.items()
    }
    assert floors == {Category.ACADEMIC: [], Category.TECHNICAL: [3_000_000], Category.MANAGEMENT: [3_000_000]}


def test_rows_that_stayed_have_the_wording_of_the_form_of_2023(table: RuleTable, table_2015: RuleTable) -> None:
    reworded = {"institution_innovation", "institution_innovation_sme", "japanese_n1", "degree_mba_mot"}
    for category in Category:
        now = table.categories[category].criteria
        for criterion in table_2015.categories[category].criteria.values():
            if criterion.id not in reworded:
                assert criterion.ja == now[criterion.id].ja
                assert criterion.when == now[criterion.id].when


def test_the_user_is_told_that_no_form_of_2015_was_compared(table: RuleTable, table_2015: RuleTable) -> None:
    assert table_2015.caution is not None
    assert "not from the form printed at the time" in table_2015.caution.en
    assert "evidence are those of today's form" in table_2015.caution.en
    assert table.caution is None
