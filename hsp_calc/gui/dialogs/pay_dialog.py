"""``PayDialog``: what a contract pays, part by part, and the yearly salary that counts."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.facts.pay import PAYS_BACK_COSTS, Pay, PayItem, PayKind, Period
from hsp_calc.gui.dialogs.entries_dialog import EntriesDialog
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.inputs import DropDown, TypedEdit
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.parsing import read_yen
from hsp_calc.text import Translator
from hsp_calc.text.salary_text import pay_label, pay_reason, period_label

_WIDTH, _CHOICE_WIDTH = 440, 300


class PayDialog(EntriesDialog):
    """The parts of the pay; what counts of them is the yearly salary of the case."""

    def __init__(self, editor: CaseSession, history: Sequence[QAction], parent: QWidget, _: Translator) -> None:
        super().__init__("pay", editor, history, parent, _)
        self.setWindowTitle(_("Salary from its parts"))
        self.lead.setText(_("Enter what the contract pays. What counts of it is entered as the annual salary at once."))
        self.set_columns((_("Paid for"), _("Amount"), _("In a year"), _("Whether it counts"), _("Note")), 3, 4)
        self.asked.connect(self._do)

    def rows(self) -> Sequence[Sequence[str]]:
        """The parts, each with its reason; the total goes beneath them."""
        _, pay = self.words, self.editor.case.pay or Pay()
        counted = pay.counted()
        foot = _("Yearly salary that counts: {yen}", yen=_.yen(counted.yearly_yen)) if pay.items else ""
        if counted.at_most_yen > counted.yearly_yen:
            foot = _("{sum} – at most {yen}, if all that is open counts", sum=foot, yen=_.yen(counted.at_most_yen))
        self.foot.setText(foot)
        return [
            (
                pay_label(judged.item.kind, _),
                _("{yen} {period}", yen=_.yen(judged.item.yen), period=period_label(judged.item.period, _)),
                _.yen(judged.item.yearly_yen),
                ("✓ " if judged.counts else "? " if judged.counts is None else "✕ ") + pay_reason(judged, _),
                judged.item.note,
            )
            for judged in counted.items
        ]

    def _do(self, what: str) -> None:
        pay = self.editor.case.pay or Pay()
        place = None if what == "add" else self.selected

        def put(items: tuple[PayItem, ...]) -> None:
            self.editor.set_pay(pay.model_copy(update={"items": items}))

        if place is not None and what == "delete":
            put((*pay.items[:place], *pay.items[place + 1 :]))
            return
        form = PayForm(None if place is None else pay.items[place], self, self.words)

        def accept() -> None:
            if place is None:
                put((*pay.items, form.item()))
            else:
                put((*pay.items[:place], form.item(), *pay.items[place + 1 :]))

        form.accepted.connect(accept)
        form.open()


class PayForm(FormDialog):
    """A part of the pay."""

    def __init__(self, item: PayItem | None, parent: QWidget, _: Translator) -> None:
        super().__init__("pay_form", _("Part of the pay"), _WIDTH, parent)
        self._before = item
        self._kind = self._choice("kind", _("Paid for"), [(pay_label(kind, _), kind) for kind in PayKind])
        self._yen = TypedEdit("yen", read_yen, lambda yen: f"{yen:,}")
        self._yen.setAccessibleName(_("Amount"))
        self._yen.setPlaceholderText(_("e.g. 350,000 or 35万"))
        self._wrong = Complaint(self._yen)
        self._wrong.retranslate(_)
        self._amount: int | None = None
        self._per = self._choice("per", _("How often"), [(period_label(period, _), period) for period in Period])
        answers = [(_("Not answered"), None), (_("Yes"), True), (_("No"), False)]
        self._taxed = self._choice("taxed", _("Taxed as income"), answers)
        self._note = QLineEdit()
        self._note.setObjectName("note")
        self._note.setAccessibleName(_("Note"))
        limit_length(self._note, limits.NOTE, lambda: _)
        form = self.form
        form.addRow(_("Paid for"), self._kind)
        form.addRow(_("Amount"), self._yen)
        form.addRow(self._wrong)
        form.addRow(_("How often"), self._per)
        form.addRow(_("Taxed as income"), self._taxed)
        form.addRow(_("Note"), self._note)
        self._buttons = self.ok_and_cancel()
        form.addRow(self._buttons)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._yen.entered.connect(self._take)
        if item is not None:
            self._kind.setCurrentIndex(list(PayKind).index(item.kind))
            self._yen.show_value(item.yen)
            self._amount = item.yen
            self._note.setText(item.note)
        self._kind_chosen()
        if item is not None:
            self._per.setCurrentIndex(list(Period).index(item.period))
            self._taxed.setCurrentIndex({None: 0, True: 1, False: 2}[item.taxed])
        self._enable()

    def _choice(self, name: str, label: str, entries: Sequence[tuple[str, object]]) -> QComboBox:
        combo = DropDown()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setMinimumWidth(_CHOICE_WIDTH)
        for text, value in entries:
            combo.addItem(text, value)
        return combo

    def item(self) -> PayItem:
        """What was entered."""
        kind = list(PayKind)[self._kind.currentIndex()]
        taxed = (None, True, False)[self._taxed.currentIndex()] if kind in PAYS_BACK_COSTS else None
        entered = {
            "kind": kind,
            "yen": self._amount or 0,
            "per": list(Period)[self._per.currentIndex()],
            "taxed": taxed,
            "note": self._note.text().strip(),
        }
        return PayItem(**entered) if self._before is None else self._before.model_copy(update=entered)

    def _kind_chosen(self) -> None:
        """Ask about tax only where it matters, and suggest how often such an amount is paid."""
        kind = list(PayKind)[self._kind.currentIndex()]
        self.form.setRowVisible(self._taxed, kind in PAYS_BACK_COSTS)
        self._per.setCurrentIndex(list(Period).index(PayItem(kind=kind, yen=0).period))

    def _take(self, yen: object) -> None:
        self._amount = yen if isinstance(yen, int) else None
        self._enable()

    def _enable(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._amount is not None)
