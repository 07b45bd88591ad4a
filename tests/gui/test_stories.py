"""Whole stories, in both languages, by keys and mouse alone."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import load
from hsp_calc.facts import Category
from hsp_calc.gui.pages.presentation import Presentation
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, finish, page, panel_named, retype, tick, total

TECHNICAL = Category.TECHNICAL


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Use an action by its keys; where it has none, as a menu does."""
    action = window.findChild(QAction, name)
    assert action is not None
    if action.shortcut().isEmpty():
        action.trigger()
    else:
        with qtbot.waitSignal(action.triggered):
            QTest.keySequence(window, action.shortcut())
    finish(window)


def choose(qtbot: QtBot, combo: QComboBox, value: str) -> None:
    """Choose by the arrow keys."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentData() != value:
        before = combo.currentIndex()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() > before, f"{value} is not offered"


def test_an_applicant_goes_from_an_empty_form_to_the_printed_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, form = tmp_path / "own.hspcase", tmp_path / "own.pdf"
    technical = page(window, TECHNICAL)
    retype(qtbot, window, "name", "MARIA SILVA")
    retype(qtbot, window, "date_of_birth", "1995/3/8")
    assert total(window, TECHNICAL) == "10"
    tick(qtbot, technical, "degrees.master")
    retype(qtbot, technical, "experience_years", "4")
    retype(qtbot, technical, "annual_salary_yen", "6,500,000")
    assert total(window, TECHNICAL) == "55"
    choose(qtbot, child(technical, QComboBox, "japanese"), "n1")
    assert total(window, TECHNICAL) == "70"
    tick(qtbot, technical, "foreign_qualification")
    assert total(window, TECHNICAL) == "75"
    press(window, qtbot, "undo")
    assert total(window, TECHNICAL) == "70"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(case), ""))
    press(window, qtbot, "save")
    assert load(case).cases[0].applicant.name == "MARIA SILVA"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(form), ""))
    press(window, qtbot, "export_pdf")
    text = "".join(pdf_page.extract_text() for pdf_page in PdfReader(form).pages)
    assert "MARIA SILVA" in text
    assert "70" in text


def test_a_scrivener_compares_two_scenarios_presents_and_exports(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, qtbot, "open_sample")
    technical = page(window, TECHNICAL)
    for name, change in (
        ("N1", lambda: choose(qtbot, child(technical, QComboBox, "japanese"), "n1")),
        ("9M", lambda: retype(qtbot, technical, "annual_salary_yen", "9M")),
    ):
        window.editor.view_scenario(None)
        monkeypatch.setattr(QInputDialog, "getText", lambda *_args, name=name, **_kwargs: (name, True))
        press(window, qtbot, "scenario.add")
        change()
    compare = panel_named(window, QTextBrowser, "compare")
    lines = compare.toPlainText().splitlines()
    assert {"N1", "9M", "80", "95", "85"} <= set(lines)
    assert sum(line.startswith("≠ ") for line in lines) == 3
    press(window, qtbot, "present")
    shown = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Presentation))
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert child(shown, QLabel, "presentation.total").text() == "90"
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    question = child(window, QMessageBox, "keep_what_if")
    qtbot.mouseClick(child(question, QPushButton, "discard"), Qt.MouseButton.LeftButton)
    assert total(window, TECHNICAL) == "85", "the presentation plays on a copy"
    path = tmp_path / "client.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    press(window, qtbot, "export_pdf")
    printed = ["".join(pdf_page.extract_text().split("\u200b")) for pdf_page in PdfReader(path).pages]
    assert any("85" in text for text in printed)
    assert all("9M" in text for text in printed), "what is not real says so on every page"
