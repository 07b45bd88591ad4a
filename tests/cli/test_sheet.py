"""``hsp-calc sheet``."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run

Write = Callable[[str, object], str]


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize(
    ("option", "said"), [((), "高度専門職ポイント計算表"), (("-l", "en"), "Point Calculation Form")]
)
def test_the_form_is_written_in_the_language_asked_for(
    run: Run, sample: Path, tmp_path: Path, option: list[str], said: str
) -> None:
    done = run("sheet", sample, "-c", "technical", *option, "-o", "form.pdf")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert said in text_of(tmp_path / "form.pdf")


def test_an_older_file_is_replaced(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_text("old")
    assert run("sheet", sample, "-c", "academic", "-o", "form.pdf").code == 0
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["form.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.pdf"], "-c/--category is missing"),
        (["-c", "technical"], "-o is missing"),
        (["-c", "ロ", "-o", "x.pdf"], "choose academic, technical or management"),
        (["-c", "technical", "-l", "fr", "-o", "x.pdf"], "-l: “fr” is not possible; choose ja or en"),
        (["-c", "technical", "-o", "x.pdf", "--on", "2020-01-01"], "no verified rule table for 2020-01-01"),
        (["-c", "technical", "-o", "no/x.pdf"], "its folder does not exist"),
        (["-c", "technical", "-o", "."], "it is a folder"),
    ],
)
def test_a_wrong_request_is_refused_and_nothing_written(
    run: Run, sample: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = run("sheet", sample, *arguments)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.errors[0]
    assert list(tmp_path.iterdir()) == []


def test_several_persons_are_not_one_form(run: Run, write: Write, tmp_path: Path) -> None:
    done = run("sheet", write("list.json", [{}, {}]), "-c", "technical", "-o", "x.pdf")
    assert done.code == 2
    assert "holds 2 persons" in done.errors[0]
    assert not (tmp_path / "x.pdf").exists()


def test_a_list_of_one_person_is_one_person(run: Run, write: Write) -> None:
    assert run("sheet", write("list.json", [{"age": 30}]), "-c", "technical", "-o", "x.pdf").code == 0


def test_a_person_not_born_yet_is_refused(run: Run, sample: Path) -> None:
    done = run("sheet", sample, "-c", "technical", "-o", "x.pdf", "--on", "1990-01-01", "--lang", "ja")
    assert done.code == 2
    assert "1990-01-01" in done.errors[0]


def test_a_name_that_no_font_has_is_told(run: Run, write: Write) -> None:
    case = {"format": "hsp-case", "version": 1, "applicant": {"name_ja": "太郎\U00012000"}, "history": []}
    done = run("sheet", write("a.hspcase", case), "-c", "technical", "-o", "x.pdf")
    assert done.code == 2
    assert "no font of the program has" in done.errors[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that its user may not write to")
def test_a_folder_without_permission_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    done = run("sheet", sample, "-c", "technical", "-o", "closed/x.pdf")
    assert done.code == 2
    assert "permission" in done.errors[0]
