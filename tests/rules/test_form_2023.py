"""The table of 1 April 2023 says what the official form says, row by row."""

import pytest

from hsp_calc.facts import Category
from hsp_calc.rules import Block, CategoryRules, Count, Criterion, RuleTable, Test
from tests.rules.transcription import FORM, FORM_SALARY, SHEETS, Row

BY_NUMBER = pytest.mark.parametrize("row", FORM, ids=[f"{row['no']} {row['id']}" for row in FORM])
BY_SHEET = pytest.mark.parametrize("sheet", SHEETS)


def place(table: RuleTable, sheet: str, criterion: str) -> tuple[Block, Criterion]:
    found = [(block, row) for _, block, row in table.categories[SHEETS[sheet]].rows() if row.id == criterion]
    assert len(found) == 1
    return found[0]


def of_sheet(sheet: str) -> list[Row]:
    return [row for row in FORM if row["sheet"] == sheet]


@pytest.mark.parametrize(("sheet", "count"), [("A", 34), ("B", 39), ("C", 30)])
def test_the_form_has_its_rows(sheet: str, count: int, table: RuleTable) -> None:
    assert len(of_sheet(sheet)) == count
    assert len(table.categories[SHEETS[sheet]].criteria) == count


@BY_SHEET
def test_the_rows_stand_in_the_order_of_the_form(sheet: str, table: RuleTable) -> None:
    assert list(table.categories[SHEETS[sheet]].criteria) == [row["id"] for row in of_sheet(sheet)]


@BY_NUMBER
def test_a_row_has_the_official_wording(row: Row, table: RuleTable) -> None:
    _, criterion = place(table, row["sheet"], row["id"])
    wording = criterion.ja
    if row["id"] == "research_papers":
        assert criterion.remark is not None
        wording += " " + criterion.remark.ja
    assert wording == row["ja"]


@BY_NUMBER
def test_a_row_gives_the_points_of_the_form(row: Row, table: RuleTable) -> None:
    assert place(table, row["sheet"], row["id"])[1].points == int(row["points"])


@BY_NUMBER
def test_a_row_asks_for_the_evidence_of_the_form(row: Row, table: RuleTable) -> None:
    assert list(place(table, row["sheet"], row["id"])[1].evidence) == row["evidence"].split()


@BY_NUMBER
def test_a_row_cites_its_cell_of_the_workbook(row: Row, table: RuleTable) -> None:
    sheet, _, line = row["cell"].split()
    cite = place(table, row["sheet"], row["id"])[1].cite
    assert (cite.ja, cite.en) == (f"シート{sheet} {line}行", f"sheet {sheet}, row {line}")


@BY_NUMBER
def test_a_row_stands_in_its_item_of_the_form(row: Row, table: RuleTable) -> None:
    rules = table.categories[SHEETS[row["sheet"]]]
    (section,) = [section for section, _, criterion in rules.rows() if criterion.id == row["id"]]
    assert (section.id, section.ja) == (row["section"], row["section_ja"])


@BY_NUMBER
def test_a_row_needs_the_rows_that_the_form_names(row: Row, table: RuleTable) -> None:
    assert list(place(table, row["sheet"], row["id"])[1].requires) == row["requires"].split()


@BY_NUMBER
def test_a_row_is_excluded_by_the_rows_that_the_form_names(row: Row, table: RuleTable) -> None:
    written = [
        e.criterion + "".join(f" (if {fact})" for fact in e.when)
        for e in place(table, row["sheet"], row["id"])[1].excluded_by
    ]
    assert "; ".join(written) == row["excluded_by"]


@BY_SHEET
def test_n2_carries_the_form_s_small_print(sheet: str, table: RuleTable) -> None:
    _, criterion = place(table, sheet, "japanese_n2")
    (note,) = [row["note"] for row in of_sheet(sheet) if row["id"] == "japanese_n2"]
    assert criterion.remark is not None
    assert criterion.remark.ja == f"※{note}"


COUNTED = {
    "education_level": (Count.BEST, ()),
    "experience": (Count.BEST, ()),
    "salary": (Count.BEST, ()),
    "age": (Count.BEST, ()),
    "position": (Count.BEST, ()),
    "qualification": (Count.BEST, ()),
    "designated_university": (Count.TIERS, (10,)),
    "research A": (Count.TIERS, (20, 25)),
    "research B": (Count.TIERS, (15,)),
}


@BY_SHEET
def test_the_rows_of_a_group_count_together_as_the_form_says(sheet: str, table: RuleTable) -> None:
    for group in {row["group"] for row in of_sheet(sheet)} - {"", "japanese"}:
        members = [row["id"] for row in of_sheet(sheet) if row["group"] == group]
        block, _ = place(table, sheet, members[0])
        assert [criterion.id for criterion in block.criteria] == members
        count, tiers = COUNTED.get(group) or COUNTED[f"{group} {sheet}"]
        assert (block.count, block.tiers) == (count, tiers)


