"""A folder as an Excel workbook: the table of its papers, and what must be said beside it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hsp_calc.casefile import Case
from hsp_calc.casefile.exchange.excel_files import workbook_bytes
from hsp_calc.output.office import Office
from hsp_calc.output.person_name import printed_name
from hsp_calc.output.score_workbook import on_landscape_pages, put, put_above_pages, without_times
from hsp_calc.text import Translator, what_if_notice
from hsp_calc.text.documents_table import Cell, FolderOf, closing_lines, heading_lines, headings, records

_WIDTHS = (8, 30, 8, 40, 60, 24, 60, 16, 12, 26, 26, 22, 12, 12, 12, 12, 40, 40)


def folder_xlsx(
    case: Case,
    made: FolderOf,
    *,
    words: Translator,
    office: Office | None = None,
    memos: bool = False,
    what_if: str | None = None,
    created: date,
) -> bytes:
    """The folder as a workbook: the same input, the same bytes.

    Args:
        case: the person.
        made: the folder.
        words: what it is written in.
        office: whose list it is; None for an applicant's own.
        memos: whether it has the user's own memos, in a column of their own.
        what_if: the scenario that it shows, which it then says.
        created: the day the file bears.
    """
    _, workbook = words, Workbook()
    for sheet in list(workbook.worksheets):
        workbook.remove(sheet)
    table = [headings(_), *records(made, _)]
    if not memos:
        table = [row[:-1] for row in table]
    whose = list(_whose(case, office, what_if, _))
    _fill(workbook.create_sheet(_("Supporting documents")), table, " · ".join(whose))
    about = workbook.create_sheet(_("About this list"))
    about.column_dimensions["A"].width = 100
    for number, sentence in enumerate((*whose, *heading_lines(made, _), *closing_lines(made, created, _)), start=1):
        put(about, number, 1, sentence, font=Font(), wrap=True)
    properties = workbook.properties
    properties.creator = "HSP Calc"
    properties.title = _("Supporting documents")
    properties.created = properties.modified = datetime.combine(created, time())
    return without_times(workbook_bytes(workbook))


def _whose(case: Case, office: Office | None, what_if: str | None, _: Translator) -> Iterator[str]:
    """Whose list it is, who made it, and whether it is real."""
    if what_if is not None:
        yield what_if_notice(what_if, _)
    if name := printed_name(case.applicant, _):
        yield _("{place}: {sentence}", place=_("Name"), sentence=name)
    if office is not None and (line := office.line(_)):
        yield _("{place}: {sentence}", place=_("Office"), sentence=line)


def _fill(sheet: Worksheet, table: Sequence[Sequence[Cell]], head: str) -> None:
    for number, row in enumerate(table, start=1):
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
    put_above_pages(sheet, head)
