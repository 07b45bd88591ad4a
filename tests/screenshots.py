"""Pictures of the window's states: ``python -m tests.screenshots`` writes them to ``build/screenshots``."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from hsp_calc.facts import Category
from hsp_calc.gui.app import make_application, make_window
from hsp_calc.gui.main_window import MainWindow
from hsp_calc.gui.presentation import Presentation
from hsp_calc.gui.settings import Settings
from hsp_calc.locations import resources
from hsp_calc.text import Language

FOLDER = Path("build/screenshots")
SAMPLE = resources() / "samples" / "engineer.hspcase"
TODAY = date(2026, 11, 22)
SIZES = ((1024, 700), (1280, 800), (2560, 1440))
PANELS = ("why", "documents", "advice", "timeline", "compare", "form")
DIALOGS = ("history", "periods", "pay", "password", "status_guide")
_REST = 250  # milliseconds, longer than the preview waits before it draws


@dataclass(frozen=True, slots=True)
class State:
    """A state of the window."""

    name: str
    language: Language
    theme: str
    category: Category
    panel: int
    size: tuple[int, int] = (1280, 800)
    empty: bool = False
    dialog: str = ""


def states() -> Iterator[State]:
    """Each tab and panel in both languages and themes, and each size."""
    for language in Language:
        for theme in ("light", "dark"):
            for category in Category:
                yield State(f"{category.value}-{language}-{theme}", language, theme, category, 0)
            for index, panel in enumerate(PANELS):
                yield State(f"panel-{panel}-{language}-{theme}", language, theme, Category.TECHNICAL, index)
        for size in SIZES:
            name = f"size-{size[0]}x{size[1]}-{language}"
            yield State(name, language, "light", Category.TECHNICAL, 0, size=size)
        for name in DIALOGS:
            yield State(f"dialog-{name}-{language}", language, "light", Category.TECHNICAL, 0, dialog=name)
        yield State(f"empty-{language}", language, "light", Category.TECHNICAL, 0, empty=True)
        yield State(f"contrast-{language}", language, "contrast", Category.TECHNICAL, 0)
        yield State(f"presentation-{language}", language, "light", Category.TECHNICAL, 0, dialog="present")


def take(state: State, window: MainWindow) -> None:
    """Bring the window into a state and write its picture."""
    window.set_theme(state.theme)
    window.resize(*state.size)
    window.show()
    if not state.empty:
        window.open_file(SAMPLE)
    for name, index in (("categories", list(Category).index(state.category)), ("panels", state.panel)):
        tabs = window.findChild(QTabWidget, name)
        assert tabs is not None
        tabs.setCurrentIndex(index)
    shown: QWidget = window
    if state.dialog:
        window.actions_[state.dialog].trigger()
        opened = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        shown = opened[0] if opened else presented()
    rest()
    shown.grab().save(str(FOLDER / f"{state.name}.png"))
    if shown is not window:
        shown.close()


def presented() -> QWidget:
    """The presentation, as large as a common screen."""
    shown = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Presentation))
    shown.showNormal()
    shown.resize(*SIZES[1])
    return shown


def rest() -> None:
    """Let the window draw what waits to be drawn."""
    loop = QEventLoop()
    QTimer.singleShot(_REST, loop.quit)
    loop.exec()


def main() -> int:
    """Write all pictures."""
    application = make_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for state in states():
            window = make_window(Settings(Path(folder) / "window.ini"), language=state.language, today=TODAY)
            take(state, window)
            window.close()
            window.deleteLater()
            QApplication.processEvents()
    sys.stdout.write(f"{sum(1 for _ in states())} pictures in {FOLDER}\n")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
