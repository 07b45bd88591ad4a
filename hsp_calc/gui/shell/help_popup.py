"""``HelpPopup``: opens the help on a row or a fact beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.facts import Category
from hsp_calc.gui.widgets.info import HelpCard
from hsp_calc.text import Translator, fact_label

if TYPE_CHECKING:
    from hsp_calc.rules.help import Explanation


class HelpPopup:
    """Opens the help on a row or a fact beside it."""

    def __init__(self, desk: AppData, editor: CaseSession, words: Callable[[], Translator]) -> None:
        """Make one.

        Args:
            desk: holds the help.
            editor: knows the table in force.
            words: the words of the moment.
        """
        self._desk = desk
        self._editor = editor
        self._words = words

    def row(self, category: Category, row: str, anchor: QWidget) -> None:
        """Explain a row; the help is that of the table in force, where there is one, else the row's own source."""
        _, table = self._words(), self._editor.table
        if table is None:
            return
        criterion = table.categories[category].criteria[row]
        explanation = self._desk.help_on_row(row, category, table)
        self._open(_.wording(criterion), explanation or self._desk.bare_help(criterion, table), anchor)

    def fact(self, fact: str, anchor: QWidget) -> None:
        """Explain a fact."""
        if (explanation := self._desk.help.of_fact(fact)) is not None:
            self._open(fact_label(fact, self._words()), explanation, anchor)

    def _open(self, title: str, explanation: "Explanation", anchor: QWidget) -> None:
        _ = self._words()
        sources = (self._desk.sources.sources[name] for name in explanation.sources)
        named = _.listed(f"{_.wording(source.title)} ({_.day(source.checked_on)})" for source in sources)
        HelpCard(title, explanation, _("Source (checked on): {sources}", sources=named), _, anchor).show_beside(anchor)
