"""The query of each table says of every person what the engine says."""

from collections.abc import Iterator
from typing import Any

import pytest

from hsp_calc.batch.table_query import table_query
from hsp_calc.engine import Scorer
from hsp_calc.facts import VOCABULARY, Category, FactKind
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, load_tables
from hsp_calc.rules.components import bounds_of
from tests.batch.agreement import DAY, Person, differing
from tests.engine.persons import persons

TABLES = list(load_tables(resources() / "rules"))

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)


def answers(fact: str, table: RuleTable) -> list[Any]:
    """Every answer to a fact that a table tells apart, both sides of each bound among them."""
    term = VOCABULARY[fact]
    match term.kind:
        case FactKind.FLAG:
            return [True, False]
        case FactKind.CHOICE:
            return list(term.values)
        case FactKind.CHOICES:
            return [[], list(term.values), *([value] for value in term.values)]
        case FactKind.NUMBER:
            bounds = {bound for category in Category for bound in bounds_of(table.categories[category]).get(fact, ())}
            least = 0.01 if fact == "experience_years" else 1
            return [bound - less for bound in sorted(bounds) for less in (least, 0)]


def one_fact_changed(table: RuleTable) -> Iterator[Person]:
    """A person of whom everything is known, one of whom nothing is, and each with one answer otherwise."""
    everything: Person = {fact: answers(fact, table)[-1] for fact in VOCABULARY if answers(fact, table)}
    for base in (everything, {}):
        for fact in VOCABULARY:
            yield {name: answer for name, answer in base.items() if name != fact}
            for answer in answers(fact, table):
                yield {**base, fact: answer}


@each_table
@pytest.mark.parametrize("missing", [0, 0.3, 0.7])
def test_the_query_agrees_with_the_engine_on_random_persons(table: RuleTable, missing: float) -> None:
    people = list(persons(1_500, seed=11, day=DAY, missing=missing))
    assert list(differing(people, Scorer(table))) == []


@each_table
def test_the_query_agrees_at_every_bound_and_with_every_answer_missing(table: RuleTable) -> None:
    people = list(one_fact_changed(table))
    assert len(people) > 200
    assert list(differing(people, Scorer(table))) == []


@pytest.mark.parametrize("born", ["1996-02-29", "1996-02-28", "1996-03-01", "1996-11-22", "1996-11-23"])
def test_the_age_follows_from_the_date_of_birth(born: str) -> None:
    scorer = Scorer(TABLES[-1])
    assert list(differing([{"date_of_birth": born, "annual_salary_yen": 4_500_000}], scorer)) == []


@each_table
@pytest.mark.parametrize("dialect", ["duckdb", "spark", "trino"])
def test_the_query_is_sql_for_each_engine(table: RuleTable, dialect: str) -> None:
    sqlglot = pytest.importorskip("sqlglot")
    (statement,) = sqlglot.parse(table_query(table, DAY), dialect=dialect, error_level=sqlglot.ErrorLevel.RAISE)
    names = statement.named_selects
    assert names == ["id", *(f"{c.value}_{name}" for c in Category for name in ("total", "at_most", "eligible"))]
    assert list(statement.find_all(sqlglot.exp.Anonymous)) == []  # no function that an engine may not have


@each_table
def test_every_row_of_the_form_stands_in_the_query(table: RuleTable) -> None:
    query = table_query(table, DAY)
    rows = {row for category in Category for row in table.categories[category].criteria}
    assert [row for row in sorted(rows) if f"-- {row}" not in query] == []
