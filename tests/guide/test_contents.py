"""The pages of the guide: strict, sourced, and in two languages that read as they should."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from hsp_calc.guide.activity_content import load_activity
from hsp_calc.guide.benefits import load_benefits
from hsp_calc.guide.contents import Guide
from hsp_calc.guide.employer import load_employer
from hsp_calc.guide.statements import Page, QuestionKind, Statement
from hsp_calc.guide.underlying_content import load_underlying
from hsp_calc.guide.weekly_hours import load_hours_page
from hsp_calc.rules import Sources, Wording
from hsp_calc.validation import InputError

LOADERS: dict[str, Callable[[Path], Page]] = {
    "underlying-status": load_underlying,
    "other-activity": load_activity,
    "hours": load_hours_page,
    "benefits": load_benefits,
    "employer": load_employer,
}


def inside(value: object) -> Iterator[object]:
    """A value and everything in it."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from inside(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from inside(part)


def pages(guide: Guide) -> list[Page]:
    return [getattr(guide, field.name) for field in dataclasses.fields(guide)]


def said(guide: Guide) -> list[Statement]:
    return [part for page in pages(guide) for part in inside(page) if isinstance(part, Statement)]


def worded(guide: Guide) -> list[Statement | Wording]:
    return [part for page in pages(guide) for part in inside(page) if isinstance(part, Statement | Wording)]


def test_every_file_is_a_page(folder: Path) -> None:
    assert {path.stem for path in folder.iterdir()} == set(LOADERS)


def test_every_statement_has_sources_that_are_known(guide: Guide, sources: Sources) -> None:
    assert len(said(guide)) > 150
    for statement in said(guide):
        assert statement.sources
        assert set(statement.sources) <= set(sources.sources)


def test_every_page_was_checked_and_says_that_it_is_no_legal_advice(guide: Guide) -> None:
    for page in pages(guide):
        assert page.checked_on >= date(2026, 11, 22)
        assert "日本語の原文が優先します" in page.notice.ja
        assert "Japanese text of the rules governs" in page.notice.en
    assert all("法律上の助言ではありません" in page.notice.ja for page in pages(guide) if page is not guide.benefits)


def test_japanese_is_japanese_and_english_is_english(guide: Guide) -> None:
    for words in worded(guide):
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", words.ja), words.ja
        assert not re.search(r"[,;:!?'\"&]", re.sub(r"\d,\d", "", words.ja)), words.ja
        assert words.ja.count("（") == words.ja.count("）")
        assert words.ja.count("「") == words.ja.count("」")
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]", words.en), words.en
        assert words.en.count("(") == words.en.count(")")
        assert re.match(r"[A-Z0-9]", words.en), words.en
        assert (words.ja, words.en) == (words.ja.strip(), words.en.strip())


def test_sentences_end_in_both_languages_alike(guide: Guide) -> None:
    for words in worded(guide):
        assert words.ja.endswith("。") == words.en.endswith((".", "?")), words.ja
        assert ("か。" in words.ja) == ("?" in words.en), words.ja


def yen_in(words: Statement | Wording) -> tuple[set[int], set[int]]:
    """The amounts that the two languages name."""
    ja = {int(found.replace(",", "")) * 10_000 for found in re.findall(r"([\d,]+)万円", words.ja)}
    millions = {round(float(found) * 1_000_000) for found in re.findall(r"([\d.]+) million", words.en)}
    return ja, millions | {int(found.replace(",", "")) for found in re.findall(r"(\d+,\d{3}) yen", words.en)}


def test_amounts_agree_in_both_languages(guide: Guide) -> None:
    found = [yen_in(words) for words in worded(guide)]
    assert [(ja, en) for ja, en in found if ja != en] == []
    assert {amount for ja, _ in found for amount in ja} == {
        200_000, 300_000, 1_300_000, 2_000_000, 3_000_000, 5_000_000, 8_000_000,
        10_000_000, 20_000_000, 30_000_000, 40_000_000,
    }  # fmt: skip


