"""``Keeper``: keeps a copy of unsaved work every few seconds and on each change of the focus."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hsp_calc.casefile import Protection
from hsp_calc.casefile.recovery import Recovery, Snapshot
from hsp_calc.gui.case.screen import Screen
from hsp_calc.gui.editor import Editor

_EVERY = 3000
"""Milliseconds from one look at the screen to the next."""


class Keeper(QObject):
    """Keeps a copy of what is on the screen for as long as it is nowhere else.

    Attributes:
        failed: emitted with the error when no copy can be kept, once until one can be again.
    """

    failed = Signal(object)

    def __init__(self, editor: Editor, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._screen = screen
        self._recovery: Recovery | None = None
        self._kept: tuple[Snapshot, Protection | None] | None = None
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.keep)
        editor.listen(self._follow_password)

    def start(self, folder: Path) -> None:
        """Keep copies in a folder from now on."""
        if not self._try(lambda: self._take_place(folder)):
            return
        self._timer.start()
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _take_place(self, folder: Path) -> None:
        self._recovery = Recovery(folder)

    def _follow_password(self) -> None:
        """Leave no copy readable for longer than it takes to set a password."""
        if self._kept is not None and self._kept[1] is not self._editor.protection:
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
            if self._kept is None:
                return True
            self._kept = None
            return self._try(recovery.forget)
        editor = self._editor
        snapshot = Snapshot(editor.case, editor.path, editor.modified, self._screen.view())
        if self._kept == (snapshot, editor.protection):
            return True
        if not self._try(lambda: recovery.keep(snapshot, editor.protection)):
            return False
        self._kept = snapshot, editor.protection
        return True

    def close(self) -> None:
        """Leave nothing behind: the window is closed in good order."""
        self._timer.stop()
        recovery, self._recovery = self._recovery, None
        if recovery is None:
            return
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.disconnect(self._focus_changed)
        self._try(recovery.close)

    def _try(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except OSError as error:
            if not self._failing:
                self._failing = True
                self.failed.emit(error)
            return False
        self._failing = False
        return True
