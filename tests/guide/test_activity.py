"""Other activities: a story for each outcome, the seven conditions, and both sides of each limit."""

from typing import Any

import pytest

from hsp_calc.casefile.sections import ActivityAnswers
from hsp_calc.guide.activity import ActivityResult, Met, judge_activity
from hsp_calc.guide.contents import Guide

GOOD: dict[str, Any] = {
    "lawful": True,
    "paid": True,
    "replaces_main": False,
    "same_institution": False,
    "contract_form": "employment",
    "hours_shown": True,
    "weekly_hours": 20,
    "yearly_income_yen": 1_000_000,
    "main_continues": True,
    "main_unhindered": True,
    "detention_order": False,
    "good_conduct": True,
    "employer_consents": True,
}


def judged(guide: Guide, present: str, wanted: str, **changes: object) -> ActivityResult:
    answers = GOOD | {"present": present, "wanted": wanted} | changes
    kept = {name: value for name, value in answers.items() if value is not None}
    return judge_activity(ActivityAnswers.read(kept), guide.activity)


def conditions(result: ActivityResult) -> dict[str, str]:
    return {condition.id: condition.met.value for condition in result.conditions}


STORIES = [
    # An engineer
    ("work", "within_status", {"same_institution": True}, "no_permission", "within_scope"),
    ("work", "within_status", {}, "individual", "other_organisation"),
    ("work", "other_work_status", {}, "individual", "individual"),
    ("work", "other_work_status", {"contract_form": "contract_work"}, "individual", "individual"),
    ("work", "other_work_status", {"paid": False}, "no_permission", "unpaid"),
    ("work", "other_work_status", {"paid": False, "contract_form": "contract_work"}, "individual", "individual"),
    ("work", "business", {"paid": False}, "individual", "business_needs_permission"),
    ("work", "business", {"replaces_main": True}, "change_of_status", "independent"),
    ("work", "other_work_status", {"replaces_main": True}, "change_of_status", "main_activity_changes"),
    ("work", "within_status", {"replaces_main": True}, None, "new_employer"),
    ("work", "simple_work", {}, "not_possible", "no_status_fits"),
    ("work", "simple_work", {"replaces_main": True}, "not_possible", "no_status_fits"),
    ("work", "simple_work", {"paid": False}, "no_permission", "unpaid"),
    ("work", "skilled_worker_or_intern", {}, "not_possible", "skilled_worker_or_intern"),
    ("work", "adult_entertainment", {}, "not_possible", "adult_entertainment"),
    ("work", "other_work_status", {"lawful": False}, "not_possible", "unlawful"),
    # Highly skilled professionals
    ("hsp_1", "other_work_status", {"same_institution": True}, "no_permission", "hsp_1_institution"),
    ("hsp_1", "other_work_status", {}, "individual", "individual"),
    ("hsp_1", "within_status", {"replaces_main": True}, "change_of_status", "hsp_1_employer"),
    ("hsp_2", "other_work_status", {}, "no_permission", "hsp_2"),
    ("hsp_2", "within_status", {"replaces_main": True}, "no_permission", "hsp_2"),
    ("hsp_2", "simple_work", {}, None, "hsp_2_unclear"),
    # Students, dependants, cultural activities
    ("student", "simple_work", {"weekly_hours": 28}, "comprehensive", "within_limit"),
    ("student", "simple_work", {"weekly_hours": 28}, "comprehensive", "student_holidays"),
    ("student", "simple_work", {"weekly_hours": 28.01}, "not_possible", "over_limit"),
    ("student", "simple_work", {"hours_shown": False}, "not_possible", "no_time_control_no_status"),
    ("student", "other_work_status", {"hours_shown": False}, "individual", "no_time_control"),
    ("student", "other_work_status", {"contract_form": "contract_work"}, "individual", "no_time_control"),
    ("student", "business", {}, "individual", "no_time_control"),
    ("student", "adult_entertainment", {}, "not_possible", "adult_entertainment"),
    ("student", "other_work_status", {"replaces_main": True}, "change_of_status", "main_activity_changes"),
    ("student", "simple_work", {"main_continues": False}, "not_possible", "main_activity_ended"),
    ("dependant", "simple_work", {"yearly_income_yen": 1_300_001}, "comprehensive", "dependant_income"),
    ("dependant", "simple_work", {"yearly_income_yen": 1_300_000}, "comprehensive", "within_limit"),
    ("cultural_activities", "simple_work", {}, "not_possible", "cultural_no_status"),
    ("cultural_activities", "other_work_status", {}, "individual", "cultural_individual"),
    ("cultural_activities", "other_work_status", {"good_conduct": False}, "not_possible", "condition_not_met"),
    ("designated_activities", "simple_work", {}, "comprehensive", "designated_kind"),
    ("work", "other_work_status", {}, "individual", "local_government"),
    ("permanent_resident", "business", {}, "no_permission", "permanent_resident"),
]


