"""``resources/reference/documents.yaml``: the agency's list of supporting documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hsp_calc.documents import Documents, load_documents
from hsp_calc.documents.evidence_list import EvidencePaper, Item
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.rules import Tables, load_sources
from hsp_calc.validation import InputError

ALL_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑"
ON_EVERY_SHEET = frozenset("①②③⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱")

MINIMAL = """\
source: evidence_documents_2023
checked_on: "2026-11-22"
title: {ja: "疎明資料", en: "Documents"}
items:
  - mark: "①"
    categories: [academic]
    title: {ja: "学歴", en: "Education"}
    documents:
      - {ja: "卒業証明書", en: "Graduation certificate"}
"""


def papers_of(item: Item) -> Iterator[EvidencePaper]:
    found = [*item.documents, *(paper for variant in item.variants for paper in variant.documents)]
    for paper in found:
        yield paper
        found += [*paper.one_of, *paper.all_of]


def load(tmp_path: Path, text: str) -> Documents:
    path = tmp_path / "documents.yaml"
    path.write_text(text, encoding="utf-8")
    return load_documents(path)


def refusal(tmp_path: Path, text: str) -> tuple[str, str, int | None]:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    problem = caught.value.problems[0]
    return problem.code, problem.place, problem.line


def test_the_list_has_21_items_in_the_order_of_their_marks(documents: Documents) -> None:
    assert "".join(item.mark for item in documents.items) == ALL_MARKS


def test_items_stand_on_the_sheets_that_the_source_names(documents: Documents) -> None:
    a, b, c = Category.ACADEMIC, Category.TECHNICAL, Category.MANAGEMENT
    expected: dict[str, tuple[Category, ...]] = dict.fromkeys(ON_EVERY_SHEET, (a, b, c)) | dict.fromkeys("④⑤⑥⑦", (a, b))
    expected |= {"⑧": (b,), "⑲": (c,), "⑳": (c,), "㉑": (b, c)}
    assert {item.mark: item.categories for item in documents.items} == expected


def test_its_source_is_known(documents: Documents) -> None:
    assert documents.source in load_sources(resources() / "rules" / "sources.yaml").sources


def test_education_need_not_be_shown_beside_the_jica_certificate(documents: Documents) -> None:
    assert {item.mark: item.waived_by for item in documents.items if item.waived_by} == {"①": "⑱"}


def test_the_words_of_every_document_stand_in_both_languages(documents: Documents) -> None:
    for item in documents.items:
        leaves = [paper for paper in papers_of(item) if not paper.one_of and not paper.all_of]
        assert leaves
        assert all(paper.text is not None for paper in leaves)


def test_sme_papers_are_a_brochure_and_either_capital_or_employees(documents: Documents) -> None:
    brochure, either = documents.by_mark["⑩"].documents
    capital, employees = either.one_of
    assert not brochure.one_of
    assert len(capital.one_of) == 3
    assert "従業員数" in (employees.ja or "")


@pytest.mark.parametrize("table", ["hsp-2023-04-01", "hsp-2015-04-01"])
def test_every_row_has_documents_for_all_its_marks(tables: Tables, documents: Documents, table: str) -> None:
    for category, rules in tables.named(table).categories.items():
        for row in rules.criteria.values():
            for mark in row.evidence:
                assert category in documents.by_mark[mark].categories


def test_every_item_serves_a_row_of_each_of_its_sheets(tables: Tables, documents: Documents) -> None:
    used = {
        (mark, category)
        for category, rules in tables.named("hsp-2023-04-01").categories.items()
        for row in rules.criteria.values()
        for mark in row.evidence
    }
    assert used == {(item.mark, category) for item in documents.items for category in item.categories}


def test_variants_by_row_name_rows_that_have_the_mark(tables: Tables, documents: Documents) -> None:
    for category, rules in tables.named("hsp-2023-04-01").categories.items():
        for item in documents.items:
            by_row = [row for variant in item.variants for row in variant.criteria]
            if by_row and category in item.categories:
                assert by_row == [row.id for row in rules.criteria.values() if item.mark in row.evidence]


def test_a_small_list_loads(tmp_path: Path) -> None:
    assert load(tmp_path, MINIMAL).by_mark["①"].title.en == "Education"


@pytest.mark.parametrize(
    ("was", "becomes", "code", "line"),
    [
        ("documents:", "document:", "unknown_field", 8),
        ('en: "Education"', 'fr: "Études"', "missing_field", 7),
        (', en: "Graduation certificate"', "", "document_unclear", 9),
        ('{ja: "卒業証明書", en: "Graduation certificate"}', "{one_of: []}", "document_unclear", 9),
        ("[academic]", "[scientific]", "not_allowed", 6),
        ("    documents:\n      - ", '    waived_by: "⑱"\n    documents:\n      - ', "unknown_mark", 8),
        ('"2026-11-22"', '"22 November"', "not_allowed", 2),
    ],
)
def test_a_faulty_list_is_refused_with_the_line(tmp_path: Path, was: str, becomes: str, code: str, line: int) -> None:
    assert MINIMAL.count(was) == 1
    found = refusal(tmp_path, MINIMAL.replace(was, becomes))
    assert (found[0], found[2]) == (code, line)


def test_a_mark_stands_once(tmp_path: Path) -> None:
    item = MINIMAL[MINIMAL.index("  - mark") :]
    assert refusal(tmp_path, MINIMAL + item) == ("duplicate_id", "items[1].mark", 10)


def test_an_item_asks_for_documents_or_has_variants(tmp_path: Path) -> None:
    without = MINIMAL[: MINIMAL.index("    documents")]
    assert refusal(tmp_path, without) == ("documents_missing", "items[0]", 5)


def test_a_variant_is_told_by_a_case_or_by_rows(tmp_path: Path) -> None:
    text = MINIMAL[: MINIMAL.index("    documents")] + (
        "    variants:\n"
        "      - id: one\n"
        '        title: {ja: "甲", en: "One"}\n'
        "        documents:\n"
        '          - {ja: "卒業証明書", en: "Graduation certificate"}\n'
    )
    assert refusal(tmp_path, text) == ("variant_unclear", "items[0].variants[0]", 9)
