"""What a score says, in words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from hsp_calc.engine import Scorer, ScoreSheet, Status
from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts
from hsp_calc.rules import CategoryRules, RuleTable
from hsp_calc.rules import Test as FactTest
from hsp_calc.text import (
    Translator,
    answer_label,
    disclaimer,
    fact_label,
    future_notice,
    long_name,
    reason,
    recognition,
    short_name,
    status_label,
    verdict,
)
from hsp_calc.text.score_text import _requirement

JA, EN = Translator.load("ja"), Translator.load("en")
ON = date(2026, 11, 22)


def scored(
    scorer: Scorer, facts: Mapping[str, object], category: Category = Category.TECHNICAL
) -> tuple[ScoreSheet, CategoryRules]:
    return scorer.sheet(Facts.read(dict(facts)), category, ON), scorer.table.categories[category]


def reasons(scorer: Scorer, row: str, words: Translator, **facts: object) -> str | None:
    sheet, rules = scored(scorer, facts)
    return reason(sheet.line(row), rules, words)


FLAGS = [term.name for term in VOCABULARY.values() if term.kind is FactKind.FLAG]
COMPLETE: dict[str, object] = {
    "age": 30,
    "degrees": ["doctor"],
    "experience_years": 10,
    "annual_salary_yen": 10_000_000,
    "research": [],
    "licenses": 0,
    "position": "none",
    "japanese": "none",
} | dict.fromkeys(FLAGS, False)


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_every_fact_answer_category_and_status_has_a_name(words: Translator) -> None:
    names = [fact_label(fact, words) for fact in ["date_of_birth", *VOCABULARY]]
    answers = [answer_label(term.name, value, words) for term in VOCABULARY.values() for value in term.values]
    statuses = [status_label(status, words) for status in Status]
    assert len(set(names)) == len(names)
    assert all([*names, *answers, *statuses])
    assert len(set(statuses)) == len(statuses)
    assert {answer_label("sme", True, words), answer_label("sme", False, words)} in ({"はい", "いいえ"}, {"Yes", "No"})


def test_the_categories_are_called_as_the_field_calls_them() -> None:
    assert [short_name(category, JA) for category in Category] == ["イ 学術研究", "ロ 専門・技術", "ハ 経営・管理"]
    assert [short_name(category, EN) for category in Category] == ["(a) Academic", "(b) Technical", "(c) Management"]
    assert long_name(Category.TECHNICAL, JA) == "高度専門職1号ロ（高度専門・技術活動）"
    assert long_name(Category.TECHNICAL, EN).startswith("Highly Skilled Professional (i)(b)")


def test_the_long_names_say_what_the_form_says(table: RuleTable) -> None:
    for category, rules in table.categories.items():
        assert rules.activity.ja in long_name(category, JA)
        assert rules.activity.en.lower() in long_name(category, EN).lower()


def test_a_row_beside_which_another_counts_says_so(scorer: Scorer) -> None:
    facts = {"japanese": "n2", "japanese_degree": True}
    assert reasons(scorer, "japanese_n2", JA, **facts) == (
        "「日本の大学を卒業又は大学院の課程を修了」の点数が付くため、この項目は加算されません"
        "（重複しての加算は認められません）。"
    )
    assert reasons(scorer, "japanese_n2", EN, **facts) == (
        "Not counted because “Graduated from a Japanese university or completed a course of a Japanese graduate "
        "school” counts; the two cannot be combined."
    )


def test_a_lower_degree_gives_way_to_a_higher(scorer: Scorer) -> None:
    said = reasons(scorer, "degree_bachelor", EN, degrees=["bachelor", "doctor"])
    assert said
    assert "“Doctoral degree (excluding professional degrees)” counts, which gives more" in said


def test_research_beyond_the_last_tier_says_that_all_is_given(scorer: Scorer) -> None:
    said = reasons(scorer, "research_papers", JA, research=["patent", "papers"])
    assert said
    assert "「発明者として特許を受けた発明が１件以上」により" in said


def test_a_row_that_needs_another_names_it_and_what_to_do(scorer: Scorer) -> None:
    said = reasons(scorer, "institution_innovation_sme", JA, sme=True)
    assert said
    assert "「Ⅰ イノベーション促進支援措置を受けている」" in said
    assert "回答してください" in said


def test_a_row_that_needs_a_fact_names_it_and_what_to_do(scorer: Scorer) -> None:
    assert reasons(scorer, "institution_sme_rd_ratio", EN, rd_ratio_over_3pct=True) == (
        "Not counted: it requires “The institution is a small or medium-sized enterprise (SME)”: Yes. "
        "Answer this if it applies."
    )
    assert reasons(scorer, "degree_multiple_fields", JA, multiple_fields=True, degrees=["bachelor"]) == (
        "「取得した学位」が「博士、修士、専門職学位又は経営管理に関する専門職学位（MBA・MOT）」でないため、"
        "この項目は加算されません。該当する場合は、その項目にも回答してください。"
    )


def test_a_row_that_counts_or_is_not_met_needs_no_reason(scorer: Scorer) -> None:
    assert reasons(scorer, "degree_doctor", EN, degrees=["doctor"]) is None
    assert reasons(scorer, "degree_bachelor", EN, degrees=["doctor"]) is None


@pytest.mark.parametrize(
    ("test", "en"),
    [
        (FactTest(at_least=3), "3 or more"),
        (FactTest(below=5), "less than 5"),
        (FactTest(at_least=3, below=5), "3 or more, less than 5"),
    ],
)
def test_a_number_that_is_needed_is_said_as_a_range(test: FactTest, en: str) -> None:
    assert _requirement("experience_years", test, EN) == f"“Years of practical experience”: {en}"


def test_the_verdict_of_an_eighty_says_all_there_is_to_say(scorer: Scorer) -> None:
    sheet, rules = scored(scorer, COMPLETE)
    assert verdict(sheet, rules, JA) == [
        "合計100点で、合格点の70点に達しています。",
        "80点にも達しています。",
        "「年収が300万円以上であること」という要件を満たしています。",
    ]
    assert recognition(sheet, JA) == "合格点に到達"


def test_the_verdict_says_how_far_each_mark_is(scorer: Scorer) -> None:
    sheet, rules = scored(scorer, COMPLETE | {"degrees": ["bachelor"], "annual_salary_yen": 5_000_000, "age": 36})
    assert verdict(sheet, rules, EN)[:2] == [
        "The total of 35 points is 35 points short of the pass mark of 70.",
        "45 points short of 80.",
    ]
    assert recognition(sheet, EN) == "pass mark not reached"


def test_points_do_not_help_below_the_minimum_salary(scorer: Scorer) -> None:
    facts = COMPLETE | {"annual_salary_yen": 2_999_999, "japanese": "n1", "growth_project": True}
    sheet, rules = scored(scorer, facts)
    assert sheet.total >= 70
    assert "「年収が300万円以上であること」という要件を満たしていないため、点数にかかわらず認定されません。" in verdict(
        sheet, rules, JA
    )
    assert recognition(sheet, EN) == "not recognised: a condition is not met"


def test_an_unknown_salary_leaves_the_verdict_open(scorer: Scorer) -> None:
    sheet, rules = scored(scorer, {})
    sentences = verdict(sheet, rules, EN)
    assert (
        "Not answered yet: “Annual salary of at least 3,000,000 yen”. Without it the points are not recognised."
        in sentences
    )
    assert sentences[-1] == (
        "Not answered yet: Education, Experience, Annual salary, Age, Research, Qualifications, Bonus points. "
        "Up to 235 more points are unanswered, 235 points in total."
    )
    assert recognition(sheet, EN) == "not decided yet"


def test_what_is_open_is_said_with_what_it_can_bring(scorer: Scorer) -> None:
    answered = COMPLETE | {"jica_training": True, "japanese_degree": True, "jica_used_japanese_university": None}
    sheet, rules = scored(scorer, answered)
    assert verdict(sheet, rules, JA)[-1] == (
        "未回答の項目：特別加算。回答により最大であと5点、合計115点になる可能性があります。"
    )
    assert verdict(replace(sheet, at_most=sheet.total), rules, EN)[-1] == (
        "Not answered yet: Bonus points. Answering them cannot add points."
    )


def test_no_gate_stands_on_the_academic_sheet(scorer: Scorer) -> None:
    sheet, rules = scored(scorer, COMPLETE, Category.ACADEMIC)
    assert not any("300万円" in sentence for sentence in verdict(sheet, rules, JA))


def test_the_disclaimer_names_the_table_and_the_day_it_was_checked(table: RuleTable) -> None:
    assert disclaimer(table, JA) == (
        "「令和5年4月1日の表」（確認日：2026年11月27日）に基づく自己計算です。"
        "法的助言ではありません。日本語の原文が優先します。"
    )
    assert "not legal advice" in disclaimer(table, EN)
    assert "27 November 2026" in disclaimer(table, EN)


def test_a_day_to_come_is_pointed_out() -> None:
    assert future_notice(ON, ON, EN) is None
    assert future_notice(date(2027, 4, 1), ON, JA) == (
        "2027年4月1日は将来の日付です。現在の法令が変わらないものとして計算しています。"
    )