@pytest.mark.parametrize(("present", "wanted", "changes", "outcome", "reason"), STORIES)
def test_each_story_has_its_outcome(
    *, guide: Guide, present: str, wanted: str, changes: dict[str, object], outcome: str | None, reason: str
) -> None:
    result = judged(guide, present, wanted, **changes)
    assert result.outcome == outcome
    assert reason in result.reasons
    assert result.said == guide.activity.outcomes[outcome or "open"]


def test_every_reason_is_given_in_some_story(guide: Guide) -> None:
    assert {story[4] for story in STORIES} == set(guide.activity.reasons)


def test_a_dependant_within_the_income_is_not_warned(guide: Guide) -> None:
    assert "dependant_income" not in judged(guide, "dependant", "simple_work", yearly_income_yen=1_300_000).reasons
    assert judged(guide, "dependant", "simple_work", yearly_income_yen=None).open == ("yearly_income_yen",)


def test_the_seven_conditions_are_listed_for_an_individual_permission(guide: Guide) -> None:
    found = conditions(judged(guide, "work", "other_work_status"))
    assert list(found) == [
        "main_unhindered", "main_continues", "fits_work_status", "nothing_unlawful", "no_detention_order",
        "good_conduct", "employer_consents",
    ]  # fmt: skip
    assert set(found.values()) == {"met"}


def test_the_comprehensive_permission_does_not_ask_for_a_status_nor_for_an_employer(guide: Guide) -> None:
    found = conditions(judged(guide, "student", "simple_work"))
    assert found["fits_work_status"] == "not_asked"
    assert found["employer_consents"] == "not_asked"
    assert len(found) == 7


CONDITION_ANSWERS = [
    ("main_unhindered", "main_unhindered", False),
    ("main_continues", "main_continues", False),
    ("no_detention_order", "detention_order", True),
    ("good_conduct", "good_conduct", False),
    ("employer_consents", "employer_consents", False),
]


@pytest.mark.parametrize(("condition", "question", "bad"), CONDITION_ANSWERS)
def test_a_condition_that_is_not_met_makes_a_permission_impossible(
    guide: Guide, condition: str, question: str, bad: bool
) -> None:
    result = judged(guide, "work", "other_work_status", **{question: bad})
    assert result.outcome == "not_possible"
    assert "condition_not_met" in result.reasons
    assert conditions(result)[condition] == "not_met"


@pytest.mark.parametrize(
    ("condition", "question"), [*((c, q) for c, q, _ in CONDITION_ANSWERS), ("nothing_unlawful", "lawful")]
)
def test_a_condition_that_is_not_answered_is_unknown_and_asked(guide: Guide, condition: str, question: str) -> None:
    result = judged(guide, "work", "other_work_status", **{question: None})
    assert (result.outcome, result.open) == ("individual", (question,))
    assert conditions(result)[condition] == "unknown"


