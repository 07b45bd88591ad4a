"""``Case``: a person with the history of the facts, as a case file holds it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hsp_calc import limits
from hsp_calc.casefile.matter import Matter
from hsp_calc.casefile.permanent_residence import ConditionAnswers
from hsp_calc.casefile.sections import (
    Enterprise,
    FormEntries,
    GuideAnswers,
    KeptChecklist,
    KeptSection,
    KeptTitles,
    KeptUniversity,
    Qualifications,
    ResearchYear,
    SavedShifts,
    Section,
    SupportMeasures,
    UnreadSection,
)
from hsp_calc.casefile.unread import MOST_TEXTS, UnreadText, seen_on, unanswered
from hsp_calc.facts import Category, DatedFacts, Facts, Profile, WorkPeriod
from hsp_calc.facts.pay import Pay
from hsp_calc.validation import InputError, IsoDate, Path, Problem, at_most_characters

FORMAT: Literal["hsp-case"] = "hsp-case"
VERSION = 1
MOST_SCENARIOS = 4


Name = Annotated[str, at_most_characters(limits.NAME)]


def _listed(written: object) -> object:
    """What was set aside as a list; a single thing is one that was set aside."""
    return written if isinstance(written, list | tuple) else () if written is None else (written,)


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)


class EarlierStatus(_Part):
    """A status of residence that was held before the present one.

    Attributes:
        status: as written; the official Japanese name where it was chosen from the list.
        since: the first day. Written ``from``.
        until: the last day; None where it is the day before the next. Written ``to``.
    """

    status: Name
    since: Annotated[IsoDate | None, Field(alias="from")] = None
    until: Annotated[IsoDate | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "EarlierStatus":
        if self.since is not None and self.until is not None and self.until < self.since:
            raise PydanticCustomError("ends_before_start", "ends early", {"start": self.since, "end": self.until})
        return self


class Residence(_Part):
    """The present stay, and the statuses before it.

    Attributes:
        status: the status of residence.
        since: since when the person has it.
        period_years: the period of stay granted, in years.
        expires: the last day of the present stay, as printed on the residence card.
        arrived: since when the person has lived in Japan.
        earlier: the statuses that were held before.
    """

    status: Name = ""
    since: IsoDate | None = None
    period_years: Annotated[StrictFloat, Field(ge=0, allow_inf_nan=False)] | None = None
    expires: IsoDate | None = None
    arrived: IsoDate | None = None
    earlier: Annotated[tuple[EarlierStatus, ...], Field(max_length=limits.PERIODS)] = ()


class Applicant(_Part):
    """Who applies.

    Attributes:
        name: as in the passport.
        name_ja: as written in Japanese.
        date_of_birth: a calendar day.
        nationality: country or region.
        residence: the present stay.
    """

    name: Name = ""
    name_ja: Name = ""
    date_of_birth: IsoDate | None = None
    nationality: Name = ""
    residence: Residence = Residence()


class ScoredUnder(_Part):
    """What a case scored when it was saved, and by which rules.

    Attributes:
        table: the id of the rule table.
        hash: of its content.
        on: the day of the calculation.
        points: for each category the rows that counted, with their points.
    """

    table: StrictStr
    hash: StrictStr
    on: IsoDate | None = None
    points: Mapping[Category, Mapping[str, StrictInt]] = Field(default_factory=dict)


_Texts = Annotated[tuple[UnreadText, ...], Field(max_length=MOST_TEXTS)]


class Scenario(_Part):
    """A "what if": the same person with other facts.

    Attributes:
        name: what the user calls it.
        history: its facts, in place of those of the case.
        unread: texts that were typed for its facts and could not be read.
    """

    name: Annotated[StrictStr, StringConstraints(min_length=1, max_length=60)]
    history: Annotated[tuple[DatedFacts, ...], Field(max_length=limits.HISTORY)] = ()
    unread: _Texts = ()


SECTIONS: tuple[type[Section], ...] = (
    KeptUniversity,
    KeptTitles,
    Qualifications,
    Enterprise,
    ResearchYear,
    SupportMeasures,
    KeptChecklist,
    GuideAnswers,
    SavedShifts,
    FormEntries,
)
"""The sections that are kept as they are written where they cannot be read; each stands in the field of its key."""
S = TypeVar("S", bound=Section)


class Case(_Part):
    """A case file. Fields that this version does not know are kept as they are.

    The sections are read with ``section``, which refuses one that is malformed; a field is None without its section.

    Attributes:
        format: always ``hsp-case``.
        version: of the format.
        applicant: who applies.
        history: facts with the day from which they are true.
        experience: periods of work.
        scenarios: at most four other ways the facts could be.
        pay: what the contract pays, part by part.
        matter: what the office keeps for its own work.
        permanent_residence: what was answered of the conditions of permanent residence.
        scored_under: the rules that it was scored by when it was saved.
        university: the designated university chosen.
        titles: the degrees by their titles.
        qualifications: the exams and national qualifications.
        enterprise: the institution, by which it is a small or medium-sized enterprise.
        rd_year: the business year of the institution and its R&D figures.
        support_measures: the support measures and projects, as the institution tells of them.
        checklist: the documents of the application and their states.
        checklist_set_aside: what stood in ``checklist``, could not be read and was replaced.
        guide: the answers to the status guide.
        shifts: the shifts for the 28-hour rule.
        form: what only the point form asks for.
        unread: texts that were typed into fields and could not be read; those for facts of scenarios are theirs.
    """

    format: Literal["hsp-case"] = FORMAT
    version: Annotated[StrictInt, Field(ge=VERSION, le=VERSION)] = VERSION
    applicant: Applicant = Applicant()
    history: Annotated[tuple[DatedFacts, ...], Field(max_length=limits.HISTORY)] = ()
    experience: Annotated[tuple[WorkPeriod, ...], Field(max_length=limits.PERIODS)] = ()
    scenarios: Annotated[tuple[Scenario, ...], Field(max_length=MOST_SCENARIOS)] = ()
    pay: Pay | None = None
    matter: Matter | None = None
    permanent_residence: ConditionAnswers | None = None
    scored_under: ScoredUnder | None = None
    university: KeptSection[KeptUniversity] = None
    titles: KeptSection[KeptTitles] = None
    qualifications: KeptSection[Qualifications] = None
    enterprise: KeptSection[Enterprise] = None
    rd_year: KeptSection[ResearchYear] = None
    support_measures: KeptSection[SupportMeasures] = None
    checklist: KeptSection[KeptChecklist] = None
    checklist_set_aside: Annotated[tuple[Any, ...], BeforeValidator(_listed)] = ()
    guide: KeptSection[GuideAnswers] = None
    shifts: KeptSection[SavedShifts] = None
    form: KeptSection[FormEntries] = None
    unread: _Texts = ()

    @classmethod
    def of(cls, facts: Facts) -> "Case":
        """A case of which nothing is known but these facts."""
        undated = facts.model_copy(update={"date_of_birth": None})
        return cls(applicant=Applicant(date_of_birth=facts.date_of_birth), history=(DatedFacts(facts=undated),))

    def within(self, scenario: int | None) -> "Case":
        """The case as it is in one of its scenarios; None is the case itself.

        Raises:
            IndexError: there is no such scenario.
        """
        if scenario is None:
            return self
        seen = self.scenarios[scenario]
        unread = (*(text for text in self.unread if text.fact is None), *seen.unread)
        return self.model_copy(update={"history": seen.history, "unread": unread})

    def section(self, model: type[S]) -> S:
        """A section; one in which nothing is said where the case has none.

        Raises:
            InputError: what stands in the file is malformed, with every problem and its place in the case.
        """
        kept = model.kept_as(getattr(self, model.key))
        if isinstance(kept, UnreadSection):
            raise InputError(kept.problems)
        return model() if kept is None else kept

    def with_section(self, section: Section) -> "Case":
        """The case with a section in place of the one it has, malformed or not; without it where it says nothing."""
        return self.model_copy(update={section.key: None if section == type(section)() else section})

    def without_sections(self, *keys: str) -> "Case":
        """The case without some of its sections, whether they can be read or not."""
        return self.model_copy(update=dict.fromkeys(keys))

    def profile(self) -> Profile:
        """What is true of the applicant over time."""
        return Profile(date_of_birth=self.applicant.date_of_birth, history=self.history, experience=self.experience)

    def unread_on(self, day: date) -> tuple[UnreadText, ...]:
        """The texts that could not be read and stand in the fields on a day, in place of a value."""
        return seen_on(self.unread, self.history, day) if self.unread else ()

    def unread_texts(self) -> Iterator[tuple[int | None, UnreadText]]:
        """Every text that could not be read and has no value yet, with its scenario; None is the case itself."""
        for text in unanswered(self.unread, self.history):
            yield None, text
        for index, scenario in enumerate(self.scenarios):
            for text in unanswered(scenario.unread, scenario.history):
                yield index, text

    def contradictions(self) -> Iterator[Problem]:
        """Statements of the case that cannot be true together."""
        yield from _contradictions(self.applicant.date_of_birth, self.history, ())
        for index, scenario in enumerate(self.scenarios):
            yield from _contradictions(self.applicant.date_of_birth, scenario.history, ("scenarios", index))
            if scenario.name in [other.name for other in self.scenarios[:index]]:
                yield Problem("scenario_named_twice", ("scenarios", index, "name"), {"name": scenario.name})


def _contradictions(born: date | None, history: tuple[DatedFacts, ...], within: Path) -> Iterator[Problem]:
    first_born = born
    for index, entry in enumerate(history):
        place = (*within, "history", index, "facts")
        if born is not None and entry.facts.age is not None:
            yield Problem("age_given_twice", (*place, "age"), {"value": entry.facts.age})
        if first_born is None:
            first_born = entry.facts.date_of_birth
        elif entry.facts.date_of_birth not in {None, first_born}:
            params = {"value": entry.facts.date_of_birth, "other": first_born}
            yield Problem("born_twice", (*place, "date_of_birth"), params)
