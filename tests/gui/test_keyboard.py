"""The Tab key leads through the whole window in the order of the form, and a screen reader can name every stop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.facts import Category
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, in_one_language, page

MOST_STOPS = 400
IN_ORDER = {
    Category.ACADEMIC: ("degrees.doctor", "experience_years", "annual_salary_yen", "research.patent", "japanese"),
    Category.TECHNICAL: ("degrees.doctor", "experience_years", "annual_salary_yen", "licenses", "asset_management"),
    Category.MANAGEMENT: ("degrees.doctor", "experience_years", "annual_salary_yen", "position", "investment_100m"),
}


def stops(window: MainWindow, qtbot: QtBot) -> Iterator[QWidget]:
    """What the Tab key leads to, from the first input of the window round to it again."""
    first = child(window, QWidget, "name")
    first.setFocus()
    at = QApplication.focusWidget()
    for _ in range(MOST_STOPS):
        assert at is not None
        yield at
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is first:
            return
    pytest.fail("the Tab key does not come back")


@in_one_language
@pytest.mark.parametrize("category", Category)
def test_tab_leads_through_the_sheet_in_its_order_and_then_to_the_panels(
    window: MainWindow, qtbot: QtBot, category: Category
) -> None:
    window.files.open_sample()
    sheet = page(window, category)
    found = list(stops(window, qtbot))
    names = [stop.objectName() for stop in found]
    places = [names.index(name) for name in IN_ORDER[category]]
    assert places == sorted(places)
    within = [index for index, stop in enumerate(found) if sheet.isAncestorOf(stop)]
    assert within == list(range(within[0], within[-1] + 1))
    assert names.index("reference_date") > within[-1]
    panels = child(window, QTabWidget, "panels")
    assert min(index for index, stop in enumerate(found) if panels.isAncestorOf(stop)) > within[-1]


def test_every_stop_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    window.files.open_sample()
    nameless = [
        stop
        for stop in stops(window, qtbot)
        if not QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
    ]
    assert nameless == []
