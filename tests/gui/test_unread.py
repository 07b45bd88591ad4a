"""What is typed and cannot be read stays: in its field, in undo, in the file; and it is named before it is missed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Case, Scenario, load
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, finish, in_one_language, page, panel_named, retype, trigger

SALARY = "annual_salary_yen"
FORM = Category.TECHNICAL


def line(window: MainWindow, name: str = SALARY) -> QLineEdit:
    return child(page(window, FORM), QLineEdit, name)


def said(window: MainWindow, name: str = SALARY) -> str:
    label = child(page(window, FORM), QLabel, f"{name}.wrong")
    return label.text() if label.isVisible() else ""


def salary(window: MainWindow) -> int | None:
    return window.editor.facts.annual_salary_yen


def leave(window: MainWindow) -> None:
    child(window, QLineEdit, "name").setFocus()


def asked(window: MainWindow, name: str = "unread_texts") -> QMessageBox:
    return child(window, QMessageBox, name)


def press(window: MainWindow, button: str, name: str = "unread_texts") -> None:
    child(asked(window, name), QPushButton, button).click()
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("field", "typed"),
    [(SALARY, "約820万"), (SALARY, "8,2M"), ("experience_years", "1,5"), ("experience_years", "10年以上")],
)
def test_a_text_in_doubt_is_no_answer_and_says_how_to_write_it(
    window: MainWindow, qtbot: QtBot, field: str, typed: str
) -> None:
    retype(qtbot, page(window, FORM), field, typed)
    assert line(window, field).text() == typed
    assert getattr(window.editor.facts, field) is None
    assert typed in said(window, field)


@in_one_language
def test_a_text_is_saved_and_shown_again_in_its_field(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "case.hspcase"
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    retype(qtbot, page(window, FORM), "experience_years", "10年以上")
    window.editor.save(path)
    window.open_case(Case(), None)
    assert line(window).text() == ""
    window.open_file(path)
    assert line(window).text() == "約820万"
    assert line(window, "experience_years").text() == "10年以上"
    assert "約820万" in said(window)
    assert not window.editor.modified
    texts = {text.field: text.text for _scenario, text in load(path).cases[0].unread_texts()}
    assert texts == {SALARY: "約820万", "experience_years.technical": "10年以上"}


@in_one_language
def test_undo_takes_a_text_back_and_redo_brings_it_again(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, FORM), SALARY, "8200000")
    leave(window)
    retype(qtbot, page(window, FORM), SALARY, "about 9M")
    leave(window)
    window.editor.undo()
    assert salary(window) == 8_200_000
    assert line(window).text() == "8,200,000"
    assert said(window) == ""
    window.editor.redo()
    assert salary(window) is None
    assert line(window).text() == "about 9M"


@in_one_language
def test_a_text_that_is_mended_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    retype(qtbot, page(window, FORM), SALARY, "820万")
    assert window.editor.facts.annual_salary_yen == 8_200_000
    assert list(window.editor.case.unread_texts()) == []
    assert said(window) == ""


@in_one_language
def test_a_value_from_elsewhere_takes_the_place_of_a_text(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    leave(window)
    window.editor.set_fact(SALARY, 9_000_000)
    assert line(window).text() == "9,000,000"
    assert window.editor.case.unread == ()


def test_an_unlikely_pay_asks_and_one_click_takes_what_was_meant(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, FORM), SALARY, "820")
    leave(window)
    assert salary(window) is None
    assert line(window).text() == "820"
    button = child(page(window, FORM), QPushButton, f"{SALARY}.meant")
    assert button.isVisible()
    assert window.words.yen(8_200_000) in button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert salary(window) == 8_200_000
    assert window.editor.case.unread == ()
    assert not button.isVisible()


@in_one_language
def test_an_unlikely_pay_can_be_meant_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, FORM), SALARY, "820")
    leave(window)
    qtbot.mouseClick(child(page(window, FORM), QPushButton, f"{SALARY}.as_typed"), Qt.MouseButton.LeftButton)
    leave(window)
    assert window.editor.facts.annual_salary_yen == 820
    assert window.editor.case.unread == ()
    assert said(window) == ""


@in_one_language
def test_an_amount_is_not_asked_about_while_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    edit = line(window)
    edit.setFocus()
    qtbot.keyClicks(edit, "820")
    assert said(window) == ""
    assert not child(window, QToolButton, "unread").isVisible()
    qtbot.keyClicks(edit, "0000")
    leave(window)
    assert said(window) == ""
    assert window.editor.facts.annual_salary_yen == 8_200_000


@in_one_language
def test_a_text_over_an_answer_of_a_day_does_not_bring_an_earlier_one_back(window: MainWindow, qtbot: QtBot) -> None:
    early = DatedFacts(facts=Facts(annual_salary_yen=12_000_000))
    late = DatedFacts(**{"from": date(2025, 4, 1)}, facts=Facts(annual_salary_yen=8_000_000))
    window.open_case(Case(history=(early, late)), None)
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    leave(window)
    assert window.editor.facts.annual_salary_yen is None
    window.editor.set_day(date(2024, 1, 1))
    assert line(window).text() == "12,000,000"
    window.editor.set_day(date(2026, 11, 22))
    assert line(window).text() == "約820万"
    retype(qtbot, page(window, FORM), SALARY, "820万")
    assert [entry.facts.annual_salary_yen for entry in window.editor.case.history] == [12_000_000, 8_200_000]


@in_one_language
def test_a_text_of_a_scenario_stays_in_it(window: MainWindow, qtbot: QtBot) -> None:
    facts = (DatedFacts(facts=Facts(annual_salary_yen=7_000_000)),)
    window.open_case(Case(history=facts, scenarios=(Scenario(name="B", history=facts),)), None)
    window.editor.view_scenario(0)
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    leave(window)
    window.editor.view_scenario(None)
    assert line(window).text() == "7,000,000"
    window.editor.view_scenario(0)
    assert line(window).text() == "約820万"


def test_saving_names_what_could_not_be_read_and_leads_there(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.editor.save(tmp_path / "case.hspcase")
    retype(qtbot, page(window, FORM), "experience_years", "10年以上")
    leave(window)
    page(window, Category.ACADEMIC)
    trigger(window, "save")
    assert load(tmp_path / "case.hspcase").cases[0].unread[0].text == "10年以上"
    assert "10年以上" in window.statusBar().currentMessage()
    assert window.focusWidget() is line(window, "experience_years")


@pytest.mark.parametrize("action", ["export_pdf", "print", "checklist.csv", "copy_text", "workbook"])
@in_one_language
def test_what_leaves_the_window_names_it_first(
    window: MainWindow, qtbot: QtBot, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(window.files, "where", lambda *_given, **_kind: written.append(action))
    monkeypatch.setattr("hsp_calc.gui.shell.printing.print_pages", lambda *_given: written.append(action))
    QApplication.clipboard().clear()
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    leave(window)
    trigger(window, action)
    assert "約820万" in asked(window).informativeText()
    assert written == []
    press(window, "go_there")
    assert window.focusWidget() is line(window)
    assert written == []
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "unread_texts") is None)
    trigger(window, action)
    press(window, "go_on")
    finish(window)
    assert written == [action] or QApplication.clipboard().text()


@in_one_language
def test_nothing_is_asked_where_everything_was_read(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(window.files, "where", lambda *_given, **_kind: written.append("form"))
    retype(qtbot, page(window, FORM), SALARY, "820万円（税込）")
    trigger(window, "export_pdf")
    assert written == ["form"]
    assert window.findChild(QMessageBox, "unread_texts") is None


@in_one_language
def test_closing_names_it_whether_or_not_it_is_saved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    retype(qtbot, page(window, FORM), SALARY, "約820万")
    leave(window)
    window.close()
    assert "約820万" in asked(window, "unsaved_changes").informativeText()
    press(window, "go_there", "unsaved_changes")
    assert window.isVisible()
    assert window.focusWidget() is line(window)
    window.editor.save(tmp_path / "case.hspcase")
    window.close()
    assert window.isVisible()
    press(window, "go_on")
    assert not window.isVisible()


@in_one_language
def test_the_mark_leads_to_a_panel(window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_named(window, QWidget, "timeline")
    retype(qtbot, panel, "residence.since", "2026年11月")
    leave(window)
    panel_named(window, QWidget, "why")
    assert window.editor.case.unread[0].field == "residence.since"
    child(window, QToolButton, "unread").click()
    focused = window.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert (focused.objectName(), focused.text()) == ("residence.since", "2026年11月")
