"""The licences of the program and of all its parts, as texts to read. Plain Python, no Qt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from hsp_calc.locations import legal_folder, resources

_OWN = "hsp-calc"
_BUNDLED, _OF_QT = "licences", "qt"
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(?i)(licen[cs]e|copying|notice)[^/]*$")


@dataclass(frozen=True, slots=True)
class Licence:
    """A text.

    Attributes:
        part: what it is the licence of; empty for the notice of all parts.
        text: its words, which are never translated.
    """

    part: str
    text: str


def licences() -> Iterator[Licence]:
    """The notice that names all parts, the program's own licence, and those of its parts whose texts are at hand."""
    legal = legal_folder()
    yield Licence("", _text(legal / "NOTICE"))
    yield Licence("HSP Calc: Apache License 2.0", _text(legal / "LICENSE"))
    carried = resources()
    yield Licence("Qt, PySide6: LGPL 3.0", _text(carried / "licences" / "LGPL-3.0.txt"))
    yield Licence("Qt, PySide6: GPL 3.0", _text(carried / "licences" / "GPL-3.0.txt"))
    yield Licence("BIZ UDPGothic: SIL OFL 1.1", _text(carried / "sheet" / "fonts" / "OFL.txt"))
    yield Licence("Noto Sans: SIL OFL 1.1", _text(carried / "sheet" / "fonts" / "names" / "OFL.txt"))
    for part, texts in sorted((_in_bundle if (legal / _BUNDLED).is_dir() else _installed)(legal)):
        if texts:
            yield Licence(part, "\n\n".join(texts))


def _in_bundle(legal: Path) -> Iterator[tuple[str, list[str]]]:
    """The other parts of a bundle, each with a folder for its texts."""
    for folder in (legal / _BUNDLED).iterdir():
        if folder.is_dir() and folder.name != _OF_QT:
            yield folder.name, [_text(file) for file in sorted(folder.iterdir()) if file.is_file()]


def _installed(_legal: Path) -> Iterator[tuple[str, list[str]]]:
    """The other parts that are installed, each with the texts that came with it."""
    for part in _parts():
        yield f"{part.name} {part.version}", _texts_of(part)


def _parts() -> list[Distribution]:
    """The libraries that the program needs, and those that they need."""
    found: dict[str, Distribution] = {}
    waiting = [_OWN]
    while waiting:
        name = waiting.pop()
        if name.lower() in found:
            continue
        try:
            part = found[name.lower()] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or without its metadata in a bundle: the notice names it
        needed = [line for line in part.requires or () if "extra ==" not in line]
        waiting += [match.group() for line in needed if (match := _REQUIRED.match(line))]
    found.pop(_OWN, None)
    return list(found.values())


def _texts_of(part: Distribution) -> list[str]:
    files = [file for file in part.files or () if ".dist-info" in str(file) and _LICENCE_FILE.search(file.name)]
    return [_text(Path(str(file.locate()))) for file in files if Path(str(file.locate())).is_file()]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
