"""Damaged files of all doors, and files made to do harm: each ends in a result or in a clear refusal."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.casefile.damage import harmful_cases, harmful_lists, odd_paths
from tests.casefile.endurance.reading import DRAWN

WHOLE = 1_000_000
DRAWN_OF_A_MILLION = 500
MOST_MEGABYTES = 200
_BATCH = 10_000
_STEP = 500
_ROOT = Path(__file__).parents[3]
_Result = dict[str, Any]


def run(count: int, *, harmful: bool = True) -> dict[str, Any]:
    """Read so many damaged files, and every harmful one: how they ended, what took longest, and the most memory."""
    tally = _Tally()
    batches = [(start, min(_BATCH, count - start)) for start in range(0, count, _BATCH)]
    batches += [(DRAWN, count * DRAWN_OF_A_MILLION // WHOLE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made_to_do_harm = pool.submit(_read_harmful) if harmful else None
        for results in pool.map(_read_batch, batches):
            for result in results:
                tally.add(result, result["what"])
        for what, result in made_to_do_harm.result() if made_to_do_harm else ():
            tally.add(result, what)
    return {"damaged": count, "harmful": harmful, **tally.report()}


class _Tally:
    """What was found of all files."""

    def __init__(self) -> None:
        self._ends: Counter[str] = Counter()
        self._failures: list[str] = []
        self._slowest: tuple[float, str] = (0.0, "")
        self._largest: tuple[int, str] = (0, "")

    def add(self, result: _Result, what: str) -> None:
        self._ends.update(result["ends"])
        self._failures += result["failures"]
        self._slowest = max(self._slowest, (result["seconds"], what))
        self._largest = max(self._largest, (result["megabytes"] or 0, what))

    def report(self) -> dict[str, Any]:
        if self._largest[0] > MOST_MEGABYTES:
            self._failures.append(f"{self._largest[1]}: {self._largest[0]} MB of memory")
        return {
            "doors": dict(sorted(self._doors().items())),
            "ends": dict(self._ends.most_common()),
            "slowest_seconds": self._slowest,
            "most_megabytes": self._largest,
            "failures": self._failures,
        }

    def _doors(self) -> Counter[str]:
        doors: Counter[str] = Counter()
        for end, times in self._ends.items():
            doors[end.partition(":")[0]] += times
        return doors


def _given(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Each harmful file: what it is, its door, and where it is."""
    path = folder / "file"
    for door, harmful in (("case", harmful_cases()), ("list", harmful_lists())):
        for what, content in harmful:
            path.write_bytes(content)
            del content
            yield what, door, path
    odd = folder / "odd"
    odd.mkdir()
    for at in odd_paths(odd):
        yield repr(at.name), "case", at
        yield repr(at.name), "list", at


def _read_harmful() -> list[tuple[str, _Result]]:
    """What a process of its own finds of each file that was made to do harm."""
    with tempfile.TemporaryDirectory() as name, _reader() as read:
        return [(what, read([door, str(path)])) for what, door, path in _given(Path(name))]


def _read_batch(batch: tuple[int, int]) -> list[_Result]:
    """What a process of its own finds of some damaged files; if it dies of one, which one that was."""
    first, count = batch
    if not count:
        return []
    with _reader() as read:
        starts = range(first, first + count, _STEP)
        return [read([start, min(_STEP, first + count - start)]) for start in starts]


@contextlib.contextmanager
def _reader() -> Iterator[Callable[[list[Any]], _Result]]:
    """A process of its own that reads files, so that its memory is that of reading alone."""
    command = [sys.executable, "-m", "tests.casefile.endurance.reading"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii", bufsize=1, cwd=_ROOT
    ) as process:
        into, out = process.stdin, process.stdout
        if into is None or out is None:
            raise AssertionError("it is not connected")

        def read(what: list[Any]) -> _Result:
            into.write(json.dumps(what) + "\n")
            into.flush()
            if not (line := out.readline()):
                raise AssertionError(f"reading ended the process: {what}")
            result: _Result = json.loads(line)
            return result

        yield read
        into.close()
