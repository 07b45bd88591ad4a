"""The window is there before its hidden pages are; nothing of them is lost by that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTabWidget
from pytestqt.qtbot import QtBot

from hsp_calc.facts import Category
from hsp_calc.gui.app import make_window
from hsp_calc.gui.category_page import CategoryPage
from hsp_calc.gui.main_window import MainWindow
from hsp_calc.gui.settings import Settings
from hsp_calc.locations import resources
from tests.gui.conftest import TODAY

SAMPLE = resources() / "samples" / "engineer.hspcase"
SALARY = "annual_salary_yen"


@pytest.fixture
def open_new(qtbot: QtBot, tmp_path: Path) -> Callable[[], MainWindow]:
    """Shows a window; the event loop has not turned since."""

    def show() -> MainWindow:
        window = make_window(Settings(tmp_path / "window.ini"), language="en", today=TODAY)
        qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
        window.show()
        return window

    return show


def pages(window: MainWindow) -> dict[Category, CategoryPage]:
    return {page.category: page for page in window.findChildren(CategoryPage)}


def salary(page: CategoryPage) -> QLineEdit:
    line = page.findChild(QLineEdit, SALARY)
    assert line is not None
    return line


def all_made(window: MainWindow, qtbot: QtBot) -> dict[Category, CategoryPage]:
    qtbot.waitUntil(lambda: set(pages(window)) == set(Category))
    return pages(window)


def test_the_first_window_has_the_open_page_and_all_three_totals(open_new: Callable[[], MainWindow]) -> None:
    new = open_new()
    assert set(pages(new)) == {Category.TECHNICAL}
    for category in Category:
        total = new.findChild(QLabel, f"total.{category.value}")
        assert total is not None
        assert total.text()


def test_the_hidden_pages_come_without_a_click(open_new: Callable[[], MainWindow], qtbot: QtBot) -> None:
    new = open_new()
    made = all_made(new, qtbot)
    assert all(salary(page) for page in made.values())
    tabs = new.findChild(QTabWidget, "categories")
    assert tabs is not None
    assert tabs.currentWidget() is made[Category.TECHNICAL]
    assert [tabs.widget(index) for index in range(tabs.count())] == [made[category] for category in Category]


def test_a_file_opened_before_the_hidden_pages_are_made_is_shown_on_all(
    open_new: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    new = open_new()
    new.open_file(SAMPLE)
    shown = {salary(page).text() for page in all_made(new, qtbot).values()}
    assert len(shown) == 1
    assert shown != {""}


def test_what_is_typed_meanwhile_is_kept_and_shown_on_all(open_new: Callable[[], MainWindow], qtbot: QtBot) -> None:
    new = open_new()
    new.editor.set_fact(SALARY, 8_200_000)
    new.editor.undo()
    new.editor.set_fact(SALARY, 6_100_000)
    made = all_made(new, qtbot)
    assert new.editor.facts.annual_salary_yen == 6_100_000
    assert len({salary(page).text() for page in made.values()}) == 1


def test_a_tab_that_is_opened_first_is_made_at_once(open_new: Callable[[], MainWindow], qtbot: QtBot) -> None:
    new = open_new()
    tabs = new.findChild(QTabWidget, "categories")
    assert tabs is not None
    tabs.setCurrentIndex(0)
    assert isinstance(tabs.currentWidget(), CategoryPage)
    qtbot.keyClick(tabs, Qt.Key.Key_Tab)
    assert len(all_made(new, qtbot)) == len(Category)


def test_language_and_theme_chosen_meanwhile_hold_for_the_pages_made_later(
    open_new: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    new = open_new()
    new.set_language("ja")
    new.set_theme("dark")
    made = all_made(new, qtbot)
    names = {salary(page).accessibleName() for page in made.values()}
    assert len(names) == 1
    assert not names.pop().isascii()
