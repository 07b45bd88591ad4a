"""The speed of the engine, on one core."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, load_table, load_tables
from tests.bench.registry import CATEGORIES, Figure, benchmark, seconds
from tests.engine.persons import persons

PERSONS = 10_000
DAY = date(2026, 11, 22)
RULES = resources() / "rules"
TABLE = RULES / "hsp-2023-04-01.yaml"
TOTALS_AIM, SHEETS_AIM = 100_000, 15_000

Score = Callable[[Scorer, list[Facts], Category], object]


def _people() -> list[Facts]:
    return [Facts.read(person) for person in persons(PERSONS, seed=42, day=DAY)]


def _totals(scorer: Scorer, people: list[Facts], category: Category) -> None:
    total = scorer.total
    for facts in people:
        total(facts, category, DAY)


def _sheets(scorer: Scorer, people: list[Facts], category: Category) -> None:
    sheet = scorer.sheet
    for facts in people:
        sheet(facts, category, DAY)


def _speed(table: RuleTable, people: list[Facts], category: Category, score: Score) -> tuple[float, float]:
    """Persons a second, with a scorer that knows their situations and with new ones."""
    known = Scorer(table)
    score(known, people, category)
    warm = seconds(lambda: score(known, people, category))
    fresh = cycle([Scorer(table) for _ in range(3)])
    cold = seconds(lambda: score(next(fresh), people, category), repeat=3)
    return PERSONS / warm, PERSONS / cold


@benchmark
def scoring() -> Iterator[Figure]:
    """Totals and full sheets a second, over varied persons whose facts are already read."""
    people, table = _people(), load_table(TABLE)
    kinds: tuple[tuple[str, Score, int], ...] = (("totals", _totals, TOTALS_AIM), ("sheets", _sheets, SHEETS_AIM))
    for name, score, aim in kinds:
        for category in CATEGORIES:
            warm, cold = _speed(table, people, category, score)
            yield Figure(f"engine.{name}.{category}", warm, "per second", aim)
            yield Figure(f"engine.{name}.{category}.first_time", cold, "per second", aim)


@benchmark
def first_sheets() -> Iterator[Figure]:
    """What a user waits for: the first score of a new program, with nothing answered yet."""
    table = load_table(TABLE)
    fresh = iter([Scorer(table) for _ in range(5)])
    yield Figure("engine.first_three_sheets", 1_000 * seconds(lambda: next(fresh).sheets(Facts(), DAY)), "milliseconds")


@benchmark
def preparing() -> Iterator[Figure]:
    """Loading the tables and making one ready."""
    table = load_table(TABLE)
    yield Figure("rules.load_all_tables", 1_000 * seconds(lambda: load_tables(RULES)), "milliseconds")
    yield Figure("engine.compile_table", 1_000 * seconds(lambda: Scorer(table)), "milliseconds")


@benchmark
def reading_facts() -> Iterator[Figure]:
    """Facts read from parsed JSON."""
    data = list(islice(persons(PERSONS, seed=42, day=DAY), PERSONS))
    yield Figure("facts.read", PERSONS / seconds(lambda: [Facts.read(person) for person in data]), "per second")
