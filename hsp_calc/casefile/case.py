"""``Case``: a person with the history of the facts, as a case file holds it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt

from hsp_calc.facts import DatedFacts, Facts, Profile, WorkPeriod
from hsp_calc.problems import IsoDate, Problem

FORMAT: Literal["hsp-case"] = "hsp-case"
VERSION = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow", serialize_by_alias=True)


class Residence(_Part):
    """The present stay.

    Attributes:
        status: the status of residence.
        since: since when the person has it.
        period_years: the period of stay granted, in years.
        arrived: since when the person has lived in Japan.
    """

    status: str = ""
    since: IsoDate | None = None
    period_years: Annotated[StrictFloat, Field(ge=0, allow_inf_nan=False)] | None = None
    arrived: IsoDate | None = None


class Applicant(_Part):
    """Who applies.

    Attributes:
        name: as in the passport.
        name_ja: as written in Japanese.
        date_of_birth: a calendar day.
        nationality: country or region.
        residence: the present stay.
    """

    name: str = ""
    name_ja: str = ""
    date_of_birth: IsoDate | None = None
    nationality: str = ""
    residence: Residence = Residence()


class Case(_Part):
    """A case file. Fields that this version does not know are kept as they are.

    Attributes:
        format: always ``hsp-case``.
        version: of the format.
        applicant: who applies.
        history: facts with the day from which they are true.
        experience: periods of work.
    """

    format: Literal["hsp-case"] = FORMAT
    version: Annotated[StrictInt, Field(ge=VERSION, le=VERSION)] = VERSION
    applicant: Applicant = Applicant()
    history: tuple[DatedFacts, ...] = ()
    experience: tuple[WorkPeriod, ...] = ()

    @classmethod
    def of(cls, facts: Facts) -> "Case":
        """A case of which nothing is known but these facts."""
        undated = facts.model_copy(update={"date_of_birth": None})
        return cls(applicant=Applicant(date_of_birth=facts.date_of_birth), history=(DatedFacts(facts=undated),))

    def profile(self) -> Profile:
        """What is true of the applicant over time."""
        return Profile(date_of_birth=self.applicant.date_of_birth, history=self.history, experience=self.experience)

    def contradictions(self) -> Iterator[Problem]:
        """Statements of the case that cannot be true together."""
        born = self.applicant.date_of_birth
        for index, entry in enumerate(self.history):
            place = ("history", index, "facts")
            if born is not None and entry.facts.age is not None:
                yield Problem("age_given_twice", (*place, "age"), {"value": entry.facts.age})
            if born is not None and entry.facts.date_of_birth not in {None, born}:
                yield Problem(
                    "born_twice",
                    (*place, "date_of_birth"),
                    {"value": entry.facts.date_of_birth, "other": born},
                )
