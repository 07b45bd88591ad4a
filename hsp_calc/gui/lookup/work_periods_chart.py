"""``SpanChart``: the periods of work as bars, a lane for each category."""

from datetime import date
from html import escape

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.lookup.work_periods_presenter import Lane, PeriodBar, Spans
from hsp_calc.gui.widgets.theme import color

_GAP = 6.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEAST_WIDTH = 3.0
_LEAST_LABEL = 4
"""A name cut to fewer characters says nothing."""


class SpanChart(QWidget):
    """The chart; what it shows is said in words beneath it, and to a screen reader."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._spans: Spans | None = None

    def show_spans(self, spans: Spans) -> None:
        """Show other periods."""
        self._spans = spans
        self.setAccessibleName(spans.title)
        self.setAccessibleDescription(" ".join(" ".join(lane.sentences) for lane in spans.lanes))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its lanes ask for."""
        lanes = self._spans.lanes if self._spans else ()
        height = sum(self._height(lane) for lane in lanes) + 2 * self._row + 3 * _GAP
        return QSize(320, round(height))

    def minimumSizeHint(self) -> QSize:
        """Narrower, but no lower."""
        return QSize(200, self.sizeHint().height())

    # Where things are ------------------------------------------------------------------------------------------

    @property
    def _row(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _height(self, lane: Lane) -> float:
        """Of a lane: its name, its rows of bars, and the line of what counts."""
        return self._row + lane.rows * (self._row + 6) + 3 * _GAP

    @property
    def _plot(self) -> QRectF:
        """Where the days are: beneath the reference date, above the years."""
        flags = self._spans is not None and any(self._flagged(lane, self._spans) for lane in self._spans.lanes)
        right = _GAP + (QFontMetricsF(self.font()).horizontalAdvance("2026-11-22") + 2 * _GAP if flags else 0)
        return QRectF(self.rect()).adjusted(_GAP, self._row + _GAP, -right, -(self._row + 2 * _GAP))

    @staticmethod
    def _flagged(lane: Lane, spans: Spans) -> bool:
        """Whether the next band of a lane is reached in the time shown."""
        return lane.band is not None and lane.band[1] < spans.last

    def x_of(self, day: date) -> float:
        """Where a day is; days outside are at the edge."""
        spans, plot = self._spans, self._plot
        if spans is None:
            return plot.left()
        share = (day - spans.first).days / max((spans.last - spans.first).days, 1)
        return plot.left() + plot.width() * min(max(share, 0.0), 1.0)

    def _box(self, bar: PeriodBar, top: float) -> QRectF:
        left, right = self.x_of(bar.since), self.x_of(bar.until or date.max)
        place = top + self._row + _GAP / 2 + bar.row * (self._row + 6)
        return QRectF(left, place, max(right - left, _LEAST_WIDTH), self._row + 3)

    def bar_at(self, x: float, y: float) -> PeriodBar | None:
        """The period at a place; None where there is none."""
        top = self._plot.top()
        for lane in self._spans.lanes if self._spans else ():
            for bar in lane.bars:
                if self._box(bar, top).contains(QPointF(x, y)):
                    return bar
            top += self._height(lane)
        return None

    def place_of(self, bar: PeriodBar, lane: Lane) -> QPointF:
        """The middle of a period of a lane, for whoever points at it."""
        top = self._plot.top()
        for other in self._spans.lanes if self._spans else ():
            if other.category is lane.category:
                break
            top += self._height(other)
        return self._box(bar, top).center()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is pointed at."""
        place = event.position()
        if (bar := self.bar_at(place.x(), place.y())) is None:
            QToolTip.hideText()
            return
        days = f"{bar.since} – {'' if bar.until is None else bar.until}"
        QToolTip.showText(self.mapToGlobal(place.toPoint()), f"<p>{escape(days)}<br/>{escape(bar.label)}</p>", self)

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the years, the lanes and the reference date."""
        if self._spans is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self._years(painter, self._spans)
        top = self._plot.top()
        for index, lane in enumerate(self._spans.lanes):
            if index:
                self._rule(painter, top - _GAP / 2)
            self._lane(painter, lane, top)
            top += self._height(lane)
        self._reference_date(painter, self._spans)
        painter.end()

    def _years(self, painter: QPainter, spans: Spans) -> None:
        plot, metrics = self._plot, QFontMetricsF(self.font())
        days = max((spans.last - spans.first).days, 1)
        every = -int(-(metrics.horizontalAdvance("2026") + 2 * _GAP) // (plot.width() * 365 / days))
        for year in range(spans.first.year + 1, spans.last.year + 1):
            if year % every:
                continue
            x = _crisp(self.x_of(date(year, 1, 1)))
            painter.setPen(QPen(self._color("line"), 1))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom() + 4))
            width = metrics.horizontalAdvance(str(year))
            if x - width / 2 >= 0 and x + width / 2 <= self.width():
                box = QRectF(x - width / 2 - 1, plot.bottom() + 4, width + 2, self._row)
                self._say(painter, box, str(year), "muted", _CENTER)
        self._rule(painter, plot.bottom())

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(self._color("line"), 1))
        painter.drawLine(QLineF(self._plot.left(), _crisp(y), self._plot.right(), _crisp(y)))

    def _lane(self, painter: QPainter, lane: Lane, top: float) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        plot = self._plot
        name = QFontMetricsF(self.font()).horizontalAdvance(f"{lane.name}  ")
        self._say(painter, QRectF(plot.left() + 2, top, name, self._row), lane.name, "muted", _LEFT, ground=True)
        painter.setFont(bold)
        width = QFontMetricsF(bold).horizontalAdvance(lane.total) + 2
        self._say(
            painter, QRectF(plot.left() + 2 + name, top, width, self._row), lane.total, "text", _LEFT, ground=True
        )
        painter.setFont(self.font())
        for bar in lane.bars:
            self._bar(painter, bar, self._box(bar, top))
        y = top + self._row + _GAP + lane.rows * (self._row + 6)
        for start, end in lane.counted:
            painter.setPen(QPen(self._color("accent"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QLineF(self.x_of(start), y, max(self.x_of(end), self.x_of(start) + _LEAST_WIDTH), y))
        if lane.band is not None and self._spans is not None and self._flagged(lane, self._spans):
            self._flag(painter, lane.band[1], y)

    def _bar(self, painter: QPainter, bar: PeriodBar, box: QRectF) -> None:
        """A period: filled up to the reference date, with slanted lines where it lies ahead."""
        on = self.x_of(self._spans.on) if self._spans else box.right()
        done, ahead = QRectF(box), QRectF(box)
        done.setRight(min(box.right(), on))
        ahead.setLeft(max(box.left(), on))
        if done.width() > 0:
            painter.fillRect(done, self._color("accent_soft"))
        if ahead.width() > 0:
            painter.fillRect(ahead, QBrush(self._color("line"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(
            QPen(self._color("accent"), 1, Qt.PenStyle.DashLine if bar.until is None else Qt.PenStyle.SolidLine)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        room = done if done.width() > ahead.width() else ahead
        text = QFontMetricsF(self.font()).elidedText(bar.label, Qt.TextElideMode.ElideRight, room.width() - 2 * _GAP)
        if bar.label and len(text) >= min(len(bar.label), _LEAST_LABEL):
            inner = room.adjusted(_GAP, 0, -_GAP, 0)
            self._say(painter, inner, text, "text", _LEFT, ground=room is ahead)

    def _flag(self, painter: QPainter, day: date, y: float) -> None:
        """The day on which the next band is reached."""
        x = self.x_of(day)
        painter.setPen(QPen(self._color("good"), 1.5))
        painter.setBrush(self._color("card"))
        painter.drawPolygon(QPolygonF([QPointF(x, y - 5), QPointF(x + 5, y), QPointF(x, y + 5), QPointF(x - 5, y)]))
        width = QFontMetricsF(self.font()).horizontalAdvance(f"{day}") + 4
        self._say(painter, QRectF(x + 8, y - self._row / 2, width, self._row), f"{day}", "good", _CENTER, ground=True)

    def _reference_date(self, painter: QPainter, spans: Spans) -> None:
        plot, x = self._plot, _crisp(self.x_of(spans.on))
        painter.setPen(QPen(self._color("accent"), 2))
        painter.drawLine(QLineF(x, plot.top() - 2, x, plot.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("accent"))
        y = plot.top() - 2
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 6), QPointF(x + 5, y - 6), QPointF(x, y + 1)]))
        words = f"{spans.on_label} {spans.on}"
        width = QFontMetricsF(self.font()).horizontalAdvance(words) + 4
        left = min(max(x - 10 - width, plot.left()), plot.right() - width) if x - 10 - width > plot.left() else x + 10
        self._say(painter, QRectF(left, 0, width, self._row), words, "accent", _CENTER)

    def _say(
        self, painter: QPainter, box: QRectF, text: str, role: str, align: Qt.AlignmentFlag, *, ground: bool = False
    ) -> None:
        if ground:
            behind = self._color("card")
            behind.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(behind)
            painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 3, 3)
        painter.setPen(self._color(role))
        painter.drawText(box, align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, text)

    def _color(self, role: str) -> QColor:
        return color(self._theme, role)


def _crisp(place: float) -> float:
    """The middle of a pixel, so that a thin line is one pixel wide on every screen."""
    return round(place - 0.5) + 0.5
