"""``EXPORTS``: everything that leaves the program, each with its name, its kinds of files, its maker and its place.

The actions, the menus, the buttons of the panels and the dialogs read this list: a further document is one entry here
and what makes it. Plain Python, no Qt, and quick to import: what prints is imported when it first makes something.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.text import N_, FormLanguage, Translator, what_if_notice
from hsp_calc.text.score_table import score_text
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.app.exporter import Exporter
    from hsp_calc.output.form_check import FormCheck


class FileKind(Enum):
    """A kind of file; its value is the ending of its names."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    TEXT = "txt"

    @property
    def label(self) -> str:
        """What it is called, to be translated."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    FileKind.PDF: N_("PDF files"),
    FileKind.XLSX: N_("Excel workbooks"),
    FileKind.CSV: N_("CSV files"),
    FileKind.TEXT: N_("Text files"),
}


class Destination(Enum):
    """Where an export goes."""

    FILE = auto()
    PRINTER = auto()
    PICTURE = auto()
    """The clipboard, as a picture."""
    TEXT = auto()
    """The clipboard, as text."""


class Place(Enum):
    """Where the window offers an export."""

    BAR = auto()
    """The bar of the window and the File menu."""
    FORMS = auto()
    """The menu of further documents; each of these four is a section of it."""
    FORM_SETS = auto()
    CHECKLIST = auto()
    CLIENT = auto()
    LISTS = auto()
    """The File menu, with the import of lists."""
    PRINT = auto()
    """The File menu, last of what is made."""
    EDIT = auto()
    """The Edit menu."""
    GUIDE = auto()
    """The page of the status guide that has the same name."""


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """What an export is made of; nothing of it changes while it is made.

    Attributes:
        data: the rule tables and lists.
        session: the case, on its day and in its scenario; a copy that nobody edits.
        category: the category in view.
        words: the language of what is not in one of its own.
        today: the day that it bears.
        memos: whether the user's memos stand on the checklist.
        guide_pages: the pages of the guide that follow the summary.
    """

    data: AppData
    session: CaseSession
    category: Category
    words: Translator
    today: date
    memos: bool = False
    guide_pages: tuple[str, ...] = ()

    @property
    def exporter(self) -> "Exporter":
        """What makes the documents of the program."""
        from hsp_calc.app.exporter import Exporter  # noqa: PLC0415  # as said above

        return Exporter(self)


Maker = Callable[[ExportSubject], bytes]
"""Makes the content of a file.

Raises ``LookupError`` where there is no score, and ``InputError``, ``NoTableError`` or an ``ExplainedError`` with what
is wrong, to be told."""


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that leaves the program.

    Attributes:
        id: names it and the action that makes it.
        name: what the menu calls it, to be translated.
        place: where the window offers it.
        makers: makes it, for each kind of file that it comes as; the first is proposed.
        destination: where it goes.
        stem: its part of the proposed file name; ``{category}`` is the category in view.
        title: of the question for the file, to be translated.
        short: a shorter name for a button, to be translated.
        keys: its keys, as Qt writes them.
        pages: makes its pages as SVG, for the printer or as a picture.
        refused: what is said where it is not printed or copied, to be translated.
        check: what it takes for granted and lacks, to be told before it is made.
        scored: whether it is of a score, and not offered where there is none.
        private: whether the file is for the user's eyes alone.
        asks_pages: whether pages of the guide can follow it.
    """

    id: str
    name: str
    place: Place
    makers: Mapping[FileKind, Maker]
    destination: Destination = Destination.FILE
    stem: str = ""
    title: str = N_("Export")
    short: str = ""
    keys: str = ""
    pages: Callable[[ExportSubject], list[bytes]] | None = None
    refused: str = ""
    check: "Callable[[ExportSubject], Sequence[FormCheck]] | None" = field(default=None)
    scored: bool = True
    private: bool = False
    asks_pages: bool = False

    @property
    def has_action(self) -> bool:
        """Whether the menus or the bar have an action for it."""
        return self.place is not Place.GUIDE

    def maker_for(self, suffix: str) -> Maker:
        """What makes it as a file with this ending, such as ``.csv``; the first where no other is meant."""
        makers = {f".{kind.value}": maker for kind, maker in self.makers.items()}
        return makers.get(suffix.lower(), next(iter(makers.values())))

    def file_stem(self, category: Category) -> str:
        """Its part of the proposed file name."""
        return self.stem.format(category=category.value)


