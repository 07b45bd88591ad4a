"""``plan``: the score over time, the routes to permanent residence, and the dates that matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hsp_calc.casefile import Case
from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import (
    Parser,
    UsageError,
    category_named,
    category_option,
    day_named,
    day_option,
    day_with_a_morrow,
    file_argument,
    format_option,
    one_of,
    output_named,
    required,
)
from hsp_calc.documents import load_documents
from hsp_calc.documents.certificates import certificates_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.locations import resources
from hsp_calc.plan.events import Event, calendar_file, events
from hsp_calc.plan.plan import Law, Plan, make_plan
from hsp_calc.plan.plan_json import plan_data
from hsp_calc.plan.routes import Route
from hsp_calc.text import (
    N_,
    CheckedKind,
    Translator,
    disclaimer,
    long_name,
    other_origins,
    own_file_notice,
    stale_notice,
)
from hsp_calc.text.calendar_entries import calendar_entry
from hsp_calc.text.columns import aligned, indented
from hsp_calc.text.conditions import comparison_lines, condition_line, notes_on, rule_text, sources_text
from hsp_calc.text.headline import headline_text
from hsp_calc.text.plan_text import assumptions, cause_of_change, cause_text, event_text, route_lines
from hsp_calc.text.residence_text import j_skip_text, second_status_text
from hsp_calc.validation import InputError


@dataclass(frozen=True, slots=True)
class _Found:
    """What is to be said."""

    case: Case
    plan: Plan
    law: Law
    dates: tuple[Event, ...]


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the plan of one person."""
    _ = context.words
    parser = Parser("plan", _("The score over time, and the routes to permanent residence."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    category_option(parser, _, help_text=_("the category applied for"))
    day_option(parser, _)
    parser.options.add_argument("--until", metavar="DATE", help=_("last day to calculate (default: 5 years ahead)"))
    parser.options.add_argument("--ics", metavar="OUT", help=_("also write the dates that matter as a calendar file"))
    format_option(parser, _)
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    output = one_of(asked.format, "--format", ("text", "json"), _)
    on = day_with_a_morrow(asked.on, context.today, _)
    until = None if asked.until is None else day_named(asked.until, on, _, option="--until")
    if until is not None and until <= on:
        raise UsageError(_("--until: {until} must be after the reference date, {on}.", until=until, on=on))
    calendar = asked.ics and output_named(asked.ics, [".ics"], _, source=file, option="--ics")
    case = context.load_one(file, asked.password_file)
    law = context.law
    try:
        plan = make_plan(case, category, law, on, until)
        certificates = certificates_of(
            case,
            load_procedures(resources() / "reference" / "procedures.yaml"),
            load_documents(resources() / "reference" / "documents.yaml"),
        )
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    found = _Found(case, plan, law, events(plan, case.applicant.residence, law.guideline, certificates))
    if calendar:
        context.write(_calendar(found, _), calendar)
    content = as_json(_data(found, context)) if output == "json" else as_text(list(_text(found, context)))
    context.write(content, None)
    return DONE


def _data(found: _Found, context: Context) -> dict[str, object]:
    sentence = headline_text(found.plan, found.law.guideline, context.today, context.words)
    return plan_data(found.plan, found.dates, sentence=sentence) | origin_data(*context.tables, found.law.guideline)


def _calendar(found: _Found, _: Translator) -> str:
    applicant = found.case.applicant
    return calendar_file(
        found.dates,
        lambda event: calendar_entry(event, found.plan, found.law.guideline, applicant, _),
        stamp=datetime.now(tz=UTC),
        owner=f"{applicant.name} {applicant.date_of_birth} {found.plan.category}",
    )


def _text(found: _Found, context: Context) -> Iterator[str]:
    _, columns, plan, guideline = context.words, terminal_width(), found.plan, found.law.guideline
    yield from indented(_("Plan: {category}", category=long_name(plan.category, _)), columns, first="")
    yield _("Reference date {day}", day=_.day(plan.on))
    yield from indented(headline_text(plan, guideline, context.today, _), columns, first="")
    for assumed in assumptions(found.case, plan.category, plan.on, _):
        yield from indented(assumed, columns, first="")
    yield ""
    yield _("The score over time:")
    yield from _timeline(found, _, columns)
    told: set[str] = set()
    for rule, route in zip(guideline.routes, plan.routes, strict=True):
        yield ""
        yield f"■ {_.wording(rule)}"
        yield from _route(route, found, context, columns, told)
    yield ""
    yield from indented(j_skip_text(plan.j_skip, plan.category, found.law.j_skip, _), columns, first="")
    yield from indented(second_status_text(plan.second_status, guideline, _), columns, first="")
    if found.dates:
        yield ""
        yield _("Dates that matter:")
        for event in found.dates:
            heading, more = event_text(event, plan, guideline, _)
            said = _("{heading} ({more})", heading=heading, more=more) if more else heading
            yield from indented(said, columns, first=f"  {event.day}  ")
    yield ""
    table = context.table(plan.on)
    cautions = [_.wording(guideline.caution), own_file_notice(guideline, _), disclaimer(table, _)]
    checked = {CheckedKind.RULES: table.verified_on, CheckedKind.GUIDELINE: guideline.checked_on}
    cautions.append(stale_notice(checked, context.today, _))
    for note in filter(None, [*cautions, *other_origins(context.tables, table, _)]):
        yield from indented(note, columns, first="")


def _timeline(found: _Found, _: Translator, columns: int) -> Iterator[str]:
    plan, rows = found.plan, []
    for segment in plan.segments:
        without = N_("no score") if found.law.scorers.on_or_none(segment.since) else N_("no verified table")
        total = _(without) if segment.total is None else _.points(segment.total)
        recognised = "" if segment.eligible is not False else _("not recognised")
        rows.append((f"  {segment.since}", total, recognised))
    lines = aligned(rows, right=frozenset({1}))
    for line, segment in zip(lines, plan.segments, strict=True):
        yield line
        if segment.because:
            years = segment.age_reached(plan.course.profile.facts_on(segment.since))
            why = cause_of_change(segment.because, years, _)
            rows_said = _.listed(cause_text(cause, plan.now.rules, _) for cause in segment.because)
            yield from indented(_("{fact}: {rows}", fact=why, rows=rows_said), columns, first="      ")


def _route(route: Route, found: _Found, context: Context, columns: int, told: set[str]) -> Iterator[str]:
    """A route; what was told of the routes before it is not told again."""
    _, guideline = context.words, found.law.guideline
    for line in route_lines(route, found.plan, guideline, found.law.j_skip, _):
        yield from indented(line, columns, first="  ")
    yield from indented(_("Conditions on {day}:", day=_.day(route.judged_on)), columns, first="  ")
    for result in route.conditions:
        yield from indented(condition_line(result, _), columns, first="  ・ ")
        if result.passed is not True and result.id not in told:
            told.add(result.id)
            yield from indented(rule_text(result, _), columns, first="     ")
            yield from indented(sources_text(result, context.sources, _), columns, first="     ")
    if route.point_forms_for:
        days = _.listed(_.day(day) for day in route.point_forms_for)
        yield from indented(_("Point forms for: {days}", days=days), columns, first="  ")
    for line in (*comparison_lines(route, guideline, _), *notes_on(route.judged_on, guideline, _)):
        if line not in told:
            told.add(line)
            yield from indented(line, columns, first="  ")
