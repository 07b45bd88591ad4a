"""Writing case files."""

import os
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hsp_calc import limits
from hsp_calc.casefile import protection as protecting
from hsp_calc.casefile.atomic import Shortfall, write_atomically, write_new
from hsp_calc.casefile.case import VERSION, Case
from hsp_calc.casefile.reading import read_bytes, read_case
from hsp_calc.casefile.serialization import case_bytes
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.casefile.upgrades import UPGRADES
from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from hsp_calc.casefile.protection import Protection

_LONGEST_NAME = 255


class Saved(NamedTuple):
    """A case that is written.

    Attributes:
        digest: SHA-256 of the file.
        protection: what protects it; made anew where the old one cost less than is asked for today.
        shortfalls: what the file system could not give.
    """

    digest: bytes
    protection: "Protection | None"
    shortfalls: frozenset[Shortfall]


def save_case(case: Case, path: Path, protection: "Protection | None" = None) -> Saved:
    """Write a case file; a new one is readable for its owner alone, the permissions of an old one stay.

    Where it takes the place of a case of an older version, a copy of that is kept beside it first.

    Args:
        case: what to write.
        path: where to.
        protection: what protects the file; without it anyone who has the file can read it.

    Raises:
        InputError: it could not be opened again, with the reasons; nothing was written.
        OSError: it cannot be written; the old file is as it was.
    """
    content = case_bytes(case)
    read_case(parse_json(content))
    if protection is not None:
        protection = protection.raised()
        content = protection.sealed(content, protecting.CipherKind.CASE, VERSION)
    if len(content) > limits.FILE_BYTES:
        raise InputError([Problem("case_too_large", params={"megabytes": limits.FILE_BYTES // 1024**2})])
    keep_older(path)
    shortfalls = write_atomically(path, content, private=True)
    return Saved(sha256(content).digest(), protection, shortfalls)


def keep_older(path: Path) -> Path | None:
    """Copy a case of an older version to a file beside it, which is never written over.

    Returns:
        The copy; None where the file is not there, or is no case of an older version.

    Raises:
        OSError: it cannot be copied.
    """
    target = Path(os.path.realpath(path))
    if not target.is_file():
        return None
    try:
        original = read_bytes(str(target))
        version = _older_version(original)
    except InputError:  # no case that this program could have opened
        return None
    if version is None:
        return None
    for copy in _copies(target, version):
        try:
            write_new(copy, original)
        except FileExistsError:
            if copy.is_file() and copy.read_bytes() == original:
                return copy
        else:
            return copy
    raise AssertionError("the numbers ran out")


def _older_version(content: bytes) -> int | None:
    if protecting.is_protected(content):
        version = protecting.protected_version(content, protecting.CipherKind.CASE)
        return version if UPGRADES.oldest <= version < VERSION else None
    return UPGRADES.version_of(parse_json(content))


def _copies(target: Path, version: int) -> "map[Path]":
    """The names that a copy may have: ``name.hspcase.v1-backup``, then ``name.hspcase.v1-backup-2`` and so on."""

    def named(number: int) -> Path:
        ending = f".v{version}-backup" + (f"-{number}" if number > 1 else "")
        stem = target.name
        while len(os.fsencode(stem + ending)) > _LONGEST_NAME:
            stem = stem[:-1]
        return target.with_name(stem + ending)

    return map(named, count(1))
