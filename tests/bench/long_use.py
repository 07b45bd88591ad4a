"""The memory of a window that is used for long: thousands of actions as a person's, in a process of their own."""

import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTabWidget, QWidget

from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.gui.widgets.info import HelpCard, InfoButton
from tests.bench.processes import run_python
from tests.bench.registry import Figure, benchmark

_ACTIONS, _WARM_UP = 6_000, 2_000
_DAY = date(2026, 11, 22)
_MEGABYTE = 1_000_000
_GROWTH_AIM = 2.0  # megabytes per 1,000 actions, once everything has been seen
_STATUS = Path("/proc/self/statm")
_RESTS = 0.15  # seconds, after which the panels work out what changed

Found = TypeVar("Found", bound=QObject)


class _Person:
    """Uses a window."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self._window = window
        self._chance = chance

    def act(self) -> None:
        """Do one thing."""
        kinds: dict[Callable[[], None], int] = {
            self._type: 30,
            self._answer: 25,
            self._undo_or_redo: 15,
            self._turn_to_a_tab: 10,
            self._turn_to_a_panel: 8,
            self._look_at_another_day: 3,
            self._ask_for_help: 3,
            self._open_a_dialog: 2,
            self._open_a_tool: 2,
            self._change_the_look: 1,
            self._open_the_sample: 1,
        }
        (deed,) = self._chance.choices(list(kinds), list(kinds.values()))
        deed()

    def _type(self) -> None:
        lines = [line for line in self._page().findChildren(QLineEdit) if line.isVisible() and line.isEnabled()]
        line = self._chance.choice(lines)
        line.setFocus()
        if len(line.text()) > self._chance.randrange(9):
            line.clear()
        QTest.keyClicks(line, self._chance.choice("0123456789"))

    def _answer(self) -> None:
        boxes = [box for box in self._page().findChildren(AnswerBox) if box.isVisible() and box.isEnabled()]
        self._chance.choice(boxes).click()

    def _undo_or_redo(self) -> None:
        self._trigger(self._chance.choice(("undo", "undo", "redo")))

    def _turn_to_a_tab(self) -> None:
        self._turn("categories")

    def _turn_to_a_panel(self) -> None:
        self._turn("panels")

    def _look_at_another_day(self) -> None:
        self._window.editor.set_day(date(self._chance.choice((2024, 2026, 2028)), self._chance.randint(1, 12), 22))

    def _ask_for_help(self) -> None:
        buttons = [button for button in self._page().findChildren(InfoButton) if button.isVisible()]
        self._chance.choice(buttons).click()
        for help_ in self._window.findChildren(HelpCard):
            help_.close()

    def _open_a_dialog(self) -> None:
        self._trigger(self._chance.choice(("history", "periods", "pay", "about")))
        QApplication.processEvents()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isModal() and dialog.isVisible():
                dialog.close()

    def _open_a_tool(self) -> None:
        name = self._chance.choice(("reference_desk", "status_guide"))
        self._trigger(name)
        self._turn(f"{name}.pages")
        QApplication.processEvents()
        self._window.tools.close()

    def _change_the_look(self) -> None:
        self._trigger(
            self._chance.choice(("language.ja", "language.en", "theme.light", "theme.dark", "theme.contrast"))
        )

    def _open_the_sample(self) -> None:
        self._window.editor.open(self._window.editor.case, None)  # without a question about changes
        self._trigger("open_sample")

    def _trigger(self, name: str) -> None:
        _found(self._window, QAction, name).trigger()

    def _turn(self, name: str) -> None:
        tabs = _found(self._window, QTabWidget, name)
        tabs.setCurrentIndex(self._chance.randrange(tabs.count()))

    def _page(self) -> QWidget:
        page = _found(self._window, QTabWidget, "categories").currentWidget()
        assert page is not None
        return page


def _found(window: MainWindow, kind: type[Found], name: str) -> Found:
    """What is called so in the window."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


@benchmark
def long_use() -> Iterator[Figure]:
    """What the process takes of memory once everything has been seen, at the end, and how it grows between."""
    if not _STATUS.is_file():
        sys.stderr.write(f"No figures of long use: this system does not tell in {_STATUS} what a process takes.\n")
        return
    warm, end = json.loads(run_python("-m", "tests.bench.long_use")[1])
    yield Figure("long_use.warm", warm, "MB")
    yield Figure("long_use.end", end, "MB")
    yield Figure("long_use.growth", (end - warm) * 1_000 / (_ACTIONS - _WARM_UP), "MB per 1,000 actions", _GROWTH_AIM)


def _use() -> tuple[float, float]:
    """Megabytes after the warm-up, and at the end."""
    application = make_application()
    with TemporaryDirectory() as folder:
        window = make_window(Settings(Path(folder) / "window.ini"), language="ja", today=_DAY)
        window.show()
        window.files.open_sample()
        person = _Person(window, random.Random(42))  # noqa: S311  # the same each time
        for number in range(_ACTIONS):
            if number == _WARM_UP:
                warm = _resting(application)
            person.act()
            _settle(application)
            if number % 10 == 0:
                time.sleep(_RESTS)
                _settle(application)
        end = _resting(application)
        window.editor.open(window.editor.case, None)  # without a question about changes
        window.close()
    return warm, end


def _settle(application: QApplication) -> None:
    """What an event loop does between two actions."""
    application.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _resting(application: QApplication) -> float:
    """Megabytes, once nothing is left to do."""
    time.sleep(_RESTS)
    _settle(application)
    gc.collect()
    return int(_STATUS.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_use()))
