"""Unsaved work is never lost: what a killed window had on the screen comes back exactly."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Applicant, Case, Protection, load, save_case
from hsp_calc.casefile.protection import MAGIC
from hsp_calc.facts import Category
from hsp_calc.gui.shell.application import make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from tests.gui.driving import child, finish, page, retype
from tests.gui.test_case_files import answer, opened

TODAY = date(2026, 11, 22)
Start = Callable[[], MainWindow]

KILLED = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.settings import Settings
folder = Path(sys.argv[1])
application = make_application()
window = make_window(
    Settings(folder / "killed.ini"), language="en", today=date(2026, 11, 22), recovery=folder / "recovery"
)
window.show()
window.editor.set_applicant("name", "Anna")
window.findChild(QLineEdit, "date_of_birth").setText("1993-05-")
application.exec()
"""


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Start:
    def start_one() -> MainWindow:
        window = make_window(
            Settings(tmp_path / "window.ini"), language="ja", today=TODAY, recovery=tmp_path / "recovery"
        )
        qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
        with qtbot.waitActive(window):
            window.show()
        window.safe.offer()
        return window

    return start_one


def copies(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "recovery").glob("*.hsprecovery"))


def kill(window: MainWindow) -> None:
    """What the system does with the lock of a process that dies; the copy stays."""
    keeper = window.safe.keeper
    keeper._timer.stop()
    recovery, keeper._recovery = keeper._recovery, None
    assert recovery is not None
    recovery._lock.release()


