"""Facts over time in the window: since when, the history, periods of work, and the salary from its parts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.app.dated_changes import DatedChange, changes, dated_facts, replaced, with_change, without
from hsp_calc.casefile import load
from hsp_calc.facts import Category, DatedFacts, Degree, Experience, Facts, WorkPeriod
from hsp_calc.facts.pay import PayKind
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.text import fact_label
from tests.gui.driving import child, in_one_language, page, retype, tick, total, trigger
from tests.gui.test_case_files import opened
from tests.gui.test_fits import texts, too_small

TECHNICAL = Category.TECHNICAL
OK = QDialogButtonBox.StandardButton.Ok


def accept(qtbot: QtBot, dialog: QDialog) -> None:
    button = dialog.findChildren(QDialogButtonBox)[0].button(OK)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press(qtbot: QtBot, dialog: QDialog, name: str) -> None:
    qtbot.mouseClick(child(dialog, QPushButton, name), Qt.MouseButton.LeftButton)


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    qtbot.mouseClick(child(parent, QAbstractButton, name), Qt.MouseButton.LeftButton)


def rows(dialog: QDialog) -> list[list[str]]:
    tree = dialog.findChildren(QTreeWidget)[0]
    items = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(tree.columnCount())] for item in items if item is not None]


def at(window: MainWindow, day: date) -> None:
    child(window, QDateEdit, "reference_date").setDate(QDate(day.year, day.month, day.day))


@in_one_language
def test_an_answer_gets_its_day_from_the_mark_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "820万")
    click(qtbot, technical, "since.annual_salary_yen")
    form = opened(window, "since_form")
    retype(qtbot, form, "since", "2026/4/1")
    retype(qtbot, form, "note", "raise")
    accept(qtbot, form)
    (entry,) = window.editor.case.history
    assert (entry.since, entry.note, entry.facts.annual_salary_yen) == (date(2026, 4, 1), "raise", 8_200_000)
    at(window, date(2026, 3, 31))
    assert child(technical, QLineEdit, "annual_salary_yen").text() == ""
    trigger(window, "undo")
    assert child(technical, QLineEdit, "annual_salary_yen").text() == "8,200,000"


@in_one_language
def test_what_is_no_day_cannot_be_accepted(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "820万")
    click(qtbot, technical, "since.annual_salary_yen")
    form = opened(window, "since_form")
    retype(qtbot, form, "since", "soon")
    assert not form.findChildren(QDialogButtonBox)[0].button(OK).isEnabled()


@in_one_language
def test_the_mark_of_a_row_dates_its_fact(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    tick(qtbot, technical, "growth_project")
    click(qtbot, technical, "since.growth_project")
    form = opened(window, "since_form")
    retype(qtbot, form, "since", "令和8年4月1日")
    accept(qtbot, form)
    assert window.editor.case.history[0].since == date(2026, 4, 1)
    at(window, date(2026, 1, 1))
    assert child(technical, AnswerBox, "growth_project").answer is None


def test_a_salary_has_a_history_and_the_reference_date_moves_through_it(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "8000000")
    click(qtbot, technical, "since.annual_salary_yen")
    press(qtbot, opened(window, "since_form"), "more")
    history = opened(window, "history")
    (form,) = history.findChildren(QDialog, "change_form")
    retype(qtbot, form, "value", "1000万")
    retype(qtbot, form, "since", "2027-04-01")
    accept(qtbot, form)
    assert [row[0] for row in rows(history)] == [window.words("always"), "2027-04-01"]
    history.close()
    line = child(technical, QLineEdit, "annual_salary_yen")
    assert line.text().replace(",", "") == "8000000"
    at(window, date(2027, 4, 1))
    assert line.text() == "10,000,000"
    retype(qtbot, technical, "annual_salary_yen", "11000000")
    at(window, date(2026, 4, 1))
    assert line.text() == "8,000,000"
    assert [entry.facts.annual_salary_yen for entry in window.editor.case.history] == [8_000_000, 11_000_000]


@in_one_language
def test_a_dated_answer_that_is_emptied_gives_way_to_the_earlier_one(window: MainWindow, qtbot: QtBot) -> None:
    dated = DatedFacts.model_validate({"from": date(2026, 4, 1), "facts": {"annual_salary_yen": 9_000_000}})
    window.editor.set_history((DatedFacts(facts=Facts(annual_salary_yen=8_000_000)), dated))
    technical = page(window, TECHNICAL)
    line = child(technical, QLineEdit, "annual_salary_yen")
    retype(qtbot, technical, "annual_salary_yen", "")
    assert line.text() == ""
    assert window.editor.facts.annual_salary_yen == 8_000_000
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "8,000,000"


def test_the_history_is_listed_edited_and_shortened_and_each_step_undone(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("en")
    window.editor.set_history(
        (
            DatedFacts.model_validate({"from": date(2025, 4, 1), "facts": {"japanese": "n2"}, "note": "exam"}),
            DatedFacts(facts=Facts(japanese_degree=True, degrees=frozenset({"bachelor", "master"}))),
        )
    )
    trigger(window, "history")
    dialog = opened(window, "history")
    assert [row[0] for row in rows(dialog)] == ["always", "always", "2025-04-01"]
    assert rows(dialog)[2][2:] == ["JLPT N2 or equivalent (BJT 400 points or more)", "exam"]
    tree = child(dialog, QTreeWidget, "history.entries")
    item = tree.topLevelItem(2)
    assert item is not None
    tree.setCurrentItem(item)
    press(qtbot, dialog, "history.edit")
    (form,) = dialog.findChildren(QDialog, "change_form")
    child(form, QComboBox, "value").setCurrentIndex(3)
    retype(qtbot, form, "since", "2025-05-01")
    retype(qtbot, form, "note", "")
    accept(qtbot, form)
    assert rows(dialog)[2][0] == "2025-05-01"
    assert window.editor.facts.japanese == "n1"
    press(qtbot, dialog, "history.delete")
    assert len(rows(dialog)) == 2
    trigger(window, "undo")
    trigger(window, "undo")
    assert window.editor.facts.japanese == "n2"
    assert rows(dialog)[2][3] == "exam"


def test_degrees_are_changed_together(window: MainWindow, qtbot: QtBot) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.bachelor")
    trigger(window, "history")
    dialog = opened(window, "history")
    press(qtbot, dialog, "history.add")
    (form,) = dialog.findChildren(QDialog, "change_form")
    combo = child(form, QComboBox, "fact")
    combo.setCurrentIndex(combo.findText(window.words("Degrees held")))
    for word in ("bachelor", "master"):
        child(form, QCheckBox, f"value.{word}").click()
    retype(qtbot, form, "since", "2027-03-20")
    accept(qtbot, form)
    assert window.editor.facts.degrees == frozenset({Degree.BACHELOR})
    at(window, date(2027, 3, 20))
    assert window.editor.facts.degrees == frozenset({Degree.BACHELOR, Degree.MASTER})


def test_periods_of_work_give_the_years_and_say_so(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    line = child(technical, QLineEdit, "experience_years")
    assert not line.isReadOnly()
    click(qtbot, technical, "list_periods")
    dialog = opened(window, "periods")
    for first, last in (("2016-04-01", "2020-03-31"), ("2019-04-01", "2021-03-31"), ("2026-10-01", "")):
        press(qtbot, dialog, "periods.add")
        form = dialog.findChildren(QDialog, "period_form")[-1]
        retype(qtbot, form, "from", first)
        retype(qtbot, form, "to", last)
        retype(qtbot, form, "employer", "Acme")
        accept(qtbot, form)
    assert [row[0] for row in rows(dialog)] == ["2016-04-01", "2019-04-01", "2026-10-01"]
    assert window.editor.months_worked(TECHNICAL) == 61
    dialog.close()
    assert line.isReadOnly()
    assert line.text() == window.words.duration(61 / 12)
    assert total(window, TECHNICAL) == "10"
    assert not child(page(window, Category.ACADEMIC), QLineEdit, "experience_years").isReadOnly()
    for _ in range(3):
        trigger(window, "undo")
    assert not line.isReadOnly()


@in_one_language
def test_a_period_that_ends_before_it_begins_is_not_accepted(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "periods")
    dialog = opened(window, "periods")
    press(qtbot, dialog, "periods.add")
    (form,) = dialog.findChildren(QDialog, "period_form")
    child(form, QCheckBox, "categories.technical").setChecked(True)
    retype(qtbot, form, "from", "2020-04-01")
    retype(qtbot, form, "to", "2019-04-01")
    assert not form.findChildren(QDialogButtonBox)[0].button(OK).isEnabled()


@in_one_language
def test_the_parts_of_the_pay_that_count_become_the_salary(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    click(qtbot, technical, "compose_pay")
    dialog = opened(window, "pay")
    for kind, yen in ((0, "50万"), (1, "1,000,000"), (4, "30000"), (5, "10000")):
        press(qtbot, dialog, "pay.add")
        form = dialog.findChildren(QDialog, "pay_form")[-1]
        child(form, QComboBox, "kind").setCurrentIndex(kind)
        retype(qtbot, form, "yen", yen)
        accept(qtbot, form)
    assert [row[3][0] for row in rows(dialog)] == ["✓", "✓", "✕", "?"]
    assert window.editor.facts.annual_salary_yen == 7_000_000
    tree = child(dialog, QTreeWidget, "pay.entries")
    item = tree.topLevelItem(3)
    assert item is not None
    tree.setCurrentItem(item)
    press(qtbot, dialog, "pay.edit")
    form = dialog.findChildren(QDialog, "pay_form")[-1]
    child(form, QComboBox, "taxed").setCurrentIndex(1)
    accept(qtbot, form)
    assert window.editor.facts.annual_salary_yen == 7_120_000
    dialog.close()
    assert child(technical, QLineEdit, "annual_salary_yen").text() == "7,120,000"
    trigger(window, "undo")
    assert window.editor.facts.annual_salary_yen == 7_000_000


@in_one_language
def test_the_pay_is_stored_with_the_case(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.hspcase"
    trigger(window, "pay")
    dialog = opened(window, "pay")
    press(qtbot, dialog, "pay.add")
    (form,) = dialog.findChildren(QDialog, "pay_form")
    retype(qtbot, form, "yen", "50万")
    accept(qtbot, form)
    window.editor.save(path)
    pay = load(path).cases[0].pay
    assert pay is not None
    assert pay.counted().yearly_yen == 6_000_000


@pytest.mark.parametrize("name", ["history", "periods", "pay"])
def test_every_input_and_button_of_the_dialogs_has_a_name(window: MainWindow, name: str) -> None:
    trigger(window, name)
    dialog = opened(window, name)
    child(dialog, QPushButton, f"{name}.add").click()
    for kind in (QLineEdit, QComboBox, QAbstractButton):
        for widget in dialog.findChildren(kind):
            said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert said or not widget.objectName() or widget.objectName().startswith("qt_"), widget.objectName()


@pytest.mark.parametrize("name", ["history", "periods", "pay", "password"])
def test_every_text_of_the_dialogs_has_the_room_it_needs(window: MainWindow, name: str) -> None:
    trigger(window, "open_sample")
    trigger(window, name)
    for dialog in window.findChildren(QDialog):
        if button := dialog.findChild(QPushButton, f"{name}.add"):
            button.click()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        assert dialog.width() <= 1024
        assert dialog.height() <= 700
        assert [label.text() for label in texts(dialog) if too_small(label)] == []


@in_one_language
def test_undo_works_by_key_in_a_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.editor.set_fact("japanese", "n1")
    trigger(window, "history")
    dialog = opened(window, "history")
    dialog.activateWindow()
    tree = child(dialog, QTreeWidget, "history.entries")
    tree.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert rows(dialog) == []
    qtbot.keyClick(tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(dialog)) == 1
    assert window.editor.facts.japanese == "n1"


@in_one_language
def test_a_computed_length_of_experience_cannot_be_typed_over(window: MainWindow, qtbot: QtBot) -> None:
    period = WorkPeriod.model_validate(
        {"from": date(2020, 1, 1), "to": date(2024, 12, 31), "categories": frozenset({TECHNICAL})}
    )
    window.editor.set_periods((period,))
    technical = page(window, TECHNICAL)
    line = child(technical, QLineEdit, "experience_years")
    before = line.text()
    line.setFocus()
    qtbot.keyClicks(line, "9")
    assert line.text() == before
    assert window.editor.case.experience == (period,)


# The history taken apart, without a window ----------------------------------------------------------------------


def test_a_change_is_taken_out_and_put_in_without_touching_others() -> None:
    history = (
        DatedFacts(facts=Facts(japanese="n2", sme=True), note="a"),
        DatedFacts.model_validate({"from": date(2026, 1, 1), "facts": {"experience_years": 3}, "kept": 1}),
    )
    first, second, *years = changes(history)
    assert (first.fact, second.fact) == ("sme", "japanese")
    assert len(years) == 3
    assert without(history, first)[0].facts == Facts(japanese="n2")
    fewer = without(history, years[0])
    assert fewer[1].facts.experience_years == Experience(technical=3, management=3)
    moved = replaced(history, second, DatedChange("japanese", "n1", date(2026, 1, 1)))
    assert moved[1].facts.japanese == "n1"
    assert moved[1].model_extra == {"kept": 1}
    assert dated_facts(moved) == {"japanese", "experience_years"}


def test_an_entry_that_says_nothing_any_more_is_dropped() -> None:
    history = (DatedFacts(facts=Facts(sme=True)),)
    assert without(history, changes(history)[0]) == ()


def test_a_change_takes_the_place_of_one_from_the_same_day() -> None:
    history = with_change((), DatedChange("sme", True, date(2026, 1, 1), "a"))
    history = with_change(history, DatedChange("sme", False, date(2026, 1, 1), "b"))
    assert [(change.value, change.note) for change in changes(history)] == [(False, "b")]


@in_one_language
def test_periods_are_those_of_the_case_in_every_scenario(window: MainWindow) -> None:
    window.editor.add_scenario("A")
    period = WorkPeriod.model_validate({"from": date(2020, 1, 1), "to": None, "categories": frozenset({TECHNICAL})})
    window.editor.set_periods((period,))
    window.editor.view_scenario(None)
    assert window.editor.months_worked(TECHNICAL) == 82


NOT_ANSWERED = {"ja": "未回答", "en": "not answered"}


def test_what_is_not_answered_from_a_day_on_is_entered_shown_and_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "8000000")
    trigger(window, "history")
    dialog = opened(window, "history")
    press(qtbot, dialog, "history.add")
    (form,) = dialog.findChildren(QDialog, "change_form")
    fact = child(form, QComboBox, "fact")
    fact.setCurrentIndex(fact.findText(fact_label("annual_salary_yen", window.words)))
    child(form, QCheckBox, "cleared").click()
    assert not form.findChildren(QDialogButtonBox)[0].button(OK).isEnabled()
    retype(qtbot, form, "since", "2026-06-01")
    accept(qtbot, form)
    assert rows(dialog)[1][:1] + rows(dialog)[1][2:3] == ["2026-06-01", NOT_ANSWERED[window.words.language]]
    dialog.close()
    assert child(technical, QLineEdit, "annual_salary_yen").text() == ""
    path = tmp_path / "a.hspcase"
    window.editor.save(path)
    (case,) = load(path).cases
    assert [case.profile().facts_on(day).annual_salary_yen for day in (date(2026, 5, 31), date(2026, 6, 1))] == [
        8_000_000,
        None,
    ]
    retype(qtbot, technical, "annual_salary_yen", "9000000")
    assert window.editor.case.profile().facts_on(date(2026, 5, 31)).annual_salary_yen == 8_000_000


@in_one_language
def test_a_time_without_employment_is_one_entry_and_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, page(window, TECHNICAL), "annual_salary_yen", "8000000")
    window.editor.set_periods((WorkPeriod.model_validate({"from": "2020-01-01", "categories": ["technical"]}),))
    before = window.editor.case
    trigger(window, "periods")
    dialog = opened(window, "periods")
    press(qtbot, dialog, "periods.gap")
    (form,) = dialog.findChildren(QDialog, "gap_form")
    retype(qtbot, form, "from", "2026-06-01")
    retype(qtbot, form, "to", "2026-05-01")
    assert not form.findChildren(QDialogButtonBox)[0].button(OK).isEnabled()
    retype(qtbot, form, "to", "2026-08-31")
    accept(qtbot, form)
    profile = window.editor.case.profile()
    salaries = [profile.facts_on(date(2026, month, 1)).annual_salary_yen for month in (5, 6, 8, 9)]
    assert salaries == [8_000_000, None, None, 8_000_000]
    assert [row[:2] for row in rows(dialog)] == [["2020-01-01", "2026-05-31"], ["2026-09-01", "継続中"]]
    window.editor.undo()
    assert window.editor.case == before


def test_a_cleared_category_is_a_change_of_its_own() -> None:
    history = (
        DatedFacts(facts=Facts(experience_years=Experience(academic=1, technical=2))),
        DatedFacts.model_validate({"from": "2026-01-01", "facts": {"experience_years": {"technical": None}}}),
    )
    found = changes(history)
    assert [(c.category, c.value) for c in found if c.since is not None] == [(TECHNICAL, None)]
    assert without(history, found[-1]) == history[:1]
    cleared = DatedChange("experience_years", None, date(2027, 1, 1), "", Category.ACADEMIC)
    assert changes(with_change(history, cleared))[-1].value is None
    both = DatedFacts.model_validate({"from": "2026-01-01", "facts": {"experience_years": None}})
    kept = without((both,), changes((both,))[0])
    assert [change.category for change in changes(kept)] == [TECHNICAL, Category.MANAGEMENT]


@in_one_language
def test_what_no_official_text_settles_is_left_out_until_the_office_has_said_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.editor.set_fact("annual_salary_yen", 8_000_000)
    trigger(window, "pay")
    dialog = opened(window, "pay")
    press(qtbot, dialog, "pay.add")
    form = dialog.findChildren(QDialog, "pay_form")[-1]
    assert child(form, QComboBox, "confirmed").isHidden()
    child(form, QComboBox, "kind").setCurrentIndex(list(PayKind).index(PayKind.SHARES))
    assert not child(form, QComboBox, "confirmed").isHidden()
    assert child(form, QComboBox, "taxed").isHidden()
    retype(qtbot, form, "yen", "3,000,000")
    accept(qtbot, form)
    assert [row[3][0] for row in rows(dialog)] == ["?"]
    assert window.editor.facts.annual_salary_yen == 8_000_000
    assert child(dialog, QLabel, "pay.proof").text()
    press(qtbot, dialog, "pay.edit")
    form = dialog.findChildren(QDialog, "pay_form")[-1]
    child(form, QComboBox, "confirmed").setCurrentIndex(1)
    accept(qtbot, form)
    assert window.editor.facts.annual_salary_yen == 3_000_000
    press(qtbot, dialog, "pay.delete")
    assert window.editor.facts.annual_salary_yen is None


@in_one_language
def test_pay_in_a_foreign_currency_asks_for_its_rate(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "pay")
    dialog = opened(window, "pay")
    press(qtbot, dialog, "pay.add")
    form = dialog.findChildren(QDialog, "pay_form")[-1]
    retype(qtbot, form, "yen", "90万")
    assert child(form, QLineEdit, "rate").isHidden()
    retype(qtbot, form, "currency", "us")
    assert not form.findChildren(QDialogButtonBox)[0].button(OK).isEnabled()
    retype(qtbot, form, "currency", "usd")
    assert not child(form, QLineEdit, "rate").isHidden()
    retype(qtbot, form, "rate", "150.00, 2026-11-20")
    accept(qtbot, form)
    assert window.editor.facts.annual_salary_yen == 10_800_000
    assert "USD" in rows(dialog)[0][1]
