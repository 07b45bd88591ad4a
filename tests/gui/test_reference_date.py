"""The reference date is part of undo, and today follows the calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QObject, Qt
from PySide6.QtWidgets import QApplication, QDateEdit
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Case
from hsp_calc.gui.shell.day_clock import DayClock
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.conftest import TODAY
from tests.gui.driving import child, in_one_language

pytestmark = in_one_language
TOMORROW = date(2026, 11, 23)
PLANNED = date(2027, 3, 1)


def shown(window: MainWindow) -> date:
    day = child(window, QDateEdit, "reference_date").date()
    return date(day.year(), day.month(), day.day())


def choose(window: MainWindow, day: date) -> None:
    child(window, QDateEdit, "reference_date").setDate(QDate(day.year, day.month, day.day))


def typed(window: MainWindow, text: str, qtbot: QtBot, *, leave: bool = True) -> QDateEdit:
    box = child(window, QDateEdit, "reference_date")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    if text.isascii():
        qtbot.keyClicks(box, text)  # keys go to the input that has the focus, and not to the line within it
    else:
        box.lineEdit().insert(text)
    if leave:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    return box


WRITTEN = ["2027-03-01", "2027/3/1", "20270301", "R9.3.1", "令和9年3月1日", "２０２７年３月１日", "1 March 2027"]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_reference_date_is_read_in_every_way_in_which_days_are_written(
    window: MainWindow, qtbot: QtBot, written: str
) -> None:
    box = typed(window, written, qtbot)
    assert (window.editor.day, shown(window), box.text()) == (PLANNED, PLANNED, "2027-03-01")


@pytest.mark.parametrize("written", WRITTEN)
def test_a_reference_date_counts_before_its_input_is_left(window: MainWindow, qtbot: QtBot, written: str) -> None:
    box = typed(window, written, qtbot, leave=False)
    assert window.editor.day == PLANNED
    assert box.lineEdit().text() == written


def test_keys_step_through_the_days_as_before(window: MainWindow, qtbot: QtBot) -> None:
    box = typed(window, "R9.3.1", qtbot, leave=False)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert window.editor.day > PLANNED
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert (window.editor.day, box.text()) == (PLANNED, "2027-03-01")


@pytest.mark.parametrize("written", ["2027-02-30", "R99", "next week", "3027-03-01"])
def test_what_is_no_day_is_named_with_the_way_to_write_it(window: MainWindow, qtbot: QtBot, written: str) -> None:
    box = typed(window, written, qtbot)
    assert (window.editor.day, box.text()) == (TODAY, TODAY.isoformat())
    said = window.statusBar().currentMessage()
    assert written in said
    assert "2026-11-01" in said


def test_nothing_is_exported_while_the_reference_date_is_no_day(window: MainWindow, qtbot: QtBot) -> None:
    typed(window, "R99", qtbot, leave=False)
    window.actions_["export_pdf"].trigger()
    assert "R99" in window.statusBar().currentMessage()
    assert QApplication.activeModalWidget() is None


def test_undo_takes_a_reference_date_back_and_redo_brings_it_again(window: MainWindow) -> None:
    window.editor.set_fact("japanese", "n1")
    choose(window, PLANNED)
    window.editor.undo()
    assert (window.editor.day, shown(window)) == (TODAY, TODAY)
    assert window.editor.facts.japanese == "n1"
    window.editor.redo()
    assert (window.editor.day, shown(window)) == (PLANNED, PLANNED)
    window.editor.undo()
    window.editor.undo()
    assert window.editor.facts.japanese is None


def test_dates_gone_through_are_one_step(window: MainWindow) -> None:
    for day in range(1, 6):
        choose(window, date(2027, 3, day))
    window.editor.undo()
    assert window.editor.day == TODAY
    assert not window.editor.can_undo


def test_another_date_is_no_change_of_the_case(window: MainWindow) -> None:
    choose(window, PLANNED)
    assert not window.editor.modified
    window.open_case(Case(), None)
    assert window.editor.day == PLANNED


def test_who_looks_at_today_goes_on_with_the_next_day(window: MainWindow) -> None:
    window.editor.set_today(TOMORROW)
    assert (window.editor.day, shown(window)) == (TOMORROW, TOMORROW)
    assert not window.editor.can_undo


def test_a_chosen_date_stays_and_undo_leads_to_the_new_today(window: MainWindow) -> None:
    choose(window, PLANNED)
    window.editor.set_today(TOMORROW)
    assert shown(window) == PLANNED
    window.editor.undo()
    assert shown(window) == TOMORROW


def test_a_date_chosen_by_hand_that_is_today_is_today(window: MainWindow) -> None:
    choose(window, PLANNED)
    choose(window, TODAY)
    window.editor.set_today(TOMORROW)
    assert shown(window) == TOMORROW


def test_the_clock_tells_a_new_day_once(window: MainWindow, qtbot: QtBot) -> None:
    days, parent = [TODAY], QObject(window)
    clock = DayClock(lambda: days[-1], parent)
    told: list[date] = []
    clock.changed.connect(told.append)
    clock.look()
    assert told == []
    days.append(TOMORROW)
    with qtbot.waitSignal(clock.changed):
        window.windowHandle().requestActivate()
        clock.look()
    clock.look()
    assert told == [TOMORROW]
