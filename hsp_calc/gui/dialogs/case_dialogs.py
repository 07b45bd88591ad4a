"""``CaseDialogs``: opens the dialogs on facts over time, periods of work and pay over the window.

Each is imported when it is first opened, so that the window need not wait for it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.facts import Category
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.text import Translator

if TYPE_CHECKING:
    from hsp_calc.gui.dialogs.history_dialog import HistoryDialog


class CaseDialogs:
    """Opens the dialogs on the case."""

    def __init__(
        self,
        desk: AppData,
        editor: CaseSession,
        history: Sequence[QAction],
        words: Callable[[], Translator],
        window: QWidget,
    ) -> None:
        """Make them.

        Args:
            desk: the data.
            editor: the case.
            history: the actions undo and redo.
            words: the words of the moment.
            window: what they open over.
        """
        self._desk = desk
        self._editor = editor
        self._undo_redo = history
        self._words = words
        self._window = window

    def connect(self, actions: Actions) -> None:
        """Open them by the actions of the window."""
        actions.connect("history", self.history)
        actions.connect("periods", self.periods)
        actions.connect("pay", self.pay)

    def since(self, category: Category, fact: str, anchor: QWidget) -> None:
        """Since when an answer is true, beside its mark."""
        if fact == "experience_years" and self._editor.months_worked(category) is not None:
            self.periods(category)
            return
        from hsp_calc.gui.dialogs.change_forms import SinceForm  # noqa: PLC0415  # as said above

        whose = category if fact == "experience_years" else None
        form = SinceForm(self._editor, fact, whose, self._add, self._window, self._words())
        form.show_beside(anchor)

    def history(self) -> None:
        """All changes in order of time."""
        self._history().start()

    def periods(self, category: Category | None = None) -> None:
        """The periods of work."""
        from hsp_calc.gui.dialogs.periods_dialog import PeriodsDialog  # noqa: PLC0415  # as said above

        PeriodsDialog(self._editor, self._undo_redo, category, self._window, self._words()).start()

    def earlier(self) -> None:
        """The statuses of residence before the present one."""
        from hsp_calc.gui.dialogs.earlier_dialog import EarlierDialog  # noqa: PLC0415  # as said above

        EarlierDialog(self._editor, self._desk.law.guideline, self._undo_redo, self._window, self._words()).start()

    def pay(self) -> None:
        """The salary from its parts."""
        from hsp_calc.gui.dialogs.pay_dialog import PayDialog  # noqa: PLC0415  # as said above

        PayDialog(self._editor, self._undo_redo, self._window, self._words()).start()

    def beside(self, fact: str, category: Category) -> tuple[str, Callable[[], None]] | None:
        """What a button beside an input opens, and its name; None where there is no button."""
        match fact:
            case "annual_salary_yen":
                return "compose_pay", self.pay
            case "experience_years":
                return "list_periods", partial(self.periods, category)
        return None

    def _history(self) -> "HistoryDialog":
        from hsp_calc.gui.dialogs.history_dialog import HistoryDialog  # noqa: PLC0415  # as said above

        return HistoryDialog(self._editor, self._undo_redo, self._window, self._words())

    def _add(self, fact: str, category: Category | None) -> None:
        dialog = self._history()
        dialog.start()
        dialog.add((fact, category))
