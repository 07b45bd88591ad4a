"""Every statement of the law has a source, and every source its day, its certainty and its address."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from hsp_calc.locations import resources
from hsp_calc.rules import Sources
from hsp_calc.rules.certainty import Certainty

FILES = sorted(
    path.relative_to(resources()).as_posix()
    for folder in ("rules", "reference", "reference/guide")
    for path in (resources() / folder).glob("*.yaml")
    if path.name != "sources.yaml"
)
"""Every data file that says something of the law."""


def statements(value: Any, inherited: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every sentence in both languages, with whether it or what it stands in names a source."""
    if isinstance(value, dict):
        named = inherited or bool(value.get("sources")) or bool(value.get("source"))
        if {"ja", "en"} <= set(value):
            yield value, named
        for part in value.values():
            yield from statements(part, named)
    elif isinstance(value, list):
        for part in value:
            yield from statements(part, inherited)


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_of_the_law_is_without_a_source(name: str) -> None:
    data = yaml.safe_load((resources() / name).read_text(encoding="utf-8"))
    found = list(statements(data, inherited=False))
    sentences = [(said, named) for said, named in found if str(said["ja"]).endswith("。")]
    assert any(named for _said, named in found)
    assert [said["en"] for said, named in sentences if not named] == []


def test_every_source_says_how_sure_it_is_and_where_it_stands(sources: Sources) -> None:
    for name, source in sources.sources.items():
        assert source.sure in Certainty
        assert source.checked_on >= date(2026, 11, 22)
        assert source.url or source.kind != "official", name


@pytest.mark.parametrize("name", FILES)
def test_every_source_that_is_named_is_known_so_that_its_certainty_can_be_told(name: str, sources: Sources) -> None:
    data = yaml.safe_load((resources() / name).read_text(encoding="utf-8"))
    named = set(sources_named(data))
    assert named
    assert named <= set(sources.sources)


def sources_named(value: Any) -> Iterator[str]:
    """Every source that is named somewhere."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "source" and isinstance(part, str):
                yield part
            elif key in {"sources", "statuses_sources"} and isinstance(part, list):
                yield from part
            else:
                yield from sources_named(part)
    elif isinstance(value, list):
        for part in value:
            yield from sources_named(part)
