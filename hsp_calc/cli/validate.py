"""``validate``: every problem of a facts, case or data file."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from hsp_calc.app.user_files import check_file
from hsp_calc.casefile import Loaded
from hsp_calc.cli.context import DONE, REFUSED, Context, FileError
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.usage import Parser, file_argument, required
from hsp_calc.control_characters import LINES, unseen
from hsp_calc.validation import InputError, Problem
from hsp_calc.validation import Path as Place

_RULE_FILES = frozenset({".yaml", ".yml"})
_OF_SEVERAL_LINES = frozenset({"note"})


def run(arguments: Sequence[str], context: Context) -> int:
    """Read a file and say what is wrong with it."""
    _ = context.words
    parser = Parser("validate", _("Every problem of a facts, case or data file."), _)
    file_argument(
        parser, _, help_text=_("facts, case or list file (JSON), or a data file (.yaml); - for standard input")
    )
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    if Path(file).suffix.lower() in _RULE_FILES:
        try:
            check_file(Path(file), context.data.sources.sources)
        except OSError as error:
            raise FileError(error, _, name=file) from error
    else:
        loaded = context.load(file, asked.password_file)
        if problems := [
            *_impossible_ages(loaded, context.today),
            *_unseen_signs(loaded),
            *_of_sections(loaded, context),
        ]:
            raise InputError(problems, source=file)
        if any(True for case in loaded.cases for _text in case.unread_texts()):
            return REFUSED  # loading told them
    sys.stdout.write(_("no problems") + "\n")
    return DONE


def _unseen_signs(loaded: Loaded) -> Iterator[Problem]:
    """The texts with signs that do not show: they could make a list or a terminal say what is not so."""
    for index, case in enumerate(loaded.cases):
        for problem in _unseen_in(case.model_dump(mode="json"), ()):
            yield problem.within(index) if loaded.is_list else problem


def _unseen_in(value: object, path: Place) -> Iterator[Problem]:
    if isinstance(value, str):
        lines = LINES if path and path[-1] in _OF_SEVERAL_LINES else ""
        if signs := list(unseen(value, keep=lines)):
            yield Problem("unseen_signs", path, {"value": value, "signs": ", ".join(signs)})
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _unseen_in(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unseen_in(item, (*path, index))


def _of_sections(loaded: Loaded, context: Context) -> Iterator[Problem]:
    from hsp_calc.cli.section_checks import section_problems  # noqa: PLC0415  # rule files and facts have no sections

    for index, case in enumerate(loaded.cases):
        for problem in section_problems(case, context):
            yield problem.within(index) if loaded.is_list else problem


def _impossible_ages(loaded: Loaded, today: date) -> Iterator[Problem]:
    """The dates of birth by which a person is not born today, or older than anyone: no command would take them."""
    for index, case in enumerate(loaded.cases):
        for seen in (case, *(case.within(scenario) for scenario in range(len(case.scenarios)))):
            try:
                seen.profile().facts_on(today).age_on(today)
            except InputError as error:
                yield from (problem.within(index) if loaded.is_list else problem for problem in error.problems)
                break
