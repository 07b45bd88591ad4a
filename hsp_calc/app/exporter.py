"""``Exporter``: makes the documents that ``exports`` names. Plain Python, no Qt.

It imports what prints; ``ExportSubject.exporter`` imports it when a document is first made.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.exports import ExportSubject
from hsp_calc.engine import ScoreSheet
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
from hsp_calc.plan.guideline import RouteRule
from hsp_calc.plan.plan import make_plan
from hsp_calc.rules import RuleTable
from hsp_calc.text.documents_table import FolderOf, folder_csv
from hsp_calc.text.headline import summary_headline
from hsp_calc.validation import InputError


@dataclass(frozen=True, slots=True)
class Exporter:
    """Makes documents of a case.

    Every method that makes one raises ``LookupError`` where there is no score, ``InputError`` where what the case keeps
    for the document is malformed, and ``UnprintableTextError`` where no font of the program has a character of a PDF.

    Attributes:
        subject: what they are made of.
    """

    subject: ExportSubject

    @property
    def _session(self) -> CaseSession:
        return self.subject.session

    # The checklist ---------------------------------------------------------------------------------------------

    def checklist_pdf(self) -> bytes:
        """The documents of the application as PDF, with the user's memos where they are chosen."""
        return checklist_pdf(self._session.seen, self._folder(), **self._of_checklist())

    def checklist_pages(self) -> list[bytes]:
        """The pages of the same as SVG."""
        return checklist_pages(self._session.seen, self._folder(), **self._of_checklist())

    def checklist_csv(self) -> bytes:
        """The documents of the application for spreadsheets."""
        return folder_csv(self._folder(), self.subject.words, line_end="\r\n").encode()

    def checklist_xlsx(self) -> bytes:
        """The documents of the application for Excel."""
        from hsp_calc.output.documents_workbook import folder_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        return folder_xlsx(self._session.seen, self._folder(), **self._of_checklist())

    def _of_checklist(self) -> dict[str, Any]:
        subject = self.subject
        return {
            "words": subject.words,
            "office": self._office(),
            "memos": subject.memos,
            "what_if": self._session.what_if,
            "created": subject.today,
        }

    def _folder(self) -> FolderOf:
        made = self.subject.data.folder(self._session, self.subject.category)
        if made is None:
            raise LookupError("there is no score to list documents for")
        return made

    # The point form --------------------------------------------------------------------------------------------

    def form_pdf(self, language: str) -> bytes:
        """The point form as PDF."""
        table, score = self._scored()
        return form_pdf(self._session.seen, **self._of_form(language), table=table, score=score, **self._options(table))

    def form_pages(self, language: str) -> list[bytes]:
        """The pages of the point form as SVG; none where there is no score.

        What the case holds for the form and is malformed is left out: the export says so.
        """
        try:
            table, score = self._scored()
        except LookupError:
            return []
        try:
            options = self._options(table)
        except InputError:
            options = FormOptions(what_if=self._session.what_if)
        return form_pages(self._session.seen, **self._of_form(language), table=table, score=score, **options)

    def form_set_pdf(self, route: str, language: str) -> bytes:
        """The point forms that a route to permanent residence asks for, as one PDF.

        Raises:
            NoTableError: no table is carried for one of the days.
            InputError: also where the person is not born on one of them.
        """
        scorers, options = self.subject.data.law.scorers, self._options(self._table())
        return form_set_pdf(
            self._session.seen, **self._of_form(language), scorers=scorers, route=self._route(route), **options
        )

    def check_form(self) -> tuple[FormCheck, ...]:
        """What the form takes for granted and lacks; nothing where there is no score."""
        try:
            table, score = self._scored()
        except LookupError:
            return ()
        options, today = self._options(table), self.subject.today
        return (check_form(self._session.seen, score, table=table, options=options, today=today),)

    def check_form_set(self, route: str) -> tuple[FormCheck, ...]:
        """The same for each form of a route to permanent residence; raises as ``form_set_pdf`` does."""
        if self._session.table is None:
            return ()
        case, day, law = self._session.seen, self._session.day, self.subject.data.law
        forms = forms_of_route(case, self.subject.category, day, scorers=law.scorers, route=self._route(route))
        return check_forms(case, forms, options=self._options(self._session.table), today=self.subject.today)

    def _of_form(self, language: str) -> dict[str, Any]:
        subject = self.subject
        return {
            "category": subject.category,
            "on": self._session.day,
            "language": language,
            "created": subject.today,
        }

    def _options(self, table: RuleTable) -> FormOptions:
        """What the form shows beyond the score: what the case holds for it, and the office."""
        options = form_options(self._session.seen, table.categories[self.subject.category])
        options["what_if"] = self._session.what_if
        if (office := self._office()) is not None:
            options["office"] = office
        return options

    def _route(self, name: str) -> RouteRule:
        return next(rule for rule in self.subject.data.law.guideline.routes if rule.id == name)

    # The summary and the guide ---------------------------------------------------------------------------------

    def summary_pdf(self) -> bytes:
        """The summary for a client as PDF, and the pages of the guide that are chosen."""
        made, office, guide = self._folder(), self._office(), None
        if self.subject.guide_pages:
            guide = papers_data(self._pages(), self._guide_subject(), office)
        return summary_pdf(
            self._session.seen,
            table=made.table,
            score=made.score,
            folder=made.folder,
            fees=made.fees,
            words=self.subject.words,
            office=office,
            what_if=self._session.what_if,
            residence=self._residence(),
            created=self.subject.today,
            guide=guide,
        )

    def guide_pdf(self, page: str) -> bytes:
        """A page of the guide as PDF."""
        subject, office = self.subject, self._office()
        if page == GuidePaper.EMPLOYER:
            guide, sources = subject.data.guide, subject.data.sources
            return employer_pdf(guide=guide, sources=sources, words=subject.words, office=office, created=subject.today)
        return guide_pdf([GuidePaper(page)], self._guide_subject(), office)

    def _pages(self) -> list[GuidePaper]:
        return [GuidePaper(page) for page in self.subject.guide_pages]

    def _residence(self) -> str:
        """The headline on permanent residence; nothing on the last day of the calendar, which has no days ahead."""
        subject, session = self.subject, self._session
        if session.day == date.max:
            return ""
        law = subject.data.law
        plan = make_plan(session.seen, subject.category, law, session.day)
        return summary_headline(plan, law.guideline, subject.today, subject.words)

    def _guide_subject(self) -> PaperSubject:
        subject, session = self.subject, self._session
        guide, sources = subject.data.guide, subject.data.sources
        words, today = subject.words, subject.today
        return PaperSubject(
            session.case, session.facts, subject.category, guide, sources, words, today, session.what_if
        )

    # The score -------------------------------------------------------------------------------------------------

    def score_xlsx(self) -> bytes:
        """The score of all categories for Excel."""
        from hsp_calc.output.score_workbook import score_xlsx  # noqa: PLC0415  # openpyxl takes long to import

        table, session = self._table(), self._session
        sheets = session.sheets()
        if not sheets:
            raise LookupError("there is no score to write")
        words, today = self.subject.words, self.subject.today
        return score_xlsx(session.seen, sheets, table=table, words=words, what_if=session.what_if, created=today)

    def _table(self) -> RuleTable:
        table = self._session.table
        if table is None:
            raise LookupError("there is no table for the day")
        return table

    def _scored(self) -> tuple[RuleTable, ScoreSheet]:
        """The table of the day and the score."""
        score = self._session.sheets().get(self.subject.category)
        if score is None:
            raise LookupError("there is no score")
        return self._table(), score

    @staticmethod
    def _office() -> Office | None:
        """The office of the settings; a damaged one is left out of the form, and told of where it is edited."""
        try:
            return load_office()
        except (InputError, LogoError, OSError):
            return None
