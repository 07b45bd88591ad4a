"""``Pay``: what a contract pays, and how much of it is the yearly salary that counts.

The remuneration that counts is given for the work: base pay, bonuses that are certain, diligence and adjustment
allowances, overtime at a fixed sum. What pays back costs (commuting, dependants, housing) does not count unless it is
taxed, nor does what depends on hours or results, nor the pay of another employer, which does not simply add up. Pay
from a foreign institution counts for a person transferred from it. What no official text settles (shares, options, a
sign-on payment) is left out unless the office has said that it counts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc import limits
from hsp_calc.facts.calendar import MONTHS_A_YEAR
from hsp_calc.validation import at_most_characters

_MOST_YEN = 10**12
_CURRENCY = re.compile("[A-Z]{3}")


class PayKind(StrEnum):
    """What an amount is paid for."""

    BASE = "base"
    BONUS = "bonus"
    FIXED_ALLOWANCE = "fixed_allowance"
    FIXED_OVERTIME = "fixed_overtime"
    HOURLY_OVERTIME = "hourly_overtime"
    COMMUTING = "commuting"
    DEPENDANT_ALLOWANCE = "dependant_allowance"
    HOUSING_ALLOWANCE = "housing_allowance"
    UNCERTAIN_BONUS = "uncertain_bonus"
    OTHER_EMPLOYER = "other_employer"
    FOREIGN_INSTITUTION = "foreign_institution"
    SHARES = "shares"
    STOCK_OPTIONS = "stock_options"
    SIGN_ON = "sign_on"
    LAST_YEARS_BONUS = "last_years_bonus"
    SHARE_GAINS = "share_gains"


class Period(StrEnum):
    """How often an amount is paid."""

    MONTH = "month"
    YEAR = "year"


class PayReason(StrEnum):
    """Why an amount counts or does not."""

    PAID_FOR_THE_WORK = "paid_for_the_work"
    """Counts: base pay, and allowances that are part of it."""
    BONUS_IS_CERTAIN = "bonus_is_certain"
    """Counts: a bonus whose sum is promised."""
    OVERTIME_IS_FIXED = "overtime_is_fixed"
    """Counts: overtime at a fixed sum, whatever the hours."""
    ALLOWANCE_IS_TAXED = "allowance_is_taxed"
    """Counts: what would pay back costs, were it not taxed as income."""
    ALLOWANCE_PAYS_BACK_COSTS = "allowance_pays_back_costs"
    """Does not count: it pays back costs."""
    TAX_NOT_ANSWERED = "tax_not_answered"
    """Does not count yet: whether the allowance is taxed is not answered."""
    DEPENDS_ON_HOURS = "depends_on_hours"
    """Does not count: overtime by the hour is not known beforehand."""
    DEPENDS_ON_RESULTS = "depends_on_results"
    """Does not count: a bonus that is not certain."""
    NOT_THE_MAIN_ACTIVITY = "not_the_main_activity"
    """Does not count: pay of another employer than the institution applied for."""
    TRANSFERRED_FROM_IT = "transferred_from_it"
    """Counts: a foreign institution pays a person transferred from it."""
    NOT_TRANSFERRED_FROM_IT = "not_transferred_from_it"
    """Does not count: a foreign institution pays a person who is not transferred from it."""
    TRANSFER_NOT_ANSWERED = "transfer_not_answered"
    """Does not count yet: whether the person is transferred from the foreign institution is not answered."""
    SHARES_ARE_OPEN = "shares_are_open"
    """Not settled: no official text names pay in shares or options."""
    SIGN_ON_IS_OPEN = "sign_on_is_open"
    """Not settled: no official text names a sign-on payment, which is paid once."""
    CONFIRMED = "confirmed"
    """Counts: the office has said so of this amount, which no official text settles."""
    DENIED = "denied"
    """Does not count: the office has said so of this amount, which no official text settles."""
    LAST_YEAR_IS_NO_PROMISE = "last_year_is_no_promise"
    """Does not count: what was paid last year is not promised for the next."""
    COMES_FROM_INVESTING = "comes_from_investing"
    """Does not count: dividends and gains are not paid for the work."""
    RATE_NOT_ANSWERED = "rate_not_answered"
    """Does not count yet: the exchange rate of an amount in a foreign currency is not answered."""


_PAID_BY_THE_YEAR = frozenset(
    {
        PayKind.BONUS,
        PayKind.UNCERTAIN_BONUS,
        PayKind.OTHER_EMPLOYER,
        PayKind.SHARES,
        PayKind.STOCK_OPTIONS,
        PayKind.SIGN_ON,
        PayKind.LAST_YEARS_BONUS,
        PayKind.SHARE_GAINS,
    }
)
PAYS_BACK_COSTS = frozenset({PayKind.COMMUTING, PayKind.DEPENDANT_ALLOWANCE, PayKind.HOUSING_ALLOWANCE})
"""The kinds that count only where they are taxed."""
NOT_SETTLED = frozenset({PayKind.SHARES, PayKind.STOCK_OPTIONS, PayKind.SIGN_ON})
"""The kinds that no official text names; they count only where the office has said so."""

_ALLOWANCES = {
    True: (True, PayReason.ALLOWANCE_IS_TAXED),
    False: (False, PayReason.ALLOWANCE_PAYS_BACK_COSTS),
    None: (None, PayReason.TAX_NOT_ANSWERED),
}
_FROM_ABROAD = {
    True: (True, PayReason.TRANSFERRED_FROM_IT),
    False: (False, PayReason.NOT_TRANSFERRED_FROM_IT),
    None: (None, PayReason.TRANSFER_NOT_ANSWERED),
}
_REASONS: Mapping[PayKind, tuple[bool | None, PayReason]] = {
    PayKind.BASE: (True, PayReason.PAID_FOR_THE_WORK),
    PayKind.BONUS: (True, PayReason.BONUS_IS_CERTAIN),
    PayKind.FIXED_ALLOWANCE: (True, PayReason.PAID_FOR_THE_WORK),
    PayKind.FIXED_OVERTIME: (True, PayReason.OVERTIME_IS_FIXED),
    PayKind.HOURLY_OVERTIME: (False, PayReason.DEPENDS_ON_HOURS),
    PayKind.UNCERTAIN_BONUS: (False, PayReason.DEPENDS_ON_RESULTS),
    PayKind.OTHER_EMPLOYER: (False, PayReason.NOT_THE_MAIN_ACTIVITY),
    PayKind.SHARES: (None, PayReason.SHARES_ARE_OPEN),
    PayKind.STOCK_OPTIONS: (None, PayReason.SHARES_ARE_OPEN),
    PayKind.SIGN_ON: (None, PayReason.SIGN_ON_IS_OPEN),
    PayKind.LAST_YEARS_BONUS: (False, PayReason.LAST_YEAR_IS_NO_PROMISE),
    PayKind.SHARE_GAINS: (False, PayReason.COMES_FROM_INVESTING),
}
_ASKED_OF = {
    "taxed": PAYS_BACK_COSTS,
    "transferred": frozenset({PayKind.FOREIGN_INSTITUTION}),
    "confirmed": NOT_SETTLED,
}


def asked_of(field: str, kind: PayKind) -> bool:
    """Whether ``taxed``, ``transferred`` or ``confirmed`` is asked of a kind of pay."""
    return kind in _ASKED_OF[field]


def _three_capitals(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        raise PydanticCustomError("not_a_currency", "three capital letters", {"value": value})
    return value


class PayItem(BaseModel):
    """One amount that is paid.

    Attributes:
        kind: what for.
        yen: the amount each time, before tax, in whole yen.
        per: how often; left open, bonuses and pay of other employers are for a year, everything else for a month.
        taxed: whether the allowance is taxed as income; asked only of what pays back costs. None is not answered.
        transferred: whether the person is transferred to Japan from the foreign institution that pays; asked only of
            its pay. None is not answered.
        confirmed: whether the immigration office has said that it counts; asked only of what no official text settles.
            None is not answered.
        currency: the three letters of the currency that the contract names; None for yen. ``yen`` is then what the
            amount comes to at ``rate``.
        rate: the exchange rate used, with its day and where it stands; empty if that is not known.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    kind: PayKind
    yen: Annotated[StrictInt, Field(ge=0, le=_MOST_YEN)]
    per: Period | None = None
    taxed: StrictBool | None = None
    transferred: StrictBool | None = None
    confirmed: StrictBool | None = None
    currency: Annotated[StrictStr, AfterValidator(_three_capitals)] | None = None
    rate: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""
    note: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""

    @model_validator(mode="after")
    def _each_answer_is_asked_of_its_kinds(self) -> Self:
        for field in ("transferred", "confirmed"):
            if getattr(self, field) is not None and not asked_of(field, self.kind):
                params = {"field": field, "kind_of_pay": self.kind.value}
                raise PydanticCustomError("not_asked_of_pay", "not required", params)
        if self.taxed is not None and not asked_of("taxed", self.kind):
            raise PydanticCustomError("tax_not_asked", "tax", {"kind_of_pay": self.kind.value})
        return self

    @property
    def period(self) -> Period:
        """How often it is paid."""
        return self.per or (Period.YEAR if self.kind in _PAID_BY_THE_YEAR else Period.MONTH)

    @property
    def yearly_yen(self) -> int:
        """What it comes to in a year, in yen."""
        return self.yen * (MONTHS_A_YEAR if self.period is Period.MONTH else 1)


