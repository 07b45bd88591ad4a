"""``ScenarioBar``: the scenarios of a case, to be looked at, kept, renamed and dropped."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QToolButton, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import MOST_SCENARIOS
from hsp_calc.control_characters import visible
from hsp_calc.facts import DatedFacts
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_LONGEST_NAME = 60


class ScenarioBar(QWidget):
    """Chooses the scenario in view."""

    def __init__(self, editor: CaseSession, actions: Actions, words: Callable[[], Translator]) -> None:
        super().__init__()
        self._editor = editor
        self._actions = actions
        self._words = words
        self._caption = Label()
        self._choice = DropDown()
        self._choice.setObjectName("scenario")
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(12)
        self._choice.activated.connect(lambda index: editor.view_scenario(index - 1 if index else None))
        self._caption.setBuddy(self._choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._caption)
        row.addWidget(self._choice, 1)
        for name, slot in (("add", self._add), ("rename", self._rename), ("delete", self._delete)):
            action = actions[f"scenario.{name}"]
            action.triggered.connect(slot)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setProperty("role", "tool")
            row.addWidget(button)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._caption.setText(_("What-if"))
        self._choice.setAccessibleName(_("What-if"))

    def show_scenarios(self) -> None:
        """Show what there is, and what can be done."""
        names = [self._words()("Current situation"), *(visible(one.name) for one in self._editor.case.scenarios)]
        if names != [self._choice.itemText(index) for index in range(self._choice.count())]:
            self._choice.clear()
            self._choice.addItems(names)
        scenario = self._editor.scenario
        self._choice.setCurrentIndex(0 if scenario is None else scenario + 1)
        self._actions["scenario.add"].setEnabled(len(names) <= MOST_SCENARIOS)
        for name in ("rename", "delete"):
            self._actions[f"scenario.{name}"].setEnabled(scenario is not None)

    def _add(self) -> None:
        self.keep(None)

    def keep(self, history: tuple[DatedFacts, ...] | None) -> None:
        """Ask for a name, and keep other facts as a scenario by it; None keeps those in view."""
        _ = self._words()
        taken = {scenario.name for scenario in self._editor.case.scenarios}
        names = (_("What if {number}", number=number) for number in range(1, MOST_SCENARIOS + 2))
        suggestion = next(name for name in names if name not in taken)
        if (name := self._ask(_("Save as what-if"), suggestion, taken)) is not None:
            self._editor.add_scenario(name, history)

    def _rename(self) -> None:
        scenario = self._editor.scenario
        if scenario is None:
            return
        own = self._editor.case.scenarios[scenario].name
        taken = {other.name for other in self._editor.case.scenarios} - {own}
        if name := self._ask(self._words()("Rename the what-if"), own, taken):
            self._editor.rename_scenario(scenario, name)

    def _delete(self) -> None:
        if self._editor.scenario is not None:
            self._editor.delete_scenario(self._editor.scenario)

    def _ask(self, title: str, suggestion: str, taken: set[str]) -> str | None:
        """A name that no other scenario has; None if the question is cancelled."""
        label = self._words()("Name")
        while True:
            name, given = QInputDialog.getText(self, title, label, text=suggestion)
            name = name.strip()[:_LONGEST_NAME]
            if not given:
                return None
            if name and name not in taken:
                return name
            suggestion = name
            label = self._words()("Another what-if has this name, or the name is empty. Choose another name.")
