"""``checklist``: the supporting documents to file."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist
from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.documents_text_tree import folder_text
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.proof_options import all_asked, proof_options, target_asked, with_proof_asked
from hsp_calc.cli.sheet import office_of_settings, office_option, unprintable_name
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import (
    Parser,
    UsageError,
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
from hsp_calc.documents.documents_json import folder_data
from hsp_calc.documents.landing_age import birthday_before_landing, landing_age_data
from hsp_calc.documents.procedures import Procedures, load_procedures
from hsp_calc.locations import resources
from hsp_calc.text import Translator
from hsp_calc.text.documents_table import FolderOf, folder_csv
from hsp_calc.text.fees import folder_fee_data
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.output import Office

_EMPLOYERS = ("1", "2", "3", "4")
_TEXT, _JSON, _CSV, _EXCEL, _PDF = _FORMATS = ("text", "json", "csv", "xlsx", "pdf")
_ENDINGS = {_TEXT: [".txt", ".md"], **{kind: [f".{kind}"] for kind in (_JSON, _CSV, _EXCEL, _PDF)}}


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the papers of an application, or the documents that prove a score."""
    _ = context.words
    parser = _parser(_)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    output = one_of(asked.format or _format_of(asked.output), "--format", _FORMATS, _)
    if asked.output:
        endings = _ENDINGS[output] if asked.format else [ending for some in _ENDINGS.values() for ending in some]
        output_named(asked.output, endings, _, source=file)
    else:
        _refuse_standard_output(output, _)
    procedures = load_procedures(resources() / "reference" / "procedures.yaml")
    otherwise = _otherwise(asked, procedures, context)
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file, asked.password_file)
    table = context.table(on)
    try:
        case = with_proof_asked(case, asked, _own_target(otherwise, case, procedures), _)
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
        folder = folder_of(
            case,
            score,
            rules=table.categories[category],
            documents=load_documents(resources() / "reference" / "documents.yaml"),
            procedures=procedures,
            asked=otherwise,
        )
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    scorer, facts = context.scorer(table), case.profile().facts_on(on)
    birthday = birthday_before_landing(
        folder, facts, lambda changes: scorer.total(facts.model_copy(update=changes), category, on)
    )
    made = FolderOf(folder, score, table, procedures, context.fees, birthday)
    context.write(_content(output, case, made, context, asked), asked.output)
    return DONE


def _parser(_: Translator) -> Parser:
    parser = Parser("checklist", _("The supporting documents to file for a category."), _)
    file_argument(parser, _, help_text=_("facts or case file of one person (- for standard input)"))
    category_option(parser, _, help_text=_("the category applied for"))
    day_option(parser, _)
    option = parser.options.add_argument
    proof_options(parser, _)
    option(
        "--procedure",
        metavar="ID",
        help=_("procedure whose documents are listed too, such as change_of_status (default: that of the case)"),
    )
    option(
        "--employer-category",
        metavar="|".join(_EMPLOYERS),
        dest="employer",
        help=_("category of the employer (default: that of the case)"),
    )
    option(
        "--apply-on",
        metavar="DATE",
        dest="apply_on",
        help=_("planned day of application (default: that of the case, or the reference date)"),
    )
    option(
        "--format",
        metavar="|".join(_FORMATS),
        help=_(
            "for people (text, pdf), for programs (json) or for spreadsheets (csv, xlsx); default: by the "
            "ending of the output file, or text"
        ),
    )
    option("--memos", action="store_true", help=_("include your memos (pdf, xlsx; left out by default)"))
    office_option(parser, _)
    password_option(parser, _)
    option("-o", metavar="OUT", dest="output", help=_("file to write (default: standard output)"))
    return parser


def _format_of(output: str | None) -> str:
    """The format that the name of a file tells by its end."""
    ending = Path(output or "").suffix.lower().removeprefix(".")
    return ending if ending in _FORMATS else _TEXT


def _refuse_standard_output(output: str, _: Translator) -> None:
    match output:
        case "xlsx":
            raise UsageError(
                _("A workbook cannot go to standard output; name its file with {option}.", option="-o OUT")
            )
        case "pdf":
            raise UsageError(_("A PDF cannot go to standard output; name its file with {option}.", option="-o OUT"))


def _otherwise(asked: Namespace, procedures: Procedures, context: Context) -> Asked:
    """What the command line asks for otherwise than the case keeps it."""
    _ = context.words
    target = target_asked(asked, _)
    procedure = None
    if asked.procedure is not None:
        procedure = one_of(asked.procedure, "--procedure", procedures.by_id, _)
        own = procedures.by_id[procedure].target
        if own is not None and target not in {None, own}:
            raise UsageError(
                _(
                    "{procedure} always requires {points}; leave out --target.",
                    procedure=procedure,
                    points=_.points(own),
                )
            )
    employer = asked.employer and int(one_of(asked.employer, "--employer-category", _EMPLOYERS, _))
    apply_on = asked.apply_on and day_named(asked.apply_on, context.today, _, option="--apply-on")
    return Asked(procedure, employer, apply_on, every_row=all_asked(asked))


def _own_target(otherwise: Asked, case: Case, procedures: Procedures) -> int | None:
    """The points that the procedure itself asks to prove; None where it names none, or every row is asked for."""
    if otherwise.every_row:
        return None
    procedure = procedures.by_id.get(otherwise.procedure or case.section(KeptChecklist).procedure or "")
    return procedure.target if procedure else None


def _content(output: str, case: Case, made: FolderOf, context: Context, asked: Namespace) -> str | bytes:
    _ = context.words
    match output:
        case "json":
            fee = folder_fee_data(made.folder, made.fees, _)
            data = folder_data(made.folder, made.score, made.procedures) | ({} if fee is None else {"fee": fee})
            if (found := made.landing_age) is not None:
                data |= {"landing_age": landing_age_data(found)}
            return as_json(data | origin_data(made.table, *([] if fee is None else [made.fees])))
        case "csv":
            return folder_csv(made, _, line_end="\r\n" if asked.output else "\n")
        case "xlsx":
            from hsp_calc.output.documents_workbook import folder_xlsx  # noqa: PLC0415  # not needed for the other forms

            return folder_xlsx(case, made, words=_, office=_office(asked, _), memos=asked.memos, created=context.today)
        case "pdf":
            return _pdf(case, made, context, asked)
        case _:
            return as_text(list(folder_text(made, context.today, _, terminal_width())))


def _pdf(case: Case, made: FolderOf, context: Context, asked: Namespace) -> bytes:
    # Typst takes a moment to import.
    from hsp_calc.output import UnprintableTextError, checklist_pdf  # noqa: PLC0415

    _ = context.words
    try:
        return checklist_pdf(case, made, words=_, office=_office(asked, _), memos=asked.memos, created=context.today)
    except UnprintableTextError as error:
        raise unprintable_name(error.text, _) from None


def _office(asked: Namespace, _: Translator) -> "Office | None":
    return None if asked.no_office else office_of_settings(_)
