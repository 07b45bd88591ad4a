"""``Profile``: what is true of a person over time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc import limits
from hsp_calc.facts.calendar import MONTHS_A_YEAR, completed_months, day_after, stretches
from hsp_calc.facts.facts import Category, Experience, Facts
from hsp_calc.validation import IsoDate, at_most_characters

_IN_PLACE_OF = {"age": "date_of_birth", "date_of_birth": "age"}


class DatedFacts(BaseModel):
    """Facts that are true from a day on.

    Attributes:
        since: the first day; None means always. Written ``from``.
        facts: what became true; a fact that is not named stays as it was, one that is named without an answer is not
            answered from that day on.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    since: Annotated[IsoDate | None, Field(alias="from")] = None
    facts: Facts = Facts()
    note: Annotated[str, at_most_characters(limits.NOTE)] = ""

    @property
    def cleared(self) -> frozenset[str | Category]:
        """The facts that are not answered from the day on; of years of experience, their categories.

        What is always so clears nothing.
        """
        if self.since is None:
            return frozenset()
        years = self.facts.experience_years
        named = (name for name in self.facts.model_fields_set if getattr(self.facts, name) is None)
        return frozenset((*named, *(years.cleared if years is not None else ())))

    def __eq__(self, other: object) -> bool:
        """Whether the same is answered, and the same not."""
        return isinstance(other, DatedFacts) and super().__eq__(other) and self.cleared == other.cleared

    def __hash__(self) -> int:
        """By what is answered."""
        return hash((self.since, self.facts, self.note))


class PeriodKind(StrEnum):
    """What a person did in a period."""

    WORK = "work"
    PART_TIME_AT_SCHOOL = "part_time_at_school"
    """Work beside school: no official text says whether it is experience."""
    STUDY = "study"
    """Study is no practical experience."""


class WorkPeriod(BaseModel):
    """A period of work, or of what is taken for it.

    What counts is practical experience, as far as it can be proved: study does not, work beside school is left out
    since no official text says that it does. Where nothing is said of the proof, the period counts as entered.

    Attributes:
        since: the first day. Written ``from``.
        until: the last day; None while it is still running. Written ``to``.
        categories: the categories whose kind of work it was.
        employer: who can certify it.
        kind: what was done; None is work of which nothing more is said.
        proven: whether a certificate of the employer can prove it; None is not answered.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    since: Annotated[IsoDate, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")] = None
    categories: frozenset[Category]
    employer: Annotated[str, at_most_characters(limits.NAME)] = ""
    kind: PeriodKind | None = None
    proven: StrictBool | None = None
    note: Annotated[str, at_most_characters(limits.NOTE)] = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "WorkPeriod":
        if self.until is not None and self.until < self.since:
            raise PydanticCustomError("ends_before_start", "ends early", {"start": self.since, "end": self.until})
        return self

    @property
    def counts(self) -> bool:
        """Whether its days are counted: it is work, and nobody said that it cannot be proved."""
        return self.kind in {None, PeriodKind.WORK} and self.proven is not False


@dataclass(frozen=True)
class Profile:
    """What is true of a person over time.

    Attributes:
        date_of_birth: of the applicant; facts that carry one themselves go before it.
        history: facts with the day from which they are true.
        experience: periods of work; they go before ``experience_years`` in the categories they name.
    """

    date_of_birth: date | None = None
    history: tuple[DatedFacts, ...] = ()
    experience: tuple[WorkPeriod, ...] = ()

    @classmethod
    def of(cls, facts: Facts) -> "Profile":
        """The profile of a person of whom the same is true at all times."""
        return cls(history=(DatedFacts(facts=facts),))

    @cached_property
    def entries(self) -> tuple[DatedFacts, ...]:
        """The history in order of time; what is always true first, ties as entered."""
        return tuple(sorted(self.history, key=lambda entry: entry.since or date.min))

    def facts_on(self, day: date) -> Facts:
        """What is true on a day: all entries up to it, later ones winning fact by fact.

        A fact that a later entry names without an answer is not answered from its day on. Experience of the three
        categories are three facts in this.
        """
        known, years = self._answered_on(day)
        if self.date_of_birth is not None and "age" not in known:
            known.setdefault("date_of_birth", self.date_of_birth)
        for category in Category:
            if (months := self.months_of(category, day)) is not None:
                years[category] = months / MONTHS_A_YEAR
        if any(value is not None for value in years.values()):
            known["experience_years"] = Experience().with_years(years)
        return Facts.model_construct(set(known), **known)

    def _answered_on(self, day: date) -> tuple[dict[str, Any], dict[Category, float | None]]:
        """What the history answers on a day, and apart from it the years of experience."""
        known: dict[str, Any] = {}
        years: dict[Category, float | None] = {}
        for _, name, value in self._answers_until(day):
            if isinstance(value, Experience):
                years |= {Category(c): getattr(value, c) for c in value.model_fields_set}
            elif value is not None:
                known.pop(_IN_PLACE_OF.get(name, name), None)
                known[name] = value
            elif name == "experience_years":
                years.clear()
            else:
                known.pop(name, None)
        return known, years

    def _answers_until(self, day: date) -> Iterator[tuple[date | None, str, Any]]:
        """Every answer of the entries up to a day, in order of time: since when, the fact, the answer.

        None takes an earlier answer back.
        """
        for entry in self.entries:
            if entry.since is not None and entry.since > day:
                break
            for name in entry.facts.model_fields_set:
                yield entry.since, name, getattr(entry.facts, name)

    def undated_on(self, day: date, category: Category) -> frozenset[str]:
        """The facts answered on a day whose answers bear no date, so that nobody said since when they are true.

        Years of experience are one fact here, of the category; periods of work date them. An age without a date of
        birth is one too, a date of birth never.

        Args:
            day: the day.
            category: whose experience is meant.
        """
        undated: set[str] = set()
        for since, name, value in self._answers_until(day):
            if isinstance(value, Experience) and category.value not in value.model_fields_set:
                continue
            undated -= {name, _IN_PLACE_OF.get(name, name)}
            answered = value.within(category) is not None if isinstance(value, Experience) else value is not None
            if since is None and answered:
                undated.add(name)
        undated.discard("date_of_birth")
        if self.months_of(category, day) is not None:
            undated.discard("experience_years")
        return frozenset(undated)

    def months_of(self, category: Category, day: date) -> int | None:
        """Completed months of a category's work before a day that count; None if no period names the category.

        Days that several periods cover count once; each unbroken stretch counts its completed months.
        """
        worked = self._work.get((category, True))
        return None if worked is None else _months(worked, day)

    def months_lived(self, category: Category, day: date) -> int:
        """Completed months of a category's work before a day, proven or not."""
        return _months(self._work.get((category, False), ()), day)

    @cached_property
    def _work(self) -> Mapping[tuple[Category, bool], Sequence[tuple[date, date]]]:
        """For each category that a period names, the stretches of work (to the day after): what counts, and all."""
        named = {category for period in self.experience for category in period.categories}
        return {
            (category, counted): stretches(
                (period.since, date.max if period.until is None else day_after(period.until))
                for period in self.experience
                if category in period.categories
                and (period.counts if counted else period.kind in {None, PeriodKind.WORK})
            )
            for category in named
            for counted in (True, False)
        }


def _months(worked: Iterable[tuple[date, date]], day: date) -> int:
    return sum(completed_months(start, min(end, day)) for start, end in worked if start < day)
