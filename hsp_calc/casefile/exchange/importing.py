"""Reading lists of persons: all of a list, or none of it and every cell that is wrong."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from hsp_calc.casefile.case import Applicant, Case
from hsp_calc.casefile.exchange.cells import read_cell
from hsp_calc.casefile.exchange.columns import COLUMNS, EXPERIENCE, Column
from hsp_calc.casefile.exchange.csv_files import Row, csv_rows, csv_text
from hsp_calc.casefile.reading import MOST_PROBLEMS, at_most, read_bytes
from hsp_calc.casefile.strict_json import unmeant
from hsp_calc.facts import Facts
from hsp_calc.problems import InputError, Path, Problem, nearest, problems_of

MOST_ROWS = 5_000
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Imported:
    """A list of persons.

    Attributes:
        cases: one a row.
        rows: the number of the row of each, as the spreadsheet counts them.
        encoding: of a CSV file, ``utf-8`` or ``cp932``; None for a workbook.
    """

    cases: tuple[Case, ...]
    rows: tuple[int, ...]
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a list.

    Attributes:
        known: by their index.
        headed: the indices of all that have a heading, known or not.
    """

    known: Mapping[int, Column]
    headed: frozenset[int]


def import_persons(path: str | os.PathLike[str]) -> Imported:
    """The persons of a CSV file or an Excel workbook, one a row under a row of headings.

    The problems of an InputError have the row as their ``line``, the heading as their place, and the cell (``F5``) in
    their parameters.

    Raises:
        InputError: with every cell that is wrong; nothing of the list is taken then.
        OSError: the file cannot be read.
    """
    name = os.fspath(path)
    content = read_bytes(name)
    try:
        rows, encoding = _rows(content)
        return _persons(rows, encoding)
    except InputError as error:
        raise InputError(at_most(error.problems), source=name) from error


def _rows(content: bytes) -> tuple[Iterator[Row], str | None]:
    from hsp_calc.casefile.exchange import excel_files  # noqa: PLC0415 - not needed for CSV, and large

    if content.startswith(excel_files.OLD_WORKBOOK):
        raise InputError([Problem("old_excel")])
    if content.startswith(excel_files.WORKBOOK):
        return excel_files.excel_rows(content), None
    text, encoding = csv_text(content)
    return csv_rows(text, COLUMNS), encoding


def _persons(rows: Iterator[Row], encoding: str | None) -> Imported:
    heading = next((row for row in rows if _filled(row)), None)
    if heading is None:
        raise InputError([Problem("empty_list")])
    columns, problems = _columns(heading)
    cases: list[Case] = []
    numbers: list[int] = []
    for row in rows:
        if not _filled(row):
            continue
        if len(numbers) == MOST_ROWS:
            problems.append(Problem("too_many_persons", params={"most": MOST_ROWS}))
            break
        numbers.append(row.number)
        try:
            cases.append(_person(row, columns))
        except InputError as error:
            problems += error.problems
        if len(problems) > MOST_PROBLEMS:
            break
    if not numbers:
        problems.append(Problem("empty_list"))
    if problems:
        raise InputError(problems)
    return Imported(tuple(cases), tuple(numbers), encoding)


def _filled(row: Row) -> bool:
    return not all(_empty(cell) for cell in row.cells)


def _columns(heading: Row) -> tuple[_Columns, list[Problem]]:
    """The columns, and what is wrong with the headings."""
    known = tuple(COLUMNS)
    columns: dict[int, Column] = {}
    headed = set()
    problems = []
    for index, cell in enumerate(heading.cells):
        name = str(cell if cell is not None else "").strip()
        if not name:
            continue
        headed.add(index)
        place = {"cell": _cell_name(index, heading.number)}
        column = COLUMNS.get(name.lower())
        if column is None:
            params = {"name": name, "nearest": nearest(name, known), "known": known, **place}
            problems.append(Problem("unknown_field", (name,), params, heading.number))
        elif column in columns.values():
            problems.append(Problem("duplicate_key", (name,), {"name": name, **place}, heading.number))
        else:
            columns[index] = column
    return _Columns(columns, frozenset(headed)), problems


def _person(row: Row, columns: _Columns) -> Case:
    """The person of a row.

    Raises:
        InputError: with every cell that is wrong.
    """
    facts: dict[str, Any] = {}
    applicant: dict[str, Any] = {}
    problems: list[Problem] = []
    for index, content in enumerate(row.cells):
        column = columns.known.get(index)
        if column is None:
            if index not in columns.headed and not _empty(content):
                problems.append(Problem("cell_without_heading", params={"cell": _cell_name(index, row.number)}))
        elif not _put(facts if column.of_facts else applicant, column.steps, read_cell(content, column)):
            problems.append(Problem("experience_given_twice", (EXPERIENCE,)))
    problems += [*unmeant(facts), *unmeant(applicant)]
    try:
        read_facts = Facts.model_validate(facts)
    except ValidationError as error:
        problems += problems_of(error, Facts)
    try:
        read_applicant = Applicant.model_validate(applicant)
    except ValidationError as error:
        problems += problems_of(error, Applicant)
    if problems:
        places = {column.steps: index for index, column in columns.known.items()}
        unique = {(problem.path, problem.params.get("cell")): problem for problem in reversed(problems)}
        raise InputError(_located(problem, row, places) for problem in reversed(unique.values()))
    case = Case.of(read_facts)
    born = case.applicant.date_of_birth
    return case.model_copy(update={"applicant": read_applicant.model_copy(update={"date_of_birth": born})})


def _put(data: dict[str, Any], steps: Sequence[str], value: object) -> bool:
    """Put a value in its place; False where a number that serves all stands beside one that serves one."""
    if value is None:
        return True
    node: Any = data
    for step in steps[:-1]:
        node = node.setdefault(step, {})
    if not isinstance(node, dict) or steps[-1] in node:
        return False
    node[steps[-1]] = value
    return True


def _located(problem: Problem, row: Row, places: Mapping[tuple[str, ...], int]) -> Problem:
    """A problem with the row and the cell it stands in."""
    path: Path = problem.path or (("age",) if problem.code == "age_given_twice" else ())
    steps = tuple(step for step in path if isinstance(step, str))
    params = dict(problem.params)
    if (index := places.get(steps)) is not None:
        params["cell"] = _cell_name(index, row.number)
    return replace(problem, path=path, params=params, line=row.number)


def _empty(content: object) -> bool:
    return content is None or (isinstance(content, str) and not content.strip())


def _cell_name(index: int, row: int) -> str:
    """A cell as spreadsheets name it: ``A1`` is the first."""
    letters = ""
    number = index + 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
