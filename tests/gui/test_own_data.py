"""The user's own rule tables and lists in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from hsp_calc.gui.dialogs.data_dialog import DataDialog
from hsp_calc.gui.dialogs.problem_list import ProblemList
from hsp_calc.gui.pages.documents.documents_panel import DocumentsPanel
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.notice import Notice
from tests.gui.driving import child, in_one_language, panel_named, visible_texts
from tests.reference.test_universities import LIST
from tests.user_data import NEWER, folder, newer_table, put

CLICK = Qt.MouseButton.LeftButton


def listed(dialog: DataDialog, beginning: str) -> bool:
    """Whether the dialog shows a line that begins so."""
    return bool(visible_texts(dialog, lambda text: text.startswith(beginning)))


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder(tmp_path, monkeypatch)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_table_is_added_used_at_once_named_everywhere_and_removed_again(
    own: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.open_sample()
    choose(monkeypatch, put(tmp_path / "from-the-office.yaml", newer_table()))
    window.actions_["add_data"].trigger()
    assert window.editor.table is not None
    assert window.editor.table.id == NEWER
    named = f"{NEWER}.yaml"
    assert any(named in label.text() for label in window.statusBar().findChildren(QLabel))
    assert named in window._why_page()
    documents = panel_named(window, DocumentsPanel, "documents")
    assert any(named in label.text() for label in documents.findChildren(QLabel))
    window.actions_["data"].trigger()
    dialog = child(window, DataDialog, "data_in_use")
    qtbot.waitUntil(lambda: listed(dialog, named))
    qtbot.mouseClick(child(dialog, QPushButton, f"remove.{named}"), CLICK)
    assert window.editor.table.id == "hsp-2023-04-01"
    assert list((own / "rules").iterdir()) == []
    qtbot.waitUntil(lambda: not listed(dialog, named))
    assert named not in window._why_page()
    dialog.close()


def test_a_wrong_file_is_not_added_and_every_problem_has_its_line(
    window: MainWindow, tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = newer_table().replace("pass_mark: 70", "pass_mark: many").replace("verified_on:", "verified:")
    path = put(tmp_path / "wrong.yaml", text)
    choose(monkeypatch, path)
    window.actions_["add_data"].trigger()
    listed = child(child(window, ProblemList, "problems"), QPlainTextEdit, "problems.list").toPlainText()
    lines = text.splitlines()
    for wrong in ("pass_mark: many", next(line for line in lines if line.startswith("verified:"))):
        assert f"{path}:{lines.index(wrong) + 1}" in listed
    assert not own.exists()


def test_what_is_refused_is_told_in_a_notice_that_waits_for_no_answer(
    window: MainWindow, qtbot: QtBot, own: Path
) -> None:
    path = put(own / "rules" / "hsp-x.yaml", newer_table().replace("pass_mark: 70", "pass_mark: many"))
    window._desk.data.reload()
    window.own_data.tell()
    notice = child(window, Notice, "own_data")
    assert notice.isVisible()
    assert "1" in child(notice, QLabel, "own_data.text").text()
    qtbot.mouseClick(child(notice, QToolButton, "own_data.more"), CLICK)
    listed = child(window, QPlainTextEdit, "problems.list").toPlainText()
    assert f"{path}:" in listed
    window.findChild(ProblemList).close()  # type: ignore[union-attr]  # it was found above
    qtbot.mouseClick(child(notice, QToolButton, "own_data.close"), CLICK)
    assert not notice.isVisible()


def test_a_refused_file_is_listed_with_why_and_can_be_removed(window: MainWindow, qtbot: QtBot, own: Path) -> None:
    path = put(own / "rules" / "hsp-x.yaml", "- 1")
    window._desk.data.reload()
    window.actions_["data"].trigger()
    dialog = child(window, DataDialog, "data_in_use")
    qtbot.waitUntil(lambda: listed(dialog, window.words("Not used: {reason}", reason="")))
    qtbot.mouseClick(child(dialog, QPushButton, "remove.hsp-x.yaml"), CLICK)
    assert not path.exists()
    dialog.close()


@in_one_language
def test_where_all_is_well_there_is_no_notice(window: MainWindow) -> None:
    window.own_data.tell()
    assert not child(window, Notice, "own_data").isVisible()


def test_the_dialog_speaks_the_language_that_is_chosen_meanwhile(window: MainWindow, qtbot: QtBot, own: Path) -> None:
    window.actions_["data"].trigger()
    dialog = child(window, DataDialog, "data_in_use")
    for language, title in (("ja", "使用中のデータ"), ("en", "Data in use")):
        window.set_language(language)
        assert dialog.windowTitle() == title
        qtbot.waitUntil(lambda: bool(visible_texts(dialog, lambda text: str(own) in text)))
    dialog.close()


def test_a_list_of_the_users_is_named_where_it_is_looked_up(window: MainWindow, own: Path) -> None:
    put(own / "reference" / "universities-2030.yaml", LIST)
    window._desk.data.reload()
    window.tools.open("reference_desk", "desk.university")
    assert any("universities-2030.yaml" in label.text() for label in window.findChildren(QLabel))
