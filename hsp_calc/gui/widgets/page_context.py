"""``PageContext``: what the parts of a page pass on to the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hsp_calc.gui.lookup.lookup_lines import LookupLines
from hsp_calc.gui.widgets.boxes import BoxGroup
from hsp_calc.gui.widgets.since_buttons import SinceButtons


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the parts of a page pass on to the window.

    Attributes:
        group: makes the boxes and keeps them in step with the facts.
        enter: takes a fact that was typed or chosen, by its name.
        explain_row: opens the help on a row beside a widget.
        explain_fact: opens the help on a fact beside a widget.
        marks: makes the calendar marks and keeps them in step with the history.
        lines: makes the lines of what was looked up, and keeps them in step with the case.
        beside: what a button beside the input of a fact is called and opens; None where there is none.
    """

    group: BoxGroup
    enter: Callable[[str, object], None]
    explain_row: Callable[[str, QWidget], None]
    explain_fact: Callable[[str, QWidget], None]
    marks: SinceButtons
    lines: LookupLines
    beside: Callable[[str], tuple[str, Callable[[], None]] | None]
