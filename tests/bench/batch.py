"""The speed of many persons at once: the engine, the query on data in memory, and the command from files."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import duckdb

from hsp_calc.batch.database import connect
from hsp_calc.batch.table_query import table_query
from hsp_calc.engine import Scorer
from hsp_calc.facts import Facts
from hsp_calc.locations import resources
from hsp_calc.rules import load_table
from tests.batch.agreement import DAY
from tests.bench.made_up import persons_as_in_files, persons_as_queried
from tests.bench.registry import CATEGORIES, Figure, benchmark, seconds
from tests.engine.persons import persons

PERSONS, OF_ENGINE = 1_000_000, 10_000
TABLE = resources() / "rules" / "hsp-2023-04-01.yaml"
QUERY_AIM, COMMAND_AIM = 5_000_000, 1_000_000
QUERIES = {"one_category": (CATEGORIES[1:2], QUERY_AIM), "three_categories": (CATEGORIES, None)}


@benchmark
def many_persons() -> Iterator[Figure]:
    """Persons a second by each way, in one run: three categories, but for the query of one."""
    people = [Facts.read(person) for person in persons(OF_ENGINE, seed=42, day=DAY)]
    scorer = Scorer(load_table(TABLE))
    engine = seconds(lambda: [scorer.total(facts, category, DAY) for facts in people for category in CATEGORIES])
    yield Figure("batch.engine", OF_ENGINE / engine, "persons per second")
    yield from _queries()
    yield from _commands()


def _queries() -> Iterator[Figure]:
    with connect(threads=1) as connection:
        connection.execute(f"CREATE TABLE persons AS {persons_as_queried(PERSONS)}")
        query = table_query(load_table(TABLE), DAY)
        for name, (categories, aim) in QUERIES.items():
            wanted = [f"sum({c}_total), sum({c}_at_most), count({c}_eligible)" for c in categories]
            asked = f"SELECT {', '.join(wanted)} FROM ({query})"
            taken = seconds(partial(_ask, connection, asked), repeat=3)
            yield Figure(f"batch.query.{name}.one_core", PERSONS / taken, "persons per second", aim)


def _ask(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    connection.execute(query).fetchall()


def _commands() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "in.parquet"
        lists = "array_to_string(degrees, ';') AS degrees, array_to_string(research, ';') AS research"
        with duckdb.connect() as connection:
            connection.execute(f"COPY ({persons_as_in_files(PERSONS)}) TO '{file}'")
            connection.execute(f"COPY (SELECT * REPLACE ({lists}) FROM '{file}') TO '{folder / 'in.csv'}'")
        for ending, aim in (("parquet", COMMAND_AIM), ("csv", None)):
            taken = seconds(partial(_run, folder, ending), repeat=2)
            yield Figure(f"batch.command.{ending}", PERSONS / taken, "persons per second", aim)


def _run(folder: Path, ending: str) -> None:
    command = [sys.executable, "-m", "hsp_calc", "batch", f"in.{ending}", "-o", f"out.{ending}"]
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
