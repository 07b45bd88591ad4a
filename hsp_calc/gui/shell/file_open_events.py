"""Opens the files that the system hands over while the program runs, as macOS does with those that are double-clicked.

Other systems start the program with the name of the file instead. A filter sees every event of the application, which
takes its time; so it is worth watching on macOS alone.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


def watch(application: QApplication, open_file: Callable[[Path], object]) -> QObject:
    """Have a function called with each file that is handed over, from now on.

    Returns:
        The filter; the application owns it.
    """
    filter_ = _HandedOver(application, open_file)
    application.installEventFilter(filter_)
    return filter_


class _HandedOver(QObject):
    """A filter of the application's events."""

    def __init__(self, application: QApplication, open_file: Callable[[Path], object]) -> None:
        super().__init__(application)
        self._open_file = open_file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the files, leave everything else."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open_file(Path(event.file()))
            return True
        return False
