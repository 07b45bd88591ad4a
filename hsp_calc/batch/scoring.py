"""Scores files of persons with DuckDB, of any number of rows, in bounded memory.

DuckDB reads, scores and writes in one stream and on all cores. Rows that its SQL cannot read are taken first, each
different one once, to Python, which understands them or says what is wrong; the stream then joins what it said.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hsp_calc.batch.database import (
    COPY_OPTIONS,
    BatchError,
    FileKind,
    Source,
    connect,
    kind_of,
    run,
    source_of,
    types_of,
    watched,
)
from hsp_calc.batch.person_columns import (
    FACT_COLUMNS,
    UNUSUAL,
    doubtful_names,
    literal,
    person_items,
    quoted,
    read_unusual,
)
from hsp_calc.batch.summary import Summary, output_name, summarize
from hsp_calc.batch.table_query import person_columns, scores_query
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable
from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BEFORE, AFTER = "before_", "after_"
RESULTS = ("total", "at_most", "eligible")
_FETCHED = 10_000

Describe = Callable[[Sequence[Problem]], str]
"""Says problems in words."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is scored, and how.

    Attributes:
        tables: the rule table under an empty name; of a comparison, each under ``BEFORE`` and ``AFTER``.
        on: the day of the score.
        describe: says the problems of a row.
    """

    tables: Mapping[str, RuleTable]
    on: date
    describe: Describe


def comparison(before: RuleTable, after: RuleTable) -> dict[str, RuleTable]:
    """Two tables to be compared, as ``Job`` takes them."""
    return {BEFORE: before, AFTER: after}


def score_file(
    job: Job,
    inputs: Sequence[str],
    output: str,
    *,
    threads: int | None = None,
    progress: Callable[[float], None] | None = None,
) -> Summary:
    """Score the persons of files into another file.

    The output has ``id`` (where there is none, the number of the row), for each category ``total``, ``at_most`` and
    ``eligible``, ``table``, ``problem``, and the columns that are no facts.

    Args:
        job: what is scored, and how.
        inputs: files or patterns of one kind.
        output: the file to write; it is replaced once everything is scored.
        threads: how many cores may work; otherwise all.
        progress: called now and then with the share that is done, in percent.

    Raises:
        BatchError: it cannot be done.
        OSError: the output cannot be written.
    """
    kind, target = kind_of(output), Path(output).absolute()
    with connect(threads=threads) as connection, watched(connection, progress):
        prepared = _prepare(connection, source_of(connection, kind_of(inputs[0]), inputs), job)
        partial = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            query = prepared.query(guarded=kind is FileKind.CSV)
            run(connection, f"COPY ({query}) TO {literal(str(partial))} ({COPY_OPTIONS[kind]})", failure="not_written")
            summary = summarize(connection, partial, kind, job.tables, prepared.doubtful)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        return summary


def score_relation(connection: "DuckDBPyConnection", name: str, job: Job) -> str:
    """The query that scores a table or view of a database, whose columns are named like those of a file.

    Raises:
        BatchError: it cannot be done.
    """
    sql = f"SELECT * FROM {quoted(name)}"
    return _prepare(connection, Source(sql, types_of(connection, sql)), job).query(guarded=False)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Persons that are ready to be scored.

    Attributes:
        persons: selects them with the columns of the query.
        others: the columns that are passed through, with their types.
        doubtful: those of them that are nearly named like a fact, with that fact.
        job: what is scored, and how.
    """

    persons: str
    others: Mapping[str, str]
    doubtful: Mapping[str, str]
    job: Job

    def query(self, *, guarded: bool) -> str:
        """The query of the output.

        Args:
            guarded: whether texts that a spreadsheet takes for formulas get an apostrophe.
        """
        passed = {_passed(number): name for number, name in enumerate(self.others)}
        items = [f"{_guarded('id')} AS id" if guarded else "id"]
        items += [
            f"CASE WHEN problem IS NULL THEN {prefix}{category.value}_{result} END "
            f"AS {quoted(output_name(prefix, category, result))}"
            for prefix in self.job.tables
            for category in Category
            for result in RESULTS
        ]
        tables = " → ".join(table.id for table in self.job.tables.values())
        items += [f"{literal(tables)} AS {quoted('table')}", "problem"]
        items += [
            f"{_guarded(column) if guarded and self.others[name] == 'VARCHAR' else column} AS {quoted(name)}"
            for column, name in passed.items()
        ]
        scores = scores_query(self.job.tables, self.job.on, keep=("id", "problem", *passed))
        return f"WITH persons AS ({self.persons}) SELECT {', '.join(items)} FROM ({scores})"


