"""``SectionBars``: what each section of a sheet gives, as bars of one scale."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.gui.widgets.theme import GRID, color

_COLUMNS = 2
_LEAST_SCALE = 30
_SHORTEST = 24
"""Pixels that a bar has at least."""


class SectionBars(QWidget):
    """Names, points and bars in two columns; read down the first, then down the second."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("section_bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: tuple[tuple[str, int], ...] = ()
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def show_points(self, points: tuple[tuple[str, int], ...]) -> None:
        """Show the points of each section, by its name."""
        if points != self._points:
            taller = len(points) != len(self._points)
            self._points = points
            self.setAccessibleName(", ".join(f"{name} {number}" for name, number in points))
            self.update()
            if taller:
                self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(240, round(self._lines * self._pitch))

    def minimumSizeHint(self) -> QSize:
        """Narrower, but no lower."""
        return QSize(160, self.sizeHint().height())

    @property
    def _lines(self) -> int:
        return -(-len(self._points) // _COLUMNS)

    @property
    def _pitch(self) -> float:
        return QFontMetricsF(self.font()).height() + GRID

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names, the points and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        width = (self.width() - (_COLUMNS - 1) * 4 * GRID) / _COLUMNS
        figure = metrics.horizontalAdvance("00")
        widest = max((metrics.horizontalAdvance(name) for name, _ in self._points), default=0)
        named = min(widest, width - figure - _SHORTEST - 4 * GRID)
        scale = max(_LEAST_SCALE, *(number for _, number in self._points)) if self._points else _LEAST_SCALE
        for index, (name, number) in enumerate(self._points):
            column, line = divmod(index, self._lines)
            left, top = column * (width + 4 * GRID), line * self._pitch
            height = metrics.height()
            painter.setPen(color(self._theme, "text" if number else "muted"))
            painter.drawText(QRectF(left, top, named, height), Qt.AlignmentFlag.AlignLeft, name)
            right = left + named + 2 * GRID
            painter.drawText(QRectF(right, top, figure, height), Qt.AlignmentFlag.AlignRight, str(number))
            bar = QRectF(right + figure + 2 * GRID, top + height * 0.25, 0, height * 0.5)
            room = left + width - bar.left()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._theme, "accent_soft"))
            bar.setWidth(room)
            painter.drawRoundedRect(bar, 3, 3)
            if number:
                painter.setBrush(color(self._theme, "accent"))
                bar.setWidth(room * number / scale)
                painter.drawRoundedRect(bar, 3, 3)
