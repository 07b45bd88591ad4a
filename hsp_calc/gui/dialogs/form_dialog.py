"""``FormDialog``: a dialog as high as its texts and inputs need."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLayout, QWidget

from hsp_calc.gui.widgets.theme import GRID


class FormDialog(QDialog):
    """A form of rows, with buttons.

    Attributes:
        form: its rows.
    """

    def __init__(self, name: str, title: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.form = QFormLayout(self)
        self.form.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # that of Qt is too high for wrapped texts
        self.form.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        self.form.setSpacing(2 * GRID)

    def ok_and_cancel(self) -> QDialogButtonBox:
        """Buttons that accept and reject it."""
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that is needed, and no more."""
        super().showEvent(event)
        self.resize(self.width(), self._needed())

    def event(self, event: QEvent) -> bool:
        """Grow where a text that appears needs room."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible() and self.height() < self._needed():
            self.resize(self.width(), self._needed())
        return done

    def _needed(self) -> int:
        self.form.activate()
        needed = self.form.totalHeightForWidth(self.width()) if self.form.hasHeightForWidth() else -1
        return needed if needed > 0 else self.form.totalSizeHint().height()