def press(qtbot: QtBot, dialog: QDialog, name: str) -> None:
    qtbot.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def test_what_was_on_the_screen_comes_back_exactly(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first = start()
    first.resize(1024, 700)
    retype(qtbot, first, "name", "Anna")
    retype(qtbot, page(first, Category.MANAGEMENT), "annual_salary_yen", "82OOOOO")
    child(first, QDateEdit, "reference_date").setDate(QDate(2027, 4, 1))
    first.editor.add_scenario("N1")
    first.editor.set_fact("japanese", "n1")
    child(first, QTabWidget, "panels").setCurrentIndex(1)
    area = page(first, Category.MANAGEMENT)
    assert isinstance(area, QScrollArea)
    QApplication.processEvents()
    area.verticalScrollBar().setValue(120)
    first.safe.keeper.keep()
    kill(first)

    second = start()
    second.resize(1024, 700)
    dialog = opened(second, "leftovers")
    assert not dialog.isModal()
    press(qtbot, dialog, "leftovers.restore")
    assert not dialog.isVisible()
    assert second.editor.case == first.editor.case
    assert (second.editor.day, second.editor.scenario) == (date(2027, 4, 1), 0)
    assert child(second, QDateEdit, "reference_date").date() == QDate(2027, 4, 1)
    assert child(second, QComboBox, "scenario").currentText() == "N1"
    assert child(second, QTabWidget, "categories").currentIndex() == 2
    assert child(second, QTabWidget, "panels").currentIndex() == 1
    restored = child(second, QTabWidget, "categories").currentWidget()
    assert isinstance(restored, QScrollArea)
    line = child(restored, QLineEdit, "annual_salary_yen")
    assert (line.text(), line.property("wrong")) == ("82OOOOO", True)
    qtbot.waitUntil(lambda: restored.verticalScrollBar().value() == 120)
    assert second.editor.modified
    assert len(copies(tmp_path)) == 1  # its own; that of the first is gone


def test_half_typed_text_comes_back_where_nothing_is_open(start: Start, qtbot: QtBot) -> None:
    first = start()
    first.files.open_sample()
    first.editor.set_day(date(2016, 5, 1))
    retype(qtbot, page(first, Category.MANAGEMENT), "annual_salary_yen", "82OOOOO")
    page(first, Category.TECHNICAL)
    panels = child(first, QTabWidget, "panels")
    panels.setCurrentIndex(1)
    retype(qtbot, first, "checklist.apply_on", "2026-99")
    panels.setCurrentIndex(0)
    first.safe.keeper.keep()
    kill(first)

    second = start()
    press(qtbot, opened(second, "leftovers"), "leftovers.restore")
    assert child(second, QTabWidget, "panels").currentIndex() == 0
    assert child(second, QLineEdit, "checklist.apply_on").text() == "2026-99"
    assert child(page(second, Category.MANAGEMENT), QLineEdit, "annual_salary_yen").text() == "82OOOOO"


def test_a_window_closed_before_its_first_event_keeps_nothing(start: Start, tmp_path: Path) -> None:
    start().close()
    window = make_window(Settings(tmp_path / "other.ini"), language="ja", today=TODAY, recovery=tmp_path / "unused")
    window.show()
    window.close()
    QApplication.processEvents()
    assert not (tmp_path / "unused").exists()


def test_changes_are_kept_by_themselves_and_on_a_change_of_the_focus(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    retype(qtbot, window, "name", "A")
    window.safe.keeper._timer.setInterval(10)
    qtbot.waitUntil(lambda: len(copies(tmp_path)) == 1)
    window.safe.keeper._timer.stop()
    before = copies(tmp_path)[0].read_bytes()
    retype(qtbot, window, "name", "Anna")
    window.activateWindow()
    child(window, QLineEdit, "date_of_birth").setFocus()
    qtbot.waitUntil(lambda: copies(tmp_path)[0].read_bytes() != before)


def test_nothing_stays_after_saving_or_closing_in_good_order(start: Start, tmp_path: Path) -> None:
    window = start()
    window.editor.set_applicant("name", "Anna")
    window.safe.keeper.keep()
    assert copies(tmp_path)
    window.editor.save(tmp_path / "a.hspcase")
    window.safe.keeper.keep()
    assert not copies(tmp_path)
    window.editor.set_applicant("name", "Ben")
    window.safe.keeper.keep()
    window.editor.save(tmp_path / "a.hspcase")
    window.close()
    assert list((tmp_path / "recovery").iterdir()) == []


@pytest.mark.parametrize(("answer", "left"), [("leftovers.discard", 0), ("leftovers.later", 1)])
def test_a_copy_is_discarded_or_left_for_later(
    start: Start, qtbot: QtBot, tmp_path: Path, answer: str, left: int
) -> None:
    first = start()
    first.editor.set_applicant("name", "Anna")
    first.safe.keeper.keep()
    kill(first)
    second = start()
    press(qtbot, opened(second, "leftovers"), answer)
    assert second.editor.case.applicant.name == ""
    assert len(copies(tmp_path)) == left
    third = start()
    assert bool([d for d in third.findChildren(QDialog, "leftovers") if d.isVisible()]) is bool(left)


def test_a_window_that_runs_is_not_offered(start: Start) -> None:
    first = start()
    first.editor.set_applicant("name", "Anna")
    first.safe.keeper.keep()
    second = start()
    assert second.findChildren(QDialog, "leftovers") == []


def test_the_copy_of_a_protected_case_is_encrypted_and_asks_for_the_password(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    first = start()
    first.editor.set_applicant("name", "Anna Unmistakable")
    first.editor.protect(Protection.with_password("secret"))
    first.safe.keeper.keep()
    content = copies(tmp_path)[0].read_bytes()
    assert content.startswith(MAGIC)
    assert b"Unmistakable" not in content
    kill(first)
    second = start()
    dialog = opened(second, "leftovers")
    assert child(dialog, QTreeWidget, "leftovers.list").topLevelItemCount() == 1
    press(qtbot, dialog, "leftovers.restore")
    (asked,) = dialog.findChildren(QDialog, "password_dialog")
    for password in ("wrong", "secret"):
        retype(qtbot, asked, "password", password)
        qtbot.keyClick(child(asked, QLineEdit, "password"), Qt.Key.Key_Return)
        finish(second)
    assert second.editor.case.applicant.name == "Anna Unmistakable"
    assert second.editor.protection is not None
    assert copies(tmp_path)[0].read_bytes().startswith(MAGIC)


def test_setting_a_password_encrypts_the_copy_that_was_kept_before(start: Start, tmp_path: Path) -> None:
    window = start()
    window.editor.set_applicant("name", "Anna Unmistakable")
    window.safe.keeper.keep()
    window.editor.protect(Protection.with_password("secret"))
    assert all(copy.read_bytes().startswith(MAGIC) for copy in copies(tmp_path))


def test_a_copy_that_cannot_be_kept_is_said(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start()

    def full(*_args: object, **_how: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("hsp_calc.casefile.recovery.write_atomically", full)
    window.editor.set_applicant("name", "Anna")
    window.safe.keeper.keep()
    assert window.statusBar().currentMessage()
    window.statusBar().showMessage("another")
    window.safe.keeper.keep()
    assert "another" not in window.statusBar().currentMessage()
    monkeypatch.undo()
    assert window.safe.keeper.keep()
    assert not window.statusBar().currentMessage()


def test_a_folder_of_copies_that_is_lost_is_made_again(start: Start, tmp_path: Path) -> None:
    window = start()
    window.editor.set_applicant("name", "Anna")
    assert window.safe.keeper.keep()
    shutil.rmtree(tmp_path / "recovery")
    assert window.safe.keeper.keep()
    assert len(copies(tmp_path)) == 1
    other = start()
    assert other.findChildren(QDialog, "leftovers") == []  # its lock is held anew


def test_a_password_that_is_removed_protects_the_copy_until_the_case_is_saved(start: Start, tmp_path: Path) -> None:
    window, path = start(), tmp_path / "a.hspcase"
    window.editor.set_applicant("name", "Anna")
    window.editor.protect(Protection.with_password("secret"))
    window.editor.save(path)
    window.editor.set_applicant("name", "Anna Unmistakable")
    window.editor.protect(None)
    window.safe.keeper.keep()
    assert copies(tmp_path)[0].read_bytes().startswith(MAGIC)
    window.editor.save(path)
    window.editor.set_applicant("name", "Ben")
    window.safe.keeper.keep()
    assert b"Ben" in copies(tmp_path)[0].read_bytes()


def test_a_copy_of_a_file_that_was_saved_since_replaces_nothing_unasked(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.hspcase"
    save_case(Case(applicant=Applicant(name="BEFORE")), path)
    first = start()
    first.open_file(path)
    first.editor.set_applicant("name", "MINE")
    first.safe.keeper.keep()
    kill(first)
    save_case(Case(applicant=Applicant(name="COLLEAGUE")), path)
    second = start()
    press(qtbot, opened(second, "leftovers"), "leftovers.restore")
    told = child(second, QMessageBox, "message")
    assert path.name in told.text()
    told.accept()
    assert second.editor.case.applicant.name == "MINE"
    said = answer(second, "changed_elsewhere", "cancel")
    assert not second.files.save()
    assert path.name in said[0]
    assert load(path).cases[0].applicant.name == "COLLEAGUE"


def test_a_copy_of_a_file_that_did_not_change_is_saved_without_a_question(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.hspcase"
    save_case(Case(applicant=Applicant(name="BEFORE")), path)
    first = start()
    first.open_file(path)
    first.editor.set_applicant("name", "MINE")
    first.safe.keeper.keep()
    kill(first)
    second = start()
    press(qtbot, opened(second, "leftovers"), "leftovers.restore")
    assert second.files.save()
    assert load(path).cases[0].applicant.name == "MINE"


@pytest.mark.parametrize("name", ["a.hspcase", "../a.hspcase", "/nowhere/\\0/a.hspcase", "/" + "x" * 5_000])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-99-99", "no day"])
def test_impossible_days_and_paths_stop_neither_the_start_nor_the_restoring(
    start: Start, qtbot: QtBot, tmp_path: Path, name: str, day: str
) -> None:
    path = name.replace("\\0", "\0")
    data = {
        "format": "hsp-recovery",
        "version": 1,
        "path": path,
        "modified": True,
        "view": {"day": day, "scenario": 7, "tabs": {"panels": 99}},
        "case": {"format": "hsp-case", "version": 1, "applicant": {"name": "Anna", "date_of_birth": "9999-12-31"}},
    }
    folder = tmp_path / "recovery"
    folder.mkdir()
    copy = folder / "0123456789abcdef0123456789abcdef.hsprecovery"
    copy.write_text(json.dumps(data))
    os.utime(copy, (2**40, 2**40))
    window = start()
    press(qtbot, opened(window, "leftovers"), "leftovers.restore")
    for box in window.findChildren(QMessageBox, "message"):
        box.accept()
    assert window.editor.case.applicant.name == "Anna"
    assert window.editor.path is None or str(window.editor.path) == path
    assert window.editor.path is None or window.editor.path.is_absolute()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_is_killed_loses_nothing(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], env=os.environ) as process:
        limit = time.monotonic() + 60
        while not copies(tmp_path) and time.monotonic() < limit:
            time.sleep(0.05)
        time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
    assert len(copies(tmp_path)) == 1
    window = start()
    press(qtbot, opened(window, "leftovers"), "leftovers.restore")
    assert window.editor.case.applicant.name == "Anna"
    assert child(window, QLineEdit, "date_of_birth").text() == "1993-05-"


_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QDialog
from hsp_calc.gui.shell import application as app
from hsp_calc.gui.shell.settings import Settings

folder = Path(sys.argv[1])
app.default_folder = lambda: folder / "recovery"
app.Settings = lambda: Settings(folder / "other.ini")

def run(*_arguments):
    for _turn in range(20):
        QApplication.processEvents()
    found = [dialog.objectName() for dialog in QApplication.topLevelWidgets()[0].window().findChildren(QDialog)]
    found += [widget.objectName() for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
    print("leftovers" in found)
    return 0

app.QApplication.exec = run
app.main([])
"""


def test_the_program_itself_offers_what_was_left_behind(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    first = start()
    retype(qtbot, first, "name", "Anna")
    assert first.safe.keeper.keep()
    kill(first)
    assert copies(tmp_path)
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "True"
