"""What the panels that look ahead ask of the window. Plain Python, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hsp_calc.facts import Category
from hsp_calc.text import Words

Export = Callable[[str, str, str, Callable[[Path], None]], object]
"""Asks for a file by a title, a suffix for its name and the kinds of files, and has it written."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the panels that look ahead ask of the window.

    Attributes:
        category: the open category.
        words: what is said with.
        set_day: takes another reference date.
        export: writes a file that the user names.
    """

    category: Callable[[], Category]
    words: Callable[[], Words]
    set_day: Callable[[date], None]
    export: Export
