"""The quick form of the rule tables says what their files say, or is not used."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, load_sources, load_tables, sources
from hsp_calc.rules.loader import table_files, tables_read
from hsp_calc.rules.sources import compiled_sources
from hsp_calc.rules.table_cache import FILE, compiled, read_compiled
from hsp_calc.validation import InputError

RULES = resources() / "rules"
NAME = "hsp-2023-04-01.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The rule tables in a folder that may be changed."""
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_it_is_up_to_date() -> None:
    contents = table_files(RULES)
    tables = tables_read(contents)
    fresh = compiled({path: (contents[path], tables[path]) for path in contents})
    assert (RULES / FILE).read_text(encoding="utf-8") == fresh, "a rule table was changed: run make again"


def test_it_says_exactly_what_the_files_say() -> None:
    contents = table_files(RULES)
    read = tables_read(contents)
    deferred = read_compiled(RULES, contents, _not_asked_for)
    for path, table in read.items():
        entry = deferred[path]
        assert (entry.id, entry.since, entry.until) == (table.id, table.since, table.until)
    quick = {path: entry.table for path, entry in deferred.items()}
    assert quick == read
    for path, table in read.items():
        assert quick[path].model_fields_set == table.model_fields_set
        assert quick[path].model_dump_json() == table.model_dump_json()


def _not_asked_for(path: Path) -> RuleTable:
    raise AssertionError(f"{path} was read")


def test_a_table_is_read_only_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = load_tables(RULES)
    read: list[str] = []
    real = RuleTable.model_validate_json

    def noted(text: str) -> RuleTable:
        read.append(text)
        return real(text)

    monkeypatch.setattr(RuleTable, "model_validate_json", noted)
    assert tables.on(date(2026, 11, 27)).id == "hsp-2023-04-01"
    assert tables.on(date(2026, 11, 27)).id == "hsp-2023-04-01"
    assert len(read) == 1


def test_a_file_that_was_changed_is_read_itself(folder: Path) -> None:
    change(folder / NAME, "pass_mark: 70", "pass_mark: 80")
    assert load_tables(folder).named("hsp-2023-04-01").pass_mark == 80
    assert load_tables(folder).named("hsp-2015-04-01").pass_mark == 70


def test_a_changed_file_is_checked_as_strictly_as_ever(folder: Path) -> None:
    change(folder / NAME, "pass_mark: 70", "pass_mark: many")
    with pytest.raises(InputError) as refused:
        load_tables(folder)
    assert refused.value.source == str(folder / NAME)
    assert refused.value.problems[0].line


def test_a_table_that_left_its_folder_is_not_there(folder: Path) -> None:
    (folder / NAME).unlink()
    assert NAME.removesuffix(".yaml") not in [table.id for table in load_tables(folder)]
    assert len(load_tables(folder)) == len(load_tables(RULES)) - 1


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"tables": 1}', '{"tables": {}}', "\x00\xff"])
def test_where_it_is_damaged_the_files_are_read(folder: Path, damage: str) -> None:
    (folder / FILE).write_text(damage, encoding="latin-1")
    assert list(load_tables(folder)) == list(load_tables(RULES))


@pytest.mark.parametrize("part", ["sha256", "table"])
def test_where_a_part_of_it_is_of_something_else_the_file_is_read(folder: Path, part: str) -> None:
    data = json.loads((folder / FILE).read_text(encoding="utf-8"))
    other = data["tables"]["hsp-2015-04-01.yaml"]
    data["tables"][NAME][part] = (
        other[part] if part == "sha256" else other[part].replace('"pass_mark":70', '"pass_mark":"70"')
    )
    (folder / FILE).write_text(json.dumps(data), encoding="utf-8")
    assert load_tables(folder).named("hsp-2023-04-01") == load_tables(RULES).named("hsp-2023-04-01")


def test_the_quick_form_of_the_sources_is_up_to_date() -> None:
    fresh = compiled_sources((RULES / sources.FILE).read_bytes())
    assert (RULES / sources.COMPILED).read_text(encoding="utf-8") == fresh, "the sources were changed: run make again"


def test_sources_that_were_changed_are_read_themselves(folder: Path) -> None:
    change(folder / sources.FILE, "kind: official", "kind: practice")
    assert sorted(source.kind for source in load_sources(folder / sources.FILE).sources.values()) != sorted(
        source.kind for source in load_sources(RULES / sources.FILE).sources.values()
    )
    change(folder / sources.FILE, "    kind: practice", "    kind: hearsay")
    with pytest.raises(InputError) as refused:
        load_sources(folder / sources.FILE)
    assert refused.value.problems[0].line


@pytest.mark.parametrize("damage", [None, "", "{", "[]", '{"sha256": "", "sources": {}}', "\x00\xff"])
def test_where_the_quick_form_of_the_sources_is_damaged_the_file_is_read(folder: Path, damage: str | None) -> None:
    quick = folder / sources.COMPILED
    if damage is None:
        quick.unlink()
    else:
        quick.write_text(damage, encoding="latin-1")
    assert load_sources(folder / sources.FILE) == load_sources(RULES / sources.FILE)
