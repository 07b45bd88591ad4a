"""``Pay``: what a contract pays, and how much of it is the yearly salary that counts.

The remuneration that counts is given for the work: base pay, bonuses that are certain, diligence and adjustment
allowances, overtime at a fixed sum. What pays back costs (commuting, dependants, housing) does not count unless it is
taxed, nor does what depends on hours or results, nor the pay of another employer, which does not simply add up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc import limits
from hsp_calc.facts.calendar import MONTHS_A_YEAR
from hsp_calc.validation import at_most_characters

_MOST_YEN = 10**12


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


_PAID_BY_THE_YEAR = frozenset({PayKind.BONUS, PayKind.UNCERTAIN_BONUS, PayKind.OTHER_EMPLOYER})
PAYS_BACK_COSTS = frozenset({PayKind.COMMUTING, PayKind.DEPENDANT_ALLOWANCE, PayKind.HOUSING_ALLOWANCE})
"""The kinds that count only where they are taxed."""

_REASONS = {
    PayKind.BASE: (True, PayReason.PAID_FOR_THE_WORK),
    PayKind.BONUS: (True, PayReason.BONUS_IS_CERTAIN),
    PayKind.FIXED_ALLOWANCE: (True, PayReason.PAID_FOR_THE_WORK),
    PayKind.FIXED_OVERTIME: (True, PayReason.OVERTIME_IS_FIXED),
    PayKind.HOURLY_OVERTIME: (False, PayReason.DEPENDS_ON_HOURS),
    PayKind.UNCERTAIN_BONUS: (False, PayReason.DEPENDS_ON_RESULTS),
    PayKind.OTHER_EMPLOYER: (False, PayReason.NOT_THE_MAIN_ACTIVITY),
}


class PayItem(BaseModel):
    """One amount that is paid.

    Attributes:
        kind: what for.
        yen: the amount each time, before tax, in whole yen.
        per: how often; left open, bonuses and pay of other employers are for a year, everything else for a month.
        taxed: whether the allowance is taxed as income; asked only of what pays back costs. None is not answered.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    kind: PayKind
    yen: Annotated[StrictInt, Field(ge=0, le=_MOST_YEN)]
    per: Period | None = None
    taxed: StrictBool | None = None
    note: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""

    @model_validator(mode="after")
    def _tax_is_asked_of_allowances(self) -> Self:
        if self.taxed is not None and self.kind not in PAYS_BACK_COSTS:
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
            if item.kind in PAYS_BACK_COSTS:
                yield _paying_back(item)
            else:
                counts, reason = _REASONS[item.kind]
                yield CountedItem(item, counts, reason)


def _paying_back(item: PayItem) -> CountedItem:
    match item.taxed:
        case True:
            return CountedItem(item, True, PayReason.ALLOWANCE_IS_TAXED)
        case False:
            return CountedItem(item, False, PayReason.ALLOWANCE_PAYS_BACK_COSTS)
        case None:
            return CountedItem(item, None, PayReason.TAX_NOT_ANSWERED)
