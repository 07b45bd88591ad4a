"""``hsp-calc import``."""

import json
from pathlib import Path

from tests.cli.conftest import Run

LIST = "顧客一覧,,,\n整理番号,氏名,年収（万円）,備考\nA-1,WANG WEI,820,紹介\n"


def written(tmp_path: Path, text: str = LIST) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    return path


def test_persons_become_cases_and_what_was_passed_over_is_told(run: Run, tmp_path: Path) -> None:
    done = run("import", written(tmp_path), "--into", "clients")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Written: 1 new, 0 updated; unchanged: 0.",
        "Row 3: WANG WEI: new, WANG-WEI.hspcase",
    ]
    assert done.errors == ["Columns ignored: 備考."]
    assert (tmp_path / "clients" / "WANG-WEI.hspcase").is_file()


def test_every_change_of_a_case_is_told(run: Run, tmp_path: Path) -> None:
    run("import", written(tmp_path), "--into", "clients")
    done = run("import", written(tmp_path, LIST.replace("820", "850")), "--into", "clients")
    assert done.out.splitlines() == [
        "Written: 0 new, 1 updated; unchanged: 0.",
        "Row 3: WANG WEI: WANG-WEI.hspcase",
        "  Annual salary (expected, before tax): ¥8,200,000 → ¥8,500,000",
    ]


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("import", written(tmp_path), "--into", "clients", "--dry-run", "--format", "json")
    assert done.code == 0
    data = json.loads(done.out)
    assert (data["written"], [person["state"] for person in data["persons"]]) == (False, ["new"])
    assert not (tmp_path / "clients").exists()


def test_a_heading_is_mapped(run: Run, tmp_path: Path) -> None:
    done = run("import", written(tmp_path), "--into", "clients", "--map", "備考=matter.stage")
    assert (done.code, done.err) == (0, "")
    assert '"stage": "紹介"' in (tmp_path / "clients" / "WANG-WEI.hspcase").read_text("utf-8")


def test_a_field_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("import", written(tmp_path), "--into", "clients", "--map", "備考=matter.stag")
    assert done.code == 2
    assert "Did you mean “matter.stage”?" in done.err


def test_all_problems_are_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    text = "氏名,年収,中小企業\nWANG,820,○\nLI,820万,△\n合計,1640万,\n"
    done = run("import", written(tmp_path, text), "--into", "clients")
    assert (done.code, done.out) == (2, "")
    places = ["Row 2, cell B2 (年収)", "Row 3, cell C3 (中小企業)", "Row 4, cell A4"]
    assert [place in error for place, error in zip(places, done.errors, strict=False)] == [True] * 3
    assert done.errors[-1] == "Nothing was imported."
    assert not (tmp_path / "clients").exists()


def test_it_is_told_in_japanese(run: Run, tmp_path: Path) -> None:
    done = run("--lang", "ja", "import", written(tmp_path), "--into", "clients")
    assert done.out.splitlines()[0] == "書き込みました：新規1件、更新0件、変更なし0件。"


def test_the_list_and_the_folder_are_needed(run: Run, tmp_path: Path) -> None:
    assert "--into is missing" in run("import", written(tmp_path)).err
    assert run("import", "none.csv", "--into", "clients").code == 2
