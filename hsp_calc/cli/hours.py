"""``hours``: working hours against the 28-hour rule."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from hsp_calc.casefile import STANDARD_INPUT, read_bytes
from hsp_calc.cli.context import DONE, REFUSED, Context, FileError, as_json, as_text
from hsp_calc.cli.layout import terminal_width
from hsp_calc.cli.usage import PROGRAM, Parser, UsageError, file_argument, format_option, one_of, required
from hsp_calc.guide.hours import MINUTES_AN_HOUR, Day, Hours, HoursPage, Range, Window, load_hours_page, weigh
from hsp_calc.guide.report import hours_data, two_decimals
from hsp_calc.guide.shifts import ShiftFault, read_csv
from hsp_calc.locations import resources
from hsp_calc.problems import InputError, Problem
from hsp_calc.text import N_, Words, describe_error, seen
from hsp_calc.text.layout import aligned, indented

_LONGEST_VALUE = 60
_BETWEEN = ".."
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        ShiftFault.NOT_TEXT: N_("The file is neither UTF-8 nor Shift_JIS (CP932) text; save it as CSV in UTF-8."),
        ShiftFault.NOT_CSV: N_("The file is not valid CSV from this line on; check the quotation marks."),
        ShiftFault.NO_HEADER: N_(
            "The first line does not name the columns; write {columns}, with commas between them, above the shifts."
        ),
        ShiftFault.UNKNOWN_COLUMN: N_("There is no column “{name}”; the columns are {known}."),
        ShiftFault.DUPLICATE_COLUMN: N_("The column “{name}” stands here more than once; keep one of them."),
        ShiftFault.MISSING_COLUMN: N_("The column “{name}” is missing; add it."),
        ShiftFault.CELL_COUNT: N_("The line has {count} cells, and there are {wanted} columns; check the commas."),
        ShiftFault.NOT_A_DAY: N_("“{value}” is not a day of the calendar; write it like 2026-11-22."),
        ShiftFault.YEAR_OUT_OF_RANGE: N_("The year of “{value}” cannot be meant; it is to lie from {first} to {last}."),
        ShiftFault.NOT_A_TIME: N_("{column}: “{value}” is not a time; write one from 0:00 to 24:00, like 9:30."),
        ShiftFault.START_AT_END_OF_DAY: N_(
            "A shift cannot begin at {value}; write the next day, from 0:00, if that is meant."
        ),
        ShiftFault.NO_LENGTH: N_(
            "The shift ends when it begins, at {end}; correct one of the times. A whole day is 0:00 to 24:00."
        ),
        ShiftFault.END_BEFORE_START: N_(
            "The end {end} is before the start {start}; over midnight the shift would last {length} hours, and more "
            "than {most} are not taken as meant. Correct the times, or write two lines, to 24:00 and from 0:00."
        ),
        ShiftFault.OVERLAP: N_(
            "The shifts of the lines {other} and {line} are at the same time on {day}; correct one of them."
        ),
        ShiftFault.MORE: N_("There are {left} more problems."),
    }
)
"""A sentence for each fault of a file of shifts; its fields are the parameters of the problem."""


def run(arguments: Sequence[str], context: Context) -> int:
    """Weigh shifts and write what they come to."""
    _ = context.words
    parser = Parser("hours", _("Working hours in any seven consecutive days against the 28-hour rule."), _)
    file_argument(
        parser, _, help_text=_("shifts as CSV with the columns date, start, end and employer; - is standard input")
    )
    parser.options.add_argument(
        "--holiday",
        metavar="FROM..TO",
        action="append",
        default=[],
        help=_("days of a long holiday of the school, such as 2026-07-20..2026-08-31; may be given several times"),
    )
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    holidays = [_range_named(value, _) for value in asked.holiday]
    rule = load_hours_page(resources() / "reference" / "guide" / "hours.yaml")
    try:
        shifts = read_csv(_content(file, _), source=file)
    except InputError as error:
        for message in _explained(error, _):
            sys.stderr.write(f"{PROGRAM}: {message}\n")
        return REFUSED
    found = weigh(shifts, holidays, rule)
    sys.stdout.write(_json(found) if as_data else as_text(list(_text(found, holidays, rule, context))))
    return DONE


def _content(file: str, _: Words) -> bytes:
    try:
        return read_bytes(file)
    except OSError as error:
        raise FileError(error, _, name=file) from error


def _range_named(value: str, _: Words) -> Range:
    """The days that an argument names.

    Raises:
        UsageError: they are no days, or the last is before the first.
    """
    first, _between, last = value.partition(_BETWEEN)
    days = [_day_of(first), _day_of(last)]
    if days[0] is None or days[1] is None:
        raise UsageError(
            _(
                "--holiday: “{value}” is not a range of days; write it like 2026-07-20..2026-08-31.",
                value=seen(value),
            )
        )
    if days[1] < days[0]:
        raise UsageError(_("--holiday: “{value}” ends before it begins; put the earlier day first.", value=seen(value)))
    return Range(days[0], days[1])


def _day_of(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.isoformat() == written else None


def _explained(error: InputError, _: Words) -> Iterator[str]:
    """All problems, one sentence each, with the file and the line."""
    for problem in error.problems:
        if problem.code in SENTENCES:
            where = _("standard input") if error.source == STANDARD_INPUT else seen(error.source or "")
            place = where if problem.line is None else f"{where}:{problem.line}"
            yield _("{place}: {sentence}", place=place, sentence=_sentence(problem, _))
        else:
            yield from describe_error(InputError([problem], source=error.source), _)


def _sentence(problem: Problem, _: Words) -> str:
    fields = {
        name: _.listed(value) if isinstance(value, tuple) else seen(str(value)[:_LONGEST_VALUE])
        for name, value in problem.params.items()
    }
    sentence = _(SENTENCES[problem.code], **fields)
    if near := problem.params.get("nearest"):
        return _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=near)
    return sentence


def _json(found: Hours) -> str:
    """The answer as JSON, with two decimals to every number of hours."""
    return re.sub(r'("hours": )([0-9.]+)', lambda match: f"{match[1]}{float(match[2]):.2f}", as_json(hours_data(found)))


def _text(found: Hours, holidays: Sequence[Range], rule: HoursPage, context: Context) -> Iterator[str]:
    _, columns = context.words, terminal_width()
    for paragraph in _paragraphs(found, rule, _):
        for line in paragraph:
            yield from indented(line.lstrip(), columns, first=line[: len(line) - len(line.lstrip())])
        yield ""
    said = ["limit", "all_employers", *(("holidays", "holiday_windows") if holidays else ())]
    for name in said:
        yield from indented(_.wording(rule.statements[name]), columns, first="※ ")
    yield _("Sources:")
    for source in rule.statements["limit"].sources:
        title = _.wording(context.sources.sources[source].title)
        checked = _("checked on {day}", day=_.day(rule.checked_on))
        yield from indented(_("{name} ({detail})", name=title, detail=checked), columns, first="  ・ ")
    yield from indented(_.wording(rule.notice), columns, first="")


def _paragraphs(found: Hours, rule: HoursPage, _: Words) -> Iterator[list[str]]:
    if found.worst is None:
        yield [_("There are no shifts.")]
        return
    minutes = {day.day: day for day in found.days}
    limit = rule.limit_hours
    worst = _(
        "Most hours in seven consecutive days: {hours}, {days}. The limit is {limit}.",
        hours=_hours(found.worst.minutes, _),
        days=_days(found.worst, _),
        limit=_hours(limit * MINUTES_AN_HOUR, _),
    )
    if not found.over:
        yield [worst, _("No seven consecutive days are over the limit."), *_table(found.worst, minutes, _)]
    else:
        count = len(found.over)
        over = _.plural("{count} window over the limit:", "{count} windows over the limit:", count, count=count)
        yield [worst, over]
    for window in found.over:
        title = _(
            "{days}: {hours}, {excess} over",
            days=_days(window, _),
            hours=_hours(window.minutes, _),
            excess=_hours(window.minutes - limit * MINUTES_AN_HOUR, _),
        )
        yield [title, *_table(window, minutes, _)]
    if found.days_over:
        most = _hours(rule.holiday_hours_a_day * MINUTES_AN_HOUR, _)
        rows = ((f"  {_day(day.day, _)}", _hours(day.minutes, _)) for day in found.days_over)
        yield [_("Days of long holidays over {limit}:", limit=most), *aligned(rows, right=frozenset({1}))]


def _table(window: Window, worked: Mapping[date, Day], _: Words) -> list[str]:
    rows = []
    for day in window.days:
        work = worked.get(day)
        apart = _("long holiday, not counted here") if work is not None and work.in_holiday else ""
        rows.append((f"  {_day(day, _)}", _hours(0 if work is None else work.minutes, _), apart))
    return aligned(rows, right=frozenset({1}))


def _days(window: Window, _: Words) -> str:
    return _("{first} to {last}", first=_.day(window.first), last=_.day(window.last))


def _day(day: date, _: Words) -> str:
    return _("{name} ({detail})", name=day.isoformat(), detail=_(_WEEKDAYS[day.weekday()]))


def _hours(minutes: int, _: Words) -> str:
    return _("{hours} h", hours=two_decimals(minutes))
