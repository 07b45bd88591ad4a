"""``DegreeForm``: a degree entered from its diploma, with what it comes to while it is typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from hsp_calc import limits
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.diploma_presenter import diploma_lines
from hsp_calc.casefile.sections import DiplomaCountry, KeptTitle, SchoolKind
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.widgets.inputs import DropDown, LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.reference.diplomas import Diploma, read_diploma
from hsp_calc.text import Translator
from hsp_calc.text.diploma_text import country_label, school_label

_WIDTH, _CHOICE_WIDTH = 620, 400


class DegreeForm(FormDialog):
    """A degree: where it was awarded, by which school, and what the diploma says."""

    def __init__(self, desk: AppData, parent: QWidget, _: Translator) -> None:
        super().__init__("degree_form", _("Add a degree from its diploma"), _WIDTH, parent)
        self._desk, self._words = desk, _
        self._country = self._choice(
            "country", _("Country"), [(country_label(each, _), each) for each in DiplomaCountry]
        )
        self._school = self._line("school", _("School"), _("as on the diploma, in any language"))
        self._kind = self._choice("kind", _("Kind of school"), [(school_label(each, _), each) for each in SchoolKind])
        self._degree = self._line(
            "words", _("Words on the diploma"), _("e.g. 修士（工学）, 経営管理修士（専門職）, M.Sc.")
        )
        self._field = self._line("field", _("Field"), _("e.g. economics; degrees in different fields can give points"))
        self._answer = Label(wrap=True)
        self._answer.setObjectName("degree_form.answer")
        for entry in (self._country, self._school, self._kind, self._degree, self._field):
            self.form.addRow(entry.accessibleName(), entry)
        self.form.addRow(self._answer)
        self._buttons = self.ok_and_cancel()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Add"))
        self.form.addRow(self._buttons)
        for combo in (self._country, self._kind):
            combo.currentIndexChanged.connect(self._show_answer)
        for line in (self._school, self._degree):
            line.textChanged.connect(self._show_answer)
        self._show_answer()

    def title(self) -> KeptTitle | None:
        """The degree that was entered; None where its title is not decided."""
        diploma = self._diploma()
        found = read_diploma(diploma, self._desk.universities).title
        return None if found is None else diploma.kept(found)

    def _choice(self, name: str, label: str, entries: Sequence[tuple[str, object]]) -> QComboBox:
        combo = DropDown()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setMinimumWidth(_CHOICE_WIDTH)
        combo.addItem(self._words("Not answered"), None)
        for text, value in entries:
            combo.addItem(text, value)
        return combo

    def _line(self, name: str, label: str, hint: str) -> QLineEdit:
        line = LineInput()
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        limit_length(line, limits.NAME, lambda: self._words)
        return line

    def _diploma(self) -> Diploma:
        countries, kinds = (None, *DiplomaCountry), (None, *SchoolKind)
        return Diploma(
            countries[self._country.currentIndex()],
            self._school.text().strip(),
            kinds[self._kind.currentIndex()],
            self._degree.text().strip(),
            self._field.text().strip(),
        )

    def _show_answer(self) -> None:
        _, diploma = self._words, self._diploma()
        reading = read_diploma(diploma, self._desk.universities)
        ready = reading.title is not None and diploma.country is not None
        self._answer.set_role("" if ready else "muted")
        if diploma.country is None:
            self._answer.setText(_("Choose the country of the school."))
        else:
            self._answer.setText("\n".join(diploma_lines(reading, self._desk, _)))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
