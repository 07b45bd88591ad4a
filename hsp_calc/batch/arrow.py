"""Scores of Arrow tables: pure functions for Spark's ``mapInArrow``, Dask's ``map_partitions`` and the like."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hsp_calc.batch.database import connect
from hsp_calc.batch.scoring import Job, comparison, score_relation
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, Tables, load_tables
from hsp_calc.validation import Problem

if TYPE_CHECKING:
    import pyarrow as pa

_PERSONS = "arrow_persons"


@cache
def _tables() -> Tables:
    return load_tables(resources() / "rules")


def score_batch(
    persons: "pa.Table | pa.RecordBatch", *, on: date, table: str | None = None, compare: str | None = None
) -> "pa.Table":
    """Score the persons of an Arrow table.

    Args:
        persons: a column for each fact that is known, named like it, an ``id``, and any others, which are passed
            through; lists as lists of texts.
        on: the day of the score.
        table: the id of the rule table; otherwise the one in force on the day.
        compare: the id of a table to compare with.

    Returns:
        ``id``, for each category ``total``, ``at_most`` and ``eligible``, ``table``, ``problem``, and the others.

    Raises:
        BatchError: DuckDB is not installed, or a column has the name of one that is returned.
        NoTableError: no table is carried for the day.
        UnknownTableError: there is no table of that name.
    """
    import pyarrow as pa  # noqa: PLC0415  # whoever has an Arrow table has it

    chosen = _tables().on(on) if table is None else _tables().named(table)
    rules: dict[str, RuleTable] = {"": chosen} if compare is None else comparison(_tables().named(compare), chosen)
    with connect() as connection:
        connection.register(_PERSONS, pa.table(persons) if isinstance(persons, pa.RecordBatch) else persons)
        query = score_relation(connection, _PERSONS, Job(rules, on, _in_codes))
        return connection.sql(query).to_arrow_table()


def score_batches(
    batches: "Iterable[pa.RecordBatch]", *, on: date, table: str | None = None
) -> "Iterator[pa.RecordBatch]":
    """Score Arrow record batches one after another, as Spark's ``mapInArrow`` hands them over.

    Args:
        batches: persons, as ``score_batch`` takes them.
        on: the day of the score.
        table: the id of the rule table; otherwise the one in force on the day.
    """
    for batch in batches:
        yield from score_batch(batch, on=on, table=table).to_batches()


def _in_codes(problems: Sequence[Problem]) -> str:
    """Problems for programs: the field and the code of each."""
    return "; ".join(f"{'.'.join(map(str, problem.path))}: {problem.code}" for problem in problems)