@dataclass(frozen=True, slots=True)
class CountedItem:
    """An amount and whether it counts.

    Attributes:
        item: the amount.
        counts: yes, no, or None while that is not answered.
        reason: why.
    """

    item: PayItem
    counts: bool | None
    reason: PayReason

    @property
    def counted_yen(self) -> int:
        """What of it counts in a year, in yen; 0 while that is not answered."""
        return self.item.yearly_yen if self.counts else 0


@dataclass(frozen=True, slots=True)
class CountedPay:
    """The yearly salary that counts, part by part.

    Attributes:
        items: every amount in the order entered, with its reason.
    """

    items: tuple[CountedItem, ...]

    @property
    def yearly_yen(self) -> int:
        """The expected yearly pay that counts, in whole yen: ``annual_salary_yen`` of the facts."""
        return sum(item.counted_yen for item in self.items)

    @property
    def at_most_yen(self) -> int:
        """What it would be if everything not answered counted, in whole yen."""
        return self.yearly_yen + sum(item.item.yearly_yen for item in self.items if item.counts is None)

    @property
    def converted_yen(self) -> int:
        """What of the yearly sum is converted from foreign currencies, in whole yen."""
        return sum(item.counted_yen for item in self.items if item.item.currency is not None)

    @property
    def annual_salary_yen(self) -> int | None:
        """The answer to the fact of that name; None where no part counts, for which nothing can be said."""
        return self.yearly_yen if any(item.counts for item in self.items) else None


class Pay(BaseModel):
    """What a contract pays.

    Attributes:
        items: the amounts.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    items: Annotated[tuple[PayItem, ...], Field(max_length=limits.ENTRIES)] = ()
    note: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""

    def counted(self) -> CountedPay:
        """How much of it is the yearly salary that counts, with the reason for each part."""
        return CountedPay(tuple(self._judged()))

    def _judged(self) -> Iterator[CountedItem]:
        for item in self.items:
            counts, reason = _judge(item)
            if counts and item.currency is not None and not item.rate.strip():
                counts, reason = None, PayReason.RATE_NOT_ANSWERED
            yield CountedItem(item, counts, reason)


def _judge(item: PayItem) -> tuple[bool | None, PayReason]:
    if item.kind in PAYS_BACK_COSTS:
        return _ALLOWANCES[item.taxed]
    if item.kind is PayKind.FOREIGN_INSTITUTION:
        return _FROM_ABROAD[item.transferred]
    if item.kind in NOT_SETTLED and item.confirmed is not None:
        return item.confirmed, PayReason.CONFIRMED if item.confirmed else PayReason.DENIED
    return _REASONS[item.kind]
