"""Files that were damaged end in a case or in a refusal, and in nothing else."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from hsp_calc.casefile import case_bytes, load, parse_json, read_case
from hsp_calc.engine import Scorer
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE
from tests.engine.persons import persons

FILES = 3_000
DAY = date(2026, 11, 22)
PIECES = (
    b'null true false 0 -1 1e9 1e999 NaN 1.5 99999999999999999999 [] {} "" [[]] {"a":1} , : " \\ { } [ ] \x00 \xff '
    b'\xef\xbb\xbf \\ud800 "from" "facts" "version":2 "history" "n1" "2024-02-30" "0001-01-01" "9999-12-31"'
).split()


def _seeds() -> list[bytes]:
    some = list(persons(20, seed=7, day=DAY))
    return [json.dumps(SAMPLE).encode(), json.dumps(some[:3]).encode(), *(json.dumps(one).encode() for one in some)]


SEEDS = _seeds()


def mutated(random: Random, content: bytes) -> bytes:
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        at = random.randrange(len(content) + 1)
        to = min(len(content), at + random.choice((0, 1, 1, 4, 20)))
        match random.randrange(4):
            case 0:
                content = content[:at] + random.choice(PIECES) + content[to:]
            case 1:
                content = content[:at] + content[to:]
            case 2:
                content = content[:at] + content[at:to] * 2 + content[to:]
            case _:
                content = content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]
    return content


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_file_is_loaded_or_refused(seed: int, tmp_path: Path, scorer: Scorer) -> None:
    random = Random(seed)  # noqa: S311 - damage, no secrets
    path = tmp_path / "damaged.hspcase"
    ends: Counter[str] = Counter()
    codes: set[str] = set()
    unscored: set[str] = set()
    for _ in range(FILES // 10):
        content = mutated(random, random.choice(SEEDS))
        path.write_bytes(content)
        try:
            loaded = load(path)
        except InputError as error:
            ends["refused"] += 1
            codes |= {problem.code for problem in error.problems} or {"no problem"}
            continue
        ends["loaded"] += 1
        for case in loaded.cases:
            assert case_bytes(read_case(parse_json(case_bytes(case)))) == case_bytes(case)
            try:
                scorer.sheets(case.profile().facts_on(DAY), DAY)
            except InputError as error:
                unscored |= {problem.code for problem in error.problems}
    assert unscored <= {"born_later", "too_old"}
    assert "not_json" in codes
    assert "no problem" not in codes
    assert ends["refused"] > 100
    assert ends["loaded"] > 10
