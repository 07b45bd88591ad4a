"""``StepChart``: the score over time, drawn as steps; it can be pointed at, clicked, dragged and walked by keys."""

from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.score_steps import Picture, ScoreStep
from hsp_calc.gui.pages.plan.chart_drawing import Drawing
from hsp_calc.gui.widgets.theme import color

_NEAR = 4
"""So near to a change, in pixels, the day of the change is meant."""
_ONE_DAY = timedelta(days=1)
_TIP_MILLISECONDS = 60_000


class StepChart(QWidget):
    """The chart.

    Attributes:
        day_asked: emitted with the day that is clicked, dragged to, or chosen with the return key.
        settled: emitted when a drag ends.
        step: the step that the keys have walked to; None before.
    """

    day_asked = Signal(object)
    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._picture: Picture | None = None
        self._on: date | None = None
        self._dragging = False
        self.step: ScoreStep | None = None

    @property
    def dragging(self) -> bool:
        """Whether the reference date is being dragged; the chart then keeps its years."""
        return self._dragging

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show other steps."""
        at = None if self.step is None else self.step.since
        self._picture = picture
        self._on = picture.on
        self.step = next((step for step in picture.steps if step.since == at), None)
        self.setAccessibleName(picture.title)
        self._describe()
        self.updateGeometry()
        self.update()

    def show_day(self, day: date) -> None:
        """Move the line of the reference date alone."""
        self._on = day
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as its type asks for."""
        lines = 14 + (len(self._picture.legend) if self._picture else 0)
        return QSize(320, lines * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, but no lower."""
        return QSize(200, self.sizeHint().height())

    # Where things are ------------------------------------------------------------------------------------------

    def x_of(self, day: date) -> float:
        """Where a day is."""
        drawing = self._drawing()
        return drawing.x_of(day) if drawing else 0.0

    def day_at(self, x: float) -> date | None:
        """The day at a place; the day of a change where one is near."""
        drawing = self._drawing()
        if drawing is None or self._picture is None:
            return None
        near = [step.since for step in self._picture.steps[1:] if abs(drawing.x_of(step.since) - x) <= _NEAR]
        return min(near, key=lambda day: abs(drawing.x_of(day) - x)) if near else drawing.day_at(x)

    def step_at(self, x: float) -> ScoreStep | None:
        """The step at a place."""
        day = self.day_at(x)
        if day is None or self._picture is None:
            return None
        return next((step for step in self._picture.steps if step.since <= day < step.until), None)

    def _drawing(self) -> Drawing | None:
        if self._picture is None or not self._picture.steps:
            return None
        return Drawing(self._picture, self._theme, self.font(), self.rect().toRectF(), on=self._on)

    # Mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the day that is clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragging = True
            QToolTip.hideText()
            self._ask(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is pointed at, or drag the reference date."""
        x = event.position().x()
        if self._dragging:
            self._ask(x)
        elif (step := self.step_at(x)) is not None:
            self._tell(step, event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if event.button() is Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self.settled.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing more."""
        QToolTip.hideText()
        super().leaveEvent(event)

    def _ask(self, x: float) -> None:
        day = self.day_at(x)
        if day is not None and day != self._on:
            self.day_asked.emit(day)

    def _tell(self, step: ScoreStep, place: QPoint) -> None:
        head, *rest = step.sentences
        lines = [f"<b>{escape(head)}</b>", *map(escape, rest)]
        drawing = self._drawing()
        left, right = (round(drawing.x_of(day)) for day in (step.since, step.until)) if drawing else (0, 0)
        area = QRect(left, 0, max(right - left, 1), self.height())
        QToolTip.showText(self.mapToGlobal(place), f"<p>{'<br/>'.join(lines)}</p>", self, area, _TIP_MILLISECONDS)

    # Keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk from change to change, home and end to the first and last; return takes the day."""
        steps = self._picture.steps if self._picture else ()
        if not steps:
            super().keyPressEvent(event)
            return
        at = self._place(steps)
        match event.key():
            case Qt.Key.Key_Left:
                # within a step that is not yet chosen, the change before is its own first day
                self._walk(steps[max(at - 1, 0) if self.step is not None else at])
            case Qt.Key.Key_Right:
                self._walk(steps[min(at + 1, len(steps) - 1)])
            case Qt.Key.Key_Home:
                self._walk(steps[0])
            case Qt.Key.Key_End:
                self._walk(steps[-1])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.step is not None:
                self.day_asked.emit(self.step.since)
            case _:
                super().keyPressEvent(event)

    def _place(self, steps: tuple[ScoreStep, ...]) -> int:
        """Which step is chosen, or else holds the reference date."""
        if self.step is not None:
            return steps.index(self.step)
        on = self._on
        return next((index for index, step in enumerate(steps) if on and step.since <= on < step.until), 0)

    def _walk(self, step: ScoreStep) -> None:
        self.step = step
        self._describe()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self._tell(step, QPoint(round(self.x_of(step.since)), self.height() // 2))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget where the keys have walked to."""
        super().focusOutEvent(event)
        self.step = None
        QToolTip.hideText()
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Tell a screen reader of the step that is walked to, or else of that of the reference date."""
        steps = self._picture.steps if self._picture else ()
        step = steps[self._place(steps)] if steps else None
        self.setAccessibleDescription("" if step is None else "\n".join(step.sentences))

    # Painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, and what has the focus."""
        painter = QPainter(self)
        drawing = self._drawing()
        if drawing is None:
            return
        drawing.paint(painter, chosen=self.step)
        if self.hasFocus():
            painter.setPen(QPen(color(self._theme, "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 4, 4)

    def place_of(self, day: date) -> QPoint:
        """A point of the chart at a day, for whoever points at it."""
        drawing = self._drawing()
        middle = drawing.plot.center().y() if drawing else self.height() / 2
        return QPointF(self.x_of(day), middle).toPoint()
