"""Whether a window has been painted: what does not show at first waits until then."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_AT_THE_LATEST = 500
"""Milliseconds after which a window that no screen shows counts as painted."""


def is_painted(widget: QWidget) -> bool:
    """Whether the window of a widget is on the screen, so that what changes in it is seen to change."""
    window = _window(widget)
    return window is not None and window.isExposed()


def once_painted(widget: QWidget, do: Callable[[], None]) -> None:
    """Do something after the window of a widget is painted: soon, where it is already.

    Args:
        widget: a widget that is being shown; with it goes what waits.
        do: what is to be done; maybe twice.
    """
    if is_painted(widget):
        QTimer.singleShot(0, widget, do)
        return
    QTimer.singleShot(_AT_THE_LATEST, widget, do)
    if (window := _window(widget)) is not None:
        (window.findChild(_Waiting) or _Waiting(window)).put(widget, do)


def _window(widget: QWidget) -> QWindow | None:
    """The window on the screen; None while there is none."""
    return cast("QWindow | None", widget.window().windowHandle())


class _Waiting(QObject):
    """What waits until a window is painted."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._waiting: list[tuple[QWidget, Callable[[], None]]] = []
        window.installEventFilter(self)

    def put(self, widget: QWidget, do: Callable[[], None]) -> None:
        self._waiting.append((widget, do))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is painted while it is told that it is on the screen: let that be done, and go on."""
        if event.type() is not QEvent.Type.Expose:
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        while self._waiting:
            widget, do = self._waiting.pop(0)
            if isValid(widget):
                do()
        self.setParent(None)
        self.deleteLater()
        return True
