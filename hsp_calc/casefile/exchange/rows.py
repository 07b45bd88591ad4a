"""The person that a row of a list stands for."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from hsp_calc.casefile.case import Applicant, Case
from hsp_calc.casefile.csv_tables import CsvRow, cell_name
from hsp_calc.casefile.exchange.answers import is_unknown
from hsp_calc.casefile.exchange.cells import LONGEST_TEXT, read_cell
from hsp_calc.casefile.exchange.columns import EXPERIENCE, SALARY, CellEntry, ListColumn, Part
from hsp_calc.casefile.exchange.headings import Heading
from hsp_calc.casefile.matter import Matter
from hsp_calc.casefile.strict_json import unmeant
from hsp_calc.facts import Facts
from hsp_calc.facts.calendar import completed_years
from hsp_calc.facts.facts import MAXIMUM_AGE
from hsp_calc.parsing import NotUnderstoodError, unlikely_pay
from hsp_calc.validation import InputError, Path, Problem, problems_of

YOUNGEST = 15
"""The age, in completed years, below which a date of birth in a list is taken for a slip."""

_MODELS: Mapping[Part, type[BaseModel]] = {Part.FACTS: Facts, Part.APPLICANT: Applicant, Part.MATTER: Matter}
_LOST = re.compile("[?？\ufffd〓]")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)")
_NO_PERSON = re.compile(
    r"(?:[総小累]?合?計|平均|件数|人数|総数|(?:sub|grand ?)?total|sum|average|mean|count)"
    r"(?:[\s:：]*[\d,.]+ *[人名件円]?)?|[※＊*].*|注[\d\s:：)）].*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The columns of a list.

    Attributes:
        known: by their index.
        headed: the indices of all that have a heading, known or not.
        without_value: the cells with formulas of which no value is kept.
        day_of: the day that a number of the workbook stands for.
        on: the day of the import.
    """

    known: Mapping[int, Heading]
    headed: frozenset[int]
    without_value: frozenset[str]
    day_of: Callable[[float], object]
    on: date


def is_filled(row: CsvRow) -> bool:
    """Whether anything stands in a row."""
    return not all(_empty(cell) for cell in row.cells)


def read_person(row: CsvRow, columns: ListColumns, unanswered: list[str]) -> Case:
    """The person of a row.

    Args:
        row: the row.
        columns: those of the list.
        unanswered: takes the cells that say that something is not known.

    Raises:
        InputError: with every cell that is wrong.
    """
    if (problem := _no_person(row, columns)) is not None:
        raise InputError([problem])
    data: dict[Part, dict[str, Any]] = {part: {} for part in Part}
    problems: list[Problem] = []
    for index, content in enumerate(row.cells):
        heading, place = columns.known.get(index), cell_name(index, row.number)
        if heading is None:
            if index not in columns.headed and not _empty(content):
                problems.append(Problem("cell_without_heading", params={"cell": place}))
            continue
        found = _without_a_value(content, heading.column, place, columns)
        if found is not None:
            problems.append(found)
        elif isinstance(content, str) and is_unknown(content):
            unanswered.append(place)
        else:
            problems += _read_into(data, content, heading, columns)
    problems += [problem for part in Part for problem in unmeant(data[part])]
    read: dict[Part, Any] = {}
    for part, model in _MODELS.items():
        try:
            read[part] = model.model_validate(data[part])
        except ValidationError as error:
            within = (part.value,) if part is Part.MATTER else ()
            problems += [problem.within(*within) for problem in problems_of(error, model)]
    if problems:
        raise InputError(_located(problems, row, columns))
    return _case(read, has_matter=bool(data[Part.MATTER]))


def is_named(case: Case) -> bool:
    """Whether anything tells who a person is."""
    who = case.applicant
    return bool(who.name or who.name_ja or who.date_of_birth or (case.matter and case.matter.number))


def _case(read: Mapping[Part, Any], *, has_matter: bool) -> Case:
    case = Case.of(read[Part.FACTS])
    applicant = read[Part.APPLICANT].model_copy(update={"date_of_birth": case.applicant.date_of_birth})
    return case.model_copy(update={"applicant": applicant, "matter": read[Part.MATTER] if has_matter else None})


