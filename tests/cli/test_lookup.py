"""``hsp-calc lookup``."""

from typing import Any

import pytest

from tests.cli.conftest import Run


def test_a_listed_university_is_told_with_its_routes(run: Run) -> None:
    data: Any = run("lookup", "university", "UC Davis", "--format", "json").data
    assert data == {
        "query": "UC Davis",
        "verdict": "listed",
        "matches": [
            {
                "name_en": "University of California, Davis",
                "name_ja": "カリフォルニア大学デービス校",
                "country": "United States of America",
                "routes": ["I"],
                "list": "rankings_2026_01",
                "dated": "2026-01",
                "note": None,
            }
        ],
        "similar": [],
    }


@pytest.mark.parametrize(
    ("text", "verdict", "routes"),
    [
        ("Osaka University", "listed", [["I", "II"]]),
        ("National University of Singapore", "listed", [["I", "III"]]),
        ("東北大学", "listed", [["I", "II"], ["I"]]),
        ("NTU", "similar", []),
        ("Shanghai University", "similar", []),
        ("UT Dallas", "not_listed", []),
    ],
)
def test_the_verdict_is_one_of_three(run: Run, text: str, verdict: str, routes: list[list[str]]) -> None:
    data: Any = run("lookup", "university", text, "--format", "json").data
    assert (data["verdict"], [match["routes"] for match in data["matches"]]) == (verdict, routes)
    assert bool(data["similar"]) is (verdict == "similar")


def test_words_need_no_quotes(run: Run) -> None:
    joined: Any = run("lookup", "university", "University", "of", "York", "--format", "json").data
    assert (joined["query"], joined["verdict"]) == ("University of York", "listed")


def test_a_similar_school_is_shown_apart(run: Run) -> None:
    done = run("lookup", "university", "Shanghai University")
    before, _heading, after = done.out.partition("Similar names: not the same school")
    assert "Jiao Tong" not in before
    assert "? Shanghai Jiao Tong University (China)" in after


@pytest.mark.parametrize(("language", "word"), [("en", "reported"), ("ja", "報告")])
def test_a_reported_list_says_so(run: Run, language: str, word: str) -> None:
    assert word in run("lookup", "university", "Mahidol University", "--lang", language).out
    data: Any = run("lookup", "university", "Mahidol University", "--format", "json", "--lang", language).data
    assert word in data["matches"][0]["note"]


@pytest.mark.parametrize(
    ("text", "verdict", "notices"),
    [
        ("応用情報技術者試験", "listed", ["1-ロ-(9)"]),
        ("软件设计师", "listed", ["2-イ-(4)"]),
        ("弁理士", "listed", [None]),
        ("IT Passport", "not_listed", []),
        ("AWS", "not_listed", []),
        ("软考", "similar", []),
    ],
)
def test_an_exam_is_told_with_its_place_in_the_notice(
    run: Run, text: str, verdict: str, notices: list[str | None]
) -> None:
    data: Any = run("lookup", "exam", text, "--format", "json").data
    assert data["verdict"] == verdict
    assert [match["notice"] for match in data["matches"]][:1] == notices
    if verdict == "not_listed":
        assert data["note"]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("text", ["FE", "弁護士", "JLPT N1", "基本情報技術", "zzzz"])
def test_an_exam_is_answered_in_words(run: Run, language: str, text: str) -> None:
    done = run("lookup", "exam", text, "--lang", language)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == text
    assert done.out.splitlines()[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "university|exam is missing."),
        (["university"], "TEXT is missing."),
        (["school", "MIT"], "choose university or exam"),
        (["university", "x" * 201], "at most 200 characters"),
        (["university", "MIT", "--format", "xml"], "--format"),
    ],
)
def test_a_wrong_usage_is_refused_in_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    done = run("lookup", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.errors) == 1


def test_control_characters_are_shown_and_not_sent(run: Run) -> None:
    assert "\x1b" not in run("lookup", "university", "\x1b[31mMIT").out
