"""The man page: its texts are beside this file, and what each command takes is what the command itself says."""

import io
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

from hsp_calc import cli

TEXTS = {"en": "hsp-calc.1.in", "ja": "hsp-calc.ja.1.in"}
_FOLDER = Path(__file__).resolve().parent


def page(language: str, *, version: str, day: date) -> str:
    """The man page in a language, as roff.

    Args:
        language: ``en`` or ``ja``.
        version: the version of the program.
        day: the day of the release.
    """
    text = (_FOLDER / TEXTS[language]).read_text(encoding="utf-8")
    commands = "\n".join(_command(name, language) for name in cli.COMMANDS)
    return text.replace("@COMMANDS@", commands).replace("@VERSION@", version).replace("@DATE@", day.isoformat())


def _command(name: str, language: str) -> str:
    """A section on a command: its help, line by line as it is."""
    written = io.StringIO()
    with redirect_stdout(written):
        cli.main([name, "--help", "--lang", language])
    return f".SS {name}\n.nf\n{_verbatim(written.getvalue().strip())}\n.fi"


def _verbatim(text: str) -> str:
    r"""A text as roff shows it unchanged: ``\`` and ``-`` mean themselves, and no line begins a request."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())
