"""``AppData``: the data files that the window works with, and the pages made from them. Plain Python, no Qt."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.app.why_page import why_page
from hsp_calc.facts import Category
from hsp_calc.locations import data_folder, resources
from hsp_calc.rules import Criterion, NoTableError, RuleTable, Sources, Tables, Wording
from hsp_calc.text import Translator

if TYPE_CHECKING:
    from hsp_calc.documents import Documents
    from hsp_calc.documents.procedures import Procedures
    from hsp_calc.guide.contents import Guide
    from hsp_calc.plan.plan import Law
    from hsp_calc.reference.degrees import Titles
    from hsp_calc.reference.enterprise import Definition
    from hsp_calc.reference.exam_lookup import ExamLookUps
    from hsp_calc.reference.exams import Exams
    from hsp_calc.reference.support_measures import SupportLists
    from hsp_calc.reference.universities import Universities
    from hsp_calc.rules.help import Explanation, Help
    from hsp_calc.text.documents_table import FolderOf


@dataclass(frozen=True)
class AppData:
    """The data files, each read when it is first asked for.

    What a panel or a window beside the sheets needs is imported only then too: the sheets do not wait for it.

    Attributes:
        data: the rule tables and lists of the program and the user.
    """

    data: DataInUse

    @classmethod
    def from_resources(cls) -> "AppData":
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

    @property
    def exam_look_ups(self) -> "ExamLookUps":
        """Whether an exam or a qualification counts."""
        return self.data.exam_look_ups

    @cached_property
    def documents(self) -> "Documents":
        """The supporting documents."""
        from hsp_calc.documents import load_documents  # noqa: PLC0415  # as said above

        return load_documents(resources() / "reference" / "documents.yaml")

    @property
    def law(self) -> "Law":
        """Everything a plan is made by."""
        return self.data.law

    @property
    def guide(self) -> "Guide":
        """The pages of the status guide."""
        return self.data.guide

    @cached_property
    def help(self) -> "Help":
        """What counts for each row and fact."""
        from hsp_calc.rules.help import load_help  # noqa: PLC0415  # as said above

        return load_help(resources() / "reference" / "help.yaml")

    @cached_property
    def enterprises(self) -> "Definition":
        """The definition of small and medium-sized enterprises."""
        from hsp_calc.reference.enterprise import load_definition  # noqa: PLC0415  # as said above

        return load_definition(resources() / "reference" / "sme.yaml")

    @cached_property
    def support_lists(self) -> "SupportLists":
        """The official lists of measures and projects that are not carried."""
        from hsp_calc.reference.support_measures import load_support_lists  # noqa: PLC0415  # as said above

        return load_support_lists(resources() / "reference" / "support-lists.yaml")

    @cached_property
    def titles(self) -> "Titles":
        """The titles that schools award."""
        from hsp_calc.reference.degrees import load_titles  # noqa: PLC0415  # as said above

        return load_titles(resources() / "reference" / "degrees.yaml")

    def help_on_row(self, row: str, category: Category, table: RuleTable) -> "Explanation | None":
        """The help on a row; None under a table that it is not written for."""
        return self.help.of(row, category) if table.id == self.help.table else None

    def bare_help(self, criterion: Criterion, table: RuleTable) -> "Explanation":
        """What can be said of a row that has no help: its own wording and source."""
        from hsp_calc.rules.help import Explanation  # noqa: PLC0415  # as said above

        return Explanation(counts=Wording(ja=criterion.ja, en=criterion.en), sources=table.sources[:1])

    def no_table(self, day: date) -> NoTableError | None:
        """Why there is no table for a day; None if there is one."""
        try:
            self.tables.on(day)
        except NoTableError as error:
            return error
        return None

    def why_page(self, editor: CaseSession, category: Category, theme: Theme, _: Translator) -> str:
        """The reasons of a sheet; empty where there is no score."""
        table, sheet = editor.table, editor.sheets().get(category)
        return "" if table is None or sheet is None else why_page(sheet, table, self.sources, theme, _)

    @cached_property
    def procedures(self) -> "Procedures":
        """The papers of each procedure."""
        from hsp_calc.documents.procedures import load_procedures  # noqa: PLC0415  # as said above

        return load_procedures(resources() / "reference" / "procedures.yaml")

    def folder(self, editor: CaseSession, category: Category) -> "FolderOf | None":
        """The papers of the case in view; None where there is no score.

        Raises:
            InputError: what the case keeps of its papers is not understood.
        """
        from hsp_calc.documents.case_documents import folder_of  # noqa: PLC0415  # as said above
        from hsp_calc.documents.landing_age import birthday_before_landing  # noqa: PLC0415  # as said above
        from hsp_calc.text.documents_table import FolderOf  # noqa: PLC0415  # as said above

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
        birthday = birthday_before_landing(folder, editor.facts, lambda changes: editor.total_with(category, **changes))
        return FolderOf(folder, sheet, table, self.procedures, self.data.fees, birthday)

    def standing(self, editor: CaseSession, category: Category, _: Translator) -> tuple[str, str]:
        """The verdict on the underlying status in words, and the role of its colour.

        Nothing is read for a case in which the guide was not asked, so that typing waits for nothing.
        """
        if editor.case.guide is None:
            return _("Ordinary work status: not checked yet"), "muted"
        from hsp_calc.app.guide.work_status_verdict import standing  # noqa: PLC0415  # not needed before the guide is asked

        return standing(editor.case, editor.facts, category, self.guide.underlying, _)


@cache
def _desk(resources: Path, user_folder: Path) -> AppData:
    return AppData(DataInUse(resources, user_folder))
