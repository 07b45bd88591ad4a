"""The password of a protected case on the command line: from a file or asked for, never an argument.

Other programs of the machine can read the arguments of a program, and a shell keeps them.
"""

import getpass
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from hsp_calc.casefile import STANDARD_INPUT
from hsp_calc.cli.usage import Parser
from hsp_calc.text import Translator, seen
from hsp_calc.validation import InputError, Problem

OPTION = "--password-file"
_LARGEST_FILE = 64 * 1024
_ATTEMPTS = 3


def password_option(parser: Parser, _: Translator) -> None:
    """Let a command open protected cases."""
    parser.options.add_argument(
        OPTION,
        metavar="FILE",
        dest="password_file",
        help=_("the password of a protected case is the first line of this file; - is standard input"),
    )


def password_of_file(name: str) -> str:
    """The first line of a file, a pipe or, for ``-``, standard input.

    Raises:
        InputError: it is empty, too long or not UTF-8.
        OSError: it cannot be read.
    """
    if name == STANDARD_INPUT:
        content = sys.stdin.buffer.read(_LARGEST_FILE + 1)
    else:
        with Path(name).open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    line = content.partition(b"\n")[0].removesuffix(b"\r")
    if not line or len(content) > _LARGEST_FILE:
        raise InputError([Problem("no_password_in_file")], source=name)
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([Problem("not_utf8", params={"offset": error.start})], source=name) from None


def typed_passwords(name: str, _: Translator) -> Iterator[Callable[[], str | None]]:
    """Ways to ask for the password of a file: a few attempts at a terminal, none without one.

    Args:
        name: of the file.
        _: the words.
    """
    if _has_terminal():
        prompt = _("Password of {file}: ", file=seen(name))
        for _attempt in range(_ATTEMPTS):
            yield lambda: _typed(prompt)


def _typed(prompt: str) -> str | None:
    """What is typed, which the terminal does not show; None where the question is given up."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown as it is typed
            return getpass.getpass(prompt, stream=None) or None
    except (EOFError, getpass.GetPassWarning):
        return None


def _has_terminal() -> bool:
    """Whether somebody sits at a terminal of this program, even where standard input is something else."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    if os.name != "posix" or sys.stderr is None or not sys.stderr.isatty():
        return False
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
