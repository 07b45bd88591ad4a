"""``PayDialog``: what a contract pays, part by part, and the yearly salary that counts."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QAction, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.facts.pay import Pay, PayItem, PayKind, Period, asked_of
from hsp_calc.gui.dialogs.entries_dialog import EntriesDialog
from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.widgets.complaint import Complaint
from hsp_calc.gui.widgets.inputs import DropDown, TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.lengths import limit_length
from hsp_calc.parsing import read_yen
from hsp_calc.text import Translator
from hsp_calc.text.salary_text import pay_amount, pay_label, pay_proof, pay_reason, pay_total, period_label

_WIDTH, _CHOICE_WIDTH = 520, 300
_YES_OR_NO = (None, True, False)
_YEN, _CURRENCY_LETTERS = "JPY", 3


class PayDialog(EntriesDialog):
    """The parts of the pay; what counts of them is the yearly salary of the case."""

    def __init__(self, editor: CaseSession, history: Sequence[QAction], parent: QWidget, _: Translator) -> None:
        super().__init__("pay", editor, history, parent, _)
        self.setWindowTitle(_("Salary from its components"))
        self.lead.setText(
            _("Enter what the contract pays. The part that counts is entered as your annual salary at once.")
        )
        self.set_columns((_("Paid for"), _("Amount"), _("Per year"), _("Whether it counts"), _("Note")), 3, 4)
        self._proof = Label("muted", wrap=True)
        self._proof.setObjectName("pay.proof")
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.foot), self._proof)
        self.entries.itemSelectionChanged.connect(self._show_proof)
        self.asked.connect(self._do)

    def refresh(self) -> None:
        """Show what is true now, and what proves the selected part."""
        super().refresh()
        self._show_proof()

    def rows(self) -> Sequence[Sequence[str]]:
        """The parts, each with its reason; the total goes beneath them."""
        _, pay = self.words, self.editor.case.pay or Pay()
        counted = pay.counted()
        self.foot.setText(pay_total(counted, _))
        return [
            (
                pay_label(judged.item.kind, _),
                pay_amount(judged.item, _),
                _.yen(judged.item.yearly_yen),
                ("✓ " if judged.counts else "? " if judged.counts is None else "✕ ") + pay_reason(judged, _),
                judged.item.note,
            )
            for judged in counted.items
        ]

    def _show_proof(self) -> None:
        counted, place = (self.editor.case.pay or Pay()).counted(), self.selected
        chosen = counted.items[place] if 0 <= place < len(counted.items) else None
        self._proof.setText("" if chosen is None else pay_proof(chosen, self.words))
        self._proof.setVisible(chosen is not None)

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
        self._before, self._words = item, _
        self._kind = self._choice("kind", _("Paid for"), [(pay_label(kind, _), kind) for kind in PayKind])
        self._yen = TypedEdit("yen", read_yen, lambda yen: f"{yen:,}")
        self._yen.setAccessibleName(_("Amount"))
        self._yen.setPlaceholderText(_("e.g. 350,000 or 35万"))
        self._wrong = Complaint(self._yen)
        self._wrong.retranslate(_)
        self._amount: int | None = None
        self._per = self._choice("per", _("How often"), [(period_label(period, _), period) for period in Period])
        answers = [(_("Not answered"), None), (_("Yes"), True), (_("No"), False)]
        self._answers = {
            "taxed": self._choice("taxed", _("Taxed as income"), answers),
            "transferred": self._choice("transferred", _("Transferred to Japan by it"), answers),
            "confirmed": self._choice("confirmed", _("Office said it counts"), answers),
        }
        self._currency = self._line(
            "currency", _("Foreign currency"), _("leave empty for yen; otherwise three letters, e.g. USD")
        )
        self._currency.setMaxLength(_CURRENCY_LETTERS)
        self._currency.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z]{0,3}"), self._currency))
        self._rate = self._line(
            "rate", _("Exchange rate"), _("rate, day and source, e.g. 155.20, 2026-11-20, name of bank")
        )
        self._note = self._line("note", _("Note"), "")
        form = self.form
        form.addRow(_("Paid for"), self._kind)
        form.addRow(_("Amount"), self._yen)
        form.addRow(self._wrong)
        form.addRow(_("How often"), self._per)
        for answer in self._answers.values():
            form.addRow(answer.accessibleName(), answer)
        form.addRow(_("Foreign currency"), self._currency)
        form.addRow(_("Exchange rate"), self._rate)
        form.addRow(_("Note"), self._note)
        self._buttons = self.ok_and_cancel()
        form.addRow(self._buttons)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._yen.entered.connect(self._take)
        if item is not None:
            self._kind.setCurrentIndex(list(PayKind).index(item.kind))
            self._yen.show_value(item.yen)
            self._amount = item.yen
            self._currency.setText(item.currency or "")
            self._rate.setText(item.rate)
            self._note.setText(item.note)
        self._kind_chosen()
        if item is not None:
            self._per.setCurrentIndex(list(Period).index(item.period))
            for name, answer in self._answers.items():
                answer.setCurrentIndex(_YES_OR_NO.index(getattr(item, name)))
        self._currency.textChanged.connect(self._enable)
        self._enable()

    def _line(self, name: str, label: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        if name != "currency":
            limit_length(line, limits.NOTE, lambda: self._words)
        return line

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
        answers = {
            name: _YES_OR_NO[answer.currentIndex()] if asked_of(name, kind) else None
            for name, answer in self._answers.items()
        }
        currency = self._currency.text().upper()
        entered = {
            "kind": kind,
            "yen": self._amount or 0,
            "per": list(Period)[self._per.currentIndex()],
            **answers,
            "currency": None if currency in {"", _YEN} else currency,
            "rate": self._rate.text().strip() if currency not in {"", _YEN} else "",
            "note": self._note.text().strip(),
        }
        return PayItem(**entered) if self._before is None else self._before.model_copy(update=entered)

    def _kind_chosen(self) -> None:
        """Ask only what matters of the kind, and suggest how often such an amount is paid."""
        kind = list(PayKind)[self._kind.currentIndex()]
        for name, answer in self._answers.items():
            self.form.setRowVisible(answer, asked_of(name, kind))
        self._per.setCurrentIndex(list(Period).index(PayItem(kind=kind, yen=0).period))

    def _take(self, yen: object) -> None:
        self._amount = yen if isinstance(yen, int) else None
        self._enable()

    def _enable(self) -> None:
        currency = self._currency.text().upper()
        foreign = currency not in {"", _YEN}
        self.form.setRowVisible(self._rate, foreign)
        ready = self._amount is not None and (not foreign or len(currency) == _CURRENCY_LETTERS)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
