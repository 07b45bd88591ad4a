"""What pay is called, and why a part of it counts or does not."""

from types import MappingProxyType

from hsp_calc.facts.pay import CountedItem, PayKind, PayReason, Period
from hsp_calc.text.translator import N_, Translator

_KINDS = MappingProxyType(
    {
        PayKind.BASE: N_("Base pay"),
        PayKind.BONUS: N_("Bonus whose sum is certain"),
        PayKind.FIXED_ALLOWANCE: N_("Fixed allowance for the work"),
        PayKind.FIXED_OVERTIME: N_("Overtime at a fixed sum"),
        PayKind.HOURLY_OVERTIME: N_("Overtime by the hour"),
        PayKind.COMMUTING: N_("Commuting allowance"),
        PayKind.DEPENDANT_ALLOWANCE: N_("Allowance for dependants"),
        PayKind.HOUSING_ALLOWANCE: N_("Housing allowance"),
        PayKind.UNCERTAIN_BONUS: N_("Bonus that depends on results"),
        PayKind.OTHER_EMPLOYER: N_("Pay of another employer"),
    }
)
_REASONS = MappingProxyType(
    {
        PayReason.PAID_FOR_THE_WORK: N_("Counts: it is paid for the work."),
        PayReason.BONUS_IS_CERTAIN: N_("Counts: the sum of the bonus is promised."),
        PayReason.OVERTIME_IS_FIXED: N_("Counts: the sum is fixed, whatever the hours."),
        PayReason.ALLOWANCE_IS_TAXED: N_("Counts: the allowance is taxed as income."),
        PayReason.ALLOWANCE_PAYS_BACK_COSTS: N_("Does not count: it pays back costs."),
        PayReason.TAX_NOT_ANSWERED: N_("Does not count yet: answer whether it is taxed as income."),
        PayReason.DEPENDS_ON_HOURS: N_("Does not count: overtime by the hour is not known beforehand."),
        PayReason.DEPENDS_ON_RESULTS: N_("Does not count: the bonus is not certain."),
        PayReason.NOT_THE_MAIN_ACTIVITY: N_(
            "Does not count: it is not paid by the institution that the application is for."
        ),
    }
)
_PERIODS = MappingProxyType({Period.MONTH: N_("a month"), Period.YEAR: N_("a year")})


def pay_label(kind: PayKind, _: Translator) -> str:
    """What an amount is paid for."""
    return _(_KINDS[kind])


def period_label(period: Period, _: Translator) -> str:
    """How often an amount is paid."""
    return _(_PERIODS[period])


def pay_reason(item: CountedItem, _: Translator) -> str:
    """Why an amount counts or does not."""
    return _(_REASONS[item.reason])
