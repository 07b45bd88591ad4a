"""The answers of the guide as JSON objects."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from hsp_calc.casefile.sections import ActivityAnswers, Household, UnderlyingAnswers
from hsp_calc.guide.activity import judge_activity
from hsp_calc.guide.benefits import compare_benefits
from hsp_calc.guide.contents import Guide
from hsp_calc.guide.guide_json import (
    activity_data,
    benefits_data,
    employer_data,
    hours_data,
    two_decimals,
    underlying_data,
)
from hsp_calc.guide.underlying import judge_underlying
from hsp_calc.guide.weekly_hours import Range, Shift, weigh

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, "0.00"), (1, "0.02"), (20, "0.33"), (40, "0.67"), (1680, "28.00"), (1681, "28.02")]
)
def test_hours_have_two_decimals(minutes: int, hours: str) -> None:
    assert two_decimals(minutes) == hours


def test_hours_have_the_form_that_scripts_rely_on(guide: Guide) -> None:
    shifts = [Shift(DAY, 0, 1440), Shift(date(2026, 11, 3), 0, 500), Shift(date(2026, 11, 8), 0, 481)]
    data = hours_data(weigh(shifts, [Range(date(2026, 11, 8), date(2026, 11, 8))], guide.hours))
    assert list(data) == ["limit", "worst", "over", "days_over"]
    assert data["limit"] == 28
    assert data["worst"] == {"from": "2026-11-02", "to": "2026-11-08", "hours": 32.33}
    assert isinstance(data["over"], list)
    assert data["over"][0] == {"from": "2026-10-28", "to": "2026-11-03", "hours": 32.33}
    assert data["days_over"] == [{"date": "2026-11-08", "hours": 8.02}]
    assert hours_data(weigh([], [], guide.hours)) == {"limit": 28, "worst": None, "over": [], "days_over": []}


def objects(guide: Guide) -> list[dict[str, object]]:
    other = UnderlyingAnswers.read({"status": "other"})
    return [
        underlying_data(judge_underlying(UnderlyingAnswers(), guide.underlying)),
        underlying_data(judge_underlying(other, guide.underlying)),
        activity_data(judge_activity(ActivityAnswers(), guide.activity)),
        activity_data(
            judge_activity(
                ActivityAnswers.read({"present": "work", "wanted": "business", "replaces_main": False}),
                guide.activity,
            )
        ),
        benefits_data(compare_benefits(Household(), guide.benefits)),
        employer_data(guide.employer),
    ]


def statements(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, dict):
        if "sources" in data:
            yield data
        for value in data.values():
            yield from statements(value)
    elif isinstance(data, list):
        for value in data:
            yield from statements(value)


def test_every_statement_carries_its_sources_and_its_day(guide: Guide) -> None:
    for data in objects(guide):
        assert json.loads(json.dumps(data)) == data
        found = list(statements(data))
        assert found
        for said in found:
            assert said["ja"]
            assert said["en"]
            assert said["sources"]
            assert str(said["checked_on"]) >= "2026-11-22"


def test_every_object_says_that_it_is_no_legal_advice(guide: Guide) -> None:
    assert all("notice" in data for data in objects(guide))
