"""``StatusChoice``: a status of residence, chosen from the list of the Immigration Act."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from hsp_calc.control_characters import visible
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.plan.guideline import Guideline
from hsp_calc.text import Translator


class StatusChoice(DropDown):
    """The statuses in the language of the window; what is kept is the official Japanese name.

    A text of an older case that names no known status stays in the list as it is.

    Attributes:
        entered: emitted with the official name, or an empty text.
    """

    entered = Signal(str)

    def __init__(self, name: str, guideline: Guideline) -> None:
        """Make one.

        Args:
            name: the object name.
            guideline: what knows the statuses.
        """
        super().__init__()
        self.setObjectName(name)
        self._guideline = guideline
        self._written = ""
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItem("", "")
        for status in guideline.statuses:
            self.addItem(status.ja, status.ja)
        self.currentIndexChanged.connect(self._choose)

    @property
    def written(self) -> str:
        """The status that is chosen, or as it was written."""
        return self._written

    @property
    def unknown(self) -> bool:
        """Whether what is written names no known status."""
        return bool(self._written) and self._guideline.status(self._written) is None

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self.blockSignals(True)
        self.setItemText(0, _("– not answered –"))
        for index, status in enumerate(self._guideline.statuses, 1):
            self.setItemText(index, _.wording(status))
        self.blockSignals(False)

    def show_status(self, written: str) -> None:
        """Show a status however it was written."""
        self._written = written
        status = self._guideline.status(written)
        self.blockSignals(True)
        own = len(self._guideline.statuses) + 1
        self.removeItem(own)
        if self.unknown:
            self.addItem(visible(written), written)
        self.setCurrentIndex(own if self.unknown else self.findData(status.ja if status else ""))
        self.blockSignals(False)

    def _choose(self, index: int) -> None:
        self._written = self.itemData(index) or ""
        self.entered.emit(self._written)
