"""``SupportMeasures``: the section of the support measures and projects, as the institution tells of them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StrictBool, StrictStr

from hsp_calc import limits
from hsp_calc.casefile.sections.section import Section, SectionPart
from hsp_calc.rules import Wording
from hsp_calc.validation import IsoDate, at_most_characters

_Name = Annotated[StrictStr, at_most_characters(limits.NAME)]


class SupportKind(StrEnum):
    """What an institution receives or takes part in: each is a fact of that name."""

    INNOVATION = "innovation_support"
    LOCAL_GOVERNMENT = "local_government_support"
    GROWTH_PROJECT = "growth_project"


class SupportMeasure(SectionPart):
    """A measure or project as the institution tells of it.

    Attributes:
        measure: what it is called.
        ministry: who recognised or granted it.
        number: of the recognition or grant.
        day: of the recognition or grant.
        on_list: whether the institution has found it on the official list; None is not answered.
    """

    measure: _Name = ""
    ministry: _Name = ""
    number: _Name = ""
    day: IsoDate | None = None
    on_list: StrictBool | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """What is told of it, in the order of the fields; the day as in a case file."""
        day = "" if self.day is None else self.day.isoformat()
        return tuple(filter(None, (self.measure.strip(), self.ministry.strip(), self.number.strip(), day)))

    @property
    def wording(self) -> Wording | None:
        """The note on the list of documents; None where nothing is told."""
        if not self.parts:
            return None
        return Wording(ja=f"聴取した内容：{'、'.join(self.parts)}", en=f"As told: {', '.join(self.parts)}")


class SupportMeasures(Section):
    """The measures and projects of a case; each stands under the name of its fact."""

    key: ClassVar[str] = "support_measures"

    innovation_support: SupportMeasure = SupportMeasure()
    local_government_support: SupportMeasure = SupportMeasure()
    growth_project: SupportMeasure = SupportMeasure()

    def of(self, kind: SupportKind) -> SupportMeasure:
        """What is told of one kind."""
        found = {
            SupportKind.INNOVATION: self.innovation_support,
            SupportKind.LOCAL_GOVERNMENT: self.local_government_support,
            SupportKind.GROWTH_PROJECT: self.growth_project,
        }
        return found[kind]

    def notes_on(self, facts: frozenset[str]) -> Iterator[Wording]:
        """The notes on the documents that prove some facts."""
        for kind in SupportKind:
            if kind.value in facts and (note := self.of(kind).wording) is not None:
                yield note
