"""The underlying status: a story for each verdict, and both sides of each limit."""

from typing import Any

import pytest

from hsp_calc.casefile.sections import UnderlyingAnswers
from hsp_calc.facts import Category, Facts
from hsp_calc.guide.contents import Guide
from hsp_calc.guide.underlying import Judged, UnderlyingResult, judge_underlying
from hsp_calc.validation import InputError

ENGINEER: dict[str, Any] = {
    "work_kind": "knowledge",
    "has_degree": True,
    "degree_relation": "related",
    "main_duty": "development",
    "vocational": "none",
    "language_work": False,
    "salary_yen": 5_000_000,
    "colleague_salary_yen": 5_000_000,
    "duties": "skilled",
    "workplace": "own",
    "contract_term": "indefinite",
    "stability": "stable",
}


def judged(guide: Guide, **changes: object) -> UnderlyingResult:
    answers = {name: value for name, value in (ENGINEER | changes).items() if value is not None}
    return judge_underlying(UnderlyingAnswers.read(answers), guide.underlying)


def point(result: UnderlyingResult, name: str) -> Judged:
    return next(point for point in result.points if point.id == name)


def test_an_engineer_with_a_related_degree_fits(guide: Guide) -> None:
    result = judged(guide)
    assert (result.verdict, result.open) == ("fits", ())
    assert {point.verdict for point in result.points} == {"fits"}
    assert result.said.ja == "回答の限りでは、在留資格に当てはまります。"


STORIES = [
    ({"degree_relation": "partly", "experience_years": 4, "it_exam": False}, "background", "degree_partly", "doubtful"),
    (
        {"degree_relation": "unrelated", "experience_years": 4, "it_exam": False},
        "background",
        "none",
        "does_not_fit",
    ),
    ({"has_degree": False, "experience_years": 9.99, "it_exam": False}, "background", "none", "does_not_fit"),
    ({"has_degree": False, "experience_years": 10, "it_exam": False}, "background", "experience", "fits"),
    ({"has_degree": False, "experience_years": 0, "it_exam": True}, "background", "it_exam", "fits"),
    ({"has_degree": False, "experience_years": 12, "it_exam": None}, "background", "experience", "fits"),
    ({"has_degree": False, "vocational": "related"}, "background", "vocational_related", "fits"),
    (
        {"has_degree": False, "vocational": "unrelated", "experience_years": 3, "it_exam": False},
        "background",
        "none",
        "does_not_fit",
    ),
    (
        {"work_kind": "international_services", "experience_years": 3},
        "background",
        "international_experience",
        "fits",
    ),
    (
        {"work_kind": "international_services", "experience_years": 2.9, "translation_teaching": True},
        "background",
        "international_degree",
        "fits",
    ),
    (
        {"work_kind": "international_services", "experience_years": 2.9, "translation_teaching": False},
        "background",
        "international_none",
        "does_not_fit",
    ),
    (
        {
            "work_kind": "international_services",
            "experience_years": 2.9,
            "has_degree": False,
            "vocational": "related",
            "translation_teaching": True,
        },
        "background",
        "international_none",
        "does_not_fit",
    ),
    ({"language_work": True, "language_b2": True}, "language", "b2", "fits"),
    ({"language_work": True, "language_b2": False}, "language", "below_b2", "does_not_fit"),
    ({"salary_yen": 4_999_999}, "pay", "less", "does_not_fit"),
    ({"salary_yen": 5_000_001}, "pay", "equal", "fits"),
    ({"salary_yen": 2_999_999, "colleague_salary_yen": 2_900_000}, "practical_minimum", "below", "doubtful"),
    ({"salary_yen": 3_000_000, "colleague_salary_yen": 2_900_000}, "practical_minimum", "reached", "fits"),
    ({"duties": "partly_simple"}, "duties", "partly_simple", "doubtful"),
    ({"duties": "simple"}, "duties", "simple", "does_not_fit"),
    ({"workplace": "dispatch", "site_described": True}, "workplace", "dispatch_described", "fits"),
    (
        {"workplace": "dispatch", "site_described": False, "training_first": False},
        "workplace",
        "dispatch_not_described",
        "does_not_fit",
    ),
    (
        {"workplace": "dispatch", "site_described": False, "training_first": True},
        "workplace",
        "dispatch_after_training",
        "fits",
    ),
    ({"workplace": "client_site", "site_described": True}, "workplace", "client_site_described", "fits"),
    ({"workplace": "client_site", "site_described": False}, "workplace", "client_site_not_described", "doubtful"),
    ({"contract_term": "renewable"}, "contract", "renewable", "fits"),
    ({"contract_term": "ending"}, "contract", "ending", "doubtful"),
    ({"contract_term": "no_contract"}, "contract", "no_contract", "does_not_fit"),
    ({"stability": "loss"}, "employer", "loss", "doubtful"),
    ({"stability": "new"}, "employer", "new", "doubtful"),
]


