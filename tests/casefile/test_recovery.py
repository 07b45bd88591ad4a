"""After a kill at any moment, the next start offers what was on the screen."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hsp_calc.casefile import Applicant, Case, PasswordNeededError, Protection, WrongPasswordError, read_case
from hsp_calc.casefile.recovery import Leftover, Recovery, Snapshot, default_folder, leftovers
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE
from tests.casefile.damage import CHEAP, PASSWORD

CASE = read_case(SAMPLE)
VIEW = {"tab": "technical", "day": "2026-11-22", "typed": {"annual_salary_yen": "８２０万", "name": "half \ud800\x07"}}

WINDOW = """
import sys
from pathlib import Path
from hsp_calc.casefile import Applicant, Case, Protection
from hsp_calc.casefile.recovery import Recovery, Snapshot
from tests.casefile.damage import CHEAP, PASSWORD

recovery = Recovery(Path(sys.argv[1]))
protection = Protection.with_password(PASSWORD, CHEAP) if sys.argv[2] == "protected" else None
if sys.argv[2] != "idle":
    recovery.keep(Snapshot(Case(applicant=Applicant(name=sys.argv[3])), Path("a.hspcase"), True, {"x": 1}), protection)
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


@pytest.fixture
def found() -> Iterator[list[Leftover]]:
    """What is left behind, once asked for; let go of in the end."""
    everything: list[Leftover] = []
    yield everything
    for leftover in everything:
        leftover.release()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def running(folder: Path, kind: str = "plain", name: str = "X") -> "subprocess.Popen[bytes]":
    """A window in a process of its own that has kept a copy."""
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder), kind, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"kept"
    return process


def end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()


def killed(folder: Path, kind: str = "plain", name: str = "X") -> None:
    end(running(folder, kind, name))


class TestOneWindow:
    def test_what_was_on_the_screen_comes_back(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE, Path("/somewhere/山田.hspcase"), modified=True, view=VIEW))
        recovery._lock.release()  # as the system does when the process is gone
        (leftover,) = leftovers(folder)
        assert leftover.read() == (Snapshot(CASE, Path("/somewhere/山田.hspcase"), True, VIEW), None)
        leftover.discard()
        assert names(folder) == []

    def test_even_what_no_file_could_hold_comes_back(self, folder: Path) -> None:
        case = Case(applicant=Applicant(name="half \ud800 and \x07"))
        recovery = Recovery(folder)
        recovery.keep(Snapshot(case))
        recovery._lock.release()
        (leftover,) = leftovers(folder)
        assert leftover.read()[0].case == case
        leftover.discard()

    def test_a_case_as_deep_as_can_be_opened_comes_back(self, folder: Path) -> None:
        deep: object = None
        for _ in range(250):
            deep = [deep]
        case = read_case(SAMPLE | {"deep": deep})
        recovery = Recovery(folder)
        recovery.keep(Snapshot(case))
        recovery._lock.release()
        (leftover,) = leftovers(folder)
        assert leftover.read()[0].case == case
        leftover.discard()

    def test_each_copy_takes_the_place_of_the_last(self, folder: Path) -> None:
        recovery = Recovery(folder)
        for number in range(3):
            recovery.keep(Snapshot(Case(), view={"number": number}))
        assert len([name for name in names(folder) if name.endswith(".hsprecovery")]) == 1
        recovery._lock.release()
        (leftover,) = leftovers(folder)
        assert leftover.read()[0].view == {"number": 2}
        leftover.discard()

    def test_what_is_saved_needs_no_copy(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE))
        recovery.forget()
        recovery.forget()
        assert [name for name in names(folder) if name.endswith(".hsprecovery")] == []
        recovery.close()

    def test_a_window_closed_in_good_order_leaves_nothing(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE))
        recovery.close()
        assert names(folder) == []

    def test_a_view_that_is_no_json_leaves_the_last_copy(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE))
        for view in ({"x": float("nan")}, {"x": object()}):
            with pytest.raises((ValueError, TypeError)):
                recovery.keep(Snapshot(Case(), view=view))
        recovery._lock.release()
        (leftover,) = leftovers(folder)
        assert leftover.read()[0].case == CASE
        leftover.discard()

    @pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
    def test_everything_is_for_its_owner_alone(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
        recovery.close()

    def test_copies_are_kept_in_the_user_s_state_folder(self) -> None:
        assert default_folder().name == "recovery"
        assert "hsp-calc" in str(default_folder())


class TestManyWindows:
    def test_a_window_that_runs_is_not_offered(self, folder: Path) -> None:
        process = running(folder)
        try:
            assert leftovers(folder) == []
        finally:
            end(process)
        (leftover,) = leftovers(folder)
        assert leftover.read()[0] == Snapshot(Case(applicant=Applicant(name="X")), Path("a.hspcase"), True, {"x": 1})
        leftover.discard()

    def test_a_window_of_this_process_is_not_offered(self, folder: Path) -> None:
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE))
        assert leftovers(folder) == []
        recovery.close()

    def test_every_window_that_was_killed_is_offered_the_latest_first(
        self, folder: Path, found: list[Leftover]
    ) -> None:
        for hour, name in enumerate("ABC"):
            killed(folder, name=name)
            newest = max(folder.glob("*.hsprecovery"), key=lambda path: path.stat().st_mtime)
            os.utime(newest, (hour * 3_600, hour * 3_600))
        found += leftovers(folder)
        assert [leftover.read()[0].case.applicant.name for leftover in found] == ["C", "B", "A"]
        assert [leftover.kept_at and leftover.kept_at.hour for leftover in found] == [2, 1, 0]

    def test_what_one_start_looks_at_no_other_offers(self, folder: Path, found: list[Leftover]) -> None:
        killed(folder)
        found += leftovers(folder)
        assert len(found) == 1
        assert leftovers(folder) == []

    def test_what_is_left_for_later_is_offered_again(self, folder: Path) -> None:
        killed(folder)
        (leftover,) = leftovers(folder)
        leftover.release()
        (again,) = leftovers(folder)
        again.discard()
        assert leftovers(folder) == []
        assert names(folder) == []

    def test_a_window_killed_with_nothing_unsaved_leaves_nothing_to_offer(self, folder: Path) -> None:
        killed(folder, "idle")
        assert names(folder)
        assert leftovers(folder) == []
        assert names(folder) == []

    def test_a_copy_half_written_is_removed(self, folder: Path, found: list[Leftover]) -> None:
        killed(folder)
        (copy,) = folder.glob("*.hsprecovery")
        (folder / f".{copy.name}.abcdefgh.tmp").write_bytes(b"half")
        (folder / f".{'0' * 32}.hsprecovery.abcdefgh.tmp").write_bytes(b"half")
        (folder / f"{'0' * 32}.lock").touch()
        found += leftovers(folder)
        assert len(found) == 1
        assert [name for name in names(folder) if name.endswith(".tmp")] == []

    def test_without_a_folder_nothing_was_left(self, folder: Path) -> None:
        assert leftovers(folder) == []


