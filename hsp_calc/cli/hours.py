"""``hours``: working hours against the 28-hour rule."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsp_calc.casefile import STANDARD_INPUT, read_bytes
from hsp_calc.cli.context import DONE, REFUSED, Context, FileError, as_json, as_text, origin_data
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import PROGRAM, Parser, UsageError, file_argument, format_option, one_of, required
from hsp_calc.guide.guide_json import hours_data
from hsp_calc.guide.shifts import read_table
from hsp_calc.guide.weekly_hours import MINUTES_AN_HOUR, Day, Hours, HoursContent, Range, Window, weigh
from hsp_calc.parsing import NotUnderstoodError, read_day
from hsp_calc.text import CheckedKind, Translator, describe_error, own_file_notice, seen, stale_notice
from hsp_calc.text.columns import aligned, indented
from hsp_calc.text.shifts_text import (
    SENTENCES,
    day_with_weekday,
    in_hours,
    over_sentence,
    shift_sentence,
    worst_sentence,
)
from hsp_calc.validation import InputError

_BETWEEN = ".."


def run(arguments: Sequence[str], context: Context) -> int:
    """Weigh shifts and write what they come to."""
    _ = context.words
    parser = Parser("hours", _("Working hours in any seven consecutive days against the 28-hour rule."), _)
    file_argument(
        parser, _, help_text=_("shifts as CSV with the columns date, start, end and employer (- for standard input)")
    )
    parser.options.add_argument(
        "--holiday",
        metavar="FROM..TO",
        action="append",
        default=[],
        help=_("a long holiday of the school, such as 2026-07-20..2026-08-31; can be given several times"),
    )
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    holidays = [_range_named(value, _) for value in asked.holiday]
    rule = context.hours_page
    try:
        table = read_table(_content(file, _), source=file)
        shifts = table.shifts(file)
    except InputError as error:
        for message in _explained(error, _):
            sys.stderr.write(f"{PROGRAM}: {message}\n")
        return REFUSED
    if table.passed_over:
        names = _.listed(seen(name) for name in table.passed_over)
        context.tell(_("Columns ignored: {names}.", names=names))
    found = weigh(shifts, holidays, rule)
    sys.stdout.write(_json(found, rule) if as_data else as_text(list(_text(found, holidays, rule, context))))
    return DONE


def _content(file: str, _: Translator) -> bytes:
    try:
        return read_bytes(file)
    except OSError as error:
        raise FileError(error, _, name=file) from error


def _range_named(value: str, _: Translator) -> Range:
    """The days that an argument names.

    Raises:
        UsageError: they are no days, or the last is before the first.
    """
    first, _between, last = value.partition(_BETWEEN)
    days = [_day_of(first), _day_of(last)]
    if days[0] is None or days[1] is None:
        raise UsageError(
            _(
                "--holiday: “{value}” is not a range of dates; write it like 2026-07-20..2026-08-31.",
                value=seen(value),
            )
        )
    if days[1] < days[0]:
        raise UsageError(_("--holiday: “{value}” ends before it begins; put the earlier day first.", value=seen(value)))
    return Range(days[0], days[1])


def _day_of(written: str) -> date | None:
    try:
        return read_day(written)
    except NotUnderstoodError:
        return None


def _explained(error: InputError, _: Translator) -> Iterator[str]:
    """All problems, one sentence each, with the file and the line."""
    for problem in error.problems:
        if problem.code in SENTENCES:
            where = _("standard input") if error.source == STANDARD_INPUT else seen(error.source or "")
            place = where if problem.line is None else f"{where}:{problem.line}"
            yield _("{place}: {sentence}", place=place, sentence=shift_sentence(problem, _))
        else:
            yield from describe_error(InputError([problem], source=error.source), _)


def _json(found: Hours, rule: HoursContent) -> str:
    """The answer as JSON, with two decimals to every number of hours."""
    return re.sub(
        r'("hours": )([0-9.]+)',
        lambda match: f"{match[1]}{float(match[2]):.2f}",
        as_json(hours_data(found) | origin_data(rule)),
    )


def _text(found: Hours, holidays: Sequence[Range], rule: HoursContent, context: Context) -> Iterator[str]:
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
    stale = stale_notice({CheckedKind.GUIDE: rule.checked_on}, context.today, _)
    for notice in filter(None, [own_file_notice(rule, _), stale]):
        yield from indented(notice, columns, first="")


def _paragraphs(found: Hours, rule: HoursContent, _: Translator) -> Iterator[list[str]]:
    if found.worst is None:
        yield [_("There are no shifts.")]
        return
    minutes = {day.day: day for day in found.days}
    worst = worst_sentence(found, _)
    if not found.over:
        yield [worst, _("No seven consecutive days are over the limit."), *_table(found.worst, minutes, _)]
    else:
        count = len(found.over)
        over = _.plural("{count} window over the limit:", "{count} windows over the limit:", count, count=count)
        yield [worst, over]
    for window in found.over:
        yield [over_sentence(window, found, _), *_table(window, minutes, _)]
    if found.days_over:
        most = in_hours(rule.holiday_hours_a_day * MINUTES_AN_HOUR, _)
        rows = ((f"  {day_with_weekday(day.day, _)}", in_hours(day.minutes, _)) for day in found.days_over)
        yield [_("Days of long holidays over {limit}:", limit=most), *aligned(rows, right=frozenset({1}))]


def _table(window: Window, worked: Mapping[date, Day], _: Translator) -> list[str]:
    rows = []
    for day in window.days:
        work = worked.get(day)
        apart = _("long holiday, not counted here") if work is not None and work.in_holiday else ""
        rows.append((f"  {day_with_weekday(day, _)}", in_hours(0 if work is None else work.minutes, _), apart))
    return aligned(rows, right=frozenset({1}))
