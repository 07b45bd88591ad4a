"""What a batch came to: how many persons pass, and what another table changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.batch.database import FileKind, run
from hsp_calc.batch.person_columns import literal, quoted
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

THRESHOLDS = (70, 80)
_READERS = {FileKind.CSV: "read_csv", FileKind.PARQUET: "read_parquet", FileKind.JSON_LINES: "read_json"}


@dataclass(frozen=True, slots=True)
class Passing:
    """How many persons of a category pass, of those without a problem.

    Attributes:
        eligible: with the points and every condition, for certain.
        at: for each threshold, with so many points or more, whatever the conditions.
    """

    eligible: int
    at: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch came to.

    Attributes:
        rows: how many rows there were.
        problems: how many of them have a problem.
        doubtful: columns that were passed through but are nearly named like a fact, with that fact.
        passing: for each table and category how many pass; of a comparison, the table before comes first.
        changed: for each category how many totals differ between the two tables; empty without a comparison.
    """

    rows: int
    problems: int
    doubtful: Mapping[str, str]
    passing: Mapping[str, Mapping[Category, Passing]]
    changed: Mapping[Category, int]


def output_name(prefix: str, category: Category, result: str) -> str:
    """The column of a result: ``technical.total``, of a comparison ``technical.total.before``."""
    return ".".join([category.value, result, *filter(None, [prefix.rstrip("_")])])


def summarize(
    connection: "DuckDBPyConnection",
    file: Path,
    kind: FileKind,
    tables: Mapping[str, RuleTable],
    doubtful: Mapping[str, str],
) -> Summary:
    """What stands in an output.

    Args:
        connection: reads it.
        file: the output.
        kind: its kind.
        tables: the rule tables, each under what the names of its columns begin with.
        doubtful: columns that were passed through but may mean a fact.
    """
    options = ", all_varchar = true, header = true" if kind is FileKind.CSV else ""
    format_ = ", format = 'newline_delimited'" if kind is FileKind.JSON_LINES else options
    items = ["count(*)", "count(problem)"]
    for prefix in tables:
        for category in Category:
            total = f"CAST({quoted(output_name(prefix, category, 'total'))} AS BIGINT)"
            eligible = f"CAST({quoted(output_name(prefix, category, 'eligible'))} AS VARCHAR) = 'true'"
            tests = (eligible, *(f"{total} >= {threshold}" for threshold in THRESHOLDS))
            items += [f"count(*) FILTER ({test})" for test in tests]
    compared = list(Category) if len(tables) > 1 else []
    for category in compared:
        before, after = (quoted(output_name(prefix, category, "total")) for prefix in tables)
        items.append(f"count(*) FILTER ({before} <> {after})")
    row = run(connection, f"SELECT {', '.join(items)} FROM {_READERS[kind]}({literal(str(file))}{format_})").fetchone()
    numbers = iter(row or ())
    rows, problems = next(numbers), next(numbers)
    passing = {
        table.id: {
            category: Passing(next(numbers), {threshold: next(numbers) for threshold in THRESHOLDS})
            for category in Category
        }
        for table in tables.values()
    }
    return Summary(rows, problems, doubtful, passing, {category: next(numbers) for category in compared})
