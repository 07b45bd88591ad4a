"""``Profile``: what is true of a person over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc.facts.calendar import MONTHS_A_YEAR, completed_months, day_after, stretches
from hsp_calc.facts.model import Category, Experience, Facts
from hsp_calc.problems import IsoDate

_IN_PLACE_OF = {"age": "date_of_birth", "date_of_birth": "age"}


class DatedFacts(BaseModel):
    """Facts that are true from a day on.

    Attributes:
        since: the first day; None means always. Written ``from``.
        facts: what became true; a fact left open stays as it was.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    since: Annotated[IsoDate | None, Field(alias="from")] = None
    facts: Facts = Facts()
    note: str = ""


class WorkPeriod(BaseModel):
    """A period of work.

    Attributes:
        since: the first day. Written ``from``.
        until: the last day; None while it is still running. Written ``to``.
        categories: the categories whose kind of work it was.
        employer: who can certify it.
        note: a remark of the user.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    since: Annotated[IsoDate, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")] = None
    categories: frozenset[Category]
    employer: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> "WorkPeriod":
        if self.until is not None and self.until < self.since:
            raise PydanticCustomError("ends_before_start", "ends early", {"start": self.since, "end": self.until})
        return self


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

        Experience of the three categories are three facts in this.
        """
        known: dict[str, Any] = {}
        years: dict[Category, float | None] = {}
        for _, name, value in self._answers_until(day):
            if isinstance(value, Experience):
                years |= {c: value.within(c) for c in Category if value.within(c) is not None}
            else:
                known.pop(_IN_PLACE_OF.get(name, name), None)
                known[name] = value
        if self.date_of_birth is not None and "age" not in known:
            known.setdefault("date_of_birth", self.date_of_birth)
        for category in Category:
            if (months := self.months_of(category, day)) is not None:
                years[category] = months / MONTHS_A_YEAR
        if years:
            known["experience_years"] = Experience().with_years(years)
        return Facts.model_construct(set(known), **known)

    def _answers_until(self, day: date) -> Iterator[tuple[date | None, str, Any]]:
        """Every answer of the entries up to a day, in order of time: since when, the fact, the answer."""
        for entry in self.entries:
            if entry.since is not None and entry.since > day:
                break
            for name in entry.facts.model_fields_set:
                if (value := getattr(entry.facts, name)) is not None:
                    yield entry.since, name, value

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
            if isinstance(value, Experience) and value.within(category) is None:
                continue
            undated -= {name, _IN_PLACE_OF.get(name, name)}
            if since is None:
                undated.add(name)
        undated.discard("date_of_birth")
        if self.months_of(category, day) is not None:
            undated.discard("experience_years")
        return frozenset(undated)

    def months_of(self, category: Category, day: date) -> int | None:
        """Completed months of a category's work before a day; None if no period names the category.

        Days that several periods cover count once; each unbroken stretch counts its completed months.
        """
        named = [period for period in self.experience if category in period.categories]
        if not named:
            return None
        worked = (
            (period.since, day if period.until is None else min(day_after(period.until), day)) for period in named
        )
        return sum(completed_months(start, end) for start, end in stretches(worked))
