"""Writing a file whole or not at all."""

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PRIVATE = 0o600
_SUFFIX = ".tmp"
_LONGEST_STEM = 100
_RANDOM_SIGNS = 8  # in the names that tempfile gives
_LEFT_BEHIND_AFTER = 600  # seconds


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put content in place of a file, so that at every moment either the old or the new one is whole.

    The new one is written beside the old, for its owner alone. What a process that was killed in the midst of it left
    behind is removed the next time.

    Args:
        path: the file; a symbolic link is followed. A device or a pipe is written to as it is.
        content: all of it.
        private: whether the owner alone may read it; otherwise the permissions of the old file stay.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)  # a device or a pipe takes what comes; nothing can stand in its place
        return
    import tempfile  # noqa: PLC0415  # not to read a file

    target = Path(os.path.realpath(path))
    prefix = _prefix(target)
    _remove_left_behind(target.parent, prefix)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with _opened(descriptor) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(PRIVATE if private else _permissions(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    make_durable(target.parent)


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
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    make_durable(path.parent)


def make_durable(folder: Path) -> None:
    """Have the names in a folder outlast a power cut."""
    if os.name != "posix":
        return  # only there can a folder be opened and flushed
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems refuse it; the file itself is flushed
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _opened(descriptor: int) -> BinaryIO:
    """A file from its descriptor, which is closed if that fails."""
    try:
        return os.fdopen(descriptor, "wb")
    except BaseException:
        os.close(descriptor)
        raise


def _prefix(target: Path) -> str:
    """How the names of the temporary files of a file begin; short enough beside the longest names there can be."""
    stem = target.name
    while len(os.fsencode(stem)) > _LONGEST_STEM:
        stem = stem[:-1]
    return f".{stem}."


def _remove_left_behind(folder: Path, prefix: str) -> None:
    """Remove temporary files that no process can still be writing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                entry.name.startswith(prefix)
                and entry.name.endswith(_SUFFIX)
                and len(entry.name) == len(prefix) + _RANDOM_SIGNS + len(_SUFFIX)
            ):
                with suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _LEFT_BEHIND_AFTER:
                        Path(entry.path).unlink()


def _permissions(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