def test_what_no_status_is_for_fails_the_condition(guide: Guide) -> None:
    assert conditions(judged(guide, "work", "simple_work"))["fits_work_status"] == "not_met"
    assert conditions(judged(guide, "work", "adult_entertainment"))["nothing_unlawful"] == "not_met"


def test_a_student_whose_status_is_for_no_work_does_not_get_that_condition_met(guide: Guide) -> None:
    result = judged(guide, "student", "within_status", hours_shown=False)
    assert conditions(result)["fits_work_status"] == Met.UNKNOWN


@pytest.mark.parametrize(
    ("present", "wanted", "left_out", "asked"),
    [
        ("work", "other_work_status", "paid", "paid"),
        ("work", "other_work_status", "replaces_main", "replaces_main"),
        ("work", "within_status", "same_institution", "same_institution"),
        ("hsp_1", "business", "same_institution", "same_institution"),
        ("student", "simple_work", "contract_form", "contract_form"),
        ("student", "simple_work", "hours_shown", "hours_shown"),
        ("student", "simple_work", "weekly_hours", "weekly_hours"),
    ],
)
def test_nothing_is_decided_without_an_answer_that_matters(
    guide: Guide, present: str, wanted: str, left_out: str, asked: str
) -> None:
    result = judged(guide, present, wanted, **{left_out: None})
    assert (result.outcome, result.open) == (None, (asked,))


def test_the_first_questions_come_one_by_one(guide: Guide) -> None:
    assert judge_activity(ActivityAnswers(), guide.activity).open == ("present",)
    assert judge_activity(ActivityAnswers.read({"present": "student"}), guide.activity).open == ("wanted",)


def test_more_than_28_hours_are_too_many_before_all_is_answered(guide: Guide) -> None:
    assert judged(guide, "student", "simple_work", hours_shown=None, weekly_hours=29).outcome == "not_possible"


@pytest.mark.parametrize("outcome", ["individual", "comprehensive", "change_of_status"])
def test_an_application_has_documents(guide: Guide, outcome: str) -> None:
    assert guide.activity.documents[outcome]


def test_no_documents_where_there_is_nothing_to_apply_for(guide: Guide) -> None:
    assert judged(guide, "hsp_2", "business").documents == ()
    assert judged(guide, "work", "simple_work").documents == ()


def test_the_two_kinds_of_highly_skilled_professional_are_told_apart(guide: Guide) -> None:
    said = " ".join(statement.en for statement in guide.activity.differences)
    assert "HSP (i) allows several activities at once in the named institution." in said
    assert "HSP (ii) names no institution." in said


@pytest.mark.parametrize(
    ("written", "present"),
    [
        ("技術・人文知識・国際業務", "work"),
        ("技術･人文知識･国際業務", "work"),
        ("高度専門職1号ロ", "hsp_1"),
        ("Highly Skilled Professional (ii)", "hsp_2"),
        ("留学", "student"),
        ("家族滞在", "dependant"),
        ("永住者", "permanent_resident"),
        ("高度専門職", None),
        ("", None),
    ],
)
def test_the_present_status_of_the_case_is_not_asked_again(guide: Guide, written: str, present: str | None) -> None:
    assert guide.activity.known_from(written).present == present


def test_what_permission_is_about_says_its_limits_and_when_it_ends(guide: Guide) -> None:
    introduction = " ".join(said.en for said in guide.activity.introduction)
    for fact in (
        "even without profit",
        "Neither costs a fee",
        "That any seven consecutive days must keep to 28 hours is the practice of the agency",
        "employed by local governments",
        "Cultural Activities need the individual one",
        "up to 1 year of imprisonment or 2 million yen, or both",
        "a time card can show, and not for adult entertainment",
        "up to 8 hours a day",
        "not for those of Specified Skilled Workers or Technical Interns",
        "more than about 1.3 million yen a year risks refusal",
        "ends with the stay, or when the main activity ends",
    ):
        assert fact in introduction
