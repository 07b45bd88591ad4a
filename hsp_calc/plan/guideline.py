"""The guideline on permanent residence, as ``resources/rules/permanent-residence.yaml`` carries it."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from hsp_calc.facts import Category
from hsp_calc.facts.calendar import day_after
from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.provenance import Originated
from hsp_calc.rules.table_model import Identifier, Points, TableId, Text, Wording
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem, nearest

GUIDELINE_FILE = "permanent-residence.yaml"
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
    BOTH_ENDS = "both_ends"
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
    NO_WORK = "no_work"
    """Without a contract and pay of its own, such as that of a student: no day of it has points."""
    UNLIMITED = "unlimited"
    """Without limits on work, such as that of a spouse; the guideline does not name it on these routes."""
    DEPENDS = "depends"
    """Decided by the notice or the case, such as Designated Activities."""
    PERMANENT = "permanent"

    @property
    def works(self) -> bool:
        """Whether it is a work status."""
        return self in {StatusKind.HIGHLY_SKILLED_1, StatusKind.HIGHLY_SKILLED_2, StatusKind.WORK}


class RouteRule(_Sourced):
    """A route to permanent residence.

    Attributes:
        id: the name of the route.
        points: the total that must be kept; None on the route of J-Skip, which asks for its criteria instead.
        years: how long it must be kept, and how long the person must have lived in Japan.
        both_ends: whether it is asked at the application and ``years`` before alone, and not in between.
    """

    id: Identifier
    points: Points | None = None
    years: Years
    both_ends: StrictBool = False


class _Dated(_Data):
    """Something that holds from one day to another, by the day on which an application is filed.

    Attributes:
        since: the first day; None means always. Written ``from``.
        until: the last day; None while it holds. Written ``to``.
        certainty: how sure it is.
        ja: what it says.
        en: the same in English.
    """

    since: Annotated[IsoDate | None, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")]
    certainty: Certainty
    ja: Text
    en: Text

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Transition(_Data):
    """A shorter period of stay that passes once more, for the first application decided within it.

    Attributes:
        held_on: the day on which it must be held.
        least_years: the shortest period that passes so.
    """

    held_on: IsoDate
    least_years: Annotated[StrictFloat, Field(gt=0)]


class DatedRule(_Dated):
    """What a condition asks for from one day to another.

    Attributes:
        least_years: the shortest period of stay that passes, for the condition that asks for it.
        transition: the shorter period that passes for some.
    """

    least_years: Annotated[StrictFloat, Field(gt=0)] | None = None
    transition: Transition | None = None


Rules = Annotated[tuple[DatedRule, ...], Field(min_length=1)]


class Note(_Dated):
    """What else to know of an application filed on a day."""

    sources: SourceIds
    checked_on: IsoDate


class Revision(_Sourced):
    """The day from which a revised guideline applies, which is compared with what applies before.

    Attributes:
        day: the first day on which an application is filed under it.
        certainty: how sure that is.
    """

    day: IsoDate
    certainty: Certainty


class SpecialRules(_Data):
    """What a condition asks of holders of some statuses in place of its other rules.

    Attributes:
        statuses: their ids.
        in_management: ids of statuses of which it is asked on sheet ハ alone.
        rules: what is asked for, in order of time.
    """

    statuses: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    in_management: tuple[Identifier, ...] = ()
    sources: SourceIds
    checked_on: IsoDate
    rules: Rules

    def meant(self, status: "StatusGroup", category: Category) -> bool:
        """Whether they are meant for a status, on a sheet."""
        return status.id in self.statuses or (status.id in self.in_management and category is Category.MANAGEMENT)


class ConditionRule(_Sourced):
    """A condition of permanent residence beside the points themselves.

    Attributes:
        id: the name of the condition.
        judged_by: how the program knows whether it is met.
        routes: the routes that ask for it; all of them where nothing is said.
        dated: whether it matters since when it is met.
        proof_years: for each route, how many years back its documents reach.
        short: what it is called in a list.
        failed: what is said where it is not met.
        rules: what it asks for, in order of time; before the first it is not asked.
        special: what it asks of some statuses instead.
    """

    id: Identifier
    judged_by: Judge
    routes: tuple[Identifier, ...] = ()
    dated: StrictBool = False
    proof_years: Mapping[Identifier, Years] = Field(default_factory=dict)
    short: Wording
    failed: Wording
    rules: Rules
    special: tuple[SpecialRules, ...] = ()

    def on(self, day: date) -> DatedRule | None:
        """What it asks for on a day; None where it is not asked yet."""
        return next((rule for rule in self.rules if rule.holds_on(day)), None)

    def rule_for(
        self, day: date, status: "StatusGroup | None", category: Category
    ) -> tuple[DatedRule, tuple[str, ...]] | None:
        """What it asks of the holder of a status on a day, with the sources; None where it is not asked yet."""
        for special in self.special:
            if status is not None and special.meant(status, category):
                return next(rule for rule in special.rules if rule.holds_on(day)), special.sources
        rule = self.on(day)
        return None if rule is None else (rule, self.sources)


class StatusGroup(_Data):
    """A status of residence of the Immigration Act.

    Attributes:
        id: the name of the status.
        kind: what it means for the routes.
        ja: what it is called.
        en: the same in English.
        names: how people write it besides.
        without_limit: whether the stay has no limit.
        longest_years: the longest period of stay that is granted; None where the text of it was not read.
    """

    id: Identifier
    kind: StatusKind
    ja: Text
    en: Text
    names: tuple[Text, ...] = ()
    without_limit: StrictBool = False
    longest_years: Annotated[StrictFloat, Field(gt=0)] | None = None

    @cached_property
    def known(self) -> frozenset[str]:
        """The names without what does not matter in them."""
        return frozenset(_essence(name) for name in (self.ja, self.en, *self.names))


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


class RouteDocument(_Data):
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


class RouteDocuments(_Data):
    """The papers of the application.

    Attributes:
        months_valid: how old a certificate issued in Japan may be.
        items: the papers, in the order in which they are filed.
    """

    sources: SourceIds
    checked_on: IsoDate
    months_valid: Annotated[StrictInt, Field(ge=1, le=12)]
    items: Annotated[tuple[RouteDocument, ...], Field(min_length=1)]

    def of(self, route: str) -> tuple[RouteDocument, ...]:
        """The papers that a route asks for."""
        return tuple(paper for paper in self.items if not paper.routes or route in paper.routes)


class Guideline(Originated, _Data):
    """Permanent residence by points.

    Attributes:
        id: the name of the rules.
        title: what people call them.
        checked_on: when they were last compared with their sources.
        sources: ids of the sources.
        caution: what a user must know before relying on them.
        routes: the routes.
        revision: the day from which a revised guideline applies.
        notes: what else to know by the day of filing.
        conditions: what each route asks for beside the points.
        statuses: the statuses of residence of the Immigration Act.
        statuses_sources: where they, and what they mean for the routes, come from.
        second_status: the step to Highly Skilled Professional (ii).
        papers: what to file.
    """

    id: TableId
    title: Wording
    checked_on: IsoDate
    sources: SourceIds
    caution: Wording
    routes: Annotated[tuple[RouteRule, ...], Field(min_length=1)]
    revision: Revision
    notes: tuple[Note, ...] = ()
    conditions: Annotated[tuple[ConditionRule, ...], Field(min_length=1)]
    statuses: Annotated[tuple[StatusGroup, ...], Field(min_length=1)]
    statuses_sources: SourceIds
    second_status: SecondStatus
    papers: RouteDocuments

    def status(self, written: str) -> StatusGroup | None:
        """The status of residence that a person writes; None if it is not known which is meant."""
        return self._by_name.get(_essence(written))

    @cached_property
    def _by_name(self) -> dict[str, StatusGroup]:
        return {name: status for status in self.statuses for name in status.known}


def load_guideline(path: Path) -> Guideline:
    """The guideline of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
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
        yield from _unknown_routes(("papers", "items", index, "routes"), paper.routes, routes)
    for index, condition in enumerate(found.conditions):
        yield from _unknown_routes(("conditions", index, "routes"), condition.routes, routes)
        yield from _unknown_routes(("conditions", index, "proof_years"), condition.proof_years, routes)
        for problem in _in_time(condition):
            yield problem.within("conditions", index)
    yield from _duplicates(("statuses",), [status.id for status in found.statuses])
    written: set[str] = set()
    for index, status in enumerate(found.statuses):
        if twice := sorted(status.known & written):
            yield Problem("duplicate_id", ("statuses", index), {"id": twice[0]})
        written |= status.known


def _duplicates(path: tuple[str, ...], ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield Problem("duplicate_id", (*path, index, "id"), {"id": name})
        seen.add(name)


def _unknown_routes(path: tuple[str | int, ...], named: Iterable[str], routes: Sequence[str]) -> Iterator[Problem]:
    for place, route in enumerate(named):
        if route not in routes:
            yield Problem("unknown_route", (*path, place), {"id": route, "nearest": nearest(route, routes)})


def _in_time(condition: ConditionRule) -> Iterator[Problem]:
    """The rules of a condition follow one another, and say of a period of stay how long it must be."""
    wanted = condition.rules[0].since
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
