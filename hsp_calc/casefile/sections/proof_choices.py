"""What a user says of the proof of a score: how much is to be proven, and what trouble each document is.

A case keeps it beside the states of its papers.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictInt, field_validator
from pydantic_core import PydanticCustomError

from hsp_calc.casefile.sections.section import SectionPart

MARKS = tuple("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑")
"""The numbers of the evidence on the point form."""
MOST_MARGIN = 150
"""The greatest margin: no total leaves more above the pass mark."""


class Effort(StrEnum):
    """How hard it is to get the documents of a mark, the least trouble first."""

    AT_HAND = "at_hand"
    EASY = "easy"
    NOT_SAID = "not_said"
    """Nobody has said; counts as more trouble than easy and less than hard."""
    HARD = "hard"
    UNOBTAINABLE = "unobtainable"
    """They cannot be got."""


class ProofChoices(SectionPart):
    """What a case keeps of the proof.

    Attributes:
        target: the points to be proven; None means all that count.
        margin: how many points are to be proven beyond the target.
        effort: for each mark what was said of its documents; nothing where nobody has said.
    """

    target: Literal[70, 80] | None = None
    margin: Annotated[StrictInt, Field(ge=0, le=MOST_MARGIN)] = 0
    effort: Mapping[str, Effort] = Field(default_factory=dict)

    @field_validator("effort")
    @classmethod
    def _names_marks(cls, effort: Mapping[str, Effort]) -> Mapping[str, Effort]:
        for mark in effort:
            if mark not in MARKS:
                raise PydanticCustomError("unknown_mark", "mark", {"id": mark})
        return effort

    def with_effort(self, mark: str, effort: Effort) -> "ProofChoices":
        """The same with something else said of a mark; ``NOT_SAID`` takes back what was said."""
        said = {other: kept for other, kept in self.effort.items() if other != mark}
        if effort is not Effort.NOT_SAID:
            said[mark] = effort
        return self.model_copy(update={"effort": {name: said[name] for name in MARKS if name in said}})