@BY_SHEET
def test_rows_outside_a_group_count_each_by_itself(sheet: str, table: RuleTable) -> None:
    for row in of_sheet(sheet):
        if row["group"] in {"", "japanese"}:
            assert place(table, sheet, row["id"])[0].count is Count.SUM


@BY_SHEET
def test_n1_and_n2_never_count_together(sheet: str, table: RuleTable) -> None:
    n1, n2 = (place(table, sheet, row)[1].when["japanese"] for row in ("japanese_n1", "japanese_n2"))
    assert n1.contradicts(n2)


LOWEST_AGE = {"under_30": 0, "30_34": 30, "35_39": 35, "40_plus": 40}
AGES = {"under_30": (0, 29), "30_34": (30, 34), "35_39": (35, 39), "40_plus": (40, 120)}


@pytest.mark.parametrize("row", FORM_SALARY, ids=[f"{row['sheet']} {row['id']}" for row in FORM_SALARY])
def test_a_salary_band_is_for_the_ages_of_its_columns(row: Row, table: RuleTable) -> None:
    _, criterion = place(table, row["sheet"], row["id"])
    for column, (youngest, oldest) in AGES.items():
        for age in (youngest, oldest):
            admitted = "age" not in criterion.when or passes(criterion.when["age"], age)
            assert criterion.points * admitted == int(row[column])


@pytest.mark.parametrize("row", FORM_SALARY, ids=[f"{row['sheet']} {row['id']}" for row in FORM_SALARY])
def test_a_salary_band_includes_its_lower_bound_and_not_its_upper(row: Row, table: RuleTable) -> None:
    test = place(table, row["sheet"], row["id"])[1].when["annual_salary_yen"]
    assert test.at_least == int(row["min_yen"])
    assert test.below == (int(row["below_yen"]) if row["below_yen"] else None)


def passes(test: Test, number: int) -> bool:
    low, high = test.interval
    return low <= number < high


@pytest.mark.parametrize("category", [Category.ACADEMIC, Category.TECHNICAL])
def test_the_salary_grid_has_four_columns_without_gap_or_overlap(category: Category, table: RuleTable) -> None:
    (section,) = [section for section in table.categories[category].sections if section.id == "salary"]
    columns = section.blocks[0].columns
    assert [column.ja for column in columns] == ["30歳未満", "30～34歳", "35～39歳", "40歳以上"]
    for age in range(121):
        assert sum(passes(column.when["age"], age) for column in columns) == 1


def test_the_salary_of_management_knows_no_age(table: RuleTable) -> None:
    rules = table.categories[Category.MANAGEMENT]
    assert not any("age" in row.when for row in rules.criteria.values())
    assert not any(block.columns for section in rules.sections for block in section.blocks)


@pytest.mark.parametrize("category", [Category.TECHNICAL, Category.MANAGEMENT])
def test_the_salary_floor_is_a_gate_on_b_and_c(category: Category, table: RuleTable) -> None:
    (gate,) = table.categories[category].gates
    assert gate.id == "minimum_salary"
    assert list(gate.when) == ["annual_salary_yen"]
    assert gate.when["annual_salary_yen"].interval == (3_000_000, float("inf"))


def test_sheet_a_has_no_gate(table: RuleTable) -> None:
    assert table.categories[Category.ACADEMIC].gates == ()


def test_the_pass_mark_is_70_and_80_matters_too(table: RuleTable) -> None:
    assert (table.pass_mark, table.marks) == (70, (70, 80))


def test_the_table_is_in_force_since_the_last_day_of_march_2023(table: RuleTable) -> None:
    assert (table.since.isoformat(), table.until) == ("2023-03-31", None)
    assert "令和5年4月1日" in table.heading_left.ja, "what the form prints"


@pytest.mark.parametrize(
    ("category", "word"),
    [(Category.ACADEMIC, "契約機関"), (Category.TECHNICAL, "契約機関"), (Category.MANAGEMENT, "活動機関")],
)
def test_the_institution_is_called_as_the_form_calls_it(category: Category, word: str, table: RuleTable) -> None:
    rules: CategoryRules = table.categories[category]
    assert rules.institution.ja == word
    assert rules.criteria["institution_sme_rd_ratio"].ja.startswith(word)
    headings = [b.heading.ja for s, b, c in rules.rows() if c.id == "institution_innovation" and b.heading]
    assert headings == [word]
    assert len({row["ja"] for row in FORM if row["id"] == "institution_sme_rd_ratio"}) == 2


@pytest.mark.parametrize("category", Category)
def test_the_preamble_names_its_item_of_the_ministerial_order(category: Category, table: RuleTable) -> None:
    number = "１２３"[list(Category).index(category)]
    rules = table.categories[category]
    assert f"第１条第{number}号" in rules.preamble.ja
    kana = "イロハ"[list(Category).index(category)]
    assert f"第１号{kana}・" in rules.title.ja
    assert rules.status.ja == f"高度専門職１号{kana}"


@pytest.mark.parametrize("category", Category)
def test_the_second_page_begins_with_a_row(category: Category, table: RuleTable) -> None:
    rules = table.categories[category]
    assert rules.page_break_before in rules.criteria
