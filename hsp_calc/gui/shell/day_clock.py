"""``DayClock``: tells when another day has begun."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_LONGEST_WAIT = 10 * 60 * 1_000
"""Milliseconds: a timer that sleeps with the machine is late by at most as much."""
_DAY = 24 * 60 * 60 * 1_000
_PAST_MIDNIGHT = 500


class DayClock(QObject):
    """Looks at the calendar at midnight, after a sleep of the machine, and whenever the program comes to the front.

    Attributes:
        changed: emitted with the new day.
    """

    changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        """Start it.

        Args:
            today: tells the day of the calendar.
            parent: what it ends with.
        """
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        if isinstance(application := QGuiApplication.instance(), QGuiApplication):
            application.applicationStateChanged.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Tell of another day, if there is one."""
        if (day := self._today()) != self._day:
            self._day = day
            self.changed.emit(day)
        self._wait()

    def _wait(self) -> None:
        to_midnight = _DAY - QTime.currentTime().msecsSinceStartOfDay() + _PAST_MIDNIGHT
        self._timer.start(min(to_midnight, _LONGEST_WAIT))
