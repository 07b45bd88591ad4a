"""Help in place: what counts for a row of the form or a question, and what does not."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr

from hsp_calc.facts import Category, Facts
from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.table_model import Identifier, TableId, Text, Wording
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem, nearest


class OftenAsked(BaseModel):
    """A question that people often ask of a row, with the answer.

    Attributes:
        ja: the answer, which names what is asked.
        en: the same in English.
        sources: ids of the sources that say so.
        certainty: how sure it is.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    ja: Text
    en: Text
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    certainty: Certainty


class Explanation(BaseModel):
    """What is meant.

    Attributes:
        counts: what counts.
        does_not_count: what does not, or what must be heeded.
        examples: an example of the one or the other.
        often_asked: what people often ask, with the answers.
        sources: ids of the sources that say so.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    counts: Wording
    does_not_count: Wording | None = None
    examples: Wording | None = None
    often_asked: tuple[OftenAsked, ...] = ()
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class RowHelp(Explanation):
    """What is meant by rows of the form.

    Attributes:
        criteria: the rows.
        categories: the sheets on which they are meant so.
    """

    criteria: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = tuple(Category)


class Help(BaseModel):
    """Help on the rows of a table and on the facts.

    Attributes:
        table: the id of the table that it is written for.
        checked_on: when it was last compared with its sources.
        rows: help on rows.
        facts: help on facts, by their names.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    table: TableId
    checked_on: IsoDate
    rows: tuple[RowHelp, ...]
    facts: Mapping[StrictStr, Explanation]

    def of(self, criterion: str, category: Category) -> Explanation | None:
        """What is meant by a row on a sheet; None if nothing is said of it."""
        return self._by_row.get((criterion, category))

    def of_fact(self, fact: str) -> Explanation | None:
        """What is asked by a fact; None if nothing is said of it."""
        return self.facts.get(fact)

    @cached_property
    def _by_row(self) -> Mapping[tuple[str, Category], RowHelp]:
        return {
            (criterion, category): row for row in self.rows for criterion in row.criteria for category in row.categories
        }


def load_help(path: Path) -> Help:
    """The help of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
    found = document.read(Help)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _inconsistencies(found: Help) -> Iterator[Problem]:
    said: set[tuple[str, Category]] = set()
    for index, row in enumerate(found.rows):
        for place, criterion in enumerate(row.criteria):
            pairs = {(criterion, category) for category in row.categories}
            if pairs & said:
                yield Problem("duplicate_id", ("rows", index, "criteria", place), {"id": criterion})
            said |= pairs
    for fact in found.facts:
        if fact not in Facts.model_fields:
            near = nearest(fact, Facts.model_fields)
            yield Problem("unknown_field", ("facts", fact), {"name": fact, "nearest": near, "known": ()})