def _passed(number: int) -> str:
    return f"passed_{number}"


def _guarded(column: str) -> str:
    """A column whose texts no spreadsheet takes for formulas; a number keeps its sign."""
    text = f"{column}::VARCHAR"
    formula = rf"regexp_matches({text}, '^[\s'']*[=+@\-\t\r＝＋＠－]') AND TRY_CAST({text} AS DOUBLE) IS NULL"
    return f"CASE WHEN {formula} THEN '''' || {text} ELSE {text} END"


def _prepare(connection: "DuckDBPyConnection", source: Source, job: Job) -> _Prepared:
    others = {name: kind for name, kind in source.types.items() if name not in FACT_COLUMNS and name != "id"}
    made = {output_name(prefix, category, name) for prefix in job.tables for category in Category for name in RESULTS}
    if taken := sorted((made | {"table", "problem"}) & others.keys()):
        raise BatchError("taken_names", names=", ".join(taken))
    id_item = "id" if "id" in source.types else "row_number() OVER () AS id"
    passed = [f"{quoted(name)} AS {_passed(number)}" for number, name in enumerate(others)]
    read = f"SELECT {', '.join([id_item, *passed, *person_items(source.types, job.on)])} FROM ({source.sql})"
    persons = f"SELECT *, NULL::VARCHAR AS problem FROM ({read})"
    if _read_unusual_rows(connection, read, job, of_text=source.of_text):
        columns = [f"COALESCE(u.{quoted(name)}, r.{quoted(name)}) AS {quoted(name)}" for name in person_columns()]
        kept = ["r.id", *(f"r.{_passed(number)}" for number in range(len(others)))]
        persons = (
            f"SELECT {', '.join([*kept, *columns])}, u.problem FROM ({read}) r "
            f"LEFT JOIN unusual_rows u ON r.{UNUSUAL} = u.{UNUSUAL}"
        )
    return _Prepared(persons, others, doubtful_names(list(source.types)), job)


def _read_unusual_rows(connection: "DuckDBPyConnection", read: str, job: Job, *, of_text: bool) -> bool:
    """Read in Python what SQL cannot, into the table ``unusual_rows``; whether there is anything."""
    found = run(connection, f"SELECT DISTINCT {UNUSUAL} FROM ({read}) WHERE {UNUSUAL} IS NOT NULL")
    columns = {UNUSUAL: "VARCHAR", "problem": "VARCHAR", **person_columns()}
    named = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in columns.items())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "unusual.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(_understood(raw, job, of_text=of_text)) + "\n" for raw in _texts(found))
        if not file.stat().st_size:
            return False
        rows = f"read_json({literal(str(file))}, format = 'newline_delimited', columns = {{{named}}})"
        run(connection, f"CREATE OR REPLACE TABLE unusual_rows AS SELECT * FROM {rows}")
    return True


def _texts(found: "DuckDBPyConnection") -> Iterator[str]:
    while rows := found.fetchmany(_FETCHED):
        yield from (row[0] for row in rows)


def _understood(raw: str, job: Job, *, of_text: bool) -> dict[str, Any]:
    """A row of ``unusual_rows``: what was read of it, or what is wrong."""
    try:
        return {UNUSUAL: raw, **read_unusual(json.loads(raw), job.on, of_text=of_text)}
    except InputError as error:
        return {UNUSUAL: raw, "problem": job.describe(error.problems)}
