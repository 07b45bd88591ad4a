"""What is typed is read as meant, or refused with the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.parsing import (
    Doubt,
    NotUnderstoodError,
    read_count,
    read_day,
    read_time,
    read_years,
    read_yen,
    unlikely_pay,
)

DAY = date(2026, 11, 1)


def doubt(read: object, typed: str) -> Doubt:
    assert callable(read)
    with pytest.raises(NotUnderstoodError) as caught:
        read(typed)
    assert caught.value.typed == typed
    return caught.value.doubt


@pytest.mark.parametrize(
    "typed",
    [
        "8200000",
        "8,200,000",
        "8,200,000円",
        "８，２００，０００",
        "8、200、000",
        "8 200 000",
        "8,200,000.00",
        "¥8,200,000",
        "JPY 8.2m",
        "820万",
        "８２０万円",
        "820 万 円",
        "820万円（税込）",
        "820万円 (税引前)",
        "税込820万円",
        "年収820万円",
        "820万円/年",
        "8.2M",
        "8.2 million yen",
        "8.2m per year",
        "8200k",
        "8百20万円",
        "8,200千円",
        "八百二十万円",
        "八二〇万円",
    ],
)
def test_one_amount_is_read_in_every_notation(typed: str) -> None:
    assert read_yen(typed) == 8_200_000


@pytest.mark.parametrize(
    ("typed", "yen"),
    [
        ("1億2,000万円", 120_000_000),
        ("2億5千万", 250_000_000),
        ("百万円", 1_000_000),
        ("820百万円", 820_000_000),
        ("0", 0),
    ],
)
def test_places_of_japanese_numbers_are_read(typed: str, yen: int) -> None:
    assert read_yen(typed) == yen


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("8,2M", Doubt.COMMA),
        ("1,5", Doubt.COMMA),
        ("８，２M", Doubt.COMMA),
        ("82,0000", Doubt.COMMA),
        ("8,20", Doubt.COMMA),
        ("8.200.000", Doubt.POINT),
        ("820.000", Doubt.POINT),
        ("約820万", Doubt.QUALIFIER),
        ("820万円以上", Doubt.QUALIFIER),
        ("820万円くらい", Doubt.QUALIFIER),
        ("about 8.2M", Doubt.QUALIFIER),
        ("手取り600万円", Doubt.QUALIFIER),
        ("月額35万円", Doubt.QUALIFIER),
        ("820万円+賞与", Doubt.QUALIFIER),
        ("800〜820万円", Doubt.RANGE),
        ("800-820万円", Doubt.RANGE),
        ("8200000.5", Doubt.FRACTION),
        ("8.2兆円", Doubt.OTHER),
        ("8200000000000", Doubt.TOO_LARGE),
        ("8 2", Doubt.OTHER),
        ("1万20000", Doubt.OTHER),
        ("-5", Doubt.OTHER),
        ("$80,000", Doubt.OTHER),
        ("8⑤", Doubt.OTHER),
        ("5²", Doubt.OTHER),
        ("1e6", Doubt.OTHER),
        ("円", Doubt.OTHER),
        ("", Doubt.OTHER),
    ],
)
def test_an_amount_in_doubt_is_refused(typed: str, reason: Doubt) -> None:
    assert doubt(read_yen, typed) is reason


@pytest.mark.parametrize(
    ("yen", "meant"),
    [
        (820, 8_200_000),
        (520, 5_200_000),
        (99, None),
        (350_000, None),
        (82_000_000_000, 8_200_000),
        (10**12, 100_000_000),
    ],
)
def test_a_pay_that_nobody_has_asks(yen: int, meant: int | None) -> None:
    found = unlikely_pay(yen)
    assert found is not None
    assert (found.yen, found.meant) == (yen, meant)


@pytest.mark.parametrize("yen", [0, 1_000_000, 3_000_000, 8_200_000, 10**9])
def test_a_pay_that_can_be_meant_does_not(yen: int) -> None:
    assert unlikely_pay(yen) is None


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("300", 300),
        ("３００人", 300),
        ("1,200名", 1200),
        ("1万2千人", 12_000),
        ("300 employees", 300),
        ("1 person", 1),
        ("第45位", 45),
        ("45th", 45),
        ("#2", 2),
        ("0", 0),
    ],
)
def test_numbers_in_use_are_understood(typed: str, count: int) -> None:
    assert read_count(typed) == count


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Doubt.OTHER),
        ("人", Doubt.OTHER),
        ("-3", Doubt.OTHER),
        ("about 50", Doubt.QUALIFIER),
        ("50名程度", Doubt.QUALIFIER),
        ("201-250", Doubt.RANGE),
        ("3 or 4", Doubt.RANGE),
        ("2.5", Doubt.FRACTION),
        ("1,5", Doubt.COMMA),
        ("12.000", Doubt.POINT),
    ],
)
def test_what_is_no_whole_number_is_not(typed: str, reason: Doubt) -> None:
    assert doubt(read_count, typed) is reason


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-01",
        "2026-11-1",
        "2026/11/1",
        "２０２６／１１／１",
        "2026.11.1",
        "2026. 11. 1",
        "20261101",
        "2026年11月1日",
        "2026年11月1日(日)",
        "2026年 11月 1日",
        "二〇二六年十一月一日",
        "令和8年11月1日",
        "令和八年十一月一日",
        "㋿8年11月1日",
        "R8.11.1",
        "R08/11/01",
        "Ｒ８．１１．１",
        "R081101",
        "1 Nov 2026",
        "Nov 1, 2026",
        "1st November 2026",
        "Sunday, 1 November 2026",
        "2026/11/1 0:00",
        "2026-11-01T00:00:00",
    ],
)
def test_one_day_is_read_in_every_notation(typed: str) -> None:
    assert read_day(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("平成元年4月1日", date(1989, 4, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H5.4.1", date(1993, 4, 1)),
        ("昭和60年12月3日", date(1985, 12, 3)),
        ("S60/12/3", date(1985, 12, 3)),
    ],
)
def test_eras_are_read(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2026-11-31", Doubt.NO_SUCH_DAY),
        ("31 February 2026", Doubt.NO_SUCH_DAY),
        ("5/12/1993", Doubt.OTHER),
        ("26/11/1", Doubt.OTHER),
        ("2026年11月", Doubt.OTHER),
        ("2026/11/1 18:00", Doubt.OTHER),
        ("2026/11/10:00", Doubt.OTHER),
        ("", Doubt.OTHER),
    ],
)
def test_what_is_no_day_is_not(typed: str, reason: Doubt) -> None:
    assert doubt(read_day, typed) is reason


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("5", 5.0),
        ("5.5", 5.5),
        ("５．５年", 5.5),
        ("5年半", 5.5),
        ("半年", 0.5),
        ("5年6か月", 5.5),
        ("5年6ヶ月", 5.5),
        ("5年と6カ月", 5.5),
        ("五年六か月", 5.5),
        ("66か月", 5.5),
        ("5y6m", 5.5),
        ("5 years and 6 months", 5.5),
        ("5 yrs, 6 mos", 5.5),
        ("十年", 10.0),
    ],
)
def test_lengths_of_time_are_read(typed: str, years: float) -> None:
    assert read_years(typed) == years


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1,5", Doubt.COMMA),
        ("5,5", Doubt.COMMA),
        ("５，５", Doubt.COMMA),
        ("10年以上", Doubt.QUALIFIER),
        ("約5年", Doubt.QUALIFIER),
        ("over 5 years", Doubt.QUALIFIER),
        ("5+", Doubt.QUALIFIER),
        ("5〜6年", Doubt.RANGE),
        ("101", Doubt.TOO_LARGE),
        ("5.5年半", Doubt.OTHER),
        ("5½", Doubt.OTHER),
        ("-2", Doubt.OTHER),
    ],
)
def test_a_length_in_doubt_is_refused(typed: str, reason: Doubt) -> None:
    assert doubt(read_years, typed) is reason


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("0:00", 0),
        ("9:30", 570),
        ("９：３０", 570),
        ("9時半", 570),
        ("9時30分", 570),
        ("18:00:00", 1080),
        ("1800", 1080),
        ("6pm", 1080),
        ("6:30 p.m.", 1110),
        ("午後6時30分", 1110),
        ("12am", 0),
        ("12pm", 720),
        ("24:00", 1440),
        ("25:30", 1530),
        ("翌1:30", 1530),
        ("36:00", 2160),
    ],
)
def test_times_are_read_past_midnight_too(typed: str, minutes: int) -> None:
    assert read_time(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("18:00:30", Doubt.FRACTION),
        ("9", Doubt.OTHER),
        ("9.30", Doubt.OTHER),
        ("9:60", Doubt.OTHER),
        ("13pm", Doubt.OTHER),
        ("36:01", Doubt.OTHER),
        ("9:00-12:00", Doubt.RANGE),
        ("約9:00", Doubt.QUALIFIER),
    ],
)
def test_what_is_no_time_is_not(typed: str, reason: Doubt) -> None:
    assert doubt(read_time, typed) is reason


@given(st.text(alphabet="0123456789０５一二十百千万億円年月日半か約,.、- /:RH令和平成元時分amp①½", max_size=14))
def test_any_text_is_read_or_refused(typed: str) -> None:
    for read in (read_yen, read_count, read_day, read_years, read_time):
        try:
            read(typed)
        except NotUnderstoodError as error:
            assert error.typed == typed  # noqa: PT017 - either way is right
