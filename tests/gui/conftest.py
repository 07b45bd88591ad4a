"""A window for each test, with settings of its own."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from hsp_calc.gui.app import make_application, make_window
from hsp_calc.gui.main_window import MainWindow
from hsp_calc.gui.settings import Settings

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def qapp() -> object:
    """The application as the program makes it, with its style and fonts."""
    return make_application()


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], MainWindow]]:
    """Makes a window in a language; it is closed without questions, and gone, when the test ends."""

    def make_one(language: str) -> MainWindow:
        window = make_window(Settings(tmp_path / "window.ini"), language=language, today=TODAY)
        qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
        with qtbot.waitActive(window):
            window.show()
        return window

    yield make_one
    # without an event loop, what is to be deleted later would stay, and every change of theme would take longer
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(params=["ja", "en"])
def window(request: pytest.FixtureRequest, make: Callable[[str], MainWindow]) -> MainWindow:
    """A window, once in each language."""
    return make(request.param)
