"""What the files of reference data have in common."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, StringConstraints

from hsp_calc.casefile import read_bytes
from hsp_calc.rules.provenance import Originated
from hsp_calc.rules.table_model import Identifier, Wording
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem, nearest

Dated = Annotated[StrictStr, StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""When a list was drawn up, as exactly as it is known: ``2014``, ``2026-01`` or ``2020-07-20``."""
Yen = Annotated[StrictInt, Field(ge=0)]


class ListModel(BaseModel):
    """A part of a file of reference data."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Carried(ListModel):
    """A file of reference data.

    Attributes:
        id: the name of the list.
        checked_on: when it was last compared with its source.
        source: the id of the source.
        title: the source's own name.
    """

    id: Identifier
    checked_on: IsoDate
    source: Identifier
    title: Wording


class CarriedList(Originated, Carried):
    """A file that carries a list of a certain day.

    Attributes:
        dated: when the list was drawn up.
        caution: what a user must know before relying on it.
        count: how many entries it has.
    """

    dated: Dated
    caution: Wording
    count: Annotated[StrictInt, Field(ge=1)]


def open_document(path: Path) -> YamlDocument:
    """A file of reference data.

    Raises:
        InputError: it is no file, or no YAML of plain values.
        OSError: it cannot be read.
    """
    name = os.fspath(path)
    return YamlDocument(read_bytes(name), source=name)


def repeated(ids: Iterable[object], part: str, field: str) -> Iterator[Problem]:
    """A problem for each entry whose id another has."""
    seen = set()
    for index, name in enumerate(ids):
        if name in seen:
            yield Problem("duplicate_id", (part, index, field), {"id": name})
        seen.add(name)


def unknown(name: str, known: Iterable[str], *place: str | int) -> Iterator[Problem]:
    """A problem where a name stands for nothing."""
    names = tuple(known)
    if name not in names:
        yield Problem("unknown_name", place, {"id": name, "nearest": nearest(name, names)})


def miscounted(found: CarriedList, entries: int) -> Iterator[Problem]:
    """A problem where a list has more or fewer entries than it says."""
    if found.count != entries:
        yield Problem("list_incomplete", ("count",), {"count": found.count, "found": entries})
