"""Writing a file whole or not at all."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

PRIVATE = 0o600
_SUFFIX = ".tmp"
_ENDINGS = tuple(f".{kind}." for kind in ("hspcase", "pdf", "csv", "xlsx", "json", "png", "svg", "ics"))
_LONGEST_STEM = 100
_RANDOM_SIGNS = 8  # in the names that tempfile gives
_LEFT_BEHIND_AFTER = 600  # seconds
_RETRIED_FOR = 2.0  # seconds
_PAUSE = 0.05  # seconds
_ATTEMPTS = 3
_BUSY = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
"""How a replacement fails while another program, such as a scanner for viruses, holds the file."""
_NOT_OFFERED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""How a file system refuses what it does not offer, as opposed to a disk that is full or broken."""


class Shortfall(StrEnum):
    """What a file that was written lacks of what is promised; it is written all the same."""

    NOT_FLUSHED = "not_flushed"
    """The file system does not say whether the file is on the disk; a power cut could still lose it."""
    PERMISSIONS = "permissions"
    """The file system does not take the permissions; others may be able to read the file."""
    LINKS = "links"
    """The file had further names (hard links), under which the earlier content stays."""


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> frozenset[Shortfall]:
    """Put content in place of a file, so that at every moment either the old or the new one is whole.

    The new one is written beside the old, for its owner alone, and takes its permissions. While another program holds
    the old one, this waits for up to two seconds. What a process that was killed in the midst of it left behind is
    removed.

    Args:
        path: the file; a symbolic link is followed. A device or a pipe is written to as it is.
        content: all of it.
        private: whether a file that is new is for its owner alone.

    Returns:
        What the file system could not give. The file is written.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)  # a device or a pipe takes what comes; nothing can stand in its place
        return frozenset()
    target = Path(os.path.realpath(path))
    old = target.stat() if target.exists() else None
    mode = stat.S_IMODE(old.st_mode) if old is not None else PRIVATE if private else _mode_of_new_files()
    lacking: set[Shortfall] = set()
    remove_left_behind(target, older_than=_LEFT_BEHIND_AFTER)
    with _temporary(target) as (temporary, descriptor):
        with _opened(descriptor) as file:
            file.write(content)
            file.flush()
            if not _flushed(file.fileno()):
                lacking.add(Shortfall.NOT_FLUSHED)
        if old is not None:
            _take_over(old, target, temporary)
        if not _permitted(temporary, mode):
            lacking.add(Shortfall.PERMISSIONS)
        _replace(temporary, target)
    # From here on the file is written, whatever fails.
    if old is not None and old.st_nlink > 1:
        lacking.add(Shortfall.LINKS)
    if not make_durable(target.parent):
        lacking.add(Shortfall.NOT_FLUSHED)
    return frozenset(lacking)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that there is not yet, for its owner alone.

    Raises:
        FileExistsError: there is one; it is as it was.
        OSError: it cannot be written; there is none.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
    try:
        with _opened(descriptor) as file:
            file.write(content)
            file.flush()
            _flushed(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    make_durable(path.parent)


def make_durable(folder: Path) -> bool:
    """Have the names in a folder outlast a power cut.

    Returns:
        Whether they do, as far as the system tells.
    """
    if os.name != "posix":
        return True  # only there can a folder be opened and flushed
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # a folder that may be written to and not be read
        return False
    try:
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            os.close(descriptor)
    return True


def is_read_only(path: Path) -> bool:
    """Whether a file is there that its owner or the system protects from being written.

    It can be replaced nevertheless where its folder can be written to, so that somebody has to be asked.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return False
    writable = status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(path, os.W_OK)
    return stat.S_ISREG(status.st_mode) and not writable


def remove_left_behind(target: Path, *, older_than: float = 0.0) -> None:
    """Remove what a killed process left of a file half written; what another process is writing now stays.

    Args:
        target: the file.
        older_than: seconds; what was left later stays. A program without the locks of this one may be writing it.
    """
    prefix = _prefix(target)
    _remove_abandoned(target.parent, lambda name: name == prefix, older_than)


def clear_folder(folder: Path) -> None:
    """Remove what killed processes left of any file half written that this program writes.

    Such a file may hold the clear text of a case that is protected now.
    """
    _remove_abandoned(folder, lambda name: name.startswith(".") and name.lower().endswith(_ENDINGS), 0.0)


