"""What users read keeps to plain words: no phrase that is known to puzzle, in the catalogues or in the data files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from hsp_calc.locations import resources, translations

_PUZZLING = {
    "en": (
        r"this is no day",
        r"no day before",
        r"^as it is$",
        r"^&?keep…$",
        r"\bscenarios?\b",
        r"underlying status: ",
        r"questions? still open",
        r"the least trouble",
        r"^given in\b",
        r"what is penal",
        r"the mark of",
        r"the answers can bring",
        r"facts without a day",
        r"half characters",
        r"give its password",
        r"not a day of the calendar",
    ),
    "ja": (r"効果の始まり", r"基になる在留資格", r"永住許可の要件が変わります", r"^残す…$"),
}
_SCIENTIFIC = re.compile(r"academic|journal|author|looks papers up|as responsible")
"""Papers that are published, not submitted."""


def _messages(language: str) -> Iterator[str]:
    with (translations() / language / "LC_MESSAGES" / "hsp_calc.po").open("rb") as file:
        for message in read_po(file, locale=language):
            if message.id:
                yield from [message.string] if isinstance(message.string, str) else message.string or ()


def _texts(data: object, language: str) -> Iterator[str]:
    """Every text of a language in the content of a data file."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == language and isinstance(value, str):
                yield value
            else:
                yield from _texts(value, language)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, language)


def _data_files() -> list[Path]:
    reference = resources() / "reference"
    return [*(reference / "guide").glob("*.yaml"), *(reference / f"{name}.yaml" for name in ("help", "procedures"))]


def _shown(language: str) -> list[str]:
    texts = list(_messages(language))
    for path in _data_files():
        found = list(_texts(yaml.safe_load(path.read_text(encoding="utf-8")), language))
        assert found, f"{path.name} has no text in {language}"
        texts += found
    return texts


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_puzzling_phrase_is_shown(language: str) -> None:
    texts = _shown(language)
    assert len(texts) > 2000
    pattern = re.compile("|".join(_PUZZLING[language]), re.IGNORECASE)
    assert [text for text in texts if pattern.search(text)] == []


def test_what_is_submitted_is_called_documents() -> None:
    shown = [re.sub(r"\{\w+\}", "", text) for text in _shown("en")]  # a field is not shown, only what fills it
    papers = [text for text in shown if re.search(r"\bpapers?\b", text, re.IGNORECASE)]
    assert papers, "no scientific papers: the help on research is missing"
    assert [text for text in papers if not _SCIENTIFIC.search(text)] == []


def test_a_category_is_not_named_by_its_kana_alone() -> None:
    assert [text for text in _shown("en") if re.search(r"\b(sheets?|for) [イロハ]", text)] == []
