"""Reading files of facts and cases."""

import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from pydantic import BaseModel, ValidationError

from hsp_calc import limits
from hsp_calc.casefile import protection
from hsp_calc.casefile.case import FORMAT, SECTIONS, VERSION, Case
from hsp_calc.casefile.research_figures import with_figures_in_one_place
from hsp_calc.casefile.sections import UnreadSection
from hsp_calc.casefile.serialization import case_bytes, case_data
from hsp_calc.casefile.strict_json import JsonItems
from hsp_calc.casefile.upgrades import UPGRADES
from hsp_calc.facts import DatedFacts, Facts, WorkPeriod
from hsp_calc.validation import InputError, Problem, problems_of

if TYPE_CHECKING:
    from hsp_calc.casefile.protection import Password, Protection

STANDARD_INPUT = "-"
MOST_PROBLEMS = 1_000
MOST_PERSONS = 20_000
_GROWTH = 16
"""How many times larger a case can become, at the very most, when fields that were left out are written."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file held.

    Attributes:
        cases: each person as a case, whatever form the file had; those of a list are read when they are asked for.
        is_list: whether the file held a list.
        digest: SHA-256 of the file as it was read, by which it is known whether it changed since.
        protection: what protects the file; None if nothing does. Saving takes it, so that the case stays protected.
        upgraded_from: the oldest version of a case in it, where that is older than this one.
    """

    cases: Sequence[Case]
    is_list: bool
    digest: bytes
    protection: "Protection | None" = None
    upgraded_from: int | None = None


def load(path: str | os.PathLike[str], password: "Password" = None) -> Loaded:
    """The persons of a file: one object of facts, a case, or a list of such; ``-`` is standard input.

    Nothing is written: an older case is brought up to this version in memory.

    Args:
        path: the file.
        password: of a protected case, or a function that asks for it.

    Raises:
        PasswordNeededError: the case is protected, and there is no password; an InputError.
        WrongPasswordError: it is protected with another password; an InputError.
        InputError: with every problem of the file.
        OSError: the file cannot be read.
    """
    name = os.fspath(path)
    return loaded_from(read_bytes(name), password, source=name)


def loaded_from(content: bytes, password: "Password" = None, *, source: str) -> Loaded:
    """The persons of a file that was read already.

    Args:
        content: of the file.
        password: of a protected case, or a function that asks for it.
        source: the name of the file, under which problems are reported.

    Raises:
        PasswordNeededError: the case is protected, and there is no password; an InputError.
        WrongPasswordError: it is protected with another password; an InputError.
        InputError: with every problem of the file.
    """
    name, digest, protected_by = source, sha256(content).digest(), None
    if protection.is_protected(content):
        content, protected_by = protection.open_protected(content, protection.CipherKind.CASE, password, source=name)
    items = JsonItems(content, source=name)
    problems: list[Problem] = []
    versions: list[int] = []
    one: tuple[Case, ...] = ()
    for index in range(min(len(items), MOST_PERSONS)):
        try:
            item = items.item(index)
            case = read_case(item)
        except InputError as error:
            problems += [problem.within(index) for problem in error.problems] if items.is_list else error.problems
        else:
            one = (case,)
            versions += [version] if (version := UPGRADES.version_of(item)) is not None else []
        if len(problems) > MOST_PROBLEMS:
            break
    if not len(items):
        problems.append(Problem("empty_list"))
    if len(items) > MOST_PERSONS:
        problems.append(Problem("too_many_persons", params={"most": MOST_PERSONS}))
    if problems:
        raise InputError(at_most(problems), source=name)
    if not items.is_list and len(content) > limits.FILE_BYTES // _GROWTH:
        _refuse_what_could_not_be_saved(one[0], name)
    cases = one if len(items) == 1 else CaseList(items)
    return Loaded(cases, items.is_list, digest, protected_by, min(versions, default=None))


class CaseList(Sequence[Case]):
    """The cases of a list, each read anew when it is asked for, so that the memory does not grow with the list."""

    def __init__(self, items: JsonItems) -> None:
        """Make one of items that have been read once without a problem."""
        self._items = items

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Case: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Case, ...]: ...
    def __getitem__(self, index: int | slice) -> Case | tuple[Case, ...]:
        """A case, or some."""
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        return read_case(self._items.item(range(len(self))[index]))


