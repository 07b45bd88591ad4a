"""Writing case files."""

import json
import os
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hsp_calc.casefile import protection as protecting
from hsp_calc.casefile.atomic import Shortfall, write_atomically, write_new
from hsp_calc.casefile.case import SECTIONS, VERSION, Case
from hsp_calc.casefile.reading import read_bytes, read_case
from hsp_calc.casefile.strict_json import parse_json, unmeant
from hsp_calc.casefile.upgrades import UPGRADES
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.casefile.protection import Protection

_LONGEST_NAME = 255
_MOST_WRITTEN_WHOLE = 10**15
_WRITTEN_WHEN_KNOWN = (
    "scenarios",
    "pay",
    "permanent_residence",
    "matter",
    "scored_under",
    "unread",
    "checklist_set_aside",
)


def case_data(case: Case) -> dict[str, Any]:
    """A case as the JSON object that its file holds."""
    data: dict[str, Any] = case.model_dump(mode="json", by_alias=True)
    _write_history(data["history"], case.history)
    for written, scenario in zip(data["scenarios"], case.scenarios, strict=True):
        _write_history(written["history"], scenario.history)
        if not scenario.unread:
            del written["unread"]
    for written, period in zip(data["experience"], case.experience, strict=True):
        written["categories"] = sorted(period.categories)
    residence = data["applicant"]["residence"]
    if (years := residence["period_years"]) is not None:
        residence["period_years"] = _number(years)
    if not residence["earlier"]:
        del residence["earlier"]
    if case.permanent_residence is not None:
        data["permanent_residence"] = case.permanent_residence.model_dump(mode="json", exclude_none=True)
    for name in _WRITTEN_WHEN_KNOWN:
        if not data[name]:
            del data[name]
    for section in SECTIONS:
        if data[section.key] in (None, {}):
            del data[section.key]
    return data


def _write_history(written: list[dict[str, Any]], history: tuple[DatedFacts, ...]) -> None:
    for entry, dated in zip(written, history, strict=True):
        facts = entry["facts"] = dated.facts.written()
        if dated.since is not None:
            _write_nulls(facts, dated.facts)
        match facts.get("experience_years"):
            case dict(years):
                facts["experience_years"] = {
                    name: None if value is None else _number(value) for name, value in years.items()
                }
            case int() | float() as years:
                facts["experience_years"] = _number(years)


def _write_nulls(written: dict[str, Any], facts: Facts) -> None:
    """Write what is not answered from a day on; on days before, it may be."""
    for name in Facts.model_fields:
        if name in facts.model_fields_set and getattr(facts, name) is None:
            written[name] = None
    years = facts.experience_years
    if years is not None and (open_ones := years.cleared):
        known = {category.value: years.within(category) for category in Category}
        answered = {name: value for name, value in known.items() if value is not None}
        written["experience_years"] = answered | dict.fromkeys(category.value for category in open_ones)


def case_bytes(case: Case) -> bytes:
    """A case as the content of its file: JSON in UTF-8, to be read by people too.

    Raises:
        InputError: a text has characters that could not be read again.
    """
    data = case_data(case)
    if problems := list(unmeant(data)):
        raise InputError(problems)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _number(value: float) -> float:
    """A number as people write it: whole where it is whole, and never with more digits than are read again."""
    return int(value) if float(value).is_integer() and abs(value) < _MOST_WRITTEN_WHOLE else float(value)


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
