"""``StatusMark``: a small sign that tells whether a row counts."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.engine import Status
from hsp_calc.gui.widgets.theme import color

_RADIUS = 5.0


class StatusMark(QWidget):
    """Filled: it counts. A ring: not met. Dotted: not answered. Struck through: met, and yet it does not count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = Status.UNANSWERED
        self._theme = LIGHT

    def show_status(self, status: Status) -> None:
        """Show what became of the row."""
        if status is not self._status:
            self._status = status
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as an ``AnswerBox``, so that rows align."""
        return QSize(26, 26)

    def minimumSizeHint(self) -> QSize:
        """As large as it is."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QPointF(self.width() / 2, self.height() / 2)
        if self._status is Status.COUNTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._theme, "accent"))
            painter.drawEllipse(center, _RADIUS, _RADIUS)
            return
        met = self._status not in {Status.NOT_MET, Status.UNANSWERED}
        style = Qt.PenStyle.DotLine if self._status is Status.UNANSWERED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color(self._theme, "warn" if met else "muted"), 1.4, style))
        painter.drawEllipse(center, _RADIUS, _RADIUS)
        if met:
            painter.drawLine(center + QPointF(-_RADIUS, _RADIUS), center + QPointF(_RADIUS, -_RADIUS))
