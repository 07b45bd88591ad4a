"""Files that were damaged, and files that were made to do harm."""

import io
import json
import os
import socket
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from hsp_calc.casefile import Case, Protection, case_bytes, read_case
from hsp_calc.casefile.exchange import csv_list, excel_list
from hsp_calc.casefile.protection import CipherKind, KeyDerivationCost
from tests.casefile.conftest import SAMPLE
from tests.engine.persons import persons

MEGABYTE = 1024**2
LARGEST = 16 * MEGABYTE
DAY = date(2026, 11, 22)
PASSWORD = "合言葉"  # noqa: S105 - of the samples
CHEAP = KeyDerivationCost(memory_kib=8, iterations=1, lanes=1)

PIECES = (
    b'null true false 0 -1 1e9 1e999 NaN -Infinity 1.5 99999999999999999999 [] {} "" [[]] {"a":1} , : " \\ { } [ ] '
    b"\x00 \xff \xef\xbb\xbf \xed\xa0\x80 \\ud800 \\u0000 \xf0\x9f\x98\x80 "
    b'"from" "to" "facts" "version":2 "version":0 "history" "pay" "scored_under" "n1" "2024-02-30" "0001-01-01" '
    b'"9999-12-31" "age":1,"age":2'
).split(b" ")
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**17,
    1e308,
    -0.0,
    "",
    "\u200f",
    "=1+1",
    "0001-01-01",
    "9999-12-31",
    "2024-02-30",
    [],
    {},
    [[]],
    {"": {}},
    ["master", "master"],
    "hsp-case",
    2,
    "x" * 5_000,
)

FULL: dict[str, Any] = SAMPLE | {
    "pay": {"items": [{"kind": "base", "yen": 400_000}, {"kind": "housing_allowance", "yen": 1, "taxed": None}]},
    "scored_under": {"table": "t", "hash": "sha256:0", "on": "2026-11-22", "points": {"technical": {"a": 5}}},
    "later": {"versions": ["may", 1, {"add": None}]},
}


def _named(case: Case, name: str) -> Case:
    """A case with the name without which a list has nobody."""
    return case.model_copy(update={"applicant": case.applicant.model_copy(update={"name": name})})


_PEOPLE = list(persons(20, seed=7, day=DAY))
TEXTS = [
    json.dumps(SAMPLE).encode(),
    case_bytes(read_case(FULL)),
    json.dumps(_PEOPLE[:3]).encode(),
    *(json.dumps(person).encode() for person in _PEOPLE),
]
_CASES = [_named(read_case(person), f"Person {number}") for number, person in enumerate(_PEOPLE[:3])] + [
    read_case(SAMPLE)
]
LISTS = [csv_list(_CASES, DAY), csv_list(_CASES, DAY).decode("utf-8-sig").encode("cp932"), excel_list(_CASES, DAY)]
PROTECTED = Protection.with_password(PASSWORD, CHEAP).sealed(TEXTS[0], CipherKind.CASE, 1)


def mutated(random: Random, content: bytes) -> bytes:
    """Content with a few bytes lost, doubled, changed or put in."""
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        at = random.randrange(len(content) + 1)
        to = min(len(content), at + random.choice((0, 1, 1, 4, 20, 200)))
        match random.randrange(5):
            case 0:
                content = content[:at] + random.choice(PIECES) + content[to:]
            case 1:
                content = content[:at] + content[to:]
            case 2:
                content = content[:at] + content[at:to] * 2 + content[to:]
            case 3:
                content = content[:at]
            case _:
                content = content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]
    return content


def altered(random: Random, data: Any) -> Any:
    """JSON of which some value is another, is missing, or stands under another name."""
    if random.random() < 0.15 or not isinstance(data, list | dict) or not data:
        return random.choice(ODD)
    if isinstance(data, list):
        index = random.randrange(len(data))
        return [*data[:index], altered(random, data[index]), *data[index + 1 :]]
    name = random.choice(list(data))
    kept = {key: value for key, value in data.items() if key != name}
    match random.randrange(6):
        case 0:
            return kept
        case 1:
            return kept | {
                random.choice([f"{name}s", name.upper(), "", "__class__", "since", "model_config"]): data[name]
            }
        case _:
            return data | {name: altered(random, data[name])}


