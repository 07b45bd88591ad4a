"""Rule tables and lists of the user's own: read as strictly as the program's, and used where they are newer.

They stand in the user's data folder as the program's own stand in ``resources``: ``rules/hsp-*.yaml`` with their
``rules/sources*.yaml``, ``reference/universities-*.yaml`` and ``reference/it-exams*.yaml``. So do the guideline, the
fees and the pages of the guide, which ``user_law`` reads.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hsp_calc.reference.exams import Exams, load_exams
from hsp_calc.reference.list_models import CarriedList, open_document, unknown
from hsp_calc.reference.universities import Universities, UniversityList, load_list, load_university_names
from hsp_calc.rules import RuleTable, Source, Sources, Tables, load_sources, load_table, load_tables
from hsp_calc.validation import InputError, Problem

RULES_FOLDER, LISTS_FOLDER, GUIDE_FOLDER = "rules", "reference", "reference/guide"
_SOURCES_FILE, _NAMES_FILE, _EXAMS_FILE = "sources.yaml", "university-names.yaml", "it-exams.yaml"
_ONE_DAY = timedelta(days=1)

_Found = TypeVar("_Found")


class DataKind(StrEnum):
    """What a file of the user holds."""

    RULES = "rules"
    UNIVERSITIES = "universities"
    IT_EXAMS = "it_exams"
    GUIDELINE = "guideline"
    FEES = "fees"
    UNDERLYING_STATUS = "underlying_status"
    OTHER_ACTIVITY = "other_activity"
    HOURS = "hours"
    BENEFITS = "benefits"
    EMPLOYER = "employer"
    SOURCES = "sources"


_PATTERNS: Mapping[DataKind, tuple[str, str]] = {
    DataKind.SOURCES: (RULES_FOLDER, "sources*.yaml"),
    DataKind.RULES: (RULES_FOLDER, "hsp-*.yaml"),
    DataKind.UNIVERSITIES: (LISTS_FOLDER, "universities-*.yaml"),
    DataKind.IT_EXAMS: (LISTS_FOLDER, "it-exams*.yaml"),
    DataKind.GUIDELINE: (RULES_FOLDER, "permanent-residence*.yaml"),
    DataKind.FEES: (RULES_FOLDER, "fees*.yaml"),
    DataKind.UNDERLYING_STATUS: (GUIDE_FOLDER, "underlying-status*.yaml"),
    DataKind.OTHER_ACTIVITY: (GUIDE_FOLDER, "other-activity*.yaml"),
    DataKind.HOURS: (GUIDE_FOLDER, "hours*.yaml"),
    DataKind.BENEFITS: (GUIDE_FOLDER, "benefits*.yaml"),
    DataKind.EMPLOYER: (GUIDE_FOLDER, "employer*.yaml"),
}


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
    kind: DataKind
    id: str
    replaces: str | None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule tables of the program and the user.

    Attributes:
        tables: all of them; those of the user know their file (``origin``).
        sources: of all of them.
        used: the files of the user among them.
        ended: tables without a last day that a later table of the user ends, with that day.
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
        universities: of each route the newest list; those of the user know their file (``origin``).
        exams: the newest notice.
        used: the files of the user among them.
        refused: files of the user that are not used, and why.
    """

    universities: Universities
    exams: Exams
    used: tuple[UserFile, ...]
    refused: tuple[InputError, ...]


def folder_of_kind(kind: DataKind) -> str:
    """Where files of a kind stand, in the user's folder and in the program's."""
    return _PATTERNS[kind][0]


def user_files(user_folder: Path, kind: DataKind, trying: Path | None = None) -> list[Path]:
    """The files of a kind in the user's folder, and one that is to be added to them."""
    folder, pattern = _PATTERNS[kind]
    found = sorted((user_folder / folder).glob(pattern))
    return found if trying is None else [*found, trying]


def _misnamed(user_folder: Path, folder: str) -> Iterator[InputError]:
    """Files of a folder of the user under a name by which no kind is known."""
    patterns = [pattern for own_folder, pattern in _PATTERNS.values() if own_folder == folder]
    for path in sorted((user_folder / folder).glob("*.y*ml")):
        if not any(path.match(pattern) for pattern in patterns):
            yield InputError([Problem("file_misnamed", params={"names": patterns})], source=os.fspath(path))


