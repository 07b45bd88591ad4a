"""Reading and writing Excel workbooks, in memory alone: no temporary file ever holds what is in them."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from hsp_calc.casefile.exchange.csv_files import MOST_COLUMNS, Row
from hsp_calc.problems import InputError, Problem

WORKBOOK = b"PK\x03\x04"
"""How an Excel workbook begins."""

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
"""How a workbook of Excel before 2007 begins, and one that is protected with a password."""

_MOST_PARTS = 500
_LARGEST_PART = 32 * 1024**2
_MOST_TAGS = 700_000
_MOST_TAGS_OF_A_ROW = 8 * MOST_COLUMNS
_MOST_TAGS_OF_TEXTS = 300_000
_MOST_TAGS_ELSEWHERE = 30_000
_MOST_ROWS = 100_000
_ROW = re.compile(rb"<(?:\w+:)?row\b")


def excel_rows(content: bytes) -> Iterator[Row]:
    """The rows of the first sheet of a workbook.

    Raises:
        InputError: it is no workbook, larger than any list of persons, or has formulas.
    """
    _refuse_bombs(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves aside: it is not read here
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
            yield from _rows(workbook)
        except InputError:
            raise
        except Exception as error:
            raise InputError([Problem("not_excel")]) from error


def _rows(workbook: Workbook) -> Iterator[Row]:
    sheets: list[Any] = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise InputError([Problem("not_excel")])
    sheet = sheets[0]
    sheet.reset_dimensions()  # what the sheet says of its own size may be wrong
    formulas = []
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS + 1), start=1):
        if number > _MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise InputError([Problem("list_too_large")])
        for index, cell in enumerate(cells, start=1):
            if cell.data_type == "f":
                place = f"{get_column_letter(index)}{number}"
                formulas.append(Problem("formula", params={"cell": place}, line=number))
        if len(formulas) > MOST_COLUMNS:
            break
        yield Row(number, [None if cell.data_type == "f" else cell.value for cell in cells])
    if formulas:
        raise InputError(formulas)


def _refuse_bombs(content: bytes) -> None:
    """Refuse a workbook that would unpack to more than a list of persons can be.

    A part is never unpacked to more than it claims, and every part is counted, so the claims bound the whole.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_size(archive.infolist())
            for part in archive.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _refuse_xml_bombs(part.filename, archive.read(part))
    except InputError:
        raise
    except Exception as error:
        raise InputError([Problem("not_excel")]) from error


def _refuse_size(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_PART:
        raise InputError([Problem("list_too_large")])


def _refuse_xml_bombs(name: str, xml: bytes) -> None:
    """Refuse XML that would take far more memory than its size, from declarations or from very many elements."""
    if b"\0" in xml[:64] or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:  # no program that writes workbooks does so
        raise InputError([Problem("not_excel")])
    if name.startswith("xl/worksheets/"):
        # Rows are read one at a time. Without comments and the like, each that begins here is one that begins there.
        if b"<!" in xml:
            raise InputError([Problem("not_excel")])
        begins = [0, *(found.start() for found in _ROW.finditer(xml)), len(xml)]
        in_a_row = max(xml.count(b"<", start, end) for start, end in pairwise(begins))
        too_many = xml.count(b"<") > _MOST_TAGS or in_a_row > _MOST_TAGS_OF_A_ROW
    else:
        most = _MOST_TAGS_OF_TEXTS if name == "xl/sharedStrings.xml" else _MOST_TAGS_ELSEWHERE
        too_many = xml.count(b"<") > most
    if too_many:
        raise InputError([Problem("list_too_large")])


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
