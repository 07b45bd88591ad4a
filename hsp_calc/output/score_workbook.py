"""The score as an Excel workbook: every row of every sheet, for those who go on working with it."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hsp_calc.casefile import Case
from hsp_calc.casefile.exchange.excel_files import workbook_bytes
from hsp_calc.engine import ScoreSheet, Status
from hsp_calc.facts import Category
from hsp_calc.output.footer import attributions
from hsp_calc.rules import RuleTable
from hsp_calc.text import (
    CheckedKind,
    Translator,
    cautions,
    disclaimer,
    future_notice,
    long_name,
    reason,
    short_name,
    stale_notice,
    status_label,
    verdict,
    what_if_notice,
)

_WIDTHS = (16, 62, 12, 11, 9, 20, 62)
_POINTS = frozenset({4, 5})
_ACCENT, _SOFT, _MUTED, _WARN = "0B5CAD", "E2EDF8", "56616D", "855000"
_LINE = Border(bottom=Side("thin", color="CFD6DE"))
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONTROL_IN_LINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LONGEST_HEADER = 240  # Excel refuses one of more than 255 signs
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive can name


def score_xlsx(
    case: Case,
    score: Mapping[Category, ScoreSheet],
    *,
    table: RuleTable,
    words: Translator,
    what_if: str | None = None,
    created: date,
) -> bytes:
    """The score as a workbook, a sheet a category: the same input, the same bytes.

    Each sheet has every row of the form in its order, with what it gives, what became of it and why, and its evidence;
    then the total and what it comes to. Its head stays in sight and is printed on each page.

    Args:
        case: the person.
        score: the sheets, each under ``table``.
        table: the rules.
        words: what it is written in.
        what_if: the scenario that it shows, which each sheet then says.
        created: the day the file bears.

    Raises:
        ValueError: a score is of another table.
    """
    _, workbook = words, Workbook()
    for sheet in list(workbook.worksheets):
        workbook.remove(sheet)
    for category, sheet_score in score.items():
        if sheet_score.table != table.id:
            raise ValueError(f"a score under {sheet_score.table} does not fit the table {table.id}")
        sheet = workbook.create_sheet(short_name(category, _))
        _fill(sheet, (*_notice(what_if, _), *_head(case, sheet_score, table, _)), sheet_score, table, _, created)
        if what_if is not None:
            put_above_pages(sheet, what_if_notice(what_if, _))
    properties = workbook.properties
    properties.creator = "HSP Calc"
    properties.title = _("Score, row by row")
    properties.created = properties.modified = datetime.combine(created, time())
    return without_times(workbook_bytes(workbook))


def _fill(
    sheet: Worksheet,
    above: Sequence[tuple[str, Font]],
    score: ScoreSheet,
    table: RuleTable,
    _: Translator,
    created: date,
) -> None:
    row = 1
    for text, font in above:
        put(sheet, row, 1, text, font=font)
        row += 1
    head = row + 1
    titles = (_("Item"), _("Row"), _("Documents"), _("Available"), _("Points"), _("Status"), _("Reason"))
    for column, title in enumerate(titles, start=1):
        white, accent = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=_ACCENT)
        put(sheet, head, column, title, font=white, fill=accent, wrap=True)
    row = head + 1
    for cells, counted in _rows(score, table, _):
        for column, value in enumerate(cells, start=1):
            fill = PatternFill("solid", fgColor=_SOFT) if counted else None
            font = Font(bold=True) if counted and column in _POINTS else Font(color=None if counted else _MUTED)
            put(sheet, row, column, value, font=font, fill=fill, wrap=True, border=_LINE)
        row += 1
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(titles))}{row - 1}"
    put(sheet, row, 1, _("Total"), font=Font(bold=True))
    put(sheet, row, 5, score.total, font=Font(bold=True, size=13, color=_ACCENT))
    row += 2
    for text in _notes(score, table, created, _):
        put(sheet, row, 1, text, font=Font(color=_MUTED))
        row += 1
    _arrange(sheet, head)


def _notice(what_if: str | None, _: Translator) -> Iterator[tuple[str, Font]]:
    if what_if is not None:
        yield what_if_notice(what_if, _), Font(bold=True, color=_WARN)


def _head(case: Case, score: ScoreSheet, table: RuleTable, _: Translator) -> Iterator[tuple[str, Font]]:
    yield long_name(score.category, _), Font(bold=True, size=14, color=_ACCENT)
    names = [name for name in (case.applicant.name, case.applicant.name_ja) if name.strip()]
    if names:
        yield " / ".join(dict.fromkeys(names)), Font(bold=True)
    yield (
        _("{table} ({id}), reference date {day}", table=_.wording(table.title), id=table.id, day=_.day(score.on)),
        Font(),
    )


def _rows(score: ScoreSheet, table: RuleTable, _: Translator) -> Iterator[tuple[tuple[str | int | None, ...], bool]]:
    rules = table.categories[score.category]
    sections = {section.id: _.wording(section) for section in rules.sections}
    for line in score.lines:
        criterion = rules.criteria[line.criterion]
        wording = _.wording(criterion)
        if criterion.choice:
            wording = _("{row}: {choice}", row=wording, choice=_.wording(criterion.choice))
        yield (
            (
                sections[line.section],
                wording,
                " ".join(line.evidence) or None,
                line.available,
                line.points,
                status_label(line.status, _),
                reason(line, rules, _),
            ),
            line.status is Status.COUNTED,
        )


def _notes(score: ScoreSheet, table: RuleTable, created: date, _: Translator) -> Iterator[str]:
    yield from verdict(score, table.categories[score.category], _)
    yield from attributions(table, _)
    for note in (
        future_notice(score.on, created, _),
        stale_notice({CheckedKind.RULES: table.verified_on}, created, _),
        *cautions(table, [score], _),
    ):
        if note:
            yield note
    yield disclaimer(table, _)


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int | None,
    *,
    font: Font,
    fill: PatternFill | None = None,
    wrap: bool = False,
    lines: bool = False,
    border: Border | None = None,
) -> None:
    """Write a cell.

    Args:
        sheet: where.
        row: from 1.
        column: from 1.
        value: a text is never a formula.
        font: of the text.
        fill: behind it.
        wrap: whether a long text takes several lines.
        lines: whether its own line breaks are kept.
        border: around it.
    """
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = (_CONTROL_IN_LINES if lines else _CONTROL).sub(" ", value)
        cell.data_type = "s"  # a text that begins with = is no formula
    else:
        cell.value = value
    cell.font = font
    cell.alignment = Alignment(wrap_text=wrap, vertical="top", horizontal="right" if isinstance(value, int) else None)
    if fill:
        cell.fill = fill
    if border:
        cell.border = border


def _arrange(sheet: Worksheet, head: int) -> None:
    """Columns that are wide enough, a head that stays, and a page that fits."""
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"A{head + 1}"
    on_landscape_pages(sheet, head=head)


def put_above_pages(sheet: Worksheet, text: str) -> None:
    """Have a text printed at the top of every page; what is too long for Excel is cut."""
    if sheet.oddHeader is not None and sheet.oddHeader.left is not None:
        sheet.oddHeader.left.text = text.replace("&", "&&")[:_LONGEST_HEADER]


def on_landscape_pages(sheet: Worksheet, *, head: int) -> None:
    """Print on as many A4 pages as it takes, each as wide as all columns, beneath the row of headings."""
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&P / &N"


def without_times(content: bytes) -> bytes:
    """The same workbook, with the time of writing taken out of its archive."""
    stripped = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as written, zipfile.ZipFile(stripped, "w") as archive:
        for part in written.infolist():
            archive.writestr(
                zipfile.ZipInfo(part.filename, _EPOCH), written.read(part), zipfile.ZIP_DEFLATED, compresslevel=6
            )
    return stripped.getvalue()
