"""``ListActions``: lists of persons in and out, as CSV and Excel.

What reads and writes them is imported when it is first asked for, so that the window need not wait for it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import Case, save_case, write_atomically
from hsp_calc.casefile.file_names import CASE_ENDING, stem_of
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.text import Translator, describe, describe_os_error, seen
from hsp_calc.validation import InputError


class ListActions:
    """What the File menu does with lists of persons."""

    def __init__(
        self,
        window: QMainWindow,
        editor: CaseSession,
        files: FileActions,
        settings: Settings,
        words: Callable[[], Translator],
    ) -> None:
        self._window = window
        self._editor = editor
        self._files = files
        self._settings = settings
        self._words = words

    def connect(self, actions: Actions) -> None:
        """Do it by the actions of the window."""
        actions.connect("import", self.import_facts)
        actions.connect("export_facts", self.export_facts)
        actions.connect("template", self.save_template)

    def import_facts(self) -> None:
        """Choose a list and take its persons: one into the window, several into case files."""
        _ = self._words()
        kinds = f"{_('Lists of persons')} (*.csv *.xlsx);;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Import facts"), self._settings.folder, kinds)
        if not name:
            return
        self._settings.folder = str(Path(name).parent)
        from hsp_calc.casefile.exchange import How, import_persons  # noqa: PLC0415  # as said above
        from hsp_calc.text.lists import list_problems  # noqa: PLC0415  # as said above

        try:
            imported = import_persons(name, How(date.today()))  # noqa: DTZ011  # the user's own day is meant
        except InputError as error:
            problems = list_problems(error.problems, _)
            self._say(_("Nothing was imported from “{name}”:", name=seen(name)), problems)
            return
        except OSError as error:
            self._say(_("This file cannot be opened."), [describe_os_error(error, _, name=name)])
            return
        if len(imported.cases) == 1:
            self._files.put_asking(imported.cases[0])
        else:
            self._write_all(imported.cases, Path(name).stem)

    def _write_all(self, cases: tuple[Case, ...], stem: str) -> None:
        """Write each person to a file of their own in a folder to choose; all of them, or none."""
        _ = self._words()
        title = _("Folder for the {count} cases", count=len(cases))
        folder = QFileDialog.getExistingDirectory(self._window, title, self._settings.folder)
        if not folder:
            return
        written: list[Path] = []
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            for number, case in enumerate(cases, 1):
                path = _free(Path(folder), _stem(case) or f"{stem}-{number}")
                save_case(case, path)
                written.append(path)
        except (OSError, InputError) as error:
            for path in written:
                path.unlink(missing_ok=True)
            reasons = (
                [describe_os_error(error, _, name=folder, writing=True)]
                if isinstance(error, OSError)
                else [describe(problem, _) for problem in error.problems]
            )
            self._say(_("Nothing was imported."), reasons)
            return
        finally:
            QApplication.restoreOverrideCursor()
        told = _("{count} cases written to {path}", count=len(written), path=seen(folder))
        self._window.statusBar().showMessage(told, 8000)

    def export_facts(self) -> None:
        """Choose a file and write the facts on the reference date to it."""
        from hsp_calc.casefile.exchange import csv_list, excel_list  # noqa: PLC0415  # as said above

        _, editor = self._words(), self._editor
        self._ask(
            _("Export facts"),
            lambda: csv_list([editor.seen], editor.day),
            lambda: excel_list([editor.seen], editor.day),
        )

    def save_template(self) -> None:
        """Choose a file and write an empty list to it, to be filled in and imported."""
        from hsp_calc.casefile.exchange import csv_template, excel_template  # noqa: PLC0415  # as said above

        self._ask(self._words()("Save a template"), csv_template, excel_template)

    def _ask(self, title: str, as_csv: Callable[[], bytes], as_excel: Callable[[], bytes]) -> None:
        _ = self._words()
        kinds = f"{_('Excel workbooks')} (*.xlsx);;{_('CSV files')} (*.csv)"

        def write(path: Path) -> None:
            write_atomically(path, as_csv() if path.suffix.lower() == ".csv" else as_excel(), private=True)

        self._files.export(title, ".xlsx", kinds, write)

    def _say(self, what: str, problems: list[str]) -> None:
        from hsp_calc.gui.dialogs.problem_list import ProblemList  # noqa: PLC0415  # as said above

        ProblemList(what, problems, self._window, self._words()).open()


def _stem(case: Case) -> str:
    """A name for the file of a case, from that of the person."""
    return stem_of(case.applicant.name or case.applicant.name_ja)


def _free(folder: Path, stem: str) -> Path:
    """A file that is not there yet."""
    path, number = folder / f"{stem}{CASE_ENDING}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem}-{number}{CASE_ENDING}"
    return path
