"""How far each paper of an application is, as a case keeps it, and how long a certificate may be used."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr, ValidationError

from hsp_calc.casefile import Case
from hsp_calc.facts.calendar import day_after, day_completed
from hsp_calc.problems import InputError, IsoDate, problems_of
from hsp_calc.reference.procedures import EmployerId

KEY = "checklist"
"""Where a case keeps it."""
_ONE_DAY = timedelta(days=1)


class State(StrEnum):
    """How far a paper is, from the first to the last; ``NOT_NEEDED`` stands apart."""

    NEEDED = "needed"
    ASKED_FOR = "asked_for"
    AT_HAND = "at_hand"
    GIVEN_IN = "given_in"
    NOT_NEEDED = "not_needed"


class Kept(BaseModel):
    """What a case keeps of a paper.

    Attributes:
        state: how far it is.
        on: since when.
        issued_on: the day on which it was issued.
        issued_in_japan: whether it was issued in Japan, where it need not have been.
        remark: of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    state: State = State.NEEDED
    on: IsoDate | None = None
    issued_on: IsoDate | None = None
    issued_in_japan: StrictBool | None = None
    remark: StrictStr = ""


class KeptChecklist(BaseModel):
    """What a case keeps under ``checklist``.

    Attributes:
        procedure: the id of the procedure chosen.
        employer_category: the category of the employer.
        apply_on: the planned day of application.
        papers: the state of each paper, by its id; those of other procedures are kept as well.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    procedure: StrictStr | None = None
    employer_category: EmployerId | None = None
    apply_on: IsoDate | None = None
    papers: Mapping[str, Kept] = Field(default_factory=dict)

    def with_paper(self, paper_id: str, kept: Kept) -> "KeptChecklist":
        """The same with the state of one paper in place of what was kept of it."""
        return self.model_copy(update={"papers": {**self.papers, paper_id: kept}})


def checklist_of(case: Case) -> KeptChecklist:
    """What a case keeps of its papers.

    Raises:
        InputError: what stands there is something else.
    """
    written: Any = (case.model_extra or {}).get(KEY)
    if written is None:
        return KeptChecklist()
    try:
        return KeptChecklist.model_validate(written)
    except ValidationError as error:
        raise InputError([problem.within(KEY) for problem in problems_of(error, KeptChecklist)]) from None


def with_checklist(case: Case, kept: KeptChecklist) -> Case:
    """The case with this in place of what it keeps of its papers."""
    return case.model_copy(update={KEY: kept.model_dump(mode="json", exclude_none=True)})


def good_until(issued_on: date, months: int) -> date:
    """The last day on which a certificate may be filed that is good for so many months; the day of issue is none.

    Raises:
        OverflowError: the day lies outside the calendar.
    """
    return day_completed(day_after(issued_on), months) - _ONE_DAY


def get_from(apply_on: date, months: int) -> date:
    """The first day of issue that is young enough for an application.

    Raises:
        OverflowError: the day lies outside the calendar.
    """
    day = apply_on
    while good_until(day - _ONE_DAY, months) >= apply_on:
        day -= _ONE_DAY
    return day
