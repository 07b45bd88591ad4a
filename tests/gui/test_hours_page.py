"""28 hours in the window: shifts typed by keys, read from files, taken back and kept in the case."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import load
from hsp_calc.casefile.sections import SavedShifts
from hsp_calc.casefile.serialization import case_data
from hsp_calc.gui.guide.hours_calendar import HoursCalendar
from hsp_calc.gui.guide.hours_page import HoursPage
from hsp_calc.gui.guide.pages_dialog import GuidePagesDialog
from hsp_calc.gui.guide.typed_table import TypedTable
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, finish, in_one_language, trigger, type_text

WEEK = [(f"2026-11-0{day}", "9:00", "16:00", "A") for day in range(2, 6)]
"""28 hours."""


@pytest.fixture
def opened(window: MainWindow) -> HoursPage:
    window.tools.open("status_guide", "guide.hours")
    return child(window, HoursPage, "guide.hours")


def keep(window: MainWindow, rows: object, holidays: object = ()) -> None:
    window.editor.keep(lambda case: case.with_section(SavedShifts.typed(rows, holidays)))  # type: ignore[arg-type]


def type_row(qtbot: QtBot, table: TypedTable, cells: tuple[str, ...]) -> None:
    """Type the cells of a new row, one after another."""
    table.begin_row()
    for number, cell in enumerate(cells):
        editor = table.indexWidget(table.currentIndex())
        assert isinstance(editor, QLineEdit)
        type_text(qtbot, editor, cell)
        last = number == len(cells) - 1
        qtbot.keyClick(editor, Qt.Key.Key_Return if last else Qt.Key.Key_Tab)
    QCoreApplication.processEvents()  # Return is taken later


def said(page: HoursPage, name: str) -> str:
    return child(page, QLabel, f"guide.hours.{name}").text()


def problem(table: TypedTable, row: int) -> str:
    rows = table.typed_rows
    return str(rows.data(rows.index(row - 1, rows.columnCount() - 1)))


@in_one_language
def test_shifts_are_typed_row_by_row(window: MainWindow, opened: HoursPage, qtbot: QtBot) -> None:
    for row in WEEK:
        type_row(qtbot, opened.shifts, row)
    assert window.editor.case.section(SavedShifts).row_cells == tuple(WEEK)
    assert said(opened, "verdict").startswith("✓")
    type_row(qtbot, opened.shifts, ("2026-11-08", "22:00", "0:01", "B"))
    assert said(opened, "verdict").startswith("×")
    assert "30.00" in said(opened, "worst")
    assert said(opened, "list").count("▲") == 1


@in_one_language
def test_28_hours_are_kept_and_a_minute_more_is_over(window: MainWindow, opened: HoursPage) -> None:
    keep(window, WEEK)
    assert said(opened, "verdict").startswith("✓")
    keep(window, [*WEEK, ("2026-11-06", "9:00", "9:01", "B")])
    assert said(opened, "verdict").startswith("×")
    assert said(opened, "list").count("▲") == 3


@pytest.mark.parametrize(
    ("row", "ja", "en"),
    [
        (("2026-11-31", "9:00", "10:00", ""), "2026-11-31", "2026-11-31"),
        (("2026-11-30", "37:00", "26:00", ""), "37:00", "37:00"),
        (("2026-11-30", "18:00", "9:00", ""), "15:00", "15:00"),
        (("2026-11-02", "15:00", "17:00", "B"), "重な", "overlap"),
    ],
)
def test_what_is_wrong_stands_at_its_row_and_nothing_typed_is_lost(
    window: MainWindow, opened: HoursPage, row: tuple[str, ...], ja: str, en: str
) -> None:
    keep(window, [*WEEK, row])
    told = problem(opened.shifts, 5)
    assert told.startswith("× ")
    assert (ja if window.words.language == "ja" else en) in told
    assert problem(opened.shifts, 1) == ""
    assert said(opened, "verdict").startswith("△")
    assert ("5行目" if window.words.language == "ja" else "row 5") in said(opened, "verdict")
    assert "28" not in said(opened, "verdict")
    assert not child(opened, QLabel, "guide.hours.worst").isVisible()
    assert said(opened, "list").count("▲") == 0
    assert opened.shifts.typed_rows.rows[4] == row
    assert opened.shifts.rowHeight(4) >= opened.shifts.rowHeight(0)


@in_one_language
def test_delete_takes_a_row_away_and_undo_brings_it_back(window: MainWindow, opened: HoursPage, qtbot: QtBot) -> None:
    keep(window, WEEK)
    opened.shifts.setFocus()
    opened.shifts.setCurrentIndex(opened.shifts.typed_rows.index(1, 0))
    qtbot.keyClick(opened.shifts, Qt.Key.Key_Delete)
    assert opened.shifts.typed_rows.rows == (WEEK[0], *WEEK[2:])
    window.editor.undo()
    assert opened.shifts.typed_rows.rows == tuple(WEEK)
    window.editor.undo()
    assert opened.shifts.typed_rows.rows == ()
    assert window.editor.case.shifts is None


@in_one_language
def test_holidays_are_typed_and_judged_by_8_hours(window: MainWindow, opened: HoursPage, qtbot: QtBot) -> None:
    keep(window, [("2026-12-24", "9:00", "17:01", "A")])
    assert said(opened, "verdict").startswith("✓")
    type_row(qtbot, opened.holidays, ("2026-12-20", "2027-01-07"))
    assert said(opened, "verdict").startswith("×")
    type_row(qtbot, opened.holidays, ("2026-08-31", "2026-07-20"))
    assert problem(opened.holidays, 2).startswith("× ")
    assert said(opened, "verdict").startswith("△")


@in_one_language
def test_a_case_with_shifts_is_saved_and_opened_again(window: MainWindow, opened: HoursPage, tmp_path: Path) -> None:
    keep(window, [*WEEK, ("soon", "9", "", "")], [("2026-12-20", "")])
    path = tmp_path / "student.hspcase"
    window.editor.save(path)
    kept = load(path).cases[0].section(SavedShifts)
    assert kept.row_cells == opened.shifts.typed_rows.rows
    assert kept.holiday_cells == (("2026-12-20", ""),)


@in_one_language
def test_a_dropped_file_is_read_beneath_the_rows_and_its_wrong_rows_are_kept(
    window: MainWindow, opened: HoursPage, tmp_path: Path
) -> None:
    keep(window, WEEK[:1])
    path = tmp_path / "勤務.csv"
    path.write_bytes("employer,date,start,end\r\n喫茶,2026-11-10,9:00,x\r\n".encode("cp932"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, no_key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    opened.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, no_key))
    assert opened.shifts.typed_rows.rows == (WEEK[0], ("2026-11-10", "9:00", "x", "喫茶"))
    assert "x" in problem(opened.shifts, 2)


def test_a_file_that_is_no_table_of_shifts_is_told_with_its_line(
    opened: HoursPage, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("date,start,end,employer\n2026-11-02,9:00\n")
    opened.read_csv(path)
    assert "notes.csv:2" in said(opened, "message")
    opened.read_csv(tmp_path / "none.csv")
    assert "none.csv" in said(opened, "message")
    assert not window.editor.modified


@in_one_language
def test_shifts_and_the_calendar_are_written(
    window: MainWindow, opened: HoursPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, [*WEEK, ("2026-11-08", "9:00", "12:00", 'Bar "B", Ginza')])
    for name, suffix in (("write", "csv"), ("picture", "png")):
        path = tmp_path / f"out.{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, at=path: (str(at), ""))
        qtbot.mouseClick(child(opened, QPushButton, f"guide.hours.{name}"), Qt.MouseButton.LeftButton)
    before = opened.shifts.typed_rows.rows
    keep(window, ())
    opened.read_csv(tmp_path / "out.csv")
    assert opened.shifts.typed_rows.rows == before
    assert not QImage(str(tmp_path / "out.png")).isNull()


def test_the_calendar_shows_the_worst_days_and_says_the_same_in_words(window: MainWindow, opened: HoursPage) -> None:
    keep(window, [*WEEK, ("2026-11-06", "22:00", "5:00", "B")])
    calendar = child(opened, HoursCalendar, "guide.hours.calendar")
    days = {day.day.isoformat(): day for month in calendar.months for week in month.weeks for day in week if day}
    assert days["2026-11-07"].minutes == 300
    assert [name for name, day in days.items() if day.worst] == [f"2026-11-0{day}" for day in range(2, 9)]
    assert days["2026-11-02"].over
    assert not days["2026-11-09"].over
    assert calendar.accessibleDescription().count("▲") == said(opened, "list").count("▲") > 0


def test_shifts_that_cannot_be_read_stay_until_one_starts_anew(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    window.editor.keep(lambda case: case.model_copy(update={"shifts": SavedShifts.kept_as({"rows": 3})}))
    window.tools.open("status_guide", "guide.hours")
    page = child(window, HoursPage, "guide.hours")
    assert "cannot be read" in said(page, "broken")
    qtbot.mouseClick(child(page, QPushButton, "guide.hours.anew"), Qt.MouseButton.LeftButton)
    assert window.editor.case.shifts is None
    window.editor.undo()
    assert case_data(window.editor.case)["shifts"] == {"rows": 3}


def test_the_page_is_saved_as_pdf_and_goes_with_the_summary_where_it_is_chosen(
    window: MainWindow, opened: HoursPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, [*WEEK, ("2026-11-06", "9:00", "9:01", "B")])
    path = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    qtbot.mouseClick(child(opened, QPushButton, "guide.hours.save_pdf"), Qt.MouseButton.LeftButton)
    finish(window)
    assert len(PdfReader(path).pages) == 1
    for ticked, pages in ((True, 2), (None, 2), (False, 1)):
        trigger(window, "summary")
        dialog = child(window, GuidePagesDialog, "guide_pages")
        box = child(dialog, QCheckBox, "guide_pages.hours")
        if ticked is not None:
            box.setFocus()
            qtbot.keyClick(box, Qt.Key.Key_Space)
        dialog.accept()
        finish(window)
        assert len(PdfReader(path).pages) == pages
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("name", ["underlying", "activity", "benefits", "employer"])
def test_every_page_of_the_guide_is_saved_as_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / f"{name}.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    window.tools.open("status_guide", f"guide.{name}")
    qtbot.mouseClick(child(window, QPushButton, f"guide.{name}.save_pdf"), Qt.MouseButton.LeftButton)
    finish(window)
    pages = PdfReader(path).pages
    assert "2026" in pages[0].extract_text()
    assert len(pages) <= 2
