"""``PeriodsDialog``: the periods of work, and what they come to for each category."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit, QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.facts import MONTHS_A_YEAR, Category, PeriodKind, WorkPeriod
from hsp_calc.gui.dialogs.entries_dialog import EntriesDialog
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.dialogs.gap_form import GapForm
from hsp_calc.gui.dialogs.value_edit import DayEdit
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.text import Translator, short_name
from hsp_calc.text.period_text import period_kind_label, period_verdict
from hsp_calc.text.typed import why_not_read

_WIDTH = 480
_KINDS, _PROVEN = tuple(PeriodKind), (None, True, False)


class PeriodsDialog(EntriesDialog):
    """The periods of work in order of time."""

    def __init__(
        self, editor: CaseSession, history: Sequence[QAction], category: Category | None, parent: QWidget, _: Translator
    ) -> None:
        """Make one.

        Args:
            editor: the case.
            history: the actions undo and redo.
            category: what a new period is for at first.
            parent: the window.
            _: the words.
        """
        super().__init__("periods", editor, history, parent, _)
        self._category = category
        self._order: list[int] = []
        self.setWindowTitle(_("Periods of work"))
        self.lead.setText(
            _(
                "If a category has periods, its years of experience are counted from them: in completed "
                "months, with overlapping days counted once."
            )
        )
        self.set_columns(
            (_("From"), _("To"), _("Categories"), _("Employer"), _("Whether it counts"), _("Note")), 3, 4, 5
        )
        self.asked.connect(self._do)
        self.add_button("gap", _("&Not employed…"), lambda: GapForm(editor, self, _).open())

    def rows(self) -> Sequence[Sequence[str]]:
        """The periods; the totals go beneath them."""
        _, periods = self.words, self.editor.case.experience
        self._order = sorted(range(len(periods)), key=lambda index: (periods[index].since, index))
        totals = []
        for category in Category:
            months = self.editor.months_worked(category)
            if months is not None:
                length = _.duration(months / MONTHS_A_YEAR)
                totals.append(_("{place}: {sentence}", place=short_name(category, _), sentence=length))
        on = _.day(self.editor.day)
        self.foot.setText(_("Total on {day} – {totals}", day=on, totals=_.listed(totals)) if totals else "")
        return [
            (
                str(period.since),
                _("ongoing") if period.until is None else str(period.until),
                _.listed(short_name(category, _) for category in Category if category in period.categories),
                period.employer,
                period_verdict(period, _),
                period.note,
            )
            for period in (periods[index] for index in self._order)
        ]

    def _do(self, what: str) -> None:
        periods = self.editor.case.experience
        place = None if what == "add" else self._order[self.selected]
        if place is not None and what == "delete":
            self.editor.set_periods((*periods[:place], *periods[place + 1 :]))
            return
        if place is None and not self.has_room(len(periods), limits.PERIODS):
            return
        form = PeriodForm(None if place is None else periods[place], self._category, self, self.words)

        def put() -> None:
            if place is None:
                self.editor.set_periods((*periods, form.period()))
            else:
                self.editor.set_periods((*periods[:place], form.period(), *periods[place + 1 :]))

        form.accepted.connect(put)
        form.open()


class PeriodForm(FormDialog):
    """A period of work."""

    def __init__(self, period: WorkPeriod | None, category: Category | None, parent: QWidget, _: Translator) -> None:
        super().__init__("period_form", _("Period of work"), _WIDTH, parent)
        self._words = _
        self._before = period
        self._since = DayEdit("from", _("From"), _("first day, e.g. 2018-04-01"))
        self._until = DayEdit("to", _("To"), _("last day; leave empty if it is still running"))
        self._employer = QLineEdit()
        self._employer.setObjectName("employer")
        self._employer.setAccessibleName(_("Employer"))
        self._note = QLineEdit()
        self._note.setObjectName("note")
        self._note.setAccessibleName(_("Note"))
        limit_length(self._employer, limits.NAME, lambda: _)
        limit_length(self._note, limits.NOTE, lambda: _)
        self._kind = self._choice("kind", _("What was done"), [period_kind_label(kind, _) for kind in PeriodKind])
        answers = (_("Not answered"), _("Yes"), _("No"))
        self._proven = self._choice("proven", _("Employer's certificate"), answers)
        self._boxes = {category: QCheckBox(short_name(category, _)) for category in Category}
        if period is not None:
            self._since.show_value(period.since)
            self._until.show_value(period.until)
            self._employer.setText(period.employer)
            self._note.setText(period.note)
            self._kind.setCurrentIndex(_KINDS.index(period.kind or PeriodKind.WORK))
            self._proven.setCurrentIndex(_PROVEN.index(period.proven))
        chosen = period.categories if period is not None else {category}
        for each, box in self._boxes.items():
            box.setObjectName(f"categories.{each.value}")
            box.setChecked(each in chosen)
            box.toggled.connect(self._enable)
        self._wrong = Label("bad", wrap=True)
        for day in (self._since, self._until):
            day.textChanged.connect(self._enable)
        form = self.form
        form.addRow(_("From"), self._since)
        form.addRow(_("To"), self._until)
        for index, box in enumerate(self._boxes.values()):
            form.addRow("" if index else _("Categories"), box)
        form.addRow(_("Employer"), self._employer)
        form.addRow(_("What was done"), self._kind)
        form.addRow(_("Employer's certificate"), self._proven)
        form.addRow(_("Note"), self._note)
        form.addRow(self._wrong)
        self._buttons = self.ok_and_cancel()
        form.addRow(self._buttons)
        self._enable()
        self._since.setFocus()

    def _choice(self, name: str, label: str, entries: Sequence[str]) -> QComboBox:
        combo = DropDown()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.addItems(list(entries))
        return combo

    def period(self) -> WorkPeriod:
        """What was entered."""
        kind = _KINDS[self._kind.currentIndex()]
        said_before = self._before is not None and self._before.kind is not None
        entered = {
            "since": self._since.day,
            "until": self._until.day,
            "categories": frozenset(category for category, box in self._boxes.items() if box.isChecked()),
            "employer": self._employer.text().strip(),
            "kind": kind if said_before or kind is not PeriodKind.WORK else None,
            "proven": _PROVEN[self._proven.currentIndex()],
            "note": self._note.text().strip(),
        }
        if self._before is not None:
            return self._before.model_copy(update=entered)
        return WorkPeriod.model_validate({"from": entered.pop("since"), "to": entered.pop("until"), **entered})

    def _enable(self) -> None:
        _, since, until = self._words, self._since, self._until
        wrong = ""
        if error := since.error or until.error:
            wrong = why_not_read(error, _)
        elif since.day is not None and until.day is not None and until.day < since.day:
            wrong = _("The end {end} is before the start {start}; correct one of them.", end=until.day, start=since.day)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        chosen = any(box.isChecked() for box in self._boxes.values())
        ready = not wrong and since.day is not None and chosen
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
