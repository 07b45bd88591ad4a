"""Adding files to the user's data folder, and removing them from it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hsp_calc.app.user_data import (
    LISTS_FOLDER,
    RULES_FOLDER,
    DataKind,
    UserFile,
    folder_of_kind,
    load_lists,
    load_rules,
    user_files,
)
from hsp_calc.app.user_law import LAW_KINDS, check_law_file, load_newest
from hsp_calc.casefile import read_bytes, write_atomically
from hsp_calc.reference.exams import load_exams
from hsp_calc.reference.list_models import open_document
from hsp_calc.reference.universities import load_list
from hsp_calc.rules import load_sources, load_table
from hsp_calc.validation import Problem

_TELLING: Mapping[DataKind, frozenset[str]] = {
    DataKind.RULES: frozenset({"pass_mark", "marks", "categories"}),
    DataKind.UNIVERSITIES: frozenset({"route", "universities"}),
    DataKind.IT_EXAMS: frozenset({"exams", "organisers"}),
    DataKind.GUIDELINE: frozenset({"routes", "second_status"}),
    DataKind.FEES: frozenset({"rates", "rule_of_day"}),
    DataKind.UNDERLYING_STATUS: frozenset({"technical_category", "verdicts"}),
    DataKind.OTHER_ACTIVITY: frozenset({"present_names", "outcomes"}),
    DataKind.HOURS: frozenset({"limit_hours", "window_days"}),
    DataKind.BENEFITS: frozenset({"columns", "not_said"}),
    DataKind.EMPLOYER: frozenset({"sections", "penalties"}),
    DataKind.SOURCES: frozenset({"sources"}),  # the last, for a rule table names its sources too
}
"""The fields by which a file is known, even where others are missing or misspelt."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file in the user's data folder.

    Attributes:
        path: the file.
        kind: what its name says that it holds.
        used: what it is used as; None if it is not.
    """

    path: Path
    kind: DataKind
    used: UserFile | None


def own_files(user_folder: Path, used: Mapping[Path, UserFile]) -> list[OwnFile]:
    """All files in the user's data folder, used or not."""
    return [OwnFile(path, kind, used.get(path)) for kind in DataKind for path in user_files(user_folder, kind)]


def add_file(path: Path, resources: Path, user_folder: Path) -> Path:
    """Put a file into the user's data folder, if it is sound and newer than what is in use.

    Args:
        path: a rule table, a list of universities, an IT notice, the guideline, the fees, a page of the guide, or
            sources that a file to be added names.
        resources: the program's folder.
        user_folder: the user's folder; it is made if it is missing.

    Returns:
        Where it is kept.

    Raises:
        InputError: with every problem of the file and its line; nothing is added.
        OSError: it cannot be read, or not be kept.
    """
    content = read_bytes(os.fspath(path))
    kind = _kind(path)
    if kind is DataKind.SOURCES:
        load_sources(path)
        target = user_folder / RULES_FOLDER / f"sources-{path.stem.removeprefix('sources-')}.yaml"
    else:
        target = _target(_tried(path, kind, resources, user_folder), user_folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, content)
    return target


def check_file(path: Path, sources: Mapping[str, object]) -> None:
    """Read a file as strictly as it would be read to be used; whether it is newer is not asked.

    Args:
        path: a file of any kind that can be added; what is none of them is read as a rule table.
        sources: the sources that are known, by their ids.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: it cannot be read.
    """
    kind = _kind_of(open_document(path).data)
    match kind:
        case None | DataKind.RULES:
            load_table(path)
        case DataKind.SOURCES:
            load_sources(path)
        case DataKind.UNIVERSITIES:
            load_list(path)
        case DataKind.IT_EXAMS:
            load_exams.__wrapped__(path)
        case _:
            check_law_file(kind, path, sources)


def _kind(path: Path) -> DataKind:
    """What a file holds.

    Raises:
        InputError: it is no YAML, or nothing that can be added.
    """
    document = open_document(path)
    kind = _kind_of(document.data)
    if kind is None:
        document.refuse_if([Problem("no_data_to_add")])
        raise AssertionError("a refusal has problems")
    return kind


def _kind_of(data: object) -> DataKind | None:
    fields = set(data) if isinstance(data, dict) else set()
    return next((kind for kind, telling in _TELLING.items() if fields & telling), None)


def _tried(path: Path, kind: DataKind, resources: Path, user_folder: Path) -> UserFile:
    """What a file would be used as.

    Raises:
        InputError: it would not be used.
    """
    if kind is DataKind.RULES:
        rules = load_rules(resources, user_folder, trying=path)
        used, refused = rules.used, rules.refused
    elif kind in LAW_KINDS:
        sources = load_rules(resources, user_folder).sources.sources
        newest = load_newest(kind, resources, user_folder, sources, trying=path)
        used, refused = (newest.used,) if newest.used else (), newest.refused
    else:
        lists = load_lists(resources, user_folder, trying=path, kind=kind)
        used, refused = lists.used, lists.refused
    for error in refused:
        if error.source == os.fspath(path):
            raise error
    return next(file for file in used if file.path == path)


def _target(file: UserFile, user_folder: Path) -> Path:
    match file.kind:
        case DataKind.RULES:
            return user_folder / RULES_FOLDER / f"hsp-{file.id.removeprefix('hsp-')}.yaml"
        case DataKind.UNIVERSITIES:
            return user_folder / LISTS_FOLDER / f"universities-{file.id}.yaml"
        case DataKind.IT_EXAMS:
            return user_folder / LISTS_FOLDER / f"it-exams-{file.id}.yaml"
        case _:
            return user_folder / folder_of_kind(file.kind) / f"{file.id}.yaml"
