"""How far each paper of an application is, as a case keeps it, and how long a certificate may be used."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr, ValidationError

from hsp_calc import limits
from hsp_calc.casefile import Case
from hsp_calc.documents.procedures import EmployerId
from hsp_calc.documents.proof_choices import MARKS, Effort, ProofChoices
from hsp_calc.facts.calendar import day_after, day_completed
from hsp_calc.validation import InputError, IsoDate, at_most_characters, problems_of

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


class SavedDocuments(BaseModel):
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
    remark: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""


class KeptChecklist(BaseModel):
    """What a case keeps under ``checklist``.

    Attributes:
        procedure: the id of the procedure chosen.
        employer_category: the category of the employer.
        apply_on: the planned day of application.
        papers: the state of each paper, by its id; those of other procedures are kept as well.
        proof: what is to be proven, and what trouble the documents are.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    procedure: StrictStr | None = None
    employer_category: EmployerId | None = None
    apply_on: IsoDate | None = None
    papers: Mapping[str, SavedDocuments] = Field(default_factory=dict)
    proof: ProofChoices = Field(default_factory=ProofChoices)

    def with_paper(self, paper_id: str, kept: SavedDocuments) -> "KeptChecklist":
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


def efforts(case: Case) -> Mapping[str, Effort]:
    """How hard the documents of each mark are to get: what the user has said, else at hand where a paper of it is.

    Raises:
        InputError: what the case keeps of the papers is something else.
    """
    kept = checklist_of(case)
    ready = {
        mark: Effort.AT_HAND
        for name, paper in kept.papers.items()
        if paper.state in {State.AT_HAND, State.GIVEN_IN} and (mark := name.partition("/")[0]) in MARKS
    }
    return {**ready, **kept.proof.effort}


def with_checklist(case: Case, kept: KeptChecklist) -> Case:
    """The case with this in place of what it keeps of its papers."""
    return case.model_copy(update={KEY: kept.model_dump(mode="json", exclude_none=True)})


def good_until(issued_on: date, months: int) -> date:
    """The last day on which a certificate may be filed that is good for so many months; the day of issue is none.

    What lies beyond the calendar is its last day.
    """
    try:
        return day_completed(day_after(issued_on), months) - _ONE_DAY
    except OverflowError:
        return date.max


@cache
def get_from(apply_on: date, months: int) -> date:
    """The first day of issue that is young enough for an application; what lies before the calendar is its first."""
    day = apply_on
    while day > date.min and good_until(day - _ONE_DAY, months) >= apply_on:
        day -= _ONE_DAY
    return day
