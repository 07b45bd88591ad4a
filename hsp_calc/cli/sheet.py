"""``sheet``: the point calculation form as PDF."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hsp_calc.casefile import Case
from hsp_calc.cli.context import DONE, Context, FileError, as_json
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.usage import (
    Parser,
    UsageError,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    format_option,
    one_of,
    output_named,
    required,
)
from hsp_calc.facts import Category
from hsp_calc.text import Language, Translator, own_file_notice, seen
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.output import FormOptions, Office
    from hsp_calc.output.form_check import FormCheck

_LANGUAGES = (*Language, "bilingual")
_ROUTES = ("70", "80")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for; with points, the forms of the route to permanent residence that asks for them."""

    case: Case
    category: Category
    on: date
    points: int | None
    language: str
    office: "Office | None"


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the form of a category, or the forms of a route to permanent residence."""
    _ = context.words
    parser = Parser("sheet", _("The point calculation form of a category as PDF."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    category_option(parser, _, help_text=_("the category of the form"))
    day_option(parser, _)
    parser.options.add_argument(
        "--permanent-residence",
        metavar="|".join(_ROUTES),
        dest="route",
        help=_(
            "the forms for permanent residence in one file: now and 1 year before (80 points), or now and 3 "
            "years before (70 points)"
        ),
    )
    parser.options.add_argument(
        "-l", metavar="|".join(_LANGUAGES), dest="form_language", default=Language.JA, help=_("language of the form")
    )
    office_option(parser, _)
    format_option(parser, _)
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
    language = one_of(asked.form_language, "-l", _LANGUAGES, _)
    output = output_named(required(asked.output, "-o", _), [".pdf"], _, source=file)
    answer = one_of(asked.format, "--format", ("text", "json"), _)
    points = None if asked.route is None else int(one_of(asked.route, "--permanent-residence", _ROUTES, _))
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file, asked.password_file)
    office = None if asked.no_office else office_of_settings(_)
    # Typst is needed here alone and takes a moment to import.
    from hsp_calc.output import UnprintableTextError  # noqa: PLC0415

    try:
        forms = _forms(_Wanted(case, category, on, points, language, office), context)
        for sentence in forms.sentences(context):
            context.tell(sentence)
        pdf = forms.print(context)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    except UnprintableTextError as error:
        raise unprintable_name(error.text, _) from None
    context.write(pdf, output)
    if answer == "json":
        context.write(as_json(forms.data(output, _)), None)
    return DONE


def office_option(parser: Parser, _: Translator) -> None:
    """Let a command leave the office aside."""
    parser.options.add_argument("--no-office", action="store_true", help=_("leave out the office from the settings"))


def office_of_settings(_: Translator) -> "Office | None":
    """The office whose name stands on what is printed; None where the settings have none.

    Raises:
        InputError: its profile is malformed.
        FileError: a file of it cannot be read.
        UsageError: its logo cannot be printed.
    """
    from hsp_calc.output import LogoError, load_office  # noqa: PLC0415

    try:
        return load_office()
    except OSError as error:
        raise FileError(error, _, name=str(error.filename)) from error
    except LogoError as error:
        raise UsageError(error.describe(_)) from None


def unprintable_name(text: str, _: Translator) -> UsageError:
    """What to tell where no font has some characters that somebody typed."""
    return UsageError(
        _(
            (
                "The name cannot be printed: the program's fonts do not contain “{text}”. Change the spelling of "
                "the name."
            ),
            text=seen(text),
        )
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    """The form, or the forms, with what is to be told of them."""

    checks: "tuple[FormCheck, ...]"
    print: Callable[[Context], bytes]

    def sentences(self, context: Context) -> Iterator[str]:
        """What they take for granted and lack."""
        from hsp_calc.output.form_check import check_sentences  # noqa: PLC0415  # needed here alone

        return check_sentences(self.checks, context.today, context.words)

    def data(self, output: str, _: Translator) -> dict[str, object]:
        """The same for programs."""
        assumed = (fact for check in self.checks for fact in check.assumed)
        return {
            "file": output,
            "assumed": list(dict.fromkeys(assumed)),
            "forms": [
                {
                    "on": check.on.isoformat(),
                    "table": check.score.table,
                    "total": check.score.total,
                    "assumed": list(check.assumed),
                    "missing": [
                        {"code": gap.code.value, "fact": gap.fact, "text": gap.describe(_)} for gap in check.gaps
                    ],
                }
                for check in self.checks
            ],
        }


def _forms(wanted: _Wanted, context: Context) -> _Forms:
    """The form, or the forms of a route.

    Raises:
        InputError: the case cannot be scored on one of the days, or what it holds for the form is malformed.
        NoTableError: no verified table is carried for one of the days.
    """
    from hsp_calc.output import form_options, form_pdf, form_set_pdf, forms_of_route  # noqa: PLC0415  # as above
    from hsp_calc.output.form_check import check_form, check_forms  # noqa: PLC0415  # as above

    case, category, on = wanted.case, wanted.category, wanted.on
    table = context.table(on)
    options: FormOptions = {**form_options(case, table.categories[category]), "office": wanted.office}
    if wanted.points is None:
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
        check = check_form(case, score, table=table, options=options, today=context.today)
        return _Forms(
            (check,),
            lambda context: form_pdf(
                case,
                category,
                on,
                table=table,
                score=score,
                language=wanted.language,
                created=context.today,
                **options,
            ),
        )
    law = context.law
    route = next(route for route in law.guideline.routes if route.points == wanted.points)
    if notice := own_file_notice(law.guideline, context.words):
        context.tell(notice)
    scorers = law.scorers
    forms = forms_of_route(case, category, on, scorers=scorers, route=route)
    return _Forms(
        check_forms(case, forms, options=options, today=context.today),
        lambda context: form_set_pdf(
            case,
            category,
            on,
            scorers=scorers,
            route=route,
            language=wanted.language,
            created=context.today,
            **options,
        ),
    )
