"""``Matter``: what an office keeps of a case for its own work."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StrictStr

from hsp_calc import limits
from hsp_calc.validation import IsoDate, at_most_characters

Line = Annotated[StrictStr, at_most_characters(limits.NAME)]
Memo = Annotated[StrictStr, at_most_characters(limits.NOTE)]


class Turn(StrEnum):
    """Whose turn it is."""

    CLIENT = "client"
    OFFICE = "office"
    EMPLOYER = "employer"
    AGENCY = "agency"


class NextStep(BaseModel):
    """What comes next.

    Attributes:
        on: by when.
        what: to be done.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    on: IsoDate | None = None
    what: Line = ""


class Matter(BaseModel):
    """The office's own notes on a case; nothing of it is a fact of the score.

    Attributes:
        number: by which the office knows the case.
        employer: for whom the person works.
        responsible: who of the office does it.
        stage: how far it is, in the office's own words.
        turn: whose turn it is.
        next: what comes next.
        procedure: the id of what is applied for.
        filed_on: the day on which it was filed.
        note: anything else.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    number: Line = ""
    employer: Line = ""
    responsible: Line = ""
    stage: Line = ""
    turn: Turn | None = None
    next: NextStep | None = None
    procedure: Line = ""
    filed_on: IsoDate | None = None
    note: Memo = ""
