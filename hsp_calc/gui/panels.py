"""Panels of text beside the sheet, and the tabs of all panels."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QWidget

_DELAY = 30
"""Milliseconds: too short to be seen, long enough for the totals to come first and fast typing not to wait."""


class TextPanel(QTextBrowser):
    """A page of rich text that is made only while it can be seen."""

    def __init__(self, name: str, make: Callable[[], str]) -> None:
        """Make a panel.

        Args:
            name: the object name.
            make: makes the page as it should be now.
        """
        super().__init__()
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._make = make
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._fill)

    def refresh(self) -> None:
        """Show what is true now, right after the totals are painted; later, if it cannot be seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: object) -> None:
        """Make up for changes that came while it could not be seen."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt passes a QShowEvent
        self._fill()

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(self._make())
        bar.setValue(place)


class Panels(QTabWidget):
    """The panels as tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panels")
        self.setDocumentMode(True)
