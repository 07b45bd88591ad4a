"""``hsp-calc hours``."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hsp_calc.guide.shifts import ShiftFault
from hsp_calc.text import Translator
from hsp_calc.text.columns import width
from hsp_calc.text.shifts_text import SENTENCES
from hsp_calc.text.translator import fields_of
from tests.cli.conftest import InTerminal, Run

Write = Callable[[str, object], str]
HEADER = "date,start,end,employer\n"
WEEK = HEADER + "".join(f"2026-11-0{day},9:00,15:00,A\n" for day in range(2, 7))


def test_the_json_is_what_scripts_rely_on(run: Run, write: Write) -> None:
    done = run("hours", write("a.csv", f"{WEEK}2026-11-14,22:00,6:20,B\n"), "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert done.data == {
        "limit": 28,
        "worst": {"from": "2026-11-02", "to": "2026-11-08", "hours": 30.0},
        "over": [
            {"from": "2026-10-31", "to": "2026-11-06", "hours": 30.0},
            {"from": "2026-11-01", "to": "2026-11-07", "hours": 30.0},
            {"from": "2026-11-02", "to": "2026-11-08", "hours": 30.0},
        ],
        "days_over": [],
    }


def test_hours_are_numbers_with_two_decimals(run: Run, write: Write) -> None:
    out = run("hours", write("a.csv", WEEK), "--format", "json").out
    assert re.findall(r'"hours": (\S+?)\n', out) == ["30.00"] * 4


def test_holidays_are_judged_by_8_hours_a_day(run: Run, write: Write) -> None:
    name = write("a.csv", f"{WEEK}2026-11-07,9:00,18:00,A\n2026-11-09,9:00,18:00,A\n")
    ranges = ["--holiday", "2026-11-07..2026-11-07", "--holiday", "2026-11-09..2026-11-20"]
    data = run("hours", name, *ranges, "--format", "json").data
    assert isinstance(data, dict)
    assert data["worst"]["hours"] == 30.0
    assert data["days_over"] == [{"date": "2026-11-07", "hours": 9.0}, {"date": "2026-11-09", "hours": 9.0}]
    within = run("hours", name, "--holiday", "2026-11-02..2026-11-20", "--format", "json").data
    assert isinstance(within, dict)
    assert within["over"] == []


def test_no_shifts_have_no_worst(run: Run, write: Write) -> None:
    name = write("a.csv", HEADER)
    assert run("hours", name, "--format", "json").data == {"limit": 28, "worst": None, "over": [], "days_over": []}
    assert "There are no shifts." in run("hours", name).out


def test_the_text_has_a_table_for_every_window_over_the_limit(run: Run, write: Write) -> None:
    done = run("hours", write("a.csv", WEEK), "--lang", "en")
    assert done.code == 0
    assert "Most hours in seven consecutive days: 30.00 h, 2 November 2026 to" in done.out
    assert "3 windows over the limit:" in done.out
    assert "2 November 2026 to 8 November 2026: 30.00 h, 2.00 h over" in done.out
    assert done.out.count("  2026-11-04 (Wed)  6.00 h") == 3
    assert done.out.count("  2026-11-08 (Sun)  0.00 h") == 1


def test_the_text_is_japanese_too(run: Run, write: Write) -> None:
    done = run("hours", write("a.csv", WEEK), "--holiday", "2026-11-06..2026-11-08", "--lang", "ja")
    assert "連続した7日間で最も多いのは、2026年11月2日から2026年11月8日までの24.00時間です。" in done.out.replace(
        "\n", ""
    )
    assert "上限を超える7日間はありません。" in done.out
    assert "  2026-11-06（金）  6.00時間  長期休業のため、ここでは数えません" in done.out
    assert "法律上の助言ではありません" in done.out


def test_days_over_8_hours_are_listed(run: Run, write: Write) -> None:
    name = write("a.csv", f"{HEADER}2026-11-02,9:00,17:01,A\n")
    done = run("hours", name, "--holiday", "2026-11-01..2026-11-08", "--lang", "en")
    assert "Days of long holidays over 8.00 h:\n  2026-11-02 (Mon)  8.02 h\n" in done.out


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("columns", [50, 100])
def test_the_text_fits_the_terminal(in_terminal: InTerminal, write: Write, language: str, columns: int) -> None:
    name = write("a.csv", f"{WEEK}2026-11-07,9:00,18:00,A\n")
    holiday = ["--holiday", "2026-11-07..2026-11-08"]
    done = in_terminal(columns, "hours", name, *holiday, "--lang", language)
    assert done.code == 0
    assert [line for line in done.out.splitlines() if width(line) > columns] == []


def test_it_reads_what_a_japanese_spreadsheet_writes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"{HEADER}2026-11-02,9:00,12:00,喫茶店\r\n".encode("cp932"))
    assert '"hours": 3.00' in run("hours", "a.csv", "--format", "json").out


@pytest.mark.parametrize(
    ("row", "en", "ja"),
    [
        ("2026-11-31,9:00,12:00,A", "“2026-11-31” is not a valid date", "実在する日付ではありません。"),
        ("2026-11-03,9:00,37:00,A", "end: “37:00” is not a time", "「37:00」は時刻ではありません。"),
        ("2026-11-03,9:00,9:00,A", "begins and ends at 9:00", "開始と終了が同じ9:00です。"),
        ("2026-11-03,17:00,9:00,A", "The end 9:00 is before the start 17:00", "終了9:00が開始17:00より前です。"),
        ("2026-11-02,14:00,16:00,B", "lines 2 and 3 overlap", "2行目と3行目の勤務の時間が"),
        ("2026-11-03,9:00,12:00", "has 3 cells, but there are 4 columns", "値が3個ありますが、列は4個です。"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(run: Run, write: Write, row: str, en: str, ja: str) -> None:
    name = write("a.csv", f"{HEADER}2026-11-02,9:00,15:00,A\n{row}\n")
    for language, said in (("en", en), ("ja", ja)):
        done = run("hours", name, "--lang", language)
        assert (done.code, done.out, len(done.errors)) == (2, "", 1)
        assert done.errors[0].startswith("a.csv:3")
        assert said in done.errors[0]


def test_a_misspelt_column_is_told(run: Run, write: Write) -> None:
    done = run("hours", write("a.csv", "date,strat,end,employer\n"))
    assert (done.code, len(done.errors)) == (2, 2)
    assert "There is no column “strat”" in done.errors[0]
    assert "Did you mean “start”?" in done.errors[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "FILE is missing"),
        (["a.csv", "--holiday", "2026-07-20"], "not a range of dates"),
        (["a.csv", "--holiday", "2026-07-20..2026-02-30"], "not a range of dates"),
        (["a.csv", "--holiday", "2026-08-31..2026-07-20"], "ends before it begins"),
        (["a.csv", "--format", "csv"], "choose text or json"),
        (["missing.csv"], "There is no file “missing.csv”"),
        (["."], "This is a folder or a device"),
    ],
)
def test_a_wrong_request_is_refused(run: Run, write: Write, arguments: list[str], said: str) -> None:
    write("a.csv", HEADER)
    done = run("hours", *arguments, "--lang", "en")
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.errors[0]


def test_every_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(ShiftFault)


@pytest.mark.parametrize("fault", ShiftFault)
def test_every_sentence_is_there_in_japanese(fault: ShiftFault) -> None:
    sentence = SENTENCES[fault]
    fields = {name.removesuffix("!:"): "X" for name in fields_of(sentence) or ()}
    told = Translator.load("ja")(sentence, **fields)
    assert told.endswith("。")
    assert told.count("X") >= len(fields)


def test_the_json_is_the_same_in_both_languages(run: Run, write: Write) -> None:
    name = write("a.csv", WEEK)
    both = [run("--lang", language, "hours", name, "--format", "json").out for language in ("ja", "en")]
    assert json.loads(both[0]) == json.loads(both[1])
