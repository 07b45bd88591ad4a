"""Reading files of facts and cases."""

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hsp_calc.casefile.case import FORMAT, VERSION, Case
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.facts import Facts
from hsp_calc.problems import InputError, Problem, problems_of

STANDARD_INPUT = "-"
_LARGEST_FILE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file held.

    Attributes:
        cases: each person as a case, whatever form the file had.
        is_list: whether the file held a list.
    """

    cases: tuple[Case, ...]
    is_list: bool


def load(path: str | os.PathLike[str]) -> Loaded:
    """The persons of a file: one object of facts, a case, or a list of such; ``-`` is standard input.

    Raises:
        InputError: with every problem of the file.
        OSError: the file cannot be read.
    """
    name = os.fspath(path)
    data = parse_json(read_bytes(name), source=name)
    problems: list[Problem] = []
    cases: list[Case] = []
    if isinstance(data, list):
        for index, item in enumerate(data):
            try:
                cases.append(read_case(item))
            except InputError as error:
                problems += [problem.within(index) for problem in error.problems]
        if not data:
            problems.append(Problem("empty_list"))
    else:
        try:
            cases.append(read_case(data))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems, source=name)
    return Loaded(tuple(cases), isinstance(data, list))


def read_case(data: object) -> Case:
    """The case that a parsed JSON object stands for: a case, or the facts of one.

    Raises:
        InputError: with every problem of the object.
    """
    if not isinstance(data, dict):
        raise InputError([Problem("not_an_object", params={"value": data})])
    if not data.keys() & {"format", "history", "applicant"}:
        return Case.of(Facts.read(data))
    _refuse_other_formats(data)
    try:
        case = Case.model_validate(data)
    except ValidationError as error:
        raise InputError(problems_of(error, Case)) from None
    if problems := list(case.contradictions()):
        raise InputError(problems)
    return case


def _refuse_other_formats(data: Mapping[str, Any]) -> None:
    missing = [Problem("missing_field", (name,), {"name": name}) for name in ("format", "version") if name not in data]
    if missing:
        raise InputError(missing)
    version = data["version"]
    if data["format"] == FORMAT and isinstance(version, int) and version > VERSION:
        raise InputError([Problem("newer_version", ("version",), {"found": version, "supported": VERSION})])


def read_bytes(name: str) -> bytes:
    """The bytes of a file; ``-`` is standard input.

    Raises:
        InputError: it is no file, or larger than any case can be.
        OSError: it cannot be read.
    """
    if name == STANDARD_INPUT:
        content = sys.stdin.buffer.read(_LARGEST_FILE + 1)
    else:
        # O_NONBLOCK: a pipe without a writer must not keep the program waiting; it is refused beneath.
        descriptor = os.open(Path(name), os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InputError([Problem("not_a_file")], source=name)
            content = file.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        raise InputError([Problem("file_too_large", params={"megabytes": _LARGEST_FILE // 1024**2})], source=name)
    return content
