"""``StateMark``: a small sign that tells how far a paper is, and ``ProgressBar``: how far all are."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import Progress
from hsp_calc.gui.widgets.theme import color

_RADIUS = 6.5
_SIDE = 20
_BAR = 10
_QUARTER = 90 * 16  # Qt counts in sixteenths of a degree


class StateMark(QWidget):
    """A ring: needed. Half full: asked for. Ticked: at hand. Full and ticked: given in. A dash: not needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.NEEDED
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State) -> None:
        """Show a state."""
        if state is not self._state:
            self._state = state
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of type."""
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:
        """As large as it is."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(self.width() / 2, self.height() / 2)
        around = QRectF(center.x() - _RADIUS, center.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        match self._state:
            case State.NOT_NEEDED:
                painter.setPen(QPen(color(self._theme, "muted"), 2))
                painter.drawLine(center - QPointF(4, 0), center + QPointF(4, 0))
            case State.NEEDED:
                painter.setPen(QPen(color(self._theme, "muted"), 1.4))
                painter.drawEllipse(around)
            case State.ASKED_FOR:
                painter.setPen(QPen(color(self._theme, "accent"), 1.4))
                painter.drawEllipse(around)
                painter.setBrush(color(self._theme, "accent"))
                painter.drawPie(around, _QUARTER, 2 * _QUARTER)
            case State.AT_HAND:
                painter.setPen(QPen(color(self._theme, "good"), 1.6))
                painter.drawEllipse(around)
                self._tick(painter, center, "good")
            case State.GIVEN_IN:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(self._theme, "good"))
                painter.drawEllipse(around)
                self._tick(painter, center, "card")

    def _tick(self, painter: QPainter, center: QPointF, role: str) -> None:
        painter.setPen(QPen(color(self._theme, role), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([center + QPointF(-3, 0.2), center + QPointF(-0.8, 2.6), center + QPointF(3.2, -2.4)])


class ProgressBar(QWidget):
    """What is given in, at hand and asked for, as parts of a bar; words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = Progress(0, 0, 0, 0, 0)
        self._theme = LIGHT
        self.setFixedHeight(_BAR)

    def show_progress(self, progress: Progress) -> None:
        """Show how far all are."""
        if progress != self._progress:
            self._progress = progress
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color(self._theme, "line"), 1))
        painter.drawRoundedRect(area, 3, 3)
        reached, total = self._progress, self._progress.total
        if not total:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        left = area.left()
        for count, role in ((reached.ready, "good"), (reached.asked_for, "accent")):
            width = area.width() * count / total
            painter.setBrush(color(self._theme, role))
            painter.drawRect(QRectF(left, area.top() + 1, width, area.height() - 2))
            left += width
