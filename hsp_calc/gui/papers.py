"""``Papers``: what leaves the window on paper or for other programs, the point form of the bar aside."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from hsp_calc.casefile import write_atomically
from hsp_calc.facts import Category
from hsp_calc.gui.desk import Desk
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.office_dialog import OfficeDialog
from hsp_calc.gui.settings import Settings
from hsp_calc.problems import InputError
from hsp_calc.rules import NoTableError
from hsp_calc.sheet import FormLanguage, LogoError, UnprintableTextError, load_office
from hsp_calc.text import Words, describe_error, describe_no_table, describe_os_error
from hsp_calc.text.score_table import score_text

_SHOWN_FOR = 8_000  # milliseconds

ROUTES = ("points_80", "points_70")
"""The routes to permanent residence for which the form has boxes, as in the guideline."""


class Shown(NamedTuple):
    """What the window shows at the moment."""

    category: Category
    words: Words
    today: date


class Papers:
    """Writes papers for the open category."""

    def __init__(
        self, window: QMainWindow, editor: Editor, settings: Settings, desk: Desk, *, show: Callable[[], Shown]
    ) -> None:
        """Make one.

        Args:
            window: over which questions and messages are put.
            editor: the case.
            settings: remember the folder.
            desk: makes the papers.
            show: tells the open category, the words and the day of the moment.
        """
        self._window = window
        self._editor = editor
        self._settings = settings
        self._desk = desk
        self._show = show

    @property
    def slots(self) -> dict[str, Callable[[], object]]:
        """What each action of papers does, by its object name."""
        return {
            **{f"form.{language.value}": partial(self.form, language) for language in FormLanguage},
            **{f"form_set.{route}": partial(self.form_set, route) for route in ROUTES},
            "summary": self.summary,
            "workbook": self.workbook,
            "copy_text": self.copy_text,
            "office": self.office,
        }

    @property
    def _words(self) -> Words:
        return self._show().words

    def form(self, language: FormLanguage) -> bool:
        """Write the point form in a language of its own."""
        category, _, today = self._show()
        kind = f"{category.value}-{language.value}"
        return self._write(kind, "pdf", lambda: self._desk.form_pdf(self._editor, category, language, today))

    def form_set(self, route: str) -> bool:
        """Write the point forms that a route to permanent residence asks for, in one file."""
        category, _, today = self._show()
        return self._write(
            f"{category.value}-{route.replace('_', '-')}",
            "pdf",
            lambda: self._desk.form_set_pdf(self._editor, category, route, _.language, today),
        )

    def summary(self) -> bool:
        """Write the summary for a client."""
        category, _, today = self._show()
        kind = f"{category.value}-summary"
        return self._write(kind, "pdf", lambda: self._desk.summary_pdf(self._editor, category, _, today))

    def workbook(self) -> bool:
        """Write the score of all categories for Excel."""
        _, today = self._words, self._show().today
        return self._write("score", "xlsx", lambda: self._desk.score_xlsx(self._editor, _, today))

    def copy_text(self) -> None:
        """Put the score of the open category on the clipboard as text."""
        category, _, today = self._show()
        table, sheet = self._editor.table, self._editor.sheets().get(category)
        if table is not None and sheet is not None:
            QGuiApplication.clipboard().setText(score_text({category: sheet}, table, self._editor.day, _, today=today))
            self._window.statusBar().showMessage(_("Copied."), _SHOWN_FOR)

    def office(self) -> None:
        """Let the user say who the office is."""
        _ = self._words
        try:
            office = load_office()
        except (InputError, LogoError, OSError):
            office = None  # what is damaged is entered anew
        dialog = OfficeDialog(office, _, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, kind: str, suffix: str, make: Callable[[], bytes]) -> bool:
        """Ask where, and write there.

        Returns:
            Whether it was written.
        """
        _ = self._words
        suggestion = f"{self._stem()}-{kind}-{self._editor.day.isoformat()}.{suffix}"
        start = Path(self._settings.folder) / suggestion
        kinds = f"{_('Excel workbooks') if suffix == 'xlsx' else _('PDF files')} (*.{suffix})"
        name, _kind = QFileDialog.getSaveFileName(self._window, _("Export"), str(start), kinds)
        if not name:
            return False
        path = Path(name) if Path(name).suffix else Path(f"{name}.{suffix}")
        self._settings.folder = str(path.parent)
        try:
            write_atomically(path, make())
        except UnprintableTextError as error:
            return self._say(_("These characters cannot be printed: {text}", text=error.text))
        except InputError as error:
            return self._say("\n".join(describe_error(error, _)))
        except LogoError as error:
            return self._say(error.describe(_))
        except NoTableError as error:
            return self._say(describe_no_table(error, _))
        except OSError as error:
            return self._say(describe_os_error(error, _, name=str(path), writing=True))
        self._window.statusBar().showMessage(_("Written: {path}", path=str(path)), _SHOWN_FOR)
        return True

    def _stem(self) -> str:
        if self._editor.path is not None:
            return self._editor.path.stem
        name = self._editor.case.applicant.name
        kept = "".join(sign if sign.isalnum() or sign in " -_" else "_" for sign in name)
        return kept.strip().replace(" ", "-")[:60] or "hsp-case"

    def _say(self, why: str) -> bool:
        box = QMessageBox(self._window)
        box.setObjectName("message")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("HSP Calc")
        box.setText(self._words("Nothing was written."))
        box.setInformativeText(why)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        return False
