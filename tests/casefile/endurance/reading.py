"""Reads the files that are named on standard input, and says how they ended, how long they took, and the memory.

Each line is a JSON list: the door and the path of a file, or the number of the first damaged file and how many of them.
Each answer is a JSON object on a line.
"""

import contextlib
import json
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from hsp_calc.output.logo import Logo, LogoError
from tests.casefile.endurance import doors

DRAWN = 1_000_000_000
"""From this number on a file is a logo that is drawn, in a process of its own."""
LONGEST_SECONDS = 10
_STATUS, _REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class HangError(BaseException):
    """A file took longer than any may."""


class _Found:
    """What was found of some files."""

    def __init__(self) -> None:
        self.ends: Counter[str] = Counter()
        self.failures: list[str] = []
        self.slowest: tuple[float, str] = (0.0, "")

    def take(self, what: str, door: str, path: Path) -> None:
        """Read one."""
        began = time.perf_counter()
        try:
            with _limited():
                self.ends[_end_of(door, path)] += 1
        except (Exception, HangError) as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.ends[f"{door}: {type(error).__name__}"] += 1
            self.failures.append(f"{what}: {type(error).__name__}: {error}"[:300])
        self.slowest = max(self.slowest, (round(time.perf_counter() - began, 2), what))


def main() -> None:
    """Answer every line."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "file"
        for line in sys.stdin:
            found = _Found()
            _forget_peak()
            match json.loads(line):
                case [str(door), str(path)]:
                    found.take(path, door, Path(path))
                case [int(first), int(count)]:
                    for number in range(first, first + count):
                        door, content = _made(number)
                        file.write_bytes(content)
                        found.take(f"file {number}", door, file)
            sys.stdout.write(json.dumps(_answer(found)) + "\n")
            sys.stdout.flush()


def _answer(found: _Found) -> dict[str, Any]:
    seconds, what = found.slowest
    peak = _peak_megabytes()
    return {"ends": found.ends, "failures": found.failures, "seconds": seconds, "megabytes": peak, "what": what}


def _made(number: int) -> tuple[str, bytes]:
    if number < DRAWN:
        return doors.made(number)
    return "drawn logo", doors.DOORS["logo"].damaged(Random(number))  # noqa: S311 - damage, no secrets


def _end_of(door: str, path: Path) -> str:
    if door != "drawn logo":
        return doors.end_of(door, path)
    try:
        Logo.drawn(path.read_bytes())
    except LogoError as error:
        return f"{door}: {error.code}"
    return f"{door}: drawn"


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Within it nothing takes longer than any file may; where the system has no timers, nothing is limited.

    What counts is the time of this process: on a busy machine the clock runs on while others are served.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _forget_peak() -> None:
    """Have the system count the peak of the memory from now on, as far as it can."""
    with contextlib.suppress(OSError):
        _REFERENCES.write_text("5", encoding="ascii")


def _peak_megabytes() -> int | None:
    """The most memory that this process had; None where the system does not say."""
    if not _STATUS.exists():
        return None
    (line,) = (line for line in _STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
