"""Starts the program: a command of the command line, or the window."""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from hsp_calc.startup import begin_startup, finish_startup

_CASE_FILES = ".hspcase"
_DRAW_LOGO = "--draw-logo"
"""What a bundle, which has no interpreter beside it, starts itself with to draw a logo apart."""


def main() -> int:
    """Run the command that the command line names; without one, open the window."""
    begin_startup()
    arguments = sys.argv[1:]
    if arguments[:1] == [_DRAW_LOGO]:
        return _draw_logo(arguments[1:])
    from hsp_calc import cli  # noqa: PLC0415  # after that

    if is_for_window(arguments):
        return _open_window(arguments)
    finish_startup()
    return cli.main(arguments)


def window() -> int:
    """Open the window, whatever the arguments: the program without a terminal."""
    begin_startup()
    if sys.argv[1:2] == [_DRAW_LOGO]:
        return _draw_logo(sys.argv[2:])
    return _open_window(sys.argv[1:])


def is_for_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for the window: no command, or nothing but a file to open."""
    from hsp_calc import cli  # noqa: PLC0415  # not before the start is set up
    from hsp_calc.text import UnknownLanguageError, take_language  # noqa: PLC0415  # as above

    try:
        _language, rest = take_language(arguments)
    except UnknownLanguageError:
        return False
    match rest:
        case []:
            return True
        case [file] if file not in cli.COMMANDS:
            return file.lower().endswith(_CASE_FILES) or Path(file).is_file()
        case _:
            return False


def _draw_logo(files: Sequence[str]) -> int:
    drawing = importlib.import_module("hsp_calc.output.logo_drawing")
    return cast("int", drawing.main(*files))


def _open_window(arguments: Sequence[str]) -> int:
    gui = importlib.import_module("hsp_calc.gui")  # by name, so that nothing but this depends on Qt
    return cast("int", gui.main(list(arguments)))


if __name__ == "__main__":
    sys.exit(main())
