"""Calendar marks: a small sign beside an input that opens since when its answer is true."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import by_state, color
from hsp_calc.text import Translator, fact_label

_SIDE = 20


class DateMark(QAbstractButton):
    """A small calendar; it stands out where the answer has a day."""

    def __init__(self, fact: str) -> None:
        super().__init__()
        self.fact = fact
        self.setObjectName(f"since.{fact}")
        self._theme = LIGHT
        self._dated = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def set_dated(self, *, dated: bool) -> None:
        """Show whether the answer has a day."""
        if dated != self._dated:
            self._dated = dated
            self.update()

    def sizeHint(self) -> QSize:
        """A square with room for the focus ring."""
        return QSize(_SIDE + 4, _SIDE + 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out under the mouse."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the calendar: filled where there is a day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = "accent" if self.hasFocus() or self._dated else "muted"
        hover = "accent_hover" if self._dated else "accent"
        ink = color(self._theme, by_state(self, disabled="disabled", pressed=hover, hover=hover, plain=plain))
        x, y = self.width() / 2, self.height() / 2
        painter.setPen(QPen(ink, 2 if self.hasFocus() else 1.2))
        if self._dated or self.isDown():
            painter.setBrush(color(self._theme, "pressed" if self.isDown() else "accent_soft"))
        painter.drawRoundedRect(QRectF(x - 7, y - 6, 14, 13), 2, 2)
        painter.drawLine(QPointF(x - 7, y - 2), QPointF(x + 7, y - 2))
        for left in (-3.5, 3.5):
            painter.drawLine(QPointF(x + left, y - 8), QPointF(x + left, y - 5))
        if self._dated:
            painter.setBrush(ink)
            painter.drawEllipse(QPointF(x, y + 2.5), 1.6, 1.6)


class SinceButtons:
    """The marks of a sheet."""

    def __init__(self, asked: Callable[[str, QWidget], None]) -> None:
        """Make none yet.

        Args:
            asked: opens since when a fact is true, beside a mark.
        """
        self._asked = asked
        self._marks: list[DateMark] = []

    def make(self, fact: str) -> DateMark:
        """A mark for a fact."""
        mark = DateMark(fact)
        mark.clicked.connect(lambda: self._asked(fact, mark))
        self._marks.append(mark)
        return mark

    def show(self, dated: Collection[str]) -> None:
        """Show which facts have a day."""
        for mark in self._marks:
            mark.set_dated(dated=mark.fact in dated)

    def set_theme(self, theme: Theme) -> None:
        """Paint all with other colours."""
        for mark in self._marks:
            mark.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for mark in self._marks:
            name = _("Since when: {subject}", subject=fact_label(mark.fact, _))
            mark.setAccessibleName(name)
            mark.setToolTip(plain(name))
