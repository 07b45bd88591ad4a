"""Texts that could not be read are kept in a case file, and told of."""

import json
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.casefile import Case, Scenario, UnreadText, case_bytes, load, save_case
from hsp_calc.cli.program import main
from hsp_calc.facts import DatedFacts, Facts

SALARY = "annual_salary_yen"
LATER = date(2025, 4, 1)


def entry(since: date | None = None, **facts: object) -> DatedFacts:
    return DatedFacts.model_validate({"from": since, "facts": facts})


def text(field: str, typed: str, since: date | None = None) -> UnreadText:
    return UnreadText.model_validate({"field": field, "text": typed, "from": since})


def test_a_case_without_them_says_nothing_of_them() -> None:
    assert "unread" not in json.loads(case_bytes(Case(scenarios=(Scenario(name="B"),))))
    assert "unread" not in json.loads(case_bytes(Case(scenarios=(Scenario(name="B"),))))["scenarios"][0]


def test_they_are_read_as_they_were_written(tmp_path: Path) -> None:
    case = Case(
        unread=(text("residence.since", "2026年11月"),),
        scenarios=(Scenario(name="B", unread=(text(SALARY, "約820万", LATER),)),),
    )
    save_case(case, tmp_path / "case.hspcase")
    (again,) = load(tmp_path / "case.hspcase").cases
    assert again == case
    assert [(scenario, kept.text) for scenario, kept in again.unread_texts()] == [(None, "2026年11月"), (0, "約820万")]


def test_a_text_stands_in_its_field_from_its_day_until_a_later_answer() -> None:
    case = Case(
        history=(entry(LATER), entry(date(2026, 4, 1), annual_salary_yen=9)), unread=(text(SALARY, "?", LATER),)
    )
    seen = {day: [kept.text for kept in case.unread_on(day)] for day in (date(2025, 3, 31), LATER, date(2026, 4, 1))}
    assert list(seen.values()) == [[], ["?"], []]
    assert len(list(case.unread_texts())) == 1


def test_an_answer_in_the_same_entry_takes_its_place() -> None:
    years = entry(experience_years={"technical": 3})
    unread = (text("experience_years.technical", "1,5"), text("experience_years.academic", "1,5"))
    case = Case(history=(years,), unread=unread)
    assert [kept.field for _scenario, kept in case.unread_texts()] == ["experience_years.academic"]


@pytest.mark.parametrize("command", [["score"], ["summary", "-c", "technical"], ["plan", "-c", "technical"]])
@pytest.mark.parametrize(("language", "named"), [("en", "Annual salary"), ("ja", "年収")])
def test_commands_name_what_could_not_be_read(
    command: list[str], language: str, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "case.hspcase", tmp_path / "out.pdf"
    known = Facts.model_validate({"degrees": ["master"], "age": 30})
    save_case(Case.of(known).model_copy(update={"unread": (text(SALARY, "約820万"),)}), path)
    written = ["-o", str(out)] if command[0] == "summary" else []
    main(["--lang", language, command[0], str(path), *command[1:], *written])
    told = capsys.readouterr().err
    assert "約820万" in told
    assert "case.hspcase" in told
    assert named in told


def test_validate_counts_it_as_a_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.hspcase"
    save_case(Case(unread=(text("residence.since", "soon"),)), path)
    assert main(["--lang", "en", "validate", str(path)]) == 2
    told = capsys.readouterr()
    assert "soon" in told.err
    assert "no problems" not in told.out


def test_facts_that_were_all_read_are_told_of_with_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.hspcase"
    save_case(Case.of(Facts(annual_salary_yen=8_000_000)), path)
    main(["score", str(path)])
    assert capsys.readouterr().err == ""
