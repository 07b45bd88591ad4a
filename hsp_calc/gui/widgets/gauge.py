"""``Gauge``: the total as a bar with the marks that matter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.gui.widgets.theme import color

_LEAST_SCALE = 100
_STEP = 20


class Gauge(QWidget):
    """A bar from 0 to the total, a paler one to what open answers could bring, and a line at each mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self._at_most = 0
        self._marks: tuple[int, ...] = ()
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, total: int, at_most: int, marks: tuple[int, ...]) -> None:
        """Show a total."""
        if (total, at_most, marks) != (self._total, self._at_most, self._marks):
            self._total, self._at_most, self._marks = total, at_most, marks
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The bar, with its marks above."""
        return QSize(240, 3 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, but no lower."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, the marks and their numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        reach = max(_LEAST_SCALE, self._total, *self._marks)
        scale = -(-reach // _STEP) * _STEP
        height = metrics.height() * 0.9
        bar = QRectF(1, self.height() - height - 2, self.width() - 2, height)

        def along(points: int) -> QRectF:
            return QRectF(bar.x(), bar.y(), bar.width() * min(points, scale) / scale, bar.height())

        painter.setPen(QPen(color(self._theme, "line"), 1))
        painter.setBrush(color(self._theme, "window"))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._theme, "accent_soft"))
        if self._at_most > self._total:
            painter.drawRoundedRect(along(self._at_most), 4, 4)
        painter.setBrush(color(self._theme, "accent"))
        if self._total:
            painter.drawRoundedRect(along(self._total), 4, 4)
        for index, mark in enumerate(self._marks):
            x = along(mark).right()
            reached = self._total >= mark
            painter.setPen(QPen(color(self._theme, "good" if reached else "text"), 2))
            painter.drawLine(int(x), int(bar.top()) - 4, int(x), int(bar.bottom()))
            label = f"{mark} ✓" if reached else str(mark)
            width = metrics.horizontalAdvance(label)
            beside = x if index == len(self._marks) - 1 else x - width  # the numbers of near marks must not meet
            left = min(max(beside, 0), self.width() - width - 1)
            painter.drawText(QRectF(left, bar.top() - 5 - metrics.height(), width + 1, metrics.height()), 0, label)
