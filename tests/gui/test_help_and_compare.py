from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import MOST_SCENARIOS, case_bytes, parse_json, read_case
from hsp_calc.facts import Category, Japanese
from hsp_calc.gui.dialogs import crash_dialog
from hsp_calc.gui.pages.presentation import Presentation
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.info import HelpCard, InfoButton
from hsp_calc.gui.widgets.row_view import RowView
from tests.gui.driving import child, in_one_language, page, panel_named, tick, total, trigger

ACADEMIC, TECHNICAL, MANAGEMENT = Category


def cards() -> list[HelpCard]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, HelpCard) and widget.isVisible()]


@pytest.fixture
def no_cards_left() -> Iterator[None]:
    yield
    for card in cards():
        card.close()


@pytest.mark.usefixtures("no_cards_left")
@pytest.mark.parametrize("category", Category)
def test_every_row_explains_itself(make: Callable[[str], MainWindow], category: Category) -> None:
    window = make("ja")
    rows = page(window, category).findChildren(RowView)
    assert rows
    for row in rows:
        button = row.findChild(InfoButton)
        assert button is not None
        assert button.accessibleName()
        button.click()
        (card,) = cards()
        words = [label.text() for label in card.findChildren(QLabel)]
        assert any("対象となるもの" in text for text in words)
        assert any("出典" in text and "2026年11月27日" in text for text in words)
        card.close()


@pytest.mark.usefixtures("no_cards_left")
def test_help_opens_and_closes_by_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    button = page(window, TECHNICAL).findChildren(InfoButton)[0]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    (card,) = cards()
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert cards() == []


def keep(window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_kwargs: (name, True))
    trigger(window, "scenario.add")


@in_one_language
def test_a_what_if_is_kept_beside_the_case_and_changes_nothing_of_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "open_sample")
    keep(window, monkeypatch, "N1")
    japanese = child(page(window, TECHNICAL), QComboBox, "japanese")
    japanese.setCurrentIndex(japanese.findData("n1"))
    assert total(window, TECHNICAL) == "95"
    scenarios = child(window, QComboBox, "scenario")
    scenarios.setCurrentIndex(0)
    scenarios.activated.emit(0)
    assert total(window, TECHNICAL) == "80"
    assert window.editor.facts.japanese is Japanese.N2
    scenarios.setCurrentIndex(1)
    scenarios.activated.emit(1)
    assert total(window, TECHNICAL) == "95"


@in_one_language
def test_scenarios_are_renamed_deleted_and_undone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    trigger(window, "open_sample")
    keep(window, monkeypatch, "first")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_kwargs: ("better", True))
    trigger(window, "scenario.rename")
    assert [scenario.name for scenario in window.editor.case.scenarios] == ["better"]
    trigger(window, "scenario.delete")
    assert not window.editor.case.scenarios
    trigger(window, "undo")
    assert [scenario.name for scenario in window.editor.case.scenarios] == ["better"]


