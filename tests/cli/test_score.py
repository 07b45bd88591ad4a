"""``hsp-calc score``."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import load
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, disclaimer
from hsp_calc.text.columns import width
from tests.cli.conftest import Done, InTerminal, Run

Write = Callable[[str, object], str]
FACTS = {"age": 34, "degrees": ["bachelor", "master"], "annual_salary_yen": 8_200_000, "japanese": "n1"}


def scored(done: Done) -> Any:
    assert (done.code, done.err) == (0, "")
    return done.data


@pytest.mark.parametrize(
    "written", ["2022/4/1", "20220401", "令和4年4月1日", "R4.4.1", "２０２２－０４－０１", "1 April 2022"]
)
def test_a_day_is_read_in_every_way_in_which_days_are_written(run: Run, sample: Path, written: str) -> None:
    data = scored(run("score", sample, "--on", written, "--format", "json"))
    assert (data["table"], data["on"]) == ("hsp-2021-07-30", "2022-04-01")


def test_the_json_is_what_scripts_rely_on(run: Run, sample: Path) -> None:
    data = scored(run("score", sample, "--format", "json"))
    assert list(data) == ["table", "on", "categories"]
    assert (data["table"], data["on"]) == ("hsp-2023-04-01", "2026-11-22")
    assert list(data["categories"]) == ["academic", "technical", "management"]
    technical = data["categories"]["technical"]
    assert list(technical) == ["total", "eligible", "meets", "gates", "lines"]
    assert technical["total"] == 80
    assert technical["eligible"] is True
    assert technical["meets"] == {"70": True, "80": True}
    assert technical["gates"] == [{"id": "minimum_salary", "passed": True}]
    lines = {line["criterion"]: line for line in technical["lines"]}
    assert lines["degree_master_or_professional"] == {
        "criterion": "degree_master_or_professional",
        "section": "education",
        "points": 20,
        "available": 20,
        "evidence": ["①"],
        "status": "counted",
        "reason": None,
    }
    assert lines["japanese_n2"]["status"] == "excluded"
    assert lines["japanese_n2"]["reason"] == {"code": "not_together", "by": ["japan_university_degree"]}


def test_every_row_of_the_form_is_there_in_its_order(run: Run, write: Write, table: RuleTable) -> None:
    data = scored(run("score", write("a.json", FACTS), "--format", "json"))
    for category, rules in table.categories.items():
        lines = data["categories"][category.value]["lines"]
        assert [line["criterion"] for line in lines] == list(rules.criteria)
        assert sum(line["points"] for line in lines) == data["categories"][category.value]["total"]


def test_what_is_not_known_is_null(run: Run, write: Write) -> None:
    data = scored(run("score", write("a.json", {}), "--format", "json"))
    assert data["categories"]["technical"]["gates"] == [{"id": "minimum_salary", "passed": None}]
    assert data["categories"]["technical"]["eligible"] is False


def test_one_category_may_be_asked_for(run: Run, sample: Path) -> None:
    data = scored(run("score", sample, "--category", "academic", "--format", "json"))
    assert list(data["categories"]) == ["academic"]


@pytest.mark.parametrize("persons", [[FACTS], [FACTS, {}, {"age": 20}]])
def test_a_list_gives_a_list_even_of_one(run: Run, write: Write, persons: list[object]) -> None:
    data = scored(run("score", write("list.json", persons), "--format", "json"))
    assert len(data) == len(persons)
    assert data[0]["categories"]["technical"]["total"] == 75


def test_standard_input_is_a_file_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(FACTS).encode())))
    assert scored(run("score", "-", "--format", "json"))["categories"]["technical"]["total"] == 75


def test_the_day_chooses_the_table(run: Run, write: Write) -> None:
    name = write("a.json", FACTS)
    assert scored(run("score", name, "--on", "2016-01-01", "--format", "json"))["table"] == "hsp-2015-04-01"
    assert scored(run("score", name, "--on", "2017-04-25", "--format", "json"))["table"] == "hsp-2015-04-01"
    assert scored(run("score", name, "--on", "2023-04-01", "--format", "json"))["table"] == "hsp-2023-04-01"


def test_a_named_table_is_used_whatever_the_day(run: Run, write: Write) -> None:
    name = write("a.json", FACTS)
    data = scored(run("score", name, "--on", "2020-01-01", "--table", "hsp-2015-04-01", "--format", "json"))
    assert (data["table"], data["on"]) == ("hsp-2015-04-01", "2020-01-01")


def test_without_a_day_it_is_today(run: Run, write: Write) -> None:
    assert scored(run("score", write("a.json", FACTS), "--format", "json"))["on"] == "2026-11-22"


@pytest.mark.parametrize("day", ["2015-03-31", "2000-01-01"])
def test_a_day_without_a_table_is_refused(run: Run, write: Write, day: str) -> None:
    done = run("score", write("a.json", FACTS), "--on", day)
    assert (done.code, done.out) == (2, "")
    (message,) = done.errors
    assert day in message
    assert "Days covered: from 2015-04-01 on." in message


def test_an_unknown_table_is_refused_with_the_nearest(run: Run, write: Write) -> None:
    done = run("score", write("a.json", FACTS), "--table", "hsp-2023")
    assert done.code == 2
    assert "Did you mean “hsp-2023-04-01”?" in done.errors[0]


def test_all_problems_of_all_persons_are_told_at_once(run: Run, write: Write) -> None:
    done = run("score", write("list.json", [{"degree": []}, {"age": -1}, {"sme": 1, "japanes": "n1"}]))
    assert (done.code, done.out) == (2, "")
    assert done.errors == [
        "list.json: [0].degree: There is no field “degree”. Did you mean “degrees”?",
        "list.json: [1].age: -1 is not allowed here; a whole number from 0 to 120 is needed.",
        "list.json: [2].sme: 1 is not allowed here; true or false is needed.",
        "list.json: [2].japanes: There is no field “japanes”. Did you mean “japanese”?",
    ]


def test_persons_not_born_yet_are_told_all_at_once(run: Run, write: Write) -> None:
    persons = [{"date_of_birth": "2024-01-01"}, FACTS, {"date_of_birth": "2025-01-01"}]
    done = run("score", write("list.json", persons), "--on", "2023-05-01")
    assert done.code == 2
    assert [message.partition(" The ")[0] for message in done.errors] == [
        "list.json: [0].date_of_birth:",
        "list.json: [2].date_of_birth:",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not valid JSON"),
        ('{"age": 30,}', "not valid JSON"),
        ("[]", "The list is empty"),
        ("5", "instead of 5"),
        ('{"age": 30, "age": 31}', "more than once"),
        ('{"annual_salary_yen": NaN}', "NaN is not a usable number"),
        ('{"annual_salary_yen": 1e999}', "too large for any field"),
        ('{"degrees": "master"}', 'Did you mean “["master"]”?'),
        ('{"format": "hsp-case", "version": 2}', "version 2"),
    ],
)
def test_a_malformed_file_is_refused(run: Run, write: Write, content: str, said: str) -> None:
    done = run("score", write("a.json", content))
    assert (done.code, done.out) == (2, "")
    assert done.errors[0].startswith("a.json")
    assert said in done.errors[0]


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe{}")
    done = run("score", "a.json", "--lang", "ja")
    assert done.code == 2
    assert "UTF-8" in done.errors[0]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "There is no file “x.json”"), ("ja", "「x.json」が見つかりません")]
)
def test_a_missing_file_is_told(run: Run, language: str, said: str) -> None:
    done = run("score", "x.json", "--lang", language)
    assert (done.code, len(done.errors)) == (2, 1)
    assert said in done.errors[0]


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    done = run("score", tmp_path)
    assert done.code == 2
    assert "a folder" in done.errors[0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_text_says_what_the_score_is_and_what_it_is_not(
    run: Run, sample: Path, table: RuleTable, language: str
) -> None:
    _ = Translator.load(language)
    done = run("score", sample, "--lang", language)
    assert (done.code, done.err) == (0, "")
    for points in (70, 80, 30):
        assert _.points(points) in done.out
    assert disclaimer(table, _).replace(" ", "") in done.out.replace("\n", "").replace(" ", "")
    rows = table.categories[Category.TECHNICAL].criteria
    for row in ("japanese_n2", "japan_university_degree", "degree_bachelor"):
        assert _.wording(rows[row]).replace(" ", "") in "".join(done.out.split())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("facts", [FACTS, {}], ids=["some", "none"])
def test_no_line_is_wider_than_the_terminal(
    in_terminal: InTerminal, write: Write, language: str, columns: int, facts: object
) -> None:
    done = in_terminal(columns, "score", write("a.json", facts), "--lang", language)
    assert [line for line in done.out.splitlines() if width(line) > columns] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_columns_stand_under_each_other(run: Run, sample: Path, language: str) -> None:
    done = run("score", sample, "--lang", language, "-c", "technical")
    rows = [line for line in done.out.splitlines() if line.startswith("  ") and line.strip()[:1] in "(123"]
    starts = {width(found[0]) for row in rows if (found := re.match(r" +\(?\d+\)?  .*?  +", row))}
    assert len(rows) >= 6
    assert len(starts) == 1


def test_a_row_that_does_not_count_says_why_in_place(run: Run, sample: Path) -> None:
    done = run("score", sample, "--lang", "ja", "-c", "technical")
    following = done.out.partition("日本語能力試験Ｎ２合格相当")[2].splitlines()[1]
    assert following.strip().startswith("↳ 「日本の大学を卒業")


def test_a_day_to_come_is_pointed_out(run: Run, write: Write) -> None:
    name = write("a.json", FACTS)
    assert "is in the future" in run("score", name, "--on", "2026-11-23").out
    assert "is in the future" not in run("score", name).out


def test_the_caution_of_a_table_is_shown(run: Run, write: Write) -> None:
    done = run("score", write("a.json", FACTS), "--on", "2016-01-01")
    assert "This table was made from the ministerial order as it stood then" in done.out


def test_several_persons_get_their_totals(run: Run, write: Write) -> None:
    named = {"format": "hsp-case", "version": 1, "applicant": {"name": "TAN\u202e"}, "history": []}
    done = run("score", write("list.json", [FACTS, named]))
    assert "Person 1 of 2" in done.out
    assert "Person 2 of 2 TAN\\u202e" in done.out
    assert "75 points" in done.out


def test_a_list_is_written_a_person_a_line_and_kept_by_no_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps([{"age": 30}, {"age": 31}, {"age": 32}]))
    done = run("score", path, "--format", "json")
    assert len(done.out.splitlines()) == 5
    assert [person["table"] for person in json.loads(done.out)] == ["hsp-2023-04-01"] * 3
    cases = load(path).cases
    assert (len(cases), cases[1]) == (3, cases[:2][1])
    assert cases[1] is not cases[1]


@pytest.mark.parametrize("text", ["[1 2]", "[{}", "[{}] {}", "[{},]", "{} {}", "[,]", "["])
def test_a_list_that_is_no_json_is_refused_with_its_place(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "list.json").write_text(text)
    done = run("score", "list.json")
    assert (done.code, done.out) == (2, "")
    assert "not valid JSON" in done.err
