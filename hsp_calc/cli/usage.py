"""Arguments of a command: their help and what is wrong with them, in the user's language."""

import argparse
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from hsp_calc.casefile.file_names import has_ending, with_ending
from hsp_calc.facts import Category
from hsp_calc.text import N_, Language, Translator, seen
from hsp_calc.text.columns import wrapped
from hsp_calc.validation import nearest

PROGRAM = "hsp-calc"


class UsageError(Exception):
    """A command line that is refused; the message is what to tell the user."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves judging values to the caller, so that every message is in the user's language."""

    def __init__(self, command: str, description: str, _: Translator, *, operands: str = "FILE") -> None:
        super().__init__(
            prog=f"{PROGRAM} {command}",
            usage=f"{PROGRAM} {command} {operands} [OPTION …]",
            description=description,
            formatter_class=lambda prog: _Help(prog, _),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._words = _
        self.arguments = self.add_argument_group(_("Arguments"))
        self.options = self.add_argument_group(_("Options"))
        self.options.add_argument("-h", "--help", action="store_true", help=_("show this help"))
        self.options.add_argument(
            "--lang",
            metavar="|".join(Language),
            help=_("language of the output (default: that of the system)"),
        )

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments, not judged yet.

        Raises:
            UsageError: one is unknown, or an option lacks its value.
        """
        _ = self._words
        try:
            found, unknown = self.parse_known_args(list(arguments))
        except argparse.ArgumentError as error:
            takes_none = {"/".join(action.option_strings) for action in self._actions if action.nargs == 0}
            message = (
                N_("The option {option} takes no value.")
                if error.argument_name in takes_none
                else N_("The option {option} needs a value.")
            )
            raise UsageError(_(message, option=error.argument_name)) from None
        if unknown:
            name = unknown[0].partition("=")[0]
            known = [option for action in self._actions for option in action.option_strings]
            raise UsageError(_unknown(name, known, _))
        return found

    def error(self, message: str) -> Any:
        """Refuse the command line."""
        raise UsageError(message)


def file_argument(parser: Parser, _: Translator, *, help_text: str) -> None:
    """Let a command take one file."""
    parser.arguments.add_argument("file", metavar="FILE", nargs="?", help=help_text)


def format_option(parser: Parser, _: Translator) -> None:
    """Let a command write text or JSON."""
    parser.options.add_argument(
        "--format", metavar="text|json", default="text", help=_("for people (text) or for programs (json)")
    )


def category_option(parser: Parser, _: Translator, *, help_text: str) -> None:
    """Let a command take a category."""
    parser.options.add_argument("-c", "--category", metavar="|".join(Category), help=help_text)


def day_option(parser: Parser, _: Translator) -> None:
    """Let a command take a reference date."""
    parser.options.add_argument("--on", metavar="DATE", help=_("reference date, such as 2026-11-22 (default: today)"))


def required(value: str | None, what: str, _: Translator) -> str:
    """An argument that cannot be left out.

    Raises:
        UsageError: it was left out.
    """
    if not value:
        raise UsageError(_("{argument} is missing.", argument=what))
    return value


def one_of(value: str, option: str, allowed: Iterable[str], _: Translator) -> str:
    """An argument that is one of a few words.

    Raises:
        UsageError: it is another.
    """
    words = list(allowed)
    if value in words:
        return value
    raise UsageError(
        _(
            "{option}: “{value}” is not valid; choose {allowed}.",
            option=option,
            value=seen(value),
            allowed=_.alternatives(words),
        )
    )


def category_named(value: str, _: Translator) -> Category:
    """The category that an argument names.

    Raises:
        UsageError: there is none of this name.
    """
    return Category(one_of(value, "--category", Category, _))


def day_named(value: str | None, today: date, _: Translator, *, option: str = "--on") -> date:
    """The day that an argument names, written in any way that days are read; today without one.

    Raises:
        UsageError: it is no day.
    """
    if value is None:
        return today
    from hsp_calc.parsing import NotUnderstoodError, read_day  # noqa: PLC0415  # only where a day is named

    try:
        return read_day(value)
    except NotUnderstoodError:
        message = N_("{option}: “{value}” is not a valid date; write it like 2026-11-22.")
        raise UsageError(_(message, option=option, value=seen(value))) from None


def day_with_a_morrow(value: str | None, today: date, _: Translator) -> date:
    """The reference date that ``--on`` names, for what looks at the days after it.

    Raises:
        UsageError: it is no day, or the last of the calendar.
    """
    day = day_named(value, today, _)
    if day == date.max:
        raise UsageError(_("--on: {day} is the last date that can be handled; choose an earlier one.", day=day))
    return day


def output_named(value: str, endings: Sequence[str], _: Translator, *, source: str, option: str = "-o") -> str:
    """The file that an argument names for the output; a name without an ending is taken as it is.

    Args:
        value: the argument.
        endings: those that the name may have, so that no file says it is of another kind.
        _: the words.
        source: the file that is read, which is not to be replaced.
        option: the option whose value it is.

    Raises:
        UsageError: it has another ending, or is the file that is read.
    """
    path = Path(value)
    if path.suffix and not has_ending(path, *endings):
        message = N_("{option}: “{name}” ends in {ending}, but the output is {allowed}; name it “{better}”.")
        kind = path.suffix[1:].isalpha()
        better = path.with_suffix(endings[0]) if kind else with_ending(path, endings)
        raise UsageError(
            _(
                message,
                option=option,
                name=seen(value),
                ending=seen(path.suffix),
                allowed=_.alternatives(list(endings)),
                better=seen(str(better)),
            )
        )
    with suppress(OSError, ValueError):  # what is not there is not the same file
        if path.is_file() and path.samefile(source):
            raise UsageError(
                _("{option}: “{name}” is the input file; choose another name.", option=option, name=seen(value))
            )
    return value


def _unknown(name: str, known: Sequence[str], _: Translator) -> str:
    if not name.startswith("-"):
        return _("Unexpected argument “{argument}”.", argument=seen(name))
    sentence = _("There is no option {option}.", option=seen(name))
    if near := nearest(name, known):
        return _("{sentence} Did you mean “{nearest}”?", sentence=sentence, nearest=near)
    return sentence


class _Help(argparse.HelpFormatter):
    """Help whose headings are in the user's language, and whose lines are as wide as they show."""

    def __init__(self, prog: str, _: Translator) -> None:
        super().__init__(prog, max_help_position=32)
        self._words = _

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._words(N_("Usage: ")) if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(f"{indent}{line}" for line in wrapped(text, width - len(indent)))
