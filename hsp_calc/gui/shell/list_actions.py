"""``ListActions``: lists of persons from CSV and Excel into the window or into case files.

What reads them is imported when it is first asked for, so that the window need not wait for it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox

from hsp_calc.app.case_session import CaseSession
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.worker import Task
from hsp_calc.gui.widgets.plain_text import Message
from hsp_calc.text import Translator, describe, describe_os_error, seen
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.casefile.exchange import Imported
    from hsp_calc.casefile.exchange.matching import ImportPlan

_SHOWN_FOR = 8_000  # milliseconds


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
        self._reading: Task | None = None

    def connect(self, actions: Actions) -> None:
        """Do it by the actions of the window."""
        self._files.list_opened.connect(self.import_file)
        actions.connect("import", self.import_facts)

    def import_facts(self) -> None:
        """Choose a list and take its persons: one into the window, several into case files."""
        _ = self._words()
        kinds = f"{_('Lists of persons')} (*.csv *.xlsx);;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Import facts"), self._settings.folder, kinds)
        if not name:
            return
        self._settings.folder = str(Path(name).parent)
        self.import_file(name)

    def import_file(self, name: str) -> None:
        """Take the persons of a list: one into the window, several into case files; what is wrong with it is said."""
        from hsp_calc.casefile.exchange import How, import_persons  # noqa: PLC0415  # as said above
        from hsp_calc.text.lists import list_notes, list_problems  # noqa: PLC0415  # as said above

        _, how = self._words(), How(date.today())  # noqa: DTZ011  # the user's own day is meant
        bar = self._window.statusBar()

        def failed(error: Exception) -> None:
            bar.clearMessage()
            match error:
                case InputError():
                    problems = list_problems(error.problems, _)
                    self._say(_("Nothing was imported from “{name}”:", name=seen(name)), problems)
                case OSError():
                    self._say(_("This file cannot be opened."), [describe_os_error(error, _, name=name)])
                case _:
                    raise error

        def done(imported: "Imported") -> None:
            bar.clearMessage()
            if len(imported.cases) > 1:
                self._choose_folder(imported)
                return
            self._files.put_asking(imported.cases[0])
            bar.showMessage(" ".join(list_notes(imported, _)), _SHOWN_FOR)

        if self._reading is not None:
            self._reading.cancel()  # another list was chosen meanwhile
        bar.showMessage(_("Reading {path}…", path=seen(name)))
        self._reading = self._files.worker.run(lambda _task: import_persons(name, how), done, failed)

    def _choose_folder(self, imported: "Imported") -> None:
        """Ask for the folder of the cases, and show what the list does there before it is done."""
        from hsp_calc.casefile.exchange.matching import plan_import  # noqa: PLC0415  # as said above
        from hsp_calc.text.lists import list_notes, list_problems, plan_lines, plan_summary  # noqa: PLC0415

        _ = self._words()
        title = _("Folder for the {count} cases", count=len(imported.cases))
        folder = QFileDialog.getExistingDirectory(self._window, title, self._settings.folder)
        if not folder:
            return
        try:
            plan = plan_import(imported, Path(folder), date.today())  # noqa: DTZ011  # as above
        except InputError as error:
            self._say(_("Nothing was imported."), list_problems(error.problems, _))
            return
        except OSError as error:
            self._say(_("Nothing was imported."), [describe_os_error(error, _, name=folder)])
            return
        box = Message(self._window)
        box.setObjectName("import_plan")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("HSP Calc")
        box.setText(plan_summary(plan, _, dry_run=True))
        box.setInformativeText("\n".join(list_notes(imported, _)))
        box.setDetailedText("\n".join(plan_lines(plan, _)))
        take = box.addButton(_("&Import"), QMessageBox.ButtonRole.AcceptRole)
        take.setObjectName("import_plan.take")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(take)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take.clicked.connect(lambda: self._write(plan))
        box.open()

    def _write(self, plan: "ImportPlan") -> None:
        """Write the cases; all of them, or none."""
        from hsp_calc.casefile.exchange.storing import write_plan  # noqa: PLC0415  # as said above
        from hsp_calc.text.lists import plan_summary  # noqa: PLC0415  # as said above

        _, folder = self._words(), str(plan.folder)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            write_plan(plan)
        except OSError as error:
            self._say(_("Nothing was imported."), [describe_os_error(error, _, name=folder, writing=True)])
            return
        except InputError as error:
            self._say(_("Nothing was imported."), [describe(problem, _) for problem in error.problems])
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._window.statusBar().showMessage(plan_summary(plan, _, dry_run=False), _SHOWN_FOR)

    def _say(self, what: str, problems: list[str]) -> None:
        from hsp_calc.gui.dialogs.problem_list import ProblemList  # noqa: PLC0415  # as said above

        ProblemList(what, problems, self._window, self._words()).open()
