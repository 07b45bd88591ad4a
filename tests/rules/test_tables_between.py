"""The tables between 2017 and 2023 say what the ministerial order said then, row by row."""

from datetime import date

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.rules import Block, Criterion, RuleTable, Tables
from hsp_calc.text import Language, Translator, cautions
from tests.rules.transcription import SHEETS, TABLES_BETWEEN, Row

ROWS = [(table, row) for table, rows in TABLES_BETWEEN.items() for row in rows]
BY_ROW = pytest.mark.parametrize(
    ("table_id", "row"), ROWS, ids=[f"{table} {row['sheet']} {row['id']}" for table, row in ROWS]
)
BY_TABLE = pytest.mark.parametrize("table_id", TABLES_BETWEEN)
LOCAL, INVESTMENT = "institution_local_government_support", "investment_management_business"


def place(table: RuleTable, row: Row) -> tuple[Block, Criterion]:
    rules = table.categories[SHEETS[row["sheet"]]]
    (found,) = [(block, criterion) for _, block, criterion in rules.rows() if criterion.id == row["id"]]
    return found


@pytest.mark.parametrize(
    ("table_id", "counts"),
    [("hsp-2017-04-26", (33, 37, 28)), ("hsp-2019-03-15", (34, 38, 29)), ("hsp-2021-07-30", (34, 39, 30))],
)
def test_a_table_has_its_rows_and_no_other(table_id: str, counts: tuple[int, ...], tables: Tables) -> None:
    for sheet, count in zip(SHEETS, counts, strict=True):
        expected = [row["id"] for row in TABLES_BETWEEN[table_id] if row["sheet"] == sheet]
        assert len(expected) == count
        assert list(tables.named(table_id).categories[SHEETS[sheet]].criteria) == expected


@BY_ROW
def test_a_row_gives_its_points(table_id: str, row: Row, tables: Tables) -> None:
    assert place(tables.named(table_id), row)[1].points == int(row["points"])


@BY_ROW
def test_a_row_counts_with_its_neighbours_as_then(table_id: str, row: Row, tables: Tables) -> None:
    block, _ = place(tables.named(table_id), row)
    assert " ".join([block.count.value, *map(str, block.tiers)]) == row["count"]


@BY_ROW
def test_a_row_needs_and_excludes_what_it_did_then(table_id: str, row: Row, tables: Tables) -> None:
    _, criterion = place(tables.named(table_id), row)
    rules = [f"requires {name}" for name in [*criterion.requires, *criterion.requires_facts]]
    rules += [f"excluded_by {e.criterion}" + "".join(f" (if {f})" for f in e.when) for e in criterion.excluded_by]
    assert "; ".join(rules) == row["rule"]


@BY_TABLE
def test_what_meets_a_row_is_what_meets_it_today(table_id: str, tables: Tables, table: RuleTable) -> None:
    for category in Category:
        now = table.categories[category]
        then = tables.named(table_id).categories[category]
        assert {name: row.when for name, row in then.criteria.items()} == {
            name: row.when for name, row in now.criteria.items() if name in then.criteria
        }
        assert {gate.id: gate.when for gate in then.gates} == {gate.id: gate.when for gate in now.gates}


@BY_TABLE
def test_the_numbers_of_the_evidence_are_those_of_today_and_that_is_said(
    table_id: str, tables: Tables, table: RuleTable
) -> None:
    then = tables.named(table_id)
    for category in Category:
        now = table.categories[category].criteria
        for name, row in then.categories[category].criteria.items():
            assert row.evidence == now[name].evidence
    assert then.caution is not None
    assert "evidence are those of today's form" in then.caution.en
    assert "現在の様式" in then.caution.ja


def said(tables: Tables, day: str, **facts: object) -> str:
    """What is said beside the score of a person."""
    on = date.fromisoformat(day)
    table = tables.on(on)
    sheet = Scorer(table).sheet(Facts.read(facts), Category.TECHNICAL, on)
    return "\n".join(cautions(table, [sheet], Translator.load(Language.EN)))


class TestWhatIsUncertainIsSaidWhereItMatters:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2019-03-14", False), ("2019-03-15", True), ("2023-03-30", True), ("2023-03-31", False)],
    )
    def test_the_first_day_of_the_row_of_special_zones(self, day: str, expected: bool, tables: Tables) -> None:
        assert ("no official text was found" in said(tables, day, local_government_support=True)) is expected
        assert "no official text was found" not in said(tables, day, local_government_support=False)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2019-02-28", False), ("2019-03-01", True), ("2019-03-31", True), ("2019-04-01", False)],
    )
    def test_the_day_of_the_wider_notice_on_universities(self, day: str, expected: bool, tables: Tables) -> None:
        assert ("on a day that is not confirmed" in said(tables, day, designated_university=True)) is expected
        assert "on a day that is not confirmed" not in said(tables, day, designated_university=False)

    def test_before_march_2019_the_narrower_circle_is_told(self, tables: Tables) -> None:
        assert "only the top type counted" in said(tables, "2019-02-28", designated_university=True)

    @pytest.mark.parametrize(("day", "expected"), [("2017-07-30", True), ("2017-07-31", False)])
    def test_the_narrower_words_on_innovation_support(self, day: str, expected: bool, tables: Tables) -> None:
        assert ("which is wider" in said(tables, day, innovation_support=True)) is expected

    def test_the_one_day_on_which_form_and_order_differ(self, tables: Tables) -> None:
        assert "the form prints" in said(tables, "2023-03-31", local_government_support=True)
        assert "the form prints" not in said(tables, "2023-04-01", local_government_support=True)


@pytest.mark.parametrize(
    ("row", "day", "points"),
    [
        (LOCAL, "2019-03-14", 0),
        (LOCAL, "2019-03-15", 10),
        (LOCAL, "2023-03-31", 10),
        (INVESTMENT, "2021-07-29", 0),
        (INVESTMENT, "2021-07-30", 10),
        ("japanese_n2", "2017-04-25", 0),
        ("japanese_n2", "2017-04-26", 10),
    ],
)
def test_a_row_counts_from_its_first_day(row: str, day: str, points: int, tables: Tables) -> None:
    on = date.fromisoformat(day)
    facts = Facts.read({"local_government_support": True, "asset_management": True, "japanese": "n2"})
    sheet = Scorer(tables.on(on)).sheet(facts, Category.TECHNICAL, on)
    assert sum(line.points for line in sheet.lines if line.criterion == row) == points
