"""``FilterBar``: which papers are shown, and what they are put together by."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from hsp_calc.app.documents_list import Filter
from hsp_calc.casefile.sections import State
from hsp_calc.documents.grouping import Grouping
from hsp_calc.documents.procedures import Getter
from hsp_calc.gui.pages.documents.day_field import BESIDE
from hsp_calc.gui.widgets.inputs import DropDown, LineInput
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import N_, Translator
from hsp_calc.text.documents_text import getter_label, state_label

_TO_DO = frozenset({State.NEEDED, State.ASKED_FOR})
_STATES: tuple[frozenset[State] | None, ...] = (None, _TO_DO, *(frozenset({state}) for state in State))
_GETTERS: tuple[Getter | None, ...] = (None, *Getter)
_GROUPINGS = {
    Grouping.GROUP: N_("By kind"),
    Grouping.STATE: N_("By state"),
    Grouping.GETTER: N_("By who gets it"),
    Grouping.WHERE: N_("By where"),
    Grouping.MARK: N_("By number of the form"),
}


class FilterBar(QWidget):
    """A text, a state and a person to look for, and a way to put papers together.

    Attributes:
        changed: emitted after every entry.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = LineInput()
        self._text.setObjectName("checklist.search")
        self._text.setClearButtonEnabled(True)
        self._text.textChanged.connect(self.changed)
        self._state = self._combo("checklist.filter.state", len(_STATES))
        self._getter = self._combo("checklist.filter.getter", len(_GETTERS))
        self._grouping = self._combo("checklist.grouping", len(_GROUPINGS))
        self._captions = {name: Label("muted") for name in ("text", "state", "getter", "grouping")}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption, widget in zip(self._captions.values(), self._inputs, strict=True):
            caption.setContentsMargins(0, BESIDE, 0, 0)
            caption.setBuddy(widget)
            form.addRow(caption, widget)

    @property
    def _inputs(self) -> tuple[QLineEdit, QComboBox, QComboBox, QComboBox]:
        return self._text, self._state, self._getter, self._grouping

    def _combo(self, name: str, count: int) -> QComboBox:
        combo = DropDown()
        combo.setObjectName(name)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.addItems([""] * count)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    @property
    def wanted(self) -> Filter:
        """What is asked for."""
        return Filter(
            states=_STATES[self._state.currentIndex()],
            getter=_GETTERS[self._getter.currentIndex()],
            text=self._text.text(),
            grouping=list(_GROUPINGS)[self._grouping.currentIndex()],
        )

    def show_all(self) -> None:
        """Let every paper pass."""
        self._text.clear()
        for combo in (self._state, self._getter):
            combo.setCurrentIndex(0)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        captions = {
            "text": _("Find"),
            "state": _("State"),
            "getter": _("Who gets it"),
            "grouping": _("Group by"),
        }
        for (name, text), widget in zip(captions.items(), self._inputs, strict=True):
            self._captions[name].setText(text)
            widget.setAccessibleName(text)
        self._text.setPlaceholderText(_("Name, place or memo"))
        states = [_("All"), _("Still to get"), *(state_label(state, _) for state in State)]
        getters = [_("All"), *(getter_label(getter, _) for getter in Getter)]
        groupings = [_(words) for words in _GROUPINGS.values()]
        for combo, texts in ((self._state, states), (self._getter, getters), (self._grouping, groupings)):
            for index, text in enumerate(texts):
                combo.setItemText(index, text)
