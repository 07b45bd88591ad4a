"""Copies of unsaved work, from which the next start goes on after the program was killed.

Each running window has one file in the user's state folder, and holds a lock beside it for as long as its process
lives: the system lets go of it however the process ends. A copy whose lock is free was left behind. Whoever looks at a
copy left behind holds its lock meanwhile, so that no two windows offer it.
"""

import json
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hsp_calc import locations
from hsp_calc.casefile.atomic import PRIVATE, write_atomically
from hsp_calc.casefile.case import Case
from hsp_calc.casefile.protection import CipherKind, Password, Protection, is_protected, open_protected
from hsp_calc.casefile.reading import at_most, read_bytes
from hsp_calc.casefile.serialization import case_data
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.casefile.upgrades import UPGRADES
from hsp_calc.validation import InputError, Problem, problems_of

if TYPE_CHECKING:
    from filelock import FileLock

_FORMAT = "hsp-recovery"
_VERSION = 1
_COPY, _LOCK = ".hsprecovery", ".lock"
_FOR_OWNER = 0o700
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_DIGEST = 64  # digits


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was on the screen of a window.

    Attributes:
        case: as far as it was entered.
        path: its file; None if it had none. One that does not begin at the root may mean another file today.
        modified: whether it differed from its file.
        base: SHA-256 of its file as the case is based on it; None where that is not known, or there was no file.
        view: whatever else the window needs to look the same: texts half typed, the open tab, the day. A JSON object.
    """

    case: Case
    path: Path | None = None
    modified: bool = True
    view: Mapping[str, Any] = field(default_factory=dict)
    base: bytes | None = None


class Recovery:
    """The copy that one running window keeps of its unsaved work.

    Attributes:
        folder: where the copies of all windows are.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Take a place among the windows that are running.

        Args:
            folder: where the copies are kept; the user's state folder if None.

        Raises:
            OSError: the folder cannot be made, or a lock not be taken in it.
        """
        self.folder = folder or default_folder()
        self._path = self.folder / f"{uuid.uuid4().hex}{_COPY}"
        self._lock = _lock(self._path)
        self._take_place()

    def _take_place(self) -> None:
        """Make the folder and take the lock in it; anew, where somebody removed them."""
        self.folder.mkdir(mode=_FOR_OWNER, parents=True, exist_ok=True)
        if not Path(self._lock.lock_file).exists():
            self._lock.release()
            self._lock.acquire(blocking=False)

    def keep(self, snapshot: Snapshot, protection: Protection | None = None) -> None:
        """Put a copy of what is on the screen in the place of the last one.

        Args:
            snapshot: what is on the screen.
            protection: of the case; the copy is protected by it too.

        Raises:
            ValueError: the view is no JSON object.
            OSError: it cannot be written; the last copy stays.
        """
        content = _written(snapshot)
        if protection is not None:
            content = protection.sealed(content, CipherKind.RECOVERY, _VERSION)
        self._take_place()
        write_atomically(self._path, content, private=True)

    def is_kept(self) -> bool:
        """Whether the last copy is still there, held by this window."""
        return self._path.exists() and Path(self._lock.lock_file).exists()

    def forget(self) -> None:
        """Remove the copy: everything is saved, or thrown away on purpose. The window runs on."""
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave nothing behind: the window was closed in good order."""
        self.forget()
        _release(self._lock)


class Leftover:
    """A copy that a window left behind when it was killed.

    Attributes:
        path: of the copy.
        kept_at: when it was made; None where the file system names no possible time.
        protected: whether a password is needed to read it.
    """

    def __init__(self, path: Path, lock: "FileLock") -> None:
        """Made by ``leftovers``.

        Raises:
            InputError: it is no file, or too large.
            OSError: it cannot be read.
        """
        self.path = path
        self._lock = lock
        self._content = read_bytes(str(path))
        self.kept_at = _time_of(path)
        self.protected = is_protected(self._content)

    def read(self, password: Password = None) -> tuple[Snapshot, Protection | None]:
        """What was on the screen, and what protects the case.

        Args:
            password: of the case, where it is protected, or a function that asks for it.

        Raises:
            PasswordNeededError: it is protected, and there is no password.
            WrongPasswordError: it is protected with another password.
            InputError: it is damaged.
        """
        content, protection, source = self._content, None, str(self.path)
        if self.protected:
            content, protection = open_protected(content, CipherKind.RECOVERY, password, source=source)
        return _read(content, source), protection

    def discard(self) -> None:
        """Remove it: the user has the work back, or does not want it.

        Raises:
            OSError: it cannot be removed.
        """
        self.path.unlink(missing_ok=True)
        _release(self._lock)

    def release(self) -> None:
        """Leave it for a later start, or another window."""
        _release(self._lock, stays=True)


