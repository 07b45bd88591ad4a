"""The program ``hsp-calc``: finds the command, runs it, and says what went wrong in one sentence each."""

import importlib
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol, cast

import hsp_calc
from hsp_calc.cli.context import DONE, REFUSED, UNEXPECTED, Context, FileError
from hsp_calc.cli.usage import PROGRAM, Parser, UsageError
from hsp_calc.control_characters import LINES, visible
from hsp_calc.rules import NoTableError, UnknownTableError
from hsp_calc.text import (
    N_,
    Translator,
    UnknownLanguageError,
    default_language,
    describe_error,
    describe_no_table,
    describe_unknown_table,
    seen,
    take_language,
)
from hsp_calc.text.columns import aligned
from hsp_calc.validation import InputError, nearest

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "score": N_("the points of a person, row by row, with the reasons"),
        "sheet": N_("the point calculation form as PDF"),
        "summary": N_("the score on one page for the client, as PDF"),
        "export": N_("the score as an Excel workbook"),
        "checklist": N_("the supporting documents to file"),
        "plan": N_("the score over time, and the routes to permanent residence"),
        "advise": N_("what would reach 70 or 80 points"),
        "hours": N_("working hours against the 28-hour rule"),
        "lookup": N_("whether a university or an exam counts"),
        "fees": N_("what a procedure costs, by the day of acceptance and the period granted"),
        "tables": N_("the rule tables in the program, and what changed between two"),
        "import": N_("one case for each person of a list"),
        "batch": N_("the scores of any number of persons, from a file to a file"),
        "validate": N_("every problem of a facts, case or rule file"),
    }
)
"""The commands, each with what it gives."""

_MODULES = {"import": "import_list"}
"""The modules of commands whose name is a word of the language."""

DEBUG = "HSP_CALC_DEBUG"
"""The environment variable with which an unexpected error is shown in full."""

_INTERRUPTED = 130  # what a shell expects of a program that Ctrl-C ended


class Command(Protocol):
    """What the module of a command has."""

    def run(self, arguments: Sequence[str], context: Context) -> int:
        """Do what the arguments ask for."""


def main(arguments: Sequence[str], *, today: date | None = None) -> int:
    """Run the command that the arguments name.

    Args:
        arguments: without the name of the program.
        today: the day on which it runs; otherwise what the clock says.

    Returns:
        0 if it is done, 2 if the input or the usage is wrong, 1 if something unexpected happened.
    """
    _speak_utf8()
    try:
        words = Translator.load(default_language(os.environ))
        code = _run(arguments, words, today or date.today())  # noqa: DTZ011  # the user's own day is meant
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough
        _abandon_output()
        return DONE
    except OSError as error:  # the output cannot be written, or the installation is incomplete
        _complain([str(error)])
        _abandon_output()
        return UNEXPECTED
    return code


def _run(arguments: Sequence[str], words: Translator, today: date) -> int:
    try:
        language, rest = take_language(arguments)
        if language is not None:
            words = Translator.load(language)
        return _command(rest, Context(words, today))
    except BrokenPipeError:
        raise
    except FileError as error:
        _complain([str(error)])
        return error.exit_code
    except Exception as error:  # noqa: BLE001  # a traceback is no message for a user
        if messages := _explained(error, words, arguments):
            _complain(messages)
            return REFUSED
        return _unexpected(error, words)


def _command(arguments: Sequence[str], context: Context) -> int:
    _ = context.words
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help"}:
        sys.stdout.write(_help(_))
        return DONE
    if name == "--version":
        sys.stdout.write(f"{PROGRAM} {hsp_calc.__version__}\n")
        return DONE
    if name not in COMMANDS:
        raise UsageError(_no_command(name, _))
    command = cast("Command", importlib.import_module(f"hsp_calc.cli.{_MODULES.get(name, name)}"))
    return command.run(rest, context)


def _explained(error: Exception, _: Translator, arguments: Sequence[str]) -> list[str]:
    """What to tell of an error that the user can do something about; nothing of any other."""
    match error:
        case UsageError():
            command = next((f" {argument}" for argument in arguments if argument in COMMANDS), "")
            hint = _("See {program} --help.", program=f"{PROGRAM}{command}")
            return [f"{error} {hint}"]
        case UnknownLanguageError():
            return [_("--lang: “{value}” is not valid; choose ja or en.", value=seen(error.asked or ""))]
        case InputError():
            return describe_error(error, _)
        case NoTableError():
            return [describe_no_table(error, _)]
        case UnknownTableError():
            return [describe_unknown_table(error, _)]
        case _:
            return []


def _unexpected(error: Exception, _: Translator) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    kind = type(error).__name__
    _complain(
        [
            _(
                "Something unexpected happened ({kind}: {message}). Run it again with {variable}=1 for the details.",
                kind=kind,
                message=seen(str(error).partition("\n")[0]),
                variable=DEBUG,
            )
        ]
    )
    return UNEXPECTED


def _complain(messages: Sequence[str]) -> None:
    for message in messages:
        sys.stderr.write(f"{PROGRAM}: {visible(message, keep=LINES)}\n")


def _no_command(name: str, _: Translator) -> str:
    if name.startswith("-"):
        sentence = _("There is no option {option}.", option=seen(name))
    else:
        sentence = _("There is no command “{command}”.", command=seen(name))
    if near := nearest(name, COMMANDS):
        return _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=near)
    return sentence


def _help(_: Translator) -> str:
    about = _("Points of Japan's Highly Skilled Professional status. Without a command, the window opens.")
    parser = Parser("COMMAND", about, _, operands="…")
    parser.options.add_argument("--version", action="store_true", help=_("show the version"))
    heading = _("Commands ({program} COMMAND --help tells more):", program=PROGRAM)
    commands = aligned((f"  {name}", _(summary)) for name, summary in COMMANDS.items())
    return "\n".join([parser.format_help(), heading, *commands, ""])


def _abandon_output() -> None:
    """Keep the interpreter from writing, when it ends, what could not be written before."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
