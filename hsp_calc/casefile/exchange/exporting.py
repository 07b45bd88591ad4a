"""Writing lists of persons, and empty ones to be filled in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from hsp_calc.casefile.case import Case
from hsp_calc.casefile.csv_tables import Content, csv_table
from hsp_calc.casefile.exchange.cells import cell_of
from hsp_calc.casefile.exchange.columns import COLUMNS, EXPERIENCE, NOTHING, CellEntry, ListColumn
from hsp_calc.casefile.exchange.importing import MOST_ROWS
from hsp_calc.facts import Category

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEMPLATE = tuple(column for column in COLUMNS.values() if column.in_template)
_DAY_FORMAT = "yyyy-mm-dd"
_FORMATS = {
    CellEntry.DAY: _DAY_FORMAT,
    CellEntry.TEXT: "@",
    CellEntry.CHOICES: "@",
    CellEntry.WHOLE: "#,##0",
    CellEntry.YEN: "#,##0",
}
_COMMENT_SIZE = (120, 320)


def csv_template() -> bytes:
    """A CSV file with nothing but headings."""
    return _csv([])


def csv_list(cases: Iterable[Case], on: date) -> bytes:
    """Persons as CSV, as the facts are on a day; to be read again by ``import_persons``."""
    return _csv(_cells(case, on) for case in cases)


def excel_template(notes: Mapping[str, str] | None = None) -> bytes:
    """A workbook with headings, each with a comment that says what to enter, and cells that take nothing else.

    Args:
        notes: comments by their headings; where there is none, it says what may stand there.
    """
    return _excel([], notes or {})


def excel_list(cases: Iterable[Case], on: date, notes: Mapping[str, str] | None = None) -> bytes:
    """Persons as a workbook, as the facts are on a day; to be read again by ``import_persons``.

    Args:
        cases: the persons.
        on: the day.
        notes: as for a template.
    """
    return _excel((_cells(case, on) for case in cases), notes or {})


def _cells(case: Case, on: date) -> dict[str, Content]:
    """What is known of a person, by heading."""
    values: dict[str, Any] = case.profile().facts_on(on).written()
    years = values.pop(EXPERIENCE, {})
    values[EXPERIENCE] = years if isinstance(years, dict) else dict.fromkeys((c.value for c in Category), years)
    residence = case.applicant.residence
    values |= case.applicant.model_dump(include={"name", "name_ja", "nationality"})
    values["residence"] = residence.model_dump()
    values["matter"] = {} if case.matter is None else case.matter.model_dump()
    cells: dict[str, Content] = {}
    for column in _TEMPLATE:
        value: Any = values
        for step in column.heading.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if column.entry is CellEntry.DAY and isinstance(value, str):
            value = date.fromisoformat(value)
        cells[column.heading] = None if value == "" else cell_of(value)
    return cells


def _csv(persons: Iterable[Mapping[str, Content]]) -> bytes:
    headings: list[Content] = [column.heading for column in _TEMPLATE]
    return csv_table([headings, *([cells[column.heading] for column in _TEMPLATE] for cells in persons)]).encode()


def _excel(persons: Iterable[Mapping[str, Content]], notes: Mapping[str, str]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - large, and not needed for CSV
    from openpyxl.worksheet.worksheet import Worksheet  # noqa: PLC0415

    from hsp_calc.casefile.exchange.excel_files import workbook_bytes  # noqa: PLC0415

    workbook = Workbook()
    sheet = workbook.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = "persons"
    _head(sheet, notes)
    for row, cells in enumerate(persons, start=2):
        for index, column in enumerate(_TEMPLATE, start=1):
            if (value := cells[column.heading]) is not None:
                cell = sheet.cell(row, index)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"  # a text that begins with = is no formula
                if column.entry in _FORMATS:
                    cell.number_format = _FORMATS[column.entry]
    return workbook_bytes(workbook)


def _head(sheet: "Worksheet", notes: Mapping[str, str]) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 - as above
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for index, column in enumerate(_TEMPLATE, start=1):
        heading = sheet.cell(1, index, column.heading)
        heading.font = Font(bold=True)
        height, width = _COMMENT_SIZE
        heading.comment = Comment(notes.get(column.heading, _allowed(column)), "HSP Calc", height, width)
        letter = get_column_letter(index)
        dimension = sheet.column_dimensions[letter]
        dimension.width = max(12, len(column.heading) + 2)
        if column.entry in _FORMATS:
            dimension.number_format = _FORMATS[column.entry]
        for validation in _validations(column):
            sheet.add_data_validation(validation)
            validation.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
    sheet.freeze_panes = "A2"


def _validations(column: ListColumn) -> Iterator[Any]:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - as above

    match column.entry:
        case CellEntry.FLAG | CellEntry.CHOICE:
            values = column.values or ("TRUE", "FALSE")
            yield DataValidation("list", formula1=f'"{",".join(values)}"', allow_blank=True, showErrorMessage=True)
        case CellEntry.DAY | CellEntry.WHOLE | CellEntry.YEN | CellEntry.NUMBER:
            kind: Any = {
                CellEntry.DAY: "date",
                CellEntry.WHOLE: "whole",
                CellEntry.YEN: "whole",
                CellEntry.NUMBER: "decimal",
            }[column.entry]
            yield DataValidation(
                kind, formula1="0", operator="greaterThanOrEqual", allow_blank=True, showErrorMessage=True
            )


def _allowed(column: ListColumn) -> str:
    """What may stand in a column, in signs that need no language."""
    match column.entry:
        case CellEntry.FLAG:
            return "TRUE / FALSE"
        case CellEntry.CHOICE:
            return " / ".join(column.values)
        case CellEntry.CHOICES:
            return ";".join(column.values) + f" / {NOTHING}"
        case CellEntry.DAY:
            return "2026-11-22"
        case CellEntry.WHOLE:
            return "0, 1, 2, …"
        case CellEntry.YEN:
            return "8200000"
        case CellEntry.NUMBER:
            return "0, 0.5, 1, …"
        case CellEntry.TEXT:
            return "…"
