"""Shifts as people write them: what is read, and what is refused with its line."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.guide.shifts import COLUMNS, MOST_PROBLEMS, ShiftFault, ShiftRow, csv_of, read_csv, read_table, shifts_of
from hsp_calc.guide.weekly_hours import Shift
from hsp_calc.validation import InputError, Problem

HEADER = "date,start,end,employer\n"
DAY = date(2026, 11, 2)


def read(text: str, encoding: str = "utf-8") -> tuple[Shift, ...]:
    return read_csv(text.encode(encoding), source="shifts.csv")


def refused(content: str | bytes) -> list[Problem]:
    with pytest.raises(InputError) as caught:
        read_csv(content if isinstance(content, bytes) else content.encode(), source="shifts.csv")
    assert caught.value.source == "shifts.csv"
    return list(caught.value.problems)


def codes(content: str | bytes) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in refused(content)]


def test_a_row_is_a_shift() -> None:
    assert read(f"{HEADER}2026-11-02,9:30,17:45,カフェ\n") == (Shift(DAY, 570, 1065, "カフェ", 2),)


def test_a_file_with_a_header_alone_has_no_shifts() -> None:
    assert read(HEADER) == ()
    assert read("date,start,end,employer") == ()


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("00:00", "24:00", (0, 1440)),
        ("18:00", "24:00", (1080, 1440)),
        ("18:00", "00:00", (1080, 1440)),
        ("18:00", "0:00", (1080, 1440)),
        ("22:00", "06:00", (1320, 1800)),
        ("23:59", "00:01", (1439, 1441)),
        ("20:00", "08:00", (1200, 1920)),
        ("0:00", "23:59", (0, 1439)),
    ],
)
def test_times_that_are_meant_are_read(start: str, end: str, minutes: tuple[int, int]) -> None:
    (shift,) = read(f"{HEADER}2026-11-02,{start},{end},A\n")
    assert (shift.start, shift.end) == minutes


@pytest.mark.parametrize(
    "day",
    [
        "2026/11/2",
        "2026/11/02",
        "2026-11-2",
        "20261102",
        "２０２６/11/02",
        "令和8年11月2日",
        "R8.11.2",
        "2026/11/2 0:00",
    ],
)
def test_a_day_is_read_as_it_is_read_elsewhere(day: str) -> None:
    assert read(f"{HEADER}{day},9:00,12:00,A\n") == (Shift(DAY, 540, 720, "A", 2),)


@pytest.mark.parametrize(
    ("start", "end", "shift"),
    [
        ("18:00:00", "22:30:00", (DAY, 1080, 1350)),
        ("18:00", "25:30", (DAY, 1080, 1530)),
        ("9:00", "25:30", (DAY, 540, 1530)),
        ("９:00", "12:00 PM", (DAY, 540, 720)),
        ("24:00", "2:00", (DAY + timedelta(1), 0, 120)),
        ("25:00", "29:00", (DAY + timedelta(1), 60, 300)),
        ("25:00", "5:00", (DAY + timedelta(1), 60, 300)),
    ],
)
def test_the_night_after_a_day_and_seconds_are_read(start: str, end: str, shift: tuple[date, int, int]) -> None:
    (found,) = read(f"{HEADER}2026-11-02,{start},{end},A\n")
    assert (found.day, found.start, found.end) == shift


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write_is_read(encoding: str, newline: str) -> None:
    text = f"{HEADER}2026-11-02,9:00,12:00,喫茶①\n\n2026-11-03,9:00,12:00,\n".replace("\n", newline)
    assert [(shift.employer, shift.line) for shift in read(text, encoding)] == [("喫茶①", 2), ("", 4)]


def test_columns_may_stand_in_any_order_and_cells_have_spaces() -> None:
    text = " employer , end,start,date\nA, 12:00 , 9:00 ,2026-11-02\n"
    assert read(text) == (Shift(DAY, 540, 720, "A", 2),)


def test_an_employer_may_have_a_comma_and_two_lines() -> None:
    text = f'{HEADER}2026-11-02,9:00,12:00,"A, Inc.\nTokyo"\n2026-11-03,9:00,12:00,B\n'
    assert [shift.line for shift in read(text)] == [2, 4]


def test_empty_lines_do_not_matter() -> None:
    assert len(read(f"\n{HEADER}\n,,,\n2026-11-02,9:00,12:00,A\n\n")) == 1


@pytest.mark.parametrize(
    ("header", "wrong"),
    [
        ("", [("shifts_no_header", 1)]),
        ("2026-11-02,9:00,12:00,A\n", [("shifts_no_header", 1)]),
        ("date,start\n", [("shifts_missing_column", 1)]),
        ("date,start,stopp,employer\n", [("shifts_missing_column", 1)]),
        ("date,start,ende,employer\n", [("shifts_unknown_column", 1), ("shifts_missing_column", 1)]),
        ("date,start,end,employer,終了\n", [("shifts_duplicate_column", 1)]),
    ],
)
def test_a_wrong_header_is_refused(header: str, wrong: list[tuple[str, int]]) -> None:
    assert codes(header) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "Date,START,end,employer\n2026-11-02,9:00,12:00,A\n",
        "date;start;end;employer\n2026-11-02;9:00;12:00;A\n",
        "日付,開始時刻,終了時刻,勤務先\n2026/11/2,9:00,12:00,A\n",
        "日付\t出勤\t退勤\t店名\n2026/11/2\t9:00\t12:00\tA\n",
        "11月のシフト,,,\ndate,start,end,employer\n2026-11-02,9:00,12:00,A\n",
        "date,start,end,employer,\n2026-11-02,9:00,12:00,A,\n",
        "date,start,end,employer,備考\n2026-11-02,9:00,12:00,A,交通費\n",
    ],
)
def test_columns_are_found_as_people_head_them(text: str) -> None:
    (shift,) = read(text)
    assert (shift.day, shift.start, shift.end, shift.employer) == (DAY, 540, 720, "A")


def test_shifts_need_no_employer() -> None:
    assert [shift.employer for shift in read("date,start,end\n2026-11-02,9:00,12:00\n")] == [""]


def test_other_columns_are_named() -> None:
    text = "date,備考,start,end,時給\n2026-11-02,,9:00,12:00,1200\n"
    assert read_table(text.encode(), source="x").passed_over == ("備考", "時給")


def test_a_cell_under_no_heading_is_told() -> None:
    assert codes("date,start,end,\n2026-11-02,9:00,12:00,A\n") == [("cell_without_heading", 2)]


@pytest.mark.parametrize("employer", ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "A\n=1", "A;=1", "＝1+1"])
def test_an_employer_is_never_a_formula(employer: str) -> None:
    written = csv_of([ShiftRow(1, "2026-11-02", "9:00", "12:00", employer)])
    cells = re.split(r'[,;\t\r\n"]', written.decode("utf-8-sig"))
    assert not any(cell.strip().startswith(tuple("=+-@＝")) for cell in cells)
    assert read_csv(written, source="x")[0].employer == employer


def test_a_misspelt_column_is_told_with_the_nearest() -> None:
    assert refused("date,strat,end,employer\n")[0].params == {"name": "strat", "nearest": "start", "known": COLUMNS}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2026-11-31,9:00,12:00,A", "shifts_not_a_day"),
        (",9:00,12:00,A", "shifts_not_a_day"),
        ("0026-11-02,9:00,12:00,A", "shifts_year_out_of_range"),
        ("9999-12-31,22:00,2:00,A", "shifts_year_out_of_range"),
        ("2026-11-02,9,12:00,A", "shifts_not_a_time"),
        ("2026-11-02,9:60,12:00,A", "shifts_not_a_time"),
        ("2026-11-02,-9:00,12:00,A", "shifts_not_a_time"),
        ("2026-11-02,9:00,,A", "shifts_not_a_time"),
        ("2026-11-02,24:00,24:00,A", "shifts_no_length"),
        ("2026-11-02,9:00,9:00,A", "shifts_no_length"),
        ("2026-11-02,0:00,00:00,A", "shifts_no_length"),
        ("2026-11-02,17:00,9:00,A", "shifts_end_before_start"),
        ("2026-11-02,20:00,08:01,A", "shifts_end_before_start"),
        ("2026-11-02,9:00,0:00,A", "shifts_end_before_start"),
        ("2026-11-02,9:00,8:59,A", "shifts_end_before_start"),
        ("2026/11/31,9:00,12:00,A", "shifts_not_a_day"),
        ("11/2,9:00,12:00,A", "shifts_not_a_day"),
        ("2026-11-02,9:00,36:01,A", "shifts_not_a_time"),
        ("2026-11-02,9:00,12:00:30,A", "shifts_not_a_time"),
        ("2026-11-02,27:00,25:00,A", "shifts_end_before_start"),
        ("2026-11-02,36:00,24:00,A", "shifts_end_before_start"),
        ("2026-11-02,9:00,33:01,A", "shifts_too_long"),
        ("2026-11-02,9:00,12:00", "shifts_cell_count"),
        ("2026-11-02,9:00,12:00,A,", "shifts_cell_count"),
        ('2026-11-02,9:00,12:00,"A', "not_csv"),
        ('2026-11-02,9:00,12:00,"A"B', "not_csv"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(row: str, code: str) -> None:
    assert codes(f"{HEADER}2026-11-01,9:00,12:00,A\n{row}\n") == [(code, 3)]


@pytest.mark.parametrize("content", [b"\xff\xfed\x00a", b"date,start,end,employer\n\x00", b"\x81"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    assert codes(content) == [("not_csv_text", None)]


def test_overlapping_shifts_are_refused_with_both_lines() -> None:
    text = f"{HEADER}2026-11-02,9:00,12:00,A\n2026-11-05,9:00,12:00,A\n2026-11-02,11:59,15:00,B\n"
    (problem,) = refused(text)
    assert (problem.code, problem.line, problem.params["other"]) == ("shifts_overlap", 4, 2)
    assert problem.params["day"] == "2026-11-02"


def test_shifts_overlap_over_midnight() -> None:
    text = f"{HEADER}2026-11-03,2:00,6:00,B\n2026-11-02,22:00,3:00,A\n"
    (problem,) = refused(text)
    assert (problem.code, problem.line, problem.params["other"]) == ("shifts_overlap", 3, 2)


def test_shifts_that_touch_are_read() -> None:
    assert len(read(f"{HEADER}2026-11-02,22:00,2:00,A\n2026-11-03,2:00,6:00,B\n2026-11-02,18:00,22:00,B\n")) == 3


def test_the_same_row_twice_overlaps() -> None:
    assert codes(f"{HEADER}2026-11-02,9:00,12:00,A\n2026-11-02,9:00,12:00,A\n") == [("shifts_overlap", 3)]


def test_all_problems_are_told_at_once_in_their_order() -> None:
    text = f"{HEADER}x,y,z,A\n2026-11-02,9:00,12:00\n2026-11-02,9:00,12:00,A\n2026-11-02,11:00,12:00,A\n"
    assert codes(text) == [
        ("shifts_not_a_day", 2),
        ("shifts_not_a_time", 2),
        ("shifts_not_a_time", 2),
        ("shifts_cell_count", 3),
        ("shifts_overlap", 5),
    ]


def test_more_problems_than_anyone_reads_are_counted() -> None:
    problems = refused(HEADER + "x,9:00,12:00,A\n" * (MOST_PROBLEMS + 7))
    assert len(problems) == MOST_PROBLEMS + 1
    assert (problems[-1].code, problems[-1].params) == ("shifts_more_problems", {"left": 7})


def test_typed_rows_are_read_alike() -> None:
    assert shifts_of([ShiftRow(1, "2026-11-02", "22:00", "2:00", "A")]) == (Shift(DAY, 1320, 1560, "A", 1),)
    with pytest.raises(InputError) as caught:
        shifts_of([ShiftRow(1, "2026-11-02", "22:00", "22:00")])
    assert caught.value.problems[0].code == ShiftFault.NO_LENGTH


_FAULTS = {*ShiftFault, "not_csv", "not_csv_text", "encoding_doubtful", "cell_without_heading", "list_too_large"}


def faults_of(content: bytes) -> list[str]:
    """What reading finds wrong, if anything; any other error is one of the program."""
    try:
        read_csv(content, source="x")
    except InputError as error:
        return [problem.code for problem in error.problems]
    return []


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert set(faults_of(content)) <= _FAULTS


@given(st.text(alphabet='date,startendemployer\n"0123456789:- \r', max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for content in (text, HEADER + text):
        assert set(faults_of(content.encode())) <= _FAULTS
