"""The query of every rule table against the engine, on a great many persons.

    python -m tests.batch.agreement      1,000,000 persons by all tables
    python -m tests.batch.agreement N    N persons

It writes the persons on whom the two differ, and ends with 1 if there are any. The tests take fewer persons.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from hsp_calc.batch.database import connect
from hsp_calc.batch.person_columns import columns_of
from hsp_calc.batch.table_query import person_columns, table_query
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, load_tables
from tests.engine.persons import persons

PERSONS = 1_000_000
DAY = date(2026, 11, 22)
_AT_ONCE = 20_000

Person = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Compare the results of so many persons by every table."""
    count = int(arguments[0]) if arguments else PERSONS
    scorers = [Scorer(table) for table in load_tables(resources() / "rules")]
    found: list[dict[str, object]] = []
    for start in range(0, count, _AT_ONCE):
        people = list(persons(min(_AT_ONCE, count - start), seed=start, day=DAY, missing=(start % 7) / 10))
        found += [one for scorer in scorers for one in differing(people, scorer)]
    sys.stdout.write(
        json.dumps({"persons": count, "tables": [s.table.id for s in scorers], "differing": found}, indent=2) + "\n"
    )
    return 1 if found else 0


def differing(people: Sequence[Person], scorer: Scorer) -> Iterator[dict[str, object]]:
    """The persons to whom the query of a table gives something else than the engine."""
    rows = queried(people, scorer.table)
    for person, row in zip(people, rows, strict=True):
        facts = Facts.read(person)
        for category in Category:
            sheet = scorer.sheet(facts, category, DAY)
            engine = (sheet.total, sheet.at_most, sheet.verdict)
            query = tuple(row[f"{category.value}_{name}"] for name in ("total", "at_most", "eligible"))
            if engine != query:
                yield {
                    "table": scorer.table.id,
                    "category": category,
                    "engine": engine,
                    "query": query,
                    "person": person,
                }


def queried(people: Sequence[Person], table: RuleTable) -> list[Mapping[str, Any]]:
    """What the query of a table says of persons, in their order."""
    import pyarrow as pa  # noqa: PLC0415  # with the tools of developers alone

    rows = [{"id": number, **columns_of(Facts.read(person))} for number, person in enumerate(people)]
    kinds = {
        "BIGINT": pa.int64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
        "DOUBLE": pa.float64(),
        "VARCHAR": pa.string(),
    }
    types = {"id": "BIGINT", **person_columns()}
    columns = {name: pa.array([row[name] for row in rows], kinds[kind]) for name, kind in types.items()}
    with connect() as connection:
        connection.register("persons", pa.table(columns))
        found = connection.execute(table_query(table, DAY))
        names = [str(column[0]) for column in found.description or ()]
        return sorted((dict(zip(names, row, strict=True)) for row in found.fetchall()), key=lambda row: int(row["id"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
