"""``hsp-calc sheet``."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

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
    return "".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ((), "高度専門職ポイント計算表"),
        (("-l", "en"), "Point Calculation Form"),
        (("-l", "bilingual"), "高度専門職ポイント計算表"),
        (("-l", "bilingual"), "Point Calculation Form"),
    ],
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
        (["-c", "technical", "-l", "fr", "-o", "x.pdf"], "-l: “fr” is not valid; choose ja, en or bilingual"),
        (["-c", "technical", "-o", "x.pdf", "--on", "2015-03-31"], "no verified rule table for 2015-03-31"),
        (["-c", "technical", "-o", "no/x.pdf"], "its folder does not exist"),
        (["-c", "technical", "-o", "."], "it is a folder"),
        (["-c", "technical", "-o", "x.pdf", "--permanent-residence", "90"], "choose 70 or 80"),
        (
            ["-c", "technical", "-o", "x.pdf", "--permanent-residence", "70", "--on", "2018-03-01"],
            "no verified rule table for 2015-03-01",
        ),
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
    assert "has 2 persons" in done.errors[0]
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
    assert "the program's fonts do not contain" in done.errors[0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that its user may not write to")
def test_a_folder_without_permission_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    done = run("sheet", sample, "-c", "technical", "-o", "closed/x.pdf")
    assert done.code == 2
    assert "permission" in done.errors[0]


@pytest.mark.parametrize(("points", "before"), [("80", "基準日 2025年11月22日"), ("70", "基準日 2023年11月22日")])
def test_the_forms_for_permanent_residence_stand_in_one_file(
    points: str, before: str, run: Run, sample: Path, tmp_path: Path
) -> None:
    now = "基準日 2026年11月22日"
    done = run("sheet", sample, "-c", "technical", "--permanent-residence", points, "-o", "forms.pdf")
    assert (done.code, done.out, len(done.errors)) == (0, "", 1)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "forms.pdf").pages]
    assert [(now in page, before in page) for page in pages[::2]] == [(True, False), (False, True)]


def test_what_a_case_holds_for_the_form_is_printed(run: Run, write: Write, tmp_path: Path) -> None:
    form = {"rd": {"expenses_yen": 12_345_678, "sales_yen": 300_000_000}}
    case = {"format": "hsp-case", "version": 1, "history": [], "form": form}
    assert run("sheet", write("a.hspcase", case), "-c", "technical", "-o", "x.pdf").code == 0
    assert "12,345,678" in text_of(tmp_path / "x.pdf")
    case["form"] = {"rd": {"sales_yen": "5"}}
    done = run("sheet", write("b.hspcase", case), "-c", "technical", "-o", "y.pdf")
    assert done.code == 2
    assert done.errors[0].startswith('b.hspcase: form.rd.sales_yen: "5" is not allowed here')


def test_the_office_of_the_settings_stands_on_the_form(run: Run, sample: Path, tmp_path: Path, settings: Path) -> None:
    (settings / "office.json").write_text('{"name": "Minato Office"}', encoding="utf-8")
    run("sheet", sample, "-c", "technical", "-o", "with.pdf")
    run("sheet", sample, "-c", "technical", "--no-office", "-o", "without.pdf")
    assert "Minato Office" in text_of(tmp_path / "with.pdf")
    assert "Minato Office" not in text_of(tmp_path / "without.pdf")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"nam": "x"}', "office.json: nam: There is no field “nam”. Did you mean “name”?"),
        ('{"logo": "office-logo.png"}', "There is no file"),
    ],
)
def test_a_profile_that_cannot_be_used_is_told(content: str, said: str, run: Run, sample: Path, settings: Path) -> None:
    (settings / "office.json").write_text(content, encoding="utf-8")
    done = run("sheet", sample, "-c", "technical", "-o", "x.pdf")
    assert (done.code, len(done.errors)) == (2, 1)
    assert said in done.errors[0]


def test_a_logo_that_cannot_be_used_is_told(run: Run, sample: Path, settings: Path) -> None:
    (settings / "office.json").write_text('{"logo": "office-logo.png"}', encoding="utf-8")
    (settings / "office-logo.png").write_text("no picture")
    done = run("sheet", sample, "-c", "technical", "-o", "x.pdf")
    assert done.code == 2
    assert "The logo is not a PNG, JPEG or SVG picture" in done.errors[0]


COMMANDS = [
    ("sheet", "-c", "technical"),
    ("sheet", "-c", "technical", "--permanent-residence", "80"),
    ("summary", "-c", "technical"),
    ("export",),
]


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize(
    "failure",
    [
        (errno.ENOSPC, 1, "the disk is full"),
        (errno.EROFS, 2, "the disk is read-only"),
        (errno.EACCES, 2, "you have no permission for it, or another program holds it open"),
    ],
)
def test_what_cannot_be_written_is_told_and_the_old_file_stays(
    failure: tuple[int, int, str], arguments: tuple[str, ...], run: Run, sample: Path, tmp_path: Path
) -> None:
    number, code, said = failure
    (tmp_path / "out").write_text("old")
    command, *options = arguments
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", _failing(number))
        done = run(command, sample, *options, "-o", "out")
    assert (done.code, done.out, len(done.errors)) == (code, "", 1 + ("--permanent-residence" in arguments))
    assert said in done.errors[-1]
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("out", "old")]


def _failing(number: int) -> Callable[[int], None]:
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_folder_in_place_of_the_file_is_told(
    arguments: tuple[str, ...], run: Run, sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    command, *options = arguments
    done = run(command, sample, *options, "-o", "out")
    assert (done.code, len(done.errors)) == (2, 1 + ("--permanent-residence" in arguments))
    assert "it is a folder" in done.errors[-1]
    assert [(file.name, list(file.iterdir())) for file in tmp_path.iterdir()] == [("out", [])]


FACTS = {"date_of_birth": "1993-05-12", "degrees": ["master"], "annual_salary_yen": 8_200_000, "experience_years": 5.5}


def test_a_form_of_an_earlier_day_says_what_it_takes_for_granted(run: Run, write: Write, tmp_path: Path) -> None:
    done = run("sheet", write("a.json", FACTS), "-c", "technical", "--on", "2025-11-22", "-o", "x.pdf")
    assert (done.code, done.out, len(done.errors)) == (0, "", 1)
    assert "22 November 2025 assume" in done.errors[0]
    for said in ("5 years 6 months", "¥8,200,000", "Master's degree"):
        assert said in done.errors[0]
    assert (tmp_path / "x.pdf").exists()


def test_the_form_of_today_takes_nothing_for_granted(run: Run, write: Write) -> None:
    done = run("sheet", write("a.json", FACTS), "-c", "technical", "--format", "json", "-o", "x.pdf")
    assert (done.code, done.err) == (0, "")
    assert done.data["assumed"] == []  # type: ignore[index]


def test_what_is_taken_for_granted_is_there_for_programs(run: Run, write: Write) -> None:
    options = ("-c", "technical", "--permanent-residence", "80", "--format", "json", "-o", "x.pdf")
    done = run("sheet", write("a.json", FACTS), *options)
    data: dict[str, Any] = done.data  # type: ignore[assignment]
    assert (done.code, len(done.errors)) == (0, 1)
    assert set(data["assumed"]) == {"degrees", "annual_salary_yen", "experience_years"}
    assert [(form["on"], bool(form["assumed"])) for form in data["forms"]] == [
        ("2026-11-22", False),
        ("2025-11-22", True),
    ]


def test_what_the_form_lacks_is_told_in_the_language_asked_for(run: Run, write: Write) -> None:
    facts = write("a.json", {**FACTS, "designated_university": True, "sme": True, "rd_ratio_over_3pct": True})
    done = run("sheet", facts, "-c", "technical", "--lang", "ja", "-o", "x.pdf")
    assert (done.code, len(done.errors)) == (0, 2)
    assert "試験研究費" in done.errors[0]
    assert "Ⅰ" in done.errors[1]


@pytest.mark.parametrize("arguments", COMMANDS)
@pytest.mark.parametrize("name", ["form.docx", "form.hspcase", "Dr. Kim 2026.11"])
def test_nothing_is_written_under_a_wrong_ending(
    arguments: tuple[str, ...], name: str, run: Run, sample: Path, tmp_path: Path
) -> None:
    command, *options = arguments
    done = run(command, sample, *options, "-o", name)
    assert (done.code, len(done.errors)) == (2, 1)
    assert name in done.errors[0]
    assert not list(tmp_path.iterdir())


def test_no_pdf_is_written_under_the_name_of_a_workbook(run: Run, sample: Path, tmp_path: Path) -> None:
    assert run("sheet", sample, "-c", "technical", "-o", "form.pdf").code == 0
    before = (tmp_path / "form.pdf").read_bytes()
    run("sheet", sample, "-c", "technical", "-o", "form.xlsx")
    assert not any(file.read_bytes().startswith(b"%PDF") for file in tmp_path.glob("*.xlsx"))
    assert (tmp_path / "form.pdf").read_bytes() == before


def test_the_file_that_is_read_is_not_replaced(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(sample.read_bytes())
    done = run("checklist", "a.json", "-c", "technical", "-o", "a.json")
    assert done.code == 2
    assert (tmp_path / "a.json").read_bytes() == sample.read_bytes()
