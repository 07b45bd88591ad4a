"""``ScrollPanel``: a panel that is filled only while it can be seen, and scrolls what has no room."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.gui.widgets.theme import GRID


class ScrollPanel(QScrollArea):
    """A column of cards.

    Attributes:
        column: where they go.
    """

    def __init__(self, name: str, *, rest: int = 0) -> None:
        """Make one, empty.

        Args:
            name: its object name.
            rest: milliseconds without a change after which it is filled anew, so that typing is never held up; with 0
                it is filled at once.
        """
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._stale = True
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest)
        self._rest.timeout.connect(self._fill_if_seen)
        inner = FittedPage()
        inner.setObjectName("page")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, GRID, 2 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        self.setWidget(inner)

    def refresh(self) -> None:
        """Show what is true now, once changes rest; later, if it cannot be seen."""
        self._stale = True
        if not self.isVisible():
            return
        if self._rest.interval():
            self._rest.start()
        else:
            self.fill_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for changes that came while it could not be seen."""
        super().showEvent(event)
        self.fill_if_stale()

    def _fill_if_seen(self) -> None:
        if self.isVisible():
            self.fill_if_stale()

    def fill_if_stale(self) -> None:
        """Fill it, where something changed since."""
        if self._stale:
            self._stale = False
            self.fill()

    def fill(self) -> None:
        """Show what is true now."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours; what has none of its own has nothing to do."""

    def start_anew(self) -> None:
        """Drop what was typed and not understood; a panel without such inputs has nothing to drop."""


class FittedPage(QWidget):
    """As high as its width asks for; what it would be at its narrowest does not matter."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as its parts, and no height of its own."""
        return QSize(super().minimumSizeHint().width(), 0)


def card(*, spacing: int = 2 * GRID) -> tuple[QFrame, QVBoxLayout]:
    """A card with a column in it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
    column.setSpacing(spacing)
    return frame, column
