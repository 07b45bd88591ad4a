"""The list of supporting documents beside a transcription of the agency's own: word for word, mark for mark.

``tests/data/evidence-2023.json`` holds the Japanese text of the sheet 疎明資料（基本例） of the point form in force.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.documents import Documents, load_documents
from hsp_calc.documents.evidence_list import EvidencePaper
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.locations import resources

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑"
SOURCE: dict[str, Any] = {
    item["mark"]: item
    for item in json.loads((Path(__file__).parents[1] / "data" / "evidence-2023.json").read_text(encoding="utf-8"))[
        "items"
    ]
}


@pytest.fixture(scope="module")
def documents() -> Documents:
    return load_documents(resources() / "reference" / "documents.yaml")


def shape(paper: EvidencePaper) -> object:
    """A document as the transcription writes it."""
    if paper.one_of:
        return {"text": paper.ja, "one_of": [shape(part) for part in paper.one_of]}
    if paper.all_of:
        return {"all_of": [shape(part) for part in paper.all_of]}
    return paper.ja


def test_the_transcription_has_every_mark() -> None:
    assert "".join(SOURCE) == MARKS


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_has_the_title_the_sheets_and_the_notes_of_the_source(documents: Documents, mark: str) -> None:
    item, source = documents.by_mark[mark], SOURCE[mark]
    assert item.title.ja == source["title"]
    assert [category.value for category in item.categories] == source["categories"]
    assert [note.ja for note in item.notes] == source["notes"]


@pytest.mark.parametrize("mark", [mark for mark in MARKS if "variants" not in SOURCE[mark]])
def test_a_mark_asks_for_the_documents_of_the_source(documents: Documents, mark: str) -> None:
    assert [shape(paper) for paper in documents.by_mark[mark].documents] == SOURCE[mark]["documents"]


@pytest.mark.parametrize("mark", [mark for mark in MARKS if "variants" in SOURCE[mark]])
def test_a_mark_asks_for_each_case_what_the_source_asks_for(documents: Documents, mark: str) -> None:
    ours, theirs = documents.by_mark[mark].variants, SOURCE[mark]["variants"]
    assert [variant.id for variant in ours] == [variant["id"] for variant in theirs]
    for variant, source in zip(ours, theirs, strict=True):
        assert variant.title.ja == source["title"]
        assert (variant.when and variant.when.ja) == source["when"]
        assert list(variant.criteria) == ([source["row"]] if source["row"] else [])
        papers = list(variant.documents)
        if source["require"] == "one_of":
            (either,) = papers
            papers = list(either.one_of)
        assert [shape(paper) for paper in papers] == source["documents"]


@pytest.mark.parametrize("category", Category)
def test_every_row_names_the_marks_of_the_source(scorer: Scorer, category: Category) -> None:
    rules = scorer.table.categories[category]
    named = {mark: [row.id for row in rules.criteria.values() if mark in row.evidence] for mark in MARKS}
    assert named == {mark: SOURCE[mark]["rows"].get(category.value, []) for mark in MARKS}
