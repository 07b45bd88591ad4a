"""``batch``: files of persons in, their scores out; wrong rows carry their problem."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.batch.agreement import DAY
from tests.cli.conftest import Run
from tests.engine.persons import persons

CATEGORIES = ("academic", "technical", "management")
RESULTS = [f"{category}.{name}" for category in CATEGORIES for name in ("total", "at_most", "eligible")]
PERSON = {"age": 33, "degrees": ["master"], "experience_years": 6, "annual_salary_yen": 8_200_000, "japanese": "n1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def cell(value: Any) -> str:
    """A value as CSV has it."""
    if isinstance(value, list):
        return ";".join(value) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_csv(path: Path, people: list[dict[str, Any]]) -> None:
    names = list(dict.fromkeys(name for person in people for name in person))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows([{name: cell(value) for name, value in person.items()} for person in people])


def flat(person: dict[str, Any]) -> dict[str, Any]:
    """A person with experience by category in columns of their own."""
    experience = person.get("experience_years")
    if not isinstance(experience, dict):
        return person
    rest = {name: value for name, value in person.items() if name != "experience_years"}
    return rest | {f"experience_years.{name}": years for name, years in experience.items()}


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_comes_out_as_the_engine_scores_it(run: Run, folder: Path) -> None:
    people = list(persons(300, seed=3, day=DAY))
    write_csv(folder / "in.csv", [{"id": f"P{n}", **flat(person)} for n, person in enumerate(people)])
    assert run("batch", "in.csv", "-o", "out.csv", "--on", "2026-11-22").code == 0
    (folder / "people.json").write_text(json.dumps(people), encoding="utf-8")
    scored: Any = run("score", "people.json", "--on", "2026-11-22", "--format", "json").data
    rows = read_csv(folder / "out.csv")
    assert list(rows[0]) == ["id", *RESULTS, "table", "problem"]
    assert [row["id"] for row in rows] == [f"P{n}" for n in range(300)]
    for row, sheet in zip(rows, scored, strict=True):
        for category in CATEGORIES:
            assert int(row[f"{category}.total"]) == sheet["categories"][category]["total"]
            assert (row[f"{category}.eligible"] == "true") == sheet["categories"][category]["eligible"]
        assert row["table"] == "hsp-2023-04-01"


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_every_kind_of_file_in_gives_the_same(run: Run, folder: Path, ending: str) -> None:
    people = [{"id": n, "team": "海外", **flat(p)} for n, p in enumerate(persons(200, seed=4, day=DAY))]
    lines = "\n".join(json.dumps(person) for person in people)
    (folder / "in.jsonl").write_text(lines, encoding="utf-8")
    write_csv(folder / "in.csv", people)
    duckdb.read_json(str(folder / "in.jsonl")).write_parquet(str(folder / "in.parquet"))
    assert run("batch", f"in.{ending}", "-o", f"{ending}.csv", "--on", "2026-11-22").err == ""
    assert run("batch", "in.jsonl", "-o", "expected.csv", "--on", "2026-11-22").code == 0
    assert read_csv(folder / f"{ending}.csv") == read_csv(folder / "expected.csv")


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_every_kind_of_file_out_holds_the_same(run: Run, folder: Path, ending: str) -> None:
    write_csv(folder / "in.csv", [{"id": n, **flat(p)} for n, p in enumerate(persons(50, seed=5, day=DAY))])
    assert run("batch", "in.csv", "-o", f"out.{ending}", "--on", "2026-11-22").code == 0
    assert run("batch", "in.csv", "-o", "expected.csv", "--on", "2026-11-22").code == 0
    read = {"csv": duckdb.read_csv, "parquet": duckdb.read_parquet, "jsonl": duckdb.read_json}[ending]
    rows, expected = read(str(folder / f"out.{ending}")), duckdb.read_csv(str(folder / "expected.csv"))
    assert rows.columns == expected.columns
    assert [list(map(str, row)) for row in rows.fetchall()] == [list(map(str, row)) for row in expected.fetchall()]


def test_experience_by_category_is_read_from_json(run: Run, folder: Path) -> None:
    person = {"id": 1, **PERSON, "experience_years": {"technical": 10, "management": 3}}
    (folder / "in.jsonl").write_text(json.dumps(person), encoding="utf-8")
    assert run("batch", "in.jsonl", "-o", "out.csv").code == 0
    (row,) = read_csv(folder / "out.csv")
    assert (row["academic.total"], row["technical.total"], row["management.total"]) == ("75", "95", "45")


def test_a_wrong_row_has_its_problem_and_no_totals_and_the_others_are_scored(run: Run, folder: Path) -> None:
    text = "id,age,annual_salary_yen,japanese\n1,33,8200000,n1\n2,abc,8200000,n9\n3,33,8200000,n1\n"
    (folder / "in.csv").write_text(text, encoding="utf-8")
    done = run("batch", "in.csv", "-o", "out.csv")
    assert done.code == 0
    assert "1 of them has a problem" in done.out
    first, wrong, last = read_csv(folder / "out.csv")
    assert first["problem"] == last["problem"] == ""
    assert first["technical.total"] == last["technical.total"] == "55"
    assert "abc" in wrong["problem"]
    assert "n9" in wrong["problem"]
    assert {wrong[name] for name in RESULTS} == {""}


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("1,,2031-01-01,", "2031-01-01"),
        ("1,,1890-01-01,", "1890-01-01"),
        ("1,33,1993-01-01,", "age"),
        ("1,121,,", "121"),
        ("1,,,-5", "-5"),
        ("1,,1993-02-30,", "1993-02-30"),
    ],
)
def test_what_no_person_can_be_is_a_problem(run: Run, folder: Path, row: str, named: str) -> None:
    (folder / "in.csv").write_text(f"id,age,date_of_birth,annual_salary_yen\n{row}\n", encoding="utf-8")
    assert run("batch", "in.csv", "-o", "out.csv").code == 0
    (found,) = read_csv(folder / "out.csv")
    assert named in found["problem"]
    assert found["academic.total"] == ""


def test_not_answered_is_not_no(run: Run, folder: Path) -> None:
    text = "id,age,annual_salary_yen,degrees\nopen,33,,doctor\nnone,,,\nlow,33,2000000,doctor\n"
    (folder / "in.csv").write_text(text, encoding="utf-8")
    assert run("batch", "in.csv", "-o", "out.csv").code == 0
    rows = {row["id"]: row for row in read_csv(folder / "out.csv")}
    assert rows["open"]["technical.eligible"] == rows["none"]["technical.eligible"] == ""
    assert rows["low"]["technical.eligible"] == "false"
    assert int(rows["none"]["technical.at_most"]) == 235


def test_columns_that_are_no_facts_pass_through_and_are_no_formulas(run: Run, folder: Path) -> None:
    text = 'id,age,team,amount\n1,33,=cmd|x,-5\n2,34,"a, b",+7\n'
    (folder / "in.csv").write_text(text, encoding="utf-8")
    assert run("batch", "in.csv", "-o", "out.csv").code == 0
    first, second = read_csv(folder / "out.csv")
    assert (first["team"], first["amount"]) == ("'=cmd|x", "-5")
    assert (second["team"], second["amount"]) == ("a, b", "+7")


def test_a_column_nearly_named_like_a_fact_is_told_of(run: Run, folder: Path) -> None:
    (folder / "in.csv").write_text("id,annual_salary_jpy\n1,8200000\n", encoding="utf-8")
    done = run("batch", "in.csv", "-o", "out.csv")
    assert done.code == 0
    assert "annual_salary_jpy" in done.err
    assert "annual_salary_yen" in done.err


def test_a_person_without_an_id_gets_the_number_of_the_row(run: Run, folder: Path) -> None:
    (folder / "in.csv").write_text("age\n33\n34\n", encoding="utf-8")
    assert run("batch", "in.csv", "-o", "out.csv").code == 0
    assert [row["id"] for row in read_csv(folder / "out.csv")] == ["1", "2"]


def test_patterns_and_standard_input(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (folder / f"part-{name}.csv").write_text(f"id,age\n{name},33\n", encoding="utf-8")
    assert run("batch", "part-*.csv", "-o", "out.csv").code == 0
    assert [row["id"] for row in read_csv(folder / "out.csv")] == ["a", "b"]
    with (folder / "part-a.csv").open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert run("batch", "-", "-o", "one.csv").code == 0
    assert [row["id"] for row in read_csv(folder / "one.csv")] == ["a"]


def test_two_tables_are_compared(run: Run, folder: Path) -> None:
    facts = "id,age,degrees,annual_salary_yen,experience_years,japanese\n1,33,mba_mot,8200000,6,n2\n2,33,,,,n1\n"
    (folder / "in.csv").write_text(facts, encoding="utf-8")
    done = run(
        "batch",
        "in.csv",
        "-o",
        "out.csv",
        "--table",
        "hsp-2015-04-01",
        "--compare",
        "hsp-2023-04-01",
        "--format",
        "json",
    )
    first, second = read_csv(folder / "out.csv")
    assert (first["technical.total.before"], first["technical.total.after"]) == ("75", "85")
    assert second["technical.total.before"] == second["technical.total.after"]
    data: Any = done.data
    assert data["changed"]["technical"] == 1
    assert data["passing"]["hsp-2015-04-01"]["technical"] == {"eligible": 1, "70": 1, "80": 0}
    assert data["passing"]["hsp-2023-04-01"]["technical"] == {"eligible": 1, "70": 1, "80": 1}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["batch"], "IN"),
        (["batch", "in.csv"], "-o"),
        (["batch", "in.xlsx", "-o", "out.csv"], "in.xlsx"),
        (["batch", "in.csv", "-o", "out.pdf"], "out.pdf"),
        (["batch", "gone.csv", "-o", "out.csv"], "gone.csv"),
        (["batch", "in.csv", "-o", "gone/out.csv"], "gone"),
        (["batch", "in.csv", "more.parquet", "-o", "out.csv"], "batch"),
        (["batch", "in.csv", "-o", "out.csv", "--threads", "0"], "0"),
        (["batch", "in.csv", "-o", "out.csv", "--table", "hsp-1999"], "hsp-1999"),
        (["batch", "results.csv", "-o", "out.csv"], "technical.total"),
        (["tables", "sql"], "sql"),
    ],
)
def test_what_cannot_be_done_is_said_once(
    run: Run, folder: Path, arguments: list[str], named: str, language: str
) -> None:
    (folder / "in.csv").write_text("id,age\n1,33\n", encoding="utf-8")
    (folder / "results.csv").write_text("id,technical.total\n1,33\n", encoding="utf-8")
    done = run("--lang", language, *arguments)
    assert done.code == 2
    assert len(done.errors) == 1
    assert named in done.errors[0]
    assert not (folder / "out.csv").exists()


def test_without_duckdb_the_command_says_how_to_install_it(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "in.csv").write_text("id,age\n1,33\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run("batch", "in.csv", "-o", "out.csv")
    assert done.code == 2
    assert 'pip install "hsp-calc[batch]"' in done.errors[0]


def test_an_output_that_fails_leaves_the_old_one(run: Run, folder: Path) -> None:
    (folder / "out.csv").write_text("old", encoding="utf-8")
    (folder / "in.csv").write_text("id,technical.total\n1,33\n", encoding="utf-8")
    assert run("batch", "in.csv", "-o", "out.csv").code == 2
    assert (folder / "out.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "out.csv"]


def test_tables_sql_prints_the_query(run: Run) -> None:
    done = run("tables", "sql", "hsp-2023-04-01", "--on", "2026-11-22")
    assert done.code == 0
    assert "technical_eligible" in done.out
    data: Any = run("tables", "sql", "hsp-2023-04-01", "--on", "2026-11-22", "--format", "json").data
    assert data["sql"] == done.out
