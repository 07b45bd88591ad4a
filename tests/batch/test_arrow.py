"""Arrow tables in, Arrow tables out: the function that clusters run."""

import pytest

from tests.batch.agreement import DAY
from tests.batch.cluster import scored

pa = pytest.importorskip("pyarrow")
from hsp_calc.batch.arrow import score_batch, score_batches  # noqa: E402  # after that

CATEGORIES = ("academic", "technical", "management")
RESULTS = [f"{category}.{name}" for category in CATEGORIES for name in ("total", "at_most", "eligible")]
PERSON = {"age": 33, "degrees": ["master"], "experience_years": 6, "annual_salary_yen": 8_200_000, "japanese": "n1"}


def test_an_arrow_table_is_scored_batch_by_batch() -> None:
    people = pa.table({"id": [1, 2], "team": ["x", None], **{name: [value] * 2 for name, value in PERSON.items()}})
    scored = score_batch(people, on=DAY)
    assert scored.column_names == ["id", *RESULTS, "table", "problem", "team"]
    assert scored["technical.total"].to_pylist() == [85, 85]
    batches = list(score_batches(people.to_batches(max_chunksize=1), on=DAY))
    assert [batch["technical.total"].to_pylist() for batch in batches] == [[85], [85]]


def test_a_wrong_row_of_an_arrow_table_has_its_problem() -> None:
    scored = score_batch(pa.table({"id": [1, 2], "age": [33, 400], "degrees": [["master"], ["phd"]]}), on=DAY)
    assert scored["academic.total"].to_pylist() == [30, None]
    assert scored["problem"].to_pylist()[0] is None
    assert "age" in scored["problem"].to_pylist()[1]


def test_several_processes_come_to_the_same_as_one() -> None:
    (_, alone), (_, together) = scored(800, workers=1), scored(800, workers=2)
    assert alone == together > 0
