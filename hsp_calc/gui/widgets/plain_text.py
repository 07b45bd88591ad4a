"""Plain text where Qt guesses: what users entered is never laid out as rich text and opens no file.

Labels and message boxes are told so once, in ``Label`` and ``Message``. A tool tip cannot be told: Qt takes whatever
looks like a tag for rich text, so what looks like it is escaped.
"""

from html import escape

from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hsp_calc.control_characters import LINES, visible


def plain(text: str) -> str:
    """A text that Qt shows as it reads, wherever it guesses whether a text is rich."""
    shown = visible(text, keep=LINES)
    return "<span>" + escape(shown).replace("\n", "<br>") + "</span>" if Qt.mightBeRichText(shown) else shown


class Message(QMessageBox):
    """A message of plain text."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setTextFormat(Core.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(visible(text, keep=LINES))

    def setInformativeText(self, text: str) -> None:
        """Show a text beneath; Qt guesses its format whatever that of the message is."""
        super().setInformativeText(plain(text))
