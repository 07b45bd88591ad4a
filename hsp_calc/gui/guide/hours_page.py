"""``HoursPage``: shifts typed in or read from a file, against the 28-hour rule."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout

from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile import read_bytes, write_atomically
from hsp_calc.casefile.sections import LONGEST_CELL, MOST_ROWS, SavedShifts
from hsp_calc.gui.guide.guide_page import GuidePage
from hsp_calc.gui.guide.hours_calendar import HoursCalendar
from hsp_calc.gui.guide.typed_table import Rows, TypedTable
from hsp_calc.gui.widgets.flow import Flow, Prose
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.guide.months import months_of
from hsp_calc.guide.saved_shifts import kept_holidays, kept_shifts, typed_rows
from hsp_calc.guide.shifts import csv_of, read_rows
from hsp_calc.guide.weekly_hours import weigh
from hsp_calc.text import N_, Translator, describe, describe_os_error, seen
from hsp_calc.text.shifts_text import (
    COLUMN_TITLES,
    SENTENCES,
    hours_list,
    hours_verdict,
    no_verdict,
    shift_sentence,
    worst_sentence,
)
from hsp_calc.validation import InputError, Problem

if TYPE_CHECKING:
    from hsp_calc.gui.shell.file_actions import FileActions

_HOLIDAY_COLUMNS = {"from": N_("First day"), "to": N_("Last day")}
_STATEMENTS = ("limit", "all_employers", "holidays", "holiday_windows", "time_card", "no_adult_entertainment", "ends")
_SHIFTS_HEIGHT, _HOLIDAYS_HEIGHT = 240, 110


class HoursPage(GuidePage):
    """The verdict in sight, the shifts and holidays in tables, the days as a calendar and as a list."""

    def __init__(
        self, inquiry: GuidePresenter, files: "FileActions", save_pdf: Callable[[], object] | None = None
    ) -> None:
        """Make the page.

        Args:
            inquiry: the case.
            files: ask where to write.
            save_pdf: saves it as PDF; without it there is no button.
        """
        super().__init__("guide.hours", inquiry)
        self.setAcceptDrops(True)
        self._files = files
        self._verdict, self._worst = Label("section", wrap=True), Label(wrap=True)
        self._message = Label("bad", wrap=True)
        for name, label in (("verdict", self._verdict), ("worst", self._worst), ("message", self._message)):
            label.setObjectName(f"guide.hours.{name}")
            self.head.addWidget(label)
        self._message.hide()
        self._buttons: dict[str, QPushButton] = {}
        self._titles = {name: Label("section") for name in ("shifts", "holidays", "calendar", "rule")}
        self.shifts = TypedTable("guide.hours.shifts", (104, 64, 64, 140), self._keep_rows)
        self.holidays = TypedTable("guide.hours.holidays", (120, 120), self._keep_holidays)
        self._hint = Label("muted", wrap=True)
        column = self._card("shifts")
        column.addWidget(self._hint)
        column.addWidget(self.shifts)
        self.shifts.setFixedHeight(_SHIFTS_HEIGHT)
        self._add_buttons(
            column,
            {
                "add": self.shifts.begin_row,
                "remove": self.shifts.remove_chosen,
                "read": self._ask_for_csv,
                "write": self._write_csv,
            },
        )
        column = self._card("holidays")
        column.addWidget(self.holidays)
        self.holidays.setFixedHeight(_HOLIDAYS_HEIGHT)
        self._calendar, self._list = HoursCalendar(), Prose("guide.hours.list")
        self._key = Label("muted", wrap=True)
        column = self._card("calendar")
        column.addWidget(self._calendar)
        column.addWidget(self._key)
        column.addWidget(self._list)
        actions: dict[str, Callable[[], object]] = {"picture": self._write_picture}
        if save_pdf is not None:
            actions["save_pdf"] = save_pdf
        self._add_buttons(column, actions)
        self._rule = Prose("guide.hours.rule")
        self._card("rule").addWidget(self._rule)

    def _card(self, name: str) -> QVBoxLayout:
        frame, column = card()
        column.addWidget(self._titles[name])
        self.body.addWidget(frame)
        return column

    def _add_buttons(self, column: QVBoxLayout, slots: Mapping[str, Callable[[], object]]) -> None:
        line = Flow(GRID)
        for name, slot in slots.items():
            button = self._buttons[name] = QPushButton()
            button.setObjectName(f"guide.hours.{name}")
            button.clicked.connect(lambda _checked, do=slot: do())
            line.addWidget(button)
        column.addLayout(line)

    # Words -----------------------------------------------------------------------------------------------------

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("28 hours")

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        texts = {
            "add": _("Add a shift"),
            "remove": _("Remove the chosen rows"),
            "read": _("Read CSV…"),
            "write": _("Write CSV…"),
            "picture": _("Save the calendar as a picture…"),
            "save_pdf": _("Save as PDF…"),
        }
        for name, button in self._buttons.items():
            button.setText(texts[name])
        titles = {
            "shifts": _("Shifts"),
            "holidays": _("Long holidays of the school"),
            "calendar": _("Calendar"),
            "rule": _("The rule"),
        }
        for name, label in self._titles.items():
            label.setText(titles[name])
        self._hint.setText(
            _(
                "Enter dates like 2026-11-22 or 2026/11/22 and times like 9:30. A shift past midnight ends "
                "the next day: 22:00 to 5:00, or 22:00 to 29:00."
            )
        )
        self._key.setText(_("Outlined: the seven days with most hours. ▲: over a limit. Tinted: long holiday."))
        problem = _("What to correct")
        self.shifts.typed_rows.set_titles([*(_(title) for title in COLUMN_TITLES.values()), problem])
        self.holidays.typed_rows.set_titles([*(_(title) for title in _HOLIDAY_COLUMNS.values()), problem])
        self.shifts.setAccessibleName(_("Shifts"))
        self.holidays.setAccessibleName(_("Long holidays of the school"))
        self._tell("")
        super().retranslate(_)

    # What is shown ---------------------------------------------------------------------------------------------

    def discard(self) -> None:
        """Drop shifts that cannot be read; undo brings them back."""
        self.inquiry.keep_shifts(SavedShifts())

    def prepared(self, citing: Citing, _: Translator) -> Callable[[], None]:
        """What shows the shifts of the case.

        Raises:
            InputError: they are malformed.
        """
        kept = self.inquiry.shifts()
        return lambda: self._show(kept, citing, _)

    def _show(self, kept: SavedShifts, citing: Citing, _: Translator) -> None:
        page = self.inquiry.guide.hours
        shifts, wrong_shifts = kept_shifts(kept)
        ranges, wrong_ranges = kept_holidays(kept)
        found = weigh(shifts, ranges, page)
        for table, cells, wrong in (
            (self.shifts, kept.row_cells, wrong_shifts),
            (self.holidays, kept.holiday_cells, wrong_ranges),
        ):
            table.typed_rows.set_theme(self.theme)
            table.show_rows(cells, _by_row(wrong, _))
        none_yet = no_verdict(wrong_shifts, wrong_ranges, _)
        sign = "△ " if none_yet else "" if found.worst is None else "✓ " if found.keeps_the_rule else "× "
        self._verdict.setText(f"{sign}{none_yet or hours_verdict(found, _)}")
        self._verdict.set_role("warn" if none_yet else "section" if found.keeps_the_rule else "bad")
        self._worst.setText(worst_sentence(found, _))
        self._worst.setVisible(found.worst is not None and not none_yet)
        said = [] if none_yet else hours_list(found, _)
        self._calendar.show_months(months_of(found, ranges), "\n".join(said), self.theme, _)
        self._list.setText("".join(f'<p style="margin:0 0 3px 0">{line}</p>' for line in said))
        self._rule.setText(citing.listed("", (page.statements[name] for name in _STATEMENTS)))
        self.show_foot(citing.foot(page))

    def _tell(self, message: str) -> None:
        """Say what went wrong, until something goes right."""
        self._message.setText(message)
        self._message.setVisible(bool(message))
        self.place_head()

    # What is entered -------------------------------------------------------------------------------------------

    def _keep_rows(self, rows: Rows) -> None:
        self._keep(rows, self.holidays.typed_rows.rows)

    def _keep_holidays(self, rows: Rows) -> None:
        self._keep(self.shifts.typed_rows.rows, rows)

    def _keep(self, rows: Sequence[Sequence[str]], holidays: Sequence[Sequence[str]]) -> None:
        try:
            kept = SavedShifts.typed(rows, holidays)
        except ValidationError:  # a cell or the list is too long
            _ = self.inquiry.words
            self._tell(_("A cell is longer than {count} characters; shorten it.", count=LONGEST_CELL))
            return
        self._tell("")
        self.inquiry.keep_shifts(kept)

    # Files -----------------------------------------------------------------------------------------------------

    def _ask_for_csv(self) -> None:
        _ = self.inquiry.words
        name, _kind = QFileDialog.getOpenFileName(self, _("Read CSV…"), "", f"{_('CSV files')} (*.csv);;(*)")
        if name:
            self.read_csv(Path(name))

    def read_csv(self, path: Path) -> None:
        """Put the shifts of a file beneath those that are there; what is wrong with a row stands beside it."""
        _ = self.inquiry.words
        try:
            table = read_rows(read_bytes(str(path)), source=path.name)
        except InputError as error:
            self._tell("\n".join(_at_line(problem, path.name, _) for problem in error.problems))
            return
        except OSError as error:
            self._tell(describe_os_error(error, _, name=str(path)))
            return
        cells = [(row.date, row.start, row.end, row.employer) for row in table.rows]
        both = [*self.shifts.typed_rows.rows, *cells]
        if len(both) > MOST_ROWS:
            self._tell(_("There would be more than {count} shifts; choose a shorter file.", count=MOST_ROWS))
            return
        self._keep(both, self.holidays.typed_rows.rows)
        if table.passed_over:
            self._tell(_("Columns ignored: {names}.", names=_.listed(seen(name) for name in table.passed_over)))

    def _write_csv(self) -> None:
        _ = self.inquiry.words
        content = csv_of(typed_rows(self.inquiry.shifts()))
        self._files.export(
            _("Write CSV…"),
            ".csv",
            f"{_('CSV files')} (*.csv)",
            lambda path: write_atomically(path, content),
            kind="shifts",
        )

    def _write_picture(self) -> None:
        _ = self.inquiry.words
        self._files.export(
            _("Save the calendar as a picture…"),
            ".png",
            f"{_('PNG pictures')} (*.png)",
            lambda path: write_atomically(path, self._calendar.picture()),
            kind="hours",
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of shifts."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        if (path := _dropped(event)) is not None:
            event.acceptProposedAction()
            self.read_csv(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The file of shifts that is dropped; None if it is something else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".csv" else None


def _by_row(problems: Sequence[Problem], _: Translator) -> dict[int, str]:
    """What is wrong with each row."""
    said: dict[int, str] = {}
    for problem in problems:
        row = problem.line or 0
        sentence = shift_sentence(problem, _, COLUMN_TITLES)
        said[row] = f"{said[row]} {sentence}" if row in said else sentence
    return said


def _at_line(problem: Problem, name: str, _: Translator) -> str:
    if problem.code not in SENTENCES:
        return describe(problem, _)
    place = name if problem.line is None else f"{name}:{problem.line}"
    return _("{place}: {sentence}", place=place, sentence=shift_sentence(problem, _))
