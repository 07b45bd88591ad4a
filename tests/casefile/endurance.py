"""What case files must endure: damage, malice, and the end of the program in the midst of saving.

    python -m tests.casefile.endurance            the whole: 100,000 files and 400 kills, some minutes
    python -m tests.casefile.endurance files N    N damaged files, and every harmful one
    python -m tests.casefile.endurance kills N    N kills while saving, of each kind of file

It writes what it found as JSON, and ends with 1 if anything did not hold. The tests run a short form of both.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from hsp_calc.casefile import Case, Protection, load
from hsp_calc.casefile.recovery import leftovers
from tests.casefile import saver
from tests.casefile.damage import PASSWORD, damaged, harmful_cases, harmful_lists, odd_paths

FILES = 100_000
KILLS = {"plain": 200, "protected": 100, "recovery": 100}
MOST_MEGABYTES = 200
_SEED = 20261122
_ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    match list(arguments):
        case []:
            report: dict[str, Any] = {"files": files(FILES), "kills": kills(KILLS)}
            failures = [*report["files"]["failures"], *report["kills"]["failures"]]
        case ["files", count]:
            report = files(int(count))
            failures = report["failures"]
        case ["kills", times]:
            report = kills(dict.fromkeys(KILLS, int(times)))
            failures = report["failures"]
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    return 1 if failures else 0


# Damage and malice -------------------------------------------------------------------------------------------------


def files(count: int) -> dict[str, Any]:
    """Load harmful files, and so many damaged ones: how they ended, what took longest, and the most memory taken."""
    random = Random(_SEED)  # noqa: S311 - damage, no secrets
    ends: Counter[str] = Counter()
    failures: list[str] = []
    slowest, largest = (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory() as name, _reader() as read:
        for what, kind, path in _given(Path(name), random, count):
            result = read(kind, str(path))
            ends[result["end"]] += 1
            if result["failure"]:
                failures.append(f"{what}: {result['failure']}")
            slowest = max(slowest, (result["seconds"], what))
            largest = max(largest, (result["megabytes"] or 0, what))
    if largest[0] > MOST_MEGABYTES:
        failures.append(f"{largest[1]}: {largest[0]} MB of memory")
    return {
        "damaged": count,
        "ends": dict(ends.most_common()),
        "slowest_seconds": slowest,
        "most_megabytes": largest,
        "failures": failures,
    }


def _given(folder: Path, random: Random, count: int) -> Iterator[tuple[str, str, Path]]:
    """Each file: what it is, how it is to be read, and where it is."""
    path = folder / "file"
    for kind, harmful in (("case", harmful_cases()), ("list", harmful_lists())):
        for what, content in harmful:
            path.write_bytes(content)
            del content
            yield what, kind, path
    odd = folder / "odd"
    odd.mkdir()
    for at in odd_paths(odd):
        yield repr(at.name), "case", at
        yield repr(at.name), "list", at
    for number in range(count):
        kind, content = damaged(random)
        path.write_bytes(content)
        yield f"file {number}", kind, path


@contextlib.contextmanager
def _reader() -> Iterator[Callable[[str, str], dict[str, Any]]]:
    """A process of its own that reads files, so that its memory is that of reading alone."""
    command = [sys.executable, "-m", "tests.casefile.reader"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii", bufsize=1, cwd=_ROOT
    ) as process:
        into, out = process.stdin, process.stdout
        if into is None or out is None:
            raise AssertionError("it is not connected")

        def read(kind: str, path: str) -> dict[str, Any]:
            into.write(json.dumps([kind, path]) + "\n")
            into.flush()
            if not (line := out.readline()):
                raise AssertionError(f"reading ended the process: {kind} {path!r}")
            result: dict[str, Any] = json.loads(line)
            return result

        yield read
        into.close()


# Kills -------------------------------------------------------------------------------------------------------------


def kills(times: dict[str, int]) -> dict[str, Any]:
    """Kill a process that saves without end, so many times, and look what is there: for each kind of file."""
    random = Random(_SEED)  # noqa: S311 - moments, no secrets
    failures: list[str] = []
    saved: Counter[str] = Counter()
    ahead: Counter[str] = Counter()
    left_behind: Counter[str] = Counter()
    for kind, count in times.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            seen: set[str] = set()
            for number in range(count):
                last, times_saved = _killed(kind, folder, after=random.random() * 0.05)
                saved[kind] += times_saved
                parts = {path.name for path in folder.glob(".*.tmp")}
                left_behind[kind] += len(parts - seen)
                seen |= parts
                try:
                    found = _FOUND[kind](folder)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                    failures.append(f"{kind} {number}: {type(error).__name__}: {error}")
                    continue
                ahead[kind] += found == last + 1
                if found not in {last, last + 1}:
                    failures.append(f"{kind} {number}: saved up to {last}, found {found}")
    return {
        "kills": times,
        "saved": dict(saved),
        "killed_between_writing_and_saying_so": dict(ahead),
        "killed_with_the_new_file_half_written": dict(left_behind),
        "failures": failures,
    }


def _killed(kind: str, folder: Path, *, after: float) -> tuple[int, int]:
    """The number of the last state that a process saved before it was killed, and how often it saved."""
    command = [sys.executable, "-m", "tests.casefile.saver", kind, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=_ROOT) as process:
        if process.stdout is None:
            raise AssertionError("its output is not read")
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()  # SIGKILL, or TerminateProcess on Windows: nothing in the process can act on it
        lines = (first + process.stdout.read()).split(b"\n")
    numbers = [int(line) for line in lines[:-1]]
    return max(numbers), len(numbers)


def _number(case: Case) -> int:
    return int((case.model_extra or {})["number"])


def _found_plain(folder: Path) -> int:
    return _number(load(folder / saver.NAME).cases[0])


def _found_protected(folder: Path) -> int:
    return _number(load(folder / saver.NAME, PASSWORD).cases[0])


def _found_recovery(folder: Path) -> int:
    (leftover,) = leftovers(folder)
    snapshot, protection = leftover.read(PASSWORD)
    if not isinstance(protection, Protection) or snapshot.view != {"typed": "８２０"}:
        raise AssertionError("not what was on the screen")
    leftover.discard()
    if rest := list(folder.iterdir()):
        raise AssertionError(f"left: {rest}")
    return _number(snapshot.case)


_FOUND: dict[str, Callable[[Path], int]] = {
    "plain": _found_plain,
    "protected": _found_protected,
    "recovery": _found_recovery,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
