"""``Desk``: the data files that the window works with, and the pages made from them. Plain Python, no Qt."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from hsp_calc.facts import Category
from hsp_calc.gui.colors import Theme
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.rich_text import documents_page, why_page
from hsp_calc.locations import resources
from hsp_calc.plan import Documents, checklist, load_documents
from hsp_calc.plan.planning import Law, load_law
from hsp_calc.problems import InputError
from hsp_calc.reference.procedures import Procedures, load_procedures
from hsp_calc.rules import Criterion, NoTableError, RuleTable, Sources, Tables, Wording, load_sources, load_tables
from hsp_calc.rules.help import Explanation, Help, load_help
from hsp_calc.sheet import (
    FormOptions,
    LogoError,
    Office,
    form_options,
    form_pages,
    form_pdf,
    form_set_pdf,
    load_office,
    summary_pdf,
)
from hsp_calc.text import Words


@dataclass(frozen=True)
class Desk:
    """The data files, each read when it is first asked for.

    Attributes:
        tables: the rule tables.
    """

    tables: Tables

    @classmethod
    @cache
    def from_resources(cls) -> "Desk":
        """The data that the program carries; it never changes, and is read once."""
        return cls(load_tables(resources() / "rules"))

    @cached_property
    def sources(self) -> Sources:
        """Where the data come from."""
        return load_sources(resources() / "rules" / "sources.yaml")

    @cached_property
    def documents(self) -> Documents:
        """The supporting documents."""
        return load_documents(resources() / "reference" / "documents.yaml")

    @cached_property
    def law(self) -> Law:
        """Everything a plan is made by."""
        return load_law(resources() / "rules", self.tables)

    @cached_property
    def help(self) -> Help:
        """What counts for each row and fact."""
        return load_help(resources() / "reference" / "help.yaml")

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

    def documents_page(self, editor: Editor, category: Category, theme: Theme, _: Words) -> str:
        """The documents of a sheet; empty where there is no score."""
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            return ""
        return documents_page(checklist(sheet, self.documents, table.categories[category]), table, sheet, theme, _)

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

    def summary_pdf(self, editor: Editor, category: Category, _: Words, created: date) -> bytes:
        """The summary for a client as PDF.

        Raises:
            LookupError: there is no score.
            UnprintableTextError: no font of the program has a character of a name.
        """
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            raise LookupError("there is no score to print")
        found = checklist(sheet, self.documents, table.categories[category])
        return summary_pdf(
            editor.seen, table=table, score=sheet, checklist=found, words=_, office=self._office(), created=created
        )

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
