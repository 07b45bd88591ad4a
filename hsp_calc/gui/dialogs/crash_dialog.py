"""An error that nothing expected: it is shown with a report to copy, and the entries stay.

The report names places of the program, never what was entered: messages of errors are left out, since they may quote
an entry.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from hsp_calc import __version__
from hsp_calc.gui.widgets.plain_text import Message
from hsp_calc.text import Translator


def report(error: BaseException) -> str:
    """Where in the program an error happened, without anything that was entered."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    head = [
        f"HSP Calc {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        platform.system(),
        type(error).__name__,
    ]
    return "\n".join([*head, *places])


def watch(window: QWidget, words: Callable[[], Translator]) -> None:
    """Show every unexpected error from now on in a dialog over a window.

    Args:
        window: the window.
        words: the words of the moment.
    """

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        tell(window, error, words())

    sys.excepthook = show


def tell(window: QWidget, error: BaseException, _: Translator) -> None:
    """Show an unexpected error; one at a time."""
    if window.findChild(QMessageBox, "mishap") is not None:
        return
    box = Message(window)
    box.setObjectName("mishap")
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("HSP Calc")
    box.setText(_("Something went wrong in the program. Your entries are still there; please save them."))
    box.setInformativeText(_("The report below contains nothing that you entered."))
    box.setDetailedText(report(error))
    copy = box.addButton(_("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(box.detailedText()))
    box.addButton(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
