"""A folder as an Excel workbook: the table of its papers, and what must be said beside it."""

from datetime import date, datetime, time

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hsp_calc.casefile.exchange.excel_files import workbook_bytes
from hsp_calc.sheet.workbook import on_landscape_pages, put, without_times
from hsp_calc.text import Words
from hsp_calc.text.paper_table import FolderOf, closing_lines, heading_lines, headings, records

_WIDTHS = (8, 30, 8, 40, 60, 24, 60, 16, 12, 26, 26, 22, 12, 12, 12, 12, 40, 40)


def folder_xlsx(made: FolderOf, *, words: Words, created: date) -> bytes:
    """The folder as a workbook: the same input, the same bytes."""
    _, workbook = words, Workbook()
    for sheet in list(workbook.worksheets):
        workbook.remove(sheet)
    _fill(workbook.create_sheet(_("Supporting documents")), made, _)
    about = workbook.create_sheet(_("About this list"))
    about.column_dimensions["A"].width = 100
    for number, sentence in enumerate((*heading_lines(made, _), *closing_lines(made, created, _)), start=1):
        put(about, number, 1, sentence, font=Font(), wrap=True)
    properties = workbook.properties
    properties.creator = "HSP Calc"
    properties.title = _("Supporting documents")
    properties.created = properties.modified = datetime.combine(created, time())
    return without_times(workbook_bytes(workbook))


def _fill(sheet: Worksheet, made: FolderOf, _: Words) -> None:
    for number, row in enumerate((headings(_), *records(made, _)), start=1):
        for column, value in enumerate(row, start=1):
            if isinstance(value, date):
                cell = sheet.cell(number, column, value)
                cell.number_format = "yyyy-mm-dd"
                cell.alignment = Alignment(vertical="top")
            else:
                put(sheet, number, column, value, font=Font(bold=number == 1), wrap=True, lines=True)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    on_landscape_pages(sheet, head=1)
