"""``hsp-calc plan`` and ``hsp-calc advise``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.text.columns import width
from tests.cli.conftest import InTerminal, Run

Write = Callable[[str, object], str]
N1_LATER = {
    "format": "hsp-case",
    "version": 1,
    "applicant": {"date_of_birth": "1988-06-15", "residence": {"arrived": "2018-04-01", "period_years": 3}},
    "history": [
        {
            "from": None,
            "facts": {
                "degrees": ["bachelor"],
                "annual_salary_yen": 10_000_000,
                "experience_years": 5,
                "japanese": "none",
            },
        },
        {"from": "2025-06-01", "facts": {"japanese": "n2"}},
        {"from": "2026-01-28", "facts": {"japanese": "n1"}},
    ],
}
N2 = {"age": 36, "degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2", "japanese_degree": False}


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "is the last date that can be handled"), ("ja", "暦の最後の日です")], ids=["en", "ja"]
)
@pytest.mark.parametrize("command", [("plan",), ("advise", "--target", "70")], ids=["plan", "advise"])
def test_the_last_day_of_the_calendar_has_no_days_to_look_at(
    run: Run, tmp_path: Path, command: tuple[str, ...], lang: str, said: str
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text('{"japanese": "n1"}')
    name, *more = command
    done = run(name, facts, "-c", "technical", *more, "--on", "9999-12-31", "--lang", lang)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_where_the_age_does_not_count_a_birth_to_come_hides_no_change(run: Run, write: Write) -> None:
    """The sheet for management has no row for the age, so that it is scored whatever the date of birth says."""
    bachelor = {"date_of_birth": "2028-05-01", "degrees": ["bachelor"], "annual_salary_yen": 9_000_000}
    later = {"from": "2027-04-01", "facts": {"degrees": ["master"]}}
    unborn = {"format": "hsp-case", "version": 1, "history": [{"from": None, "facts": bachelor}, later]}
    done = run("plan", write("unborn.json", unborn), "-c", "management", "--on", "2026-11-22", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert "2027-04-01" in done.out
    assert "Degrees held" in done.out


def test_the_plan_says_the_day_first(run: Run, write: Write) -> None:
    done = run("plan", write("case.json", N1_LATER), "-c", "technical")
    assert (done.code, done.err) == (0, "")
    first, *rest = done.out.split("\n\n")
    first = " ".join(first.split())
    assert (
        "The points allow an application from 28 January 2027 on if you have held these degrees, you have had these "
        "years of experience and your salary has been this since 28 January 2026: 80 points or more for 1 year. "
        "Not checked yet: work status, landing criteria of the present status, taxes, pension contributions, "
        "health insurance." in first
    )
    assert "Answers without a date are assumed to have been true the whole time" in first
    assert "with periods of work they increase" in first
    assert "  2026-01-28  80 points" in rest[0]
    assert "      35 years old" not in done.out
    assert "40 years old: Age: “35 to 39” -5" in rest[0]
    assert "No longer met from 15 June 2028" in done.out
    assert "You hold the longest period of stay of your status: yes" in done.out
    assert "Required then, but not before: household income" in done.out
    assert "reported; final text not checked" in done.out
    assert "Point forms for: 28 January 2027, 28 January 2026" in done.out


def test_the_plan_speaks_japanese(run: Run, write: Write) -> None:
    done = run("plan", write("case.json", N1_LATER), "-c", "technical", "--lang", "ja")
    said = done.out.replace("\n", "")
    assert (
        "年収が2026年1月28日から今と同じであれば、点数の上では2027年1月28日から申請できます（80点以上を１年間）。"
        in said
    )
    assert "税金を期限までに納めている：不明" in done.out


def test_the_plan_as_json(run: Run, write: Write) -> None:
    data: Any = run("plan", write("case.json", N1_LATER), "-c", "technical", "--format", "json").data
    assert [(s["from"], s["to"], s["total"], s["eligible"]) for s in data["timeline"]] == [
        ("2023-11-22", "2025-06-01", 65, False),
        ("2025-06-01", "2026-01-28", 75, True),
        ("2026-01-28", "2028-06-15", 80, True),
        ("2028-06-15", "2031-11-22", 75, True),
    ]
    assert data["routes"][0]["earliest"] == "2027-01-28"
    assert data["j_skip"]["qualifies"] is False
    headline = data["headline"]
    assert headline.pop("text").startswith("The points allow an application from 28 January 2027 on if ")
    assert headline == {
        "state": "assumed",
        "route": "points_80",
        "day": "2027-01-28",
        "rests_on": ["degrees", "experience_years", "annual_salary_yen"],
        "fails": [],
        "unchecked": ["work_status", "landing_criteria", "taxes", "pension", "health_insurance"],
    }


def test_the_plan_looks_as_far_as_asked(run: Run, write: Write) -> None:
    file = write("case.json", N1_LATER)
    asked = ("plan", file, "-c", "technical", "--on", "2026-06-01", "--until", "2027-01-28", "--format", "json")
    data: Any = run(*asked).data
    assert (data["on"], data["timeline"][0]["from"], data["timeline"][-1]["to"]) == (
        "2026-06-01",
        "2023-06-01",
        "2027-01-28",
    )
    assert data["routes"][0]["earliest"] is None


def test_the_dates_go_into_a_calendar(run: Run, write: Write, tmp_path: Path) -> None:
    done = run("plan", write("case.json", N1_LATER), "-c", "technical", "--ics", "dates.ics")
    assert done.code == 0
    text = (tmp_path / "dates.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270128\r\n" in text
    assert "SUMMARY:First day on which the points allow permanent residence: 80 poi" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-c", "technical", "--until", "2026-11-22"], "--until: 2026-11-22 must be after the reference date"),
        (["-c", "technical", "--until", "soon"], "--until: “soon” is not a valid date"),
        (["-c", "technical", "--on", "2015-03-31"], "There is no verified rule table for 2015-03-31"),
        ([], "-c/--category is missing."),
    ],
)
def test_a_plan_that_cannot_be_made_is_refused(run: Run, write: Write, arguments: list[str], message: str) -> None:
    done = run("plan", write("case.json", N1_LATER), *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.errors[0].startswith(message)


def test_advice_names_the_changes_and_what_they_bring(run: Run, write: Write) -> None:
    done = run("advise", write("facts.json", N2), "-c", "technical", "--target", "80")
    assert (done.code, done.err) == (0, "")
    assert "The total is 70 points. To reach 80 points:" in done.out
    assert "  1. exam: +10 → 80 points, ⑧" in done.out
    assert "more possibilities; --format json lists all." in done.out


def test_what_does_as_well_is_named_in_one_breath(run: Run, write: Write) -> None:
    shown = run("advise", write("facts.json", {"research": ["papers"]}), "-c", "academic", "--target", "80").out
    assert "add “Patented invention" not in shown
    text = " ".join(run("advise", write("none.json", {}), "-c", "academic", "--target", "80").out.split())
    assert "Research achievements: add any 2 of “Patented invention (as inventor)”, “Papers" in text


def test_days_without_a_score_say_why(run: Run, write: Write) -> None:
    file = write("old.json", {"date_of_birth": "1906-12-01"})
    assert "2027-12-01 no score" in " ".join(run("plan", file, "-c", "technical").out.split())
    file = write("facts.json", {"age": 30})
    early = " ".join(run("plan", file, "-c", "technical", "--on", "2017-06-01").out.split())
    assert "2014-06-01 no verified table" in early


def test_advice_as_json(run: Run, write: Write) -> None:
    data: Any = run("advise", write("facts.json", N2), "-c", "technical", "--target", "80", "--format", "json").data
    assert (data["target"], data["current"]) == (80, 70)
    counts = [len(suggestion["changes"]) for suggestion in data["suggestions"]]
    assert counts == sorted(counts)
    n1 = next(s for s in data["suggestions"] if s["changes"][0]["fact"] == "japanese")
    assert (n1["changes"][0]["from"], n1["changes"][0]["to"]) == ("n2", "n1")
    assert "⑮" in n1["evidence"]


def test_a_target_that_is_reached_needs_no_advice(run: Run, sample: Path) -> None:
    done = run("advise", sample, "-c", "technical", "--target", "80", "--lang", "ja")
    assert "80点に達しています。合計は80点です。" in done.out
    data: Any = run("advise", sample, "-c", "technical", "--target", "80", "--format", "json").data
    assert (data["current"], data["reached"], data["suggestions"]) == (80, True, [])


@pytest.mark.parametrize("target", ["75", ""])
def test_the_target_is_70_or_80(run: Run, sample: Path, target: str) -> None:
    done = run("advise", sample, "-c", "technical", "--target", target)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("command", ["plan", "advise"])
def test_no_line_is_wider_than_the_terminal(in_terminal: InTerminal, write: Write, command: str, language: str) -> None:
    more = ("--target", "80") if command == "advise" else ()
    done = in_terminal(60, command, write("case.json", N1_LATER), "-c", "management", "--lang", language, *more)
    assert done.code == 0
    assert all(width(line) <= 60 for line in done.out.splitlines())


def test_a_certificate_that_grows_old_is_among_the_dates(run: Run, write: Callable[[str, object], str]) -> None:
    papers = {"residence_record": {"state": "at_hand", "issued_on": "2026-11-01"}}
    file = write("a.hspcase", {"format": "hsp-case", "version": 1, "checklist": {"papers": papers}})
    done = run("plan", file, "-c", "technical", "--on", "2026-11-22", "--ics", "dates.ics")
    assert "2027-02-02  A certificate is too old for an application: " in done.out
    data: Any = run("plan", file, "-c", "technical", "--on", "2026-11-22", "--format", "json").data
    assert {"on": "2027-02-02", "kind": "certificate_old", "ids": ["residence_record"], "points": 0, "total": None} in (
        data["dates"]
    )


def test_the_calendar_names_the_client_and_has_alarms(run: Run, write: Write, tmp_path: Path) -> None:
    applicant: Any = N1_LATER["applicant"]
    case = {**N1_LATER, "applicant": {**applicant, "name": "TAN WEI LING", "name_ja": "陳 慧玲"}}
    for language, name in (("en", "TAN WEI LING"), ("ja", "陳 慧玲")):
        done = run("plan", write("case.json", case), "-c", "technical", "--ics", "dates.ics", "--lang", language)
        assert done.code == 0
        lines = (tmp_path / "dates.ics").read_bytes().decode().split("\r\n")
        headings = [line for line in lines if line.startswith("SUMMARY:")]
        assert headings
        assert all(line.startswith(f"SUMMARY:{name}") for line in headings)
        assert lines.count("BEGIN:VALARM") >= len(headings)


FLOOR_OPEN = {
    "date_of_birth": "1990-01-01",
    "degrees": ["doctor"],
    "research": ["patent"],
    "japanese": "n1",
    "licenses": 2,
}
FLOOR_FAILED = FLOOR_OPEN | {"annual_salary_yen": 2_900_000}


@pytest.mark.parametrize(
    ("lang", "facts", "said", "then"),
    [
        ("en", FLOOR_OPEN, "is not answered: without it the points do not count.", "70 points are reached"),
        ("en", FLOOR_FAILED, "is not met: without it the points do not count.", "70 points are reached"),
        ("ja", FLOOR_OPEN, "が未回答です。満たさなければ", "70点に達しています"),
        ("ja", FLOOR_FAILED, "を満たしていません。満たさなければ", "70点に達しています"),
    ],
)
def test_a_condition_that_is_open_or_failed_is_named_before_the_points(
    run: Run, write: Write, *, lang: str, facts: dict[str, object], said: str, then: str
) -> None:
    done = run("advise", write("f.json", facts), "-c", "technical", "--target", "70", "--lang", lang)
    out = " ".join(done.out.split()) if lang == "en" else done.out.replace("\n", "")
    assert -1 < out.find(said) < out.find(then)


def test_a_suggestion_that_brings_no_points_says_why_it_helps(run: Run, write: Write) -> None:
    asked = ("advise", write("f.json", FLOOR_FAILED), "-c", "technical", "--target", "70")
    data: Any = run(*asked, "--format", "json").data
    assert data["gates"] == [{"id": "minimum_salary", "passed": False}]
    first = data["suggestions"][0]
    assert (first["gain"], first["opens"]) == (0, ["minimum_salary"])
    out = " ".join(run(*asked).out.split())
    assert "Meets the condition “Annual salary of at least 3,000,000 yen”" in out
    assert "What is still needed:" in out


def test_null_in_a_later_entry_breaks_the_period(run: Run, write: Write) -> None:
    history: Any = N1_LATER["history"]
    case = N1_LATER | {"history": [*history, {"from": "2026-10-01", "facts": {"annual_salary_yen": None}}]}
    data: Any = run("plan", write("case.json", case), "-c", "technical", "--format", "json").data
    assert (data["headline"]["state"], data["headline"]["day"]) == ("none", None)
    assert data["routes"][0]["kept_since"] is None


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ({"permanent_residence": {"taxes": {"answer": "maybe"}}}, "permanent_residence.taxes.answer"),
        ({"permanent_residence": {"taxes": {"answer": "yes", "since": "soon"}}}, "permanent_residence.taxes.since"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_its_place(
    run: Run, write: Write, part: dict[str, Any], place: str
) -> None:
    done = run("plan", write("case.json", N1_LATER | part), "-c", "technical")
    assert done.code == 2
    assert place in done.err
