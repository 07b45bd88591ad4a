"""A dialog that lists everything wrong with a file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator


class ProblemList(QDialog):
    """A list of problems that scrolls and can be copied."""

    def __init__(self, what: str, problems: Sequence[str], parent: QWidget, _: Translator) -> None:
        """Make one.

        Args:
            what: what could not be done.
            problems: why, a sentence each.
            parent: the window.
            _: the words.
        """
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("HSP Calc")
        self.resize(720, 420)
        lead = Label(wrap=True)
        lead.setText(what)
        listed = QPlainTextEdit("\n".join(problems))
        listed.setObjectName("problems.list")
        listed.setReadOnly(True)
        listed.setAccessibleName(_("Problems"))
        listed.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        for part in (lead, listed, buttons):
            layout.addWidget(part)
