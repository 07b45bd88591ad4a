"""``sheet``: the point calculation form as PDF."""

from collections.abc import Sequence

from hsp_calc.cli.context import DONE, Context
from hsp_calc.cli.usage import (
    Parser,
    UsageError,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    one_of,
    required,
)
from hsp_calc.problems import InputError
from hsp_calc.text import Language, seen


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the form of a category."""
    _ = context.words
    parser = Parser("sheet", _("The point calculation form of a category as PDF."), _)
    file_argument(parser, _, help_text=_("facts or a case of one person; - is standard input"))
    category_option(parser, _, help_text=_("the category of the form"))
    day_option(parser, _)
    parser.options.add_argument(
        "-l", metavar="|".join(Language), dest="form_language", default=Language.JA, help=_("language of the form")
    )
    parser.options.add_argument("-o", metavar="OUT.pdf", dest="output", help=_("the file to write; it is replaced"))
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    language = one_of(asked.form_language, "-l", Language, _)
    output = required(asked.output, "-o", _)
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file)
    table = context.table(on)
    try:
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    # Typst is needed here alone and takes a moment to import.
    from hsp_calc.sheet import UnprintableTextError, form_pdf  # noqa: PLC0415

    try:
        pdf = form_pdf(case, category, on, table=table, score=score, language=language, created=context.today)
    except UnprintableTextError as error:
        raise UsageError(
            _(
                "The name cannot be printed: no font of the program has “{text}”. Change the name.",
                text=seen(error.text),
            )
        ) from None
    context.write(pdf, output)
    return DONE
