"""Starting the window."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hsp_calc.app.data import AppData
from hsp_calc.casefile.recovery import default_folder
from hsp_calc.gui.dialogs import crash_dialog
from hsp_calc.gui.shell import file_open_events, fonts
from hsp_calc.gui.shell.day_clock import DayClock
from hsp_calc.gui.shell.first_paint import once_painted
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.window_fitting import fit
from hsp_calc.locations import resources
from hsp_calc.startup import finish_startup
from hsp_calc.text import Language, default_language


def main(argv: Sequence[str]) -> int:
    """Open the window and run it until it is closed.

    Args:
        argv: ``[FILE] [--lang ja|en]``, without the name of the program.
    """
    parser = argparse.ArgumentParser(prog="hsp-calc-gui")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--lang", choices=[language.value for language in Language])
    asked = parser.parse_args(argv)
    application = make_application()
    settings = Settings()
    language = asked.lang or settings.language or default_language(os.environ)
    window = make_window(settings, language=language, recovery=default_folder())
    crash_dialog.watch(window, lambda: window.words)
    window.show()
    once_painted(window, partial(fit, window))
    QTimer.singleShot(0, finish_startup)
    if sys.platform == "darwin":
        file_open_events.watch(application, window.files.open_asking)
    window.safe.offer()
    window.own_data.tell()
    window.files.clear_left_behind()
    if asked.file is not None:
        window.open_file(asked.file)
    return application.exec()


def make_application() -> QApplication:
    """The application, with its name, icon and fonts."""
    # Otherwise a change of font reaches nothing that is styled, and every widget must be styled anew for it.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("HSP Calc")
    application.setDesktopFileName("hsp-calc")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resources() / "icons" / "hsp-calc.svg")))
    fonts.bring(application)
    return application


def make_window(
    settings: Settings, *, language: str, today: date | None = None, recovery: Path | None = None
) -> MainWindow:
    """The window, not shown yet.

    Args:
        settings: what it remembers.
        language: the language it starts in.
        today: the day it stays on; None takes today, and follows the calendar.
        recovery: the folder for copies of unsaved work; None keeps none.
    """
    day = today or _today()
    window = MainWindow(AppData.from_resources(), settings, language=language, today=day, recovery=recovery)
    if today is None:
        DayClock(_today, window).changed.connect(window.editor.set_today)
    return window


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the user's own calendar
