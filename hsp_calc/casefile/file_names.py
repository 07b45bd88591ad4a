"""Names of files: endings, compared without case, and names that every system can hold."""

import os
from collections.abc import Sequence
from pathlib import Path

CASE_ENDING = ".hspcase"
_LONGEST_NAME = 255  # bytes, on the file systems in use
_LONGEST_STEM = 60
_TRAILING = ". "
"""What Windows drops at the end of a name without a word, so that another file is meant."""
_FORBIDDEN = frozenset('<>:"|?*\\/')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)


def has_ending(path: Path, *endings: str) -> bool:
    """Whether a name ends in one of some endings, such as ``.pdf``, and is more than that."""
    name = path.name.lower()
    return any(name.endswith(ending) and len(name) > len(ending) for ending in endings)


def is_case_file(path: Path) -> bool:
    """Whether a file is a case by its name."""
    return has_ending(path, CASE_ENDING)


def with_ending(path: Path, endings: Sequence[str]) -> Path:
    """The file that a typed name means where a file with one of some endings is written.

    A dot in a name begins no ending unless it is one of these: ``Dr. Kim 2026.11`` becomes ``Dr. Kim 2026.11.pdf``.

    Args:
        path: as it was typed; dots and spaces at its end are dropped.
        endings: the possible ones; the first is added where the name has none of them.
    """
    stem = path.name.rstrip(_TRAILING)
    named = path.with_name(stem) if stem else path
    return named if has_ending(named, *endings) else named.with_name(named.name + endings[0])


def settled(path: Path, kinds: Sequence[Sequence[str]], chosen: Sequence[str]) -> Path:
    """The file that is meant in a dialog that offers kinds of files.

    Args:
        path: as it was typed.
        kinds: for each kind its endings; the first is what is offered at first.
        chosen: the endings of the kind that is chosen; empty where that is not known.
    """
    every = [ending for endings in kinds for ending in endings]
    if not chosen or list(chosen) == list(kinds[0]):
        return with_ending(path, every)
    if not has_ending(path, *chosen) and has_ending(path, *every):  # left as it was when the kind was changed
        path = path.with_suffix("")
    return with_ending(path, chosen)


def is_reserved(path: Path) -> bool:
    """Whether Windows takes a name for a device, or cannot hold it, so that a colleague could not open the file."""
    name = path.name
    return (
        name.split(".")[0].rstrip(" ").upper() in _RESERVED
        or name.endswith(tuple(_TRAILING))
        or any(sign in _FORBIDDEN or not sign.isprintable() for sign in name)
    )


def is_too_long(path: Path) -> bool:
    """Whether a name is longer than file systems hold."""
    return len(os.fsencode(path.name)) > _LONGEST_NAME


def stem_of(text: str, otherwise: str = "") -> str:
    """A name for a file, without its ending, from what somebody is called.

    Args:
        text: the name of a person, say; signs that a file's name cannot have become ``_``.
        otherwise: the name where nothing of the text is left.
    """
    kept = "".join(sign if sign.isalnum() or sign in " -_" else "_" for sign in text)
    stem = kept.strip().replace(" ", "-")[:_LONGEST_STEM] or otherwise
    return f"{stem}_" if stem.upper() in _RESERVED else stem
