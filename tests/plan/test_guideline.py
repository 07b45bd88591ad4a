"""``permanent-residence.yaml`` and ``j-skip.yaml``: what they say, and what is refused."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from hsp_calc.casefile import ConditionAnswers
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.plan.guideline import Guideline, Judge, StatusKind, load_guideline
from hsp_calc.plan.j_skip import JSkip, load_j_skip
from hsp_calc.rules import Sources
from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.error_messages import SENTENCES
from hsp_calc.validation import InputError

RULES = resources() / "rules"
AFTER_THE_REVISION = {"household_income", "pension_prospect", "absences", "rules"}
GUIDELINE, J_SKIP = RULES / "permanent-residence.yaml", RULES / "j-skip.yaml"


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    return load_guideline(GUIDELINE)


@pytest.fixture(scope="module")
def j_skip() -> JSkip:
    return load_j_skip(J_SKIP)


def models(model: object) -> Iterator[BaseModel]:
    """Every part of a data file."""
    if isinstance(model, BaseModel):
        yield model
        for name in type(model).model_fields:
            yield from models(getattr(model, name))
    elif isinstance(model, dict):
        for value in model.values():
            yield from models(value)
    elif isinstance(model, tuple):
        for value in model:
            yield from models(value)


@pytest.mark.parametrize("name", ["guideline", "j_skip"])
def test_everything_has_a_known_source_and_the_day_it_was_checked(
    name: str, request: pytest.FixtureRequest, sources: Sources
) -> None:
    named = [model for model in models(request.getfixturevalue(name)) if "sources" in type(model).model_fields]
    assert named
    for model in named:
        assert set(dict(model)["sources"]) <= set(sources.sources)
        assert dict(model)["checked_on"] >= date(2026, 11, 22)


@pytest.mark.parametrize("name", ["guideline", "j_skip"])
def test_every_wording_stands_in_both_languages(name: str, request: pytest.FixtureRequest) -> None:
    words = [model for model in models(request.getfixturevalue(name)) if "ja" in type(model).model_fields]
    assert len(words) > 5
    for model in words:
        ja, en = dict(model)["ja"], dict(model)["en"]
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", ja)
        assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]", en)
        assert ja.endswith("。") == en.endswith(".")


def test_there_are_three_routes(guideline: Guideline) -> None:
    assert [(route.id, route.points, route.years) for route in guideline.routes] == [
        ("points_80", 80, 1),
        ("points_70", 70, 3),
        ("j_skip", None, 1),
    ]


def test_every_kind_of_condition_is_there(guideline: Guideline) -> None:
    assert {condition.judged_by for condition in guideline.conditions} == set(Judge)
    asked = [condition.id for condition in guideline.conditions if condition.judged_by is Judge.ASKED]
    assert asked == [
        "landing_criteria",
        "taxes",
        "pension",
        "health_insurance",
        "household_income",
        "pension_prospect",
        "absences",
        "rules",
    ]


def test_every_condition_has_a_place_for_its_answer_but_those_that_the_score_decides(guideline: Guideline) -> None:
    judged = {condition.id for condition in guideline.conditions}
    of_score = {c.id for c in guideline.conditions if c.judged_by in {Judge.POINTS, Judge.BOTH_ENDS}}
    assert of_score == {"points_kept", "points_at_both_ends"}
    assert judged - of_score <= set(ConditionAnswers.model_fields)


@pytest.mark.parametrize(("day", "asked"), [("2027-03-31", set()), ("2027-04-01", AFTER_THE_REVISION)])
def test_the_revised_guideline_asks_more_of_applications_filed_from_1_april_2027(
    guideline: Guideline, day: str, asked: set[str]
) -> None:
    conditions = [c for c in guideline.conditions if c.id in AFTER_THE_REVISION]
    assert {c.id for c in conditions if c.on(date.fromisoformat(day))} == asked
    assert {rule.certainty for c in conditions for rule in c.rules} == {Certainty.REPORTED}


@pytest.mark.parametrize(("day", "years"), [("2026-11-22", 3), ("2027-03-31", 3), ("2027-04-01", 5), ("2099-01-01", 5)])
def test_the_longest_period_of_stay_changes_on_1_april_2027(guideline: Guideline, day: str, years: int) -> None:
    condition = next(c for c in guideline.conditions if c.judged_by is Judge.PERIOD)
    rule = condition.on(date.fromisoformat(day))
    assert rule is not None
    assert rule.least_years == years


@pytest.mark.parametrize(("day", "since"), [("2024-06-09", None), ("2024-06-10", "2024-06-10")])
def test_points_kept_through_the_period_are_in_the_guideline_since_2024(
    guideline: Guideline, day: str, since: str | None
) -> None:
    condition = next(c for c in guideline.conditions if c.judged_by is Judge.POINTS)
    rule = condition.on(date.fromisoformat(day))
    assert rule is not None
    assert rule.since == (since and date.fromisoformat(since))


@pytest.mark.parametrize(
    ("day", "status", "category", "special"),
    [
        ("2025-10-15", "経営・管理", Category.MANAGEMENT, "5 million yen"),
        ("2025-10-16", "経営・管理", Category.MANAGEMENT, "30 million yen"),
        ("2025-10-16", "高度専門職１号ハ", Category.MANAGEMENT, "30 million yen"),
        ("2025-10-16", "高度専門職２号", Category.MANAGEMENT, "30 million yen"),
        ("2025-10-16", "高度専門職２号", Category.TECHNICAL, None),
        ("2025-10-16", "高度専門職１号ロ", Category.MANAGEMENT, None),
        ("2025-10-16", "技術・人文知識・国際業務", Category.MANAGEMENT, None),
    ],
)
def test_what_rests_on_business_manager_must_meet_its_criteria_of_october_2025(
    guideline: Guideline, day: str, status: str, category: Category, special: str | None
) -> None:
    condition = next(c for c in guideline.conditions if c.id == "landing_criteria")
    found = condition.rule_for(date.fromisoformat(day), guideline.status(status), category)
    assert found is not None
    rule, sources = found
    assert (special or "education or experience") in rule.en
    assert ("business_manager_criteria" in sources) is (special is not None)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("高度専門職1号ロ", StatusKind.HIGHLY_SKILLED_1),
        ("高度専門職１号（ロ）", StatusKind.HIGHLY_SKILLED_1),
        ("Highly Skilled Professional (i)(b)", StatusKind.HIGHLY_SKILLED_1),
        ("highly skilled professional 1 (b)", StatusKind.HIGHLY_SKILLED_1),
        ("高度専門職２号", StatusKind.HIGHLY_SKILLED_2),
        ("HSP (ii)", StatusKind.HIGHLY_SKILLED_2),
        ("技術･人文知識･国際業務", StatusKind.WORK),
        ("Engineer / Specialist in Humanities / International Services", StatusKind.WORK),
        ("留学", StatusKind.NO_WORK),
        ("Dependant", StatusKind.NO_WORK),
        ("特定技能2号", StatusKind.WORK),
        ("特定技能1号", StatusKind.NO_WORK),
        ("特定活動（46号）", StatusKind.WORK),
        ("特定活動 告示第46号", StatusKind.WORK),
        ("特定活動", StatusKind.DEPENDS),
        ("Designated Activities (working holiday)", StatusKind.NO_WORK),
        ("日本人の配偶者等", StatusKind.UNLIMITED),
        ("永住者", StatusKind.PERMANENT),
        ("another value", None),
        ("", None),
    ],
)
def test_a_status_is_known_however_it_is_written(guideline: Guideline, written: str, kind: StatusKind | None) -> None:
    status = guideline.status(written)
    assert (status and status.kind) == kind


def test_papers_are_those_of_the_route(guideline: Guideline) -> None:
    for route in guideline.routes:
        ids = [paper.id for paper in guideline.papers.of(route.id)]
        assert ids == [paper.id for paper in guideline.papers.items if paper.id in ids]
        assert {"application", "photo", "national_tax", "guarantor"} <= set(ids)
    assert guideline.papers.months_valid == 3


@pytest.mark.parametrize(
    ("category", "requirements", "salary"),
    [
        (Category.ACADEMIC, ["degree_or_experience", "salary"], 20_000_000),
        (Category.TECHNICAL, ["degree_or_experience", "salary"], 20_000_000),
        (Category.MANAGEMENT, ["experience", "salary"], 40_000_000),
    ],
)
def test_j_skip_asks_for_a_degree_or_experience_and_pay(
    j_skip: JSkip, category: Category, requirements: list[str], salary: int
) -> None:
    found = j_skip.categories[category]
    assert [requirement.id for requirement in found] == requirements
    assert found[-1].any_of[0].when["annual_salary_yen"].at_least == salary


UNTIL_REVISED = 'to: "2027-03-31"\n        certainty: certain\n        least_years'
FAULTS = [
    (GUIDELINE, "id: points_70\n    ja", "id: points_80\n    ja", "duplicate_id"),
    (GUIDELINE, "    points: 80\n    years: 1", "    points: 80\n    year: 1", "missing_field"),
    (GUIDELINE, "judged_by: period", "judged_by: luck", "not_allowed"),
    (GUIDELINE, UNTIL_REVISED, UNTIL_REVISED.replace("31", "30"), "rules_not_touching"),
    (GUIDELINE, UNTIL_REVISED, UNTIL_REVISED.replace('"2027-03-31"', "null"), "rules_not_touching"),
    (GUIDELINE, "        least_years: 5\n", "", "least_years_unclear"),
    (GUIDELINE, "routes: [points_70]", "routes: [points_75]", "unknown_route"),
    (GUIDELINE, '"技人国"', '"HSP 2"', "duplicate_id"),
    (GUIDELINE, "routes: [j_skip]\n    ja", "routes: [j_skop]\n    ja", "unknown_route"),
    (GUIDELINE, "proof_years: {points_80: 1", "proof_years: {points_8: 1", "unknown_route"),
    (GUIDELINE, "certainty: reported", "certainty: rumoured", "not_allowed"),
    (GUIDELINE, "id: photo", "id: application", "duplicate_id"),
    (GUIDELINE, "kind: work", "kind: leisure", "not_allowed"),
    (J_SKIP, "  management:", "  managment:", "not_allowed"),
    (J_SKIP, "experience_years: {at_least: 5}", "experience_year: {at_least: 5}", "unknown_fact"),
    (J_SKIP, "annual_salary_yen: {at_least: 40000000}", "annual_salary_yen: {is: true}", "test_of_other_kind"),
    (J_SKIP, 'from: "2023-04-21"', 'from: "April 2023"', "not_allowed"),
    (J_SKIP, "    - id: experience\n      ja", "    - id: salary\n      ja", "duplicate_id"),
]


@pytest.mark.parametrize(("path", "was", "becomes", "code"), FAULTS)
def test_a_faulty_file_is_refused_with_the_line(path: Path, was: str, becomes: str, code: str, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    faulty = tmp_path / path.name
    faulty.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        (load_guideline if path is GUIDELINE else load_j_skip)(faulty)
    problems = caught.value.problems
    assert code in [problem.code for problem in problems]
    assert all(problem.line for problem in problems)


def test_every_refusal_has_its_words() -> None:
    assert {"unknown_route", "rules_not_touching", "least_years_unclear"} <= set(SENTENCES)
