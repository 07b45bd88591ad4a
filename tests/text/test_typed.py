"""Numbers of people and places in a ranking are read as they are written."""

import pytest

from hsp_calc.text.typed import NotUnderstoodError, read_count


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


@pytest.mark.parametrize("typed", ["", "人", "about 50", "201-250", "-3", "2.5", "3 or 4"])
def test_what_is_no_whole_number_is_not(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        read_count(typed)
