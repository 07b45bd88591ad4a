"""``summary``: one page for the client as PDF."""

from collections.abc import Sequence
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.cli.context import DONE, Context
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.sheet import office_of_settings, office_option, unprintable_name
from hsp_calc.cli.usage import (
    Parser,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    one_of,
    output_named,
    required,
)
from hsp_calc.documents import load_documents
from hsp_calc.documents.case_documents import Asked, folder_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.plan.plan import make_plan
from hsp_calc.text import Language, Translator
from hsp_calc.text.headline import summary_headline
from hsp_calc.validation import InputError

_TARGETS = ("70", "80")
_PAPERS = ("underlying", "activity", "hours", "benefits", "employer")


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the summary of a category."""
    _ = context.words
    parser = Parser("summary", _("The score of a category on one page for the client, as PDF."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    category_option(parser, _, help_text=_("the category applied for"))
    day_option(parser, _)
    parser.options.add_argument(
        "--target", metavar="|".join(_TARGETS), help=_("show only the fewest documents that prove this many points")
    )
    parser.options.add_argument(
        "-l",
        metavar="|".join(Language),
        dest="summary_language",
        default=_.language,
        help=_("language of the summary (default: that of the program)"),
    )
    office_option(parser, _)
    parser.options.add_argument(
        "--with",
        metavar="PAGE,…",
        dest="papers",
        default="",
        help=_(
            "pages of the status guide to append, separated by commas: underlying, activity, hours, benefits, employer"
        ),
    )
    parser.options.add_argument(
        "-o", metavar="OUT.pdf", dest="output", help=_("file to write; an existing file is replaced")
    )
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    words = Translator.load(one_of(asked.summary_language, "-l", Language, _))
    target = None if asked.target is None else int(one_of(asked.target, "--target", _TARGETS, _))
    output = output_named(required(asked.output, "-o", _), [".pdf"], _, source=file)
    on = day_named(asked.on, context.today, _)
    papers = [one_of(name.strip(), "--with", _PAPERS, _) for name in asked.papers.split(",") if name.strip()]
    case = context.load_one(file, asked.password_file)
    table = context.table(on)
    office = None if asked.no_office else office_of_settings(_)
    try:
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
        folder = folder_of(
            case,
            score,
            rules=table.categories[category],
            documents=load_documents(resources() / "reference" / "documents.yaml"),
            procedures=load_procedures(resources() / "reference" / "procedures.yaml"),
            asked=Asked(target=target),
        )
        residence = _residence(case, category, on, words, context)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    # Typst takes a moment to import.
    from hsp_calc.output import UnprintableTextError, summary_pdf  # noqa: PLC0415
    from hsp_calc.output.guide_pdf import GuidePaper, PaperSubject, papers_data  # noqa: PLC0415

    guide = None
    if papers:
        facts, pages = case.profile().facts_on(on), context.guide
        about = PaperSubject(case, facts, category, pages, context.sources, words, context.today)
        try:
            guide = papers_data([GuidePaper(name) for name in papers], about, office)
        except InputError as error:
            raise InputError(error.problems, source=file) from None
    try:
        pdf = summary_pdf(
            case,
            table=table,
            score=score,
            folder=folder,
            fees=context.fees,
            words=words,
            office=office,
            residence=residence,
            created=context.today,
            guide=guide,
        )
    except UnprintableTextError as error:
        raise unprintable_name(error.text, _) from None
    context.write(pdf, output)
    return DONE


def _residence(case: Case, category: Category, on: date, words: Translator, context: Context) -> str:
    """The headline on permanent residence; nothing on the last day of the calendar, which has no days ahead."""
    if on == date.max:
        return ""
    law = context.law
    return summary_headline(make_plan(case, category, law, on), law.guideline, context.today, words)