def test_figures_agree_in_both_languages(guide: Guide) -> None:
    for words in worded(guide):
        ja, en = (set(re.findall(r"(?<![\d,.])\d\d(?![\d,万月]| million)", text)) for text in (words.ja, words.en))
        assert ja == en, words.ja


@pytest.mark.parametrize("name", LOADERS)
def test_an_unknown_field_is_refused_with_its_line(folder: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text("more: 1\n" + (folder / path.name).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        LOADERS[name](path)
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [("unknown_field", 1)]


CLOSED = [
    ("underlying-status", ("statuses",)),
    ("underlying-status", ("verdicts",)),
    ("underlying-status", ("questions",)),
    ("underlying-status", ("questions", "duties", "answers")),
    ("underlying-status", ("points",)),
    ("underlying-status", ("points", "background", "reasons")),
    ("underlying-status", ("technical_category", "reasons")),
    ("other-activity", ("present_names",)),
    ("other-activity", ("questions",)),
    ("other-activity", ("outcomes",)),
    ("other-activity", ("reasons",)),
    ("other-activity", ("conditions",)),
    ("other-activity", ("documents",)),
    ("hours", ("statements",)),
    ("benefits", ("columns",)),
    ("benefits", ("questions",)),
    ("benefits", ("rows",)),
    ("benefits", ("rows", "stay", "cells")),
    ("employer", ("sections",)),
]


@pytest.mark.parametrize(("name", "place"), CLOSED)
def test_a_name_that_is_missing_or_misspelt_is_refused(
    folder: Path, tmp_path: Path, name: str, place: tuple[str, ...]
) -> None:
    data: Any = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    part = data
    for step in place:
        part = part[step]
    first = next(iter(part))
    part[f"{first}x"] = part.pop(first)
    path = tmp_path / "page.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        LOADERS[name](path)
    found = {(problem.code, problem.path) for problem in caught.value.problems}
    assert ("missing_field", (*place, first)) in found
    assert ("unknown_field", (*place, f"{first}x")) in found
    assert any(problem.params.get("nearest") == first for problem in caught.value.problems)


SPOILT = [
    ("hours", "limit_hours: 28", "limit_hours: 0", "not_allowed"),
    ("hours", "    sources: [other_activity_practice]", "    sources: []", "not_allowed"),
    ("underlying-status", "    unit: years\n", "", "missing_field"),
    ("other-activity", '    - "留学"', '    - "研究"', "duplicate_id"),
    ("benefits", "any_of: [child_under_7, pregnancy]", "any_of: [child_under_8, pregnancy]", "unknown_field"),
    ("benefits", "any_of: [child_under_7, pregnancy]", "any_of: []", "test_unclear"),
    ("benefits", "[child_or_pregnancy, parents_income,", "[child_or_pregnance, parents_income,", "unknown_field"),
    ("employer", 'from: "2027-04-01"', 'from: "2027-13-01"', "not_allowed"),
    ("hours", '"2026-11-27"', '"27 November"', "not_allowed"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), SPOILT)
def test_what_is_wrong_is_refused_with_its_line(
    *, folder: Path, tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "page.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        LOADERS[name](path)
    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].line


def test_a_unit_beside_a_yes_no_question_is_refused(folder: Path, tmp_path: Path) -> None:
    data: Any = yaml.safe_load((folder / "other-activity.yaml").read_text(encoding="utf-8"))
    data["questions"]["paid"]["unit"] = "yen"
    path = tmp_path / "page.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_activity(path)
    assert [problem.path for problem in caught.value.problems] == [("questions", "paid", "unit")]


def test_questions_know_how_they_are_answered(guide: Guide) -> None:
    questions = guide.underlying.questions
    assert questions["has_degree"].kind is QuestionKind.YES_NO
    assert questions["duties"].kind is QuestionKind.CHOICE
    assert questions["salary_yen"].kind is QuestionKind.NUMBER
