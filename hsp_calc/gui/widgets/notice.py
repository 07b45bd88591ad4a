"""``Notice``: something to know that waits for no answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator


class Notice(QFrame):
    """A line over the sheet, with a button for more and one that puts it away.

    Attributes:
        more_asked: emitted on the button for more.
    """

    more_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._text = Label(wrap=True)
        self._text.setObjectName(f"{name}.text")
        self._more, self._close = QToolButton(), QToolButton()
        self._more.setObjectName(f"{name}.more")
        self._close.setObjectName(f"{name}.close")
        self._more.clicked.connect(self.more_asked)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._text, 1)
        row.addWidget(self._more)
        row.addWidget(self._close)
        self.hide()

    def say(self, text: str, _: Translator) -> None:
        """Show a text, or another one in its place."""
        self._text.setText(text)
        self._more.setText(_("Show…"))
        self._close.setText(_("Dismiss"))
