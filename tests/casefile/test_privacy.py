"""The program opens no network connection, and what a case holds stands in no file but those that were asked for."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import Case, Protection, save_case, write_atomically
from tests.casefile.damage import CHEAP, PASSWORD

ROOT = Path(__file__).parents[2]

# Does what the program does with a case, and tells what Python saw of sockets and of files opened to write.
PROGRAM = r"""
import json, os, sys
from pathlib import Path

sys.dont_write_bytecode = True
folder = Path(sys.argv[1])
sockets, written = [], []

def watch(event, arguments):
    if event.startswith("socket.") or event in {"urllib.Request", "http.client.connect", "ftplib.connect"}:
        sockets.append(event)
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        mode, flags = arguments[1], arguments[2] or 0
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or set(mode or "") & set("wax+"):
            written.append(os.path.abspath(os.fsdecode(arguments[0])))
    elif event == "tempfile.mkstemp":
        written.append(os.path.abspath(arguments[0]))

sys.addaudithook(watch)

from hsp_calc import cli
from hsp_calc.casefile import Protection, load, save_case
from hsp_calc.casefile.exchange import csv_list, csv_template, excel_list, excel_template, How, import_persons
from hsp_calc.casefile.recovery import Recovery, Snapshot, leftovers
from hsp_calc.locations import resources
from datetime import date

sample = str(resources() / "samples" / "engineer.hspcase")
table = str(resources() / "rules" / "hsp-2023-04-01.yaml")
for command in (
    ["score", sample, "--on", "2026-11-22"],
    ["score", sample, "--on", "2026-11-22", "--format", "json"],
    ["sheet", sample, "-c", "technical", "--on", "2026-11-22", "-o", str(folder / "form.pdf")],
    ["checklist", sample, "-c", "technical"],
    ["tables"],
    ["tables", "show", "hsp-2023-04-01"],
    ["validate", sample],
    ["validate", table],
    ["validate", str(folder / "none")],
):
    done = cli.main(command)
    assert done == (2 if command[-1].endswith("none") else 0), (command, done)

case = load(sample).cases[0]
protection = Protection.with_password("secret")
save_case(case, folder / "open.hspcase")
save_case(case, folder / "protected.hspcase", protection)
assert load(folder / "protected.hspcase", "secret").cases == (case,)
recovery = Recovery()
recovery.keep(Snapshot(case, folder / "open.hspcase"), protection)
assert leftovers() == []
recovery.close()
day = date(2026, 11, 22)
contents = {
    "a.csv": csv_list([case], day),
    "a.xlsx": excel_list([case], day),
    "t.csv": csv_template(),
    "t.xlsx": excel_template(),
}
for name, content in contents.items():
    (folder / name).write_bytes(content)
    if name.startswith("a."):
        assert import_persons(folder / name, How(day)).cases[0].applicant == case.applicant
sys.stderr.write(json.dumps({"sockets": sockets, "written": written}))
"""


def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a home and a folder for temporary files of its own."""
    folders = {name: tmp_path / name for name in ("home", "temporary")}
    for folder in folders.values():
        folder.mkdir()
    home, temporary = (str(folder) for folder in folders.values())
    return os.environ | {
        "HOME": home,
        "XDG_STATE_HOME": f"{home}/state",
        "XDG_CONFIG_HOME": f"{home}/config",
        "XDG_CACHE_HOME": f"{home}/cache",
        "LOCALAPPDATA": home,
        "TMPDIR": temporary,
        "TEMP": temporary,
        "TMP": temporary,
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, list[str]]:
    """What was seen while the program did everything that it does with a case."""
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "work")],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=environment(tmp_path),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stderr.splitlines()[-1])
    return found


def test_no_connection_is_opened(seen: dict[str, list[str]]) -> None:
    assert seen["sockets"] == []


def test_nothing_is_written_but_where_it_was_asked_for(seen: dict[str, list[str]], tmp_path: Path) -> None:
    assert seen["written"]
    elsewhere = {
        path
        for path in seen["written"]
        if not path.startswith((f"{tmp_path}/work", f"{tmp_path / 'home'}", "/dev/null", os.devnull))
    }
    assert elsewhere == set()
    assert list((tmp_path / "temporary").iterdir()) == []
    files = {path.relative_to(tmp_path / "home") for path in (tmp_path / "home").rglob("*") if path.is_file()}
    assert files == set()  # no log, and no recovery copy after closing in good order


TRACED = {
    "commands": ["-c", PROGRAM, "work"],  # the compiler of the form and the cryptography are no Python
    "window": ["-m", "tests.casefile.endurance.window", "2"],  # and neither is Qt: every panel, and changes undone
}


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("what", TRACED)
def test_no_connection_is_opened_beneath_python_either(what: str, tmp_path: Path) -> None:
    """The kernel is asked: there is no socket but those of this machine, for the display and the session's bus."""
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,bind", "-o", str(trace)]
    if subprocess.run([*command, sys.executable, "-c", ""], capture_output=True, check=False).returncode:
        pytest.skip("strace may not trace here")
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [*command, sys.executable, *TRACED[what]],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    if what == "window":
        assert json.loads(done.stdout)["failures"] == []
    calls = [line for line in trace.read_text(encoding="utf-8").splitlines() if "(" in line]
    assert [line for line in calls if "AF_UNIX" not in line and "SIG" not in line] == []


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
class TestTemporaryFiles:
    @pytest.fixture(autouse=True)
    def everything_is_allowed(self) -> Any:
        """Whatever the user's mask lets through, the program must not."""
        before = os.umask(0)
        yield
        os.umask(before)

    @pytest.fixture
    def modes(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        """The permissions of each file at the moment its content is complete."""
        seen: list[int] = []
        fsync = os.fsync

        def noted(descriptor: int) -> None:
            status = os.fstat(descriptor)
            if stat.S_ISREG(status.st_mode):
                seen.append(stat.S_IMODE(status.st_mode))
            fsync(descriptor)

        monkeypatch.setattr("os.fsync", noted)
        return seen

    def test_a_case_is_for_its_owner_alone_from_the_first_byte(self, tmp_path: Path, modes: list[int]) -> None:
        save_case(Case(), tmp_path / "a")
        save_case(Case(), tmp_path / "b", Protection.with_password(PASSWORD, CHEAP))
        write_atomically(tmp_path / "c", b"form")
        assert modes == [0o600] * 3

    def test_what_a_killed_process_left_is_removed_when_nothing_can_be_writing_it(self, tmp_path: Path) -> None:
        left, fresh, other = (tmp_path / f".{name}.tmp" for name in ("a.hspcase.abcdefgh", "a.hspcase.hgfedcba", "b.c"))
        for path in (left, fresh, other):
            path.touch()
        for path in (left, other):
            os.utime(path, (0, 0))
        save_case(Case(), tmp_path / "a.hspcase")
        assert {path.name for path in tmp_path.iterdir()} == {"a.hspcase", fresh.name, other.name}
