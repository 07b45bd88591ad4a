"""Shifts as people write them: rows of a CSV file with the columns ``date``, ``start``, ``end`` and ``employer``.

What a row may say:

- ``date`` is a day such as ``2026-11-22``, ``2026/11/22`` or ``令和8年11月22日``, the day on which the shift begins.
- ``start`` and ``end`` are times such as ``9:30``, ``18:00:00`` or ``25:30``; hours from 24 on are those of the night
  after the day, which goes on to the noon of the next (``36:00``). See ``hsp_calc.parsing``.
- An ``end`` earlier than ``start`` is on the next day, when the shift then lasts 12 hours at most. A longer one is
  refused, for nothing tells it from two times put down the wrong way round (a shift of less than 12 hours always
  becomes one of more by that). It is written as two rows, up to ``24:00`` and from ``0:00``.
- An ``end`` equal to ``start`` is refused, too: it is nothing or a whole day, which is ``0:00`` to ``24:00``. So is a
  shift of more than a day.
- ``employer`` may be left empty: the hours of all employers count together.

Two shifts at the same time are refused, whoever the employers are, over midnight as well.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hsp_calc.guide.hours import MINUTES_A_DAY, MINUTES_AN_HOUR, Range, Shift, overlaps
from hsp_calc.parsing import NotUnderstoodError, read_day, read_time
from hsp_calc.problems import InputError, Problem, nearest

COLUMNS = ("date", "start", "end", "employer")
LONGEST_OVER_MIDNIGHT = 12 * MINUTES_AN_HOUR
"""The most minutes of a shift whose end is earlier than its start."""
MOST_PROBLEMS = 200

_FIRST_YEAR, _LAST_YEAR = 1950, 2999
_ENCODINGS = ("utf-8-sig", "cp932")


class ShiftFault(StrEnum):
    """What is wrong with a file or row of shifts: the code of a problem."""

    NOT_TEXT = "shifts_not_text"
    """Neither UTF-8 nor CP932."""
    NOT_CSV = "shifts_not_csv"
    """Quotation marks that do not close, or the like."""
    NO_HEADER = "shifts_no_header"
    """The first line does not name the columns."""
    UNKNOWN_COLUMN = "shifts_unknown_column"
    DUPLICATE_COLUMN = "shifts_duplicate_column"
    MISSING_COLUMN = "shifts_missing_column"
    CELL_COUNT = "shifts_cell_count"
    """More or fewer cells than columns."""
    NOT_A_DAY = "shifts_not_a_day"
    YEAR_OUT_OF_RANGE = "shifts_year_out_of_range"
    NOT_A_TIME = "shifts_not_a_time"
    NO_LENGTH = "shifts_no_length"
    """The end is the start."""
    END_BEFORE_START = "shifts_end_before_start"
    """The end is before the start, and the shift would be too long over midnight."""
    TOO_LONG = "shifts_too_long"
    """More than a day."""
    OVERLAP = "shifts_overlap"
    """Two shifts at the same time; ``other`` is the line of the other."""
    HOLIDAY_REVERSED = "shifts_holiday_reversed"
    """A long holiday that ends before it begins."""
    MORE = "shifts_more_problems"


@dataclass(frozen=True, slots=True)
class Row:
    """A shift as it was typed.

    Attributes:
        line: its number, counted from 1, for messages.
        date: the day on which it begins.
        start: the time at which it begins.
        end: the time at which it ends.
        employer: for whom.
    """

    line: int
    date: str
    start: str
    end: str
    employer: str = ""


def read_csv(content: bytes, *, source: str) -> tuple[Shift, ...]:
    """The shifts of a CSV file: UTF-8, with or without a mark at its beginning, or CP932.

    Args:
        content: of the file. The columns may stand in any order; empty lines do not matter.
        source: the name under which problems are reported.

    Raises:
        InputError: with every problem of the file and its line; the codes are ``ShiftFault``.
    """
    problems: list[Problem] = []
    try:
        return _judged(_rows(_text(content), problems), problems)
    except InputError as error:
        raise InputError(error.problems, source=source) from None


def rows_of_csv(content: bytes, *, source: str) -> tuple[Row, ...]:
    """The rows of a CSV file as they are written, right or wrong.

    Args:
        content: of the file, as for ``read_csv``.
        source: the name under which problems are reported.

    Raises:
        InputError: the file is no table of shifts, or a line has other cells than there are columns.
    """
    problems: list[Problem] = []
    try:
        rows = tuple(_rows(_text(content), problems))
    except InputError as error:
        raise InputError(error.problems, source=source) from None
    if problems:
        raise InputError(problems, source=source)
    return rows


def csv_of(rows: Iterable[Row]) -> bytes:
    """Rows as a CSV file as they are typed; with the mark by which spreadsheets know UTF-8."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows((row.date, row.start, row.end, row.employer) for row in rows)
    return written.getvalue().encode("utf-8-sig")


def sound_shifts(rows: Iterable[Row]) -> tuple[tuple[Shift, ...], tuple[Problem, ...]]:
    """The shifts of the rows that have no problem, and the problems of the others, in the order of the rows."""
    shifts: list[Shift] = []
    problems: list[Problem] = []
    for row in rows:
        found = list(_faults(row))
        problems += found
        if not found:
            shifts.append(_shift(row))
    problems += _overlapping(shifts)
    problems.sort(key=lambda problem: problem.line or 0)
    wrong = {problem.line for problem in problems}
    return tuple(shift for shift in shifts if shift.line not in wrong), tuple(problems)


