"""The benchmarks: functions that name a figure, its unit and how it came about."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import NamedTuple

from hsp_calc.facts import Category


class Figure(NamedTuple):
    """A measured figure."""

    name: str
    value: float
    unit: str
    aim: float | None = None


Benchmark = Callable[[], Iterator[Figure]]
BENCHMARKS: list[Benchmark] = []
CATEGORIES = tuple(Category)


def benchmark(function: Benchmark) -> Benchmark:
    """Register a benchmark; it runs when its module is imported by ``tests.bench.__main__``."""
    BENCHMARKS.append(function)
    return function


def seconds(work: Callable[[], object], *, repeat: int = 5) -> float:
    """The shortest of several runs, in seconds: the one that the rest of the machine disturbed least."""
    return min(_once(work) for _ in range(repeat))


def _once(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
