"""The score as plain text."""

from datetime import date

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.text import Translator, disclaimer
from hsp_calc.text.columns import width
from hsp_calc.text.score_table import COLUMNS, score_text

ON = date(2026, 11, 22)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_text_for_the_clipboard_has_the_totals_the_rows_the_reasons_and_the_disclaimer(
    language: str, scorer: Scorer
) -> None:
    words = Translator.load(language)
    facts = Facts.read({"age": 34, "degrees": ["bachelor", "master"], "annual_salary_yen": 8_200_000})
    score = {category: scorer.sheet(facts, category, ON) for category in Category}
    text = score_text(score, scorer.table, ON, words, today=ON)
    assert text.endswith("\n")
    assert "60" in text
    assert "↳" in text
    assert "".join(disclaimer(scorer.table, words).split()) in "".join(text.split())
    assert "--format" not in text
    assert max(width(line) for line in text.splitlines()) <= COLUMNS


def test_one_sheet_may_be_taken_alone(scorer: Scorer) -> None:
    score = {Category.TECHNICAL: scorer.sheet(Facts.read({"age": 34}), Category.TECHNICAL, ON)}
    text = score_text(score, scorer.table, ON, Translator.load("en"), today=ON)
    assert text.count("■") == 1
