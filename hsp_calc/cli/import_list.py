"""``import``: one case for each person of a list; those there already are updated."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from hsp_calc.casefile.csv_tables import ENCODINGS
from hsp_calc.casefile.exchange import COLUMNS, How, Imported, import_persons
from hsp_calc.casefile.exchange.headings import PASSED_OVER
from hsp_calc.casefile.exchange.matching import ImportPlan, plan_import
from hsp_calc.casefile.exchange.storing import write_plan
from hsp_calc.cli.context import DONE, REFUSED, Context, FileError, as_json, as_text
from hsp_calc.cli.usage import Parser, UsageError, file_argument, format_option, one_of, required
from hsp_calc.text import Translator, seen
from hsp_calc.text.lists import list_notes, list_problems, plan_lines, plan_summary
from hsp_calc.validation import InputError, nearest


def run(arguments: Sequence[str], context: Context) -> int:
    """Read a list, tell what it comes to, and write it."""
    _ = context.words
    parser = Parser("import", _("One case for each person of a list; those there already are updated."), _)
    file_argument(parser, _, help_text=_("a list of persons as CSV or Excel workbook"))
    options = parser.options
    options.add_argument("--into", metavar="FOLDER", help=_("the folder with the cases"))
    options.add_argument(
        "--map",
        metavar="HEADING=FIELD",
        action="append",
        default=[],
        help=_("field of a column with a different heading; HEADING=- ignores the column; can be given several times"),
    )
    options.add_argument("--sheet", metavar="NAME", help=_("worksheet to read (default: the one shown first)"))
    options.add_argument(
        "--encoding", metavar="|".join(ENCODINGS), help=_("encoding of a CSV file (default: detected)")
    )
    options.add_argument("--dry-run", action="store_true", help=_("show what would be done without writing anything"))
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file, folder = required(asked.file, "LIST", _), Path(required(asked.into, "--into", _))
    output = one_of(asked.format, "--format", ("text", "json"), _)
    encoding = asked.encoding and one_of(asked.encoding, "--encoding", ENCODINGS, _)
    how = How(context.today, dict(_mapped(value, _) for value in asked.map), asked.sheet, encoding)
    try:
        imported = import_persons(file, how)
        plan = plan_import(imported, folder, context.today)
    except InputError as error:
        for sentence in list_problems(error.problems, _):
            context.tell(_("{place}: {sentence}", place=seen(file), sentence=sentence))
        context.tell(_("Nothing was imported."))
        return REFUSED
    except OSError as error:
        raise FileError(error, _, name=file if error.filename is None else str(error.filename)) from error
    if not asked.dry_run:
        try:
            write_plan(plan)
        except OSError as error:
            raise FileError(error, _, name=str(folder), writing=True) from error
    for note in list_notes(imported, _):
        context.tell(note)
    if plan.not_compared:
        names = _.listed(seen(path.name) for path in plan.not_compared)
        context.tell(_("Not compared, because they are protected or cannot be read: {names}.", names=names))
    if output == "json":
        sys.stdout.write(as_json(_data(plan, imported, dry_run=asked.dry_run)))
    else:
        sys.stdout.write(as_text(list(_text(plan, _, dry_run=asked.dry_run))))
    return DONE


def _mapped(value: str, _: Translator) -> tuple[str, str]:
    """The heading and the field that ``--map`` names.

    Raises:
        UsageError: there is no such field.
    """
    heading, sign, name = value.rpartition("=")
    if not sign or not heading.strip():
        raise UsageError(_("--map: “{value}” is not HEADING=FIELD.", value=seen(value)))
    if name in COLUMNS or name == PASSED_OVER:
        return heading.strip(), name
    sentence = _("--map: there is no field “{field}”.", field=seen(name))
    if near := nearest(name, COLUMNS):
        sentence = _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=near)
    raise UsageError(sentence)


def _text(plan: ImportPlan, _: Translator, *, dry_run: bool) -> Iterator[str]:
    yield plan_summary(plan, _, dry_run=dry_run)
    yield from plan_lines(plan, _)


def _data(plan: ImportPlan, imported: Imported, *, dry_run: bool) -> dict[str, object]:
    return {
        "written": not dry_run,
        "sheet": imported.sheet,
        "encoding": imported.encoding,
        "columns": [
            {"cell": column.cell, "heading": column.heading, "field": column.field} for column in imported.columns
        ],
        "persons": [
            {
                "row": planned.row,
                "file": str(planned.path),
                "name": planned.case.applicant.name or planned.case.applicant.name_ja,
                "state": "new" if planned.is_new else "updated" if planned.changes else "unchanged",
                "changes": [
                    {"field": change.field, "from": _plain(change.before), "to": _plain(change.after)}
                    for change in planned.changes
                ],
                "untouched": list(planned.untouched),
            }
            for planned in plan.planned
        ],
        "not_compared": [str(path) for path in plan.not_compared],
    }


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float | str | list) else str(value)
