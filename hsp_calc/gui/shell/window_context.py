"""What the panels that look ahead ask of the window. Plain Python, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hsp_calc.facts import Category
from hsp_calc.text import Translator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Export = Callable[[str, str, str, Callable[[Path], None]], object]
"""Asks for a file by a title, a suffix for its name and the kinds of files, and has it written."""


@dataclass(frozen=True, slots=True)
class WindowContext:
    """What the panels that look ahead ask of the window.

    Attributes:
        category: the open category.
        words: what is said with.
        set_day: takes another reference date.
        export: writes a file that the user names.
        ask_since: opens since when an answer is true, beside a widget.
        ask_earlier: opens the statuses of residence before the present one.
    """

    category: Callable[[], Category]
    words: Callable[[], Translator]
    set_day: Callable[[date], None]
    export: Export
    ask_since: "Callable[[Category, str, QWidget], None]"
    ask_earlier: Callable[[], None]
