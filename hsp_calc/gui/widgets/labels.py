"""Labels with a role, and labels that can be clicked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from hsp_calc.control_characters import LINES, visible


class Label(QLabel):
    """A label of plain text whose role gives it its colour.

    Attributes:
        clicked: emitted on a click with the left button.
    """

    clicked = Signal()

    def __init__(self, role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(80)

    def setText(self, text: str) -> None:
        """Show a text; nothing is laid out anew for the same."""
        text = visible(text, keep=LINES)
        if text != self.text():
            super().setText(text)

    def set_role(self, role: str) -> None:
        """Give it another colour."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