class TestProtected:
    def test_the_copy_of_a_protected_case_is_protected(self, folder: Path) -> None:
        killed(folder, "protected", name="TAN WEI LING")
        (path,) = folder.glob("*.hsprecovery")
        assert b"TAN" not in path.read_bytes()
        assert b"hspcase" not in path.read_bytes()
        (leftover,) = leftovers(folder)
        assert leftover.protected
        with pytest.raises(PasswordNeededError):
            leftover.read()
        with pytest.raises(WrongPasswordError):
            leftover.read("another")
        snapshot, protection = leftover.read(PASSWORD)
        assert snapshot.case.applicant.name == "TAN WEI LING"
        assert isinstance(protection, Protection)
        leftover.discard()

    def test_a_damaged_copy_is_said_to_be_damaged(self, folder: Path, found: list[Leftover]) -> None:
        killed(folder, "protected")
        (path,) = folder.glob("*.hsprecovery")
        path.write_bytes(path.read_bytes()[:-1])
        found += leftovers(folder)
        with pytest.raises(InputError) as caught:
            found[0].read(PASSWORD)
        assert [problem.code for problem in caught.value.problems] == ["damaged"]

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "not_json"),
            (b"{}", "damaged"),
            (b'{"format": "hsp-recovery", "version": 2}', "newer_version"),
            (b'{"format": "hsp-recovery", "version": 1, "path": 5}', "damaged"),
        ],
    )
    def test_what_is_no_copy_is_refused(self, content: bytes, code: str, folder: Path, found: list[Leftover]) -> None:
        folder.mkdir(parents=True)
        (folder / f"{'0' * 32}.hsprecovery").write_bytes(content)
        found += leftovers(folder)
        with pytest.raises(InputError) as caught:
            found[0].read()
        assert [problem.code for problem in caught.value.problems] == [code]

    def test_a_copy_is_protected_by_what_the_case_was_loaded_with(self, folder: Path, found: list[Leftover]) -> None:
        protection = Protection.with_password(PASSWORD, CHEAP)
        recovery = Recovery(folder)
        recovery.keep(Snapshot(CASE), protection)
        recovery._lock.release()
        found += leftovers(folder)
        assert found[0].read(PASSWORD)[0].case == CASE
