"""Fees of residence procedures, by the day of acceptance and the period granted, as ``fees.yaml`` carries them."""

import os
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.provenance import Originated
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem

FILE = "fees.yaml"
Yen = Annotated[StrictInt, Field(ge=0)]
Months = Annotated[StrictInt, Field(ge=1, le=1200)]
MONTHS_A_YEAR = 12


class FeeProcedure(StrEnum):
    """A procedure that may cost a fee."""

    CHANGE_OF_STATUS = "change_of_status"
    EXTENSION = "extension"
    PERMANENT_RESIDENCE = "permanent_residence"
    CERTIFICATE_OF_ELIGIBILITY = "certificate_of_eligibility"
    OTHER_ACTIVITY = "other_activity"
    REENTRY_SINGLE = "reentry_single"
    REENTRY_MULTIPLE = "reentry_multiple"
    CERTIFICATE_OF_AUTHORIZED_EMPLOYMENT = "certificate_of_authorized_employment"


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class FeeNote(_Data):
    """What is to be known of a fee, and how sure that is."""

    ja: Text
    en: Text
    certainty: Certainty


class _Dated(_Data):
    """What holds for some procedures from one day of acceptance to another.

    Attributes:
        procedures: the procedures.
        since: the first day, None where it has always been so. Written ``from``.
        until: the last day, None while it holds. Written ``to``.
        sources: ids of the sources.
        certainty: how sure it is.
    """

    procedures: Annotated[tuple[FeeProcedure, ...], Field(min_length=1)]
    since: Annotated[IsoDate | None, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")]
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    certainty: Certainty

    def holds(self, procedure: FeeProcedure, accepted: date) -> bool:
        """Whether it holds for a procedure that was accepted on a day."""
        begun = self.since is None or self.since <= accepted
        return procedure in self.procedures and begun and (self.until is None or accepted <= self.until)

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> "_Dated":
        if self.since is not None and self.until is not None and self.until < self.since:
            raise PydanticCustomError("ends_before_start", "dates", {"start": self.since, "end": self.until})
        return self


class Granted(_Data):
    """Periods of stay, in months, both bounds included."""

    at_least: Months
    at_most: Months | None = None


class FeeRate(_Dated):
    """A fee.

    Attributes:
        granted: the periods of stay that it is for, in words; None where it is for any.
        months: the same in months.
        counter: at the counter, in yen.
        online: filed online, in yen; None where that is not possible.
        place: where it stands.
        note: what is to be known of it.
    """

    granted: Wording | None = None
    months: Granted | None = None
    counter: Yen
    online: Yen | None
    place: Wording
    note: FeeNote | None = None

    def is_for(self, months: int) -> bool:
        """Whether it is the fee where a stay of so many months is granted."""
        if self.months is None:
            return True
        return self.months.at_least <= months and (self.months.at_most is None or months <= self.months.at_most)


class Surcharge(_Dated):
    """What may come on top of a fee."""

    ja: Text
    en: Text


class RuleOfDay(_Data):
    """Which day decides."""

    ja: Text
    en: Text
    certainty: Certainty
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Fees(Originated, _Data):
    """All fees.

    Attributes:
        id: the name of the list.
        checked_on: when it was last compared with its sources.
        source: the governing source.
        title: what it is called.
        rule_of_day: which day decides.
        rates: the fees.
        surcharges: what may come on top.
    """

    id: Identifier
    checked_on: IsoDate
    source: Identifier
    title: Wording
    rule_of_day: RuleOfDay
    rates: Annotated[tuple[FeeRate, ...], Field(min_length=1)]
    surcharges: tuple[Surcharge, ...] = ()

    def of(self, procedure: FeeProcedure, accepted: date, years: int | None = None) -> tuple[FeeRate, ...]:
        """The fees of a procedure by the day of acceptance.

        Args:
            procedure: the procedure.
            accepted: the day on which the application is accepted.
            years: the period of stay that is granted; None for every period.

        Returns:
            The fees; none where no fee is carried for the day.
        """
        held = [rate for rate in self.rates if rate.holds(procedure, accepted)]
        return tuple(rate for rate in held if years is None or rate.is_for(years * MONTHS_A_YEAR))

    def surcharges_of(self, procedure: FeeProcedure, accepted: date) -> tuple[Surcharge, ...]:
        """What may come on top of the fee of a procedure."""
        return tuple(each for each in self.surcharges if each.holds(procedure, accepted))


@cache
def load_fees(path: Path) -> Fees:
    """The fees of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
    found = document.read(Fees)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _inconsistencies(found: Fees) -> Iterator[Problem]:
    """Fees of one procedure that hold on the same day for the same period."""
    for index, rate in enumerate(found.rates):
        for other in found.rates[:index]:
            if set(rate.procedures) & set(other.procedures) and _meet(rate, other):
                yield Problem("fees_overlap", ("rates", index), {"procedure": rate.procedures[0].value})


def _meet(rate: FeeRate, other: FeeRate) -> bool:
    later = max(rate.since or date.min, other.since or date.min)
    earlier = min(rate.until or date.max, other.until or date.max)
    if later > earlier:
        return False
    if rate.months is None or other.months is None:
        return True
    most = [each.months.at_most or 1200 for each in (rate, other) if each.months is not None]
    return max(rate.months.at_least, other.months.at_least) <= min(most)
