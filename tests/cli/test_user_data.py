"""Rule tables of the user's own on the command line."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.user_data import NEWER, folder, newer_table, put

FILE = "hsp-office.yaml"
NAMED = {
    "ja": f"計算表{NEWER}は利用者が追加したファイル「{FILE}」によるものです。",
    "en": f"The rule table {NEWER} is from the user's own file “{FILE}”.",
}
JAPANESE_OR_ENGLISH = pytest.mark.parametrize("language", ["ja", "en"])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder(tmp_path, monkeypatch)


@pytest.fixture
def table(own: Path) -> Path:
    return put(own / "rules" / FILE, newer_table())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.usefixtures("table")
@JAPANESE_OR_ENGLISH
@pytest.mark.parametrize(
    "command",
    [("score",), ("checklist", "-c", "technical"), ("plan", "-c", "technical")],
    ids=lambda command: command[0],
)
def test_what_rests_on_a_table_of_the_user_names_its_file(
    run: Run, sample: Path, language: str, command: tuple[str, ...]
) -> None:
    done = run(command[0], sample, *command[1:], "--lang", language)
    assert (done.code, done.err) == (0, "")
    assert squeezed(NAMED[language]) in squeezed(done.out)


@pytest.mark.usefixtures("table")
@JAPANESE_OR_ENGLISH
@pytest.mark.parametrize("command", ["sheet", "summary"])
def test_so_does_what_is_printed(run: Run, sample: Path, tmp_path: Path, language: str, command: str) -> None:
    assert run(command, sample, "-c", "technical", "-l", language, "-o", "out.pdf").code == 0
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
    assert squeezed(NAMED[language]) in squeezed(text)
    assert ("出典：出入国在留管理庁" if language == "ja" else "Source:") in text


@pytest.mark.usefixtures("table")
def test_so_do_the_workbook_and_json(run: Run, sample: Path, tmp_path: Path) -> None:
    assert run("export", sample, "-o", "out.xlsx").code == 0
    sheet = load_workbook(BytesIO((tmp_path / "out.xlsx").read_bytes())).worksheets[0]
    assert any(NAMED["en"] in str(cell.value) for row in sheet.iter_rows() for cell in row)
    for command in (["score"], ["checklist", "-c", "technical"], ["plan", "-c", "technical"]):
        data: Any = run(command[0], sample, *command[1:], "--format", "json").data
        assert data["user_files"] == [FILE]


def test_where_nothing_is_the_users_json_says_nothing_of_it(run: Run, sample: Path) -> None:
    assert "user_files" not in json.loads(run("score", sample, "--format", "json").out)


@pytest.mark.usefixtures("table")
def test_a_day_before_the_table_of_the_user_has_nothing_of_it(run: Run, sample: Path) -> None:
    done = run("score", sample, "--on", "2026-03-31")
    assert "hsp-2023-04-01" in done.out
    assert FILE not in done.out


@JAPANESE_OR_ENGLISH
def test_the_tables_of_the_user_are_marked_in_the_list(run: Run, table: Path, language: str) -> None:
    lines = run("tables", "list", "--lang", language).out.splitlines()
    assert [str(table) in line for line in lines] == [False] * 5 + [True]
    data: Any = run("tables", "list", "--format", "json").data
    assert [found.get("user_files") for found in data] == [None] * 5 + [[FILE]]


@JAPANESE_OR_ENGLISH
def test_a_malformed_table_is_told_of_once_with_its_line_and_nothing_fails(
    run: Run, sample: Path, own: Path, language: str
) -> None:
    path = put(own / "rules" / "hsp-x.yaml", newer_table().replace("pass_mark: 70", "pass_mark: many"))
    line = path.read_text(encoding="utf-8").splitlines().index("pass_mark: many") + 1
    done = run("score", sample, "--lang", language)
    assert done.code == 0
    assert done.err.count(f"{path}:{line}") == 1
    assert done.err.startswith({"ja": "hsp-calc: 使用していません：", "en": "hsp-calc: Not used: "}[language])
    assert "hsp-2023-04-01" in done.out


def test_a_table_that_is_not_newer_is_told_of_with_the_line_of_its_date(run: Run, sample: Path, own: Path) -> None:
    text = newer_table().replace(NEWER, "hsp-2023-04-01")
    path = put(own / "rules" / "hsp-x.yaml", text)
    line = next(n for n, text in enumerate(text.splitlines(), 1) if text.startswith("verified_on"))
    done = run("score", sample)
    assert done.code == 0
    assert f"{path}:{line}: verified_on: “hsp-2023-04-01” of 2026-11-27 is not newer" in done.err


def test_a_command_that_needs_no_table_tells_nothing(run: Run, own: Path, tmp_path: Path) -> None:
    put(own / "rules" / "hsp-x.yaml", "- 1")
    (tmp_path / "shifts.csv").write_text("date,start,end\n2026-11-01,9:00,17:00\n", encoding="utf-8")
    for command in (["hours", "shifts.csv"], ["fees", "extension", "--accepted", "2026-10-05"]):
        done = run(*command)
        assert (done.code, done.err) == (0, "")
