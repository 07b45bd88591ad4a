"""Bringing case files of older versions up to this one: single steps on plain objects."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hsp_calc.casefile.case import FORMAT, VERSION
from hsp_calc.validation import InputError, Problem

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes an object of one version and returns it as of the next; it need not set the version."""


@dataclass(frozen=True)
class Upgrades:
    """The steps that lead to a version.

    Attributes:
        current: the version they lead to.
        steps: each by the version that it starts from; none may be missing in between.
    """

    current: int
    steps: Mapping[int, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if sorted(self.steps) != list(range(self.oldest, self.current)):
            raise ValueError("the steps do not follow one another")

    @property
    def oldest(self) -> int:
        """The oldest version that can be read."""
        return min(self.steps, default=self.current)

    def version_of(self, data: object) -> int | None:
        """The version that an object of an older one says it has; None if it is of this version, or no case at all."""
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            return None
        version = data.get("version")
        known = isinstance(version, int) and not isinstance(version, bool) and self.oldest <= version < self.current
        return version if known else None

    def applied(self, data: dict[str, Any]) -> dict[str, Any]:
        """An object as of this version; the one given stays as it is.

        Raises:
            InputError: it is not what its version says.
        """
        version = self.version_of(data)
        if version is None:
            return data
        upgraded = copy.deepcopy(data)
        try:
            for start in range(version, self.current):
                upgraded = {**self.steps[start](upgraded), "version": start + 1}
        except InputError:
            raise
        except (LookupError, TypeError, AttributeError, ValueError, ArithmeticError) as error:
            params = {"found": version, "supported": self.current}
            raise InputError([Problem("upgrade_failed", ("version",), params)]) from error
        return upgraded


UPGRADES = Upgrades(VERSION)
"""Every step there is, for example ``Upgrades(VERSION, {1: _name_the_thing})`` once there is a version 2."""
