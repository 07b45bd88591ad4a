"""``batch``: the scores of any number of persons, from a file to a file."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from hsp_calc.batch.database import ENDINGS, BatchError, kind_of
from hsp_calc.batch.scoring import Job, comparison, score_file
from hsp_calc.batch.summary import Summary
from hsp_calc.casefile import STANDARD_INPUT
from hsp_calc.cli.context import DONE, Context, FileError, as_json, as_text
from hsp_calc.cli.usage import PROGRAM, Parser, UsageError, day_named, day_option, format_option, one_of, required
from hsp_calc.text import N_, Translator, describe_error, seen, short_name
from hsp_calc.text.columns import aligned
from hsp_calc.validation import InputError, Problem

_MESSAGES = MappingProxyType(
    {
        "no_duckdb": N_('batch needs DuckDB, which is not installed. Install it with: pip install "hsp-calc[batch]"'),
        "unknown_ending": N_("{name}: batch reads and writes files that end in {endings}; rename it, or convert it."),
        "not_readable": N_("The input cannot be read: {reason}"),
        "taken_names": N_("The input has columns named like results ({names}); rename them."),
        "not_written": N_("The scores could not be written: {reason}"),
    }
)
_MOST_THREADS = 1024


def run(arguments: Sequence[str], context: Context) -> int:
    """Score the persons of files into another file."""
    _ = context.words
    parser = Parser("batch", _("Scores any number of persons, from files to a file."), _, operands="IN … -o OUT")
    endings = ", ".join(ENDINGS)
    parser.arguments.add_argument(
        "files",
        metavar="IN",
        nargs="*",
        help=_(
            ("files or patterns ({endings}); the columns are facts, id, and any others; - for CSV on standard input"),
            endings=endings,
        ),
    )
    parser.options.add_argument(
        "-o", metavar="OUT", dest="output", help=_("file to write ({endings})", endings=endings)
    )
    day_option(parser, _)
    parser.options.add_argument(
        "--table", metavar="ID", help=_("rule table (default: the one in force on the reference date)")
    )
    parser.options.add_argument(
        "--compare", metavar="ID", help=_("a second rule table: what it changes, and for how many")
    )
    parser.options.add_argument("--threads", metavar="N", help=_("number of processor cores to use (default: all)"))
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    if not asked.files:
        raise UsageError(_("{argument} is missing.", argument="IN"))
    output = required(asked.output, "-o", _)
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    on = day_named(asked.on, context.today, _)
    table = context.table(on, asked.table)
    tables = {"": table} if asked.compare is None else comparison(table, context.tables.named(asked.compare))
    job = Job(tables, on, lambda problems: _described(problems, _))
    try:
        for name in (output, *(name for name in asked.files if name != STANDARD_INPUT)):
            kind_of(name)
        _refuse_mixed(asked.files, _)
        with _inputs(asked.files) as inputs:
            summary = score_file(job, inputs, output, threads=_threads(asked.threads, _), progress=_progress(_))
    except BatchError as error:
        params = {name: seen(str(value)) if name == "name" else value for name, value in error.params.items()}
        raise UsageError(_(_MESSAGES[error.code], **params)) from error
    except OSError as error:
        raise FileError(error, _, name=output, writing=True) from error
    _tell_doubtful(summary, _)
    sys.stdout.write(as_json(_data(summary)) if as_data else as_text(_lines(summary, _)))
    return DONE


def _threads(value: str | None, _: Translator) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdecimal() and 1 <= int(value) <= _MOST_THREADS):
        raise UsageError(
            _(
                "--threads: “{value}” is not valid; give a number from 1 to {most}.",
                value=seen(value),
                most=_MOST_THREADS,
            )
        )
    return int(value)


def _refuse_mixed(names: Sequence[str], _: Translator) -> None:
    kinds = {kind_of("a.csv" if name == STANDARD_INPUT else name) for name in names}
    if len(kinds) > 1:
        raise UsageError(_("The files are of several kinds; give batch files of one kind at a time."))


@contextmanager
def _inputs(names: Sequence[str]) -> Iterator[list[str]]:
    """The files to read; standard input, which is read twice, as a file of its own."""
    if STANDARD_INPUT not in names:
        yield list(names)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "standard-input.csv"
        with copy.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [str(copy) if name == STANDARD_INPUT else name for name in names]


def _described(problems: Sequence[Problem], _: Translator) -> str:
    return " ".join(describe_error(InputError(list(problems)), _))


def _progress(_: Translator) -> Callable[[float], None] | None:
    if not sys.stderr.isatty():
        return None

    def show(percent: float) -> None:
        sys.stderr.write("\r" + _("{percent} % done", percent=int(percent)))
        sys.stderr.flush()

    return show


def _tell_doubtful(summary: Summary, _: Translator) -> None:
    for name, fact in summary.doubtful.items():
        said = _(
            "The column “{name}” is not a fact and was copied unchanged; if you mean {fact}, rename it.",
            name=seen(name),
            fact=fact,
        )
        sys.stderr.write(f"{PROGRAM}: {said}\n")


def _data(summary: Summary) -> dict[str, object]:
    return {
        "rows": summary.rows,
        "problems": summary.problems,
        "passing": {
            table: {
                category.value: {"eligible": passing.eligible, **{str(t): n for t, n in passing.at.items()}}
                for category, passing in categories.items()
            }
            for table, categories in summary.passing.items()
        },
        "changed": {category.value: count for category, count in summary.changed.items()},
    }


def _lines(summary: Summary, _: Translator) -> list[str]:
    lines = [_.plural("{count} person was read.", "{count} persons were read.", summary.rows, count=summary.rows)]
    if summary.problems:
        lines.append(
            _.plural(
                "{count} of them has a problem, described in the column “problem”.",
                "{count} of them have a problem, described in the column “problem”.",
                summary.problems,
                count=summary.problems,
            )
        )
    lines += aligned(
        (
            table,
            short_name(category, _),
            *(_("{points} or more: {count}", points=_.points(t), count=n) for t, n in passing.at.items()),
            _("certainly eligible: {count}", count=passing.eligible),
        )
        for table, categories in summary.passing.items()
        for category, passing in categories.items()
    )
    lines += [
        _("{category}: {count} totals differ.", category=short_name(category, _), count=count)
        for category, count in summary.changed.items()
    ]
    return lines
