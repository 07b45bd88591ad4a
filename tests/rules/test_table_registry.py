"""Which table holds on a day; a neighbour is never taken in its place."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hsp_calc.rules import NoTableError, Tables, UnknownTableError


@pytest.mark.parametrize(
    ("day", "table_id"),
    [
        ("2015-04-01", "hsp-2015-04-01"),
        ("2017-04-25", "hsp-2015-04-01"),
        ("2017-04-26", "hsp-2017-04-26"),
        ("2019-03-14", "hsp-2017-04-26"),
        ("2019-03-15", "hsp-2019-03-15"),
        ("2021-07-29", "hsp-2019-03-15"),
        ("2021-07-30", "hsp-2021-07-30"),
        ("2023-03-30", "hsp-2021-07-30"),
        ("2023-03-31", "hsp-2023-04-01"),
        ("2026-11-22", "hsp-2023-04-01"),
        ("9999-12-31", "hsp-2023-04-01"),
    ],
)
def test_a_day_has_its_table(day: str, table_id: str, tables: Tables) -> None:
    assert tables.on(date.fromisoformat(day)).id == table_id


@pytest.mark.parametrize("day", ["0001-01-01", "2015-03-31"])
def test_a_day_without_a_verified_table_has_none(day: str, tables: Tables) -> None:
    with pytest.raises(NoTableError) as caught:
        tables.on(date.fromisoformat(day))
    assert caught.value.day == date.fromisoformat(day)
    assert caught.value.covered == ((date(2015, 4, 1), None),), "tables that follow on each other are one stretch"


def test_every_day_from_april_2015_on_has_a_table(tables: Tables) -> None:
    held = list(tables)
    assert held[0].since == date(2015, 4, 1)
    assert held[-1].until is None
    for earlier, later in pairwise(held):
        assert earlier.until is not None
        assert earlier.until + timedelta(days=1) == later.since


def test_a_gap_between_tables_is_no_neighbour_s(tables: Tables) -> None:
    with_gap = Tables(table for table in tables if table.id in {"hsp-2015-04-01", "hsp-2023-04-01"})
    with pytest.raises(NoTableError) as caught:
        with_gap.on(date(2020, 1, 1))
    assert caught.value.covered == ((date(2015, 4, 1), date(2017, 4, 25)), (date(2023, 3, 31), None))


def test_a_table_is_found_by_its_name(tables: Tables) -> None:
    assert tables.named("hsp-2015-04-01").since == date(2015, 4, 1)


def test_for_an_unknown_name_the_nearest_is_given(tables: Tables) -> None:
    with pytest.raises(UnknownTableError) as caught:
        tables.named("hsp-2023-4-1")
    assert caught.value.nearest == "hsp-2023-04-01"
    assert caught.value.known == tuple(table.id for table in tables)
