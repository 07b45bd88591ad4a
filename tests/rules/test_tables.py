"""Which table holds on a day; a neighbour is never taken in its place."""

from datetime import date

import pytest

from hsp_calc.rules import NoTableError, Tables, UnknownTableError


@pytest.mark.parametrize(
    ("day", "table_id"),
    [
        ("2015-04-01", "hsp-2015-04-01"),
        ("2017-04-25", "hsp-2015-04-01"),
        ("2023-04-01", "hsp-2023-04-01"),
        ("2026-11-22", "hsp-2023-04-01"),
        ("9999-12-31", "hsp-2023-04-01"),
    ],
)
def test_a_day_has_its_table(day: str, table_id: str, tables: Tables) -> None:
    assert tables.on(date.fromisoformat(day)).id == table_id


@pytest.mark.parametrize("day", ["0001-01-01", "2015-03-31", "2017-04-26", "2020-01-01", "2023-03-31"])
def test_a_day_without_a_verified_table_has_none(day: str, tables: Tables) -> None:
    with pytest.raises(NoTableError) as caught:
        tables.on(date.fromisoformat(day))
    assert caught.value.day == date.fromisoformat(day)
    assert caught.value.covered == (
        (date(2015, 4, 1), date(2017, 4, 25)),
        (date(2023, 4, 1), None),
    )


def test_a_table_is_found_by_its_name(tables: Tables) -> None:
    assert tables.named("hsp-2015-04-01").since == date(2015, 4, 1)


def test_for_an_unknown_name_the_nearest_is_given(tables: Tables) -> None:
    with pytest.raises(UnknownTableError) as caught:
        tables.named("hsp-2023-4-1")
    assert caught.value.nearest == "hsp-2023-04-01"
    assert caught.value.known == ("hsp-2015-04-01", "hsp-2023-04-01")
