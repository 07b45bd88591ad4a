"""``EarlierDialog``: the statuses of residence before the present one."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import EarlierStatus
from hsp_calc.gui.dialogs.entries_dialog import EntriesDialog
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.dialogs.value_edit import DayEdit
from hsp_calc.gui.pages.plan.status_choice import StatusChoice
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.plan.guideline import Guideline
from hsp_calc.text import Translator
from hsp_calc.text.typed import why_not_read

_WIDTH = 480


class EarlierDialog(EntriesDialog):
    """The earlier statuses in order of time."""

    def __init__(
        self, editor: CaseSession, guideline: Guideline, history: Sequence[QAction], parent: QWidget, _: Translator
    ) -> None:
        """Make one.

        Args:
            editor: the case.
            guideline: what knows the statuses.
            history: the actions undo and redo.
            parent: the window.
            _: the words.
        """
        super().__init__("earlier", editor, history, parent, _)
        self._guideline = guideline
        self._order: list[int] = []
        self.setWindowTitle(_("Earlier statuses of residence"))
        self.lead.setText(
            _(
                "Time as a student, dependant, trainee or visitor has no points. Enter the statuses you held "
                "before the present one, for at least the last 3 years."
            )
        )
        self.set_columns((_("Status of residence"), _("From"), _("To"), _("Note")), 0)
        self.foot.hide()
        self.asked.connect(self._do)

    def rows(self) -> Sequence[Sequence[str]]:
        """The statuses; one that is not known to the program says so."""
        _, entries = self.words, self._entries
        first = [entry.since or entry.until for entry in entries]
        self._order = sorted(range(len(entries)), key=lambda index: (first[index] is not None, first[index]))
        rows = []
        for entry in (entries[index] for index in self._order):
            status = self._guideline.status(entry.status)
            rows.append(
                (
                    entry.status if status is None else _.wording(status),
                    "" if entry.since is None else str(entry.since),
                    "" if entry.until is None else str(entry.until),
                    _("not in the list") if status is None else "",
                )
            )
        return rows

    @property
    def _entries(self) -> tuple[EarlierStatus, ...]:
        return self.editor.case.applicant.residence.earlier

    def _do(self, what: str) -> None:
        entries = self._entries
        place = len(entries) if what == "add" else self._order[self.selected]
        if what == "delete":
            self.editor.set_residence("earlier", (*entries[:place], *entries[place + 1 :]))
            return
        form = EarlierForm(None if what == "add" else entries[place], self._guideline, self, self.words)

        def put() -> None:
            self.editor.set_residence("earlier", (*entries[:place], form.entry(), *entries[place + 1 :]))

        form.accepted.connect(put)
        form.open()


class EarlierForm(FormDialog):
    """An earlier status with its first and last day."""

    def __init__(self, entry: EarlierStatus | None, guideline: Guideline, parent: QWidget, _: Translator) -> None:
        super().__init__("earlier_form", _("Earlier status of residence"), _WIDTH, parent)
        self._words = _
        self._before = entry or EarlierStatus(status="")
        self._status = StatusChoice("status", guideline)
        self._status.retranslate(_)
        self._status.setAccessibleName(_("Status of residence"))
        self._status.show_status(self._before.status)
        self._since = DayEdit("from", _("From"), _("first day, e.g. 2018-04-01"))
        self._until = DayEdit("to", _("To"), _("last day; leave empty if the next status follows at once"))
        self._since.show_value(self._before.since)
        self._until.show_value(self._before.until)
        self._wrong = Label("bad", wrap=True)
        self._status.entered.connect(self._enable)
        for day in (self._since, self._until):
            day.textChanged.connect(self._enable)
        self.form.addRow(_("Status of residence"), self._status)
        self.form.addRow(_("From"), self._since)
        self.form.addRow(_("To"), self._until)
        self.form.addRow(self._wrong)
        self._buttons = self.ok_and_cancel()
        self.form.addRow(self._buttons)
        self._enable()
        self._status.setFocus()

    def entry(self) -> EarlierStatus:
        """What was entered."""
        entered = {"status": self._status.written, "since": self._since.day, "until": self._until.day}
        return self._before.model_copy(update=entered)

    def _enable(self) -> None:
        _, since, until = self._words, self._since, self._until
        wrong = ""
        if error := since.error or until.error:
            wrong = why_not_read(error, _)
        elif since.day is not None and until.day is not None and until.day < since.day:
            wrong = _("The end {end} is before the start {start}; correct one of them.", end=until.day, start=since.day)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        ready = not wrong and bool(self._status.written) and (since.day is not None or until.day is not None)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
