"""The tables as prose: every word stands where it should and reads as it should."""

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from hsp_calc.facts import VOCABULARY, Category
from hsp_calc.locations import resources
from hsp_calc.rules import Criterion, RuleTable, Sources, Tables

TABLE_IDS = ["hsp-2015-04-01", "hsp-2017-04-26", "hsp-2019-03-15", "hsp-2021-07-30", "hsp-2023-04-01"]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑"


@pytest.fixture(params=TABLE_IDS)
def each_table(request: pytest.FixtureRequest, tables: Tables) -> RuleTable:
    return tables.named(str(request.param))


def texts(model: object, language: str) -> Iterator[str]:
    """Every text of a language anywhere in a table."""
    if isinstance(model, BaseModel):
        for name in type(model).model_fields:
            value = getattr(model, name)
            if name == language and isinstance(value, str):
                yield value
            else:
                yield from texts(value, language)
    elif isinstance(model, dict):
        for value in model.values():
            yield from texts(value, language)
    elif isinstance(model, tuple):
        for value in model:
            yield from texts(value, language)


def rows(table: RuleTable) -> list[tuple[Category, Criterion]]:
    return [(category, row) for category, rules in table.categories.items() for row in rules.criteria.values()]


def test_every_table_is_tested_here(tables: Tables) -> None:
    assert [table.id for table in tables] == TABLE_IDS


def test_every_table_names_sources_that_exist(each_table: RuleTable, sources: Sources) -> None:
    assert set(each_table.sources) <= set(sources.sources)
    assert len(set(each_table.sources)) == len(each_table.sources)


def test_every_source_is_named_by_some_data_file(sources: Sources) -> None:
    files = [path for path in resources().rglob("*.yaml") if path.name != "sources.yaml"]
    contents = "\n".join(path.read_text(encoding="utf-8") for path in files)
    unused = {name for name in sources.sources if not re.search(rf"\b{name}\b", contents)}
    assert unused == set()


def test_a_table_was_checked_no_earlier_than_it_came_into_force(each_table: RuleTable, sources: Sources) -> None:
    assert each_table.verified_on >= each_table.since
    assert all(sources.sources[name].checked_on == each_table.verified_on for name in each_table.sources)


def test_every_row_cites_its_place(each_table: RuleTable) -> None:
    assert all(row.cite.ja and row.cite.en for _, row in rows(each_table))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_wording_is_there_and_stripped(each_table: RuleTable, language: str) -> None:
    found = list(texts(each_table, language))
    assert len(found) > 100
    for text in found:
        assert text
        assert text == text.strip()
        assert not re.search(r"\s{2,}|[\t\n\r]", text)


def test_japanese_has_no_western_punctuation(each_table: RuleTable) -> None:
    for text in texts(each_table, "ja"):
        without_figures = re.sub(r"\d,\d", "", text)
        assert not re.search(r"[,;:!?()'\"&]|\.(?!\d)", without_figures), text


def test_japanese_is_japanese(each_table: RuleTable) -> None:
    for text in texts(each_table, "ja"):
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text) or text.isdecimal(), text


def test_brackets_are_closed(each_table: RuleTable) -> None:
    pairs = {"ja": [("（", "）"), ("「", "」")], "en": [("(", ")"), ("“", "”")]}
    for language, signs in pairs.items():
        for text in texts(each_table, language):
            for opening, closing in signs:
                assert text.count(opening) == text.count(closing), text


def test_english_has_no_japanese_letters(each_table: RuleTable) -> None:
    for text in texts(each_table, "en"):
        assert not re.search(r"[\u3000-\u30fa\u30fc-\u30ff\u4e00-\u9fff\uff00-\uffef]", text), text  # but ・


def test_english_begins_with_a_capital_a_figure_or_a_mark(each_table: RuleTable) -> None:
    for _, row in rows(each_table):
        assert re.match(r"[A-Z0-9ⅠⅡⅢ]", row.en), row.en


def test_english_and_japanese_agree_in_their_roman_numerals(each_table: RuleTable) -> None:
    for _, row in rows(each_table):
        assert re.findall("[ⅠⅡⅢ]", row.en) == re.findall("[ⅠⅡⅢ]", row.ja), row.id
        if row.remark:
            assert re.findall("[ⅠⅡⅢ]", row.remark.en) == re.findall("[ⅠⅡⅢ]", row.remark.ja), row.id


def test_notes_end_with_a_full_stop(each_table: RuleTable) -> None:
    for rules in each_table.categories.values():
        for section in rules.sections:
            for block in section.blocks:
                for note in block.notes:
                    assert note.ja.endswith("。")
                    assert note.en.endswith(".")


def test_evidence_numbers_are_those_of_the_list_of_documents(each_table: RuleTable) -> None:
    for _, row in rows(each_table):
        assert list(row.evidence) == sorted(set(row.evidence), key=CIRCLED.index)


def test_every_row_but_the_age_asks_for_evidence(each_table: RuleTable) -> None:
    for _, row in rows(each_table):
        assert bool(row.evidence) != row.id.startswith("age_")


def test_points_are_multiples_of_five(each_table: RuleTable) -> None:
    assert all(row.points % 5 == 0 for _, row in rows(each_table))


def test_the_same_row_has_the_same_wording_and_evidence_on_every_sheet(each_table: RuleTable) -> None:
    differing = {"institution_sme_rd_ratio", "experience_7y"}  # 契約機関 / 活動機関; no upper bound on sheet A
    first: dict[str, Criterion] = {}
    for _, row in rows(each_table):
        known = first.setdefault(row.id, row)
        assert row.evidence == known.evidence
        if row.id not in differing:
            assert (row.ja, row.en, row.remark) == (known.ja, known.en, known.remark)


def test_every_fact_is_asked_by_some_row(table: RuleTable) -> None:
    asked = {
        fact
        for _, row in rows(table)
        for condition in (row.when, row.requires_facts, *(e.when for e in row.excluded_by))
        for fact in condition
    }
    assert asked == set(VOCABULARY)
