"""Which rows a person's degrees give in each category, as the rules themselves decide it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from hsp_calc.casefile.sections import KeptTitles
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Degree, Facts
from hsp_calc.reference.list_models import ListModel, open_document, repeated
from hsp_calc.reference.normalize import fold, solid
from hsp_calc.rules import Criterion, Wording
from hsp_calc.rules.table_model import Identifier, Text
from hsp_calc.validation import IsoDate, Problem

_FACT, _FIELDS_FACT = "degrees", "multiple_fields"


class Title(ListModel):
    """A title that a school awards.

    Attributes:
        id: its key.
        ja: what it is called.
        en: the same in English.
        counts_as: the answer to the fact ``degrees``; None where it is no degree of the form.
        undecided: whether no official text says what it counts as; it is not counted, and the person is told to ask.
        note: why, or what must be heeded.
        sources: ids of the sources that say so.
    """

    id: Identifier
    ja: Text
    en: Text
    counts_as: Degree | None
    undecided: bool = False
    note: Wording | None = None
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Titles(ListModel):
    """The titles, from the lowest on.

    Attributes:
        checked_on: when they were last compared with their sources.
        titles: the titles.
    """

    checked_on: IsoDate
    titles: Annotated[tuple[Title, ...], Field(min_length=1)]

    def named(self, title_id: str) -> Title:
        """The title with an id.

        Raises:
            KeyError: there is none.
        """
        return self._by_id[title_id]

    def __contains__(self, title_id: str) -> bool:
        return title_id in self._by_id

    @cached_property
    def _by_id(self) -> Mapping[str, Title]:
        return {title.id: title for title in self.titles}


@dataclass(frozen=True, slots=True)
class Held:
    """A title that a person holds.

    Attributes:
        title: the title.
        field: what was studied; empty if that is not known.
    """

    title: Title
    field: str = ""


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """A row of the form.

    Attributes:
        criterion: its id.
        points: what it gives.
    """

    criterion: str
    points: int


@dataclass(frozen=True, slots=True)
class InCategory:
    """What degrees give on one sheet.

    Attributes:
        category: the sheet.
        each: for each title held, the row that it gives by itself; None where it gives none.
        counted: the rows that count for all of them together.
        points: what these give.
    """

    category: Category
    each: tuple[DegreeRow | None, ...]
    counted: tuple[DegreeRow, ...]
    points: int


@dataclass(frozen=True, slots=True)
class DegreeAnswer:
    """What a person's titles come to.

    Attributes:
        degrees: the answer to the fact ``degrees``.
        multiple_fields: the answer to that fact; None where a field that is not known decides it.
        categories: what they give on each sheet.
    """

    degrees: frozenset[Degree]
    multiple_fields: bool | None
    categories: Mapping[Category, InCategory]


def degree_rows(held: Sequence[Held], scorer: Scorer, on: date) -> DegreeAnswer:
    """Which rows titles give in each category under a rule table.

    Args:
        held: the titles held.
        scorer: of the rule table.
        on: the day.
    """
    degrees = _degrees(held)
    fields = _in_different_fields(held, _graduate_degrees(scorer))
    together = Facts(degrees=degrees, multiple_fields=fields)
    found = {}
    kinds = dict.fromkeys(one.title.counts_as for one in held)  # few, of however many titles
    for category in Category:
        best = {kind: _best(_rows(scorer, category, Facts(degrees=frozenset({kind} - {None})), on)) for kind in kinds}
        each = tuple(best[one.title.counts_as] for one in held)
        counted = _rows(scorer, category, together, on)
        found[category] = InCategory(category, each, counted, sum(row.points for row in counted))
    return DegreeAnswer(degrees, fields, found)


def _degrees(held: Sequence[Held]) -> frozenset[Degree]:
    return frozenset(one.title.counts_as for one in held if one.title.counts_as is not None)


def _rows(scorer: Scorer, category: Category, facts: Facts, on: date) -> tuple[DegreeRow, ...]:
    criteria = scorer.table.categories[category].criteria
    sheet = scorer.sheet(facts, category, on)
    return tuple(DegreeRow(line.criterion, line.points) for line in sheet.counted if _asks(criteria[line.criterion]))


def _asks(criterion: Criterion) -> bool:
    return not criterion.when.keys().isdisjoint({_FACT, _FIELDS_FACT})


def _best(rows: Sequence[DegreeRow]) -> DegreeRow | None:
    return max(rows, key=lambda row: row.points, default=None)


def _graduate_degrees(scorer: Scorer) -> frozenset[str]:
    """The degrees that the row for several fields asks for, as the rules state them."""
    return frozenset(
        value
        for rules in scorer.table.categories.values()
        for criterion in rules.criteria.values()
        if _FIELDS_FACT in criterion.when and _FACT in criterion.requires_facts
        for value in criterion.requires_facts[_FACT].values
    )


def _in_different_fields(held: Sequence[Held], graduate: frozenset[str]) -> bool | None:
    """Whether two degrees that can count for it were taken in different fields; None where a field decides it."""
    fields = [solid(fold(one.field)) for one in held if one.title.counts_as in graduate]
    known = {field for field in fields if field}
    if len(known) > 1:
        return True
    return None if len(fields) > 1 and "" in fields else False


def known_titles(kept: KeptTitles, titles: Titles) -> tuple[Held, ...]:
    """Those of the titles of a case that the file of titles has."""
    return tuple(Held(titles.named(one.title), one.field) for one in kept.held if one.title in titles)


@cache
def load_titles(path: Path) -> Titles:
    """The titles of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(Titles)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _inconsistencies(found: Titles) -> Iterator[Problem]:
    yield from repeated((title.id for title in found.titles), "titles", "id")
