"""``ChoicesCard``: the procedure, the employer, the planned day and the target of a folder."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from hsp_calc.casefile.sections import KeptChecklist
from hsp_calc.documents.application import Folder
from hsp_calc.documents.procedures import EmployerProof, Procedures
from hsp_calc.gui.pages.documents.day_field import BESIDE, DayField
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import N_, Translator
from hsp_calc.text.documents_text import employer_label, procedure_label

_CAPTIONS = {
    "employer_category": N_("The employer"),
    "apply_on": N_("Planned day"),
    "target": N_("To be proven"),
}
_NAMES = {"employer_category": N_("Category of the employer"), "apply_on": N_("Planned day of application")}
_TARGETS = (None, 70, 80)


class ChoicesCard(QFrame):
    """What decides which papers there are."""

    def __init__(self, procedures: Procedures, choose: Callable[[str, object], None]) -> None:
        """Make the card.

        Args:
            procedures: those that can be chosen.
            choose: takes a choice by the name of its field.
        """
        super().__init__()
        self.setProperty("role", "card")
        self._procedures = procedures
        self._values: dict[str, tuple[object, ...]] = {
            "procedure": (None, *procedures.by_id),
            "employer_category": (None, *(one.id for one in procedures.employer_categories)),
            "target": _TARGETS,
        }
        self._combos = {name: self._combo(name, values, choose) for name, values in self._values.items()}
        self._day = DayField("checklist.apply_on")
        self._day.entered.connect(lambda day: choose("apply_on", day))
        self._captions = {name: Label("muted") for name in _CAPTIONS}
        self._form = QFormLayout()
        self._form.setSpacing(GRID)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self._combos["procedure"])  # its names are long, and say of themselves what they are
        for name in _CAPTIONS:
            self._captions[name].setContentsMargins(0, BESIDE, 0, 0)
            self._captions[name].setBuddy(self._input(name))
            self._form.addRow(self._captions[name], self._input(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.addLayout(self._form)

    def _combo(self, name: str, values: tuple[object, ...], choose: Callable[[str, object], None]) -> QComboBox:
        combo = DropDown()
        combo.setObjectName(f"checklist.{name}")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for _value in values:
            combo.addItem("")
        combo.activated.connect(lambda index: choose(name, values[index]))
        return combo

    def _input(self, name: str) -> QWidget:
        return self._day if name == "apply_on" else self._combos[name]

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for name, caption in _CAPTIONS.items():
            self._captions[name].setText(_(caption))
            self._input(name).setAccessibleName(_(_NAMES.get(name, caption)))
        self._combos["procedure"].setAccessibleName(_("Procedure"))
        labels = {
            "procedure": [procedure_label(None, _), *(_.wording(one) for one in self._procedures.procedures)],
            "employer_category": [
                employer_label(None if number is None else int(str(number)), self._procedures, _)
                for number in self._values["employer_category"]
            ],
            "target": [_("All points that count"), *(_.points(target) for target in _TARGETS if target)],
        }
        for name, combo in self._combos.items():
            for index, text in enumerate(labels[name]):
                combo.setItemText(index, text)
                combo.setItemData(index, plain(text), Qt.ItemDataRole.ToolTipRole)  # where long names are whole

    def start_anew(self) -> None:
        """Drop a day that was typed and not understood."""
        self._day.start_anew()

    def show_folder(self, folder: Folder, kept: KeptChecklist, _: Translator) -> None:
        """Show what is chosen."""
        procedure = folder.procedure
        own = procedure.target if procedure else None
        chosen: dict[str, object] = {
            "procedure": kept.procedure,
            "employer_category": kept.employer_category,
            "target": own or kept.proof.target,
        }
        for name, combo in self._combos.items():
            combo.setCurrentIndex(self._values[name].index(chosen[name]))
            combo.setToolTip(plain(combo.currentText()))
        self._combos["target"].setEnabled(own is None)
        name = _("Planned day of application")
        self._day.show_day(kept.apply_on, example=folder.apply_on.isoformat(), name=name, _=_)
        self._form.setRowVisible(self._combos["employer_category"], bool(procedure and procedure.employer_asked))
        self._form.setRowVisible(self._combos["target"], procedure is None or procedure.proof is EmployerProof.POINTS)
