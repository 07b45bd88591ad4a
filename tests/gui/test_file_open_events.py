"""A file that the system hands over while the program runs, as macOS does with one that is double-clicked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Case, load
from hsp_calc.gui.shell import file_open_events
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.locations import resources
from tests.gui.driving import child


@pytest.fixture
def watched(window: MainWindow, qapp: QApplication) -> Iterator[MainWindow]:
    """A window that opens what is handed over."""
    filter_ = file_open_events.watch(qapp, window.files.open_asking)
    yield window
    qapp.removeEventFilter(filter_)
    filter_.deleteLater()


@pytest.fixture
def handed_over(tmp_path: Path) -> Path:
    """The sample, in a folder whose name has a space and Japanese in it."""
    folder = tmp_path / "高度 専門職"
    folder.mkdir()
    path = folder / "engineer.hspcase"
    path.write_bytes((resources() / "samples" / "engineer.hspcase").read_bytes())
    return path


def test_the_file_that_is_handed_over_is_opened(
    watched: MainWindow, qapp: QApplication, handed_over: Path, qtbot: QtBot
) -> None:
    qapp.postEvent(qapp, QFileOpenEvent(str(handed_over)))
    qtbot.waitUntil(lambda: watched.editor.path == handed_over)
    assert watched.editor.case == load(handed_over).cases[0]


def test_what_was_entered_is_not_lost_to_the_file_that_is_handed_over(
    watched: MainWindow, qapp: QApplication, handed_over: Path
) -> None:
    watched.editor.set_fact("annual_salary_yen", 5_000_000)
    entered = watched.editor.case
    qapp.sendEvent(qapp, QFileOpenEvent(str(handed_over)))
    assert watched.editor.case == entered
    question = child(watched, QMessageBox, "unsaved_changes")
    question.button(QMessageBox.StandardButton.Discard).click()
    assert watched.editor.path == handed_over


def test_an_address_that_is_no_file_of_this_computer_opens_nothing(watched: MainWindow, qapp: QApplication) -> None:
    qapp.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.com/engineer.hspcase")))
    assert watched.editor.case == Case()
    assert watched.findChildren(QMessageBox) == []
