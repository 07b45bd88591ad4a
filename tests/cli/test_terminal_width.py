"""How wide the terminal is taken to be."""

import pytest

from hsp_calc.cli.terminal_width import terminal_width


@pytest.mark.parametrize(("columns", "used"), [("20", 50), ("80", 80), ("500", 110)])
def test_the_terminal_is_used_within_what_reads_well(monkeypatch: pytest.MonkeyPatch, columns: str, used: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == used