def default_folder() -> Path:
    """Where the copies are kept."""
    return locations.state_folder() / "recovery"


def leftovers(folder: Path | None = None) -> list[Leftover]:
    """The copies that windows left behind, the latest first; those of windows that run are not among them.

    Call ``discard`` or ``release`` of each. What a killed process left of a copy half written is removed.

    Args:
        folder: where the copies are kept; the user's state folder if None.
    """
    folder = folder or default_folder()
    found = []
    for path in sorted(folder.glob(f"*{_COPY}")):
        if lock := _taken(path):
            _remove_parts(path)
            try:
                found.append(Leftover(path, lock))
            except (OSError, InputError):
                _release(lock, stays=True)
    for rest in folder.glob(f"*{_LOCK}"):
        path = rest.with_suffix(_COPY)
        if not path.exists() and (lock := _taken(path)):
            _remove_parts(path)
            _release(lock)
    return sorted(found, key=lambda leftover: leftover.kept_at or _LONG_AGO, reverse=True)


def _time_of(path: Path) -> datetime | None:
    with suppress(ValueError, OverflowError, OSError):
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        at.astimezone()  # the first and the last day of the calendar may have no local time
        return at
    return None


def _remove_parts(path: Path) -> None:
    """Remove what a killed process left of a copy half written; the lock of the copy is held."""
    for part in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            part.unlink()


def _lock(path: Path) -> "FileLock":
    from filelock import FileLock  # noqa: PLC0415  # slow to import, and the window must not wait for it

    return FileLock(path.with_suffix(_LOCK), mode=PRIVATE, thread_local=False)


def _taken(path: Path) -> "FileLock | None":
    """The lock of a copy whose window no longer runs; None if it does."""
    from filelock import Timeout  # noqa: PLC0415  # as above

    lock = _lock(path)
    try:
        lock.acquire(blocking=False)
    except (Timeout, OSError):
        return None
    return lock


def _release(lock: "FileLock", *, stays: bool = False) -> None:
    lock.release()
    if not stays:
        with suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)


def _written(snapshot: Snapshot) -> bytes:
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "path": None if snapshot.path is None else str(snapshot.path),
        "modified": snapshot.modified,
        "base": None if snapshot.base is None else snapshot.base.hex(),
        "view": dict(snapshot.view),
        "case": case_data(snapshot.case),
    }
    return json.dumps(data, allow_nan=False).encode()


def _read(content: bytes, source: str) -> Snapshot:
    # Texts half typed may hold anything, and what the window let in must come back even if a file could not hold it.
    data = parse_json(content, source=source, own=True)
    match data:
        case {
            "format": "hsp-recovery",
            "version": int(version),
            "path": str() | None as name,
            "modified": bool(modified),
            "view": dict(view),
            "case": dict(case),
        } if version <= _VERSION:
            return Snapshot(_case(case, source), _path(name), modified, view, _base(data.get("base")))
        case {"format": "hsp-recovery", "version": int(version)} if version > _VERSION:
            params = {"found": version, "supported": _VERSION}
            raise InputError([Problem("newer_version", ("version",), params)], source=source)
        case _:
            raise InputError([Problem("damaged")], source=source)


def _path(name: str | None) -> Path | None:
    """The file of a copy; none where no file can be called so."""
    return None if name is None or "\0" in name else Path(name)


def _base(written: object) -> bytes | None:
    if isinstance(written, str) and len(written) == _DIGEST:
        with suppress(ValueError):
            return bytes.fromhex(written)
    return None


def _case(data: dict[str, Any], source: str) -> Case:
    try:
        return Case.model_validate(UPGRADES.applied(data))
    except ValidationError as error:
        raise InputError(at_most(problems_of(error, Case)), source=source) from None
