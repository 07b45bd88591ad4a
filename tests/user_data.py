"""A folder of the user's own data, and what can stand in it."""

from pathlib import Path

import pytest

from hsp_calc.locations import DATA_VARIABLE, resources

NEWER = "hsp-2026-04-01"
"""The id of a table that follows those that the program carries."""


def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the program takes for the user's."""
    own = tmp_path / "own"
    monkeypatch.setenv(DATA_VARIABLE, str(own))
    return own


def newer_table() -> str:
    """A rule table from 1 April 2026 on, with the rows of that of 2023."""
    text = (resources() / "rules" / "hsp-2023-04-01.yaml").read_text(encoding="utf-8")
    return text.replace("id: hsp-2023-04-01", f"id: {NEWER}").replace('"2023-03-31"', '"2026-04-01"')


def put(path: Path, text: str) -> Path:
    """Write a file, in a folder that is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
