"""Leaves of ICU's data what Qt asks for in the program's languages; the whole is ten times as large.

Qt calls ICU to sort, to convert old encodings and to name time zones. The data are one table inside a library of their
own, in the form that ``unicode/udata.h`` of ICU describes: a header, a list of names and places, and the items. The
library is made anew around the items that stay, by ``as`` and ``ld``, which PyInstaller's own tools come with.
"""

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

_ALIGNMENT = 16
_LANGUAGES = "root|en|ja"
_STAYS = re.compile(
    rf"""
    ((coll|zone)/)?({_LANGUAGES}|res_index|pool|supplementalData)\.res   # the languages and the trees' common ground
    | coll/ucadata\.icu                                                 # the order of all characters
    | (zoneinfo64|timezoneTypes|metaZones|windowsZones|keyTypeData|likelySubtags|numberingSystems|icustd|icuver)\.res
    | cnvalias\.icu | ibm-(943|954|33722)\S*\.cnv                       # Shift-JIS and EUC-JP
    | \w+\.(nrm|icu)                                                   # normal forms and properties of characters
    """,
    re.VERBOSE,
)


def trim(library: Path) -> None:
    """Make ``libicudata`` anew with the items that stay."""
    (symbol,) = re.findall(r"\b(icudt\d+)_dat$", _run("objdump", "-T", library), re.MULTILINE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.dat"
        _run("objcopy", "-O", "binary", "--only-section=.rodata", library, whole)
        (folder / "kept.dat").write_bytes(kept(whole.read_bytes()))
        (folder / "data.s").write_text(
            f".section .rodata\n.balign {_ALIGNMENT}\n.globl {symbol}_dat\n.type {symbol}_dat, %object\n"
            f'{symbol}_dat: .incbin "{folder / "kept.dat"}"\n.size {symbol}_dat, . - {symbol}_dat\n'
            '.section .note.GNU-stack,"",%progbits\n',
            encoding="ascii",
        )
        _run("as", "-o", folder / "data.o", folder / "data.s")
        _run("ld", "-shared", "-s", "--build-id=none", "-soname", library.name, "-o", library, folder / "data.o")


def kept(table: bytes) -> bytes:
    """The table of data with the items that stay."""
    (start,) = struct.unpack_from("<H", table)
    items = [(name, content) for name, content in _items(table, start) if _STAYS.fullmatch(name.partition("/")[2])]
    names = bytearray()
    places: list[int] = []
    head = 4 + 8 * len(items)  # how many there are, and of each where its name and its content begin
    for name, _content in items:
        places.append(head + len(names))
        names += name.encode("ascii") + b"\0"
    contents = bytearray()
    entries = bytearray(struct.pack("<I", len(items)))
    base = _aligned(start + head + len(names)) - start
    for place, (_name, content) in zip(places, items, strict=True):
        entries += struct.pack("<II", place, base + len(contents))
        contents += content.ljust(_aligned(len(content)), b"\xaa")
    return table[:start] + bytes(entries + names).ljust(base, b"\xaa") + bytes(contents)


def _items(table: bytes, start: int) -> list[tuple[str, bytes]]:
    """The names and contents of a table; names begin with that of the table itself."""
    (count,) = struct.unpack_from("<I", table, start)
    entries = list(struct.iter_unpack("<II", table[start + 4 : start + 4 + 8 * count]))
    ends = [place for _name, place in entries[1:]] + [len(table) - start]
    return [
        (
            table[start + name : table.index(b"\0", start + name)].decode("ascii"),
            table[start + place : start + end],
        )
        for (name, place), end in zip(entries, ends, strict=True)
    ]


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def _run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    trim(Path(sys.argv[1]))
