"""``ApplicantCard``: who applies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hsp_calc import limits
from hsp_calc.casefile import Applicant
from hsp_calc.facts import Facts
from hsp_calc.gui.colors import Theme
from hsp_calc.gui.theme import GRID
from hsp_calc.gui.widgets.field_view import FieldView
from hsp_calc.gui.widgets.inputs import Line
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.text import Words


class ApplicantCard(QFrame):
    """The name and the date of birth.

    Attributes:
        entered: emitted with the field of the applicant and its value.
        help_asked: emitted with the fact and the button that asks for help.
    """

    entered = Signal(str, object)
    help_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = Line()
        self._name.setObjectName("name")
        limit_length(self._name, limits.NAME, lambda: self._words)
        self._name.textChanged.connect(lambda name: self.entered.emit("name", name))
        self._caption = Label()
        self._caption.setBuddy(self._name)
        self._born = FieldView("date_of_birth")
        self._born.entered.connect(lambda day: self.entered.emit("date_of_birth", day))
        self._born.help_asked.connect(lambda button: self.help_asked.emit("date_of_birth", button))
        column = QVBoxLayout()
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self._name)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, GRID, 4 * GRID, GRID)
        row.setSpacing(4 * GRID)
        row.addLayout(column, 3)
        row.addWidget(self._born, 4)
        self.setFocusProxy(self._name)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._born.set_theme(theme)

    def retranslate(self, _: Words) -> None:
        """Say it in another language."""
        self._words = _
        self._caption.setText(_("Name"))
        self._name.setAccessibleName(_("Name"))
        self._name.setPlaceholderText(_("as in the passport"))
        self._born.retranslate(_)

    def show_applicant(self, applicant: Applicant, facts: Facts, age: int | None, _: Words, *, anew: bool) -> None:
        """Show who applies.

        Args:
            applicant: who it is.
            facts: what is true on the day.
            age: on the day, in completed years; None if it is not known.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        if self._name.text() != applicant.name:
            self._name.setText(applicant.name)
        self._born.show_facts(facts, anew=anew)
        self._born.show_note("" if age is None else _.plural("{years} year old", "{years} years old", age, years=age))
