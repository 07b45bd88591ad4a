"""What the documentation says is so."""

import doctest
import re
from pathlib import Path

import pytest

import hsp_calc
from hsp_calc import api

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "docs" / "library.md"


def test_every_example_of_the_page_gives_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = re.sub(r"^```.*$", "", LIBRARY.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, LIBRARY.name, str(LIBRARY), 0)
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert (results.failed, "".join(said)) == (0, "")
    assert results.attempted > 20


def test_the_page_names_all_that_can_be_imported_and_nothing_else() -> None:
    table = LIBRARY.read_text(encoding="utf-8").partition("## All names")[2]
    first_cells = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    named = set(re.findall(r"`([A-Za-z_]+)", first_cells))
    assert named == set(hsp_calc.__all__) == set(api.__all__)
