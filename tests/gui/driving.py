"""What a person does with the window: finds an input by its name, types, clicks, reads the totals."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.facts import Category
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.answer_box import AnswerBox

PATIENCE = 60_000  # milliseconds
W = TypeVar("W", bound=QWidget)

in_one_language = pytest.mark.parametrize("window", ["ja"], indirect=True)
"""For a test in which no word is read: it would see the same in the other language."""


def child(parent: QObject, kind: type[W], name: str) -> W:
    """The one widget of a kind and name."""
    found = parent.findChild(kind, name)
    assert found is not None, f"there is no {kind.__name__} named {name}"
    return found


def panel_named(window: MainWindow, kind: type[W], name: str) -> W:
    """A panel beside the sheets, brought to the front."""
    panels = child(window, QTabWidget, "panels")
    pages = [panels.widget(index) for index in range(panels.count())]
    panels.setCurrentIndex([page.objectName() for page in pages if page is not None].index(name))
    current = panels.currentWidget()
    assert isinstance(current, kind)
    return current


def page(window: MainWindow, category: Category) -> QWidget:
    """The tab of a category, brought to the front."""
    tabs = child(window, QTabWidget, "categories")
    tabs.setCurrentIndex(list(Category).index(category))
    current = tabs.currentWidget()
    assert current is not None
    return current


def total(window: MainWindow, category: Category) -> str:
    """What the label of a total says."""
    return child(window, QLabel, f"total.{category.value}").text()


def tick(qtbot: QtBot, parent: QObject, name: str) -> None:
    """Click a box."""
    qtbot.mouseClick(child(parent, AnswerBox, name), Qt.MouseButton.LeftButton)


def retype(qtbot: QtBot, parent: QObject, name: str, text: str) -> None:
    """Put a text in place of what stands in a line, key by key."""
    line = child(parent, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    type_text(qtbot, line, text)


def type_text(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type a text; what no key gives comes as an input method brings it."""
    if text.isascii():
        qtbot.keyClicks(line, text)
    else:
        line.insert(text)


def visible_texts(parent: QObject, wanted: Callable[[str], bool]) -> list[str]:
    """The labels on the screen whose text is wanted."""
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisible() and wanted(label.text())]


def finish(window: MainWindow) -> None:
    """Wait until nothing runs beside the window any more, and what it came to is shown."""
    loop = QEventLoop()
    window.worker.changed.connect(loop.quit)
    timer = QTimer(singleShot=True, interval=PATIENCE)
    timer.timeout.connect(loop.quit)
    timer.start()
    while window.worker.busy and timer.isActive():
        loop.exec()
    assert not window.worker.busy, "what runs beside the window does not end"


def trigger(window: MainWindow, name: str) -> None:
    """Choose something in a menu, and wait for what it makes."""
    action = window.findChild(QAction, name)
    assert action is not None, f"there is no action {name}"
    assert action.isEnabled(), f"{name} is not offered"
    action.trigger()
    finish(window)
