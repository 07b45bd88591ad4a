from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from hsp_calc.facts import Category
from hsp_calc.gui.pages.form_preview import FormPreview
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, in_one_language, page, panel_named, tick


def preview(window: MainWindow) -> FormPreview:
    action = window.findChild(QAction, "open_sample")
    assert action is not None
    action.trigger()
    window.resize(1280, 800)
    page(window, Category.TECHNICAL)
    return panel_named(window, FormPreview, "form_preview")


def dark_pixels(shown: FormPreview) -> int:
    image = shown.grab().toImage()
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return sum(QColor(image.pixel(x, y)).lightness() < 90 for x in columns for y in rows)


@in_one_language
def test_the_preview_shows_the_form_and_follows_a_change(window: MainWindow, qtbot: QtBot) -> None:
    shown = preview(window)
    qtbot.waitUntil(lambda: dark_pixels(shown) > 200)
    before = shown.grab().toImage()
    tick(qtbot, page(window, Category.TECHNICAL), "degrees.doctor")
    qtbot.waitUntil(lambda: shown.grab().toImage() != before)


@in_one_language
def test_the_preview_zooms_by_buttons_and_by_the_wheel_and_fits_again(window: MainWindow, qtbot: QtBot) -> None:
    shown = preview(window)
    label = child(shown, QLabel, "form_preview.zoom")
    assert label.text() == "100%"
    qtbot.mouseClick(child(shown, QToolButton, "form_preview.larger"), Qt.MouseButton.LeftButton)
    assert label.text() == "125%"
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown, wheel)
    QApplication.sendEvent(shown, wheel)
    assert label.text() == "80%"
    qtbot.mouseClick(child(shown, QToolButton, "form_preview.fit"), Qt.MouseButton.LeftButton)
    assert label.text() == "100%"
