"""``Autosave``: keeps a copy of unsaved work every few seconds and on each change of the focus."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import Protection
from hsp_calc.casefile.recovery import Recovery, Snapshot
from hsp_calc.gui.autosave.ui_state import UiState

_EVERY = 3000
"""Milliseconds from one look at the screen to the next."""


class Autosave(QObject):
    """Keeps a copy of what is on the screen for as long as it is nowhere else.

    Attributes:
        failed: emitted with the error whenever no copy can be kept.
        mended: emitted when one can be kept again.
    """

    failed = Signal(object)
    mended = Signal()

    def __init__(self, editor: CaseSession, screen: UiState, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._screen = screen
        self._folder: Path | None = None
        self._recovery: Recovery | None = None
        self._kept: tuple[Snapshot, Protection | None] | None = None
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        editor.listen(self._follow_password)

    def start(self, folder: Path) -> None:
        """Keep copies in a folder from now on."""
        self._folder = folder
        self._try(self._take_place)
        self._timer.start()
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _take_place(self) -> None:
        if self._recovery is None and self._folder is not None:
            self._recovery = Recovery(self._folder)

    def _look(self) -> None:
        """Keep what there is to keep; where there was no place for it, look for one again."""
        if self._try(self._take_place):
            self.keep()

    def _follow_password(self) -> None:
        """Leave no copy readable for longer than it takes to set a password."""
        if self._kept is not None and self._kept[1] is not self._editor.copy_protection:
            self.keep()

    def _focus_changed(self) -> None:
        self.keep()

    def keep(self) -> bool:
        """Keep a copy if anything is unsaved and differs from the last; remove it if nothing is.

        Returns:
            Whether nothing can be lost now.
        """
        recovery = self._recovery
        if recovery is None:
            return False
        if not self._editor.modified:
            if self._kept is None and not self._failing:
                return True
            self._kept = None
            return self._try(recovery.forget)
        editor = self._editor
        snapshot = Snapshot(editor.case, editor.path, editor.modified, self._screen.view(), editor.digest)
        protection = editor.copy_protection
        if self._kept == (snapshot, protection) and not self._failing and recovery.is_kept():
            return True
        if not self._try(lambda: recovery.keep(snapshot, protection)):
            return False
        self._kept = snapshot, protection
        return True

    def close(self) -> None:
        """Leave nothing behind: the window is closed in good order."""
        self._timer.stop()
        started, self._folder = self._folder is not None, None
        recovery, self._recovery = self._recovery, None
        if started and isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.disconnect(self._focus_changed)
        if recovery is not None:
            self._try(recovery.close)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except OSError as error:
            self._failing = True
            self.failed.emit(error)
            return False
        if self._failing:
            self._failing = False
            self.mended.emit()
        return True