def _form(id_: str, name: str, place: Place, language: FormLanguage, keys: str = "") -> Export:
    """The point form of the day. What is filed is in Japanese; the others are translations, asked for by name."""
    makers = {FileKind.PDF: lambda of: of.exporter.form_pdf(language)}
    stem = f"{{category}}-{language.value}"
    return Export(id_, name, place, makers, stem=stem, keys=keys, check=lambda of: of.exporter.check_form())


def _form_set(route: str, name: str) -> Export:
    """The forms that a route to permanent residence, named as in the guideline, asks for."""
    makers = {FileKind.PDF: lambda of: of.exporter.form_set_pdf(route, FormLanguage.JA)}
    stem = f"{{category}}-{route.replace('_', '-')}"
    check = lambda of: of.exporter.check_form_set(route)  # noqa: E731  # beside the maker
    return Export(f"form_set.{route}", name, Place.FORM_SETS, makers, stem=stem, check=check)


def _guide_page(page: str) -> Export:
    """A page of the status guide."""
    makers = {FileKind.PDF: lambda of: of.exporter.guide_pdf(page)}
    return Export(f"guide.{page}", N_("Save as PDF…"), Place.GUIDE, makers, stem=f"guide-{page}", scored=False)


def _score_text(of: ExportSubject) -> bytes:
    """The score of the open category as text; empty where there is none."""
    session, table, sheet = of.session, of.session.table, of.session.sheets().get(of.category)
    if table is None or sheet is None:
        return b""
    text = score_text({of.category: sheet}, table, session.day, of.words, today=of.today)
    if session.what_if is not None:
        text = f"{what_if_notice(session.what_if, of.words)}\n{text}"
    return text.encode()


def _facts_csv(of: ExportSubject) -> bytes:
    from hsp_calc.casefile.exchange import csv_list  # noqa: PLC0415  # not needed to start

    return csv_list([of.session.seen], of.session.day)


def _facts_xlsx(of: ExportSubject) -> bytes:
    from hsp_calc.casefile.exchange import excel_list  # noqa: PLC0415  # not needed to start

    return excel_list([of.session.seen], of.session.day)


def _template_csv(_of: ExportSubject) -> bytes:
    from hsp_calc.casefile.exchange import csv_template  # noqa: PLC0415  # not needed to start

    return csv_template()


def _template_xlsx(_of: ExportSubject) -> bytes:
    from hsp_calc.casefile.exchange import excel_template  # noqa: PLC0415  # not needed to start

    return excel_template()


