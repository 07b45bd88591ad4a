"""``WhatIfBar``: says that what is in view is not the situation of today, and leads back to it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from hsp_calc.app.case_session import CaseSession
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator


class WhatIfBar(QFrame):
    """A bar across the window for a scenario in view, or a reference date other than today; hidden for neither."""

    def __init__(self, editor: CaseSession, today: Callable[[], date], words: Callable[[], Translator]) -> None:
        """Make the bar.

        Args:
            editor: the case.
            today: tells the day.
            words: tells the words of the moment.
        """
        super().__init__()
        self.setObjectName("what_if")
        self.setProperty("role", "what_if")
        self._editor = editor
        self._today = today
        self._words = words
        self._scenario, self._day = Label("section"), Label("section")
        self._scenario.setObjectName("what_if.scenario")
        self._day.setObjectName("what_if.day")
        self._back = _button("what_if.back", lambda: editor.view_scenario(None))
        self._to_today = _button("what_if.today", lambda: editor.set_day(today()))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        row.setSpacing(2 * GRID)
        for part in (self._scenario, self._back, self._day, self._to_today):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def refresh(self) -> None:
        """Say what is in view, or nothing where it is the situation of today."""
        _, name, day = self._words(), self._editor.what_if, self._editor.day
        other_day = day != self._today()
        if name is not None:
            self._scenario.setText(_("What-if: {name}", name=name))
            self._back.setText(_("Back to the current situation"))
        if other_day:
            self._day.setText(_("As of {day}", day=_.day(day)))
            self._to_today.setText(_("Back to today"))
        for part in (self._scenario, self._back):
            part.setVisible(name is not None)
        for part in (self._day, self._to_today):
            part.setVisible(other_day)
        self.setVisible(name is not None or other_day)


def _button(name: str, slot: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("role", "tool")
    button.clicked.connect(lambda _checked: slot())
    return button