@pytest.mark.parametrize(("changes", "name", "reason", "verdict"), STORIES)
def test_one_point_decides(guide: Guide, changes: dict[str, object], name: str, reason: str, verdict: str) -> None:
    result = judged(guide, **changes)
    found = point(result, name)
    assert (found.reason, found.verdict, found.open) == (reason, verdict, ())
    assert result.verdict == verdict


def test_every_reason_is_reached_by_some_answers(guide: Guide) -> None:
    reached = {(name, reason) for _, name, reason, _ in STORIES}
    reached |= {(point.id, point.reason) for point in judged(guide).points}
    empty = judge_underlying(UnderlyingAnswers(), guide.underlying)
    reached |= {(point.id, point.reason) for point in empty.points}
    of_engineer = {point.id for point in empty.points}
    points = {name: rule for name, rule in guide.underlying.points.items() if name in of_engineer}
    assert reached == {(name, reason) for name, rule in points.items() for reason in rule.reasons}


def test_what_does_not_fit_outweighs_what_is_doubtful_or_open(guide: Guide) -> None:
    assert judged(guide, duties="simple", stability="loss", contract_term=None).verdict == "does_not_fit"


def test_doubtful_is_not_said_before_everything_is_answered(guide: Guide) -> None:
    result = judged(guide, stability="loss", contract_term=None)
    assert (result.verdict, result.open) == (None, ("contract_term",))
    assert result.said == guide.underlying.verdicts["open"]
    assert judged(guide, stability="loss").verdict == "doubtful"


def test_nothing_answered_opens_the_first_questions_in_their_order(guide: Guide) -> None:
    result = judge_underlying(UnderlyingAnswers(), guide.underlying)
    assert result.verdict is None
    assert result.open == (
        "main_duty", "work_kind", "salary_yen", "colleague_salary_yen", "duties", "language_work", "workplace",
        "contract_term", "stability",
    )  # fmt: skip


def test_only_what_can_still_matter_is_asked(guide: Guide) -> None:
    assert judged(guide, experience_years=None).open == ()
    assert judged(guide, has_degree=None).open == ("has_degree", "experience_years", "it_exam")
    assert judged(guide, degree_relation=None, it_exam=False).open == ("degree_relation", "experience_years")
    assert judged(guide, language_work=True).open == ("language_b2",)
    assert judged(guide, has_degree=False, experience_years=3).open == ("it_exam",)
    assert judged(guide, workplace="dispatch").open == ("site_described",)


@pytest.mark.parametrize(
    ("kind", "verdict"), [("knowledge", "fits"), ("both", "doubtful"), ("international_services", "does_not_fit")]
)
def test_international_services_alone_do_not_fit_the_technical_category(guide: Guide, kind: str, verdict: str) -> None:
    result = judged(guide, work_kind=kind)
    assert result.technical_category
    assert result.technical_category.verdict == verdict
    if kind == "international_services":
        assert "高度専門職１号ロに当てはまりません" in result.technical_category.because.ja


def test_another_status_is_answered_too_with_what_is_to_be_checked(guide: Guide) -> None:
    result = judged(guide, status="other")
    assert (result.verdict, result.technical_category, result.open) == ("doubtful", None, ())
    assert "Check the order" in point(result, "other_criteria").because.en
    assert judged(guide, status="other", contract_term="no_contract").verdict == "does_not_fit"


@pytest.mark.parametrize(
    ("duty", "verdict", "said"),
    [
        ("research", "fits", "a researcher in a company falls under (a)"),
        ("development", "fits", "Sheet (b)"),
        ("mixed", "doubtful", "Compute both"),
        ("management", "fits", "Sheet (c)"),
    ],
)
def test_the_main_duty_tells_the_sheet(guide: Guide, duty: str, verdict: str, said: str) -> None:
    found = judged(guide, main_duty=duty).sheet
    assert found.verdict == verdict
    assert said in found.because.en


