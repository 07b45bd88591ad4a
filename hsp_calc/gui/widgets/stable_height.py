"""``StableHeightColumn``: keeps the height that it once needed: what stands beneath does not jump while one types."""

from collections.abc import Hashable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class StableHeightColumn(QWidget):
    """A column of labels whose number of lines changes often."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._column.addStretch(1)
        self._subject: Hashable = None
        self._held = 0

    def add(self, label: QWidget) -> None:
        """Put a label beneath the others."""
        self._column.insertWidget(self._column.count() - 1, label)

    def hold(self, subject: Hashable) -> None:
        """Hold the height that the labels need now, or have needed since they settled.

        Args:
            subject: what the labels speak of; another one may need less.
        """
        if subject != self._subject:
            self._subject, self._held = subject, 0
        self._hold()

    def settle(self) -> None:
        """Take the height that the labels need now: nobody is typing any more."""
        self._held = 0
        self._hold()

    def _hold(self) -> None:
        self._held = max(self._held, self._column.totalHeightForWidth(self.width()))
        self._column.invalidate()  # having been asked, it takes itself for laid out
        self.setMinimumHeight(self._held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin anew with another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.settle()