def range_of(first: str, last: str, line: int) -> tuple[Range | None, tuple[Problem, ...]]:
    """The days of a long holiday as they are typed, or what is wrong with them.

    Args:
        first: the first day.
        last: the last day.
        line: the row, for the problems.
    """
    days = [_day(first), _day(last)]
    if days[0] is None or days[1] is None:
        wrong = [typed for typed, day in zip((first, last), days, strict=True) if day is None]
        return None, tuple(_problem(ShiftFault.NOT_A_DAY, line, value=typed) for typed in wrong)
    if days[1] < days[0]:
        return None, (_problem(ShiftFault.HOLIDAY_REVERSED, line),)
    return Range(days[0], days[1]), ()


def shifts_of(rows: Iterable[Row]) -> tuple[Shift, ...]:
    """The shifts that rows stand for, in the order of the rows.

    Raises:
        InputError: with every problem of the rows and its line; the codes are ``ShiftFault``.
    """
    return _judged(rows, [])


def _judged(rows: Iterable[Row], problems: list[Problem]) -> tuple[Shift, ...]:
    """The shifts of rows; the problems are those that reading the rows finds."""
    shifts, found = sound_shifts(rows)
    problems += found
    if problems:
        problems.sort(key=lambda problem: problem.line or 0)
        left = len(problems) - MOST_PROBLEMS
        if left > 0:
            problems[MOST_PROBLEMS:] = [_problem(ShiftFault.MORE, None, left=left)]
        raise InputError(problems)
    return shifts


def _text(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError([_problem(ShiftFault.NOT_TEXT, None)])


def _rows(text: str, problems: list[Problem]) -> Iterator[Row]:
    """The rows of a file, each with its first line; those that are no rows become problems."""
    columns: Mapping[str, int] | None = None
    for line, cells in _records(text):
        if columns is None:
            columns = _columns(cells, line)
        elif len(cells) != len(columns):
            problems.append(_problem(ShiftFault.CELL_COUNT, line, count=len(cells), wanted=len(columns)))
        else:
            yield Row(line, *(cells[columns[name]] for name in COLUMNS))
    if columns is None:
        problems.append(_problem(ShiftFault.NO_HEADER, 1, columns=COLUMNS))


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV file that are not empty, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise InputError([_problem(ShiftFault.NOT_CSV, line)]) from None


def _columns(cells: list[str], line: int) -> Mapping[str, int]:
    """Where each column stands."""
    if not set(cells) & set(COLUMNS):
        raise InputError([_problem(ShiftFault.NO_HEADER, line, columns=COLUMNS)])
    problems = []
    for index, cell in enumerate(cells):
        if cell not in COLUMNS:
            near = nearest(cell, COLUMNS)
            problems.append(_problem(ShiftFault.UNKNOWN_COLUMN, line, name=cell, nearest=near, known=COLUMNS))
        elif cell in cells[:index]:
            problems.append(_problem(ShiftFault.DUPLICATE_COLUMN, line, name=cell))
    problems += [_problem(ShiftFault.MISSING_COLUMN, line, name=name) for name in COLUMNS if name not in cells]
    if problems:
        raise InputError(problems)
    return {cell: index for index, cell in enumerate(cells)}


def _faults(row: Row) -> Iterator[Problem]:
    """What is wrong with a row by itself."""
    day, start, end = _day(row.date), _minutes(row.start), _minutes(row.end)
    if day is None:
        yield _problem(ShiftFault.NOT_A_DAY, row.line, value=row.date)
    elif not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        yield _problem(ShiftFault.YEAR_OUT_OF_RANGE, row.line, value=row.date, first=_FIRST_YEAR, last=_LAST_YEAR)
    for column, typed, minutes in (("start", row.start, start), ("end", row.end, end)):
        if minutes is None:
            yield _problem(ShiftFault.NOT_A_TIME, row.line, column=column, value=typed)
    if start is None or end is None:
        return
    length = _end(start, end) - start
    times = {"start": row.start, "end": row.end, "length": "{}:{:02}".format(*divmod(length, MINUTES_AN_HOUR))}
    if start == end:
        yield _problem(ShiftFault.NO_LENGTH, row.line, start=row.start, end=row.end)
    elif end < start and (length > LONGEST_OVER_MIDNIGHT or end >= MINUTES_A_DAY):
        most = LONGEST_OVER_MIDNIGHT // MINUTES_AN_HOUR
        yield _problem(ShiftFault.END_BEFORE_START, row.line, **times, most=most)
    elif length > MINUTES_A_DAY:
        yield _problem(ShiftFault.TOO_LONG, row.line, **times)


def _shift(row: Row) -> Shift:
    day, start, end = _day(row.date), _minutes(row.start), _minutes(row.end)
    if day is None or start is None or end is None:
        raise AssertionError("a row without faults has a day and two times")
    days, begins = divmod(start, MINUTES_A_DAY)
    ends = _end(start, end) - days * MINUTES_A_DAY
    return Shift(day + timedelta(days), begins, ends, row.employer.strip(), row.line)


def _overlapping(shifts: Iterable[Shift]) -> Iterator[Problem]:
    for first, second in overlaps(shifts):
        earlier, later = sorted((first, second), key=lambda shift: shift.line or 0)
        yield _problem(ShiftFault.OVERLAP, later.line, day=second.day.isoformat(), line=later.line, other=earlier.line)


def _end(start: int, end: int) -> int:
    """The end in minutes from the midnight before the start."""
    return end if end > start else end + MINUTES_A_DAY


def _day(typed: str) -> date | None:
    try:
        return read_day(typed)
    except NotUnderstoodError:
        return None


def _minutes(typed: str) -> int | None:
    """Minutes from midnight; None if it is no time."""
    try:
        return read_time(typed)
    except NotUnderstoodError:
        return None


def _problem(fault: ShiftFault, at: int | None, **params: object) -> Problem:
    return Problem(fault, (), params, at)
