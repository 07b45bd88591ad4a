"""Rule tables and lists of the user's own: read as strictly as the program's, and used where they are newer.

They stand in the user's data folder as the program's own stand in ``resources``: ``rules/hsp-*.yaml`` with their
``rules/sources.yaml``, ``reference/universities-*.yaml`` and ``reference/it-exams*.yaml``.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hsp_calc.casefile import read_bytes
from hsp_calc.problems import InputError, Problem
from hsp_calc.reference.data import CarriedList, unknown
from hsp_calc.reference.exams import Exams, load_exams
from hsp_calc.reference.universities import Universities, UniversityList, load_aliases, load_list
from hsp_calc.rules import RuleTable, Source, Sources, Tables, load_sources, load_tables, read_table

_RULES, _REFERENCE = "rules", "reference"
_TABLE_FILES, _SOURCES_FILE = "hsp-*.yaml", "sources.yaml"
_LIST_FILES, _ALIASES_FILE = "universities-*.yaml", "university-aliases.yaml"
_EXAMS_FILE, _EXAMS_FILES = "it-exams.yaml", "it-exams*.yaml"
_ONE_DAY = timedelta(days=1)

_List = TypeVar("_List", bound=CarriedList)


class Kind(StrEnum):
    """What a file of the user holds."""

    RULES = "rules"
    UNIVERSITIES = "universities"
    IT_EXAMS = "it_exams"


@dataclass(frozen=True, slots=True)
class UserFile:
    """A file of the user that is used; every output that rests on it names it.

    Attributes:
        path: the file.
        kind: what it holds.
        id: of the table or list.
        replaces: the id of what it stands in place of; None if it is new.
    """

    path: Path
    kind: Kind
    id: str
    replaces: str | None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule tables of the program and the user.

    Attributes:
        tables: all of them.
        sources: of all of them.
        used: the files of the user among them.
        ended: tables of the program without a last day that a later table of the user ends, with that day.
        refused: files of the user that are not used, and why.
    """

    tables: Tables
    sources: Sources
    used: tuple[UserFile, ...]
    ended: Mapping[str, date]
    refused: tuple[InputError, ...]

    def file_of(self, table_id: str) -> UserFile | None:
        """The file of the user that a table comes from; None if it is the program's."""
        return next((file for file in self.used if file.id == table_id), None)


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of the program and the user.

    Attributes:
        universities: of each route the newest list.
        exams: the newest notice.
        used: the files of the user among them.
        refused: files of the user that are not used, and why.
    """

    universities: Universities
    exams: Exams
    used: tuple[UserFile, ...]
    refused: tuple[InputError, ...]


def load_rules(resources: Path, user_folder: Path) -> Rules:
    """The rule tables of the program, and those of the user that are sound and newer.

    A table with the id of a table of the program takes its place if it was verified later. Any other must hold on days
    on which no table does; a table of the program that has no last day ends on the day before.

    Args:
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.

    Raises:
        InputError: a file of the program is malformed.
        OSError: a file cannot be read.
    """
    tables = {table.id: table for table in load_tables(resources / _RULES)}
    sources = dict(load_sources(resources / _RULES / _SOURCES_FILE).sources)
    used: list[UserFile] = []
    refused: list[InputError] = []
    ended: dict[str, date] = {}
    _add_sources(user_folder / _RULES / _SOURCES_FILE, sources, refused)
    for path in sorted((user_folder / _RULES).glob(_TABLE_FILES)):
        name = os.fspath(path)
        try:
            found = read_table(read_bytes(name), source=name)
            replaced = tables.get(found.id)
            if problems := list(_table_problems(found, replaced, sources)):
                raise InputError(problems)  # noqa: TRY301 - refused as what the loader refuses is
            others = {key: table for key, table in tables.items() if key != found.id}
            closed = _closed(others, found)
            tables = {table.id: table for table in Tables([*(others | closed).values(), found])}
        except InputError as error:
            refused.append(InputError(error.problems, source=name))
            continue
        ended |= {key: table.until for key, table in closed.items() if table.until is not None}
        used.append(UserFile(path, Kind.RULES, found.id, replaced.id if replaced else None))
    return Rules(Tables(tables.values()), Sources(sources=sources), tuple(used), ended, tuple(refused))


def load_lists(resources: Path, user_folder: Path) -> Lists:
    """The lists of the program, and those of the user that are sound and newer.

    Args:
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.

    Raises:
        InputError: a file of the program is malformed.
        OSError: a file cannot be read.
    """
    bundled, own = resources / _REFERENCE, user_folder / _REFERENCE
    used: list[UserFile] = []
    refused: list[InputError] = []
    lists: dict[str, UniversityList] = {}
    for path in sorted(bundled.glob(_LIST_FILES)):
        carried = load_list(path)
        lists[carried.route] = carried
    aliases = load_aliases(bundled / _ALIASES_FILE, tuple(lists.values()))
    for path, found in _sound(own, _LIST_FILES, load_list, refused):
        if _is_newer(found, lists.get(found.route), path, refused):
            replaced = lists.get(found.route)
            used.append(UserFile(path, Kind.UNIVERSITIES, found.id, replaced.id if replaced else None))
            lists[found.route] = found
    exams = load_exams(bundled / _EXAMS_FILE)
    for path, notice in _sound(own, _EXAMS_FILES, load_exams.__wrapped__, refused):
        if _is_newer(notice, exams, path, refused):
            used.append(UserFile(path, Kind.IT_EXAMS, notice.id, exams.id))
            exams = notice
    in_use = {exams.id, *(found.id for found in lists.values())}
    still_used = tuple(file for file in used if file.id in in_use)
    return Lists(Universities(lists.values(), aliases), exams, still_used, tuple(refused))


def _add_sources(path: Path, sources: dict[str, Source], refused: list[InputError]) -> None:
    """Add the sources that the user's tables name; those of the program keep their ids."""
    if not path.exists():
        return
    try:
        added = load_sources(path).sources
    except InputError as error:
        refused.append(error)
        return
    for name, source in added.items():
        sources.setdefault(name, source)


def _table_problems(found: RuleTable, replaced: RuleTable | None, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for index, source in enumerate(found.sources):
        yield from unknown(source, sources, "sources", index)
    if replaced is not None and found.verified_on <= replaced.verified_on:
        params = {"id": found.id, "found": found.verified_on, "carried": replaced.verified_on}
        yield Problem("not_newer", ("verified_on",), params)


def _closed(tables: Mapping[str, RuleTable], later: RuleTable) -> dict[str, RuleTable]:
    """The tables without a last day that a later one ends."""
    return {
        key: table.model_copy(update={"until": later.since - _ONE_DAY})
        for key, table in tables.items()
        if table.until is None and table.since < later.since
    }


def _sound(
    folder: Path, pattern: str, load: Callable[[Path], _List], refused: list[InputError]
) -> Iterator[tuple[Path, _List]]:
    for path in sorted(folder.glob(pattern)):
        try:
            yield path, load(path)
        except InputError as error:
            refused.append(error)


def _is_newer(found: CarriedList, carried: CarriedList | None, path: Path, refused: list[InputError]) -> bool:
    if carried is None or found.dated > carried.dated:
        return True
    params = {"id": found.id, "found": found.dated, "carried": carried.dated}
    refused.append(InputError([Problem("not_newer", ("dated",), params)], source=os.fspath(path)))
    return False
