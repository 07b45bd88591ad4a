"""Where the facts and figures of the data files come from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints

from hsp_calc.problems import IsoDate
from hsp_calc.rules.model import Identifier, Text, Wording


class Source(BaseModel):
    """A source.

    Attributes:
        title: what it is.
        publisher: who issued it.
        kind: how far it can be relied on: the agency itself, or what others report of it.
        checked_on: when it was last read.
        url: where it stands, if known.
        sha256: of the file that was read.
        licence: under which its content may be used.
        attribution: the words that the licence asks for.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    title: Wording
    publisher: Wording
    kind: Annotated[StrictStr, StringConstraints(pattern="^(official|practice)$")]
    checked_on: IsoDate
    url: Text | None = None
    sha256: Annotated[StrictStr, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    licence: Wording | None = None
    attribution: Wording | None = None


class Sources(BaseModel):
    """All sources by their ids."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sources: Annotated[Mapping[Identifier, Source], Field(min_length=1)]


def load_sources(path: Path) -> Sources:
    """The sources of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    from hsp_calc.rules.document import Document  # noqa: PLC0415  # a score names no source

    return Document(path.read_bytes(), source=str(path)).read(Sources)
