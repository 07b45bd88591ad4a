"""``Desk``: the data files that the window works with, and the pages made from them. Plain Python, no Qt."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.facts import Category
from hsp_calc.gui.colors import Theme
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.rich_text import why_page
from hsp_calc.locations import data_folder, resources
from hsp_calc.plan import Documents, load_documents
from hsp_calc.plan.asking import folder_of
from hsp_calc.plan.planning import Law, load_law
from hsp_calc.problems import InputError
from hsp_calc.reference.in_use import DataInUse
from hsp_calc.reference.procedures import Procedures, load_procedures
from hsp_calc.rules import Criterion, NoTableError, RuleTable, Sources, Tables, Wording
from hsp_calc.rules.help import Explanation, Help, load_help
from hsp_calc.sheet import (
    FormOptions,
    LogoError,
    Office,
    checklist_pages,
    checklist_pdf,
    form_options,
    form_pages,
    form_pdf,
    form_set_pdf,
    load_office,
    summary_pdf,
)
from hsp_calc.text import Words
from hsp_calc.text.paper_table import FolderOf, folder_csv

if TYPE_CHECKING:
    from collections.abc import Collection

    from hsp_calc.guide.pages import Guide
    from hsp_calc.reference.degrees import Titles
    from hsp_calc.reference.enterprise import Definition
    from hsp_calc.reference.exams import Exams
    from hsp_calc.reference.universities import Universities
    from hsp_calc.sheet.guide_papers import GuidePaper


@dataclass(frozen=True)
class Desk:
    """The data files, each read when it is first asked for.

    Attributes:
        data: the rule tables and lists of the program and the user.
    """

    data: DataInUse

    @classmethod
    def from_resources(cls) -> "Desk":
        """The data of this installation and this user, read once."""
        return _desk(resources(), data_folder())

    @property
    def tables(self) -> Tables:
        """The rule tables."""
        return self.data.tables

    @property
    def sources(self) -> Sources:
        """Where the data come from."""
        return self.data.sources

    @property
    def universities(self) -> "Universities":
        """The designated universities of the lists in use."""
        return self.data.universities

    @property
    def exams(self) -> "Exams":
        """The exams and qualifications of the IT notice in use."""
        return self.data.exams

    @cached_property
    def documents(self) -> Documents:
        """The supporting documents."""
        return load_documents(resources() / "reference" / "documents.yaml")

    @property
    def law(self) -> Law:
        """Everything a plan is made by."""
        return _law(self.tables)

    @cached_property
    def guide(self) -> "Guide":
        """The pages of the status guide."""
        from hsp_calc.guide.pages import load_guide  # noqa: PLC0415  # not needed before the guide is asked

        return load_guide(resources() / "reference" / "guide")

    @cached_property
    def help(self) -> Help:
        """What counts for each row and fact."""
        return load_help(resources() / "reference" / "help.yaml")

    # What the reference desk reads is imported when it is first asked for: its search takes long to import.

    @cached_property
    def enterprises(self) -> "Definition":
        """The definition of small and medium-sized enterprises."""
        from hsp_calc.reference.enterprise import load_definition  # noqa: PLC0415  # as said above

        return load_definition(resources() / "reference" / "sme.yaml")

    @cached_property
    def titles(self) -> "Titles":
        """The titles that schools award."""
        from hsp_calc.reference.degrees import load_titles  # noqa: PLC0415  # as said above

        return load_titles(resources() / "reference" / "degrees.yaml")

    def help_on_row(self, row: str, category: Category, table: RuleTable) -> Explanation | None:
        """The help on a row; None under a table that it is not written for."""
        return self.help.of(row, category) if table.id == self.help.table else None

    def bare_help(self, criterion: Criterion, table: RuleTable) -> Explanation:
        """What can be said of a row that has no help: its own wording and source."""
        return Explanation(counts=Wording(ja=criterion.ja, en=criterion.en), sources=table.sources[:1])

    def no_table(self, day: date) -> NoTableError | None:
        """Why there is no table for a day; None if there is one."""
        try:
            self.tables.on(day)
        except NoTableError as error:
            return error
        return None

    def why_page(self, editor: Editor, category: Category, theme: Theme, _: Words) -> str:
        """The reasons of a sheet; empty where there is no score."""
        table, sheet = editor.table, editor.sheets().get(category)
        return "" if table is None or sheet is None else why_page(sheet, table, self.sources, theme, _)

    @cached_property
    def procedures(self) -> Procedures:
        """The papers of each procedure."""
        return load_procedures(resources() / "reference" / "procedures.yaml")

    def folder(self, editor: Editor, category: Category) -> FolderOf | None:
        """The papers of the case in view; None where there is no score.

        Raises:
            InputError: what the case keeps of its papers is not understood.
        """
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            return None
        folder = folder_of(
            editor.seen,
            sheet,
            rules=table.categories[category],
            documents=self.documents,
            procedures=self.procedures,
        )
        return FolderOf(folder, sheet, table, self.procedures)

    def checklist_pdf(self, editor: Editor, category: Category, _: Words, created: date) -> bytes:
        """The papers to hand to the client as PDF.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
            UnprintableTextError: no font of the program has a character of what somebody typed.
        """
        made = self._folder(editor, category)
        return checklist_pdf(editor.seen, made, words=_, office=self._office(), created=created)

    def checklist_pages(self, editor: Editor, category: Category, _: Words, created: date) -> list[bytes]:
        """The pages of the papers as SVG.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        made = self._folder(editor, category)
        return checklist_pages(editor.seen, made, words=_, office=self._office(), created=created)

    def checklist_csv(self, editor: Editor, category: Category, _: Words) -> bytes:
        """The papers for spreadsheets.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        return folder_csv(self._folder(editor, category), _, line_end="\r\n").encode()

    def checklist_xlsx(self, editor: Editor, category: Category, _: Words, created: date) -> bytes:
        """The papers for Excel.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        from hsp_calc.sheet.paper_workbook import folder_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        return folder_xlsx(self._folder(editor, category), words=_, created=created)

    def _folder(self, editor: Editor, category: Category) -> FolderOf:
        made = self.folder(editor, category)
        if made is None:
            raise LookupError("there is no score to list papers for")
        return made

    def standing(self, editor: Editor, category: Category, _: Words) -> tuple[str, str]:
        """The verdict on the underlying status in words, and the role of its colour.

        Nothing is read for a case in which the guide was not asked, so that typing waits for nothing.
        """
        if not (editor.case.model_extra or {}).get("guide"):
            return _("Underlying status: not judged yet"), "muted"
        from hsp_calc.gui.guide.standing import standing  # noqa: PLC0415  # not needed before the guide is asked

        return standing(editor.case, editor.facts, category, self.guide.underlying, _)

    def form_pages(self, editor: Editor, category: Category, _: Words, created: date) -> list[bytes]:
        """The pages of the point form as SVG; none where there is no score."""
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            return []
        try:
            options = self._options(editor, table, category)
        except InputError:
            options = FormOptions()  # what the case holds for the form is malformed; the export says so
        return form_pages(
            editor.seen,
            category,
            editor.day,
            table=table,
            score=sheet,
            language=_.language,
            created=created,
            **options,
        )

    def form_pdf(self, editor: Editor, category: Category, language: str, created: date) -> bytes:
        """The point form as PDF.

        Raises:
            LookupError: there is no score.
            UnprintableTextError: no font of the program has a character of the name.
        """
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            raise LookupError("there is no score to print")
        return form_pdf(
            editor.seen,
            category,
            editor.day,
            table=table,
            score=sheet,
            language=language,
            created=created,
            **self._options(editor, table, category),
        )

    def form_set_pdf(self, editor: Editor, category: Category, route: str, language: str, created: date) -> bytes:
        """The point forms that a route to permanent residence asks for, as one PDF.

        Raises:
            NoTableError: no table is carried for one of the days.
            InputError: the person is not born on one of them.
            UnprintableTextError: no font of the program has a character of the name.
        """
        rule = next(rule for rule in self.law.guideline.routes if rule.id == route)
        options = {} if editor.table is None else self._options(editor, editor.table, category)
        return form_set_pdf(
            editor.seen,
            category,
            editor.day,
            scorers=self.law.scorers,
            route=rule,
            language=language,
            created=created,
            **options,
        )

    def summary_pdf(
        self, editor: Editor, category: Category, _: Words, created: date, papers: "Collection[GuidePaper]" = ()
    ) -> bytes:
        """The summary for a client as PDF, and the pages of the guide that are chosen.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
            UnprintableTextError: no font of the program has a character of a name.
        """
        made, office, guide = self._folder(editor, category), self._office(), None
        if papers:
            from hsp_calc.sheet.guide_papers import PaperSubject, papers_data  # noqa: PLC0415  # not needed before it is chosen

            subject = PaperSubject(editor.case, editor.facts, category, self.guide, self.sources, _, created)
            guide = papers_data(papers, subject, office)
        return summary_pdf(
            editor.seen,
            table=made.table,
            score=made.score,
            folder=made.folder,
            words=_,
            office=office,
            created=created,
            guide=guide,
        )

    def employer_pdf(self, _: Words, created: date) -> bytes:
        """The employer's page of the guide as PDF.

        Raises:
            UnprintableTextError: no font of the program has a character of the office.
        """
        from hsp_calc.sheet.guide_papers import employer_pdf  # noqa: PLC0415  # not needed before it is asked for

        return employer_pdf(guide=self.guide, sources=self.sources, words=_, office=self._office(), created=created)

    def guide_pdf(self, editor: Editor, category: Category, _: Words, created: date, paper: "GuidePaper") -> bytes:
        """A page of the guide as PDF.

        Raises:
            InputError: what the case keeps for it is malformed.
            UnprintableTextError: no font of the program has a character of a name.
        """
        from hsp_calc.sheet.guide_papers import PaperSubject, guide_pdf  # noqa: PLC0415  # not needed before it is asked for

        subject = PaperSubject(editor.case, editor.facts, category, self.guide, self.sources, _, created)
        return guide_pdf([paper], subject, self._office())

    def score_xlsx(self, editor: Editor, _: Words, created: date) -> bytes:
        """The score of all categories for Excel.

        Raises:
            LookupError: there is no score.
        """
        table, sheets = editor.table, editor.sheets()
        if table is None or not sheets:
            raise LookupError("there is no score to write")
        from hsp_calc.sheet.workbook import score_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        return score_xlsx(editor.seen, sheets, table=table, words=_, created=created)

    def _options(self, editor: Editor, table: RuleTable, category: Category) -> FormOptions:
        """What the form shows beyond the score: what the case holds for it, and the office."""
        options = form_options(editor.seen, table.categories[category])
        if (office := self._office()) is not None:
            options["office"] = office
        return options

    @staticmethod
    def _office() -> Office | None:
        """The office of the settings; a damaged one is left out of the form, and told of where it is edited."""
        try:
            return load_office()
        except (InputError, LogoError, OSError):
            return None


@cache
def _desk(resources: Path, user_folder: Path) -> Desk:
    return Desk(DataInUse(resources, user_folder))


@lru_cache(maxsize=1)
def _law(tables: Tables) -> Law:
    return load_law(resources() / "rules", tables)
