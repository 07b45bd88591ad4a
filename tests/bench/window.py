"""The speed of the window: from a keystroke to painted totals, and from the start of the process to the window."""

import os
import statistics
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget

from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.locations import resources
from tests.bench.processes import run_python
from tests.bench.registry import Figure, benchmark

_CHANGES = 1_000
_TURNS = ("en", "ja")
_STARTS = 9
START_AIM = 2.5
_DAY = date(2026, 11, 22)
_SAMPLE = resources() / "samples" / "engineer.hspcase"

_WINDOW = """
import os, time
from hsp_calc.startup import begin_startup
begin_startup()
from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.settings import Settings
from pathlib import Path
from PySide6.QtWidgets import QLabel
application = make_application()
window = make_window(Settings(Path({settings!r})), language="ja")
window.show()
window.grab()
painted = time.time()
application.processEvents()
complete = time.time()
assert all(window.findChild(QLabel, f"total.{{name}}").text() for name in ("academic", "technical", "management"))
begun = float(os.environ["HSP_CALC_BENCH_BEGUN"])
print((painted - begun) * 1_000, (complete - begun) * 1_000, len(application.allWidgets()))
"""
BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QScrollArea, QVBoxLayout, QWidget
application = QApplication([])
application.setStyle("Fusion")
window = QMainWindow()
page = QWidget()
layout = QVBoxLayout(page)
for number in range({count}):
    layout.addWidget(QLabel(str(number)))
area = QScrollArea()
area.setWidget(page)
window.setCentralWidget(area)
window.show()
window.grab()
print((time.time() - float(os.environ["HSP_CALC_BENCH_BEGUN"])) * 1_000)
application.processEvents()
"""


@benchmark
def keystrokes() -> Iterator[Figure]:
    """From a key to painted totals, with each panel open."""
    application = make_application()
    with TemporaryDirectory() as folder:
        window = make_window(Settings(Path(folder) / "window.ini"), language="ja", today=_DAY)
        window.show()
        window.open_file(_SAMPLE)
        application.processEvents()
        tabs = window.findChild(QTabWidget, "categories")
        panels = window.findChild(QTabWidget, "panels")
        assert tabs is not None
        assert panels is not None
        page = tabs.currentWidget()
        assert page is not None
        line = page.findChild(QLineEdit, "annual_salary_yen")
        assert line is not None
        line.setFocus()
        for index in range(panels.count()):
            panels.setCurrentIndex(index)
            application.processEvents()
            times = sorted(_keys(line, application))
            panel = panels.widget(index)
            name = panel.objectName() if panel is not None else str(index)
            yield Figure(f"window.keystroke.{name}.median", statistics.median(times), "ms", 8)
            yield Figure(f"window.keystroke.{name}.p99", times[len(times) * 99 // 100], "ms", 16)
        window.editor.open(window.editor.case, None)
        window.close()


def _keys(line: QLineEdit, application: QApplication) -> Iterator[float]:
    for number in range(_CHANGES):
        if len(line.text()) > 8:  # longer than any salary of the form
            line.clear()
            application.processEvents()
        start = time.perf_counter()
        QTest.keyClicks(line, str(number % 9 + 1))
        application.processEvents()
        yield (time.perf_counter() - start) * 1_000


@benchmark
def language() -> Iterator[Figure]:
    """From the choice of a language to the painted window: all that can be opened was open once.

    It is taken in the event loop, as a person chooses it: Qt tells no widget of another font without one. The figure is
    the slower direction's.
    """
    application = make_application()
    slowest: list[float] = []
    with TemporaryDirectory() as folder:
        window = make_window(Settings(Path(folder) / "window.ini"), language="ja", today=_DAY)
        window.resize(1366, 730)
        window.show()

        def measure() -> None:
            try:
                _open_everything(window, application)
                times = {language: [_switched(window, language, application) for _ in range(5)] for language in _TURNS}
                slowest.append(max(map(statistics.median, times.values())))
            finally:
                application.quit()

        window.open_file(_SAMPLE)
        QTimer.singleShot(0, measure)
        application.exec()
        window.editor.open(window.editor.case, None)
        window.close()
    yield Figure("language switch", slowest[0], "ms", 500)


def _open_everything(window: MainWindow, application: QApplication) -> None:
    """Open each sheet, each panel and the windows beside; the first of each stays in front."""
    for name in ("categories", "panels"):
        tabs = window.findChild(QTabWidget, name)
        assert tabs is not None
        for index in (*range(tabs.count()), 0):
            tabs.setCurrentIndex(index)
            application.processEvents()
    for name in ("reference_desk", "status_guide"):
        window.tools.open(name)
        application.processEvents()


def _switched(window: MainWindow, language: str, application: QApplication) -> float:
    window.set_language(next(other for other in _TURNS if other != language))
    application.processEvents()
    start = time.perf_counter()
    window.set_language(language)
    application.processEvents()
    return (time.perf_counter() - start) * 1_000


@benchmark
def start() -> Iterator[Figure]:
    """From the start of the process to the first painted window, against a bare window with as many widgets.

    What cannot be seen of the sheets follows once the window is painted, and so do the reasons beside it: the window is
    complete then. The two take turns, so that what else the machine does weighs on both alike.
    """
    with TemporaryDirectory() as folder:
        code = _WINDOW.format(settings=str(Path(folder) / "window.ini"))
        bare_code = BARE.format(count=int(run_python("-c", code)[1].split()[2]))
        run_python("-c", bare_code)
        rounds = [(*run_python("-c", code)[1].split()[:2], run_python("-c", bare_code)[1]) for _ in range(_STARTS)]
    painted, complete, bare = (statistics.median(map(float, times)) for times in zip(*rounds, strict=True))
    yield Figure("window.start", painted, "ms")
    yield Figure("window.start.complete", complete, "ms")
    yield Figure("window.start.bare", bare, "ms")
    yield Figure("window.start.ratio", painted / bare, "times", START_AIM)
