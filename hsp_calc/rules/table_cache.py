"""The rule tables in a form that is read quickly, which stands in for the files it was made from while it knows them.

``python -m hsp_calc.rules`` makes it anew. A table is taken from it only where the digest of its file is the
one that it was made from; any other file is read itself, with everything that is checked of it. Each table is
written as a text of its own, so that only those that are asked for are read.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hsp_calc.rules.table_model import RuleTable, TableId
from hsp_calc.rules.table_registry import DeferredTable

FILE = "compiled.json"


class _Entry(BaseModel):
    """A table.

    Attributes:
        sha256: of the file that it was made from.
        id: the name of the table.
        since: its first day.
        until: its last day; None while it is in force.
        table: what the file says, as JSON.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    id: TableId
    since: date
    until: date | None
    table: str


class _Compiled(BaseModel):
    """The tables by the names of their files."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    tables: Mapping[str, _Entry]


def compiled(files: Mapping[Path, tuple[bytes, RuleTable]]) -> str:
    """Tables in the quick form.

    Args:
        files: each file with its content and the table that it holds.
    """
    entries = {
        path.name: _Entry(
            sha256=sha256(content).hexdigest(),
            id=table.id,
            since=table.since,
            until=table.until,
            table=table.model_dump_json(by_alias=True, exclude_unset=True),
        )
        for path, (content, table) in files.items()
    }
    return _Compiled(tables=entries).model_dump_json(indent=0) + "\n"


def read_compiled(
    folder: Path, contents: Mapping[Path, bytes], read: Callable[[Path], RuleTable]
) -> dict[Path, DeferredTable]:
    """The tables of files that the quick form knows; none of those that it does not, or where it is damaged.

    Args:
        folder: where it stands beside the files.
        contents: of the files.
        read: reads a file itself, should what stands for it turn out to be damaged.
    """
    try:
        entries = _Compiled.model_validate_json((folder / FILE).read_bytes()).tables
    except (OSError, ValidationError):
        return {}
    known = {path: entries[path.name] for path in contents if path.name in entries}
    return {
        path: DeferredTable(entry.id, entry.since, entry.until, partial(_table, entry.table, partial(read, path)))
        for path, entry in known.items()
        if entry.sha256 == sha256(contents[path]).hexdigest()
    }


def _table(written: str, read: Callable[[], RuleTable]) -> RuleTable:
    try:
        return RuleTable.model_validate_json(written)
    except ValidationError:
        return read()
