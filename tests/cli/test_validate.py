"""``hsp-calc validate``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hsp_calc.locations import resources
from tests.cli.conftest import Run

Write = Callable[[str, object], str]


@pytest.mark.parametrize("path", ["samples/engineer.hspcase", "rules/hsp-2023-04-01.yaml", "rules/hsp-2015-04-01.yaml"])
def test_what_comes_with_the_program_has_no_problems(run: Run, path: str) -> None:
    done = run("validate", resources() / path)
    assert (done.code, done.out, done.err) == (0, "no problems\n", "")


def test_every_problem_of_a_case_is_told(run: Run, write: Write) -> None:
    case = {
        "format": "hsp-case",
        "version": 1,
        "applicant": {"date_of_birth": "1993-05-12"},
        "history": [{"from": "2024", "facts": {"salary": 1}}],
        "experience": [{"from": "2020-01-01", "to": "2019-01-01", "categories": ["technical"]}],
    }
    done = run("validate", write("a.hspcase", case))
    assert (done.code, done.out) == (2, "")
    assert [error.split(": ")[1] for error in done.errors] == [
        "history[0].from",
        "history[0].facts.salary",
        "experience[0]",
    ]


@pytest.mark.parametrize("born", ["1800-01-01", "2999-12-31"])
def test_a_date_of_birth_that_no_command_takes_is_told(run: Run, write: Write, born: str) -> None:
    one = write("a.json", {"date_of_birth": born})
    assert run("validate", one).errors == run("score", one).errors
    several = run("validate", write("b.json", [{"age": 30}, {"date_of_birth": born}]))
    assert (several.code, several.out) == (2, "")
    assert [error.split(": ")[1] for error in several.errors] == ["[1].date_of_birth"]


def test_every_problem_of_a_rule_file_is_told_with_its_line(run: Run, write: Write) -> None:
    text = (resources() / "rules" / "hsp-2023-04-01.yaml").read_text(encoding="utf-8")
    broken = text.replace("evidence:", "evidenc:", 1).replace("points: 20", "points: x", 1)
    done = run("validate", write("new.yml", broken), "--lang", "ja")
    assert done.code == 2
    places = sorted(error.split("：")[0] for error in done.errors)
    wrong = [n for n, line in enumerate(broken.splitlines(), 1) if "evidenc:" in line or "points: x" in line]
    assert places == sorted(f"new.yml:{number}" for number in wrong)


def test_signs_that_do_not_show_are_named_in_a_case(run: Run, write: Write) -> None:
    case = {
        "format": "hsp-case",
        "version": 1,
        "applicant": {"name": "AB\u202eCD\rEF"},
        "history": [{"from": None, "facts": {}, "note": "two\nlines"}],
        "checklist": {"papers": {"photo": {"remark": "ok\u2066"}}},
    }
    done = run("validate", write("a.hspcase", case))
    assert (done.code, done.out) == (2, "")
    assert [error.split(": ")[1] for error in done.errors] == ["applicant.name", "checklist.papers.photo.remark"]
    assert "U+202E, U+000D" in done.errors[0]
    assert "\u202e" not in done.err
    assert "\x1b" not in done.err


def test_signs_that_command_a_terminal_are_refused_in_a_rule_file(run: Run, write: Write) -> None:
    text = (resources() / "rules" / "hsp-2023-04-01.yaml").read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("  en: "))
    done = run("validate", write("new.yaml", text.replace(title, '  en: "Evil \\e]0;x\\a"', 1)))
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "title.en" in done.errors[0]


@pytest.mark.parametrize(("name", "said"), [("no.yaml", "There is no file “no.yaml”"), ("no.json", "“no.json”")])
def test_a_missing_file_is_told(run: Run, name: str, said: str) -> None:
    done = run("validate", name)
    assert (done.code, len(done.errors)) == (2, 1)
    assert said in done.errors[0]


def test_a_folder_is_neither(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").mkdir()
    done = run("validate", "d.yaml")
    assert done.code == 2
    assert "folder" in done.errors[0]
