"""Stories whose days are worked out by hand: ``tests/data/plan-stories.yaml``."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.plan.plan import Plan, make_plan
from hsp_calc.plan.timeline import timeline
from tests.plan.people import ON, case, law, sheet_on

STORIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "plan-stories.yaml").read_text(encoding="utf-8")
)
each_story = pytest.mark.parametrize("story", STORIES, ids=[story["name"] for story in STORIES])


def told(story: dict[str, Any]) -> Case:
    stay = story.get("stay", {})
    return case(*story["history"], born=story["born"], experience=story.get("experience", []), **stay)


def category_of(story: dict[str, Any]) -> Category:
    return Category(story.get("category", "technical"))


def planned(story: dict[str, Any]) -> Plan:
    on = date.fromisoformat(story.get("reference", ON.isoformat()))
    return make_plan(told(story), category_of(story), law(), on)


@each_story
def test_the_timeline_is_as_told(story: dict[str, Any]) -> None:
    *steps, (end,) = story["timeline"]
    expected = [(date.fromisoformat(day), total, None if total is None else not rest) for day, total, *rest in steps]
    plan = planned(story)
    assert [(segment.since, segment.total, segment.eligible) for segment in plan.segments] == expected
    assert [segment.until for segment in plan.segments] == [*(day for day, *_ in expected[1:]), date.fromisoformat(end)]
    assert plan.segments == timeline(told(story).profile(), plan.category, law().scorers, plan.on)


@each_story
def test_the_engine_says_the_same_on_both_sides_of_every_step(story: dict[str, Any]) -> None:
    plan = planned(story)
    profile = told(story).profile()
    for before, after in pairwise(plan.segments):
        for segment, day in ((before, after.since - timedelta(days=1)), (after, after.since)):
            sheet = sheet_on(profile, plan.category, day)
            assert segment.total == (sheet and sheet.total)
            assert segment.eligible == (sheet and sheet.eligible)


@each_story
def test_the_causes_are_as_told(story: dict[str, Any]) -> None:
    found = {segment.since: segment.because for segment in planned(story).segments}
    for day, because in story.get("because", {}).items():
        causes = found[date.fromisoformat(day)]
        assert [[cause.criterion, cause.points, cause.fact] for cause in causes] == because


@each_story
def test_the_routes_are_as_told(story: dict[str, Any]) -> None:
    routes = {route.id: route for route in planned(story).routes}
    for name, expected in story["routes"].items():
        found = {key: getattr(routes[name], key) for key in expected}
        assert found == {key: day and date.fromisoformat(day) for key, day in expected.items()}
