"""``ExportActions``: what leaves the window on paper or for other programs.

What makes it is imported when it is first asked for, so that the window need not wait for it.
"""

from collections.abc import Callable, Collection
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import write_atomically
from hsp_calc.facts import Category
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.rules import NoTableError
from hsp_calc.text import ExplainedError, FormLanguage, Translator, describe_error, what_if_notice
from hsp_calc.text.score_table import score_text
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.app.exports import Exporter
    from hsp_calc.gui.dialogs.form_check_dialog import Mend
    from hsp_calc.output.guide_pdf import GuidePaper

_SHOWN_FOR = 8_000  # milliseconds

ROUTES = ("points_80", "points_70")
"""The routes to permanent residence for which the form has boxes, as in the guideline."""


class ExportView(NamedTuple):
    """What the window shows at the moment."""

    category: Category
    words: Translator
    today: date


class ExportActions:
    """Writes papers for the open category."""

    def __init__(
        self,
        window: QMainWindow,
        editor: CaseSession,
        files: FileActions,
        desk: AppData,
        *,
        show: Callable[[], ExportView],
        lead_to: "Callable[[Mend, str], None]",
    ) -> None:
        """Make one.

        Args:
            window: over which questions and messages are put.
            editor: the case.
            files: ask where, and say what goes wrong.
            desk: makes the papers.
            show: tells the open category, the words and the day of the moment.
            lead_to: opens what mends a point of the form.
        """
        self._window = window
        self._editor = editor
        self._files = files
        self._desk = desk
        self._show = show
        self._lead_to = lead_to
        self._chosen: frozenset[GuidePaper] = frozenset()
        self._memos = False

    @property
    def slots(self) -> dict[str, Callable[[], object]]:
        """What each action of papers does, by its object name."""
        return {
            "export_pdf": lambda: self.form(FormLanguage.JA),
            **{f"form.{language.value}": partial(self.form, language) for language in FormLanguage},
            **{f"form_set.{route}": partial(self.form_set, route) for route in ROUTES},
            "checklist.pdf": self.checklist_pdf,
            "checklist.csv": self.checklist_csv,
            "checklist.xlsx": self.checklist_xlsx,
            "checklist.print": self.print_checklist,
            "checklist.memos": self.choose_memos,
            "summary": self.summary,
            "workbook": self.workbook,
            "print": self.print_form,
            "copy_form": self.copy_form,
            "copy_text": self.copy_text,
            "office": self.office,
        }

    @cached_property
    def _press(self) -> "Exporter":
        from hsp_calc.app.exports import Exporter  # noqa: PLC0415  # as said above

        return Exporter(self._desk)

    @property
    def _words(self) -> Translator:
        return self._show().words

    # What is filed is in Japanese, whatever the language of the window; the others are translations, asked for by name.

    def form(self, language: FormLanguage) -> bool:
        """Write the point form in a language of its own."""
        category, _, today = self._show()
        kind = f"{category.value}-{language.value}"
        make = partial(self._press.form_pdf, self._editor, category, language, today)
        return self._checked(partial(self._write, kind, "pdf", make))

    def form_set(self, route: str) -> bool:
        """Write the point forms that a route to permanent residence asks for, in one file."""
        category, _, today = self._show()
        make = partial(self._press.form_set_pdf, self._editor, category, route, FormLanguage.JA, today)
        write = partial(self._write, f"{category.value}-{route.replace('_', '-')}", "pdf", make)
        return self._checked(write, route)

    def _checked(self, go_on: Callable[[], bool], route: str | None = None) -> bool:
        """Go on at once where the form takes nothing for granted and lacks nothing; else say what, and ask first.

        Args:
            go_on: writes or prints the form.
            route: the route to permanent residence whose forms they are; None for the form of the day.

        Returns:
            Whether it was done at once.
        """
        category, _, today = self._show()
        try:
            checks = (
                self._press.check_form(self._editor, category, today)
                if route is None
                else self._press.check_form_set(self._editor, category, route, today)
            )
        except (InputError, NoTableError):
            return go_on()  # which says what is wrong
        if not any(check.assumed or check.gaps for check in checks):
            return go_on()
        from hsp_calc.gui.dialogs.form_check_dialog import FormCheckDialog  # noqa: PLC0415  # as said above

        FormCheckDialog(checks, go_on, self._lead_to, self._window, _).open()
        return False

    def summary(self) -> bool:
        """Write the summary for a client."""
        choices = self._answered()
        if not choices:
            return self._summary_with(())
        from hsp_calc.gui.guide.pages_dialog import GuidePagesDialog  # noqa: PLC0415  # not before the guide is asked

        dialog = GuidePagesDialog(choices, self._chosen, self._summary_with, self._window, self._words)
        dialog.open()
        return False

    def _answered(self) -> "tuple[GuidePaper, ...]":
        """The pages of the guide that can follow the summary; none of a case in which the guide was not asked."""
        if self._editor.case.guide is None and self._editor.case.shifts is None:
            return ()
        from hsp_calc.output.guide_pdf import answered_papers  # noqa: PLC0415  # as above

        try:
            return answered_papers(self._editor.case)
        except InputError:
            return ()  # its own page says what is malformed

    def _summary_with(self, papers: "Collection[GuidePaper]") -> bool:
        self._chosen = frozenset(papers)
        category, _, today = self._show()
        kind = f"{category.value}-summary"
        return self._write(kind, "pdf", lambda: self._press.summary_pdf(self._editor, category, _, today, papers))

    def guide_page(self, paper: "GuidePaper") -> bool:
        """Write a page of the status guide."""
        category, _, today = self._show()
        if paper == "employer":
            return self._write(f"guide-{paper}", "pdf", lambda: self._press.employer_pdf(_, today))
        return self._write(
            f"guide-{paper}", "pdf", lambda: self._press.guide_pdf(self._editor, category, _, today, paper)
        )

    def checklist_pdf(self) -> bool:
        """Write the papers of the application for a client."""
        category, _, today = self._show()
        kind = f"{category.value}-checklist"
        make = partial(self._press.checklist_pdf, self._editor, category, _, today, memos=self._memos)
        return self._write(kind, "pdf", make)

    def checklist_csv(self) -> bool:
        """Write the papers of the application for spreadsheets."""
        category, _, _today = self._show()
        kind = f"{category.value}-checklist"
        return self._write(kind, "csv", lambda: self._press.checklist_csv(self._editor, category, _))

    def checklist_xlsx(self) -> bool:
        """Write the papers of the application for Excel."""
        category, _, today = self._show()
        kind = f"{category.value}-checklist"
        make = partial(self._press.checklist_xlsx, self._editor, category, _, today, memos=self._memos)
        return self._write(kind, "xlsx", make)

    def choose_memos(self) -> None:
        """Have the user's memos on the checklist from now on, or no longer; at first they are left out."""
        self._memos = not self._memos

    def print_checklist(self) -> bool:
        """Print the papers of the application."""
        category, _, today = self._show()
        make = partial(self._press.checklist_pdf, self._editor, category, _, today, memos=self._memos)
        if not self._can_be_printed(make, _("The checklist was not printed.")):
            return False
        return self._print(self._press.checklist_pages(self._editor, category, _, today, memos=self._memos))

    def workbook(self) -> bool:
        """Write the score of all categories for Excel."""
        _, today = self._words, self._show().today
        return self._write("score", "xlsx", lambda: self._press.score_xlsx(self._editor, _, today))

    def copy_text(self) -> None:
        """Put the score of the open category on the clipboard as text."""
        category, _, today = self._show()
        table, sheet = self._editor.table, self._editor.sheets().get(category)
        if table is not None and sheet is not None:
            text = score_text({category: sheet}, table, self._editor.day, _, today=today)
            if self._editor.what_if is not None:
                text = f"{what_if_notice(self._editor.what_if, _)}\n{text}"
            QGuiApplication.clipboard().setText(text)
            self._window.statusBar().showMessage(_("Copied."), _SHOWN_FOR)

    def form_pages(self) -> list[bytes]:
        """The pages of the point form as SVG; none where there is no score."""
        category, _, today = self._show()
        return self._press.form_pages(self._editor, category, FormLanguage.JA, today)

    def print_form(self) -> bool:
        """Print the point form."""
        return self._checked(self._print_form)

    def _print_form(self) -> bool:
        sound = self._can_be_printed(self._form_pdf, self._words("The form was not printed."))
        return sound and self._print(self.form_pages())

    def copy_form(self) -> None:
        """Put the point form on the clipboard as a picture."""
        self._checked(self._copy_form)

    def _copy_form(self) -> bool:
        from hsp_calc.gui.shell.printing import picture  # noqa: PLC0415  # as said above

        if not self._can_be_printed(self._form_pdf, self._words("The form was not copied.")):
            return False
        QGuiApplication.clipboard().setImage(picture(self.form_pages()))
        self._window.statusBar().showMessage(self._words("Copied."), _SHOWN_FOR)
        return True

    def office(self) -> None:
        """Let the user say who the office is."""
        from hsp_calc.gui.dialogs.office_dialog import OfficeDialog  # noqa: PLC0415  # as said above
        from hsp_calc.output import LogoError, load_office  # noqa: PLC0415  # as said above

        _ = self._words
        try:
            office = load_office()
        except (InputError, LogoError, OSError):
            office = None  # what is damaged is entered anew
        dialog = OfficeDialog(office, _, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _form_pdf(self) -> bytes:
        category, _, today = self._show()
        return self._press.form_pdf(self._editor, category, FormLanguage.JA, today)

    def _can_be_printed(self, make: Callable[[], bytes], otherwise: str) -> bool:
        """Whether a paper can be made as a file, which is stricter than its pictures; if not, why is said.

        Args:
            make: makes the file.
            otherwise: what is not done if it cannot be made.
        """
        _ = self._words
        try:
            make()
        except InputError as error:
            self._files.refuse(otherwise, describe_error(error, _))
        except ExplainedError as error:
            self._files.refuse(otherwise, [error.describe(_)])
        else:
            return True
        return False

    def _print(self, pages: list[bytes]) -> bool:
        from hsp_calc.gui.shell.printing import print_pages  # noqa: PLC0415  # as said above

        return print_pages(pages, self._window)

    def _write(self, kind: str, suffix: str, make: Callable[[], bytes]) -> bool:
        """Ask where, and write there.

        Returns:
            Whether it was written.
        """
        _ = self._words
        names = {"xlsx": _("Excel workbooks"), "csv": _("CSV files"), "pdf": _("PDF files")}
        kinds = f"{names[suffix]} (*.{suffix})"
        write = lambda path: write_atomically(path, make())  # noqa: E731  # made and written in one
        return self._files.export(_("Export"), f".{suffix}", kinds, write, kind=kind)
