"""The guideline on permanent residence, as ``resources/rules/permanent-residence.yaml`` carries it."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from hsp_calc.facts.calendar import day_after
from hsp_calc.problems import IsoDate, Problem, nearest
from hsp_calc.rules.document import Document
from hsp_calc.rules.model import Identifier, Points, TableId, Text, Wording

SourceIds = Annotated[tuple[Identifier, ...], Field(min_length=1)]
Years = Annotated[StrictInt, Field(ge=1, le=20)]


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class _Sourced(_Data):
    """Something with words in both languages, where it comes from, and when that was last read."""

    ja: Text
    en: Text
    sources: SourceIds
    checked_on: IsoDate


class Judge(StrEnum):
    """How the program knows whether a condition is met."""

    POINTS = "points"
    RESIDENCE = "residence"
    STATUS = "status"
    PERIOD = "period"
    ASKED = "asked"
    """It does not: only the person knows."""


class StatusKind(StrEnum):
    """What a status of residence means for the routes."""

    HIGHLY_SKILLED_1 = "highly_skilled_1"
    HIGHLY_SKILLED_2 = "highly_skilled_2"
    WORK = "work"


class RouteRule(_Sourced):
    """A route to permanent residence.

    Attributes:
        id: the name of the route.
        points: the total that must be kept; None on the route of J-Skip, which asks for its criteria instead.
        years: how long it must be kept, and how long the person must have lived in Japan.
    """

    id: Identifier
    points: Points | None = None
    years: Years


class DatedRule(_Data):
    """What a condition asks for from one day to another.

    Attributes:
        since: the first day; None means always. Written ``from``.
        until: the last day; None while it holds. Written ``to``.
        least_years: the shortest period of stay that passes, for the condition that asks for it.
        ja: what it asks for.
        en: the same in English.
    """

    since: Annotated[IsoDate | None, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")]
    least_years: Annotated[StrictFloat, Field(gt=0)] | None = None
    ja: Text
    en: Text


class ConditionRule(_Sourced):
    """A condition of permanent residence beside the points themselves.

    Attributes:
        id: the name of the condition.
        judged_by: how the program knows whether it is met.
        rules: what it asks for, in order of time.
    """

    id: Identifier
    judged_by: Judge
    rules: Annotated[tuple[DatedRule, ...], Field(min_length=1)]

    def on(self, day: date) -> DatedRule:
        """What it asks for on a day."""
        return next(rule for rule in reversed(self.rules) if rule.since is None or rule.since <= day)


class Status(_Data):
    """Statuses of residence that mean the same for the routes.

    Attributes:
        kind: what they mean.
        names: how people write them.
        without_limit: whether the stay has no limit.
    """

    kind: StatusKind
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    without_limit: StrictBool

    @cached_property
    def known(self) -> frozenset[str]:
        """The names without what does not matter in them."""
        return frozenset(_essence(name) for name in self.names)


class SecondStatus(_Sourced):
    """The step from Highly Skilled Professional (i) to (ii).

    Attributes:
        points: the total that is asked for.
        years: the years in the first status.
        j_skip_years: the same for a person who meets the criteria of J-Skip.
    """

    points: Points
    years: Years
    j_skip_years: Years


class Paper(_Data):
    """A paper of the application.

    Attributes:
        id: the name of the paper.
        ja: what it is.
        en: the same in English.
        issued_in_japan: whether it is a certificate that must be recent.
        routes: the routes that ask for it; all of them where nothing is said.
    """

    id: Identifier
    ja: Text
    en: Text
    issued_in_japan: StrictBool = False
    routes: tuple[Identifier, ...] = ()


class Papers(_Data):
    """The papers of the application.

    Attributes:
        months_valid: how old a certificate issued in Japan may be.
        items: the papers, in the order in which they are filed.
    """

    sources: SourceIds
    checked_on: IsoDate
    months_valid: Annotated[StrictInt, Field(ge=1, le=12)]
    items: Annotated[tuple[Paper, ...], Field(min_length=1)]

    def of(self, route: str) -> tuple[Paper, ...]:
        """The papers that a route asks for."""
        return tuple(paper for paper in self.items if not paper.routes or route in paper.routes)


class Guideline(_Data):
    """Permanent residence by points.

    Attributes:
        id: the name of the rules.
        title: what people call them.
        checked_on: when they were last compared with their sources.
        sources: ids of the sources.
        caution: what a user must know before relying on them.
        routes: the routes.
        conditions: what each route asks for beside the points.
        statuses: the statuses of residence that are known.
        second_status: the step to Highly Skilled Professional (ii).
        papers: what to file.
    """

    id: TableId
    title: Wording
    checked_on: IsoDate
    sources: SourceIds
    caution: Wording
    routes: Annotated[tuple[RouteRule, ...], Field(min_length=1)]
    conditions: Annotated[tuple[ConditionRule, ...], Field(min_length=1)]
    statuses: Annotated[tuple[Status, ...], Field(min_length=1)]
    second_status: SecondStatus
    papers: Papers

    def status(self, written: str) -> Status | None:
        """The status of residence that a person writes; None if it is not known which is meant."""
        essence = _essence(written)
        return next((status for status in self.statuses if essence in status.known), None)


def load_guideline(path: Path) -> Guideline:
    """The guideline of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = Document(path.read_bytes(), source=os.fspath(path))
    found = document.read(Guideline)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _essence(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())


def _inconsistencies(found: Guideline) -> Iterator[Problem]:
    routes = [route.id for route in found.routes]
    yield from _duplicates(("routes",), routes)
    yield from _duplicates(("conditions",), [condition.id for condition in found.conditions])
    yield from _duplicates(("papers", "items"), [paper.id for paper in found.papers.items])
    for index, paper in enumerate(found.papers.items):
        for place, route in enumerate(paper.routes):
            if route not in routes:
                near = nearest(route, routes)
                yield Problem(
                    "unknown_route", ("papers", "items", index, "routes", place), {"id": route, "nearest": near}
                )
    for index, condition in enumerate(found.conditions):
        for problem in _in_time(condition):
            yield problem.within("conditions", index)
    written: set[str] = set()
    for index, status in enumerate(found.statuses):
        if twice := sorted(status.known & written):
            yield Problem("duplicate_id", ("statuses", index, "names"), {"id": twice[0]})
        written |= status.known


def _duplicates(path: tuple[str, ...], ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield Problem("duplicate_id", (*path, index, "id"), {"id": name})
        seen.add(name)


def _in_time(condition: ConditionRule) -> Iterator[Problem]:
    """The rules of a condition cover every day once, and say of a period of stay how long it must be."""
    wanted: date | None = None
    for index, rule in enumerate(condition.rules):
        last = index == len(condition.rules) - 1
        if rule.since != wanted or (rule.until is None) != last:
            yield Problem("rules_not_touching", ("rules", index), {"id": condition.id})
            return
        if rule.since is not None and rule.until is not None and rule.until < rule.since:
            yield Problem("ends_before_start", ("rules", index), {"start": rule.since, "end": rule.until})
            return
        if (rule.least_years is None) == (condition.judged_by is Judge.PERIOD):
            yield Problem("least_years_unclear", ("rules", index), {"id": condition.id})
        wanted = rule.until and day_after(rule.until)