def _refuse_what_could_not_be_saved(case: Case, source: str) -> None:
    """What is opened can be saved: fields that were left out are written, and must find room."""
    if len(case_bytes(case)) + protection.OVERHEAD > limits.FILE_BYTES:
        raise InputError([Problem("file_too_large", params={"megabytes": limits.FILE_BYTES // 1024**2})], source=source)


def read_case(data: object) -> Case:
    """The case that a parsed JSON object stands for: a case, or the facts of one.

    Raises:
        InputError: with every problem of the object.
    """
    if not isinstance(data, dict):
        raise InputError([Problem("not_an_object", params={"value": data})])
    if (values := _count(data)) > limits.VALUES:
        raise InputError([Problem("too_many_values")])
    if not data.keys() & {"format", "history", "applicant"}:
        return Case.of(Facts.read(data))
    _refuse_other_formats(data)
    data = UPGRADES.applied(data)
    problems = list(_misspelt(data))
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        raise InputError(at_most([*problems_of(error, Case), *problems, *_of_sections(data)])) from None
    if problems := [*problems, *case.contradictions()]:
        raise InputError(problems)
    if values > limits.VALUES // _GROWTH and _count(case_data(case)) > limits.VALUES:
        raise InputError([Problem("too_many_values")])
    return with_figures_in_one_place(case)


def _of_sections(data: Mapping[str, Any]) -> Iterator[Problem]:
    """The problems of the sections of a case that is refused anyway: all that is wrong is told at once."""
    for section in SECTIONS:
        kept = section.kept_as(data.get(section.key))
        if isinstance(kept, UnreadSection):
            yield from kept.problems


def at_most(problems: Sequence[Problem]) -> list[Problem]:
    """As many problems as anyone reads, and how many more there are."""
    shown = list(problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        shown.append(Problem("more_problems", params={"shown": MOST_PROBLEMS}))
    return shown


def _count(data: object) -> int:
    """How many values stand in a value, itself included."""
    count, waiting = 0, [data]
    while waiting and count <= limits.VALUES:
        value = waiting.pop()
        count += 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return count


def _refuse_other_formats(data: Mapping[str, Any]) -> None:
    missing = [Problem("missing_field", (name,), {"name": name}) for name in ("format", "version") if name not in data]
    if missing:
        raise InputError(missing)
    version = data["version"]
    if data["format"] == FORMAT and isinstance(version, int) and version > VERSION:
        raise InputError([Problem("newer_version", ("version",), {"found": version, "supported": VERSION})])


# Fields that change the meaning of everything beside them when they are left out, and what is written for them.
_TELLING: Mapping[str, tuple[str, type[BaseModel], frozenset[str]]] = {
    "history": ("from", DatedFacts, frozenset({"since"})),
    "experience": ("to", WorkPeriod, frozenset({"until"})),
}


def _misspelt(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Days that are written under a name so like the right one that it must be meant.

    Unknown fields are kept, but an entry whose day nobody reads would be taken as true at all times.
    """
    for part, (right, model, also) in _TELLING.items():
        yield from _misspelt_in(data, part, right, model, also)
    scenarios = data.get("scenarios")
    for index, scenario in enumerate(scenarios if isinstance(scenarios, list) else ()):
        if isinstance(scenario, dict):
            for problem in _misspelt_in(scenario, "history", *_TELLING["history"]):
                yield problem.within("scenarios", index)


def _misspelt_in(
    data: Mapping[str, Any], part: str, right: str, model: type[BaseModel], also: frozenset[str]
) -> Iterator[Problem]:
    entries = data.get(part)
    known = tuple(field.alias or name for name, field in model.model_fields.items())
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, dict) or right in entry:
            continue
        for name in entry.keys() - set(known):
            letters = sorted(sign for sign in name.casefold() if sign.isalpha())
            if name in also or letters == sorted(right):
                params = {"name": name, "nearest": right, "known": known}
                yield Problem("unknown_field", (part, index, name), params)


def read_bytes(name: str) -> bytes:
    """The bytes of a file; ``-`` is standard input.

    Raises:
        InputError: it is no file, or larger than any case can be.
        OSError: it cannot be read.
    """
    if name == STANDARD_INPUT:
        content = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    elif "\0" in name:
        raise InputError([Problem("not_a_file")], source=name)
    else:
        content = _content_of(name)
    if len(content) > limits.FILE_BYTES:
        raise InputError([Problem("file_too_large", params={"megabytes": limits.FILE_BYTES // 1024**2})], source=name)
    return content


def _content_of(name: str) -> bytes:
    # O_NONBLOCK: a pipe without a writer must not keep the program waiting; it is refused beneath.
    descriptor = os.open(Path(name), os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise InputError([Problem("not_a_file")], source=name)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(limits.FILE_BYTES + 1)
