"""Running the command line inside the test, and the files it is given."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from hsp_calc import cli
from hsp_calc.locations import resources


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> object:
        """The JSON it wrote."""
        return json.loads(self.out)

    @property
    def errors(self) -> list[str]:
        """The messages it gave, without the name of the program."""
        return [line.removeprefix("hsp-calc: ") for line in self.err.splitlines()]


Run = Callable[..., Done]
InTerminal = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder on an English system, on 22 November 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")

    def running(*arguments: str | Path) -> Done:
        code = cli.main([str(argument) for argument in arguments], today=date(2026, 11, 22))
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return running


@pytest.fixture
def in_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> InTerminal:
    """Run a command in a terminal of so many columns."""

    def running(columns: int, *arguments: str | Path) -> Done:
        monkeypatch.setenv("COLUMNS", str(columns))
        return run(*arguments)

    return running


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, object], str]:
    """Write a file into that folder; what is no text becomes JSON."""

    def writing(name: str, content: object) -> str:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        (tmp_path / name).write_text(text, encoding="utf-8")
        return name

    return writing


@pytest.fixture
def sample() -> Path:
    """The case file that comes with the program."""
    return resources() / "samples" / "engineer.hspcase"
