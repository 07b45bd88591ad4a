"""The focus stays where the person is, when what had it can no longer be used or goes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.facts import Category
from hsp_calc.gui.lookup.search_results import HitList
from hsp_calc.gui.pages.plan.advice_panel import AdvicePanel
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, page, panel_named


def press(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


@pytest.fixture
def exams(make: Callable[[str], MainWindow], qtbot: QtBot) -> QWidget:
    window = make("en")
    window.tools.open("reference_desk", "desk.qualifications")
    desk = child(window, QWidget, "reference_desk")
    qtbot.waitUntil(desk.isActiveWindow)
    return desk


def test_after_an_exam_is_added_its_list_has_the_focus(exams: QWidget, qtbot: QtBot) -> None:
    hits = child(exams, HitList, "qualifications.hits")
    hits.setCurrentRow(3)
    press(qtbot, child(exams, QToolButton, "qualifications.add_exam"))
    assert QApplication.focusWidget() is hits
    assert hits.currentRow() == 3


def test_after_a_typed_qualification_is_added_the_next_can_be_typed(exams: QWidget, qtbot: QtBot) -> None:
    national = child(exams, QLineEdit, "qualifications.national")
    national.setText("弁理士")
    press(qtbot, child(exams, QToolButton, "qualifications.add_national"))
    assert QApplication.focusWidget() is national


def test_after_a_title_is_removed_the_one_in_its_place_has_the_focus(exams: QWidget, qtbot: QtBot) -> None:
    hits = child(exams, HitList, "qualifications.hits")
    for row in (0, 1, 2):
        hits.setCurrentRow(row)
        press(qtbot, child(exams, QToolButton, "qualifications.add_exam"))
    for left in (2, 1):
        press(qtbot, child(exams, QToolButton, "qualifications.remove.1" if left == 2 else "qualifications.remove.0"))
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == f"qualifications.remove.{left - 1}"
    press(qtbot, child(exams, QToolButton, "qualifications.remove.0"))
    assert QApplication.focusWidget() is child(exams, QLineEdit, "qualifications.search")


def test_after_a_suggestion_is_tried_the_focus_stays_with_the_advice(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("ja")
    window.files.open_sample()
    page(window, Category.ACADEMIC)
    advice = panel_named(window, AdvicePanel, "advice")
    button = child(advice, QPushButton, "try.1")
    qtbot.waitUntil(button.isVisible)
    press(qtbot, button)
    qtbot.waitUntil(lambda: not button.isVisible())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert advice.isAncestorOf(focused)
    assert focused.objectName() == f"advice.target.{advice.target}"
