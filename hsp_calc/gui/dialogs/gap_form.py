"""``GapForm``: a time without employment."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.dialogs.value_edit import DayEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.text import Translator

_WIDTH = 480


class GapForm(FormDialog):
    """From when to when there was no employment."""

    def __init__(self, editor: CaseSession, parent: QWidget, _: Translator) -> None:
        super().__init__("gap_form", _("Not employed"), _WIDTH, parent)
        self._editor = editor
        self._words = _
        lead = Label("muted", wrap=True)
        lead.setText(
            _(
                "During this time, salary, position and everything that depends on the employer count as not "
                "answered; afterwards the answers apply again. Periods of work stop before it and continue "
                "after it."
            )
        )
        self._since = DayEdit("from", _("Not employed from"), _("first day, e.g. 2018-04-01"))
        self._until = DayEdit("to", _("Not employed to"), _("last day; leave empty if it has not ended"))
        self._wrong = Label("bad", wrap=True)
        for day in (self._since, self._until):
            day.textChanged.connect(self._enable)
        self.form.addRow(lead)
        self.form.addRow(_("Not employed from"), self._since)
        self.form.addRow(_("Not employed to"), self._until)
        self.form.addRow(self._wrong)
        self._buttons = self.ok_and_cancel()
        self.form.addRow(self._buttons)
        self._enable()
        self._since.setFocus()
        self.accepted.connect(self._apply)

    def _enable(self) -> None:
        _, since, until = self._words, self._since, self._until
        wrong = ""
        if since.wrong or until.wrong:
            wrong = _("Not a valid date. Enter for example 2021-04-01, 2021/4/1 or 令和3年4月1日.")
        elif since.day is not None and until.day is not None and until.day < since.day:
            wrong = _("The end {end} is before the start {start}; correct one of them.", end=until.day, start=since.day)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        ready = not wrong and since.day is not None
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def _apply(self) -> None:
        self._editor.set_not_employed(self._since.day, self._until.day, self._words("Not employed"))
