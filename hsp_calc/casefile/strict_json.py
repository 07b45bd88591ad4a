"""JSON as the standard has it: no repeated names, no NaN, no half characters, nothing beyond bounds."""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from hsp_calc.validation import InputError, Path, Problem

_DEEPEST = 252  # levels; what stands deeper than 254 pydantic reads and does not write again
_LARGEST_TEXT = 40 * 1024**2
_MOST_VALUES = 1_000_000
_MOST_COLLECTIONS = 200_000
_LONGEST_NUMBER = 18
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
# Control characters but for tab and line ends, and half characters. A class of what is printable compiles slowly.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Possessive throughout and with the closing quote optional: however the text is broken, each sign is read once.
_TOKENS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)


def parse_json(content: bytes, *, source: str | None = None, own: bool = False) -> Any:
    """The value that a JSON file holds.

    Args:
        content: UTF-8, with or without a byte order mark.
        source: the name under which problems are reported.
        own: whether it is a file that the program keeps for itself: texts may hold half characters and control
            characters, and a whole case may stand one level deeper.

    Raises:
        InputError: the content is not JSON, or not of a kind that can be meant.
    """
    text = _text(content, _DEEPEST + own, source)
    with _told_as_no_json(source):
        value, end = _DECODER.raw_decode(text, _next(text, 0))
        _refuse_more(text, end)
    if problems := list(unmeant(value, own=own)):
        raise InputError(problems, source=source)
    return value


class JsonItems:
    """The items of a JSON list, of which the text alone is kept: each is parsed when it is asked for.

    Attributes:
        is_list: whether the text is a list; otherwise it counts as one item.
    """

    def __init__(self, content: bytes, *, source: str | None = None) -> None:
        """Go through a file; nothing of it is kept but its text.

        Args:
            content: as for ``parse_json``.
            source: the name under which problems are reported.

        Raises:
            InputError: the content is not JSON, or not of a kind that can be meant; what an item is, is not looked at.
        """
        self._text = _text(content, _DEEPEST, source)
        begin = _next(self._text, 0)
        self.is_list = self._text.startswith("[", begin)
        with _told_as_no_json(source):
            self._places = list(_places(self._text, begin)) if self.is_list else [begin]
            if not self.is_list:
                _refuse_more(self._text, _DECODER.raw_decode(self._text, begin)[1])

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)

    def item(self, index: int) -> Any:
        """The value of an item.

        Raises:
            InputError: something in it cannot be meant.
        """
        value = _DECODER.raw_decode(self._text, self._places[index])[0]
        if problems := list(unmeant(value)):
            raise InputError(problems)
        return value


def _places(text: str, begin: int) -> Iterator[int]:
    """Where the items of a list begin."""
    place = _next(text, begin + 1)
    if text.startswith("]", place):
        _refuse_more(text, place + 1)
        return
    while True:
        yield place
        end = _next(text, _DECODER.raw_decode(text, place)[1])
        if text.startswith("]", end):
            _refuse_more(text, end + 1)
            return
        if not text.startswith(",", end):
            raise json.JSONDecodeError("no comma", text, end)
        place = _next(text, end + 1)


def _next(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _refuse_more(text: str, end: int) -> None:
    if _next(text, end) != len(text):
        raise json.JSONDecodeError("more", text, _next(text, end))


@contextmanager
def _told_as_no_json(source: str | None) -> Iterator[None]:
    try:
        yield
    except json.JSONDecodeError as error:
        problem = Problem("not_json", params={"column": error.colno}, line=error.lineno)
        raise InputError([problem], source=source) from None
    except RecursionError:
        raise InputError([Problem("too_deep")], source=source) from None


def unmeant(value: object, path: Path = (), *, own: bool = False) -> Iterator[Problem]:
    """What of a value cannot be meant: repeated names, numbers beyond bounds, half and control characters."""
    if isinstance(value, str):
        if not own and _UNPRINTABLE.search(value):
            yield Problem("unprintable", path, {"value": value})
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unmeant(item, (*path, index), own=own)
    elif isinstance(value, dict):
        if isinstance(value, _Repeating):
            yield from (Problem("duplicate_key", (*path, name), {"name": name}) for name in value.repeated)
        for name, item in value.items():
            yield from unmeant(name, path, own=own)
            yield from unmeant(item, (*path, name), own=own)
    elif isinstance(value, _Beyond):
        if value.digits in _NO_NUMBERS:
            yield Problem("no_number", path, {"name": value.digits})
        else:
            yield Problem("number_out_of_bounds", path, {"value": value.digits})


class _Repeating(dict[str, object]):
    """An object with names that stand in it more than once."""

    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Beyond:
    """A number that no field can hold."""

    digits: str


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = _Repeating(found)
    repeating.repeated = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return repeating


def _text(content: bytes, deepest: int, source: str | None) -> str:
    """The text of a file, if it is not beyond measure."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([Problem("not_utf8", params={"offset": error.start})], source=source) from None
    if sys.getsizeof(text) > _LARGEST_TEXT:  # rare characters make every other one take as much memory as they do
        too_large = Problem("file_too_large", params={"megabytes": _LARGEST_TEXT // (4 * 1024**2)})
        raise InputError([too_large], source=source)
    if problem := _beyond_measure(text, deepest):
        raise InputError([problem], source=source)
    return text


def _whole(digits: str) -> int | _Beyond:
    if len(digits) > _LONGEST_NUMBER:
        return _Beyond(f"{digits[:_LONGEST_NUMBER]}…")
    return int(digits)


def _real(digits: str) -> float | _Beyond:
    number = float(digits)
    return number if math.isfinite(number) else _Beyond(digits[: _LONGEST_NUMBER * 2])


_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(object_pairs_hook=_members, parse_constant=_Beyond, parse_int=_whole, parse_float=_real)


def _beyond_measure(text: str, deepest: int) -> Problem | None:
    """What makes a text too much to be parsed at all: its depth, or the number of its values."""
    opening = text.count("[") + text.count("{")
    if opening <= deepest and text.count(",") < _MOST_VALUES:
        return None
    depth = collections = values = 0
    for token in _TOKENS.finditer(text):
        match text[token.start()]:
            case "[" | "{":
                depth += 1
                collections += 1
                values += 1
                if depth > deepest:
                    return Problem("too_deep")
            case "]" | "}":
                depth -= 1
            case ",":
                values += 1
        if values > _MOST_VALUES or collections > _MOST_COLLECTIONS:
            return Problem("too_many_values")
    return None
