"""``LookupPage``: a page of the desk, which shows what the case keeps for it and tells of what it cannot read."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.gui.lookup.lookup_widgets import tool_button
from hsp_calc.gui.shell.tool_window import ToolPage
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator, describe_error, describe_no_table, disclaimer
from hsp_calc.validation import InputError


class LookupPage(ToolPage):
    """A page of the desk.

    Attributes:
        desk: the data.
        editor: the case.
        words: the words of the moment.
        body: where its cards go.
    """

    def __init__(self, name: str, desk: AppData, editor: CaseSession) -> None:
        """Make one.

        Args:
            name: its object name.
            desk: the data.
            editor: the case.
        """
        super().__init__(name)
        self.desk = desk
        self.editor = editor
        self.words = Translator.load("en")
        self._anew = False
        self._wrong_keys: frozenset[str] = frozenset()
        self._unread, column = card()
        self._unread_lead = Label("bad", wrap=True)
        self._unread_problems = Label(wrap=True)
        self._unread_problems.setObjectName(f"{name}.problems")
        self._discard = tool_button(f"{name}.discard", self._drop)
        for part in (self._unread_lead, self._unread_problems):
            column.addWidget(part)
        column.addWidget(self._discard)
        self._unread.hide()
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2 * GRID)
        self._foot = Label("muted", wrap=True)
        self._foot.setObjectName(f"{name}.foot")
        self.column.addWidget(self._unread)
        self.column.addWidget(self._body)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        raise NotImplementedError

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show what the case keeps.

        Args:
            case: the case.
            anew: whether to drop what was typed and not understood.

        Raises:
            InputError: what it keeps cannot be read.
        """
        raise NotImplementedError

    def basis(self) -> str:
        """Where the answers come from, of when, and what to heed."""
        raise NotImplementedError

    def help_on(self, fact: str) -> str:
        """What counts for a fact, what does not, and who says so."""
        _, found = self.words, self.desk.help.of_fact(fact)
        if found is None:
            return ""
        sources = (self.desk.sources.sources[name] for name in found.sources)
        named = _.listed(f"{_.wording(source.title)} ({_.day(source.checked_on)})" for source in sources)
        said = [_.wording(part) for part in (found.counts, found.does_not_count) if part is not None]
        return "\n".join([*said, _("Source (checked on): {sources}", sources=named)])

    def keep(self, change: Callable[[Case], Case], entry: object = None, **facts: Any) -> None:
        """Change what the case keeps, and facts with it, as one entry."""
        named = None if entry is None else (self.objectName(), entry)
        self.editor.keep(change, named, **facts)

    def start_anew(self) -> None:
        """Drop what was typed and not understood: another case is shown, or an entry was taken back."""
        self._anew = True

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self.words = _
        self._unread_lead.setText(_("What is saved here cannot be read. It stays unchanged until you discard it."))
        self._discard.setText(_("Discard it and start over"))
        self.say(_)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours; a page without pictures has nothing to do."""

    def fill(self) -> None:
        """Show what is true now, or what is wrong with it."""
        anew, self._anew = self._anew, False
        problems = []
        try:
            self.show_case(self.editor.case, anew=anew)
        except InputError as error:
            self._wrong_keys = frozenset(str(problem.path[0]) for problem in error.problems)
            problems = describe_error(error, self.words)
        self._unread_problems.setText("\n".join(problems))
        self._unread.setVisible(bool(problems))
        self._body.setVisible(not problems)
        self._foot.setText("\n".join(filter(None, (self.basis(), self._law()))))

    def _law(self) -> str:
        """The rules that the answers rest on; that there are none for the day, where there are none."""
        table, missing = self.editor.table, self.desk.no_table(self.editor.day)
        if missing is not None:
            return describe_no_table(missing, self.words)
        return "" if table is None else disclaimer(table, self.words)

    def _drop(self) -> None:
        self.keep(lambda case: case.without_sections(*self._wrong_keys))
