"""Faults of the disk at every call of a save: afterwards either the old file or the new one is there, whole.

The faults come from a library that stands before the C library (``failing_disk.c``); where there is no C compiler, or
the system loads none, nothing is tried and the report says so.
"""

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hsp_calc.casefile import Protection, save_case, write_atomically
from hsp_calc.casefile.recovery import Recovery, Snapshot, leftovers
from tests.casefile.damage import CHEAP, PASSWORD, counting_case
from tests.casefile.endurance.saving import NAME, number_of, older, older_format, opened

_ONCE, _FROM_THEN_ON, _SHORT_WRITES = 1, 2, 3
_MODES = {_ONCE: "once", _FROM_THEN_ON: "from then on"}
_FAULTS = {
    _ONCE: (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EINTR, errno.ESTALE),
    _FROM_THEN_ON: (errno.EIO, errno.ENOSPC),
}
_SHORT = {_ONCE: (errno.EIO, errno.EACCES), _FROM_THEN_ON: (errno.ENOSPC,)}
_MOST_CALLS = 200
_SOURCE = Path(__file__).with_name("failing_disk.c")
_ROOT = Path(__file__).parents[3]
_OLD, _NEW = 1, 2


def run(*, short: bool = False) -> dict[str, Any]:
    """Try every fault at every call of every kind of save; fewer faults in the short form."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        return {"not_run": "it takes Linux and a C compiler", "failures": []}
    with tempfile.TemporaryDirectory() as name:
        library = Path(name) / "failing_disk.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, _SOURCE, "-ldl"], check=True)
        done = subprocess.run(
            [sys.executable, "-m", __name__, name, *(["short"] if short else [])],
            env=os.environ | {"LD_PRELOAD": str(library)},
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@dataclass(frozen=True, slots=True)
class _Save:
    """A kind of save.

    Attributes:
        prepare: puts the old state into an empty folder.
        save: writes the new one.
        found: the number in the folder.
    """

    prepare: Callable[[Path], object]
    save: Callable[[Path], object]
    found: Callable[[Path], int]


def _case(folder: Path) -> int:
    with older_format():
        return number_of(opened(folder / NAME)) if (folder / NAME).exists() else 0


def _protection() -> Protection:
    return Protection.with_password(PASSWORD, CHEAP)


def _keep(folder: Path, number: int) -> Recovery:
    keeper = Recovery(folder)
    keeper.keep(Snapshot(counting_case(number)))
    return keeper


_KEEPERS: dict[Path, Recovery] = {}


def _copied(folder: Path) -> int:
    _KEEPERS.pop(folder)._lock.release()
    numbers = [number_of(leftover.read()[0].case) for leftover in leftovers(folder)]
    return max(numbers, default=0)


def _upgrade(folder: Path) -> None:
    with older_format():
        save_case(counting_case(_NEW), folder / NAME)


def _upgraded(folder: Path) -> int:
    number = _case(folder)
    backup = folder / f"{NAME}.v0-backup"
    if number == _NEW and backup.read_bytes() != older(_OLD):
        raise AssertionError("the older one is not kept")
    return number


_SAVES: dict[str, _Save] = {
    "new": _Save(lambda _folder: None, lambda folder: save_case(counting_case(_NEW), folder / NAME), _case),
    "replaced": _Save(
        lambda folder: save_case(counting_case(_OLD), folder / NAME),
        lambda folder: save_case(counting_case(_NEW), folder / NAME),
        _case,
    ),
    "password set": _Save(
        lambda folder: save_case(counting_case(_OLD), folder / NAME),
        lambda folder: save_case(counting_case(_NEW), folder / NAME, _protection()),
        _case,
    ),
    "password removed": _Save(
        lambda folder: save_case(counting_case(_OLD), folder / NAME, _protection()),
        lambda folder: save_case(counting_case(_NEW), folder / NAME),
        _case,
    ),
    "recovery copy": _Save(
        lambda folder: _KEEPERS.update({folder: _keep(folder, _OLD)}),
        lambda folder: _KEEPERS[folder].keep(Snapshot(counting_case(_NEW))),
        _copied,
    ),
    "upgraded": _Save(lambda folder: write_atomically(folder / NAME, older(_OLD)), _upgrade, _upgraded),
}


class _Disk:
    """The library of faults, as this process has it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.failing_disk_names.restype = ctypes.c_char_p

    def during(self, save: Callable[[], object], mode: int, at: int, fault: int) -> tuple[OSError | None, int, int]:
        """How a save ended, how many calls it made, and how many of them failed."""
        failed: OSError | None = None
        self._library.failing_disk_arm(mode, at, fault)
        try:
            save()
        except OSError as error:
            failed = error
        finally:
            calls, hits = self._library.failing_disk_calls(), self._library.failing_disk_hits()
            names = self._library.failing_disk_names()
            self._library.failing_disk_arm(0, 0, 0)
            self.names = names.decode().split()
        return failed, calls, hits


def _tried(folder: Path, faults: dict[int, tuple[int, ...]]) -> dict[str, Any]:
    disk, failures = _Disk(), list[str]()
    tried: Counter[str] = Counter()
    calls_of: dict[str, dict[str, int]] = {}
    reported = 0
    for kind, save in _SAVES.items():
        # Once without a fault but in pieces: what is imported late is there then, and the calls are counted.
        place = next(_places(folder))
        save.prepare(place)
        disk.during(partial(save.save, place), _SHORT_WRITES, 0, 0)
        calls_of[kind] = dict(Counter(disk.names))
        if (found := save.found(place)) != _NEW:
            failures.append(f"{kind}: written piece by piece, {found} is found")
        tried[kind] += 1
        for mode, fault in ((mode, fault) for mode, some in faults.items() for fault in some):
            for at, place in zip(range(1, _MOST_CALLS), _places(folder), strict=False):
                save.prepare(place)
                what = f"{kind}: {errno.errorcode[fault]} {_MODES[mode]} at call {at}"
                failed, _calls, hits = disk.during(partial(save.save, place), mode, at, fault)
                if not hits:
                    save.found(place)
                    break
                tried[kind] += 1
                reported += failed is not None
                what += f" ({disk.names[at - 1]})"
                failures += _judged(what, save, place, failed, mode)
    return {"faults": dict(tried), "told": reported, "calls": calls_of, "failures": failures}


def _judged(what: str, save: _Save, place: Path, failed: OSError | None, mode: int) -> Iterator[str]:
    """What does not hold after a fault."""
    try:
        found = save.found(place)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        yield f"{what}: {type(error).__name__}: {error}"
        return
    before = 0 if save is _SAVES["new"] else _OLD
    if failed is None and found != _NEW:
        yield f"{what}: said to be saved, but {found} is found"
    if failed is not None and found != before:
        yield f"{what}: said not to be saved, but {found} is found"
    if mode == _ONCE and (left := list(place.glob(".*.tmp"))):
        yield f"{what}: left {left}"


def _places(folder: Path) -> Iterator[Path]:
    """Empty folders, one after the other."""
    for number in range(_MOST_CALLS + 1):
        place = folder / str(number)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        yield place


def main(arguments: list[str]) -> None:
    """Try all faults in a folder, in a process that has the library before the C library."""
    name, *form = arguments
    sys.stdout.write(json.dumps(_tried(Path(name), _SHORT if form else _FAULTS)))


if __name__ == "__main__":
    main(sys.argv[1:])
