"""A window for each test, with settings of its own."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from tests.gui.driving import PATIENCE

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it, with its style and fonts."""
    return make_application()


class PatientBot(QtBot):
    """Waits longer for what is bound to come than its own five seconds: the machine may be busy with other things."""

    def waitUntil(  # noqa: N802  # the name is that of Qt's bot
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001  # there must be one
    """The hands of whoever sits at the window."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_stays_behind() -> Iterator[None]:
    """Deletes what a test closed or left open: every later change of theme and font would style it too.

    One window that stays makes such a change take a second, in every test that follows.
    """
    others = set(QApplication.topLevelWidgets())
    yield
    for widget in QApplication.topLevelWidgets():
        if widget not in others and widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Callable[[str], MainWindow]:
    """Makes a window in a language; it is closed without questions when the test ends."""

    def make_one(language: str) -> MainWindow:
        window = make_window(Settings(tmp_path / "window.ini"), language=language, today=TODAY)
        qtbot.addWidget(window, before_close_func=lambda w: w.editor.open(w.editor.case, None))
        with qtbot.waitActive(window):
            window.show()
        return window

    return make_one


@pytest.fixture(params=["ja", "en"])
def window(request: pytest.FixtureRequest, make: Callable[[str], MainWindow]) -> MainWindow:
    """A window, once in each language."""
    return make(request.param)