def _remove_abandoned(folder: Path, is_meant: Callable[[str], bool], older_than: float) -> None:
    """Remove temporary files that no process is writing; ``is_meant`` is asked with what their names begin with."""
    rest = _RANDOM_SIGNS + len(_SUFFIX)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_SUFFIX) and len(entry.name) > rest and is_meant(entry.name[:-rest]):
                with suppress(OSError):
                    if _is_abandoned(entry, older_than):
                        Path(entry.path).unlink()


@contextmanager
def _temporary(target: Path) -> Iterator[tuple[Path, int]]:
    """A file beside another, held for as long as it is needed, and its descriptor; what is left of it is removed."""
    import tempfile  # noqa: PLC0415  # not to read a file

    for _attempt in range(_ATTEMPTS):
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=_SUFFIX)
        temporary, held = Path(name), _hold(descriptor)
        if _is_there(temporary):
            break
        os.close(descriptor)  # it was taken for left behind before it was held
        _let_go(held)
    else:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target))
    try:
        yield temporary, descriptor
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    finally:
        _let_go(held)


def _is_there(path: Path) -> bool:
    """Whether a file is there; taken to be where the system cannot say, so that what is left of it is removed."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError:
        pass
    return True


def _hold(descriptor: int) -> int | None:
    """Lock a file against removal until the result is let go of; a process that dies lets go of it.

    Where the system has no such locks, a file half written is known by its age.
    """
    if os.name != "posix":
        return None
    import fcntl  # noqa: PLC0415  # there is none on Windows

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.dup(descriptor)
    except OSError:
        return None


def _let_go(held: int | None) -> None:
    if held is not None:
        with suppress(OSError):
            os.close(held)


def _is_abandoned(entry: "os.DirEntry[str]", older_than: float) -> bool:
    """Whether no process is writing a temporary file, and nobody has for so many seconds."""
    age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    if age < older_than:
        return False
    if os.name == "posix":
        import fcntl  # noqa: PLC0415  # there is none on Windows

        descriptor = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # no locks here
        else:
            return True
        finally:
            os.close(descriptor)
    return age > _LEFT_BEHIND_AFTER


def _opened(descriptor: int) -> BinaryIO:
    """A file from its descriptor, which is closed if that fails."""
    try:
        return os.fdopen(descriptor, "wb")
    except BaseException:
        os.close(descriptor)
        raise


def _flushed(descriptor: int) -> bool:
    """Flush a file to the disk; False where the file system does not offer it.

    Raises:
        OSError: the disk is full or broken.
    """
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
        return False
    return True


def _take_over(old: os.stat_result, target: Path, temporary: Path) -> None:
    """Give a file the group and the lists of permissions of another, as far as the system lets this user."""
    if os.name != "posix":
        return
    with suppress(OSError):
        if old.st_gid != temporary.stat().st_gid:
            os.chown(temporary, -1, old.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(temporary, name, os.getxattr(target, name))


def _permitted(temporary: Path, mode: int) -> bool:
    """Give a file its permissions; False where it has others because the file system does not offer it.

    Raises:
        OSError: they cannot be set for another reason.
    """
    try:
        temporary.chmod(mode)
    except OSError as error:
        if error.errno not in _NOT_OFFERED | {errno.EACCES}:
            raise
    return os.name != "posix" or not stat.S_IMODE(temporary.stat().st_mode) & ~mode


def _replace(temporary: Path, target: Path) -> None:
    """Put a file in the place of another; while a program holds that one, try again for two seconds."""
    until = time.monotonic() + _RETRIED_FOR
    while True:
        try:
            temporary.replace(target)
        except OSError as error:
            if error.errno not in _BUSY or time.monotonic() >= until:
                raise
            _make_replaceable(target)
            time.sleep(_PAUSE)
        else:
            return


def _make_replaceable(target: Path) -> None:
    """Windows replaces no read-only file; whether it is to be replaced was asked before."""
    if os.name == "nt":
        with suppress(OSError):
            target.chmod(stat.S_IWRITE)


def _prefix(target: Path) -> str:
    """How the names of the temporary files of a file begin; short enough beside the longest names there can be."""
    stem = target.name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    return f".{stem}."


def _mode_of_new_files() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
