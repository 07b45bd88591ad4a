"""Damaged files of every door through which something comes in, and how each door takes what it is given.

A file is made from its number alone, so that one that did harm can be made again.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from hsp_calc.casefile import case_bytes, load, parse_json, read_case
from hsp_calc.casefile.exchange import How, import_persons
from hsp_calc.casefile.recovery import Snapshot, _read, _written
from hsp_calc.casefile.sections import SavedShifts
from hsp_calc.guide.shifts import read_table
from hsp_calc.guide.weekly_hours import load_hours_page, weigh
from hsp_calc.locations import resources
from hsp_calc.output.logo import LogoError, refuse_beyond_limits
from hsp_calc.output.office import load_office
from hsp_calc.reference.exams import load_exams
from hsp_calc.reference.universities import load_list
from hsp_calc.rules import load_sources, load_table
from hsp_calc.text import Translator, describe_error
from hsp_calc.validation import InputError
from tests.casefile.damage import PASSWORD, PROTECTED, altered, damaged, mutated

DAY = date(2026, 11, 22)
_SEED = 20261122
_LARGEST_COMPARED = 1024**2
_WORDS = [Translator.load("ja"), Translator.load("en")]
_SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><defs><linearGradient id="a">'
    b'<stop offset="0" stop-color="#123"/></linearGradient></defs><rect width="60" height="40" fill="url(#a)"/>'
    b'<path d="M5 5h50v30z" fill="none" stroke="red"/><text x="5" y="20">HSP</text></svg>'
)


class WrongEndError(AssertionError):
    """A door let something through that it should not, or refused without words."""


@dataclass(frozen=True, slots=True)
class Door:
    """A way in.

    Attributes:
        share: how many of a thousand files go through it.
        damaged: a damaged file for it.
        read: takes a file as the program does, and says how that ended.
    """

    share: int
    damaged: Callable[[Random], bytes]
    read: Callable[[Path], str]


def made(number: int) -> tuple[str, bytes]:
    """A damaged file: the name of its door and its content. The first are one of each door."""
    random = Random(f"{_SEED}:{number}")  # noqa: S311 - damage, no secrets
    names = list(DOORS)
    (name,) = names[number : number + 1] or random.choices(names, [door.share for door in DOORS.values()])
    return name, DOORS[name].damaged(random)


def end_of(name: str, path: Path) -> str:
    """How a door takes a file: what it did with it, or the code of its refusal.

    Raises:
        Exception: anything but a result and a clear refusal.
    """
    try:
        return f"{name}: {DOORS[name].read(path)}"
    except InputError as error:
        if not all(sentence.encode() for words in _WORDS for sentence in describe_error(error, words)):
            raise WrongEndError("a refusal without words") from error
        return f"{name}: {error.problems[0].code}"
    except LogoError as error:
        if not all(error.describe(words) for words in _WORDS):
            raise WrongEndError("a refusal without words") from error
        return f"{name}: {error.code}"
    except OSError as error:
        return f"{name}: {type(error).__name__}"


# Cases and lists ---------------------------------------------------------------------------------------------------


def _damaged_as(kind: str) -> Callable[[Random], bytes]:
    def one(random: Random) -> bytes:
        while True:
            found, content = damaged(random)
            if found == kind:
                return content

    return one


def _read_case(path: Path) -> str:
    loaded = load(path, PASSWORD)
    if path.stat().st_size <= _LARGEST_COMPARED:
        for case in loaded.cases[:3]:
            again = read_case(parse_json(case_bytes(case)))
            if case_bytes(again) != case_bytes(case):
                raise WrongEndError("saved, it is another")
            case.section(SavedShifts)
    return "loaded"


def _read_list(path: Path) -> str:
    import_persons(path, How(DAY))
    return "imported"


# Shifts ------------------------------------------------------------------------------------------------------------


@cache
def _shifts() -> tuple[bytes, ...]:
    days = [DAY + timedelta(days=number) for number in range(40)]
    rows = [f"{day},{9 + day.day % 9}:00,{14 + day.day % 9}:30,カフェ{day.day % 3}" for day in days]
    text = "\n".join(["date,start,end,employer", *rows])
    japanese = "\n".join(["日付,開始,終了,勤務先", *(row.replace("-", "/") for row in rows)])
    return text.encode(), japanese.encode("utf-8-sig"), japanese.encode("cp932"), japanese.replace(",", "\t").encode()


def _read_shifts(path: Path) -> str:
    rule = load_hours_page(resources() / "reference" / "guide" / "hours.yaml")
    weigh(read_table(path.read_bytes(), source=str(path)).shifts(str(path)), [], rule)
    return "weighed"


# Rule files and lists of the user ----------------------------------------------------------------------------------


@cache
def _own(name: str) -> bytes:
    return (resources() / name).read_bytes()


def _damaged_yaml(*names: str) -> Callable[[Random], bytes]:
    def one(random: Random) -> bytes:
        content = mutated(random, _own(random.choice(names)))
        if random.random() < 0.3:  # beside lost bytes: another value in a line
            lines = content.split(b"\n")
            at = random.randrange(len(lines))
            value = random.choice([b"null", b"[]", b"{}", b"9" * 30, b"*a", b"!!python/none x", b"2024-02-30", b"\t"])
            lines[at] = re.sub(rb": .*", b": " + value, lines[at])
            content = b"\n".join(lines)
        return content

    return one


def _reading(load_one: Callable[[Path], object]) -> Callable[[Path], str]:
    def read(path: Path) -> str:
        load_one(path)
        return "loaded"

    return read


# Logos and the office ----------------------------------------------------------------------------------------------


@cache
def _logos() -> tuple[bytes, ...]:
    pictures = []
    for kind in ("PNG", "JPEG"):
        out = BytesIO()
        Image.linear_gradient("L").resize((60, 40)).convert("RGB").save(out, kind)
        pictures.append(out.getvalue())
    return _SVG, *pictures


def _damaged_logo(random: Random) -> bytes:
    return mutated(random, random.choice(_logos()))


def _read_head(path: Path) -> str:
    return f"taken for {refuse_beyond_limits(path.read_bytes())}"


def _damaged_office(random: Random) -> bytes:
    data = {"format": "hsp-office", "version": 1, "name": "行政書士 山田", "address": "東京都", "logo": None}
    if random.random() < 0.5:
        return mutated(random, json.dumps(data, ensure_ascii=False).encode())
    return json.dumps(altered(random, data)).encode()


def _read_office(path: Path) -> str:
    folder = path.with_name("office")
    folder.mkdir(exist_ok=True)
    (folder / "office.json").write_bytes(path.read_bytes())
    load_office(folder)
    return "loaded"


# Recovery copies ---------------------------------------------------------------------------------------------------


@cache
def _copy() -> bytes:
    case = load(resources() / "samples" / "engineer.hspcase").cases[0]
    return _written(Snapshot(case, Path("/somewhere/a.hspcase"), view={"typed": "８２０"}, base=bytes(32)))


def _damaged_copy(random: Random) -> bytes:
    match random.randrange(4):
        case 0:
            return mutated(random, PROTECTED)
        case 1:
            return mutated(random, _copy())
        case _:
            return json.dumps(altered(random, json.loads(_copy()))).encode()


def _read_copy(path: Path) -> str:
    _read(path.read_bytes(), str(path))
    return "read"


_TABLES = ("rules/hsp-2015-04-01.yaml", "rules/hsp-2023-04-01.yaml")
_UNIVERSITIES = ("reference/universities-top-global.yaml", "reference/universities-innovative-asia.yaml")
DOORS: Mapping[str, Door] = {
    "case": Door(640, _damaged_as("case"), _read_case),  # facts, cases, lists of them as JSON, and protected cases
    "list": Door(140, _damaged_as("list"), _read_list),  # CSV in two encodings, and Excel
    "shifts": Door(120, lambda random: mutated(random, random.choice(_shifts())), _read_shifts),
    "recovery copy": Door(50, _damaged_copy, _read_copy),
    "office": Door(20, _damaged_office, _read_office),
    "logo": Door(20, _damaged_logo, _read_head),  # its head; drawing is a process for each, see ``files``
    "rule table": Door(2, _damaged_yaml(*_TABLES), _reading(load_table)),
    "sources": Door(2, _damaged_yaml("rules/sources.yaml"), _reading(load_sources)),
    "universities": Door(4, _damaged_yaml(*_UNIVERSITIES), _reading(load_list)),
    "exams": Door(2, _damaged_yaml("reference/it-exams.yaml"), _reading(load_exams)),
}
