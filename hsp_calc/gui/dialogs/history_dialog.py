"""``HistoryDialog``: every change of the case in order of time."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.dated_changes import DatedChange, changes, without
from hsp_calc.app.fact_values import subject_label, value_label
from hsp_calc.facts import Category
from hsp_calc.gui.dialogs.change_forms import ChangeForm
from hsp_calc.gui.dialogs.entries_dialog import EntriesDialog
from hsp_calc.gui.dialogs.gap_form import GapForm
from hsp_calc.text import Translator


class HistoryDialog(EntriesDialog):
    """Every change in order: from when, which fact, what is true, and a note."""

    def __init__(self, editor: CaseSession, history: Sequence[QAction], parent: QWidget, _: Translator) -> None:
        super().__init__("history", editor, history, parent, _)
        self.setWindowTitle(_("History of answers"))
        self.lead.setText(
            _(
                "Each answer applies from its date until a later change. The window shows the answers of the "
                "reference date."
            )
        )
        self.set_columns((_("From"), _("Fact"), _("Value"), _("Note")), 1, 2, 3)
        self.foot.hide()
        self._changes: list[DatedChange] = []
        self.asked.connect(self._do)
        self.add_button("gap", _("&Not employed…"), lambda: GapForm(editor, self, _).open())

    def rows(self) -> Sequence[Sequence[str]]:
        """The changes."""
        _ = self.words
        self._changes = changes(self.editor.seen.history)
        return [
            (
                _("always") if change.since is None else str(change.since),
                subject_label(change.fact, change.category, _),
                value_label(change.fact, change.value, _),
                change.note,
            )
            for change in self._changes
        ]

    def add(self, subject: tuple[str, Category | None] | None = None) -> None:
        """Open a form for another change."""
        if self.has_room(len(self.editor.seen.history), limits.HISTORY):
            ChangeForm(self.editor, None, subject, self, self.words).open()

    def _do(self, what: str) -> None:
        if what == "add":
            self.add()
        elif what == "edit":
            ChangeForm(self.editor, self._changes[self.selected], None, self, self.words).open()
        else:
            self.editor.set_history(without(self.editor.seen.history, self._changes[self.selected]))
