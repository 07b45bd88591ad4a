"""The command line opens protected cases: the password is typed at a terminal or read from a file."""

import io
import os
import sys
from pathlib import Path

import pytest

from hsp_calc.casefile import Protection, load, save_case
from hsp_calc.casefile.protection import KeyDerivationCost
from tests.cli.conftest import Run

SECRET = "パスワード１２３"  # noqa: S105  # of the files that these tests make
CHEAP = KeyDerivationCost(memory_kib=64, iterations=1, lanes=1)
COMMANDS = (
    ("score",),
    ("plan", "-c", "technical"),
    ("advise", "-c", "technical", "--target", "80"),
    ("checklist", "-c", "technical"),
    ("validate",),
    ("export", "-o", "a.xlsx"),
    ("sheet", "-c", "technical", "-o", "a.pdf"),
    ("summary", "-c", "technical", "-o", "b.pdf"),
)


@pytest.fixture
def protected(tmp_path: Path, sample: Path) -> Path:
    """A protected case."""
    path = tmp_path / "p.hspcase"
    save_case(load(sample).cases[0], path, Protection.with_password(SECRET, CHEAP))
    return path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_that_takes_a_case_opens_a_protected_one(
    run: Run, protected: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "pw").write_text(f"{SECRET}\n")
    name, *options = command
    assert run(name, protected, *options).code == 2
    done = run(name, protected, *options, "--password-file", "pw")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    "content", [SECRET, f"{SECRET}\r\n", "\ufeffパスワード123\n", "ﾊﾟｽﾜｰﾄﾞ123\nanother line\n"], ids=repr
)
def test_the_password_may_be_written_as_the_window_takes_it(
    run: Run, protected: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "pw").write_bytes(content.encode())
    assert run("score", protected, "--password-file", "pw").code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"wrong\n", "Wrong password"),
        (b"", "first line"),
        (b"\n" + SECRET.encode(), "first line"),
        (SECRET.encode("cp932"), "UTF-8"),
        (None, "There is no file"),
    ],
    ids=["wrong", "empty", "first line empty", "CP932", "missing"],
)
def test_what_is_wrong_with_the_file_of_the_password_is_told(
    run: Run, protected: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / "pw").write_bytes(content)
    done = run("score", protected, "--password-file", "pw")
    assert done.code == 2
    (error,) = done.errors
    assert told in error


class Input(io.StringIO):
    """Standard input with bytes beneath."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(content)  # type: ignore[misc]  # StringIO has none


def test_either_the_case_or_its_password_comes_from_standard_input(
    run: Run, protected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pw").write_text(SECRET)
    monkeypatch.setattr(sys, "stdin", Input(SECRET.encode()))
    assert run("score", protected, "--password-file", "-").code == 0
    monkeypatch.setattr(sys, "stdin", Input(protected.read_bytes()))
    assert run("score", "-", "--password-file", "pw").code == 0
    done = run("score", "-", "--password-file", "-")
    assert done.code == 2
    assert "standard input" in done.err


def test_without_a_terminal_nothing_is_asked_and_the_way_is_told(
    run: Run, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Input(b"not read"))
    done = run("score", protected)
    assert done.code == 2
    assert "--password-file" in done.err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a terminal of a POSIX system")
@pytest.mark.parametrize(("typed", "code"), [([SECRET], 0), (["wrong", SECRET], 0), (["a", "b", "c"], 2)])
def test_a_terminal_is_asked_and_does_not_show_what_is_typed(protected: Path, typed: list[str], code: int) -> None:
    import pty  # noqa: PLC0415  # there is none on Windows

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["LC_ALL"] = "C.UTF-8"
        os.execv(sys.executable, [sys.executable, "-m", "hsp_calc", "score", str(protected)])  # noqa: S606
    shown = b""
    for password in typed:
        asked = shown.count(b"Password of")
        while shown.count(b"Password of") == asked:
            shown += os.read(terminal, 4096)
        os.write(terminal, f"{password}\n".encode())
    while chunk := _read(terminal):
        shown += chunk
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == code
    assert SECRET.encode() not in shown
    assert (b"points" in shown) is (code == 0)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux ends a terminal that nobody has open any more
        return b""
