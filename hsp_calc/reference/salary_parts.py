"""How sure it is that a part of the pay counts, and what proves it.

The points ordinance counts the yearly remuneration from the contracting institution, and from a foreign institution
where the person is transferred from it. What remuneration is, the agency's answers to questions say; they name neither
shares nor options nor sign-on payments. Evidence sheet, item 3: any document that proves the expected yearly pay.
Checked on 2026-11-27.
"""

from collections.abc import Mapping
from enum import StrEnum

from hsp_calc.facts.pay import CountedItem, PayKind, PayReason
from hsp_calc.rules.certainty import Certainty


class PayProof(StrEnum):
    """What proves a part of the pay."""

    CONTRACT = "contract"
    """The contract or the notice of working conditions, with the sum."""
    BONUS_PROMISE = "bonus_promise"
    """The contract, the wage rules or a letter of the employer that promises the sum of the bonus."""
    TAXED_PAYSLIP = "taxed_payslip"
    """A payslip or the wage rules that show the allowance among the taxed pay."""
    TRANSFER_ORDER = "transfer_order"
    """The order of transfer, and a letter of the foreign institution on what it pays."""
    GRANT = "grant"
    """The grant agreement: who grants, how many, on which days and conditions; and the office's answer."""
    SIGN_ON_CLAUSE = "sign_on_clause"
    """The clause of the contract with sum and day of payment; and the office's answer."""
    LETTER_ON_NEXT_YEAR = "letter_on_next_year"
    """A letter of the employer that promises a sum for the coming year; last year's payslip does not."""
    RATE = "rate"
    """Where the exchange rate stands, with its day."""
    NONE_NEEDED = "none_needed"
    """It does not count, and needs no proof."""


_CERTAINTIES: Mapping[PayReason, Certainty] = {
    PayReason.PAID_FOR_THE_WORK: Certainty.HIGH,
    PayReason.BONUS_IS_CERTAIN: Certainty.HIGH,
    PayReason.OVERTIME_IS_FIXED: Certainty.MEDIUM,
    PayReason.ALLOWANCE_IS_TAXED: Certainty.MEDIUM,
    PayReason.ALLOWANCE_PAYS_BACK_COSTS: Certainty.HIGH,
    PayReason.DEPENDS_ON_HOURS: Certainty.HIGH,
    PayReason.DEPENDS_ON_RESULTS: Certainty.HIGH,
    PayReason.NOT_THE_MAIN_ACTIVITY: Certainty.CERTAIN,
    PayReason.TRANSFERRED_FROM_IT: Certainty.CERTAIN,
    PayReason.NOT_TRANSFERRED_FROM_IT: Certainty.CERTAIN,
    PayReason.SHARES_ARE_OPEN: Certainty.OPEN,
    PayReason.SIGN_ON_IS_OPEN: Certainty.OPEN,
    PayReason.CONFIRMED: Certainty.OPEN,
    PayReason.DENIED: Certainty.OPEN,
    PayReason.LAST_YEAR_IS_NO_PROMISE: Certainty.MEDIUM,
    PayReason.COMES_FROM_INVESTING: Certainty.HIGH,
}
_PROOFS: Mapping[PayKind, PayProof] = {
    PayKind.BASE: PayProof.CONTRACT,
    PayKind.BONUS: PayProof.BONUS_PROMISE,
    PayKind.FIXED_ALLOWANCE: PayProof.CONTRACT,
    PayKind.FIXED_OVERTIME: PayProof.CONTRACT,
    PayKind.COMMUTING: PayProof.TAXED_PAYSLIP,
    PayKind.DEPENDANT_ALLOWANCE: PayProof.TAXED_PAYSLIP,
    PayKind.HOUSING_ALLOWANCE: PayProof.TAXED_PAYSLIP,
    PayKind.FOREIGN_INSTITUTION: PayProof.TRANSFER_ORDER,
    PayKind.SHARES: PayProof.GRANT,
    PayKind.STOCK_OPTIONS: PayProof.GRANT,
    PayKind.SIGN_ON: PayProof.SIGN_ON_CLAUSE,
}
_WOULD_COUNT_IF_PROMISED = frozenset({PayReason.LAST_YEAR_IS_NO_PROMISE, PayReason.DEPENDS_ON_RESULTS})


def certainty_of(judged: CountedItem) -> Certainty | None:
    """How sure the answer on a part is; None while a question on it is not answered."""
    return _CERTAINTIES.get(judged.reason)


def proofs_of(judged: CountedItem) -> tuple[PayProof, ...]:
    """What proves a part that counts, or what would have to be there for it to count."""
    if judged.reason in _WOULD_COUNT_IF_PROMISED:
        return (PayProof.LETTER_ON_NEXT_YEAR,)
    if judged.counts is False:
        return (PayProof.NONE_NEEDED,)
    proof = _PROOFS[judged.item.kind]
    return (proof,) if judged.item.currency is None else (proof, PayProof.RATE)
