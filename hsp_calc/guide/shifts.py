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

The columns may be headed in Japanese too (日付, 開始, 終了, 勤務先), stand beneath a title and beside others, which are
passed over.

Two shifts at the same time are refused, whoever the employers are, over midnight as well.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hsp_calc.casefile.csv_tables import CsvRow, cell_name, csv_rows, csv_table, csv_text
from hsp_calc.guide.weekly_hours import MINUTES_A_DAY, MINUTES_AN_HOUR, Range, Shift, overlaps
from hsp_calc.parsing import NotUnderstoodError, read_day, read_time
from hsp_calc.validation import InputError, Problem, nearest

COLUMNS = ("date", "start", "end", "employer")
LONGEST_OVER_MIDNIGHT = 12 * MINUTES_AN_HOUR
"""The most minutes of a shift whose end is earlier than its start."""
MOST_PROBLEMS = 200

_FIRST_YEAR, _LAST_YEAR = 1950, 2999
_LOOKED_AT = 30
_NEEDED = ("date", "start", "end")
_NAMES: Mapping[str, str] = {
    "date": "date day workday 日付 日 年月日 勤務日 出勤日 シフト日",
    "start": "start begin begins from starttime 開始 開始時刻 開始時間 出勤 出勤時刻 始業 始業時刻 始 勤務開始",
    "end": "end ends to endtime finish 終了 終了時刻 終了時間 退勤 退勤時刻 終業 終業時刻 終 勤務終了",
    "employer": "employer company workplace 勤務先 会社 会社名 雇用主 店舗 店 店名 アルバイト先 バイト先",
}
_KNOWN = {name: column for column, names in _NAMES.items() for name in names.split()}


class ShiftFault(StrEnum):
    """What is wrong with a file or row of shifts: the code of a problem."""

    NO_HEADER = "shifts_no_header"
    """No line names the columns."""
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
class ShiftRow:
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


@dataclass(frozen=True, slots=True)
class ShiftTable:
    """A file of shifts as it is written.

    Attributes:
        rows: as they are written, right or wrong.
        passed_over: the headings of other columns, which are not read.
        problems: of lines that are no rows.
    """

    rows: tuple[ShiftRow, ...]
    passed_over: tuple[str, ...]
    problems: tuple[Problem, ...]

    def shifts(self, source: str) -> tuple[Shift, ...]:
        """The shifts of all rows.

        Args:
            source: the name under which problems are reported.

        Raises:
            InputError: with every problem of the file and its line; the codes are ``ShiftFault``.
        """
        try:
            return _judged(self.rows, list(self.problems))
        except InputError as error:
            raise InputError(error.problems, source=source) from None


def read_table(content: bytes, *, source: str) -> ShiftTable:
    """The rows of a CSV file.

    Args:
        content: of the file. The columns may stand in any order; empty lines do not matter.
        source: the name under which problems are reported.

    Raises:
        InputError: it is no table of shifts.
    """
    try:
        text, _encoding = csv_text(content)
        return _table(list(csv_rows(text, lambda cell: _column(cell) is not None)))
    except InputError as error:
        raise InputError(error.problems, source=source) from None


def read_rows(content: bytes, *, source: str) -> ShiftTable:
    """The rows of a CSV file, all of them.

    Args:
        content: of the file, as for ``read_table``.
        source: the name under which problems are reported.

    Raises:
        InputError: it is no table of shifts, or has lines that are no rows.
    """
    table = read_table(content, source=source)
    if table.problems:
        raise InputError(table.problems, source=source)
    return table


def read_csv(content: bytes, *, source: str) -> tuple[Shift, ...]:
    """The shifts of a CSV file.

    Args:
        content: of the file, as for ``read_table``.
        source: the name under which problems are reported.

    Raises:
        InputError: with every problem of the file and its line; the codes are ``ShiftFault``.
    """
    return read_table(content, source=source).shifts(source)


def csv_of(rows: Iterable[ShiftRow]) -> bytes:
    """Rows as a CSV file as they are typed; with the mark by which spreadsheets know UTF-8."""
    return csv_table([COLUMNS, *((row.date, row.start, row.end, row.employer) for row in rows)]).encode()


def sound_shifts(rows: Iterable[ShiftRow]) -> tuple[tuple[Shift, ...], tuple[Problem, ...]]:
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


def shifts_of(rows: Iterable[ShiftRow]) -> tuple[Shift, ...]:
    """The shifts that rows stand for, in the order of the rows.

    Raises:
        InputError: with every problem of the rows and its line; the codes are ``ShiftFault``.
    """
    return _judged(rows, [])


def _judged(rows: Iterable[ShiftRow], problems: list[Problem]) -> tuple[Shift, ...]:
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


def _table(records: Sequence[CsvRow]) -> ShiftTable:
    """The rows of a file, each with its first line; those that are no rows become problems."""
    filled = [record for record in records if any(str(cell).strip() for cell in record.cells)]
    heading = max(filled[:_LOOKED_AT], key=_columns_named, default=None)
    if heading is None or not _columns_named(heading):
        raise InputError([_problem(ShiftFault.NO_HEADER, filled[0].line if filled else 1, columns=COLUMNS)])
    columns, passed_over = _columns(heading)
    headed = {index for index, cell in enumerate(heading.cells) if str(cell).strip()}
    rows: list[ShiftRow] = []
    problems: list[Problem] = []
    for record in filled:
        cells = [str(cell).strip() for cell in record.cells]
        beside = next((index for index, cell in enumerate(cells) if cell and index not in headed), None)
        if record.number <= heading.number:
            continue
        if len(cells) != len(heading.cells):
            problems.append(_problem(ShiftFault.CELL_COUNT, record.line, count=len(cells), wanted=len(heading.cells)))
        elif beside is not None:
            problems.append(
                Problem("cell_without_heading", (), {"cell": cell_name(beside, record.number)}, record.line)
            )
        else:
            typed = [cells[columns[name]] if name in columns else "" for name in COLUMNS]
            rows.append(ShiftRow(record.line, *typed))
    return ShiftTable(tuple(rows), passed_over, tuple(problems))


def _column(cell: object) -> str | None:
    """The column that a heading names; None if it is another."""
    plain = unicodedata.normalize("NFKC", str(cell)).lower()
    return _KNOWN.get(re.sub(r"[\s_]|[(\[〔].*?[)\]〕]", "", plain))


def _columns_named(record: CsvRow) -> int:
    return len({column for cell in record.cells if (column := _column(cell)) is not None})


def _columns(heading: CsvRow) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """Where each column stands, and the headings of the others."""
    columns: dict[str, int] = {}
    passed_over = []
    problems = []
    for index, cell in enumerate(str(cell).strip() for cell in heading.cells):
        name = _column(cell)
        if name in columns:
            problems.append(_problem(ShiftFault.DUPLICATE_COLUMN, heading.line, name=cell))
        elif name is not None:
            columns[name] = index
        elif near := nearest(cell, [column for column in COLUMNS if column not in map(_column, heading.cells)]):
            problems.append(_problem(ShiftFault.UNKNOWN_COLUMN, heading.line, name=cell, nearest=near, known=COLUMNS))
        elif cell:
            passed_over.append(cell)
    problems += [
        _problem(ShiftFault.MISSING_COLUMN, heading.line, name=name) for name in _NEEDED if name not in columns
    ]
    if problems:
        raise InputError(problems)
    return columns, tuple(passed_over)


def _faults(row: ShiftRow) -> Iterator[Problem]:
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


def _shift(row: ShiftRow) -> Shift:
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
