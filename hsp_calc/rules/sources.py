"""Where the facts and figures of the data files come from."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints, ValidationError

from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.data_files import content_of
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import IsoDate

FILE = "sources.yaml"
COMPILED = "compiled-sources.json"
"""The quick form of that file, which ``python -m hsp_calc.rules`` makes."""


class Source(BaseModel):
    """A source.

    Attributes:
        title: what it is.
        publisher: who issued it.
        kind: who says so: the agency itself, or others who report it.
        certainty: how sure what rests on it is, where its kind does not tell.
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
    certainty: Certainty | None = None
    checked_on: IsoDate
    url: Text | None = None
    sha256: Annotated[StrictStr, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    licence: Wording | None = None
    attribution: Wording | None = None

    @property
    def sure(self) -> Certainty:
        """How sure what rests on it is: an official text was read, or others report it."""
        if self.certainty is not None:
            return self.certainty
        return Certainty.CERTAIN if self.kind == "official" else Certainty.MEDIUM


class Sources(BaseModel):
    """All sources by their ids."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sources: Annotated[Mapping[Identifier, Source], Field(min_length=1)]


class _Compiled(BaseModel):
    """The sources in the quick form.

    Attributes:
        sha256: of the file that it was made from.
        sources: what the file says.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sha256: str
    sources: Sources


def compiled_sources(content: bytes) -> str:
    """The quick form of a file of sources.

    Args:
        content: of the file.

    Raises:
        InputError: it is malformed.
    """
    made = _Compiled(sha256=sha256(content).hexdigest(), sources=_read(content, FILE))
    return made.model_dump_json(exclude_unset=True) + "\n"


def load_sources(path: Path) -> Sources:
    """The sources of a file; from the quick form beside it, where that was made from this very file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    content = content_of(path)
    try:
        quick = _Compiled.model_validate_json((path.parent / COMPILED).read_bytes())
    except (OSError, ValidationError):
        return _read(content, str(path))
    return quick.sources if quick.sha256 == sha256(content).hexdigest() else _read(content, str(path))


def _read(content: bytes, source: str) -> Sources:
    from hsp_calc.rules.yaml_document import YamlDocument  # noqa: PLC0415  # YAML waits for sources that have no quick form

    return YamlDocument(content, source=source).read(Sources)
