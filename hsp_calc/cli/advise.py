"""``advise``: what would reach a target."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import (
    Parser,
    category_named,
    category_option,
    day_option,
    day_with_a_morrow,
    file_argument,
    format_option,
    one_of,
    required,
)
from hsp_calc.facts import Category
from hsp_calc.plan.advice import Advice, Suggestion, advise, with_changes
from hsp_calc.plan.plan import make_plan
from hsp_calc.plan.plan_json import advice_data
from hsp_calc.text import disclaimer, long_name
from hsp_calc.text.columns import indented
from hsp_calc.text.plan_text import advice_lines, change_text, kind_label, suggestion_text, why_it_helps
from hsp_calc.validation import InputError

_TARGETS = ("70", "80")
_SHOWN = 20
_BY_TARGET = {70: "points_70", 80: "points_80"}

Earliest = Mapping[str, date | None]
"""The earliest day of each route to permanent residence."""


def run(arguments: Sequence[str], context: Context) -> int:
    """Write what would reach a target."""
    _ = context.words
    parser = Parser("advise", _("What would reach 70 or 80 points: up to three changes together."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    category_option(parser, _, help_text=_("the category applied for"))
    parser.options.add_argument("--target", metavar="|".join(_TARGETS), help=_("the points to be reached"))
    day_option(parser, _)
    format_option(parser, _)
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    target = int(one_of(required(asked.target, "--target", _), "--target", _TARGETS, _))
    output = one_of(asked.format, "--format", ("text", "json"), _)
    on = day_with_a_morrow(asked.on, context.today, _)
    case = context.load_one(file, asked.password_file)
    law = context.law
    try:
        advice = advise(case.profile(), category, law.scorers, on, target)
    except InputError as error:
        raise InputError(error.problems, source=file) from None

    def earliest(suggestion: Suggestion) -> Earliest:
        """What a suggestion does to the days of permanent residence, carried out on the reference date."""
        routes = make_plan(with_changes(case, suggestion, on), category, law, on).routes
        return {route.id: route.earliest for route in routes}

    if output == "json":
        context.write(as_json(advice_data(advice, earliest) | origin_data(context.table(on), law.guideline)), None)
        return DONE
    days = {suggestion: earliest(suggestion) for suggestion in advice.suggestions[:_SHOWN]}
    context.write(as_text(list(_text(advice, category, on, days, context))), None)
    return DONE


def _text(
    advice: Advice, category: Category, on: date, days: Mapping[Suggestion, Earliest], context: Context
) -> Iterator[str]:
    _, columns = context.words, terminal_width()
    yield from indented(_("Advice: {category}", category=long_name(category, _)), columns, first="")
    yield _("Reference date {day}", day=_.day(on))
    rules = context.table(on).categories[category]
    for line in advice_lines(advice, rules, _):
        yield from indented(line, columns, first="")
    for number, (suggestion, earliest) in enumerate(days.items(), 1):
        yield ""
        first = _.listed(dict.fromkeys(kind_label(change.kind, _) for change in suggestion.changes))
        heading = _("{kinds}: {what}", kinds=first, what=suggestion_text(suggestion, _))
        yield from indented(heading, columns, first=f"{number:>3}. ")
        for change in suggestion.changes:
            yield from indented(change_text(change, _), columns, first="     ・ ")
        if why := why_it_helps(suggestion, rules, _):
            yield from indented(why, columns, first="     ")
        if day := earliest.get(_BY_TARGET[advice.target]):
            said = _(
                "If this is done on the reference date, the points allow permanent residence from: {day}",
                day=_.day(day),
            )
            yield from indented(said, columns, first="     ")
    if rest := len(advice.suggestions) - len(days):
        yield ""
        yield _.plural(
            "{count} more possibility; --format json lists all.",
            "{count} more possibilities; --format json lists all.",
            rest,
            count=rest,
        )
    yield ""
    yield from indented(disclaimer(context.table(on), _), columns, first="")
