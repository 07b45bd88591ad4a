"""``validate``: every problem of a facts, case or rule file."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hsp_calc.cli.context import DONE, Context, FileError
from hsp_calc.cli.usage import Parser, file_argument, required
from hsp_calc.rules import load_table

_RULE_FILES = frozenset({".yaml", ".yml"})


def run(arguments: Sequence[str], context: Context) -> int:
    """Read a file and say what is wrong with it."""
    _ = context.words
    parser = Parser("validate", _("Every problem of a facts, case or rule file."), _)
    file_argument(
        parser, _, help_text=_("facts, a case or a list (JSON), or a rule table (.yaml); - is standard input")
    )
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    if Path(file).suffix.lower() in _RULE_FILES:
        try:
            load_table(Path(file))
        except OSError as error:
            raise FileError(error, _, name=file) from error
    else:
        context.load(file)
    sys.stdout.write(_("no problems") + "\n")
    return DONE