def damaged(random: Random) -> tuple[str, bytes]:
    """A damaged file: which kind it was, and its content."""
    match random.randrange(20):
        case 0:
            return "case", random.randbytes(random.choice((0, 1, 10, 1_000)))
        case 1:
            codec = random.choice(["utf-16", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp", "utf-7"])
            return "case", random.choice(TEXTS).decode().encode(codec, "replace")
        case 2 | 3:
            return "case", mutated(random, PROTECTED)
        case 4 | 5 | 6:
            return "list", mutated(random, random.choice(LISTS))
        case 7 | 8 | 9 | 10 | 11:
            return "case", json.dumps(altered(random, json.loads(random.choice(TEXTS)))).encode()
        case _:
            return "case", mutated(random, random.choice(TEXTS))


def harmful_cases() -> Iterator[tuple[str, bytes]]:
    """Case files made to do harm: what it is that they try, and their content."""

    def repeated(unit: bytes, before: bytes = b"[", after: bytes = b"]", size: int = LARGEST) -> bytes:
        times = (size - len(before) - len(after)) // len(unit)
        return before + (unit * times)[:-1] + after

    yield "deep lists", b"[" * LARGEST
    yield "deep objects", b'{"a":' * (LARGEST // 5)
    yield "deep and closed", b"[" * 8 * MEGABYTE + b"]" * 8 * MEGABYTE
    yield "as deep as allowed", b'{"format":"hsp-case","version":1,"x":' + b"[" * 251 + b"]" * 251 + b"}"
    yield "many empty objects", repeated(b"{},")
    yield "many empty lists", repeated(b"[],")
    yield "many numbers", repeated(b"1,")
    yield "many small objects", repeated(b'{"a":1},')
    yield "many persons", repeated(b'{"age":30},', size=2 * MEGABYTE)
    yield "many wrong persons", repeated(b'{"agf":30},', size=2 * MEGABYTE)
    yield "many wrong entries", repeated(b'{"facts":3},', b'{"format":"hsp-case","version":1,"history":[', b"]}")
    yield (
        "some wrong entries",
        repeated(b'{"facts":3},', b'{"format":"hsp-case","version":1,"history":[', b"]}", size=100_000),
    )
    names = b",".join(b'"a%d":1' % number for number in range(1_100_000))
    yield "many unknown names", b"{" + names + b"}"
    yield "some unknown names", b"{" + b",".join(b'"a%d":1' % number for number in range(19_000)) + b"}"
    yield "one name again and again", b"{" + b",".join([b'"a":1'] * 900_000) + b"}"
    yield "a long text", b'{"format":"hsp-case","version":1,"x":"' + b"a" * (LARGEST - 50) + b'"}'
    smile = "\U0001f600".encode()
    yield "a long wide text", b'{"format":"hsp-case","version":1,"x":"' + smile + b"a" * (LARGEST - 60) + b'"}'
    yield "a long wide text that is allowed", b'{"format":"hsp-case","version":1,"x":"' + smile * 2_600_000 + b'"}'
    yield "quotation marks", b'"' + b'\\"' * (LARGEST // 2 - 1)
    yield "backslashes", b'"' + b"\\" * (LARGEST - 1)
    yield "a long number", b"[" + b"1" * (LARGEST - 2) + b"]"
    yield "a long fraction", b'{"experience_years":1.' + b"1" * (LARGEST - 40) + b"}"
    yield "a long exponent", b'{"experience_years":1e' + b"9" * (LARGEST - 40) + b"}"
    yield "null bytes", bytes(LARGEST)
    yield "white space", b" " * LARGEST
    yield "half characters", b'{"format":"hsp-case","version":1,"x":"' + b"\\ud800" * 100_000 + b'"}'
    for cost in (
        KeyDerivationCost(1024 * 1024, 3, 4),
        KeyDerivationCost(2**32 - 1, 1, 1),
        KeyDerivationCost(64, 2**32 - 1, 1),
        KeyDerivationCost(8, 1, 255),
        KeyDerivationCost(0, 0, 0),
    ):
        yield f"a key that costs {cost}", claiming(cost)
    yield "the dearest key that is allowed", claiming(KeyDerivationCost(64 * 1024, 8, 8))
    yield "a protected file that is cut off", PROTECTED[:-1]
    yield "a header alone", PROTECTED[:60]


def claiming(cost: KeyDerivationCost) -> bytes:
    """A protected file whose header, otherwise in order, claims a cost."""
    protection = Protection.with_password(PASSWORD, CHEAP)
    claimed = Protection(protection.salt, cost, b"k" * 32, b"c" * 32)
    return claimed.sealed(b"{}", CipherKind.CASE, 1)


def harmful_lists() -> Iterator[tuple[str, bytes]]:
    """Lists made to do harm: what it is that they try, and their content."""
    yield "many columns", b"name" + b"," * 3_900_000
    yield "many headings", b"name," * 800_000
    yield "many rows", b"age\n" + b"1\n" * 2_000_000
    yield "many wrong rows", b"age\n" + b"x\n" * 4_000
    yield "a large cell", b'name\n"' + b"a" * 3_900_000 + b'"'
    yield "an open quotation mark", b'name\n"' + b"a\n" * 1_900_000
    yield "a large file", b"a" * LARGEST
    workbook = LISTS[2]
    sheet = "xl/worksheets/sheet1.xml"
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    end = b"</sheetData></worksheet>"

    def row(cells: bytes) -> bytes:
        return start + b"<row>" + cells + b"</row>" + end

    yield "a gigabyte of nothing", replaced(workbook, sheet, start + b" " * (1024 * MEGABYTE // 8) + end)
    yield "a part beside the sheet that is large", replaced(workbook, "xl/media/a.bin", bytes(64 * MEGABYTE))
    yield "many parts", replaced(workbook, *(f"xl/{number}.xml" for number in range(1_000)))
    yield "many tags in a row", replaced(workbook, sheet, row(b"<c/>" * 3_000_000))
    yield (
        "as many tags as are allowed",
        replaced(workbook, sheet, row(b"<c/>" * 990_000)),
    )
    yield "as many rows as are allowed", replaced(workbook, sheet, start + b"<row/>" * 690_000 + end)
    cells = b'<row><c t="s"><v>0</v></c></row>' * 110_000
    yield "as many cells as are allowed", replaced(workbook, sheet, start + cells + end)
    hidden = (b"<c/>" * 2_000 + b"<!--<row>-->") * 490
    yield "rows that are none", replaced(workbook, sheet, row(hidden))
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + b"<si/>" * 299_000 + b"</sst>"
    yield "as many texts as are allowed", replaced(workbook, "xl/sharedStrings.xml", texts)
    styles = b"<cellXfs>" + b"<xf/>" * 29_000 + b"</cellXfs></styleSheet>"
    space = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    yield "as many styles as are allowed", replaced(workbook, "xl/styles.xml", space + styles)
    yield "many styles", replaced(workbook, "xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 3_000_000 + b"</styleSheet>")
    last = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    yield "a row far down", replaced(workbook, sheet, start + last + end)
    yield "a row farther down", replaced(workbook, sheet, start + last.replace(b"1048576", b"9" * 15) + end)
    yield "a column far out", replaced(workbook, sheet, row(b'<c r="ZZZ1"><v>1</v></c>'))
    laughs = b'<!DOCTYPE a [<!ENTITY b "' + b"ha" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]>'
    yield (
        "entities",
        replaced(workbook, sheet, laughs + row(b"<c><v>" + b"&c;" * 1000 + b"</v></c>")),
    )
    yield "a sheet that is no XML", replaced(workbook, sheet, b"<<<")
    yield "an empty archive", b"PK\x05\x06" + bytes(18)
    yield "an old workbook", b"\xd0\xcf\x11\xe0" + bytes(1_000)


def replaced(workbook: bytes, *parts: Any) -> bytes:
    """A workbook with another content of one part, or with many small parts more."""
    out = io.BytesIO()
    name, content = (parts[0], parts[1]) if len(parts) == 2 and isinstance(parts[1], bytes) else (None, b"")
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        if name is not None:
            new.writestr(name, content)
        else:
            for more in parts:
                new.writestr(str(more), b"<a/>")
    return out.getvalue()


def odd_paths(folder: Path) -> Iterator[Path]:
    """Paths behind which there is no file of a user's, as far as the system has them."""
    yield folder
    yield folder / "none"
    yield folder / ("x" * 300)
    yield Path(f"{folder}/nu\0ll")
    yield Path(f"{folder}/half\udcff")
    sparse = folder / "sparse"
    with sparse.open("wb") as file:
        file.truncate(1024 * MEGABYTE)
    yield sparse
    with suppress(OSError):
        for name, target in (("loop", "loop"), ("dangling", "none"), ("to-folder", ".")):
            (folder / name).symlink_to(target)
            yield folder / name
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
        yield folder / "pipe"
    if hasattr(socket, "AF_UNIX") and os.name == "posix":
        with suppress(OSError), socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(folder / "s"))
            yield folder / "s"
    yield from (path for path in map(Path, ("/dev/zero", "/dev/random", "/proc/self/mem")) if path.exists())


def counting_case(number: int) -> Case:
    """A case of some size that holds a number."""
    data: dict[str, Any] = SAMPLE | {"number": number, "padding": ["人" * 100] * 200}
    return read_case(data)
