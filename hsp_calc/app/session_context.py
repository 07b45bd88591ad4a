"""``SessionContext``: what every page and panel is given: the case, what is in view, and what it may ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.app.exports import ExportSubject
from hsp_calc.facts import Category
from hsp_calc.text import Translator


class AskForFile(Protocol):
    """Asks for a file, and has something written to it; see ``FileActions.export``."""

    def __call__(
        self, title: str, suffix: str, kinds: str, write: Callable[[Path], object], *, kind: str = ""
    ) -> object:
        """Ask by a title, a suffix for the name and the kinds of files."""


@dataclass(frozen=True, slots=True)
class SessionContext:
    """The case in the window and what surrounds it. Plain Python, no Qt.

    Attributes:
        data: the rule tables and lists.
        session: the case.
        category_in_view: tells the open category.
        words_in_use: tells what is said with.
        export: writes a file that the user names.
        ask_since: opens since when an answer is true, beside a widget.
        ask_earlier: opens the statuses of residence before the present one.
    """

    data: AppData
    session: CaseSession
    category_in_view: Callable[[], Category]
    words_in_use: Callable[[], Translator]
    export: AskForFile
    ask_since: Callable[..., None]
    ask_earlier: Callable[[], None]

    @property
    def category(self) -> Category:
        """The open category."""
        return self.category_in_view()

    @property
    def words(self) -> Translator:
        """What is said with at the moment."""
        return self.words_in_use()

    @property
    def today(self) -> date:
        """The day of the calendar."""
        return self.session.today

    def set_day(self, day: date) -> None:
        """Look at the case on another day."""
        self.session.set_day(day)

    def export_subject(self) -> ExportSubject:
        """The case as it stands, as a copy: what is typed while an export is made does not change it."""
        return ExportSubject(self.data, self.session.copy(), self.category, self.words, self.today)
