"""Reading lists of persons: all of a list, or none of it and every cell that is wrong."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hsp_calc.casefile.case import Case
from hsp_calc.casefile.csv_tables import CsvRow, cell_name, csv_rows, csv_text
from hsp_calc.casefile.exchange.columns import COLUMNS
from hsp_calc.casefile.exchange.headings import (
    LOOKED_AT,
    PASSED_OVER,
    Heading,
    column_cells,
    heading_of,
    heading_row,
    nearest_heading,
)
from hsp_calc.casefile.exchange.rows import ListColumns, is_filled, is_named, read_person
from hsp_calc.casefile.reading import MOST_PROBLEMS, at_most, read_bytes
from hsp_calc.validation import InputError, Problem

MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class How:
    """How a list is to be read, where that is not for the list itself to say.

    Attributes:
        on: the day of the import; nobody is born after it.
        headings: further headings, each with its field, or ``PASSED_OVER``.
        sheet: the name of the sheet; otherwise the one that is seen when the workbook is opened.
        encoding: of a CSV file; otherwise it is found out.
    """

    on: date
    headings: Mapping[str, str] | None = None
    sheet: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of a list.

    Attributes:
        cell: the cell of its heading, such as ``F3``.
        heading: what stands there.
        field: what it was read as; None for a column of the list's own, which was passed over.
    """

    cell: str
    heading: str
    field: str | None


