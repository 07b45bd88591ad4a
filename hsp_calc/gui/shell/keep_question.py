"""``KeepQuestion``: whether what was tried in the presentation is kept as a scenario."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import MOST_SCENARIOS
from hsp_calc.facts import DatedFacts
from hsp_calc.text import Translator

History = tuple[DatedFacts, ...]


class KeepQuestion(QMessageBox):
    """Asks, and keeps it where that is wanted."""

    def __init__(
        self, editor: CaseSession, tried: History, keep: Callable[[History], None], parent: QWidget, _: Translator
    ) -> None:
        """Make the question.

        Args:
            editor: the case; it can hold so many scenarios and no more.
            tried: the facts that were tried.
            keep: asks for a name and keeps them.
            parent: the window.
            _: the words.
        """
        super().__init__(parent)
        self.setObjectName("keep_what_if")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("HSP Calc")
        self.setText(_("Save what was tried in the presentation as a what-if?"))
        self.setInformativeText(_("The current situation stays as it was."))
        save = self.addButton(_("&Save as what-if…"), QMessageBox.ButtonRole.AcceptRole)
        discard = self.addButton(_("&Discard"), QMessageBox.ButtonRole.RejectRole)
        save.setObjectName("save")
        discard.setObjectName("discard")
        self.setDefaultButton(save)
        self.setEscapeButton(discard)
        if len(editor.case.scenarios) >= MOST_SCENARIOS:
            save.setEnabled(False)
            self.setInformativeText(
                _("There are already {count} what-ifs; to save another, delete one first.", count=MOST_SCENARIOS)
            )
        self.buttonClicked.connect(lambda button: keep(tried) if button is save else None)
