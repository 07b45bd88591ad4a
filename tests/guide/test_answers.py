"""What a case keeps of the guide: read again as it was written, and never lost where it is malformed."""

import json

import pytest

from hsp_calc.casefile import Case
from hsp_calc.casefile.reading import read_case
from hsp_calc.casefile.sections import (
    ActivityAnswers,
    Duties,
    GuideAnswers,
    Household,
    PresentStatus,
    UnderlyingAnswers,
)
from hsp_calc.casefile.serialization import case_bytes, case_data
from hsp_calc.validation import InputError

ANSWERED = GuideAnswers(
    underlying=UnderlyingAnswers(duties=Duties.SKILLED, experience_years=3.5, it_exam=False),
    activity=ActivityAnswers(present=PresentStatus.STUDENT, weekly_hours=28.0),
    household=Household(household_income_yen=8_000_000, pregnancy=True),
)


def keeping(written: object) -> Case:
    return Case.model_validate({"guide": written})


def test_a_case_that_was_never_asked_keeps_nothing() -> None:
    assert Case().section(GuideAnswers) == GuideAnswers()
    assert Case().with_section(GuideAnswers()) == Case()


def test_answers_come_back_from_a_file_as_they_were_given() -> None:
    again = read_case(json.loads(case_bytes(Case().with_section(ANSWERED))))
    assert again.section(GuideAnswers) == ANSWERED


def test_an_answer_that_is_taken_back_leaves_the_case_as_it_was() -> None:
    case = Case().with_section(GuideAnswers().with_answer("underlying", "duties", "simple"))
    assert case_data(case)["guide"] == {"underlying": {"duties": "simple"}}
    assert case.with_section(case.section(GuideAnswers).with_answer("underlying", "duties", None)) == Case()


def test_an_answer_changes_nothing_else() -> None:
    changed = ANSWERED.with_answer("household", "pregnancy", False)
    assert changed == ANSWERED.model_copy(
        update={"household": Household(household_income_yen=8_000_000, pregnancy=False)}
    )


def test_an_answer_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="weekly_hours"):
        GuideAnswers().with_answer("activity", "weekly_hours", 169)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ([], "guide"),
        ({"underlying": 1}, "guide.underlying"),
        ({"underlying": {"duties": "hard"}}, "guide.underlying.duties"),
        ({"household": {"pregnancy": "yes"}}, "guide.household.pregnancy"),
    ],
)
def test_what_is_malformed_is_told_by_its_place(written: object, place: str) -> None:
    with pytest.raises(InputError) as refused:
        keeping(written).section(GuideAnswers)
    assert [problem.place for problem in refused.value.problems] == [place]


def test_what_a_newer_version_keeps_there_stays() -> None:
    case = keeping({"of_tomorrow": {"a": None}, "household": {"pregnancy": True}})
    kept = case.section(GuideAnswers).with_answer("household", "pregnancy", None)
    assert case_data(case.with_section(kept))["guide"] == {"of_tomorrow": {"a": None}}
