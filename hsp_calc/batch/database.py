"""DuckDB for a batch: a connection in bounded memory, files that it reads and writes, and its errors."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.batch.person_columns import FACT_COLUMNS, literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "600MB"
"""What DuckDB may hold in memory; beyond that it uses a temporary folder."""
_PROGRESS_SECONDS = 0.5


class BatchError(Exception):
    """A batch that cannot be done.

    Attributes:
        code: ``no_duckdb``, ``unknown_ending``, ``not_readable``, ``not_written`` or ``taken_names``.
        params: what the message names.
    """

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(code)


class FileKind(StrEnum):
    """A kind of file that persons are read from and scores are written to."""

    CSV = "csv"
    PARQUET = "parquet"
    JSON_LINES = "jsonl"


ENDINGS: Mapping[str, FileKind] = {
    ".csv": FileKind.CSV,
    ".parquet": FileKind.PARQUET,
    ".jsonl": FileKind.JSON_LINES,
    ".ndjson": FileKind.JSON_LINES,
}

COPY_OPTIONS: Mapping[FileKind, str] = {
    FileKind.CSV: "FORMAT csv, HEADER true",
    FileKind.PARQUET: "FORMAT parquet",
    FileKind.JSON_LINES: "FORMAT json",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Persons to be read.

    Attributes:
        sql: selects them.
        types: their columns with their types in DuckDB.
        of_text: whether all of them are texts, as in CSV.
    """

    sql: str
    types: Mapping[str, str]
    of_text: bool = False


def kind_of(name: str) -> FileKind:
    """The kind of a file by its ending, whatever its case.

    Raises:
        BatchError: no file of that ending is read or written.
    """
    ending = Path(name.lower()).suffix
    if ending not in ENDINGS:
        raise BatchError("unknown_ending", name=name, endings=", ".join(ENDINGS))
    return ENDINGS[ending]


def connect(*, threads: int | None = None) -> "DuckDBPyConnection":
    """A database in memory.

    Args:
        threads: how many cores may work; otherwise all.

    Raises:
        BatchError: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415  # an extra, which the rest of the program does without
    except ImportError:
        raise BatchError("no_duckdb") from None
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY}'; SET autoinstall_known_extensions = false")
    # A join then streams the persons past what it looks up, never the other way round, and their order stays.
    connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    if threads is not None:
        connection.execute(f"SET threads = {threads}")
    return connection


def run(connection: "DuckDBPyConnection", sql: str, *, failure: str = "not_readable") -> "DuckDBPyConnection":
    """Execute a statement.

    Args:
        connection: the database.
        sql: the statement.
        failure: the code of the error where DuckDB refuses it, such as a file that is not of its kind.

    Raises:
        BatchError: DuckDB refuses it.
    """
    import duckdb  # noqa: PLC0415  # as above

    try:
        return connection.execute(sql)
    except duckdb.Error as error:
        raise BatchError(failure, reason=str(error).partition("\n")[0]) from error


def source_of(connection: "DuckDBPyConnection", kind: FileKind, names: Sequence[str]) -> Source:
    """The persons of files or patterns of one kind.

    Raises:
        BatchError: a file cannot be read.
    """
    files = f"[{', '.join(literal(name) for name in names)}]"
    match kind:
        case FileKind.CSV:
            sql = f"SELECT * FROM read_csv({files}, all_varchar = true, header = true, union_by_name = true)"
        case FileKind.PARQUET:
            sql = f"SELECT * FROM read_parquet({files}, union_by_name = true)"
        case FileKind.JSON_LINES:
            sql = _json_sql(connection, files)
    return Source(sql, types_of(connection, sql), of_text=kind is FileKind.CSV)


def _json_sql(connection: "DuckDBPyConnection", files: str) -> str:
    """Facts as they stand in the file, so that a text is told from a number; the other columns by their types."""
    read = f"read_json({files}, format = 'newline_delimited', sample_size = -1, union_by_name = true"
    types = types_of(connection, f"SELECT * FROM {read})")
    kinds = {name: "JSON" if name in FACT_COLUMNS else kind for name, kind in types.items()}
    columns = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in kinds.items())
    return f"SELECT * FROM {read}, columns = {{{columns}}})"


def types_of(connection: "DuckDBPyConnection", sql: str) -> dict[str, str]:
    """The columns of a query with their types.

    Raises:
        BatchError: DuckDB refuses it.
    """
    return {str(row[0]): str(row[1]) for row in run(connection, f"DESCRIBE {sql}").fetchall()}


@contextmanager
def watched(connection: "DuckDBPyConnection", progress: Callable[[float], None] | None) -> Iterator[None]:
    """Have the progress of the statements told while they run, in percent."""
    if progress is None:
        yield
        return
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_PROGRESS_SECONDS):
            progress(max(0.0, connection.query_progress()))

    connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
