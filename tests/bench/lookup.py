"""The speed of the look-ups: each runs at every key that is typed into their line."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from hsp_calc.app.active_data import DataInUse
from tests.bench.registry import Figure, benchmark, seconds

_QUERIES = Path(__file__).parents[1] / "data" / "university-queries.yaml"
_EXAMS = ("FE", "基本情報技術者試験", "软件设计师", "정보처리기사", "sistems auditer", "AWS Certified", "弁理士")
_KEYSTROKE_AIM = 20.0


@benchmark
def look_ups() -> Iterator[Figure]:
    """Milliseconds of a look-up: the middle and the longest of many names, typed right, wrong and not listed."""
    data = DataInUse.found()
    parts = yaml.safe_load(_QUERIES.read_text(encoding="utf-8"))
    names = [str(query) for part in parts.values() for query in part]
    yield from _figures("lookup.university", data.universities.look_up, names)
    yield from _figures("lookup.exam", data.exam_look_ups.look_up, list(_EXAMS))


def _figures(name: str, look_up: Callable[[str], object], queries: list[str]) -> Iterator[Figure]:
    look_up(queries[0])
    times = sorted(1000 * seconds(partial(look_up, query), repeat=3) for query in queries)
    yield Figure(f"{name}.middle", times[len(times) // 2], "ms", _KEYSTROKE_AIM)
    yield Figure(f"{name}.longest", times[-1], "ms", _KEYSTROKE_AIM)
