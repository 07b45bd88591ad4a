"""``ApplicantCard``: who applies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hsp_calc import limits
from hsp_calc.app.colors import Theme
from hsp_calc.casefile import Applicant
from hsp_calc.facts import Facts
from hsp_calc.gui.widgets.field_view import FieldView
from hsp_calc.gui.widgets.inputs import LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import N_, Translator

_CAPTIONS = {"name": N_("Name"), "name_ja": N_("Name in kanji or kana"), "nationality": N_("Nationality or region")}
_WIDTHS = {"name": 5, "name_ja": 4, "nationality": 3}
_BORN_WIDTH = 6
"""How the row is shared."""


class ApplicantCard(QFrame):
    """The name, also in kanji, the nationality and the date of birth.

    Attributes:
        entered: emitted with the field of the applicant and its value.
        help_asked: emitted with the fact and the button that asks for help.
    """

    entered = Signal(str, object)
    help_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._lines = {name: LineInput() for name in _CAPTIONS}
        self._captions = {name: Label() for name in _CAPTIONS}
        for name, line in self._lines.items():
            line.setObjectName(name)
            limit_length(line, limits.NAME, lambda: self._words)
            line.textChanged.connect(lambda text, name=name: self.entered.emit(name, text))
            self._captions[name].setBuddy(line)
        self._born = FieldView("date_of_birth")
        self._born.entered.connect(lambda day: self.entered.emit("date_of_birth", day))
        self._born.help_asked.connect(lambda button: self.help_asked.emit("date_of_birth", button))
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, GRID, 4 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for name, width in _WIDTHS.items():
            column = QVBoxLayout()
            column.setContentsMargins(0, GRID, 0, GRID)
            column.setSpacing(2)
            column.addWidget(self._captions[name])
            column.addWidget(self._lines[name])
            column.addStretch(1)
            row.addLayout(column, width)
        row.addWidget(self._born, _BORN_WIDTH)
        self.setFocusProxy(self._lines["name"])

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._born.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        for name, words in _CAPTIONS.items():
            self._captions[name].setText(_(words))
            self._lines[name].setAccessibleName(_(words))
        self._lines["name"].setPlaceholderText(_("as in the passport"))
        self._born.retranslate(_)

    def show_applicant(self, applicant: Applicant, facts: Facts, age: int | None, _: Translator, *, anew: bool) -> None:
        """Show who applies.

        Args:
            applicant: who it is.
            facts: what is true on the day.
            age: on the day, in completed years; None if it is not known.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        for name, line in self._lines.items():
            if line.text() != getattr(applicant, name):
                line.setText(getattr(applicant, name))
        self._born.show_facts(facts, anew=anew)
        self._born.show_note("" if age is None else _.plural("{years} year old", "{years} years old", age, years=age))
