"""``Fold``: details that are folded away until they are asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.theme import GRID


class Fold(QWidget):
    """A button with an arrow, and a part beneath it that shows while it is open."""

    def __init__(self, name: str, part: QWidget) -> None:
        """Make one, closed.

        Args:
            name: the object name of the button.
            part: what is folded away.
        """
        super().__init__()
        self._button = QToolButton()
        self._button.setObjectName(name)
        self._button.setCheckable(True)
        self._button.setProperty("role", "fold")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setArrowType(Qt.ArrowType.RightArrow)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.toggled.connect(self._unfold)
        self._part = part
        self._part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._part)

    def set_title(self, title: str) -> None:
        """Say what is folded away."""
        self._button.setText(title)

    def _unfold(self, unfolded: bool) -> None:
        self._part.setVisible(unfolded)
        self._button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)


class ProseFold(Fold):
    """Rich text that is folded away."""

    def __init__(self, name: str) -> None:
        """Make one, closed.

        Args:
            name: the object name of the button.
        """
        self._prose = Prose(f"{name}.page")
        super().__init__(name, self._prose)

    def show_page(self, page: str) -> None:
        """Show what is folded away; it is asked for as before."""
        self._prose.setText(page)
