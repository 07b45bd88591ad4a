"""The mouse wheel scrolls the page, and changes no value that it passes over."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

import hsp_calc.gui
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.inputs import DateBox, DropDown, SpinBox
from tests.gui.driving import in_one_language, panel_named

_CHANGED_BY_THE_WHEEL = {
    "QComboBox",
    "QSpinBox",
    "QDoubleSpinBox",
    "QDateEdit",
    "QTimeEdit",
    "QDateTimeEdit",
    "QSlider",
    "QDial",
}


def passed_on(widget: QWidget) -> bool:
    """Whether an input leaves a turn of the wheel to the page it stands on."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # as Qt names it by place alone
    )
    QApplication.sendEvent(widget, event)
    return not event.isAccepted()


def text_of(widget: QWidget) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()  # type: ignore[attr-defined]


def test_every_input_that_the_wheel_can_change_is_one_that_leaves_it() -> None:
    """A plain one of Qt's, made anywhere, would be changed by the wheel."""
    own = {DropDown.__name__, SpinBox.__name__, DateBox.__name__}
    found = []
    for path in Path(hsp_calc.gui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CHANGED_BY_THE_WHEEL:
                found.append((path.name, node.lineno))
            if isinstance(node, ast.ClassDef) and node.name not in own:
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                if bases & _CHANGED_BY_THE_WHEEL:
                    found.append((path.name, node.lineno))
    assert found == []


@in_one_language
@pytest.mark.parametrize("panel", ["why", "documents", "advice", "timeline", "form_preview"])
def test_the_wheel_changes_nothing_without_the_focus(window: MainWindow, panel: str) -> None:
    window.files.open_sample()
    panel_named(window, QWidget, panel)
    window.setFocus()
    inputs = [
        widget
        for widget in (*window.findChildren(QComboBox), *window.findChildren(QAbstractSpinBox))
        if widget.isVisible() and widget.isEnabled() and not widget.hasFocus()
    ]
    assert inputs
    before = [text_of(widget) for widget in inputs]
    assert not [widget for widget in inputs if widget.focusPolicy() is Qt.FocusPolicy.WheelFocus]  # it would take it
    assert all(passed_on(widget) for widget in inputs)
    assert [text_of(widget) for widget in inputs] == before
