"""``AnswerBox``: a box for yes, no, and not answered."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.gui.widgets.theme import by_state, color

_SIDE = 20
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
_YES, _NO, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


class AnswerBox(QCheckBox):
    """A box with a tick for yes, empty for no, and dashed with a question mark while it is not answered.

    A click goes from not answered to yes, to no, and back; the keys Y and N answer, Delete takes the answer back.

    Attributes:
        answered: emitted with True, False or None when the user, or a script, changes it.
    """

    answered = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, can_be_open: bool = True) -> None:
        """Make a box.

        Args:
            name: the object name.
            parent: the widget it stands in.
            can_be_open: whether a click can take the answer back.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setTristate(True)
        self.setCheckState(_OPEN)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._can_be_open = can_be_open
        self._theme = LIGHT
        self.checkStateChanged.connect(self._emit)

    @property
    def answer(self) -> bool | None:
        """Yes, no, or None."""
        state = self.checkState()
        return None if state is _OPEN else state is _YES

    def show_answer(self, answer: bool | None) -> None:
        """Show an answer without telling anyone."""
        self.blockSignals(True)
        self.setCheckState(_OPEN if answer is None else _YES if answer else _NO)
        self.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def _emit(self) -> None:
        self.answered.emit(self.answer)

    def nextCheckState(self) -> None:
        """Go on to the next answer, as a click does."""
        following = {_OPEN: _YES, _YES: _NO, _NO: _OPEN if self._can_be_open else _YES}
        self.setCheckState(following[self.checkState()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a letter."""
        answers = {Qt.Key.Key_Y: _YES, Qt.Key.Key_N: _NO}
        if self._can_be_open:
            answers |= {Qt.Key.Key_Delete: _OPEN, Qt.Key.Key_Backspace: _OPEN}
        state = answers.get(Qt.Key(event.key()))
        if state is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.setCheckState(state)

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks on the whole box."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """The square, with room for the focus ring."""
        return QSize(_SIDE + 6, _SIDE + 6)

    def minimumSizeHint(self) -> QSize:
        """As large as it is."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its sign."""
        theme, state = self._theme, self.checkState()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF((self.width() - _SIDE) / 2, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        inner = square.adjusted(1, 1, -1, -1)
        if state is _YES:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = by_state(self, disabled="disabled", pressed="accent_pressed", hover="accent_hover", plain="accent")
            painter.setBrush(color(theme, ground))
            painter.drawRoundedRect(inner, 4, 4)
            self._tick(painter, inner)
        else:
            ink = color(theme, by_state(self, disabled="disabled", pressed="accent", hover="accent", plain="muted"))
            ground = by_state(self, disabled="window", pressed="pressed", hover="hover", plain="card")
            style = Qt.PenStyle.DashLine if state is _OPEN else Qt.PenStyle.SolidLine
            painter.setPen(QPen(ink, 1.4, style))
            painter.setBrush(color(theme, ground))
            painter.drawRoundedRect(inner, 4, 4)
            if state is _OPEN:
                painter.setPen(ink)
                painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, "?")
        if self.hasFocus():
            painter.setPen(QPen(color(theme, "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), 6, 6)

    def _tick(self, painter: QPainter, square: QRectF) -> None:
        ink = color(self._theme, "on_accent")
        painter.setPen(QPen(ink, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        points = [QPointF(square.x() + x * square.width(), square.y() + y * square.height()) for x, y in _TICK]
        painter.drawPolyline(QPolygonF(points))
