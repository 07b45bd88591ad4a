"""Which language the user wants: as asked for on the command line, else that of the system."""

import locale
import re
from collections.abc import Mapping, Sequence

from hsp_calc.text.translator import Language

OPTION = "--lang"
_JAPANESE_LOCALE = re.compile(r"ja(panese)?(?![a-z])", re.IGNORECASE)
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class UnknownLanguageError(ValueError):
    """A language was asked for that the program does not speak.

    Attributes:
        asked: what was asked for; None if nothing followed the option.
    """

    def __init__(self, asked: str | None) -> None:
        self.asked = asked
        super().__init__(f"no language {asked!r}")


def default_language(environ: Mapping[str, str]) -> Language:
    """The language of the user's system: Japanese where it is set so, else English."""
    named = next((value for name in _LOCALE_VARIABLES if (value := environ.get(name))), None)
    wanted = named or locale.getlocale()[0] or ""
    return Language.JA if _JAPANESE_LOCALE.match(wanted) else Language.EN


def take_language(arguments: Sequence[str]) -> tuple[Language | None, list[str]]:
    """The language that ``--lang`` asks for, wherever it stands, and the other arguments.

    Raises:
        UnknownLanguageError: the program does not speak it.
    """
    rest: list[str] = []
    language: Language | None = None
    given = iter(arguments)
    for argument in given:
        if argument == "--":
            rest += [argument, *given]
        elif argument == OPTION:
            language = _named(next(given, None))
        elif argument.startswith(f"{OPTION}="):
            language = _named(argument.partition("=")[2])
        else:
            rest.append(argument)
    return language, rest


def _named(asked: str | None) -> Language:
    for language in Language:
        if asked == language:
            return language
    raise UnknownLanguageError(asked)
