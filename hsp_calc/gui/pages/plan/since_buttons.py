"""``SinceButtons``: asks since when, for each answer without a date that the headline rests on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from hsp_calc.facts import Facts
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.plan.routes import EARLIER
from hsp_calc.text import Translator
from hsp_calc.text.headline import fact_name


class SinceButtons(QWidget):
    """A button for each of some facts, and one for the statuses of residence before the present one."""

    def __init__(self, ask: Callable[[str, QWidget], None]) -> None:
        """Make them, hidden.

        Args:
            ask: opens since when a fact is true, beside a button.
        """
        super().__init__()
        self._buttons = {name: QToolButton() for name in (*Facts.model_fields, EARLIER) if name != "date_of_birth"}
        line = Flow(GRID, self)
        for name, button in self._buttons.items():
            button.setObjectName(f"timeline.since.{name}")
            button.setProperty("role", "tool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked, name=name, button=button: ask(name, button))
            button.hide()
            line.addWidget(button)
        self.hide()

    def show_facts(self, names: Sequence[str], _: Translator) -> None:
        """Show the buttons of some facts."""
        for name, button in self._buttons.items():
            if name in names:
                button.setText(
                    _("Earlier statuses…") if name == EARLIER else _("{fact} since…", fact=fact_name(name, _))
                )
            button.setVisible(name in names)
        self.setVisible(bool(names))