@dataclass(frozen=True, slots=True)
class Imported:
    """A list of persons.

    Attributes:
        cases: one a row.
        rows: the number of the row of each, as the spreadsheet counts them.
        columns: what was read of which column.
        encoding: of a CSV file; None for a workbook.
        sheet: the name of the sheet; None for a CSV file.
        other_sheets: further sheets with lists of persons, which were not read.
        hidden_rows: the rows read that do not show in the spreadsheet.
        unanswered: the cells that say that something is not known: a dash, 不明. They were read as not answered.
    """

    cases: tuple[Case, ...]
    rows: tuple[int, ...]
    columns: tuple[ReadColumn, ...]
    encoding: str | None = None
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows that may be a list, and what is told of them."""

    rows: Callable[[], Iterator[CsvRow]]
    heading: int | None
    sheet: str | None = None
    is_active: bool = True
    hidden: frozenset[int] = frozenset()
    without_value: frozenset[str] = frozenset()
    day_of: Callable[[float], object] = float


def import_persons(path: str | os.PathLike[str], how: How) -> Imported:
    """The persons of a CSV file or an Excel workbook, one a row under a row of headings.

    The problems of an InputError have the row as their ``line``, the field as their place, and the cell (``F5``) in
    their parameters.

    Raises:
        InputError: with every cell that is wrong; nothing of the list is taken then.
        OSError: the file cannot be read.
    """
    name = os.fspath(path)
    content = read_bytes(name)
    try:
        tables, encoding = _tables(content, how)
        table, others = _chosen(tables, how.sheet)
        return _persons(table, how, encoding, others)
    except InputError as error:
        raise InputError(at_most(error.problems), source=name) from error


def is_list(content: bytes) -> bool:
    """Whether a file is a list of persons by its look: a workbook, or a table with headings that are known."""
    from hsp_calc.casefile.exchange import excel_files  # noqa: PLC0415 - large, and not needed for CSV

    if content.startswith((excel_files.WORKBOOK, excel_files.OLD_WORKBOOK)):
        return True
    try:
        text, _encoding = csv_text(content)
        return _heading_number(lambda: csv_rows(text, _known), None) is not None
    except InputError:
        return False


def _tables(content: bytes, how: How) -> tuple[list[_Table], str | None]:
    from hsp_calc.casefile.exchange import excel_files  # noqa: PLC0415 - large, and not needed for CSV

    if content.startswith(excel_files.OLD_WORKBOOK):
        raise InputError([Problem("old_excel")])
    if not content.startswith(excel_files.WORKBOOK):
        text, encoding = csv_text(content, how.encoding)

        def rows() -> Iterator[CsvRow]:
            return csv_rows(text, lambda cell: heading_of(cell, how.headings) is not None)

        return [_Table(rows, _heading_number(rows, how.headings))], encoding
    return [
        _Table(
            sheet.rows,
            _heading_number(sheet.rows, how.headings),
            sheet.name,
            sheet.is_active,
            frozenset(sheet.hidden_rows),
            frozenset(sheet.without_value),
            sheet.day_of,
        )
        for sheet in excel_files.sheets_of(content)
    ], None


def _known(cell: str) -> bool:
    return heading_of(cell) is not None


def _heading_number(rows: Callable[[], Iterator[CsvRow]], own: Mapping[str, str] | None) -> int | None:
    return heading_row(islice((row for row in rows() if is_filled(row)), LOOKED_AT), own)


def _chosen(tables: Sequence[_Table], name: str | None) -> tuple[_Table, tuple[str, ...]]:
    """The table that is read, and the sheets that hold further lists."""
    if name is not None:
        known = tuple(table.sheet for table in tables if table.sheet is not None)
        chosen = next((table for table in tables if table.sheet == name), None)
        if chosen is None:
            raise InputError([Problem("no_such_sheet", params={"name": name, "known": known})])
        lists = [chosen] if chosen.heading is not None else []
    else:
        lists = [table for table in tables if table.heading is not None]
        chosen = next((table for table in lists if table.is_active), lists[0] if lists else None)
    if chosen is None or not lists:
        filled = any(is_filled(row) for table in tables for row in islice(table.rows(), LOOKED_AT))
        raise InputError([Problem("no_headings") if filled else Problem("empty_list")])
    return chosen, tuple(table.sheet for table in lists if table is not chosen and table.sheet is not None)


def _persons(table: _Table, how: How, encoding: str | None, others: tuple[str, ...]) -> Imported:
    rows = table.rows()
    heading = next(row for row in rows if row.number == table.heading)
    columns, told, problems = _columns(heading, table, how)
    cases: list[Case] = []
    numbers: list[int] = []
    unanswered: list[str] = []
    for row in rows:
        if not is_filled(row):
            continue
        if len(numbers) == MOST_ROWS:
            problems.append(Problem("too_many_persons", params={"most": MOST_ROWS}))
            break
        numbers.append(row.number)
        try:
            cases.append(read_person(row, columns, unanswered))
        except InputError as error:
            problems += error.problems
        if len(problems) > MOST_PROBLEMS:
            break
    if not numbers:
        problems.append(Problem("empty_list"))
    else:
        problems += _nameless(cases, numbers, problems)
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    hidden = tuple(number for number in numbers if number in table.hidden)
    return Imported(tuple(cases), tuple(numbers), told, encoding, table.sheet, others, hidden, tuple(unanswered))


def _nameless(cases: Sequence[Case], numbers: Sequence[int], problems: Sequence[Problem]) -> Iterator[Problem]:
    """The rows that name nobody in a list in which others do: most are totals."""
    wrong = {problem.line for problem in problems}
    read = list(zip(cases, (number for number in numbers if number not in wrong), strict=False))
    if any(is_named(case) for case, _number in read):
        yield from (Problem("names_nobody", line=number) for case, number in read if not is_named(case))


def _columns(heading: CsvRow, table: _Table, how: How) -> tuple[ListColumns, tuple[ReadColumn, ...], list[Problem]]:
    """The columns, what is told of them, and what is wrong with the headings."""
    known: dict[int, Heading] = {}
    told: list[ReadColumn] = []
    problems: list[Problem] = []
    passed_over = {name for name, field in (how.headings or {}).items() if field == PASSED_OVER}
    cells = column_cells(heading, how.headings)
    for index, text, found in cells:
        place = cell_name(index, heading.number)
        told.append(ReadColumn(place, text, None if found is None else found.column.heading))
        if found is None:
            near = None if text in passed_over else nearest_heading(text)
            if near is not None:
                params = {"name": text, "nearest": near, "known": tuple(COLUMNS), "cell": place}
                problems.append(Problem("unknown_field", (text,), params, heading.number))
        elif found.column in [other.column for other in known.values()]:
            params = {"name": text, "field": found.column.heading, "cell": place}
            problems.append(Problem("heading_twice", (text,), params, heading.number))
        else:
            known[index] = found
    headed = {text for _index, text, _found in cells}
    problems += [Problem("no_such_heading", params={"name": name}) for name in how.headings or {} if name not in headed]
    columns = ListColumns(known, frozenset(index for index, *_rest in cells), table.without_value, table.day_of, how.on)
    return columns, tuple(told), problems
