"""The 28-hour rule: both sides of each limit, and against a count minute by minute."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsp_calc.guide.contents import Guide
from hsp_calc.guide.weekly_hours import MINUTES_A_DAY, Range, Shift, overlaps, weigh

MONDAY = date(2026, 11, 2)
SHORT, LONG = 28 * 60, 8 * 60


def on(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def shift(offset: int, start: int, end: int, employer: str = "A") -> Shift:
    """A shift on a day of the week, from one hour to another; past 24 on the next day."""
    return Shift(on(offset), start * 60, end * 60, employer)


def named(windows: Iterable[object]) -> list[tuple[date, date, int]]:
    return [(w.first, w.last, w.minutes) for w in windows]  # type: ignore[attr-defined]  # windows, as written


def test_no_shifts_have_no_worst_window(guide: Guide) -> None:
    found = weigh([], [Range(on(0), on(6))], guide.hours)
    assert (found.worst, found.over, found.days_over, found.days) == (None, (), (), ())
    assert found.keeps_the_rule


def test_28_hours_are_within_the_limit_and_a_minute_more_is_over(guide: Guide) -> None:
    week = [shift(offset, 9, 16) for offset in range(4)]
    exact = weigh(week, [], guide.hours)
    assert exact.worst
    assert (exact.worst.minutes, exact.over) == (SHORT, ())
    more = weigh([*week, Shift(on(4), 540, 541)], [], guide.hours)
    assert named(more.over) == [(on(offset), on(offset + 6), SHORT + 1) for offset in (-2, -1, 0)]
    assert not more.keeps_the_rule


def test_the_worst_window_is_the_earliest_that_begins_on_a_day_of_work(guide: Guide) -> None:
    worst = weigh([shift(2, 9, 14), shift(20, 9, 14)], [], guide.hours).worst
    assert worst
    assert (worst.first, worst.last) == (on(2), on(8))


def test_the_seven_days_need_not_be_a_week_of_the_calendar(guide: Guide) -> None:
    shifts = [shift(offset, 8, 18) for offset in (5, 6, 7)]
    found = weigh(shifts, [], guide.hours)
    assert found.worst
    assert (found.worst.first, found.worst.minutes) == (on(5), 30 * 60)


def test_seven_days_are_seven_and_not_eight(guide: Guide) -> None:
    assert weigh([shift(0, 6, 22), shift(7, 6, 22)], [], guide.hours).over == ()
    assert len(weigh([shift(0, 6, 22), shift(6, 6, 22)], [], guide.hours).over) == 1


def test_the_hours_for_all_employers_count_together(guide: Guide) -> None:
    shifts = [shift(offset, 9, 12, "A") for offset in range(5)] + [shift(offset, 13, 16, "B") for offset in range(5)]
    found = weigh(shifts, [], guide.hours)
    assert found.worst
    assert found.worst.minutes == 30 * 60


def test_a_shift_over_midnight_belongs_to_both_days(guide: Guide) -> None:
    found = weigh([shift(0, 22, 27)], [], guide.hours)
    assert [(day.day, day.minutes) for day in found.days] == [(on(0), 120), (on(1), 180)]


def test_a_shift_to_midnight_belongs_to_one_day(guide: Guide) -> None:
    found = weigh([shift(0, 18, 24)], [], guide.hours)
    assert [(day.day, day.minutes) for day in found.days] == [(on(0), 360)]


def test_a_shift_over_midnight_may_lie_in_two_windows(guide: Guide) -> None:
    shifts = [*(shift(offset, 9, 15) for offset in range(4)), shift(6, 20, 32)]
    assert named(weigh(shifts, [], guide.hours).over) == [(on(1), on(7), 30 * 60)]


def test_in_holidays_8_hours_a_day_hold(guide: Guide) -> None:
    shifts = [shift(offset, 9, 17) for offset in range(7)]
    holiday = [Range(on(0), on(6))]
    assert weigh(shifts, holiday, guide.hours).keeps_the_rule
    more = weigh([*shifts, Shift(on(3), 17 * 60, 17 * 60 + 1)], holiday, guide.hours)
    assert [(day.day, day.minutes) for day in more.days_over] == [(on(3), LONG + 1)]
    assert more.over == ()


def test_outside_holidays_a_day_over_8_hours_is_not_named(guide: Guide) -> None:
    assert weigh([shift(0, 8, 20)], [Range(on(1), on(6))], guide.hours).days_over == ()


def test_a_window_that_touches_a_holiday_is_judged_by_its_other_days(guide: Guide) -> None:
    shifts = [shift(offset, 9, 17) for offset in range(7)]
    within = weigh(shifts, [Range(on(3), on(10))], guide.hours)
    assert within.worst
    assert (within.worst.first, within.worst.minutes, within.over) == (on(0), 24 * 60, ())
    over = weigh(shifts, [Range(on(4), on(10))], guide.hours)
    assert named(over.over) == [(on(offset), on(offset + 6), 32 * 60) for offset in range(-3, 1)]


def test_the_first_and_the_last_day_of_a_holiday_belong_to_it(guide: Guide) -> None:
    shifts = [shift(offset, 8, 18) for offset in range(5)]
    found = weigh(shifts, [Range(on(1), on(3))], guide.hours)
    assert [day.in_holiday for day in found.days] == [False, True, True, True, False]
    assert [day.day for day in found.days_over] == [on(1), on(2), on(3)]


def test_over_midnight_into_a_holiday_each_day_keeps_its_rule(guide: Guide) -> None:
    found = weigh([shift(0, 14, 34)], [Range(on(1), on(2))], guide.hours)
    assert found.worst
    assert (found.worst.minutes, [day.minutes for day in found.days_over]) == (10 * 60, [10 * 60])


def test_overlapping_holidays_are_no_more_than_one(guide: Guide) -> None:
    shifts = [shift(0, 8, 18)]
    twice = weigh(shifts, [Range(on(-3), on(0)), Range(on(0), on(3))], guide.hours)
    assert twice == weigh(shifts, [Range(on(-3), on(3))], guide.hours)


def test_work_in_holidays_alone_leaves_nothing_for_the_window(guide: Guide) -> None:
    worst = weigh([shift(0, 9, 17)], [Range(on(0), on(0))], guide.hours).worst
    assert worst
    assert worst.minutes == 0


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (1440, 1500), (60, 60), (60, 59), (60, 1501)])
def test_times_of_no_shift_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no shift"):
        Shift(MONDAY, start, end)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Range(on(1), on(0))


def test_shifts_that_touch_do_not_overlap() -> None:
    assert list(overlaps([shift(0, 12, 15), shift(0, 9, 12), shift(0, 22, 24), shift(1, 0, 3)])) == []


def test_shifts_overlap_over_midnight_and_whoever_the_employers_are() -> None:
    late, early = shift(0, 22, 27, "A"), shift(1, 2, 6, "B")
    assert list(overlaps([early, late])) == [(late, early)]


def test_a_long_shift_overlaps_every_shift_inside_it() -> None:
    long, first, second = shift(0, 8, 20), shift(0, 9, 10), shift(0, 11, 12)
    assert list(overlaps([long, first, second])) == [(long, first), (long, second)]


# Days close together, so that windows, holidays and midnights meet.
DAYS = st.integers(0, 25).map(on)
SHIFTS = st.lists(
    st.tuples(DAYS, st.integers(0, 1439), st.integers(1, MINUTES_A_DAY), st.sampled_from("AB")).map(
        lambda given: Shift(given[0], given[1], given[1] + given[2], given[3])
    ),
    max_size=25,
)
HOLIDAYS = st.lists(
    st.tuples(DAYS, st.integers(0, 9)).map(lambda given: Range(given[0], given[0] + timedelta(days=given[1]))),
    max_size=3,
)


def minute_by_minute(shifts: Iterable[Shift]) -> Counter[date]:
    counted: Counter[date] = Counter()
    for each in shifts:
        now = datetime.combine(each.day, datetime.min.time()) + timedelta(minutes=each.start)
        for _ in range(each.minutes):
            counted[now.date()] += 1
            now += timedelta(minutes=1)
    return counted


@settings(max_examples=60)
@given(SHIFTS, HOLIDAYS)
def test_it_equals_a_count_of_every_minute_of_every_window(
    guide: Guide, shifts: list[Shift], holidays: list[Range]
) -> None:
    found = weigh(shifts, holidays, guide.hours)
    counted = minute_by_minute(shifts)
    free = {day for some in holidays for day in map(on, range(-20, 60)) if some.first <= day <= some.last}
    windows = [
        (on(first), on(first + 6), sum(counted[on(first + i)] for i in range(7) if on(first + i) not in free))
        for first in range(-20, 50)
    ]
    assert named(found.over) == [window for window in windows if window[2] > SHORT]
    assert [(day.day, day.minutes) for day in found.days_over] == [
        (day, counted[day]) for day in sorted(counted) if day in free and counted[day] > LONG
    ]
    if shifts:
        assert found.worst
        assert found.worst.minutes == max(window[2] for window in windows)
        assert found.worst.first == min(w[0] for w in windows if w[0] in counted and w[2] == found.worst.minutes)
    assert {day.day: day.minutes for day in found.days} == dict(counted)


@given(SHIFTS)
def test_shifts_overlap_when_a_minute_is_worked_twice(shifts: list[Shift]) -> None:
    worked: Counter[int] = Counter()
    for each in shifts:
        midnight = each.day.toordinal() * MINUTES_A_DAY
        worked.update(range(midnight + each.start, midnight + each.end))
    assert bool(list(overlaps(shifts))) == any(count > 1 for count in worked.values())
