"""``DayField``: a line for a day, which says so where what is typed is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
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
        self._wrong = Label("bad", wrap=True)
        self._wrong.hide()
        self._line.entered.connect(self.entered)
        self._line.wrong_changed.connect(self._wrong.setVisible)
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._line)
        column.addWidget(self._wrong)

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
        self._wrong.setText(_("This is no day. Type for example 2021-04-01, 2021/4/1 or 令和3年4月1日."))
        self._line.show_value(day)
