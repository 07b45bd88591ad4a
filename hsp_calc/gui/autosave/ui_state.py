"""``UiState``: what is on the screen beside the case: open tabs, what is typed, where it is scrolled to."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QMainWindow, QScrollArea, QScrollBar, QTabWidget, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.gui.shell.sheet_tabs import SheetTabs
from hsp_calc.gui.widgets.inputs import TypedEdit

_TABS = ("categories", "panels")


class UiState:
    """Tells what is on the screen, and puts it back."""

    def __init__(self, window: QMainWindow, editor: CaseSession) -> None:
        self._window = window
        self._editor = editor

    def view(self) -> dict[str, Any]:
        """What is on the screen, as a JSON object."""
        return {
            "day": self._editor.day.isoformat(),
            "scenario": self._editor.scenario,
            "tabs": {name: tabs.currentIndex() for name, tabs in self._tabs()},
            "scrolled": {name: bar.value() for name, bar in self._bars() if bar.value()},
            "typed": {name: edit.text() for name, edit in self._lines() if edit.text()},
            "focus": self._focus(),
        }

    def show(self, view: Mapping[str, Any]) -> None:
        """Put back what was on the screen; what makes no sense here is left as it is."""
        with suppress(ValueError):
            self._editor.set_day(date.fromisoformat(str(view.get("day"))))
        match view.get("scenario"):
            case int(scenario) if 0 <= scenario < len(self._editor.case.scenarios):
                self._editor.view_scenario(scenario)
        self._make_lines(_of(view, "typed"))
        self._show_parts(view)
        match view.get("focus"):
            case [str(name), int(position)]:
                for other, line in self._focusable():
                    if other == name:
                        line.setFocus()
                        line.setCursorPosition(position)

    def _make_lines(self, typed: Mapping[str, Any]) -> None:
        """Make the sheets, and the panels where a line is not on them: what is not seen is made late."""
        for _name, tabs in self._tabs():
            if isinstance(tabs, SheetTabs):
                tabs.build()
            elif typed.keys() - {place for place, _line in self._lines()}:
                for index in range(tabs.count()):
                    tabs.setCurrentIndex(index)

    def _show_parts(self, view: Mapping[str, Any]) -> None:
        for name, tabs in self._tabs():
            if isinstance(index := _of(view, "tabs").get(name), int):
                tabs.setCurrentIndex(index)
        for name, edit in self._lines():
            if isinstance(text := _of(view, "typed").get(name), str):
                edit.put_back(text)
        for name, bar in self._bars():
            if isinstance(value := _of(view, "scrolled").get(name), int):
                _scroll(bar, value)

    def _tabs(self) -> Iterator[tuple[str, QTabWidget]]:
        for name in _TABS:
            if (tabs := self._window.findChild(QTabWidget, name)) is not None:
                yield name, tabs

    def _lines(self) -> Iterator[tuple[str, TypedEdit]]:
        for edit in self._window.findChildren(TypedEdit):
            if edit.window() is self._window:
                yield _place(edit), edit

    def _focusable(self) -> Iterator[tuple[str, QLineEdit]]:
        for line in self._window.findChildren(QLineEdit):
            if line.window() is self._window and line.isVisible():
                yield _place(line), line

    def _bars(self) -> Iterator[tuple[str, QScrollBar]]:
        for name, tabs in self._tabs():
            for index in range(tabs.count()):
                page = tabs.widget(index)
                area = page if isinstance(page, QScrollArea) else page.findChild(QScrollArea) if page else None
                if area is not None:
                    yield f"{name}.{index}", area.verticalScrollBar()

    def _focus(self) -> list[object] | None:
        focused = self._window.focusWidget()
        return [_place(focused), focused.cursorPosition()] if isinstance(focused, QLineEdit) else None


def _of(view: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = view.get(name)
    return part if isinstance(part, dict) else {}


def _place(widget: QWidget) -> str:
    """The name of an input with that of the sheet it stands on: the same facts stand on several."""
    sheet: QWidget | None = widget
    while sheet is not None and not sheet.objectName().startswith("page."):
        sheet = sheet.parentWidget()
    return f"{'' if sheet is None else sheet.objectName()}/{widget.objectName()}"


def _scroll(bar: QScrollBar, value: int) -> None:
    """Scroll now, or as soon as the page has been laid out and reaches so far."""
    if bar.maximum() >= value:
        bar.setValue(value)
        return

    def ranged(_least: int, most: int) -> None:
        if most >= value:
            bar.rangeChanged.disconnect(ranged)
            bar.setValue(value)

    bar.rangeChanged.connect(ranged)
