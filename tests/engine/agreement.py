"""The engine against a second implementation, written apart from it, on a great many persons.

    python -m tests.engine.agreement      100,000 persons by every table, in seconds
    python -m tests.engine.agreement N    N persons

It writes the persons on whom the two differ, and ends with 1 if there are any. The tests take fewer persons.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import load_tables
from tests.engine import reference
from tests.engine.persons import persons

PERSONS = 100_000
DAY = date(2026, 11, 22)
TABLES = {
    "2015": "hsp-2015-04-01",
    "2017": "hsp-2017-04-26",
    "2019": "hsp-2019-03-15",
    "2021": "hsp-2021-07-30",
    "2023": "hsp-2023-04-01",
}

Person = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Compare the totals of so many persons, by every table."""
    people = crowd(int(arguments[0]) if arguments else PERSONS)
    tables = load_tables(resources() / "rules")
    found = [
        {"table": name, "category": category, "person": person}
        for table, name in TABLES.items()
        for category in Category
        for person in differing(people, Scorer(tables.named(name)), category, table)
    ]
    sys.stdout.write(json.dumps({"persons": len(people), "differing": found}, ensure_ascii=False, indent=2) + "\n")
    return 1 if found else 0


def crowd(count: int) -> list[tuple[Person, Facts]]:
    """So many persons with their facts read; of a quarter everything is known, the others have gaps."""
    complete = persons(count // 4, seed=1, day=DAY, missing=0)
    with_gaps = persons(count - count // 4, seed=2, day=DAY, missing=0.25)
    return [(person, Facts.read(person)) for some in (complete, with_gaps) for person in some]


def differing(
    people: Sequence[tuple[Person, Facts]], scorer: Scorer, category: Category, table: str
) -> Iterator[Person]:
    """The persons to whom the two give another total.

    Args:
        people: the persons with their facts.
        scorer: the engine's scorer of a table.
        category: the category.
        table: the year of the table, as the second implementation names it.
    """
    for person, facts in people:
        if scorer.total(facts, category, DAY) != reference.total(person, category.value, DAY, table=table):
            yield person


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
