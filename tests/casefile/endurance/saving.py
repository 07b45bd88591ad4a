"""Saves a case again and again until the process is killed, and what must be found then.

Each saver goes on from what is there, so that one folder outlives many kills. After each time it says which number is
safe: what is found later is that number, or the next one.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from unittest.mock import patch

from hsp_calc.casefile import (
    VERSION,
    Case,
    Protection,
    Upgrades,
    WrongPasswordError,
    case_bytes,
    load,
    reading,
    save_case,
    write_atomically,
    writing,
)
from hsp_calc.casefile.recovery import Recovery, Snapshot, leftovers
from tests.casefile.damage import CHEAP, PASSWORD, counting_case

NAME = "case.hspcase"
VIEW = {"typed": "８２０"}
PASSWORDS = (None, PASSWORD, "another one")
_OLDER = VERSION - 1
_BACKUP = f"{NAME}.v{_OLDER}-backup"

Safe = Callable[[int], object]
"""Told which number is safe."""


def number_of(case: Case) -> int:
    """The number that a case holds."""
    return int((case.model_extra or {})["number"])


def opened(path: Path) -> Case:
    """The case of a file, whichever of the passwords it has."""
    for password in PASSWORDS[1:]:
        try:
            return load(path, password).cases[0]
        except WrongPasswordError:
            continue
    raise AssertionError("no password opens it")


def _protection(password: str | None) -> Protection | None:
    return None if password is None else Protection.with_password(password, CHEAP)


def _next(path: Path) -> Iterator[int]:
    """The numbers from the one on that is safe already."""
    return count(number_of(opened(path)) + 1 if path.exists() else 1)


# What saves --------------------------------------------------------------------------------------------------------


def plain(folder: Path, safe: Safe) -> None:
    """Save."""
    for number in _next(folder / NAME):
        save_case(counting_case(number), folder / NAME)
        safe(number)


def protected(folder: Path, safe: Safe) -> None:
    """Save under a password."""
    protection = _protection(PASSWORD)
    for number in _next(folder / NAME):
        save_case(counting_case(number), folder / NAME, protection)
        safe(number)


def password(folder: Path, safe: Safe) -> None:
    """Save with the password set, changed and removed in turn."""
    for number in _next(folder / NAME):
        save_case(counting_case(number), folder / NAME, _protection(PASSWORDS[number % len(PASSWORDS)]))
        safe(number)


def recovery(folder: Path, safe: Safe) -> None:
    """Keep copies of unsaved work."""
    keeper, protection = Recovery(folder), _protection(PASSWORD)
    for number in count(1):
        keeper.keep(Snapshot(counting_case(number), folder / NAME, view=VIEW), protection)
        safe(number)


def restore(folder: Path, safe: Safe) -> None:
    """Keep a copy, restore it as the next start does, and save it: its number is safe from the first step on."""
    copies = folder / "recovery"
    start = max(_numbers(folder), default=0) + 1
    for number in count(start):
        keeper = Recovery(copies)
        keeper.keep(Snapshot(counting_case(number), folder / NAME, view=VIEW))
        safe(number)
        keeper._lock.release()  # as the system does of a window that was killed
        for leftover in leftovers(copies):
            snapshot, _protection_of_copy = leftover.read()
            if number_of(snapshot.case) == number:
                save_case(snapshot.case, folder / NAME)
            leftover.discard()


def upgrade(folder: Path, safe: Safe) -> None:
    """Save over a case of an older format, which is kept beside the new one."""
    for number in count(max((int(one.name) for one in folder.iterdir()), default=0) + 1):
        one = folder / str(number)
        one.mkdir(exist_ok=True)
        write_atomically(one / NAME, older(number))
        safe(number)
        with older_format():
            save_case(load(one / NAME).cases[0], one / NAME)


def older(number: int) -> bytes:
    """A case as a made-up older version of the format wrote it: its number had another name."""
    text = case_bytes(counting_case(number)).decode()
    return text.replace(f'"version": {VERSION}', f'"version": {_OLDER}').replace('"number"', '"count"').encode()


@contextmanager
def older_format() -> Iterator[None]:
    """Within it there is an older version of the format, and a step that leads from it to this one."""

    def renamed(data: dict[str, object]) -> dict[str, object]:
        return {"number" if name == "count" else name: value for name, value in data.items()}

    upgrades = Upgrades(VERSION, {_OLDER: renamed})
    with ExitStack() as patches:
        for module in (reading, writing):
            patches.enter_context(patch.object(module, "UPGRADES", upgrades))
        yield


# What is found -----------------------------------------------------------------------------------------------------


def found(folder: Path) -> int:
    """The number in the file."""
    return number_of(opened(folder / NAME))


def found_in_copy(folder: Path) -> int:
    """The number in the copy that the killed process left; nothing else is left beside it."""
    (leftover,) = leftovers(folder)
    snapshot, protection = leftover.read(PASSWORD)
    if not isinstance(protection, Protection) or snapshot.view != VIEW:
        raise AssertionError("not what was on the screen")
    leftover.discard()
    if rest := list(folder.iterdir()):
        raise AssertionError(f"left: {rest}")
    return number_of(snapshot.case)


def found_in_copy_or_file(folder: Path) -> int:
    """The highest number in the copies and the file."""
    return max(_numbers(folder))


def _numbers(folder: Path) -> Iterator[int]:
    if (folder / NAME).exists():
        yield number_of(opened(folder / NAME))
    for leftover in leftovers(folder / "recovery"):
        yield number_of(leftover.read()[0].case)
        leftover.release()


def found_upgraded(folder: Path) -> int:
    """The highest number; every case is there in this format with the older one beside it, or in the older one."""
    newest = 0
    for one in sorted(folder.iterdir(), key=lambda path: int(path.name)):
        path, number = one / NAME, int(one.name)
        if not path.exists():
            continue
        with older_format():
            if number_of(load(path).cases[0]) != number:
                raise AssertionError(f"{number} is another")
        original, kept = older(number), one / _BACKUP
        if path.read_bytes() != original and kept.read_bytes() != original:
            raise AssertionError(f"{number}: the older one is not kept")
        if newest:
            shutil.rmtree(folder / str(newest))  # it has been looked at
        newest = number
    return newest
