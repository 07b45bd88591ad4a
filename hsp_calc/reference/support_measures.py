"""Support measures and projects, whose official lists are not carried: what to ask, and what was told."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import StrictBool, StrictStr

from hsp_calc import limits
from hsp_calc.casefile import Case
from hsp_calc.reference.case_entries import CaseEntry, kept_in, with_kept
from hsp_calc.reference.list_models import ListModel, open_document
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import IsoDate, at_most_characters

KEY = "support_measures"
"""Where a case keeps them."""
_Name = Annotated[StrictStr, at_most_characters(limits.NAME)]


class SupportKind(StrEnum):
    """What an institution receives or takes part in: each is a fact of that name."""

    INNOVATION = "innovation_support"
    LOCAL_GOVERNMENT = "local_government_support"
    GROWTH_PROJECT = "growth_project"


class SupportList(ListModel):
    """An official list that is not carried.

    Attributes:
        source: the id of the source that has its address.
        where: where the list is.
        ask: what to ask the institution for.
    """

    source: Identifier
    where: Wording
    ask: Wording


class SupportLists(ListModel):
    """The lists that are not carried.

    Attributes:
        checked_on: when their addresses were last compared with the notes on them.
        lists: each of them.
    """

    checked_on: IsoDate
    lists: Mapping[SupportKind, SupportList]


class SupportMeasure(CaseEntry):
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


class SupportMeasures(CaseEntry):
    """The measures and projects of a case; each stands under the name of its fact."""

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


def support_measures_of(case: Case) -> SupportMeasures:
    """The measures and projects that a case keeps.

    Raises:
        InputError: what stands there is something else.
    """
    return kept_in(case, KEY, SupportMeasures)


def with_support_measure(case: Case, kind: SupportKind, measure: SupportMeasure) -> Case:
    """The case with this measure in place of what it keeps of the kind; its facts are left as they are."""
    return with_kept(case, KEY, support_measures_of(case).model_copy(update={kind.value: measure}))


@cache
def load_support_lists(path: Path) -> SupportLists:
    """The lists of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return open_document(path).read(SupportLists)
