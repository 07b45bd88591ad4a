"""``KeptChecklist``: the section of the documents of an application and of their proof."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StrictBool, StrictInt, StrictStr

from hsp_calc import limits
from hsp_calc.casefile.sections.proof_choices import ProofChoices
from hsp_calc.casefile.sections.section import Section, SectionPart
from hsp_calc.validation import IsoDate, at_most_characters

EmployerId = Annotated[StrictInt, Field(ge=1, le=4)]
"""The category by which the agency asks an employer for documents."""


class State(StrEnum):
    """How far a paper is, from the first to the last; ``NOT_NEEDED`` stands apart."""

    NEEDED = "needed"
    ASKED_FOR = "asked_for"
    AT_HAND = "at_hand"
    GIVEN_IN = "given_in"
    NOT_NEEDED = "not_needed"


class SavedDocuments(SectionPart):
    """What a case keeps of a paper.

    Attributes:
        state: how far it is.
        on: since when.
        issued_on: the day on which it was issued.
        issued_in_japan: whether it was issued in Japan, where it need not have been.
        remark: of the user.
    """

    state: State = State.NEEDED
    on: IsoDate | None = None
    issued_on: IsoDate | None = None
    issued_in_japan: StrictBool | None = None
    remark: Annotated[StrictStr, at_most_characters(limits.NOTE)] = ""


class KeptChecklist(Section):
    """The procedure, its documents and their proof.

    Attributes:
        procedure: the id of the procedure chosen.
        employer_category: the category of the employer.
        apply_on: the planned day of application.
        papers: the state of each paper, by its id; those of other procedures are kept as well.
        proof: what is to be proven, and what trouble the documents are.
    """

    key: ClassVar[str] = "checklist"

    procedure: StrictStr | None = None
    employer_category: EmployerId | None = None
    apply_on: IsoDate | None = None
    papers: Mapping[str, SavedDocuments] = Field(default_factory=dict)
    proof: ProofChoices = Field(default_factory=ProofChoices)

    def with_paper(self, paper_id: str, kept: SavedDocuments) -> "KeptChecklist":
        """The same with the state of one paper in place of what was kept of it."""
        return self.model_copy(update={"papers": {**self.papers, paper_id: kept}})
