"""The headline on permanent residence: stories of ``tests/data/headline-stories.yaml``, and the rules behind it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.plan.headline import State, headline_of
from hsp_calc.plan.plan import Plan, make_plan
from hsp_calc.plan.plan_json import plan_data
from hsp_calc.text import Translator
from hsp_calc.text.headline import headline_text
from tests.plan.people import NOTHING, case, law

TODAY = date(2026, 11, 27)
STORIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "data" / "headline-stories.yaml").read_text(encoding="utf-8")
)
each_story = pytest.mark.parametrize("story", STORIES, ids=[story["name"] for story in STORIES])
YES = {"answer": "yes"}
ALL_YES = dict.fromkeys(
    (
        "landing_criteria",
        "taxes",
        "pension",
        "health_insurance",
        "household_income",
        "pension_prospect",
        "absences",
        "rules",
    ),
    YES,
)
ENGINEER = {"status": "技術・人文知識・国際業務", "since": "2020-04-01", "arrived": "2020-04-01", "period_years": 5}
POINTS_85 = {"from": "2020-04-01", "degrees": ["doctor"], "annual_salary_yen": 10_000_000, "japanese": "n1"}


def answer(given: bool | str) -> dict[str, str]:
    return {"answer": given if isinstance(given, str) else "yes" if given else "no"}  # YAML reads them as booleans


def told(story: dict[str, Any]) -> Case:
    history = [{"from": story.get("same_since"), **story["facts"]}, *story.get("history", [])]
    answers = {name: answer(given) for name, given in story.get("answers", {}).items()}
    return case(*history, born=story["born"], answers=answers, **story["stay"])


def planned(story: dict[str, Any]) -> Plan:
    on = date.fromisoformat(story.get("reference", TODAY.isoformat()))
    return make_plan(told(story), Category(story.get("category", "technical")), law(), on)


@each_story
def test_the_headline_is_as_told(story: dict[str, Any]) -> None:
    data: Any = plan_data(planned(story))["headline"]
    assert {key: data[key] for key in story["headline"]} == story["headline"]


@each_story
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_headline_reads_as_told(story: dict[str, Any], language: str) -> None:
    said = headline_text(planned(story), law().guideline, TODAY, Translator.load(language))
    assert said == story[language]


def headline(person: Case, on: date = TODAY, category: Category = Category.TECHNICAL) -> Any:
    return plan_data(make_plan(person, category, law(), on))["headline"]


@each_story
@pytest.mark.parametrize("days", [-400, 30, 1500])
def test_now_is_said_of_no_day_but_today(story: dict[str, Any], days: int) -> None:
    plan = planned(story)
    said = headline_text(plan, law().guideline, date.fromordinal(plan.on.toordinal() + days), Translator.load("en"))
    assert " now" not in said


@pytest.mark.parametrize(
    ("on", "years", "expires", "answers", "expected"),
    [
        ("2027-03-31", 3, "2028-06-30", {}, ("open", [])),
        ("2027-04-01", 3, "2028-06-30", {}, ("unchecked", ["period_of_stay"])),
        ("2027-04-01", 3, "2028-06-30", {"first_application": YES}, ("unchecked", ["period_of_stay"])),
        ("2027-04-01", 3, "2028-06-30", {"first_application": {"answer": "no"}}, ("blocked", ["period_of_stay"])),
        ("2027-04-01", 3, "2028-06-30", {"first_application": YES, "decision_on": "2028-06-30"}, ("open", [])),
        ("2027-04-01", 3, "2028-06-30", {"decision_on": "2028-07-01"}, ("blocked", ["period_of_stay"])),
        ("2027-04-01", 3, "2030-03-31", {"first_application": YES, "decision_on": "2027-10-01"}, ("open", [])),
        (
            "2027-04-01",
            3,
            "2030-04-01",
            {"first_application": YES, "decision_on": "2027-10-01"},
            ("blocked", ["period_of_stay"]),
        ),
        ("2027-04-01", 3, "2027-03-31", {}, ("unchecked", ["period_of_stay"])),
        ("2027-04-01", 5, "2028-06-30", {}, ("open", [])),
        ("2027-04-01", 1, "2028-03-31", {}, ("blocked", ["period_of_stay"])),
        ("2027-03-31", 1, "2028-03-31", {}, ("blocked", ["period_of_stay"])),
        ("2027-04-01", None, "2028-03-31", {"period_of_stay": YES}, ("open", [])),
    ],
)
def test_a_period_of_3_years_will_do_after_march_2027_in_three_conditions(
    on: str, years: int | None, expires: str, answers: dict[str, Any], expected: tuple[str, list[str]]
) -> None:
    stay = ENGINEER | {"period_years": years, "expires": expires}
    found = headline(case(POINTS_85, born="1980-01-01", answers=ALL_YES | answers, **stay), date.fromisoformat(on))
    assert (found["state"], found["fails"] + found["unchecked"]) == expected


@pytest.mark.parametrize(
    ("stay", "fails", "unchecked"),
    [
        ({"status": "留学"}, ["work_status"], []),
        ({"status": "家族滞在"}, ["work_status"], []),
        ({"status": "技能実習"}, ["work_status"], []),
        ({"status": "短期滞在"}, ["work_status"], []),
        ({"status": "特定活動（就職活動）"}, ["work_status"], []),
        ({"status": "特定活動（告示46号、本邦大学等卒業者）"}, [], []),
        ({"status": "特定活動"}, [], ["work_status"]),
        ({"status": "日本人の配偶者等"}, [], ["work_status"]),
        ({"status": "定住者"}, [], ["work_status"]),
        ({"status": "a status nobody knows"}, [], ["work_status"]),
        ({"status": ""}, [], ["work_status"]),
        ({"since": None}, [], ["work_status"]),
        ({"status": "高度専門職１号ロ"}, [], []),
    ],
)
def test_the_present_status_blocks_or_is_asked(stay: dict[str, Any], fails: list[str], unchecked: list[str]) -> None:
    found = headline(case(POINTS_85, born="1980-01-01", answers=ALL_YES, **ENGINEER | stay))
    assert (found["fails"], found["unchecked"]) == (fails, unchecked)


@pytest.mark.parametrize(
    ("earlier", "day", "rests_on"),
    [
        ([], "2026-11-27", ["residence.earlier"]),
        ([{"status": "研究", "from": "2020-04-01", "to": "2026-03-31"}], "2026-11-27", []),
        ([{"status": "研究", "from": "2020-04-01"}], "2026-11-27", []),
        ([{"status": "研究", "from": "2020-04-01", "to": "2026-02-28"}], "2026-11-27", ["residence.earlier"]),
        ([{"status": "家族滞在", "from": "2020-04-01", "to": "2026-03-31"}], "2027-04-01", []),
        (
            [
                {"status": "家族滞在", "from": "2020-04-01", "to": "2025-12-31"},
                {"status": "研究", "from": "2026-01-01", "to": "2026-03-31"},
            ],
            "2027-01-01",
            [],
        ),
    ],
)
def test_what_was_held_before_is_part_of_the_period(
    earlier: list[dict[str, str]], day: str, rests_on: list[str]
) -> None:
    stay = ENGINEER | {"since": "2026-04-01", "earlier": earlier}
    found = headline(case(POINTS_85, born="1980-01-01", answers=ALL_YES, **stay))
    assert (found["day"], found["rests_on"]) == (day, rests_on)


def test_a_yes_since_a_day_must_cover_what_the_documents_show() -> None:
    late = {"taxes": {"answer": "yes", "since": "2025-12-01"}}
    person = case(POINTS_85, born="1980-01-01", answers=ALL_YES | late, **ENGINEER)
    assert headline(person, date(2026, 11, 30))["fails"] == ["taxes"]
    assert headline(person, date(2026, 12, 1))["state"] == "open"


def test_not_sure_is_no_yes() -> None:
    person = case(POINTS_85, born="1980-01-01", answers=ALL_YES | {"taxes": {"answer": "not_sure"}}, **ENGINEER)
    assert (headline(person)["state"], headline(person)["unchecked"]) == ("unchecked", ["taxes"])


def test_what_is_dated_is_never_doubted_and_what_can_be_spared_is_not_named() -> None:
    facts: dict[str, Any] = {key: value for key, value in POINTS_85.items() if key != "from"}
    dated = {"from": "2020-04-01", "annual_salary_yen": facts.pop("annual_salary_yen")}
    person = case(facts | {"licenses": 1, "sme": False}, dated, born="1980-01-01", answers=ALL_YES, **ENGINEER)
    assert headline(person)["rests_on"] == ["degrees", "japanese"]


def test_what_lies_ahead_rests_on_nothing() -> None:
    stay = ENGINEER | {"arrived": "2026-11-27", "since": "2026-11-27"}
    facts = {key: value for key, value in POINTS_85.items() if key != "from"}
    found = headline(case(facts, born="1980-01-01", answers=ALL_YES, **stay))
    assert (found["state"], found["day"], found["rests_on"]) == ("later", "2027-11-27", [])


def test_a_permanent_resident_needs_no_route() -> None:
    plan = make_plan(case(POINTS_85, born="1980-01-01", status="永住者"), Category.TECHNICAL, law(), TODAY)
    assert headline_of(plan).state is State.NONE
    assert "already" in headline_text(plan, law().guideline, TODAY, Translator.load("en"))


def test_filing_before_and_after_the_revision_is_compared_until_it_lies_behind() -> None:
    person = case(POINTS_85, born="1980-01-01", answers=ALL_YES, **ENGINEER | {"period_years": 3})

    def compared(on: str) -> Any:
        data: Any = plan_data(make_plan(person, Category.TECHNICAL, law(), date.fromisoformat(on)))
        return data["routes"][0]["compared"]

    found = compared("2027-03-31")
    assert (found["before"]["day"], found["after"]["day"]) == ("2027-03-31", "2027-04-01")
    before = {one["id"]: one["passed"] for one in found["before"]["conditions"]}
    after = {one["id"]: one["passed"] for one in found["after"]["conditions"]}
    assert (before["period_of_stay"], after["period_of_stay"]) == (True, None)
    assert after.keys() - before.keys() == {"household_income", "pension_prospect", "absences", "rules"}
    assert compared("2027-04-01") is None


@pytest.mark.parametrize("known", [{}, {"degrees": ["doctor"]}, {"annual_salary_yen": 8_000_000}])
def test_what_is_not_answered_closes_no_route(known: dict[str, Any]) -> None:
    plan = make_plan(case(known), Category.TECHNICAL, law(), TODAY)
    assert headline_of(plan).state is State.NONE
    assert "missing may change" in headline_text(plan, law().guideline, TODAY, Translator.load("en"))


def test_a_score_that_no_answer_can_bring_up_closes_the_routes() -> None:
    plan = make_plan(case(NOTHING, born="1970-01-01"), Category.TECHNICAL, law(), TODAY)
    said = headline_text(plan, law().guideline, TODAY, Translator.load("en"))
    assert said.startswith("No route to permanent residence by points opens")
