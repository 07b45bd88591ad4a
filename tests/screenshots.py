"""Pictures of the window's states: ``python -m tests.screenshots`` writes them to ``build/screenshots``.

python -m tests.screenshots             all of them
python -m tests.screenshots WORD …      those whose name has one of the words
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HSP_CALC_DATA"] = "~/.local/share/hsp-calc"  # the same pictures, whoever takes them

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from hsp_calc.facts import Category
from hsp_calc.gui.pages.presentation import Presentation
from hsp_calc.gui.shell.application import make_application, make_window
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.widgets.info import HelpCard
from hsp_calc.locations import resources
from hsp_calc.text import Language
from tests import screenshot_cases as cases

FOLDER = Path("build/screenshots")
SAMPLE = resources() / "samples" / "engineer.hspcase"
TODAY = date(2026, 11, 22)
SIZES = ((1024, 700), (1280, 800), (2560, 1440))
BESIDE = (900, 680)
SCALES = ("1.5", "2")
PANELS = ("why", "documents", "advice", "timeline", "compare", "form")
DESK = ("degrees", "experience", "qualifications", "enterprise", "research", "support", "university")
GUIDE = ("underlying", "activity", "hours", "benefits", "employer")
DIALOGS = ("history", "periods", "pay", "password", "office", "data", "about")
_SCALE = "QT_SCALE_FACTOR"
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
    page: str = ""
    prepare: Callable[[MainWindow], object] | None = None


def states() -> Iterator[State]:
    """Each tab and panel in both languages and themes, each size, each window and what happens in them."""
    for language in Language:
        technical = (Category.TECHNICAL, 0)
        for theme in ("light", "dark"):
            for category in Category:
                yield State(f"{category.value}-{language}-{theme}", language, theme, category, 0)
            for index, panel in enumerate(PANELS):
                yield State(f"panel-{panel}-{language}-{theme}", language, theme, shown_with(panel), index)
            look = (language, theme, *technical)
            for page in DESK:
                yield State(f"desk-{page}-{language}-{theme}", *look, dialog="reference_desk", page=f"desk.{page}")
            for page in GUIDE:
                name, answered = f"guide-{page}-{language}-{theme}", cases.guide_answered
                yield State(name, *look, dialog="status_guide", page=f"guide.{page}", prepare=answered)
        for size in SIZES:
            yield State(f"size-{size[0]}x{size[1]}-{language}", language, "light", *technical, size=size)
        look = (language, "light", *technical)
        for name in DIALOGS:
            yield State(f"dialog-{name}-{language}", *look, dialog=name)
        yield State(f"dialog-guide_pages-{language}", *look, dialog="summary", prepare=cases.guide_answered)
        yield State(f"guide-open-{language}", *look, dialog="status_guide", page="guide.underlying")
        yield State(f"guide-calendar-{language}", *look, prepare=cases.hours_calendar)
        yield State(f"empty-{language}", *look, empty=True)
        yield State(f"contrast-{language}", language, "contrast", *technical)
        yield State(f"presentation-{language}", *look, dialog="present")
        yield State(f"verdict-{language}", *look, prepare=cases.guide_answered)
        yield State(f"no-table-{language}", *look, prepare=cases.day_without_table)
        yield State(f"wrong-entries-{language}", *look, prepare=cases.wrong_entries)
        yield State(f"help-{language}", *look, prepare=cases.help_on_a_row)
        yield State(f"mishap-{language}", *look, prepare=cases.mishap)
        yield State(f"unsaved-{language}", *look, prepare=cases.closing_unsaved)
        for name, prepare in cases.PANELS.items():
            panel = name.partition("-")[0]
            look = (language, "light", shown_with(panel), PANELS.index(panel))
            yield State(f"{name}-{language}", *look, prepare=prepare)


def shown_with(panel: str) -> Category:
    """The category that a panel is shown with: of the sample's, advice has something to say where 80 is not reached."""
    return Category.ACADEMIC if panel == "advice" else Category.TECHNICAL


def scaled_states(scale: str) -> Iterator[State]:
    """What is looked at on a screen whose scale is other than 100%."""
    for language in Language:
        for panel in ("why", "documents", "timeline"):
            name = f"scale-{scale}-{panel}-{language}"
            yield State(name, language, "light", Category.TECHNICAL, PANELS.index(panel))


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
    rest()
    if state.prepare is not None:
        state.prepare(window)
    if state.dialog:
        window.actions_[state.dialog].trigger()
        if state.page:
            window.tools.open(state.dialog, state.page)
    shown = in_front(window, state)
    if state.page:
        shown.resize(*BESIDE)  # more than the screen of this platform would let it take
    rest()
    picture = shown.grab()
    for card in window.findChildren(HelpCard):
        lay_over(picture, card, shown)
    picture.save(str(FOLDER / f"{state.name}.png"))
    if shown is not window:
        shown.close()


def in_front(window: MainWindow, state: State) -> QWidget:
    """What the picture is of: the window that was opened last, or else the main window."""
    if state.dialog == "present":
        return presented()
    opened = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return opened[0] if opened else window


def lay_over(picture: QPixmap, card: QWidget, window: QWidget) -> None:
    """Draw a card that is a window of its own where it stands over another."""
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(card.mapToGlobal(card.rect().topLeft())), card.grab())
    painter.end()
    card.close()


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


def main(words: list[str]) -> int:
    """Write the pictures; those of other scales by processes of their own: Qt takes one at its start."""
    scale = os.environ.get(_SCALE)
    wanted = list(states()) if scale is None else list(scaled_states(scale))
    chosen = [state for state in wanted if not words or any(word in state.name for word in words)]
    take_all(chosen)
    if scale is None or chosen:
        sys.stdout.write(f"{len(chosen)} pictures {f'at scale {scale} ' if scale else ''}in {FOLDER}\n")
        sys.stdout.flush()
    if scale is None:
        for other in SCALES:
            command = [sys.executable, "-m", "tests.screenshots", *words]
            subprocess.run(command, env=os.environ | {_SCALE: other}, check=True)
    return 0


def take_all(wanted: Iterable[State]) -> None:
    """Write the pictures of some states, each in a window of its own."""
    application = make_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for state in wanted:
            settings = Settings(Path(folder) / f"{state.name}.ini")  # nothing is remembered from one to the next
            window = make_window(settings, language=state.language, today=TODAY)
            take(state, window)
            window.close()
            window.deleteLater()
            QApplication.processEvents()
    del application


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
