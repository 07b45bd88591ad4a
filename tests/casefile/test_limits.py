"""What can be entered can be saved, and what is saved can be opened."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hsp_calc import limits
from hsp_calc.casefile import Applicant, Case, case_bytes, load, parse_json, read_case, save_case
from hsp_calc.casefile.sections import SavedShifts
from hsp_calc.facts import Category, DatedFacts, Facts, WorkPeriod
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE

DAY = date(2020, 1, 1)
PERIOD = WorkPeriod.model_validate({"from": DAY, "to": None, "categories": [Category.TECHNICAL]})


def codes(data: dict[str, Any]) -> set[str]:
    with pytest.raises(InputError) as caught:
        read_case(data)
    return {problem.code for problem in caught.value.problems}


FULL = {
    "shifts": Case().with_section(SavedShifts.typed([("2026-11-01", "9:00", "18:00", "A")] * 5_000, [])),
    "periods": Case(experience=(PERIOD,) * limits.PERIODS),
    "history": Case(history=(DatedFacts(facts=Facts(japanese="n1", licenses=1)),) * limits.HISTORY),
    "notes": Case(history=(DatedFacts(note="備" * limits.NOTE),) * 3),
    "names": Case(applicant=Applicant(name="x" * limits.NAME, nationality="国" * limits.NAME)),
}


@pytest.mark.parametrize("full", FULL)
def test_a_case_at_its_limits_is_saved_and_opened_again(full: str, tmp_path: Path) -> None:
    save_case(FULL[full], tmp_path / "a.hspcase")
    assert load(tmp_path / "a.hspcase").cases == (FULL[full],)


def test_periods_that_leave_out_what_is_not_known_are_opened_and_saved(tmp_path: Path) -> None:
    written = [{"from": "2020-01-01", "to": None, "categories": ["technical"]}] * 4_000
    case = read_case(SAMPLE | {"experience": written})
    save_case(case, tmp_path / "a.hspcase")
    assert load(tmp_path / "a.hspcase").cases == (case,)


@pytest.mark.parametrize(
    ("beyond", "code"),
    [
        ({"applicant": {"name": "x" * (limits.NAME + 1)}}, "text_too_long"),
        ({"experience": [{"from": "2020-01-01", "to": None, "employer": "x" * 2_500_000, "categories": []}]}, None),
        ({"history": [{"from": None, "facts": {}, "note": "x" * (limits.NOTE + 1)}]}, "text_too_long"),
        ({"history": [{"from": None, "facts": {}}] * (limits.HISTORY + 1)}, "list_too_long"),
        ({"own": [0] * (limits.VALUES + 1)}, "too_many_values"),
    ],
)
def test_what_is_beyond_a_limit_is_named(beyond: dict[str, Any], code: str | None) -> None:
    assert (code or "text_too_long") in codes(SAMPLE | beyond)


def test_values_that_are_written_count_as_much_as_those_that_stand_there() -> None:
    """A file that is opened can be saved: there is none between the limit for reading and that for writing."""
    entries = [{"from": "2020-01-01", "to": None, "categories": ["technical"]}] * limits.PERIODS
    room = limits.VALUES - len(entries) * 5 - 100
    data = SAMPLE | {"experience": entries, "own": [0] * room}
    assert codes(data) == {"too_many_values"}
    fewer = read_case(data | {"own": [0] * (room // 2)})
    assert read_case(parse_json(case_bytes(fewer))) == fewer


def test_a_case_too_large_to_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    case = Case.model_validate({"own": ["x" * 1024**2] * 17})
    with pytest.raises(InputError) as caught:
        save_case(case, tmp_path / "a.hspcase")
    assert [problem.code for problem in caught.value.problems] == ["case_too_large"]
    assert not list(tmp_path.iterdir())


def test_a_case_of_almost_the_largest_size_is_saved_and_opened_again(tmp_path: Path) -> None:
    case = Case.model_validate({"own": ["x" * 1024**2] * 15})
    save_case(case, tmp_path / "a.hspcase")
    assert load(tmp_path / "a.hspcase").cases == (case,)
