"""What a point form can show beyond the case and its score."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import TypedDict

from hsp_calc.sheet.wording import Moment


class FormLanguage(StrEnum):
    """In which language a form is printed."""

    JA = "ja"
    EN = "en"
    """Marked as a translation."""
    BILINGUAL = "bilingual"
    """Japanese with the English beneath."""


@dataclass(frozen=True, slots=True)
class RdFigures:
    """What the fraction of the form is filled in with.

    Attributes:
        expenses_yen: experiment, research and development expenses (試験研究費等) of the business year.
        sales_yen: sales (売上高) of the same year.
    """

    expenses_yen: int
    sales_yen: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with two decimals, never rounded up; None without sales."""
        if self.sales_yen <= 0:
            return None
        return (Decimal(self.expenses_yen) * 100 / self.sales_yen).quantize(Decimal("0.01"), ROUND_DOWN)


@dataclass(frozen=True, slots=True)
class UniversityRoute:
    """How a designated university is designated, which one yes/no fact does not tell.

    Attributes:
        criterion: the row that stands for it; None takes the one that the score counts.
        ranks: its places in the rankings, by their ids; these rankings are ticked.
    """

    criterion: str | None = None
    ranks: Mapping[str, int] = field(default_factory=dict)


class FormOptions(TypedDict, total=False):
    """What a form shows only where it is asked to.

    Attributes:
        moment: the box to be ticked for an application for permanent residence; none is ticked without.
        rd: the figures of the R&D fraction; left blank without.
        university: the route of the designated university.
        signed_on: the date beside the signature; left blank without, to be written by hand.
    """

    moment: Moment | None
    rd: RdFigures | None
    university: UniversityRoute | None
    signed_on: date | None
