"""What pay is called, and why a part of it counts or does not."""

from types import MappingProxyType

from hsp_calc.facts.pay import CountedItem, CountedPay, PayItem, PayKind, PayReason, Period
from hsp_calc.reference.salary_parts import PayProof, certainty_of, proofs_of
from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.translator import N_, Translator

_KINDS = MappingProxyType(
    {
        PayKind.BASE: N_("Base pay"),
        PayKind.BONUS: N_("Bonus of a certain amount"),
        PayKind.FIXED_ALLOWANCE: N_("Fixed allowance for the work"),
        PayKind.FIXED_OVERTIME: N_("Fixed overtime pay"),
        PayKind.HOURLY_OVERTIME: N_("Overtime paid by the hour"),
        PayKind.COMMUTING: N_("Commuting allowance"),
        PayKind.DEPENDANT_ALLOWANCE: N_("Allowance for dependants"),
        PayKind.HOUSING_ALLOWANCE: N_("Housing allowance"),
        PayKind.UNCERTAIN_BONUS: N_("Bonus that depends on results"),
        PayKind.OTHER_EMPLOYER: N_("Pay from another employer"),
        PayKind.FOREIGN_INSTITUTION: N_("Pay from an institution abroad"),
        PayKind.SHARES: N_("Shares (RSU)"),
        PayKind.STOCK_OPTIONS: N_("Stock options"),
        PayKind.SIGN_ON: N_("Sign-on payment"),
        PayKind.LAST_YEARS_BONUS: N_("Last year's bonus, as an estimate"),
        PayKind.SHARE_GAINS: N_("Dividends and gains from shares held"),
    }
)
_REASONS = MappingProxyType(
    {
        PayReason.PAID_FOR_THE_WORK: N_("Counts: it is paid for the work."),
        PayReason.BONUS_IS_CERTAIN: N_("Counts: the amount of the bonus is promised."),
        PayReason.OVERTIME_IS_FIXED: N_("Counts: the amount is fixed, whatever the hours."),
        PayReason.ALLOWANCE_IS_TAXED: N_("Counts: the allowance is taxed as income."),
        PayReason.ALLOWANCE_PAYS_BACK_COSTS: N_("Does not count: it reimburses costs."),
        PayReason.TAX_NOT_ANSWERED: N_("Does not count yet: answer whether it is taxed as income."),
        PayReason.DEPENDS_ON_HOURS: N_("Does not count: overtime paid by the hour is not known in advance."),
        PayReason.DEPENDS_ON_RESULTS: N_("Does not count: the bonus is not certain."),
        PayReason.NOT_THE_MAIN_ACTIVITY: N_("Does not count: it is not paid by the institution you apply with."),
        PayReason.TRANSFERRED_FROM_IT: N_(
            "Counts: the ordinance counts what a foreign institution pays a person transferred from it."
        ),
        PayReason.NOT_TRANSFERRED_FROM_IT: N_(
            "Does not count: pay from abroad counts only if you are transferred to Japan by the institution that pays."
        ),
        PayReason.TRANSFER_NOT_ANSWERED: N_(
            "Does not count yet: answer whether you are transferred to Japan by the institution that pays."
        ),
        PayReason.SHARES_ARE_OPEN: N_(
            "Unclear, so not counted: no official text mentions pay in shares or options. If the employer in "
            "Japan has already promised them, ask the immigration office."
        ),
        PayReason.SIGN_ON_IS_OPEN: N_(
            "Unclear, so not counted: no official text mentions it. It is paid once and is not part of the "
            "pay of later years. Ask the immigration office."
        ),
        PayReason.CONFIRMED: N_(
            "Counted because the immigration office said so; no official text says it. Note who said it, and when."
        ),
        PayReason.DENIED: N_("Does not count: the immigration office said so; no official text says it."),
        PayReason.LAST_YEAR_IS_NO_PROMISE: N_(
            "Does not count: what was paid last year is not promised for the coming year. Enter what the "
            "employer promises as a bonus of a certain amount."
        ),
        PayReason.COMES_FROM_INVESTING: N_("Does not count: it comes from investing and is not paid for the work."),
        PayReason.RATE_NOT_ANSWERED: N_(
            "Does not count yet: enter the exchange rate, its day and where it stands. No official text says which "
            "rate counts."
        ),
    }
)
_PROOFS = MappingProxyType(
    {
        PayProof.CONTRACT: N_(
            "the employment contract or the notice of working conditions (労働条件通知書) with the sum"
        ),
        PayProof.BONUS_PROMISE: N_(
            "the contract, the wage rules (給与規程) or a letter of the employer that promises the sum of the bonus"
        ),
        PayProof.TAXED_PAYSLIP: N_(
            "a payslip (給与明細) or the wage rules (給与規程) that show the allowance among the taxed pay"
        ),
        PayProof.TRANSFER_ORDER: N_(
            "the order of transfer (転勤命令書 or 辞令), and a letter of the institution abroad on what it pays in a "
            "year"
        ),
        PayProof.GRANT: N_(
            "the grant agreement: who grants, how many, on which days and under which conditions; and the answer of "
            "the immigration office"
        ),
        PayProof.SIGN_ON_CLAUSE: N_(
            "the clause of the contract with the sum and the day of payment; and the answer of the immigration office"
        ),
        PayProof.LETTER_ON_NEXT_YEAR: N_(
            "none yet: it would take a letter of the employer that promises a sum for the coming year; a payslip of "
            "last year does not"
        ),
        PayProof.RATE: N_("where the exchange rate stands, with its day"),
        PayProof.NONE_NEEDED: N_("none needed, since it does not count"),
    }
)
_PERIODS = MappingProxyType({Period.MONTH: N_("per month"), Period.YEAR: N_("per year")})


