"""``Profile``: what is true of a person over time."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Annotated, Any, NamedTuple

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
        count = bisect_right(self._days, day)
        known, years = self._answered_after[count]
        return dict(known), dict(years)

    @cached_property
    def _days(self) -> list[date]:
        return [entry.since or date.min for entry in self.entries]

    @cached_property
    def _answered_after(self) -> list[tuple[dict[str, Any], dict[Category, float | None]]]:
        """What is answered after none of the entries, after the first, after the second, and so on."""
        known: dict[str, Any] = {}
        years: dict[Category, float | None] = {}
        states = [(dict(known), dict(years))]
        for entry in self.entries:
            for name in entry.facts.model_fields_set:
                value = getattr(entry.facts, name)
                if isinstance(value, Experience):
                    years |= {Category(c): getattr(value, c) for c in value.model_fields_set}
                elif value is not None:
                    known.pop(_IN_PLACE_OF.get(name, name), None)
                    known[name] = value
                elif name == "experience_years":
                    years.clear()
                else:
                    known.pop(name, None)
            states.append((dict(known), dict(years)))
        return states

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
        worked = self._worked[category]
        return None if worked is None else worked.months_until(day)

    def months_lived(self, category: Category, day: date) -> int:
        """Completed months of a category's work before a day, proven or not."""
        worked = (period for period in self.experience if category in period.categories)
        return _Worked.of(period for period in worked if period.kind in {None, PeriodKind.WORK}).months_until(day)

    @cached_property
    def _worked(self) -> "Mapping[Category, _Worked | None]":
        named = {category: [p for p in self.experience if category in p.categories] for category in Category}
        return {
            category: _Worked.of(period for period in periods if period.counts) if periods else None
            for category, periods in named.items()
        }


class _Worked(NamedTuple):
    """The unbroken stretches of work, in order of time.

    Attributes:
        starts: their first days.
        ends: the days after their last ones.
        months_before: the completed months of those before each.
    """

    starts: list[date]
    ends: list[date]
    months_before: list[int]

    @classmethod
    def of(cls, periods: Iterable[WorkPeriod]) -> "_Worked":
        """The stretches that some periods cover; one that is still running has no end."""
        covered = stretches((p.since, date.max if p.until is None else day_after(p.until)) for p in periods)
        months = accumulate((completed_months(start, end) for start, end in covered), initial=0)
        return cls([start for start, _ in covered], [end for _, end in covered], list(months)[:-1])

    def months_until(self, day: date) -> int:
        """The completed months before a day."""
        last = bisect_right(self.starts, day) - 1
        if last < 0:
            return 0
        return self.months_before[last] + completed_months(self.starts[last], min(self.ends[last], day))
