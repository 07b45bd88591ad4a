"""``DetailEdit``: the dates of a paper, where it was issued, and a remark."""

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QWidget

from hsp_calc import limits
from hsp_calc.documents.application import PaperEntry
from hsp_calc.documents.procedures import Issued
from hsp_calc.gui.pages.documents.day_field import BESIDE, DayField
from hsp_calc.gui.widgets.inputs import DropDown, LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import N_, Translator

_CAPTIONS = {
    "on": N_("Since"),
    "issued_on": N_("Issued on"),
    "issued_in_japan": N_("Issued in Japan"),
    "remark": N_("Memo"),
}
_ANSWERS = (None, True, False)

Enter = Callable[[str, object], None]


class DetailEdit(QWidget):
    """Inputs for what is kept of a paper beside its state; what is typed counts at once."""

    def __init__(self, name: str, enter: Enter) -> None:
        """Make the inputs.

        Args:
            name: what their object names begin with.
            enter: takes an entry by the name of its field.
        """
        super().__init__()
        self._days = {field: DayField(f"{name}.{field}") for field in ("on", "issued_on")}
        for field, line in self._days.items():
            line.entered.connect(lambda day, field=field: enter(field, day))
        self._where = DropDown()
        self._where.setObjectName(f"{name}.issued_in_japan")
        for _answer in _ANSWERS:
            self._where.addItem("")
        self._where.activated.connect(lambda index: enter("issued_in_japan", _ANSWERS[index]))
        self._remark = LineInput()
        self._remark.setObjectName(f"{name}.remark")
        limit_length(self._remark, limits.NOTE, lambda: self._words)
        self._remark.textEdited.connect(lambda text: enter("remark", text))
        self._captions = {field: Label("muted") for field in _CAPTIONS}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, GRID, 0, GRID)
        self._form.setSpacing(GRID)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._inputs: dict[str, QWidget] = {**self._days, "issued_in_japan": self._where, "remark": self._remark}
        for field, widget in self._inputs.items():
            self._captions[field].setContentsMargins(0, BESIDE, 0, 0)
            self._captions[field].setBuddy(widget)
            self._form.addRow(self._captions[field], widget)

    def show_paper(self, paper: PaperEntry, title: str, _: Translator) -> None:
        """Show what is kept of a paper.

        Args:
            paper: the paper.
            title: what it is.
            _: the words.
        """
        self._words = _
        kept, issued = paper.kept, paper.getting.issued if paper.getting else Issued.NONE
        for field, widget in self._inputs.items():
            self._captions[field].setText(_(_CAPTIONS[field]))
            widget.setAccessibleName(f"{_(_CAPTIONS[field])}: {title}")
        for field, line in self._days.items():
            example = _("e.g. {example}", example="2026-11-20")
            line.show_day(getattr(kept, field), example=example, name=f"{_(_CAPTIONS[field])}: {title}", _=_)
        for index, text in enumerate((_("Not answered"), _("Yes"), _("No"))):
            self._where.setItemText(index, text)
        self._where.setCurrentIndex(_ANSWERS.index(kept.issued_in_japan))
        if self._remark.text() != kept.remark:
            self._remark.setText(kept.remark)
        self._form.setRowVisible(self._days["issued_on"], issued is not Issued.NONE)
        self._form.setRowVisible(self._where, issued is Issued.ANYWHERE)