def load_rules(resources: Path, user_folder: Path, *, trying: Path | None = None) -> Rules:
    """The rule tables of the program, and those of the user that are sound and newer.

    A table with the id of another takes its place if it was verified later. Any other must hold on days on which no
    table does; a table that has no last day ends on the day before.

    Args:
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.
        trying: a file that is not in it, taken as if it were.

    Raises:
        InputError: a file of the program is malformed.
        OSError: a file of the program cannot be read.
    """
    tables = {table.id: table for table in load_tables(resources / RULES_FOLDER)}
    sources = dict(load_sources(resources / RULES_FOLDER / _SOURCES_FILE).sources)
    used: list[UserFile] = []
    refused = list(_misnamed(user_folder, RULES_FOLDER))
    ended: dict[str, date] = {}
    for _path, added in read_sound(user_files(user_folder, DataKind.SOURCES), load_sources, refused):
        sources |= {name: source for name, source in added.sources.items() if name not in sources}
    own = read_sound(user_files(user_folder, DataKind.RULES, trying), load_table, refused)
    for path, found in sorted(own, key=lambda each: (each[1].since, each[1].verified_on)):
        replaced = tables.get(found.id)
        others = {key: table for key, table in tables.items() if key != found.id}
        closed = _closed(others, found)
        problems = list(_table_problems(found, replaced, sources)) or _overlaps(others | closed, found)
        if problems:
            refuse(path, problems, refused)
            continue
        tables = {**others, **closed, found.id: found.of_file(path)}
        ended |= {key: table.until for key, table in closed.items() if table.until is not None}
        used.append(UserFile(path, DataKind.RULES, found.id, replaced.id if replaced else None))
    still_used = tuple(file for file in used if tables[file.id].origin == file.path)
    return Rules(Tables(tables.values()), Sources(sources=sources), still_used, ended, tuple(refused))


def load_lists(
    resources: Path, user_folder: Path, *, trying: Path | None = None, kind: DataKind | None = None
) -> Lists:
    """The lists of the program, and those of the user that are sound and newer.

    Args:
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.
        trying: a file that is not in it, taken as if it were.
        kind: what that file holds.

    Raises:
        InputError: a file of the program is malformed.
        OSError: a file of the program cannot be read.
    """
    bundled = resources / LISTS_FOLDER
    used: list[UserFile] = []
    refused = [error for folder in (LISTS_FOLDER, GUIDE_FOLDER) for error in _misnamed(user_folder, folder)]
    lists: dict[str, UniversityList] = {}
    for path in sorted(bundled.glob(_PATTERNS[DataKind.UNIVERSITIES][1])):
        carried = load_list(path)
        lists[carried.route] = carried
    names = load_university_names(bundled / _NAMES_FILE, tuple(lists.values()))
    own = user_files(user_folder, DataKind.UNIVERSITIES, trying if kind is DataKind.UNIVERSITIES else None)
    for path, found in read_sound(own, load_list, refused):
        replaced = lists.get(found.route)
        if _is_newer(found, replaced, path, refused):
            used.append(UserFile(path, DataKind.UNIVERSITIES, found.id, replaced.id if replaced else None))
            lists[found.route] = found.of_file(path)
    exams = load_exams(bundled / _EXAMS_FILE)
    own = user_files(user_folder, DataKind.IT_EXAMS, trying if kind is DataKind.IT_EXAMS else None)
    for path, notice in read_sound(own, load_exams.__wrapped__, refused):
        if _is_newer(notice, exams, path, refused):
            used.append(UserFile(path, DataKind.IT_EXAMS, notice.id, exams.id))
            exams = notice.of_file(path)
    origins = {exams.origin, *(found.origin for found in lists.values())}
    still_used = tuple(file for file in used if file.path in origins)
    return Lists(Universities(lists.values(), names), exams, still_used, tuple(refused))


def read_sound(
    paths: list[Path], load: Callable[[Path], _Found], refused: list[InputError]
) -> Iterator[tuple[Path, _Found]]:
    """What can be read of some files; why the others cannot is added to what is refused."""
    for path in paths:
        try:
            yield path, load(path)
        except InputError as error:
            refused.append(InputError(error.problems, source=os.fspath(path)))
        except OSError as error:
            cause = os.strerror(error.errno) if error.errno else str(error)
            refused.append(InputError([Problem("unreadable", params={"cause": cause})], source=os.fspath(path)))


def refuse(path: Path, problems: list[Problem], refused: list[InputError]) -> None:
    """Refuse a file that can be read, with the lines of what is wrong."""
    try:
        open_document(path).refuse_if(problems)
    except InputError as error:
        refused.append(error)


def _table_problems(found: RuleTable, replaced: RuleTable | None, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for index, source in enumerate(found.sources):
        yield from unknown(source, sources, "sources", index)
    if replaced is not None and found.verified_on <= replaced.verified_on:
        params = {"id": found.id, "found": found.verified_on, "carried": replaced.verified_on}
        yield Problem("not_newer", ("verified_on",), params)


def _overlaps(others: Mapping[str, RuleTable], found: RuleTable) -> list[Problem]:
    """The tables that hold on a day of one that is to join them."""
    try:
        Tables([*others.values(), found])
    except InputError as error:
        return [Problem(problem.code, ("from",), problem.params) for problem in error.problems]
    return []


def _closed(tables: Mapping[str, RuleTable], later: RuleTable) -> dict[str, RuleTable]:
    """The tables without a last day that a later one ends."""
    return {
        key: table.model_copy(update={"until": later.since - _ONE_DAY})
        for key, table in tables.items()
        if table.until is None and table.since < later.since
    }


def _is_newer(found: CarriedList, carried: CarriedList | None, path: Path, refused: list[InputError]) -> bool:
    if carried is None or found.dated > carried.dated:
        return True
    params = {"id": found.id, "found": found.dated, "carried": carried.dated}
    refuse(path, [Problem("not_newer", ("dated",), params)], refused)
    return False
