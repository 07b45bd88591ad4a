"""Reading and writing Excel workbooks, in memory alone: no temporary file ever holds what is in them."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import SHEET_MAIN_NS

from hsp_calc.casefile.csv_tables import MOST_COLUMNS, CsvRow
from hsp_calc.casefile.exchange.bounded_xml import Bounds, NotSoundError, TooMuchError, walk
from hsp_calc.validation import InputError, Problem

WORKBOOK = b"PK\x03\x04"
"""How an Excel workbook begins."""

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""How a workbook of Excel before 2007 begins, and one that is protected with a password."""

LONGEST_CELL = 32_767
"""The most characters that Excel lets a cell have."""

MOST_ROWS = 100_000
_MOST_PARTS = 500
_MOST_SHEETS = 50
_LARGEST_PART = 4 * 1024**2
_LARGEST_TEXTS = 8 * 1024**2
_LARGEST_SHEETS = 32 * 1024**2
_TEXTS = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"
_MOST_OF_SHEETS = 700_000
_MOST_OF_A_ROW = 4 * MOST_COLUMNS
_MOST_OUTSIDE_ROWS = 30_000
_BOUNDS_OF_SHEET = Bounds(_MOST_OF_SHEETS, LONGEST_CELL)
_BOUNDS_OF_TEXTS = Bounds(200_000, LONGEST_CELL)
_BOUNDS_ELSEWHERE = Bounds(30_000, LONGEST_CELL)
_BEGINNINGS_OF_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<")
_ROW, _CELL, _FORMULA, _VALUE = (f"{SHEET_MAIN_NS} {name}" for name in ("row", "c", "f", "v"))
_YES = frozenset({"1", "true"})
_LAST_SERIAL = 2_958_465  # 9999-12-31
_MOST_NOTED = 1_000


@dataclass(slots=True)
class Sheet:
    """A sheet of a workbook that shows.

    Attributes:
        name: what stands on its tab.
        is_active: whether it is the one that is seen when the workbook is opened.
        hidden_rows: the numbers of the rows that do not show.
        without_value: the cells with a formula of which no value is kept.
    """

    name: str
    is_active: bool
    hidden_rows: tuple[int, ...] = ()
    without_value: tuple[str, ...] = ()
    source: Any = field(default=None, repr=False)

    def rows(self) -> Iterator[CsvRow]:
        """Its rows.

        Raises:
            InputError: there are more than any list of persons has, or what they hold cannot be read.
        """
        with _told_as_no_workbook():
            self.source.reset_dimensions()  # what the sheet says of its own size may be wrong
            for number, cells in enumerate(self.source.iter_rows(max_row=MOST_ROWS + 1), start=1):
                if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
                    raise InputError([Problem("list_too_large")])
                yield CsvRow(number, [cell.value for cell in cells])

    def day_of(self, serial: float) -> object:
        """The day that a number stands for where it is no amount; the number itself if it is none."""
        if not 0 < serial <= _LAST_SERIAL or serial != int(serial):
            return serial
        return from_excel(serial, self.source.parent.epoch)


def sheets_of(content: bytes) -> list[Sheet]:
    """The sheets of a workbook that show, in their order.

    Raises:
        InputError: it is no workbook, larger than any list of persons, or has no sheet that shows.
    """
    with _told_as_no_workbook():
        facts = _looked_through(content)
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        if not shown or len(shown) > _MOST_SHEETS:
            raise NotSoundError
        return [_sheet(sheet, facts, is_active=sheet is workbook.active) for sheet in shown]


def _sheet(source: Any, facts: Mapping[str, "_SheetFacts"], *, is_active: bool) -> Sheet:
    found = facts[source._worksheet_path.removeprefix("/")]  # noqa: SLF001 - openpyxl tells it in no other way
    return Sheet(source.title, is_active, tuple(found.hidden), tuple(found.without_value), source)


@contextmanager
def _told_as_no_workbook() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves aside: it is not read here
            yield
    except InputError:
        raise
    except TooMuchError as error:
        raise InputError([Problem("list_too_large")]) from error
    except Exception as error:
        raise InputError([Problem("not_excel")]) from error


def _looked_through(content: bytes) -> dict[str, "_SheetFacts"]:
    """Look through every part before anything is kept of it; what openpyxl does not tell of the sheets.

    A part is never unpacked to more than it claims, and every part is counted, so the claims bound the whole.
    """
    facts: dict[str, _SheetFacts] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise TooMuchError
        sheets = 0
        for part in parts:
            name = part.filename.removeprefix("/")
            is_sheet = name.startswith(_SHEETS)
            sheets += part.file_size if is_sheet else 0
            largest = _LARGEST_SHEETS if is_sheet else _LARGEST_TEXTS if name == _TEXTS else _LARGEST_PART
            if part.file_size > largest or sheets > _LARGEST_SHEETS:
                raise TooMuchError
            with archive.open(part) as stream:
                is_xml = stream.read(8).lstrip().startswith(_BEGINNINGS_OF_XML)
            if not is_xml:
                continue
            with archive.open(part) as stream:
                if is_sheet:
                    facts[name] = _SheetFacts()
                    walk(stream, _BOUNDS_OF_SHEET, facts[name].begin, facts[name].end)
                else:
                    walk(stream, _BOUNDS_OF_TEXTS if name == _TEXTS else _BOUNDS_ELSEWHERE)
        if sum(found.elements for found in facts.values()) > _MOST_OF_SHEETS:
            raise TooMuchError
    return facts


class _SheetFacts:
    """What a walk through a sheet finds: the rows that are hidden, and formulas without a value."""

    def __init__(self) -> None:
        self.elements = 0
        self.hidden: list[int] = []
        self.without_value: list[str] = []
        self._in_row = 0
        self._outside = 0
        self._row = 0
        self._cell = ""
        self._awaits_value = False
        self._is_text = False  # a formula may give a text that is empty

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        if name == _ROW:
            self._row = int(attributes.get("r", self._row + 1))
            self._in_row = 1
            if attributes.get("hidden") in _YES and len(self.hidden) < _MOST_NOTED:
                self.hidden.append(self._row)
        elif self._in_row:
            self._in_row += 1
        else:
            self._outside += 1
        if name == _CELL:
            self._cell, self._awaits_value = attributes.get("r", ""), False
            self._is_text = attributes.get("t") == "str"
        elif name == _FORMULA:
            self._awaits_value = not self._is_text
        if self._in_row > _MOST_OF_A_ROW or self._outside > _MOST_OUTSIDE_ROWS:
            raise TooMuchError

    def end(self, name: str, text: str) -> None:
        """An element ends."""
        if name == _VALUE and text:
            self._awaits_value = False
        elif name == _ROW:
            self._in_row = 0
        elif name == _CELL and self._awaits_value and len(self.without_value) < _MOST_NOTED:
            self.without_value.append(self._cell)


def workbook_bytes(workbook: Workbook) -> bytes:
    """A workbook as the content of its file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemory(workbook, archive).save()
    return content.getvalue()


class _InMemory(ExcelWriter):
    """Writes sheets without the temporary files that openpyxl puts them in otherwise."""

    def __init__(self, workbook: Workbook, archive: zipfile.ZipFile) -> None:
        super().__init__(workbook, archive)
        self._into = archive

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet of plain cells."""
        out = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - as in the method that this one replaces
        ws._drawing = None  # noqa: SLF001
        self._into.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)
