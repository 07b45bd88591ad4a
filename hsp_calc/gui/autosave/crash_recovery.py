"""``CrashRecovery``: unsaved work is kept while the window runs, and offered again after it was killed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import Protection
from hsp_calc.casefile.recovery import Snapshot, leftovers
from hsp_calc.gui.autosave.autosave import Autosave
from hsp_calc.gui.autosave.ui_state import UiState
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.text import Translator, describe_os_error

if TYPE_CHECKING:
    from hsp_calc.gui.autosave.recovery_dialog import RecoveryDialog


class CrashRecovery:
    """Keeps copies of unsaved work, and brings back what was left behind.

    Attributes:
        keeper: keeps the copies.
    """

    def __init__(
        self,
        window: QMainWindow,
        editor: CaseSession,
        files: FileActions,
        words: Callable[[], Translator],
        folder: Path | None,
    ) -> None:
        """Know where copies are kept; None keeps none."""
        self._window = window
        self._files = files
        self._words = words
        self._folder = folder
        self._to_start = folder is not None
        self._dialog: RecoveryDialog | None = None
        self._screen = UiState(window, editor)
        self.keeper = Autosave(editor, self._screen, window)
        self.keeper.failed.connect(self._tell)
        self.keeper.mended.connect(window.statusBar().clearMessage)

    def start(self) -> None:
        """Keep copies from now on; a window that is closed or keeps them already has nothing to start."""
        if self._folder is not None and self._to_start:
            self._to_start = False
            self.keeper.start(self._folder)

    def offer(self) -> None:
        """Offer what windows left behind when they were killed; nothing waits for the answer."""
        found = [] if self._folder is None else leftovers(self._folder)
        if not found:
            return
        from hsp_calc.gui.autosave.recovery_dialog import RecoveryDialog  # noqa: PLC0415  # not needed to start

        dialog = RecoveryDialog(found, self._put_back, self._words, self._files.worker, self._window)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.show()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        if self._dialog is not None:
            self._dialog.retranslate()

    def close(self) -> None:
        """Leave nothing behind: the window is closed in good order."""
        self._to_start = False
        if self._dialog is not None:
            self._dialog.close()
        self.keeper.close()

    def _forget(self) -> None:
        self._dialog = None

    def _put_back(self, snapshot: Snapshot, protection: Protection | None, restored: Callable[[], None]) -> None:
        """Show what was on the screen, and keep a copy of it before the one left behind is dropped."""

        def show() -> None:
            self._screen.show(snapshot.view)
            if self.keeper.keep():
                restored()

        self._files.put_back_asking(snapshot, protection, show)

    def _tell(self, error: OSError) -> None:
        """Tell for as long as it is so; other messages come between."""
        _ = self._words()
        why = describe_os_error(error, _, writing=True)
        self._window.statusBar().showMessage(_("Unsaved work cannot be backed up; save it yourself. {why}", why=why))
