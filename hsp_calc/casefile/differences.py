"""What two states of a case say differently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hsp_calc.casefile.case import Case
from hsp_calc.casefile.serialization import case_data
from hsp_calc.validation import Path

_NOT_ENTERED = "scored_under"
"""The record of the score is made anew at each saving."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where they differ.

    Attributes:
        path: the place, as in the file.
        before: what the first says; None where it says nothing.
        after: what the second says; None where it says nothing.
    """

    path: Path
    before: object
    after: object


def differences(before: Case, after: Case) -> list[Difference]:
    """Every place where two states of a case differ, in the order of the file."""
    data = [{key: part for key, part in case_data(case).items() if key != _NOT_ENTERED} for case in (before, after)]
    return list(_between(data[0], data[1], ()))


def _between(before: Any, after: Any, path: Path) -> Iterator[Difference]:
    before, after = _like(before, after), _like(after, before)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*before, *after]):
            yield from _between(before.get(key), after.get(key), (*path, key))
    elif _has_parts(before) and _has_parts(after):
        for index in range(max(len(before), len(after))):
            was = before[index] if index < len(before) else None
            yield from _between(was, after[index] if index < len(after) else None, (*path, index))
    elif before != after:
        yield Difference(path, before, after)


def _like(value: Any, other: Any) -> Any:
    """A value; where there is none, an empty one to be compared part by part with the other."""
    if value is not None:
        return value
    return {} if isinstance(other, Mapping) and other else [] if _has_parts(other) and other else None


def _has_parts(value: object) -> bool:
    """Whether a value is a list of objects; a list of words is one answer."""
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
