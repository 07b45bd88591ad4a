"""The window is there before its hidden sheets; nobody notices, and nothing else comes to the screen."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTabWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import load, save_case
from hsp_calc.facts import Category
from hsp_calc.gui.shell.application import make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.widgets.section_card import SectionCard
from hsp_calc.locations import resources
from tests.gui.conftest import TODAY
from tests.gui.driving import child, page, total

SAMPLE = resources() / "samples" / "engineer.hspcase"

_ALL_CARDS = 7


class _Cards:
    """The cards of the sheet for technical work."""

    def __init__(self, sheet: QScrollArea) -> None:
        self._sheet = sheet

    def cards(self) -> list[SectionCard]:
        return sorted(self._sheet.findChildren(SectionCard), key=lambda card: card.y())

    def places(self) -> list[QRect]:
        return [card.geometry() for card in self.cards()]


class Watch(QObject):
    """Remembers which windows come to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def unshown(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window that is made and not shown yet."""
    window = make_window(Settings(tmp_path / "window.ini"), language="en", today=TODAY)
    qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
    return window


def test_nothing_but_the_window_comes_to_the_screen(watch: Watch, make: Callable[[str], MainWindow]) -> None:
    window = make("ja")
    for category in Category:
        page(window, category)
        QApplication.processEvents()
    assert watch.shown == [window]


def test_the_hidden_sheets_are_there_once_the_window_is(make: Callable[[str], MainWindow]) -> None:
    window = make("ja")
    QApplication.processEvents()
    categories = child(window, QTabWidget, "categories")
    for index, name in enumerate(("research.patent", "licenses", "position")):
        sheet = categories.widget(index)
        assert sheet is not None
        for fact in (name, "annual_salary_yen"):
            child(sheet, QWidget, fact)


def test_a_file_opened_before_is_shown_on_every_sheet(unshown: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.hspcase"
    save_case(load(SAMPLE).cases[0], path)
    unshown.open_file(path)
    unshown.set_language("ja")
    unshown.set_theme("dark")
    assert [total(unshown, category) for category in Category] == ["70", "80", "30"]
    with qtbot.waitActive(unshown):
        unshown.show()
    for category in Category:
        assert child(page(unshown, category), QLineEdit, "annual_salary_yen").text() == "8,200,000"
    assert not unshown.editor.modified


def test_another_table_brings_its_hidden_sheets_too(window: MainWindow) -> None:
    window.editor.set_day(TODAY.replace(year=2016))
    QApplication.processEvents()
    categories = child(window, QTabWidget, "categories")
    for index in range(categories.count()):
        sheet = categories.widget(index)
        assert sheet is not None
        child(sheet, QLineEdit, "annual_salary_yen")


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (2560, 1440)])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_seen_first_fills_the_sheet_and_stays_where_it_is(
    unshown: MainWindow, qapp: QApplication, language: str, size: tuple[int, int]
) -> None:
    unshown.set_language(language)
    unshown.resize(*size)
    unshown.show()
    sheet = child(unshown, QTabWidget, "categories").currentWidget()
    assert isinstance(sheet, QScrollArea)
    seen = _Cards(sheet)
    QCoreApplication.sendPostedEvents()  # what is laid out before anything is painted
    first = seen.places()
    assert len(first) < _ALL_CARDS
    assert first[-1].bottom() > sheet.viewport().height()
    qapp.processEvents()
    places = seen.places()
    assert len(places) == _ALL_CARDS
    assert places[: len(first)] == first
    assert all(card.height() >= card.heightForWidth(card.width()) for card in seen.cards())


def test_the_reasons_follow_the_window_at_once(unshown: MainWindow, qapp: QApplication) -> None:
    unshown.show()
    qapp.processEvents()
    assert "Education" in child(unshown, QTextBrowser, "why").toPlainText()


def test_a_window_that_no_screen_shows_is_whole_in_the_end(unshown: MainWindow, qtbot: QtBot) -> None:
    unshown.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    unshown.show()
    categories = child(unshown, QTabWidget, "categories")
    qtbot.waitUntil(lambda: categories.findChild(QWidget, "position") is not None)
    assert "Education" in child(unshown, QTextBrowser, "why").toPlainText()


def test_a_window_closed_before_it_is_painted_is_nothing_to_anyone(unshown: MainWindow, qapp: QApplication) -> None:
    unshown.show()
    unshown.close()
    qapp.processEvents()
    assert not unshown.isVisible()


def test_a_closed_window_leaves_nothing_behind(qapp: QApplication, tmp_path: Path) -> None:
    before = len(qapp.allWidgets())
    window = make_window(Settings(tmp_path / "window.ini"), language="ja", today=TODAY)
    window.show()
    window.files.open_sample()
    qapp.processEvents()
    window.close()
    gone = weakref.ref(window)
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
    assert len(qapp.allWidgets()) <= before
