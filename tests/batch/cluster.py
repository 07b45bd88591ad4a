"""The same function on several processes: persons scored by Dask's ``map_partitions``, against one process.

python -m tests.batch.cluster      1,000,000 persons with 1 and 2 workers
python -m tests.batch.cluster N    N persons
"""

import json
import sys
from collections.abc import Sequence
from datetime import date
from time import perf_counter
from typing import Any

from hsp_calc.batch.arrow import score_batch

PERSONS, PARTITIONS = 1_000_000, 8
DAY = date(2026, 11, 22)


def main(arguments: Sequence[str]) -> int:
    """Score so many persons with 1 and 2 workers and print the speed of each."""
    count = int(arguments[0]) if arguments else PERSONS
    figures: dict[str, object] = {"persons": count, "partitions": PARTITIONS}
    sums = []
    for workers in (1, 2):
        seconds, total = scored(count, workers=workers)
        figures[f"persons_per_second_{workers}_workers"] = round(count / seconds)
        sums.append(total)
    figures["sum_of_totals"] = sums
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0 if len(set(sums)) == 1 else 1


def scored(count: int, *, workers: int) -> tuple[float, int]:
    """How long the persons take on so many processes, and the sum of their totals."""
    import dask  # noqa: PLC0415  # with the tools of developers alone
    from dask.base import compute  # noqa: PLC0415  # as above
    from dask.delayed import delayed  # noqa: PLC0415  # as above

    share = count // PARTITIONS
    parts = [delayed(_part)(number * share, share) for number in range(PARTITIONS)]
    with dask.config.set(scheduler="processes", num_workers=workers):
        compute(*[delayed(_part)(0, 1) for _ in range(workers)])  # the processes start and import before the clock
        start = perf_counter()
        totals = compute(*parts)
        return perf_counter() - start, sum(totals)


def _part(first: int, count: int) -> int:
    """The sum of the totals of a part of the persons, made and scored in one process."""
    import pyarrow.compute as pc  # noqa: PLC0415  # as above

    total: Any = pc.sum(score_batch(made(first, count), on=DAY)["technical.total"])
    return int(total.as_py())


def made(first: int, count: int) -> Any:
    """Made-up persons as an Arrow table, the same for the same numbers."""
    import pyarrow as pa  # noqa: PLC0415  # as above

    numbers = range(first, first + count)
    return pa.table(
        {
            "id": pa.array(numbers),
            "age": pa.array([20 + number % 31 for number in numbers]),
            "annual_salary_yen": pa.array([3_000_000 + number % 17 * 500_000 for number in numbers]),
            "experience_years": pa.array([number % 12 for number in numbers]),
            "degrees": pa.array([["master"] if number % 3 else ["bachelor", "doctor"] for number in numbers]),
            "japanese": pa.array(["n1" if number % 2 else None for number in numbers]),
        }
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
