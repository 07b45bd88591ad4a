"""``DayField``: a line for a day, which says so where what is typed is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.parsing import read_day
from hsp_calc.text import Translator

BESIDE = 6
"""How far beneath the top of an input its words begin, in pixels."""


class DayField(QWidget):
    """A day, or nothing.

    Attributes:
        entered: emitted with the day, or None.
    """

    entered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._line = TypedEdit(name, read_day, str)
        self._line.setMinimumWidth(100)
        self._complaint = Complaint(self._line)
        self._line.entered.connect(self.entered)
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self._complaint)

    def start_anew(self) -> None:
        """Drop a wrong entry."""
        self._line.start_anew()

    def show_day(self, day: object, *, example: str, name: str, _: Translator) -> None:
        """Show a day, or nothing.

        Args:
            day: a date, or None.
            example: what stands there while nothing is typed.
            name: what it is called.
            _: the words.
        """
        self._line.setAccessibleName(name)
        self._line.setPlaceholderText(example)
        self._complaint.retranslate(_)
        self._line.show_value(day)
