"""Writing a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Put content in place of a file, so that at every moment either the old or the new one is whole.

    Args:
        path: the file; a symbolic link is followed.
        content: all of it.
        private: whether the owner alone may read it; otherwise the permissions of the old file stay.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    target = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(PRIVATE if private else _permissions(target))
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _make_durable(target.parent)


def _permissions(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _make_durable(folder: Path) -> None:
    if os.name != "posix":
        return  # only there can a folder be opened and flushed
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems refuse it; the file itself is flushed
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