def _no_person(row: CsvRow, columns: ListColumns) -> Problem | None:
    """What a row is instead of a person: a total, or a remark."""
    filled = {index: cell for index, cell in enumerate(row.cells) if not _empty(cell)}
    headings = {heading.column.heading: index for index, heading in columns.known.items()}
    if filled.keys() & {headings.get("date_of_birth"), headings.get("age")}:
        return None
    for index, cell in filled.items():
        if isinstance(cell, str) and _NO_PERSON.fullmatch(" ".join(cell.split())):
            return Problem(
                "not_a_person", params={"value": cell, "cell": cell_name(index, row.number)}, line=row.number
            )
    return None


def _without_a_value(content: object, column: ListColumn, place: str, columns: ListColumns) -> Problem | None:
    """Why there is no value in a cell to be read."""
    if isinstance(content, str) and _ERROR.fullmatch(content.strip()):
        return Problem("cell_error", _path(column), {"value": content.strip(), "cell": place})
    if place in columns.without_value:
        return Problem("formula", _path(column), {"cell": place})
    if isinstance(content, str) and len(content) > LONGEST_TEXT:
        params = {"length": len(content), "most": LONGEST_TEXT, "cell": place}
        return Problem("cell_too_long", _path(column), params)
    return None


def _read_into(
    data: Mapping[Part, dict[str, Any]], content: object, heading: Heading, columns: ListColumns
) -> Iterator[Problem]:
    """Put what a cell holds in its place, and tell what cannot be meant."""
    column = heading.column
    path = _path(column)
    try:
        value = read_cell(content, heading, columns.day_of)
    except NotUnderstoodError as error:
        yield Problem("not_understood", path, {"value": error.typed, "error": error})
        return
    if column.entry is CellEntry.TEXT and isinstance(value, str) and _LOST.search(value):
        yield Problem("character_lost", path, {"value": value})
    elif (problem := _implausible(value, column, columns.on)) is not None:
        yield problem
    elif not _put(data[column.part], column.steps, value):
        yield Problem("experience_given_twice", (EXPERIENCE,))


def _implausible(value: object, column: ListColumn, on: date) -> Problem | None:
    """What is wrong with a value that the field would take."""
    if column.heading == SALARY and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        pay = unlikely_pay(value)
        return Problem("unlikely_pay", column.steps, {"value": value, "meant": pay.meant}) if pay else None
    if column.heading != "date_of_birth" or not isinstance(value, str):
        return None
    try:
        born = date.fromisoformat(value)
    except ValueError:
        return None
    params = {"value": born, "day": on, "maximum": MAXIMUM_AGE, "age": completed_years(born, on)}
    if born > on:
        return Problem("born_later", column.steps, params)
    if completed_years(born, on) > MAXIMUM_AGE:
        return Problem("too_old", column.steps, params)
    return Problem("unlikely_birth", column.steps, params) if completed_years(born, on) < YOUNGEST else None


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


def _located(problems: Sequence[Problem], row: CsvRow, columns: ListColumns) -> list[Problem]:
    """Problems with the row and the cell they stand in, in the order of the cells, each cell once."""
    places = {_path(heading.column): index for index, heading in columns.known.items()}
    found: dict[tuple[Path, object], tuple[int, Problem]] = {}
    for problem in problems:
        path: Path = problem.path or (("age",) if problem.code == "age_given_twice" else ())
        index = places.get(tuple(step for step in path if isinstance(step, str)))
        params = dict(problem.params)
        if index is not None:
            params |= {"cell": cell_name(index, row.number), "heading": columns.known[index].text}
        located = replace(problem, path=path, params=params, line=row.number)
        found.setdefault((path, params.get("cell")), (len(row.cells) if index is None else index, located))
    return [problem for _index, problem in sorted(found.values(), key=lambda placed: placed[0])]


def _path(column: ListColumn) -> tuple[str, ...]:
    return tuple(column.heading.split("."))


def _empty(content: object) -> bool:
    return content is None or (isinstance(content, str) and not content.strip())