@in_one_language
def test_there_are_four_scenarios_at_most(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    trigger(window, "open_sample")
    for number in range(MOST_SCENARIOS):
        keep(window, monkeypatch, f"scenario {number}")
    action = window.findChild(QAction, "scenario.add")
    assert action is not None
    assert not action.isEnabled()


@in_one_language
def test_a_taken_name_is_asked_for_again(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    trigger(window, "open_sample")
    keep(window, monkeypatch, "same")
    answers = iter([("same", True), ("", True), ("other", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_kwargs: next(answers))
    trigger(window, "scenario.add")
    assert [scenario.name for scenario in window.editor.case.scenarios] == ["same", "other"]


@in_one_language
def test_scenarios_are_saved_with_the_case(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    trigger(window, "open_sample")
    keep(window, monkeypatch, "N1")
    window.editor.set_fact("japanese", "n1")
    case = read_case(parse_json(case_bytes(window.editor.case)))
    assert case == window.editor.case
    assert case.scenarios[0].history[0].facts.japanese is Japanese.N1


def test_the_comparison_marks_the_rows_that_differ(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    keep(window, monkeypatch, "N1")
    window.editor.set_fact("japanese", "n1")
    compare = panel_named(window, QTextBrowser, "compare")
    lines = compare.toPlainText().splitlines()
    table = window.editor.table
    assert table is not None
    wording = window.words.wording(table.categories[TECHNICAL].criteria["japanese_n1"])
    assert [line for line in lines if line.startswith("≠ ")] == [f"≠ {wording}"]
    for expected in ("85", "80", "95", "45"):
        assert expected in lines


def presentation(window: MainWindow, qtbot: QtBot) -> Presentation:
    trigger(window, "present")
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Presentation))
    qtbot.waitExposed(shown)
    return shown


def test_the_presentation_hides_what_is_personal(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    shown = presentation(window, qtbot)
    words = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "TAN" not in words
    assert "1993" not in words
    assert child(shown, QLabel, "presentation.total").text() == "80"
    assert shown.isFullScreen()
    shown.close()


def leave(window: MainWindow, qtbot: QtBot, shown: Presentation, answer: str) -> None:
    """Leave the presentation, and answer what is asked then."""
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    question = child(window, QMessageBox, "keep_what_if")
    qtbot.mouseClick(child(question, QPushButton, answer), Qt.MouseButton.LeftButton)


def test_keys_change_facts_in_the_presentation_and_escape_leaves(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    geometry = window.geometry()
    shown = presentation(window, qtbot)
    figure = child(shown, QLabel, "presentation.total")
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert window.editor.facts.annual_salary_yen == 8_200_000, "it plays on a copy"
    assert figure.text() == "85"
    qtbot.keyClick(shown, Qt.Key.Key_3)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert figure.text() == "100"
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    assert figure.text() == "45"
    qtbot.keyClick(shown, Qt.Key.Key_PageUp)
    before = window.editor.case
    leave(window, qtbot, shown, "discard")
    assert not shown.isVisible()
    assert window.geometry() == geometry
    assert total(window, TECHNICAL) == "80"
    assert window.editor.case == before
    assert not window.editor.can_undo


def test_what_was_tried_in_the_presentation_can_be_kept_as_a_what_if(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    before = window.editor.case.history
    shown = presentation(window, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_kwargs: ("9M", True))
    leave(window, qtbot, shown, "save")
    assert [scenario.name for scenario in window.editor.case.scenarios] == ["9M"]
    assert window.editor.case.history == before
    assert total(window, TECHNICAL) == "85"
    bar = child(window, QFrame, "what_if")
    assert bar.isVisible()
    assert "9M" in child(bar, QLabel, "what_if.scenario").text()
    qtbot.mouseClick(child(bar, QToolButton, "what_if.back"), Qt.MouseButton.LeftButton)
    assert total(window, TECHNICAL) == "80"
    assert not bar.isVisible()


def test_a_presentation_in_which_nothing_was_tried_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    qtbot.keyClick(presentation(window, qtbot), Qt.Key.Key_Escape)
    assert window.findChild(QMessageBox, "keep_what_if") is None


def test_another_day_stands_in_the_bar_and_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    bar = child(window, QFrame, "what_if")
    assert not bar.isVisible()
    today = window.editor.day
    window.editor.set_day(date(2027, 3, 15))
    assert bar.isVisible()
    assert "2027" in child(bar, QLabel, "what_if.day").text()
    assert not child(bar, QLabel, "what_if.scenario").isVisible()
    qtbot.mouseClick(child(bar, QToolButton, "what_if.today"), Qt.MouseButton.LeftButton)
    assert window.editor.day == today
    assert not bar.isVisible()


def test_the_presentation_shows_everything_on_a_common_screen(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    shown = presentation(window, qtbot)
    shown.showNormal()
    shown.resize(1280, 720)
    QApplication.processEvents()
    assert shown.height() <= 720
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert shown.rect().contains(label.geometry()), label.text()
    shown.close()


def fail(message: str) -> None:
    raise ValueError(message)


def test_an_error_in_a_slot_is_reported_without_what_was_entered(window: MainWindow, qtbot: QtBot) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.master")
    with pytest.raises(ValueError, match="secret") as caught:
        fail("secret of TAN WEI LING")
    crash_dialog.tell(window, caught.value, window.words)
    box = window.findChild(QFrame, "mishap") or window.findChild(QWidget, "mishap")
    assert box is not None
    report = box.detailedText()  # type: ignore[attr-defined]  # a QMessageBox
    assert "ValueError" in report
    assert "test_help_and_compare.py" in report
    assert "secret" not in report
    box.close()
    assert total(window, TECHNICAL) == "20"
