"""``hsp-calc summary`` and ``hsp-calc export``."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run

Write = Callable[[str, object], str]


@pytest.fixture(autouse=True)
def settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for settings with nothing in it."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setattr("hsp_calc.output.office.config_folder", lambda: folder)
    return folder


def text_of(path: Path) -> str:
    (page,) = PdfReader(path).pages
    return page.extract_text()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Points summary"),
        (("--lang", "ja"), "ポイント計算結果のまとめ"),
        (("-l", "ja"), "ポイント計算結果のまとめ"),
        (("--lang", "ja", "-l", "en"), "Points summary"),
        (("--target", "70"), "The fewest documents that prove 70 points"),
        (("--on", "2016-01-01"), "hsp-2015-04-01"),
    ],
)
def test_the_summary_is_one_page_in_the_language_asked_for(
    options: tuple[str, ...], said: str, run: Run, sample: Path, tmp_path: Path
) -> None:
    done = run("summary", sample, "-c", "technical", *options, "-o", "summary.pdf")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert said in text_of(tmp_path / "summary.pdf")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Permanent residence: The points allow an application now if you have held these degrees"),
        ("ja", "永住許可：学位、実務経験の年数、年収、日本の大学の学位が"),
    ],
)
def test_the_headline_on_permanent_residence_stands_on_it(
    lang: str, said: str, run: Run, sample: Path, tmp_path: Path
) -> None:
    assert run("summary", sample, "-c", "technical", "-l", lang, "-o", "summary.pdf").code == 0
    assert said.replace(" ", "") in "".join(text_of(tmp_path / "summary.pdf").split())


def test_pages_of_the_guide_follow_where_they_are_asked_for(run: Run, sample: Path, tmp_path: Path) -> None:
    done = run("summary", sample, "-c", "technical", "--with", "employer, benefits", "-o", "summary.pdf")
    assert (done.code, done.err) == (0, "")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "summary.pdf").pages]
    assert len(pages) == 3
    assert "Points summary" in pages[0]
    assert "residence card" in pages[2]
    refused = run("summary", sample, "-c", "technical", "--with", "employers", "-o", "x.pdf")
    assert refused.code != 0
    assert "--with" in refused.err


def test_the_office_of_the_settings_stands_on_it(run: Run, sample: Path, tmp_path: Path, settings: Path) -> None:
    (settings / "office.json").write_text('{"name": "Minato Office", "telephone": "03"}', encoding="utf-8")
    run("summary", sample, "-c", "technical", "-o", "with.pdf")
    run("summary", sample, "-c", "technical", "--no-office", "-o", "without.pdf")
    assert "Minato Office" in text_of(tmp_path / "with.pdf")
    assert "Minato Office" not in text_of(tmp_path / "without.pdf")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.pdf"], "-c/--category is missing"),
        (["-c", "technical"], "-o is missing"),
        (["-c", "technical", "-l", "bilingual", "-o", "x.pdf"], "choose ja or en"),
        (["-c", "technical", "--target", "75", "-o", "x.pdf"], "choose 70 or 80"),
        (["-c", "technical", "-o", "x.pdf", "--on", "2015-03-31"], "no verified rule table for 2015-03-31"),
        (["-c", "technical", "-o", "x.pdf", "--on", "1980-01-01"], "no verified rule table"),
    ],
)
def test_a_wrong_request_is_refused_and_nothing_written(
    run: Run, sample: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = run("summary", sample, *arguments)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.errors[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("command", "output"), [("summary", "x.pdf"), ("export", "x.xlsx")])
def test_a_person_not_born_yet_is_refused(command: str, output: str, run: Run, write: Write) -> None:
    case = {"format": "hsp-case", "version": 1, "applicant": {"date_of_birth": "2024-01-01"}, "history": []}
    done = run(command, write("a.hspcase", case), "-c", "technical", "--on", "2023-05-01", "-o", output)
    assert done.code == 2
    assert done.errors[0].startswith("a.hspcase: ")


def test_a_name_that_no_font_has_is_told(run: Run, write: Write) -> None:
    case = {"format": "hsp-case", "version": 1, "applicant": {"name_ja": "太郎\U00012000"}, "history": []}
    done = run("summary", write("a.hspcase", case), "-c", "technical", "-o", "x.pdf")
    assert done.code == 2
    assert "the program's fonts do not contain" in done.errors[0]


@pytest.mark.parametrize(
    ("options", "sheets"),
    [
        ((), ["(a) Academic", "(b) Technical", "(c) Management"]),
        (("-c", "technical"), ["(b) Technical"]),
    ],
)
def test_the_workbook_has_a_sheet_a_category(
    options: tuple[str, ...], sheets: list[str], run: Run, sample: Path, tmp_path: Path
) -> None:
    done = run("export", sample, *options, "-o", "score.xlsx")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert openpyxl.load_workbook(tmp_path / "score.xlsx").sheetnames == sheets


def test_the_workbook_needs_a_file(run: Run, sample: Path) -> None:
    done = run("export", sample)
    assert done.code == 2
    assert "-o is missing" in done.errors[0]


@pytest.mark.parametrize("command", ["summary", "export"])
def test_help_is_given(command: str, run: Run) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"hsp-calc {command} FILE" in done.out
