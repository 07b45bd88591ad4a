"""Support measures and projects, whose official lists are not carried: what to ask, and what was told."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import SupportKind, SupportMeasure, SupportMeasures
from hsp_calc.reference.list_models import ListModel, open_document
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import IsoDate


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


def with_support_measure(case: Case, kind: SupportKind, measure: SupportMeasure) -> Case:
    """The case with this measure in place of what it keeps of the kind; its facts are left as they are."""
    return case.with_section(case.section(SupportMeasures).model_copy(update={kind.value: measure}))


@cache
def load_support_lists(path: Path) -> SupportLists:
    """The lists of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return open_document(path).read(SupportLists)