@pytest.mark.parametrize(
    ("status", "duty", "verdict"),
    [
        ("researcher", "research", "fits"),
        ("researcher", "development", "doubtful"),
        ("researcher", "management", "does_not_fit"),
        ("professor_instructor", "education", "fits"),
    ],
)
def test_research_and_education_are_judged_by_the_duty(guide: Guide, status: str, duty: str, verdict: str) -> None:
    assert judged(guide, status=status, main_duty=duty).verdict == verdict


MANAGER: dict[str, object] = {
    "status": "business_manager",
    "main_duty": "management",
    "bm_situation": "new",
    "bm_assets_yen": 30_000_000,
    "bm_employee": True,
    "bm_japanese": True,
    "bm_person": True,
    "bm_plan": True,
    "bm_office": True,
}


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "fits"),
        ({"bm_assets_yen": 29_999_999}, "does_not_fit"),
        ({"bm_employee": False}, "does_not_fit"),
        ({"bm_assets_yen": None, "bm_employee": False}, "does_not_fit"),
        ({"bm_assets_yen": None}, None),
        ({"bm_japanese": False}, "does_not_fit"),
        ({"bm_plan": False}, "does_not_fit"),
        ({"bm_situation": "extension", "bm_assets_yen": 5_000_000}, "doubtful"),
        ({"bm_situation": "accepted_before", "bm_assets_yen": 5_000_000}, "doubtful"),
        ({"bm_situation": None}, None),
    ],
)
def test_a_business_manager_meets_the_criteria_of_the_application(
    guide: Guide, changes: dict[str, object], verdict: str | None
) -> None:
    assert judged(guide, **(MANAGER | changes)).verdict == verdict


def test_what_it_means_for_sheet_c_is_said(guide: Guide) -> None:
    said = " ".join(each.en for each in guide.underlying.points["bm_route"].strengthens)
    assert "the points are not enough" in said
    assert "no change from (i)(c) to (ii)" in said


def test_categories_3_and_4_declare_the_representative(guide: Guide) -> None:
    for category, asked in ((1, False), (2, False), (3, True), (4, True)):
        papers = [paper.en for paper in judged(guide, employer_category=category).documents]
        assert any("Declaration on the representative" in paper for paper in papers) is asked


def test_each_point_says_what_strengthens_it_and_what_proves_it(guide: Guide) -> None:
    for found in judged(guide).points:
        assert found.rule.strengthens
        assert found.documents
    documents = [paper.ja for paper in judged(guide).documents]
    assert len(documents) == len(set(documents))


@pytest.mark.parametrize(("category", "many"), [(None, True), (1, False), (2, False), (3, True), (4, True)])
def test_employers_of_categories_1_and_2_may_leave_most_papers_out(
    guide: Guide, category: int | None, many: bool
) -> None:
    documents = [paper.en for paper in judged(guide, employer_category=category).documents]
    assert any("category" in document for document in documents)
    assert ("Degree certificate or certificate of graduation" in documents) is many


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        ({}, {}),
        ({"degrees": ["bachelor"]}, {"has_degree": True}),
        ({"degrees": []}, {"has_degree": False}),
        ({"licenses": 0}, {"it_exam": False}),
        ({"licenses": 1}, {}),
        ({"experience_years": {"technical": 10}}, {"experience_years": 10.0}),
        ({"experience_years": {"academic": 10}}, {}),
        ({"annual_salary_yen": 3_000_000}, {"salary_yen": 3_000_000}),
    ],
)
def test_what_the_case_holds_is_not_asked(facts: dict[str, object], known: dict[str, object]) -> None:
    found = UnderlyingAnswers.known_from(Facts.read(facts))
    assert found.model_dump(mode="json", exclude_none=True) == known


def test_experience_is_taken_from_the_category_asked_for() -> None:
    facts = Facts.read({"experience_years": {"management": 3}})
    assert UnderlyingAnswers.known_from(facts, Category.MANAGEMENT).experience_years == 3


def test_the_case_goes_before_the_answers() -> None:
    answers = UnderlyingAnswers.read({"salary_yen": 1, "duties": "skilled", "it_exam": True})
    known = UnderlyingAnswers.known_from(Facts.read({"annual_salary_yen": 9_000_000}))
    merged = answers.with_known(known)
    assert (merged.salary_yen, merged.duties, merged.it_exam) == (9_000_000, "skilled", True)


@pytest.mark.parametrize(
    "data", [{"salary": 1}, {"salary_yen": -1}, {"duties": "hard"}, {"employer_category": 5}, {"it_exam": "yes"}]
)
def test_answers_that_cannot_be_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(InputError):
        UnderlyingAnswers.read(data)
