"""``Exporter``: makes everything that leaves the window on paper or for other programs. Plain Python, no Qt."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.facts import Category
from hsp_calc.output import (
    FormOptions,
    LogoError,
    Office,
    checklist_pages,
    checklist_pdf,
    form_options,
    form_pages,
    form_pdf,
    form_set_pdf,
    forms_of_route,
    load_office,
    summary_pdf,
)
from hsp_calc.output.form_check import FormCheck, check_form, check_forms
from hsp_calc.output.guide_pdf import GuidePaper, PaperSubject, employer_pdf, guide_pdf, papers_data
from hsp_calc.plan.plan import make_plan
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator
from hsp_calc.text.documents_table import FolderOf, folder_csv
from hsp_calc.text.headline import summary_headline
from hsp_calc.validation import InputError


@dataclass(frozen=True, slots=True)
class Exporter:
    """Makes papers of the case in the window.

    Attributes:
        desk: the data that they are made by.
    """

    desk: AppData

    def checklist_pdf(
        self, editor: CaseSession, category: Category, _: Translator, created: date, *, memos: bool = False
    ) -> bytes:
        """The papers to hand to the client as PDF; the user's memos stand on it where they are chosen.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
            UnprintableTextError: no font of the program has a character of what somebody typed.
        """
        made = self._folder(editor, category)
        return checklist_pdf(
            editor.seen,
            made,
            words=_,
            office=self._office(),
            memos=memos,
            what_if=editor.what_if,
            created=created,
        )

    def checklist_pages(
        self, editor: CaseSession, category: Category, _: Translator, created: date, *, memos: bool = False
    ) -> list[bytes]:
        """The pages of the papers as SVG.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        made = self._folder(editor, category)
        return checklist_pages(
            editor.seen,
            made,
            words=_,
            office=self._office(),
            memos=memos,
            what_if=editor.what_if,
            created=created,
        )

    def checklist_csv(self, editor: CaseSession, category: Category, _: Translator) -> bytes:
        """The papers for spreadsheets.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        return folder_csv(self._folder(editor, category), _, line_end="\r\n").encode()

    def checklist_xlsx(
        self, editor: CaseSession, category: Category, _: Translator, created: date, *, memos: bool = False
    ) -> bytes:
        """The papers for Excel.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
        """
        from hsp_calc.output.documents_workbook import folder_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        return folder_xlsx(
            editor.seen,
            self._folder(editor, category),
            words=_,
            office=self._office(),
            memos=memos,
            what_if=editor.what_if,
            created=created,
        )

    def _folder(self, editor: CaseSession, category: Category) -> FolderOf:
        made = self.desk.folder(editor, category)
        if made is None:
            raise LookupError("there is no score to list papers for")
        return made

    def form_pages(self, editor: CaseSession, category: Category, language: str, created: date) -> list[bytes]:
        """The pages of the point form as SVG; none where there is no score."""
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            return []
        try:
            options = self._options(editor, table, category)
        except InputError:
            options = FormOptions(
                what_if=editor.what_if
            )  # what the case holds for the form is malformed; the export says so
        return form_pages(
            editor.seen,
            category,
            editor.day,
            table=table,
            score=sheet,
            language=language,
            created=created,
            **options,
        )

    def form_pdf(self, editor: CaseSession, category: Category, language: str, created: date) -> bytes:
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

    def form_set_pdf(self, editor: CaseSession, category: Category, route: str, language: str, created: date) -> bytes:
        """The point forms that a route to permanent residence asks for, as one PDF.

        Raises:
            LookupError: there is no score.
            NoTableError: no table is carried for one of the days.
            InputError: the person is not born on one of them.
            UnprintableTextError: no font of the program has a character of the name.
        """
        rule = next(rule for rule in self.desk.law.guideline.routes if rule.id == route)
        if editor.table is None:
            raise LookupError("there is no score to print")
        options = self._options(editor, editor.table, category)
        return form_set_pdf(
            editor.seen,
            category,
            editor.day,
            scorers=self.desk.law.scorers,
            route=rule,
            language=language,
            created=created,
            **options,
        )

    def check_form(self, editor: CaseSession, category: Category, today: date) -> tuple[FormCheck, ...]:
        """What the form takes for granted and lacks; nothing where there is no score.

        Raises:
            InputError: what the case holds for the form is malformed.
        """
        table, sheet = editor.table, editor.sheets().get(category)
        if table is None or sheet is None:
            return ()
        options = self._options(editor, table, category)
        return (check_form(editor.seen, sheet, table=table, options=options, today=today),)

    def check_form_set(self, editor: CaseSession, category: Category, route: str, today: date) -> tuple[FormCheck, ...]:
        """The same for each form of a route to permanent residence.

        Raises:
            NoTableError: no table is carried for one of the days.
            InputError: the person is not born on one of them, or what the case holds for the form is malformed.
        """
        if editor.table is None:
            return ()
        rule = next(rule for rule in self.desk.law.guideline.routes if rule.id == route)
        forms = forms_of_route(editor.seen, category, editor.day, scorers=self.desk.law.scorers, route=rule)
        return check_forms(editor.seen, forms, options=self._options(editor, editor.table, category), today=today)

    def summary_pdf(
        self, editor: CaseSession, category: Category, _: Translator, created: date, papers: Collection[GuidePaper] = ()
    ) -> bytes:
        """The summary for a client as PDF, and the pages of the guide that are chosen.

        Raises:
            LookupError: there is no score.
            InputError: what the case keeps of its papers is not understood.
            UnprintableTextError: no font of the program has a character of a name.
        """
        made, office, guide = self._folder(editor, category), self._office(), None
        if papers:
            subject = self._subject(editor, category, _, created)
            guide = papers_data(papers, subject, office)
        return summary_pdf(
            editor.seen,
            table=made.table,
            score=made.score,
            folder=made.folder,
            fees=made.fees,
            words=_,
            office=office,
            what_if=editor.what_if,
            residence=self._residence(editor, category, _, created),
            created=created,
            guide=guide,
        )

    def _residence(self, editor: CaseSession, category: Category, _: Translator, today: date) -> str:
        """The headline on permanent residence; nothing on the last day of the calendar, which has no days ahead."""
        if editor.day == date.max:
            return ""
        law = self.desk.law
        return summary_headline(make_plan(editor.seen, category, law, editor.day), law.guideline, today, _)

    def employer_pdf(self, _: Translator, created: date) -> bytes:
        """The employer's page of the guide as PDF.

        Raises:
            UnprintableTextError: no font of the program has a character of the office.
        """
        return employer_pdf(
            guide=self.desk.guide, sources=self.desk.sources, words=_, office=self._office(), created=created
        )

    def guide_pdf(
        self, editor: CaseSession, category: Category, _: Translator, created: date, paper: GuidePaper
    ) -> bytes:
        """A page of the guide as PDF.

        Raises:
            InputError: what the case keeps for it is malformed.
            UnprintableTextError: no font of the program has a character of a name.
        """
        return guide_pdf([paper], self._subject(editor, category, _, created), self._office())

    def _subject(self, editor: CaseSession, category: Category, _: Translator, created: date) -> PaperSubject:
        guide, sources = self.desk.guide, self.desk.sources
        return PaperSubject(editor.case, editor.facts, category, guide, sources, _, created, editor.what_if)

    def score_xlsx(self, editor: CaseSession, _: Translator, created: date) -> bytes:
        """The score of all categories for Excel.

        Raises:
            LookupError: there is no score.
        """
        table, sheets = editor.table, editor.sheets()
        if table is None or not sheets:
            raise LookupError("there is no score to write")
        from hsp_calc.output.score_workbook import score_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        return score_xlsx(editor.seen, sheets, table=table, words=_, what_if=editor.what_if, created=created)

    def _options(self, editor: CaseSession, table: RuleTable, category: Category) -> FormOptions:
        """What the form shows beyond the score: what the case holds for it, and the office."""
        options = form_options(editor.seen, table.categories[category])
        options["what_if"] = editor.what_if
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
