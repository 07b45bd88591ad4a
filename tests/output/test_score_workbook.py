"""The score as a workbook, read again as Excel would."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from hsp_calc.casefile import Case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output.score_workbook import score_xlsx
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, disclaimer, reason, short_name, status_label
from tests.output.conftest import BEST, person, scored

ON = date(2026, 11, 22)
HEAD = {"ja": "項目", "en": "Item"}


def written(case: Case, scorer: Scorer, language: str = "en") -> bytes:
    score = {category: scored(case, category, scorer, ON) for category in Category}
    return score_xlsx(case, score, table=scorer.table, words=Translator.load(language), created=ON)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def head_of(sheet: Any, language: str) -> int:
    return next(int(row[0].row) for row in sheet.iter_rows() if row[0].value == HEAD[language])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_row_of_the_form_is_there_in_its_order(language: str, scorer: Scorer) -> None:
    case, words = person("TAN", **BEST), Translator.load(language)
    workbook = opened(written(case, scorer, language))
    assert workbook.sheetnames == [short_name(category, words) for category in Category]
    for category, sheet in zip(Category, workbook.worksheets, strict=True):
        score, rules = scored(case, category, scorer, ON), scorer.table.categories[category]
        head = head_of(sheet, language)
        rows = list(sheet.iter_rows(head + 1, head + len(score.lines), values_only=True))
        for line, row in zip(score.lines, rows, strict=True):
            assert row[1].startswith(words.wording(rules.criteria[line.criterion]))
            assert row[2:5] == (" ".join(line.evidence) or None, line.available, line.points)
            assert row[5:] == (status_label(line.status, words), reason(line, rules, words))
        assert sum(row[4] for row in rows) == score.total
        assert sheet.cell(head + len(score.lines) + 1, 5).value == score.total
        said = [row[0].value for row in sheet.iter_rows()]
        assert disclaimer(scorer.table, words) in said
        assert any("hsp-2023-04-01" in str(value) for value in said)


def test_the_head_stays_in_sight_and_is_printed_on_each_page(sample: Case, scorer: Scorer) -> None:
    for sheet in opened(written(sample, scorer)).worksheets:
        head = head_of(sheet, "en")
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.column_dimensions["B"].width > 40


def test_the_same_input_gives_the_same_bytes(sample: Case, scorer: Scorer) -> None:
    assert written(sample, scorer) == written(sample, scorer)


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+1", "-1", "@a", "a\x07b\nc", "<b>&amp;"])
def test_a_name_is_a_text_and_never_a_formula(name: str, scorer: Scorer) -> None:
    cell = opened(written(person(name), scorer)).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.value == name.replace("\x07", " ").replace("\n", " ")


def test_a_score_of_another_table_is_refused(sample: Case, scorer: Scorer, table_2015: RuleTable) -> None:
    score = {Category.TECHNICAL: scored(sample, Category.TECHNICAL, scorer, ON)}
    with pytest.raises(ValueError, match="does not fit"):
        score_xlsx(sample, score, table=table_2015, words=Translator.load("en"), created=ON)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_scenario_says_so_on_each_sheet_and_at_the_top_of_every_page(
    language: str, sample: Case, scorer: Scorer
) -> None:
    score = {category: scored(sample, category, scorer, ON) for category in Category}
    words = Translator.load(language)
    content = score_xlsx(sample, score, table=scorer.table, words=words, what_if="9M & more", created=ON)
    for sheet in opened(content).worksheets:
        assert "9M & more" in sheet["A1"].value
        assert "9M && more" in sheet.oddHeader.left.text
