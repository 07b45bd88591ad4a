"""``OwnData``: the user's own rule tables and lists are added, removed and told of."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.gui.dialogs.problem_list import ProblemList
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.widgets.notice import Notice
from hsp_calc.text import Translator, describe_error, describe_os_error
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.gui.dialogs.data_dialog import DataDialog


class OwnData:
    """What the window does with the user's own data.

    Attributes:
        notice: stands over the sheet where files of the user are not used.
    """

    def __init__(
        self, window: QMainWindow, editor: CaseSession, desk: AppData, words: Callable[[], Translator]
    ) -> None:
        self._window = window
        self._editor = editor
        self._desk = desk
        self._words = words
        self._dialog: DataDialog | None = None
        self.notice = Notice("own_data")
        self.notice.more_asked.connect(self.show_refused)

    def connect(self, act: Actions) -> None:
        """Have the actions do their part."""
        act.connect("add_data", self.add)
        act.connect("data", self.show)

    def tell(self) -> None:
        """Tell once which files of the user are not used; nothing waits for an answer."""
        self._say()
        self.notice.setVisible(bool(self._desk.data.refused))

    def show_refused(self) -> None:
        """List everything that is wrong with the files of the user, with their lines."""
        _ = self._words()
        reasons = [sentence for error in self._desk.data.refused for sentence in describe_error(error, _)]
        self._list(_("These files that you added are not used:"), reasons, self._window)

    def show(self) -> None:
        """List the data in use."""
        from hsp_calc.gui.dialogs.data_dialog import DataDialog  # noqa: PLC0415  # it knows all lists

        dialog = DataDialog(self._desk.data, self._words, self._window)
        dialog.add_asked.connect(self.add)
        dialog.remove_asked.connect(self._remove)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def add(self) -> None:
        """Choose a file and add it."""
        _ = self._words()
        kinds = f"{_('Data files')} (*.yaml *.yml)"
        name, _kind = QFileDialog.getOpenFileName(self._above(), _("Add a data file"), "", kinds)
        if name:
            self._add(Path(name))

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        if self.notice.isVisible():
            self._say()
        if self._dialog is not None:
            self._dialog.retranslate()

    def _say(self) -> None:
        _, count = self._words(), len(self._desk.data.refused)
        if count:
            text = _.plural(
                "{count} data file that you added is not used.",
                "{count} data files that you added are not used.",
                count,
                count=count,
            )
            self.notice.say(text, _)

    def _add(self, path: Path) -> None:
        _ = self._words()
        from hsp_calc.app.user_files import add_file  # noqa: PLC0415  # needed by few

        try:
            kept = add_file(path, self._desk.data.resources, self._desk.data.user_folder)
        except InputError as error:
            self._list(_("The file was not added."), describe_error(error, _), self._above())
        except OSError as error:
            self._list(_("The file was not added."), [describe_os_error(error, _)], self._above())
        else:
            self._renew()
            self._window.statusBar().showMessage(_("Added: {path}", path=kept), 8000)

    def _remove(self, path: Path) -> None:
        _ = self._words()
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            why = describe_os_error(error, _, writing=True)
            self._list(_("The file was not removed."), [why], self._above())
            return
        self._renew()

    def _renew(self) -> None:
        """Use what there is now, at once."""
        self._desk.data.reload()
        self._editor.set_tables(self._desk.tables)
        self.tell()
        if self._dialog is not None:
            self._dialog.retranslate()

    def _above(self) -> QWidget:
        return self._dialog or self._window

    def _list(self, what: str, reasons: list[str], parent: QWidget) -> None:
        ProblemList(what, reasons, parent, self._words()).open()

    def _forget(self) -> None:
        self._dialog = None
