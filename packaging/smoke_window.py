"""Drives the window of a bundle from inside: a program of the bundle that no package carries.

    smoke_window CASE OUT.pdf   opens the case, reads the totals, exports the form in Japanese, switches to English and
                                back, and prints as JSON what it saw
    smoke_window                opens an empty window and ends, for the time it takes; prints how many widgets it has

``packaging/smoke_test.py`` puts it beside an installed program, whose libraries and data it then uses.
"""

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import monotonic, sleep

from hsp_calc.startup import begin_startup

begin_startup()  # as the program does, before anything else is imported

from hsp_calc.facts import Category  # noqa: E402  # as said above
from hsp_calc.gui.shell.application import make_application, make_window  # noqa: E402  # as said above
from hsp_calc.gui.shell.main_window import MainWindow  # noqa: E402  # as said above
from hsp_calc.gui.shell.settings import Settings  # noqa: E402  # as said above

# isort: split

from PySide6.QtGui import QAction  # noqa: E402  # as said above
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel  # noqa: E402  # as said above

DAY = date(2026, 11, 22)
PATIENCE, PAUSE = 60, 0.01
"""How long a file may take to be written, and how long to wait between two looks, in seconds."""


def words_of(window: MainWindow) -> dict[str, str]:
    """The words of the window that tell in which language it is."""
    return {name: action(window, name).text() for name in ("export_pdf", "language.ja", "language.en")}


def action(window: MainWindow, name: str) -> QAction:
    """An action by its name.

    Raises:
        LookupError: the window has no such action.
    """
    found = window.findChild(QAction, name)
    if found is None:
        raise LookupError(name)
    return found


def totals(window: MainWindow) -> dict[str, str]:
    """The text of the three totals."""
    labels = {category.value: window.findChild(QLabel, f"total.{category.value}") for category in Category}
    return {category: label.text() for category, label in labels.items() if isinstance(label, QLabel)}


def wait_for(file: Path) -> None:
    """Let the window work until a file is written, which it does beside the window.

    Raises:
        TimeoutError: it is not written.
    """
    end = monotonic() + PATIENCE
    while not file.exists():
        QApplication.processEvents()
        if monotonic() > end:
            raise TimeoutError(file)
        sleep(PAUSE)


def start(folder: Path) -> None:
    """Open a window with nothing in it, as far as it can be used.

    Args:
        folder: an empty one, for its settings.
    """
    application = make_application()
    window = make_window(Settings(folder / "window.ini"), language="ja", today=DAY)
    window.show()
    application.processEvents()
    sys.stdout.write(str(len(application.allWidgets())))


def drive(case: Path, form: Path) -> None:
    """Use a window with a case in it."""
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(Settings(Path(folder) / "window.ini"), language="ja", today=DAY)
        window.show()
        window.open_file(case)
        application.processEvents()
        QFileDialog.getSaveFileName = lambda *_arguments, **_options: (str(form), "")  # type: ignore[method-assign]
        action(window, "export_pdf").trigger()
        wait_for(form)
        seen: dict[str, object] = {"totals": totals(window), "ja": words_of(window)}
        action(window, "language.en").trigger()
        application.processEvents()
        seen["en"] = words_of(window)
        action(window, "language.ja").trigger()
        application.processEvents()
        seen["ja_again"] = words_of(window)
        seen["platform"] = application.platformName()
        seen["painted"] = not window.grab().isNull()
        window.close()
    sys.stdout.write(json.dumps(seen))


def main(arguments: list[str]) -> None:
    """Do what the module's description says."""
    if arguments:
        drive(*map(Path, arguments))
    else:
        with tempfile.TemporaryDirectory() as folder:
            start(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
