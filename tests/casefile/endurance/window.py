"""Damaged cases in the window: every sheet and panel shown, on days at both ends of the calendar, and undone again."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any

from hsp_calc.casefile import Case, case_bytes, load, read_case
from hsp_calc.locations import resources
from hsp_calc.validation import InputError
from tests.casefile.damage import FULL, TEXTS, altered

WHOLE = 1_000
TODAY = date(2026, 11, 22)
DAYS = (TODAY, date.min, date.max, date(2015, 3, 31), date(2024, 2, 29))
_OTHER_LANGUAGE_EVERY = 20
_TOOLS_EVERY = 10
_SEED = 20261122
_ROOT = Path(__file__).parents[3]


def run(count: int) -> dict[str, Any]:
    """Show so many damaged cases in a window of a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, str(count)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        return {"cases": count, "failures": [f"the window ended with {done.returncode}"]}
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def damaged_cases(count: int) -> Iterator[Case]:
    """Cases that a file can hold, each with some values that nobody would enter."""
    sample = json.loads(case_bytes(load(resources() / "samples" / "engineer.hspcase").cases[0]))
    given = [sample, FULL, *(json.loads(text) for text in TEXTS[3:8])]
    random = Random(_SEED)  # noqa: S311 - damage, no secrets
    for _number in range(count):
        data, case = _read(random, random.choice(given))
        for _again in range(random.choice((0, 1, 3))):
            data, case = _read(random, data)
        yield case


def _read(random: Random, data: Any) -> tuple[Any, Case]:
    """The data with an alteration with which they can still be read, and the case that they are."""
    while True:
        other = altered(random, data)
        try:
            return other, read_case(other)
        except InputError:
            continue


class _Watched:
    """A window, and what went wrong in it."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415  # in the window's process alone
        from PySide6.QtWidgets import QDialog, QMessageBox  # noqa: PLC0415

        from hsp_calc.gui.shell.application import make_application, make_window  # noqa: PLC0415
        from hsp_calc.gui.shell.settings import Settings  # noqa: PLC0415

        self.failures: list[str] = []
        self.shown: Counter[str] = Counter()
        self.slowest: tuple[int, str] = (0, "")
        self.what = "the start"
        self._folder = folder
        self._application = make_application()

        def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            self.failures.append(f"{self.what}: {kind.__name__}: {error}"[:300])
            sys.__excepthook__(kind, error, trace)

        sys.excepthook = raised

        def told(kind: QtMsgType, _context: object, message: str) -> None:
            if kind is not QtMsgType.QtDebugMsg and not message.startswith("This plugin does not support"):
                self.failures.append(f"{self.what}: Qt: {message}")

        def asked(question: QDialog) -> int:
            text = question.text() if isinstance(question, QMessageBox) else question.windowTitle()
            self.shown[f"question: {text.splitlines()[0][:60] if text else ''}"] += 1
            return 0

        qInstallMessageHandler(told)
        for kind in (QDialog, QMessageBox):
            kind.exec = asked  # type: ignore[method-assign]  # nobody is there to answer
        self.window = make_window(Settings(folder / "window.ini"), language="ja", today=TODAY)
        self.window.show()

    def show(self, number: int, case: Case) -> None:
        """Open a case, look at everything of it on some days, change it and undo that."""
        self.what = f"case {number}"
        path = self._folder / "case.hspcase"
        path.write_bytes(case_bytes(case))
        self._took("open", lambda: self.window.open_file(path))
        if number % _OTHER_LANGUAGE_EVERY == 0:
            other = "en" if self.window.words.language == "ja" else "ja"
            self._took("language", partial(self.window.set_language, other))
        for day in (TODAY, DAYS[number % len(DAYS)]):
            self._took(f"{day}", partial(self.window.editor.set_day, day))
            self._look(number)
        self._change_and_undo()
        self._took("anew", lambda: self.window.open_case(Case(), None))

    def _look(self, number: int) -> None:
        from PySide6.QtWidgets import QTabWidget  # noqa: PLC0415

        categories, panels = (self.window.findChild(QTabWidget, name) for name in ("categories", "panels"))
        if categories is None or panels is None:
            raise AssertionError("the window has other parts")
        for index in range(categories.count()):
            self._took("sheet", partial(categories.setCurrentIndex, index))
        categories.setCurrentIndex(number % categories.count())
        for index in range(panels.count()):
            name = panels.tabText(index)
            self._took(f"panel {name}", partial(panels.setCurrentIndex, index))
        if number % _TOOLS_EVERY == 0:
            for tool in ("reference_desk", "status_guide"):
                self._took(tool, self.window.actions_[tool].trigger)

    def _change_and_undo(self) -> None:
        session = self.window.editor
        before = session.case
        for name, value in (("annual_salary_yen", 9_870_000), ("japanese", "n2"), ("age", None)):
            try:
                session.set_fact(name, value)
            except InputError:
                self.shown["a change that the window refuses"] += 1
        self._took("change", lambda: None)
        while session.can_undo:
            self._took("undo", session.undo)
        if session.case != before:
            self.failures.append(f"{self.what}: undone, it is another")
        while session.can_redo:
            self._took("redo", session.redo)

    def _took(self, what: str, do: Callable[[], object]) -> None:
        """Do something and let the window paint; what went wrong is noted, and the next is done."""
        began = time.perf_counter()
        try:
            do()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.failures.append(f"{self.what}, {what}: {type(error).__name__}: {error}"[:300])
        self._application.processEvents()
        self.shown[what.partition(" ")[0] if what.startswith("panel") else what] += 1
        self.slowest = max(self.slowest, (round((time.perf_counter() - began) * 1000), f"{self.what}, {what}"))


def main(count: int) -> None:
    """Show so many and write what was found."""
    with tempfile.TemporaryDirectory() as name:
        watched = _Watched(Path(name))
        for number, case in enumerate(damaged_cases(count)):
            watched.show(number, case)
        report = {
            "cases": count,
            "shown": dict(watched.shown.most_common()),
            "slowest_milliseconds": watched.slowest,
            "failures": watched.failures,
        }
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        watched.window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
