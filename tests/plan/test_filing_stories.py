"""Persons on both sides of the day on which the revised guideline applies: ``tests/data/filing-stories.yaml``."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hsp_calc.facts import Category
from hsp_calc.plan.plan import make_plan
from hsp_calc.plan.routes import Route
from tests.plan.people import case, law

STORIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "filing-stories.yaml").read_text(encoding="utf-8")
)
DAYS = {"before": date(2027, 3, 31), "after": date(2027, 4, 1)}
FACTS = {
    "degrees": ["master"],
    "annual_salary_yen": 9_000_000,
    "experience_years": 5,
    "japanese": "n1",
    "japanese_degree": True,
}


def route_on(story: dict[str, Any], day: date) -> Route:
    facts = FACTS | story.get("facts", {})
    person = case(facts, born="1992-07-01", arrived="2018-04-01", answers=story.get("answers"), **story["stay"])
    plan = make_plan(person, Category(story.get("category", "technical")), law(), day)
    return next(route for route in plan.routes if route.id == story.get("route", "points_80"))


@pytest.mark.parametrize(
    ("story", "side"),
    [pytest.param(story, side, id=f"{story['name']}, {side}") for story in STORIES for side in DAYS if side in story],
)
def test_each_condition_is_as_told_on_both_sides_of_the_revision(story: dict[str, Any], side: str) -> None:
    found = {result.id: result.passed for result in route_on(story, DAYS[side]).conditions}
    assert {name: found.get(name, "absent") for name in story[side]} == story[side]


def test_there_are_ten_persons_and_the_revision_is_seen_by_some_of_them() -> None:
    assert len(STORIES) == 10
    assert law().guideline.revision.day == DAYS["after"]
    assert sum(story.get("before") != story["after"] for story in STORIES) >= 5
