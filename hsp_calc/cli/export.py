"""``export``: the score as an Excel workbook."""

from collections.abc import Sequence

from hsp_calc.cli.context import DONE, Context
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.usage import (
    Parser,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    output_named,
    required,
)
from hsp_calc.facts import Category
from hsp_calc.validation import InputError


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the workbook of a person."""
    _ = context.words
    parser = Parser("export", _("The score as an Excel workbook: every row, with one worksheet for each category."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    day_option(parser, _)
    category_option(parser, _, help_text=_("only this category"))
    parser.options.add_argument(
        "-o", metavar="OUT.xlsx", dest="output", help=_("file to write; an existing file is replaced")
    )
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    categories = list(Category) if asked.category is None else [category_named(asked.category, _)]
    output = output_named(required(asked.output, "-o", _), [".xlsx"], _, source=file)
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file, asked.password_file)
    table = context.table(on)
    facts = case.profile().facts_on(on)
    try:
        score = {category: context.scorer(table).sheet(facts, category, on) for category in categories}
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    from hsp_calc.output.score_workbook import score_xlsx  # noqa: PLC0415  # openpyxl takes a moment to import

    context.write(score_xlsx(case, score, table=table, words=_, created=context.today), output)
    return DONE
