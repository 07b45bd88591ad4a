"""Help in place: a button beside a row or an input, and the card it opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID, by_state, color
from hsp_calc.text import Translator
from hsp_calc.text.certainty import certainty_text

if TYPE_CHECKING:
    from hsp_calc.rules.help import Explanation

_SIDE = 20
_WIDTH = 380


class InfoButton(QAbstractButton):
    """A small sign that asks for help on what stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A square with room for the focus ring."""
        return QSize(_SIDE + 4, _SIDE + 4)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stand out under the mouse."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain = "accent" if self.hasFocus() else "muted"
        ink = color(self._theme, by_state(self, disabled="disabled", pressed="accent", hover="accent", plain=plain))
        center = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(ink, 2 if self.hasFocus() else 1.2))
        if self.isDown():
            painter.setBrush(color(self._theme, "pressed"))
        painter.drawEllipse(center, 7.5, 7.5)
        painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(center + QPointF(0, -0.5), center + QPointF(0, 3.5))
        painter.drawPoint(center + QPointF(0, -3.8))


class HelpCard(QFrame):
    """What counts, what does not, an example, and who says so; it closes on a click elsewhere or with Escape."""

    def __init__(self, title: str, explanation: "Explanation", source: str, _: Translator, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("help_card")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.setSpacing(GRID)
        parts = [
            ("section", title),
            ("muted", _("What counts")),
            ("", _.wording(explanation.counts)),
        ]
        if explanation.does_not_count is not None:
            parts += [("muted", _("What does not")), ("", _.wording(explanation.does_not_count))]
        if explanation.examples is not None:
            parts += [("muted", _("Example")), ("", _.wording(explanation.examples))]
        if explanation.often_asked:
            parts.append(("muted", _("Often asked")))
        for asked in explanation.often_asked:
            sure = certainty_text(asked.certainty, _)
            parts.append(("", _("{statement} ({certainty})", statement=_.wording(asked), certainty=sure)))
        parts.append(("muted", source))
        for role, text in parts:
            label = Label(role, wrap=True)
            label.setText(text)
            layout.addWidget(label)

    def show_beside(self, anchor: QWidget) -> None:
        """Open beneath what it explains, inside the screen."""
        self.ensurePolished()
        layout = self.layout()
        self.setFixedHeight(layout.heightForWidth(_WIDTH) if layout is not None else self.sizeHint().height())
        screen = QGuiApplication.screenAt(anchor.mapToGlobal(QPoint(0, 0))) or QGuiApplication.primaryScreen()
        place = anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height()))
        room = QRectF(screen.availableGeometry())
        x = min(max(place.x(), room.left()), room.right() - self.width())
        y = place.y()
        if y + self.height() > room.bottom():
            y = max(int(room.top()), anchor.mapToGlobal(QPoint(0, 0)).y() - self.height())
        self.move(int(x), int(y))
        self.show()
