"""Nothing is clipped, elided or laid over something else, at the sizes and scales that people use."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Case, load
from hsp_calc.facts import Category
from hsp_calc.gui.shell.application import make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.result_panel import ResultPanel
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.locations import resources
from tests.gui.conftest import TODAY
from tests.gui.driving import child, page

SIZES = [(1024, 700), (1280, 800), (2560, 1440)]
_SLACK = 1  # pixels that rounding may take


@pytest.fixture(scope="module", params=["ja", "en"])
def standing(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window a language, which the tests look at in turn: making one for each would take most of their time."""
    settings = Settings(tmp_path_factory.mktemp("fits") / "window.ini")
    window = make_window(settings, language=request.param, today=TODAY)
    window.show()
    qapp.processEvents()
    yield window
    window.open_case(Case(), None)
    window.close()
    window.deleteLater()


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    width, height = request.param
    return width, height


@pytest.fixture
def sized(standing: MainWindow, size: tuple[int, int], qtbot: QtBot) -> MainWindow:
    """The window in its size, with an empty case and its first panel."""
    standing.open_case(Case(), None)
    child(standing, QTabWidget, "panels").setCurrentIndex(0)
    standing.resize(*size)
    qtbot.waitUntil(lambda: (standing.width(), standing.height()) == size)
    return standing


def texts(parent: QWidget) -> Iterator[QLabel]:
    return (label for label in parent.findChildren(QLabel) if label.isVisible() and label.text())


def too_small(label: QLabel) -> bool:
    needed = label.sizeHint()
    if label.wordWrap():
        return label.height() + _SLACK < label.heightForWidth(label.width())
    return label.width() + _SLACK < needed.width() or label.height() + _SLACK < needed.height()


@pytest.mark.parametrize("category", Category)
def test_every_text_of_a_sheet_has_the_room_it_needs(sized: MainWindow, category: Category) -> None:
    tab = page(sized, category)
    QApplication.processEvents()
    assert [label.text() for label in texts(tab) if too_small(label)] == []


def test_every_text_beside_the_sheet_has_the_room_it_needs(sized: MainWindow) -> None:
    sized.files.open_sample()
    QApplication.processEvents()
    tabs = child(sized, QTabWidget, "categories")
    outside = [label for label in texts(sized) if not tabs.isAncestorOf(label) or label.parent() is tabs]
    assert [label.text() for label in outside if too_small(label)] == []


def test_buttons_and_choices_show_their_words_whole(sized: MainWindow) -> None:
    QApplication.processEvents()
    for kind in (QToolButton, QPushButton):
        for button in sized.findChildren(kind):
            if button.isVisible() and button.text():
                assert button.width() + _SLACK >= button.sizeHint().width(), button.text()


def test_the_verdict_has_room_in_a_window_that_just_came_up(make: Callable[[str], MainWindow]) -> None:
    for language in ("ja", "en"):
        window = make(language)
        result = window.findChild(ResultPanel)
        assert result is not None
        for _turn in range(3):
            QApplication.processEvents()
        assert [label.text() for label in texts(result) if too_small(label)] == []


@pytest.mark.parametrize("category", Category)
def test_the_verdict_has_the_room_it_needs_whatever_it_says(sized: MainWindow, category: Category) -> None:
    page(sized, category)
    result = sized.findChild(ResultPanel)
    assert result is not None
    sample, editor = load(resources() / "samples" / "engineer.hspcase").cases[0], sized.editor
    states: tuple[Callable[[], object], ...] = (
        lambda: sized.open_case(sample, None),
        lambda: editor.set_fact("annual_salary_yen", 1_000_000),
        lambda: editor.set_fact("annual_salary_yen", None),
        lambda: editor.set_day(date(2015, 3, 31)),
        lambda: editor.set_day(TODAY),
        lambda: sized.open_case(Case(), None),
        lambda: editor.set_fact("annual_salary_yen", 9_000_000),
    )
    for change in states:
        change()
        for _turn in range(3):
            QApplication.processEvents()
        assert [label.text() for label in texts(result) if too_small(label)] == []


def test_the_pages_beside_the_sheet_are_no_wider_than_their_room(sized: MainWindow) -> None:
    sized.files.open_sample()
    for name in ("Another employer", "N1に合格した場合", "What if 3", "A doctorate, and a long name"):
        sized.editor.add_scenario(name)
    panels = child(sized, QTabWidget, "panels")
    for index in range(panels.count()):
        panels.setCurrentIndex(index)
        QApplication.processEvents()
        if isinstance(panel := panels.currentWidget(), QTextBrowser):
            assert panel.horizontalScrollBar().maximum() == 0, panel.objectName()


@pytest.mark.parametrize("category", Category)
def test_chosen_words_fit_their_box(sized: MainWindow, category: Category) -> None:
    for combo in page(sized, category).findChildren(QComboBox):
        for index in range(combo.count()):
            combo.setCurrentIndex(index)
            room = combo.width() - 34  # the arrow and the padding
            assert combo.fontMetrics().horizontalAdvance(combo.currentText()) <= room, combo.currentText()


@pytest.mark.parametrize("category", Category)
def test_nothing_lies_over_something_else(sized: MainWindow, category: Category) -> None:
    tab = page(sized, category)
    QApplication.processEvents()
    for parent in tab.findChildren(QWidget):
        parts = [w for w in parent.children() if isinstance(w, QLabel | QCheckBox | QComboBox) and w.isVisible()]
        for index, one in enumerate(parts):
            for other in parts[index + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                assert shared.isEmpty() or shared.height() <= _SLACK or shared.width() <= _SLACK, (one, other)


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_larger_type_has_room_too(make: Callable[[str], MainWindow], qapp: QApplication, scale: float) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * scale)
    qapp.setFont(larger)
    try:
        for language in ("ja", "en"):
            window = make(language)
            window.resize(1280, 800)
            for category in Category:
                tab = page(window, category)
                QApplication.processEvents()
                assert [label.text() for label in texts(tab) if too_small(label)] == []
    finally:
        qapp.setFont(before)


def test_the_window_can_be_made_as_small_as_the_smallest_screen_in_use(standing: MainWindow) -> None:
    standing.resize(1024, 700)
    QApplication.processEvents()
    assert QRect(0, 0, 1024, 700).contains(QRect(0, 0, standing.width(), standing.height()))
