"""JSON as the standard has it: no repeated names, no NaN, no half characters, nothing beyond bounds."""

import json
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

from hsp_calc.problems import InputError, Path, Problem

_LONGEST_NUMBER = 18
_LAYOUT = "\t\n\r"


def parse_json(content: bytes, *, source: str | None = None) -> Any:
    """The value that a JSON file holds.

    Args:
        content: UTF-8, with or without a byte order mark.
        source: the name under which problems are reported.

    Raises:
        InputError: the content is not JSON, or not of a kind that can be meant.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([Problem("not_utf8", params={"offset": error.start})], source=source) from None
    repeated: list[Problem] = []

    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            repeated.extend(Problem("duplicate_key", params={"name": name}) for name in found if names.count(name) > 1)
        return found

    try:
        value = json.loads(
            text,
            object_pairs_hook=members,
            parse_constant=_refuse_number,
            parse_int=_whole,
            parse_float=_real,
        )
    except json.JSONDecodeError as error:
        problem = Problem("not_json", params={"column": error.colno}, line=error.lineno)
        raise InputError([problem], source=source) from None
    except RecursionError:
        raise InputError([Problem("too_deep")], source=source) from None
    except _NumberError as error:
        raise InputError([Problem("number_out_of_bounds", params={"value": str(error)})], source=source) from None
    problems = repeated + list(_unprintable(value))
    if problems:
        raise InputError(problems, source=source)
    return value


class _NumberError(ValueError):
    pass


def _refuse_number(word: str) -> NoReturn:
    raise _NumberError(word)


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        _refuse_number(f"{digits[:_LONGEST_NUMBER]}…")
    return int(digits)


def _real(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        _refuse_number(digits[: _LONGEST_NUMBER * 2])
    return number


def _unprintable(value: object, path: Path = ()) -> Iterator[Problem]:
    """The strings that hold half characters or control characters."""
    if isinstance(value, str):
        if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in _LAYOUT for sign in value):
            yield Problem("unprintable", path, {"value": value})
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unprintable(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _unprintable(name, path)
            yield from _unprintable(item, (*path, name))
