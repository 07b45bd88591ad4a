"""Kills of a process in the midst of what must not lose anything: saving, passwords, copies, restoring, upgrading."""

import multiprocessing
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.casefile.endurance import saving

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

WHOLE: Mapping[str, int] = {
    "plain": 300,
    "protected": 150,
    "password": 200,
    "recovery": 150,
    "restore": 200,
    "upgrade": 200,
}
_LONGEST = 0.05  # seconds between the first save and the kill
_PATIENCE = 300  # seconds
_SEED = 20261122

_KINDS: Mapping[str, tuple[Callable[[Path, saving.Safe], None], Callable[[Path], int]]] = {
    "plain": (saving.plain, saving.found),
    "protected": (saving.protected, saving.found),
    "password": (saving.password, saving.found),
    "recovery": (saving.recovery, saving.found_in_copy),
    "restore": (saving.restore, saving.found_in_copy_or_file),
    "upgrade": (saving.upgrade, saving.found_upgraded),
}


def run(times: Mapping[str, int]) -> dict[str, Any]:
    """Kill a process that saves without end, so many times of each kind, and look what is there."""
    random = Random(_SEED)  # noqa: S311 - moments, no secrets
    failures: list[str] = []
    saved: Counter[str] = Counter()
    ahead: Counter[str] = Counter()
    half_written: Counter[str] = Counter()
    for kind, count in times.items():
        _save, found_in = _KINDS[kind]
        with tempfile.TemporaryDirectory() as name:
            folder, seen = Path(name), set[Path]()
            for number in range(count):
                last, times_saved = _killed(kind, folder, after=random.random() * _LONGEST)
                saved[kind] += times_saved
                parts = set(folder.rglob(".*.tmp"))
                half_written[kind] += len(parts - seen)
                seen |= parts
                try:
                    found = found_in(folder)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                    failures.append(f"{kind} {number}: {type(error).__name__}: {error}")
                    continue
                ahead[kind] += found == last + 1
                if found not in {last, last + 1}:
                    failures.append(f"{kind} {number}: safe up to {last}, found {found}")
    return {
        "kills": dict(times),
        "saved": dict(saved),
        "killed_between_writing_and_saying_so": dict(ahead),
        "killed_with_a_file_half_written": dict(half_written),
        "failures": failures,
    }


def _killed(kind: str, folder: Path, *, after: float) -> tuple[int, int]:
    """The number that was safe last when a process was killed, and how many it had made safe."""
    receiving, sending = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_saving, args=(kind, folder, sending))
    process.start()
    sending.close()
    numbers = []
    try:
        if not receiving.poll(_PATIENCE):
            raise AssertionError(f"{kind}: nothing is saved")
        numbers.append(receiving.recv())
        time.sleep(after)
        process.kill()  # SIGKILL, or TerminateProcess on Windows: nothing in the process can act on it
        while True:
            numbers.append(receiving.recv())
    except EOFError:
        pass
    finally:
        process.kill()
        process.join()
        receiving.close()
    return max(numbers), len(numbers)


def _saving(kind: str, folder: Path, sending: Connection) -> None:
    save, _found = _KINDS[kind]
    save(folder, sending.send)


def _context() -> "ForkServerContext | SpawnContext":
    """How processes are made: where it can be, by one that has imported everything and has no threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


_CONTEXT = _context()
