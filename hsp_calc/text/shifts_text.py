"""The words of shifts against the 28-hour rule: what is wrong with a row, and what the hours come to."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from hsp_calc.guide.guide_json import two_decimals
from hsp_calc.guide.shifts import ShiftFault
from hsp_calc.guide.weekly_hours import MINUTES_AN_HOUR, Hours, Window
from hsp_calc.text.error_messages import seen
from hsp_calc.text.translator import N_, Translator
from hsp_calc.validation import Problem

_LONGEST_VALUE = 60
_MOST_ROWS_NAMED = 12
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
"""The days of a week, short, from Monday on."""
COLUMN_TITLES: Mapping[str, str] = MappingProxyType(
    {"date": N_("Day"), "start": N_("Begins"), "end": N_("Ends"), "employer": N_("Employer")}
)
"""What the columns of shifts are called where they are typed."""

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        ShiftFault.NO_HEADER: N_(
            "There is no line with column names; write {columns}, separated by commas, above the shifts."
        ),
        ShiftFault.UNKNOWN_COLUMN: N_("There is no column “{name}”; the columns are {known}."),
        ShiftFault.DUPLICATE_COLUMN: N_("The column “{name}” appears more than once; remove all but one."),
        ShiftFault.MISSING_COLUMN: N_("The column “{name}” is missing; add it."),
        ShiftFault.CELL_COUNT: N_("The line has {count} cells, but there are {wanted} columns; check the commas."),
        ShiftFault.NOT_A_DAY: N_("“{value}” is not a valid date; write it like 2026-11-22."),
        ShiftFault.YEAR_OUT_OF_RANGE: N_("The year of “{value}” is not plausible; it must be from {first} to {last}."),
        ShiftFault.NOT_A_TIME: N_(
            "{column}: “{value}” is not a time; write it like 9:30, or 25:30 for 1:30 on the next day."
        ),
        ShiftFault.NO_LENGTH: N_(
            "The shift begins and ends at {end}; correct one of the times. A whole day is 0:00 to 24:00."
        ),
        ShiftFault.END_BEFORE_START: N_(
            "The end {end} is before the start {start}. Past midnight, the shift would last {length} hours; "
            "more than {most} hours count as a mistake. Correct the times, or write two lines, to 24:00 and "
            "from 0:00."
        ),
        ShiftFault.TOO_LONG: N_("{start} to {end} is {length} hours; correct the times, or write a line for each day."),
        ShiftFault.OVERLAP: N_("The shifts in lines {other} and {line} overlap on {day}; correct one of them."),
        ShiftFault.HOLIDAY_REVERSED: N_("The holiday ends before it begins; put the earlier day first."),
        ShiftFault.MORE: N_("There are {left} more problems."),
    }
)
"""A sentence for each fault of a file of shifts; its fields are the parameters of the problem."""


def shift_sentence(problem: Problem, _: Translator, columns: Mapping[str, str] | None = None) -> str:
    """What is wrong with a row or a file, and the remedy.

    Args:
        problem: its code is a ``ShiftFault``.
        columns: what the columns are called, where not by the names of the file.
    """
    fields = {
        name: _.listed(value) if isinstance(value, tuple) else seen(str(value)[:_LONGEST_VALUE])
        for name, value in problem.params.items()
    }
    if columns and (title := columns.get(fields.get("column", ""))):
        fields["column"] = _(title)
    sentence = _(SENTENCES[problem.code], **fields)
    if near := problem.params.get("nearest"):
        return _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=near)
    return sentence


def hours_verdict(found: Hours, _: Translator) -> str:
    """What shifts come to, in one sentence or two."""
    if found.worst is None:
        return _("There are no shifts.")
    limit = in_hours(found.limit_hours * MINUTES_AN_HOUR, _)
    if found.keeps_the_rule:
        return _("Within the limit of {limit} in any seven consecutive days.", limit=limit)
    said = []
    if count := len(found.over):
        said.append(
            _.plural(
                "Over the limit of {limit} in {count} window of seven days.",
                "Over the limit of {limit} in {count} windows of seven days.",
                count,
                count=count,
                limit=limit,
            )
        )
    if count := len(found.days_over):
        most = in_hours(found.holiday_hours_a_day * MINUTES_AN_HOUR, _)
        said.append(
            _.plural(
                "Over {limit} on {count} day of a long holiday.",
                "Over {limit} on {count} days of long holidays.",
                count,
                count=count,
                limit=most,
            )
        )
    return said[0] if len(said) == 1 else _("{first} {second}", first=said[0], second=said[1])


def no_verdict(wrong_shifts: Iterable[Problem], wrong_holidays: Iterable[Problem], _: Translator) -> str:
    """Why there is no verdict yet: the rows that could not be read; empty where all were.

    Args:
        wrong_shifts: what is wrong with rows of shifts.
        wrong_holidays: what is wrong with rows of long holidays.
        _: the words.
    """
    said = []
    if rows := _rows(wrong_shifts):
        said.append(
            _.plural(
                "The hours cannot be checked until row {rows} of the shifts is corrected.",
                "The hours cannot be checked until rows {rows} of the shifts are corrected.",
                len(rows),
                rows=_.listed(rows),
            )
        )
    if rows := _rows(wrong_holidays):
        said.append(
            _.plural(
                "The hours cannot be checked until row {rows} of the long holidays is corrected.",
                "The hours cannot be checked until rows {rows} of the long holidays are corrected.",
                len(rows),
                rows=_.listed(rows),
            )
        )
    return " ".join(said)


def _rows(problems: Iterable[Problem]) -> list[str]:
    """The numbers of the rows, as many as anyone reads."""
    rows = [str(row) for row in sorted({problem.line for problem in problems if problem.line is not None})]
    return rows if len(rows) <= _MOST_ROWS_NAMED else [*rows[:_MOST_ROWS_NAMED], "…"]


def worst_sentence(found: Hours, _: Translator) -> str:
    """The seven consecutive days with most hours; empty without shifts."""
    if found.worst is None:
        return ""
    return _(
        "Most hours in seven consecutive days: {hours}, {days}. The limit is {limit}.",
        hours=in_hours(found.worst.minutes, _),
        days=span(found.worst, _),
        limit=in_hours(found.limit_hours * MINUTES_AN_HOUR, _),
    )


def over_sentence(window: Window, found: Hours, _: Translator) -> str:
    """A window over the limit, and by how much."""
    return _(
        "{days}: {hours}, {excess} over",
        days=span(window, _),
        hours=in_hours(window.minutes, _),
        excess=in_hours(window.minutes - found.limit_hours * MINUTES_AN_HOUR, _),
    )


def hours_list(found: Hours, _: Translator) -> list[str]:
    """Every window over the limit, and every day over that of holidays, a line each."""
    lines = [f"▲ {over_sentence(window, found, _)}" for window in found.over]
    if found.days_over:
        most = in_hours(found.holiday_hours_a_day * MINUTES_AN_HOUR, _)
        lines.append(_("Days of long holidays over {limit}:", limit=most))
        lines += [f"▲ {day_with_weekday(day.day, _)} {in_hours(day.minutes, _)}" for day in found.days_over]
    if found.worst is not None and not lines:
        lines.append(_("No seven consecutive days are over the limit."))
    return lines


def span(window: Window, _: Translator) -> str:
    """The days of a window."""
    return _("{first} to {last}", first=_.day(window.first), last=_.day(window.last))


def day_with_weekday(day: date, _: Translator) -> str:
    """A day with the day of the week."""
    return _("{name} ({detail})", name=day.isoformat(), detail=_(WEEKDAYS[day.weekday()]))


def in_hours(minutes: int, _: Translator) -> str:
    """Minutes as hours with two decimals."""
    return _("{hours} h", hours=two_decimals(minutes))


def month_name(first: date, _: Translator) -> str:
    """A month of a year."""
    return _("{year}-{month}", year=first.year, month=f"{first.month:02}")


def short_hours(minutes: int) -> str:
    """Hours and minutes as on a clock."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hours}:{rest:02}"
