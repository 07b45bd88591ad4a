"""On the last days of the calendar there is a plan too, though there is hardly anything ahead."""

from datetime import date, timedelta

import pytest

from hsp_calc.facts import Category
from hsp_calc.plan.plan import make_plan
from tests.plan.people import case, law


@pytest.mark.parametrize("day", [date.max, date.max - timedelta(days=1)])
def test_the_plan_of_the_last_days_has_the_total_of_that_day(day: date) -> None:
    plan = make_plan(case({"degrees": ["master"]}), Category.TECHNICAL, law(), day)
    assert plan.now.sheet.total == 20
    assert plan.until == date.max


def test_an_end_that_was_asked_for_must_lie_ahead() -> None:
    with pytest.raises(ValueError, match="is not after"):
        make_plan(case({}), Category.TECHNICAL, law(), date.max, date.max)