def pay_label(kind: PayKind, _: Translator) -> str:
    """What an amount is paid for."""
    return _(_KINDS[kind])


def period_label(period: Period, _: Translator) -> str:
    """How often an amount is paid."""
    return _(_PERIODS[period])


def pay_reason(item: CountedItem, _: Translator) -> str:
    """Why an amount counts or does not, and how sure that is."""
    said, certainty = _(_REASONS[item.reason]), certainty_of(item)
    if certainty is not None and certainty is not Certainty.OPEN:
        said = _("{said} ({certainty})", said=said, certainty=certainty_text(certainty, _))
    if item.counts and item.item.currency is not None:
        said = _("{said} Which exchange rate counts is unclear: no official text states it.", said=said)
    return said


def pay_proof(item: CountedItem, _: Translator) -> str:
    """What proves an amount."""
    proofs = _.listed(_(_PROOFS[proof]) for proof in proofs_of(item))
    return _("{part} – proof: {proofs}.", part=pay_label(item.item.kind, _), proofs=proofs)


def pay_amount(item: PayItem, _: Translator) -> str:
    """An amount and how often it is paid, with the currency that it is converted from."""
    said = _("{yen} {period}", yen=_.yen(item.yen), period=period_label(item.period, _))
    return said if item.currency is None else _("{sum}, converted from {currency}", sum=said, currency=item.currency)


def pay_total(pay: CountedPay, _: Translator) -> str:
    """The yearly salary that counts, what it could be, and what of it rests on an exchange rate."""
    if not pay.items:
        return ""
    said = _("Yearly salary that counts: {yen}", yen=_.yen(pay.yearly_yen))
    if pay.at_most_yen > pay.yearly_yen:
        said = _("{sum} – up to {yen} if all unanswered items count", sum=said, yen=_.yen(pay.at_most_yen))
    if pay.converted_yen:
        rests = _(
            "{yen} of it depends on an exchange rate; which rate counts is unclear.", yen=_.yen(pay.converted_yen)
        )
        said = f"{said}\n{rests}"
    return said