EXPORTS: tuple[Export, ...] = (
    _form("export_pdf", N_("&Export PDF…"), Place.BAR, FormLanguage.JA, keys="Ctrl+E"),
    _form("form.ja", N_("Form in &Japanese…"), Place.FORMS, FormLanguage.JA),
    _form("form.en", N_("Form in &English (translation)…"), Place.FORMS, FormLanguage.EN),
    _form("form.bilingual", N_("Form in &both languages…"), Place.FORMS, FormLanguage.BILINGUAL),
    _form_set("points_80", N_("Forms for permanent residence, &80 points…")),
    _form_set("points_70", N_("Forms for permanent residence, &70 points…")),
    Export(
        "checklist.pdf",
        N_("Chec&klist for the client…"),
        Place.CHECKLIST,
        {FileKind.PDF: lambda of: of.exporter.checklist_pdf()},
        stem="{category}-checklist",
        short=N_("PDF…"),
    ),
    Export(
        "checklist.csv",
        N_("Checklist as &CSV…"),
        Place.CHECKLIST,
        {FileKind.CSV: lambda of: of.exporter.checklist_csv()},
        stem="{category}-checklist",
        short=N_("CSV…"),
    ),
    Export(
        "checklist.xlsx",
        N_("Checklist as an Excel &workbook…"),
        Place.CHECKLIST,
        {FileKind.XLSX: lambda of: of.exporter.checklist_xlsx()},
        stem="{category}-checklist",
        short=N_("Excel…"),
    ),
    Export(
        "checklist.print",
        N_("Pri&nt the checklist…"),
        Place.CHECKLIST,
        {FileKind.PDF: lambda of: of.exporter.checklist_pdf()},
        Destination.PRINTER,
        short=N_("Print…"),
        pages=lambda of: of.exporter.checklist_pages(),
        refused=N_("The checklist was not printed."),
    ),
    Export(
        "summary",
        N_("&Summary for the client…"),
        Place.CLIENT,
        {FileKind.PDF: lambda of: of.exporter.summary_pdf()},
        stem="{category}-summary",
        asks_pages=True,
    ),
    Export(
        "workbook",
        N_("Score as an E&xcel workbook…"),
        Place.CLIENT,
        {FileKind.XLSX: lambda of: of.exporter.score_xlsx()},
        stem="score",
    ),
    Export(
        "export_facts",
        N_("Export &facts…"),
        Place.LISTS,
        {FileKind.XLSX: _facts_xlsx, FileKind.CSV: _facts_csv},
        title=N_("Export facts"),
        scored=False,
        private=True,
    ),
    Export(
        "template",
        N_("Save a &template…"),
        Place.LISTS,
        {FileKind.XLSX: _template_xlsx, FileKind.CSV: _template_csv},
        title=N_("Save a template"),
        scored=False,
        private=True,
    ),
    Export(
        "print",
        N_("&Print…"),
        Place.PRINT,
        {FileKind.PDF: lambda of: of.exporter.form_pdf(FormLanguage.JA)},
        Destination.PRINTER,
        keys="Ctrl+P",
        pages=lambda of: of.exporter.form_pages(FormLanguage.JA),
        refused=N_("The form was not printed."),
        check=lambda of: of.exporter.check_form(),
    ),
    Export(
        "copy_text",
        N_("Copy the score as &text"),
        Place.EDIT,
        {FileKind.TEXT: _score_text},
        Destination.TEXT,
    ),
    Export(
        "copy_form",
        N_("Copy the form as a p&icture"),
        Place.EDIT,
        {FileKind.PDF: lambda of: of.exporter.form_pdf(FormLanguage.JA)},
        Destination.PICTURE,
        pages=lambda of: of.exporter.form_pages(FormLanguage.JA),
        refused=N_("The form was not copied."),
        check=lambda of: of.exporter.check_form(),
    ),
    *map(_guide_page, ("underlying", "activity", "hours", "benefits", "employer")),
)


def placed(*places: Place) -> list[str]:
    """The exports that the window offers at some places, by their id, in their order."""
    return [export.id for place in places for export in EXPORTS if export.place is place]


def export_named(id_: str) -> Export:
    """The export with an id.

    Raises:
        KeyError: there is none.
    """
    return {export.id: export for export in EXPORTS}[id_]


def guide_pages_of(case: Case) -> tuple[str, ...]:
    """The pages of the guide that can follow the summary; none of a case in which the guide was not asked."""
    if case.guide is None and case.shifts is None:
        return ()
    from hsp_calc.output.guide_pdf import answered_papers  # noqa: PLC0415  # not needed to start

    try:
        return answered_papers(case)
    except InputError:
        return ()  # its own page says what is malformed
