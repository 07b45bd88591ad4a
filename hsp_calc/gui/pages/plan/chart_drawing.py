"""``Drawing``: a chart of steps laid out in a rectangle, for the screen, the printer and a picture alike."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hsp_calc.app.colors import Theme
from hsp_calc.app.score_steps import Picture, ScoreStep, StepKind
from hsp_calc.gui.widgets.theme import color

_STEP = 20
_LEAST_SCALE = 100
_GAP = 6.0
_CENTER = Qt.AlignmentFlag.AlignCenter
_PATTERNS = {StepKind.CLOSED: Qt.BrushStyle.BDiagPattern, StepKind.NO_SCORE: Qt.BrushStyle.DiagCrossPattern}
_LINES = {StepKind.BELOW: Qt.PenStyle.DashLine, StepKind.CLOSED: Qt.PenStyle.DashLine}


class Drawing:
    """A chart in a rectangle.

    Attributes:
        plot: where the steps are drawn.
    """

    def __init__(self, picture: Picture, theme: Theme, font: QFont, area: QRectF, *, on: date | None = None) -> None:
        """Lay a chart out.

        Args:
            picture: what it shows; at least one step.
            theme: its colours.
            font: its type.
            area: the rectangle it fills.
            on: the reference date, where it is another than the picture's.
        """
        self._picture = picture
        self._theme = theme
        self._font = font
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetricsF(font)
        self._on = on or picture.on
        self._area = area
        self._since = picture.steps[0].since
        self._days = max((picture.steps[-1].until - self._since).days, 1)
        totals = [step.total for step in picture.steps if step.total is not None]
        self._scale = -(-max(_LEAST_SCALE, *totals, *picture.marks) // _STEP) * _STEP
        self._row = self._metrics.height()
        left = QFontMetricsF(self._bold).horizontalAdvance(str(self._scale)) + 2 * _GAP
        legend = len(picture.legend) * (self._row + 2)
        self.plot = area.adjusted(left, self._row * 1.3 + _GAP, -_GAP, -(self._row * 1.2 + _GAP + legend))

    def x_of(self, day: date) -> float:
        """Where a day is; days outside are at the edge."""
        share = (day - self._since).days / self._days
        return self.plot.left() + self.plot.width() * min(max(share, 0.0), 1.0)

    def day_at(self, x: float) -> date:
        """The day at a place; places outside are those of the first and the last day."""
        share = (x - self.plot.left()) / max(self.plot.width(), 1.0)
        return self._since + timedelta(days=min(max(int(share * self._days), 0), self._days - 1))

    def y_of(self, points: int) -> float:
        """Where a total is."""
        return self.plot.bottom() - self.plot.height() * points / self._scale

    def paint(self, painter: QPainter, *, chosen: ScoreStep | None = None) -> None:
        """Draw it.

        Args:
            painter: draws it.
            chosen: a step to stand out.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._grid(painter)
        for step in self._picture.steps:
            self._ground(painter, step, stands_out=step is chosen)
        self._marks(painter)
        self._steps(painter)
        self._days_of_note(painter)
        self._legend(painter)
        painter.restore()

    # Parts -----------------------------------------------------------------------------------------------------

    def _grid(self, painter: QPainter) -> None:
        """The years along the foot, the points along the side."""
        painter.setPen(QPen(self._color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.plot)
        years = list(self._years())
        room = self.plot.width() * 365 / self._days
        every = -int(-(self._metrics.horizontalAdvance("2026") + _GAP) // room)  # so many years a label takes
        for year in years:
            x = self._crisp(self.x_of(date(year, 1, 1)))
            painter.setPen(QPen(self._color("line"), 1))
            painter.drawLine(QLineF(x, self.plot.top(), x, self.plot.bottom() + 4))
            width = self._metrics.horizontalAdvance(str(year))
            if year % every == 0 and x + width / 2 <= self._area.right():
                self._say(painter, QRectF(x - width / 2 - 1, self.plot.bottom() + 4, width + 2, self._row), str(year))
        for points in range(0, self._scale + 1, _STEP):
            if all(abs(self.y_of(points) - self.y_of(mark)) >= self._row * 0.9 for mark in self._picture.marks):
                self._beside(painter, points, "muted", self._font)

    def _marks(self, painter: QPainter) -> None:
        for mark in self._picture.marks:
            y = self._crisp(self.y_of(mark))
            painter.setPen(QPen(self._color("text"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(self.plot.left() - 4, y, self.plot.right(), y))
            self._beside(painter, mark, "text", self._bold)

    def _ground(self, painter: QPainter, step: ScoreStep, *, stands_out: bool) -> None:
        """What is behind a step: filled where it is recognised, with a pattern where it is not or there is none."""
        top = self.plot.top() if step.total is None else self.y_of(step.total)
        box = QRectF(QPointF(self.x_of(step.since), top), QPointF(self.x_of(step.until), self.plot.bottom()))
        if step.kind is StepKind.RECOGNISED:
            painter.fillRect(box, self._color("accent_soft"))
        elif pattern := _PATTERNS.get(step.kind):
            painter.fillRect(box, QBrush(self._color(_role(step.kind)), pattern))
        if stands_out:
            painter.setPen(QPen(self._color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(QPointF(box.left(), self.plot.top()), box.bottomRight()).adjusted(1, 1, -1, -1))

    def _steps(self, painter: QPainter) -> None:
        """The steps themselves, each with its total where there is room."""
        last: ScoreStep | None = None
        for step in self._picture.steps:
            left, right = self.x_of(step.since), self.x_of(step.until)
            if step.total is None:
                self._name(painter, step, self.plot.top(), self.plot.bottom())
            else:
                y = self._crisp(self.y_of(step.total))
                if last is not None and last.total is not None:
                    painter.setPen(QPen(self._color("text"), 1.5))
                    painter.drawLine(QLineF(left, self._crisp(self.y_of(last.total)), left, y))
                style = _LINES.get(step.kind, Qt.PenStyle.SolidLine)
                painter.setPen(QPen(self._color(_role(step.kind)), 3, style, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QLineF(left, y, right, y))
                self._total(painter, step, left, right, y)
                if step.kind is StepKind.CLOSED:
                    self._name(painter, step, y, self.plot.bottom())
            last = step

    def _total(self, painter: QPainter, step: ScoreStep, left: float, right: float, y: float) -> None:
        text = str(step.total)
        width = QFontMetricsF(self._bold).horizontalAdvance(text) + 4
        if right - left < width:
            return
        above = y - self._row - 2
        top = above if above >= self.plot.top() else y + 3
        painter.setFont(self._bold)
        self._say(painter, QRectF((left + right - width) / 2, top, width, self._row), text, role="text", on_card=True)
        painter.setFont(self._font)

    def _name(self, painter: QPainter, step: ScoreStep, top: float, bottom: float) -> None:
        """Why a stretch has a pattern, in the stretch, where there is room; the legend and the list say it anyway."""
        box = QRectF(QPointF(self.x_of(step.since), top), QPointF(self.x_of(step.until), bottom))
        width = self._metrics.horizontalAdvance(step.note) + 8
        if box.width() >= width and box.height() >= self._row * 1.5:
            label = QRectF(box.center().x() - width / 2, box.center().y() - self._row / 2, width, self._row)
            self._say(painter, label, step.note, role="text", on_card=True)

    def _days_of_note(self, painter: QPainter) -> None:
        """Today, and the reference date with a handle."""
        today, x = self._crisp(self.x_of(self._picture.today)), self._crisp(self.x_of(self._on))
        words = f"{self._picture.on_label} {self._on}"
        if self._metrics.horizontalAdvance(words) + 4 > self._area.width():
            words = f"{self._on}"
        width = self._metrics.horizontalAdvance(words) + 4
        left = min(max(x - width / 2, self._area.left() + 2), self._area.right() - width - 2)
        top = self._area.top() + 2
        if self._picture.today != self._on and self._since <= self._picture.today < self._end:
            painter.setPen(QPen(self._color("muted"), 1.5, Qt.PenStyle.DashDotLine))
            painter.drawLine(QLineF(today, self.plot.top(), today, self.plot.bottom()))
            own = self._metrics.horizontalAdvance(self._picture.today_label) + 4
            place = min(max(today - own / 2, self._area.left()), self._area.right() - own)
            if place > left + width + _GAP or place + own < left - _GAP:
                self._say(painter, QRectF(place, top, own, self._row), self._picture.today_label)
            else:
                aside = today + 3 if today + 3 + own < self.plot.right() else today - own - 3
                box = QRectF(aside, self.plot.bottom() - self._row - 2, own, self._row)
                self._say(painter, box, self._picture.today_label, on_card=True)
        painter.setPen(QPen(self._color("accent"), 2))
        painter.drawLine(QLineF(x, self.plot.top(), x, self.plot.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("accent"))
        y = self.plot.top()
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 6), QPointF(x + 5, y - 6), QPointF(x, y + 1)]))
        self._say(painter, QRectF(left, top, width, self._row), words, role="accent")

    def _legend(self, painter: QPainter) -> None:
        top = self.plot.bottom() + self._row * 1.2 + _GAP
        for kind, words in self._picture.legend:
            box = QRectF(self.plot.left(), top + 2, 2 * self._row, self._row - 4)
            if pattern := _PATTERNS.get(kind):
                painter.fillRect(box, QBrush(self._color(_role(kind)), pattern))
            if style := _LINES.get(kind):
                y = box.top() if kind in _PATTERNS else box.center().y()
                painter.setPen(QPen(self._color(_role(kind)), 3, style, Qt.PenCapStyle.FlatCap))
                painter.drawLine(QLineF(box.left(), y, box.right(), y))
            left = box.right() + _GAP
            room = QRectF(left, top, self._area.right() - left, self._row)
            self._say(painter, room, words, align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            top += self._row + 2

    # Small things ----------------------------------------------------------------------------------------------

    @property
    def _end(self) -> date:
        return self._picture.steps[-1].until

    def _years(self) -> Iterator[int]:
        return (year for year in range(self._since.year + 1, self._end.year + 1) if date(year, 1, 1) < self._end)

    def _beside(self, painter: QPainter, points: int, role: str, font: QFont) -> None:
        box = QRectF(self._area.left(), self.y_of(points) - self._row / 2, self.plot.left() - _GAP, self._row)
        box.setWidth(self.plot.left() - self._area.left() - _GAP)
        painter.setFont(font)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._say(painter, box, str(points), role=role, align=align)
        painter.setFont(self._font)

    def _say(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        *,
        role: str = "muted",
        align: Qt.AlignmentFlag = _CENTER,
        on_card: bool = False,
    ) -> None:
        if on_card:
            ground = self._color("card")
            ground.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 3, 3)
        painter.setPen(self._color(role))
        painter.drawText(box, align | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, text)

    def _color(self, role: str) -> QColor:
        return color(self._theme, role)

    @staticmethod
    def _crisp(place: float) -> float:
        """The middle of a pixel, so that a thin line is one pixel wide on every screen."""
        return round(place - 0.5) + 0.5


def _role(kind: StepKind) -> str:
    return {StepKind.RECOGNISED: "accent", StepKind.BELOW: "muted", StepKind.CLOSED: "warn", StepKind.NO_SCORE: "line"}[
        kind
    ]
