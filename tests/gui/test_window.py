from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QTabWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.app.colors import THEMES
from hsp_calc.casefile import load
from hsp_calc.facts import Category, Degree, Facts, Japanese, Research
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.row_view import RowView
from hsp_calc.gui.widgets.stable_height import StableHeightColumn
from hsp_calc.locations import resources
from tests.gui.driving import child, in_one_language, page, retype, tick, total, trigger, type_text, visible_texts

ACADEMIC, TECHNICAL, MANAGEMENT = Category
SAMPLE = resources() / "samples" / "engineer.hspcase"

COMMON = {
    *(f"degrees.{degree}" for degree in ("bachelor", "master", "professional", "doctor", "none")),
    *("multiple_fields", "experience_years", "annual_salary_yen", "innovation_support", "sme"),
    *("local_government_support", "rd_ratio_over_3pct", "foreign_qualification", "japanese_degree", "japanese"),
    *("growth_project", "designated_university", "jica_training", "jica_used_japanese_university"),
}
RESEARCH = {"research.patent", "research.grants", "research.papers", "research.other", "research.none"}
INPUTS = {
    ACADEMIC: COMMON | RESEARCH | {"age", "degrees.mba_mot"},
    TECHNICAL: COMMON | RESEARCH | {"age", "licenses", "asset_management", "degrees.mba_mot"},
    MANAGEMENT: COMMON | {"position", "investment_100m", "asset_management", "degrees.mba_mot"},
}


@in_one_language
@pytest.mark.parametrize("category", Category)
def test_every_fact_of_a_sheet_has_one_input_with_its_name(window: MainWindow, category: Category) -> None:
    tab = page(window, category)
    inputs = [w for kind in (AnswerBox, QLineEdit, QComboBox, QSpinBox) for w in tab.findChildren(kind)]
    named = [w.objectName() for w in inputs if w.objectName() and not w.objectName().startswith("qt_")]
    assert sorted(named) == sorted(INPUTS[category])


@pytest.mark.parametrize("category", Category)
def test_every_input_has_a_name_for_a_screen_reader(window: MainWindow, category: Category) -> None:
    tab = page(window, category)
    inputs = [w for kind in (AnswerBox, QLineEdit, QComboBox, QSpinBox) for w in tab.findChildren(kind)]
    assert [w.objectName() for w in inputs if not w.accessibleName() and not w.objectName().startswith("qt_")] == []


@in_one_language
def test_an_empty_window_has_no_points_and_does_not_claim_a_verdict(window: MainWindow) -> None:
    assert [total(window, category) for category in Category] == ["0", "0", "0"]
    assert window.editor.case.history == ()


def test_the_sample_shows_its_totals_in_labels_and_tabs(window: MainWindow) -> None:
    trigger(window, "open_sample")
    tabs = child(window, QTabWidget, "categories")
    assert [total(window, category) for category in Category] == ["70", "80", "30"]
    for index, points in enumerate(("70", "80", "30")):
        assert points in tabs.tabText(index)


@in_one_language
def test_a_fact_entered_on_one_tab_counts_on_all(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    tick(qtbot, technical, "degrees.doctor")
    assert [total(window, category) for category in Category] == ["30", "30", "20"]
    assert child(page(window, MANAGEMENT), AnswerBox, "degrees.doctor").answer is True
    assert window.editor.facts.degrees == frozenset({Degree.DOCTOR})


@in_one_language
def test_each_key_of_a_salary_changes_the_total_at_once(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    child(technical, QSpinBox, "age").setValue(33)
    line = child(technical, QLineEdit, "annual_salary_yen")
    line.setFocus()
    seen = []
    for key in "10000000":
        qtbot.keyClicks(line, key)
        seen.append(total(window, TECHNICAL))
    assert seen == ["10", "10", "10", "10", "10", "10", "10", "50"]


@pytest.mark.parametrize("typed", ["8200000", "8,200,000", "820万", "８２０万円", "8.2M", "¥8,200,000"])
def test_a_salary_is_understood_as_people_type_it(make: Callable[[str], MainWindow], qtbot: QtBot, typed: str) -> None:
    window = make("ja")
    line = child(page(window, TECHNICAL), QLineEdit, "annual_salary_yen")
    type_text(qtbot, line, typed)
    assert window.editor.facts.annual_salary_yen == 8_200_000


@pytest.mark.parametrize(
    "typed", ["1993-05-12", "1993/5/12", "19930512", "平成5年5月12日", "H5.5.12", "Ｈ５．５．１２"]
)
def test_a_date_of_birth_is_understood_as_people_type_it(
    make: Callable[[str], MainWindow], qtbot: QtBot, typed: str
) -> None:
    window = make("en")
    type_text(qtbot, child(window, QLineEdit, "date_of_birth"), typed)
    assert window.editor.facts.date_of_birth == date(1993, 5, 12)
    assert child(page(window, TECHNICAL), QSpinBox, "age").value() == 33


def test_a_wrong_entry_is_kept_and_explained_and_counts_as_not_answered(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "8200000")
    retype(qtbot, technical, "annual_salary_yen", "82OOOOO")
    line = child(technical, QLineEdit, "annual_salary_yen")
    assert line.text() == "82OOOOO"
    assert window.editor.facts.annual_salary_yen is None
    assert visible_texts(technical, lambda text: "820万" in text)
    other = {"ja": "language.en", "en": "language.ja"}[window.words.language]
    trigger(window, other)
    assert line.text() == "82OOOOO"


@in_one_language
def test_experience_is_apart_for_each_category_and_can_be_typed_in_years_and_months(
    window: MainWindow, qtbot: QtBot
) -> None:
    retype(qtbot, page(window, TECHNICAL), "experience_years", "6y 11m")
    assert [total(window, category) for category in Category] == ["0", "10", "0"]
    retype(qtbot, page(window, TECHNICAL), "experience_years", "7y")
    retype(qtbot, page(window, MANAGEMENT), "experience_years", "3")
    assert [total(window, category) for category in Category] == ["0", "15", "10"]


@in_one_language
def test_a_box_goes_from_not_answered_to_yes_to_no_and_back(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    answers = []
    for _ in range(3):
        tick(qtbot, technical, "growth_project")
        answers.append(window.editor.facts.growth_project)
    assert answers == [True, False, None]


@in_one_language
def test_keys_answer_a_box(window: MainWindow, qtbot: QtBot) -> None:
    box = child(page(window, TECHNICAL), AnswerBox, "growth_project")
    box.setFocus()
    answers = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_Delete):
        qtbot.keyClick(box, key)
        answers.append(window.editor.facts.growth_project)
    assert answers == [True, False, True, None]


@in_one_language
def test_a_script_may_set_a_box_that_is_not_answered(window: MainWindow) -> None:
    box = child(page(window, TECHNICAL), AnswerBox, "growth_project")
    box.setChecked(True)
    assert window.editor.facts.growth_project is True
    box.setChecked(False)
    assert window.editor.facts.growth_project is False


@in_one_language
def test_none_of_these_is_an_answer_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    tick(qtbot, technical, "research.none")
    assert window.editor.facts.research == frozenset()
    tick(qtbot, technical, "research.papers")
    assert window.editor.facts.research == frozenset({Research.PAPERS})
    assert child(technical, AnswerBox, "research.none").answer is False


def test_a_ticked_row_that_does_not_count_says_why_in_place(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    technical = page(window, TECHNICAL)
    tick(qtbot, technical, "sme")
    assert visible_texts(technical, lambda text: "innovation support" in text and text.startswith("Not counted"))
    tick(qtbot, technical, "innovation_support")
    assert not visible_texts(technical, lambda text: text.startswith("Not counted"))
    assert total(window, TECHNICAL) == "20"


def test_the_language_switches_at_once_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    tick(qtbot, page(window, TECHNICAL), "growth_project")
    before = window.editor.case
    totals = [total(window, category) for category in Category]
    for name, section in (("language.en", "Education ①"), ("language.ja", "学歴 ①")):
        trigger(window, name)
        assert section in visible_texts(page(window, TECHNICAL), bool)
        assert [total(window, category) for category in Category] == totals
    assert window.editor.case == before


@in_one_language
def test_the_reference_date_moves_the_age(window: MainWindow) -> None:
    trigger(window, "open_sample")
    day = child(window, QDateEdit, "reference_date")
    day.setDate(QDate(2028, 5, 11))
    assert total(window, TECHNICAL) == "80"
    day.setDate(QDate(2028, 5, 12))
    assert total(window, TECHNICAL) == "75"


def test_a_day_without_a_table_says_so_and_shows_no_total(window: MainWindow) -> None:
    trigger(window, "open_sample")
    child(window, QDateEdit, "reference_date").setDate(QDate(2015, 3, 31))
    assert [total(window, category) for category in Category] == ["–", "–", "–"]
    assert visible_texts(window, lambda text: "2015-04-01" in text or "2015年4月1日" in text)
    child(window, QDateEdit, "reference_date").setDate(QDate(2026, 11, 22))
    assert total(window, TECHNICAL) == "80"


def test_another_table_brings_its_own_rows(make: Callable[[str], MainWindow]) -> None:
    window = make("ja")
    child(window, QDateEdit, "reference_date").setDate(QDate(2016, 1, 1))
    assert page(window, TECHNICAL).findChild(QWidget, "growth_project") is None
    child(window, QDateEdit, "reference_date").setDate(QDate(2026, 1, 1))
    assert page(window, TECHNICAL).findChild(QWidget, "growth_project") is not None


@pytest.mark.parametrize("theme", THEMES)
@in_one_language
def test_examples_in_empty_inputs_can_be_read(window: MainWindow, theme: str) -> None:
    window.set_theme(theme)
    lines = [line for line in window.findChildren(QLineEdit) if line.isVisible() and line.placeholderText()]
    assert lines
    for line in lines:
        seen = line.palette().color(QPalette.ColorRole.PlaceholderText)
        assert seen.alpha() == 255, line.objectName()
        assert seen.name() == THEMES[theme].muted


@in_one_language
def test_points_stand_in_one_column_on_a_card(window: MainWindow) -> None:
    page(window, TECHNICAL)
    QApplication.processEvents()
    for role in ("points", "points_counted"):
        labels = [label for row in window.findChildren(RowView) for label in row.findChildren(Label)]
        places = {
            label.mapTo(window, label.rect().topLeft()).x()
            for label in labels
            if label.isVisible() and label.property("role") == role
        }
        assert len(places) <= 1


def test_a_person_not_yet_born_on_the_day_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    retype(qtbot, window, "date_of_birth", "2027-01-01")
    assert total(window, TECHNICAL) == "–"
    assert visible_texts(window, lambda text: "2027" in text)
    assert not visible_texts(window, lambda text: "date_of_birth" in text)
    why = child(window, QTextBrowser, "why")
    qtbot.waitUntil(lambda: "2027" in why.toPlainText())
    assert "date_of_birth" not in why.toPlainText()


@in_one_language
def test_the_age_follows_the_date_of_birth_and_cannot_contradict_it(window: MainWindow, qtbot: QtBot) -> None:
    age = child(page(window, TECHNICAL), QSpinBox, "age")
    age.setValue(29)
    assert total(window, TECHNICAL) == "15"
    retype(qtbot, window, "date_of_birth", "1986-11-23")
    assert (age.value(), age.isEnabled(), total(window, TECHNICAL)) == (39, False, "5")
    retype(qtbot, window, "date_of_birth", "")
    assert age.isEnabled()


def test_choices_are_offered_in_the_language_of_the_window(window: MainWindow) -> None:
    combo = child(page(window, MANAGEMENT), QComboBox, "position")
    combo.setCurrentIndex(combo.findData("representative"))
    assert total(window, MANAGEMENT) == "10"
    words = {"ja": "代表取締役", "en": "Representative director"}[window.words.language]
    assert words in combo.currentText()
    assert window.editor.facts.position == "representative"
    japanese = child(page(window, TECHNICAL), QComboBox, "japanese")
    japanese.setCurrentIndex(japanese.findData("n1"))
    assert window.editor.facts.japanese is Japanese.N1


@in_one_language
def test_undo_and_redo_go_entry_by_entry(window: MainWindow, qtbot: QtBot) -> None:
    technical = page(window, TECHNICAL)
    retype(qtbot, technical, "annual_salary_yen", "8200000")
    tick(qtbot, technical, "degrees.doctor")
    trigger(window, "undo")
    assert (window.editor.facts.degrees, window.editor.facts.annual_salary_yen) == (None, 8_200_000)
    trigger(window, "undo")
    assert window.editor.facts == Facts()
    assert child(technical, QLineEdit, "annual_salary_yen").text() == ""
    trigger(window, "redo")
    trigger(window, "redo")
    assert total(window, TECHNICAL) == "60"
    assert child(technical, QLineEdit, "annual_salary_yen").text() == "8,200,000"


@in_one_language
def test_a_case_is_saved_and_opened_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "person.hspcase"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    retype(qtbot, window, "name", "LI LEI")
    tick(qtbot, page(window, TECHNICAL), "degrees.master")
    assert window.isWindowModified()
    trigger(window, "save")
    assert not window.isWindowModified()
    assert load(path).cases[0].applicant.name == "LI LEI"
    trigger(window, "new")
    assert total(window, TECHNICAL) == "0"
    trigger(window, "open")
    assert (total(window, TECHNICAL), child(window, QLineEdit, "name").text()) == ("20", "LI LEI")


@pytest.mark.parametrize("content", ['{"anual_salary_yen": 1}', "{", '{"format": "hsp-case", "version": 7}'])
def test_a_file_that_cannot_be_opened_is_explained_and_the_entries_stay(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, content: str
) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.master")
    path = tmp_path / "bad.json"
    path.write_text(content)
    window.open_file(path)
    message = child(window, QMessageBox, "message")
    assert path.name in message.informativeText() or "annual_salary_yen" in message.informativeText()
    message.accept()
    assert total(window, TECHNICAL) == "20"


@in_one_language
@pytest.mark.parametrize("category", Category)
def test_the_point_form_of_the_open_category_is_exported(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, category: Category
) -> None:
    path = tmp_path / "form.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    trigger(window, "open_sample")
    page(window, category)
    trigger(window, "export_pdf")
    text = "".join(pdf_page.extract_text() for pdf_page in PdfReader(path).pages)
    assert "TAN WEI LING" in text
    assert total(window, category) in text


def test_an_export_that_cannot_be_written_is_explained(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "form.pdf"), ""))
    trigger(window, "open_sample")
    trigger(window, "export_pdf")
    assert child(window, QMessageBox, "message").informativeText()
    child(window, QMessageBox, "message").accept()


@in_one_language
def test_closing_with_unsaved_changes_asks_and_cancel_keeps_everything(window: MainWindow, qtbot: QtBot) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.master")
    window.close()
    question = child(window, QMessageBox, "unsaved_changes")
    assert window.isVisible()
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert window.isVisible()
    assert total(window, TECHNICAL) == "20"


@in_one_language
def test_closing_and_discarding_closes(window: MainWindow, qtbot: QtBot) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.master")
    window.close()
    child(window, QMessageBox, "unsaved_changes").button(QMessageBox.StandardButton.Discard).click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_documents_of_what_counts_are_listed(window: MainWindow) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    panels = child(window, QTabWidget, "panels")
    panels.setCurrentIndex(1)
    shown = "".join(visible_texts(child(window, QWidget, "documents"), lambda text: text[:1] in "①②③④⑤⑥⑦⑧⑨⑭⑮⑯"))
    for mark in "①②③⑭":
        assert mark in shown
    for mark in "④⑤⑥⑦⑧⑨⑮⑯":
        assert mark not in shown


def test_the_why_panel_names_every_row_with_its_place_in_the_form(window: MainWindow) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    child(window, QTabWidget, "panels").setCurrentIndex(0)
    shown = child(window, QWidget, "why").toPlainText()  # type: ignore[attr-defined]  # a QTextBrowser
    table = window.editor.table
    assert table is not None
    for criterion in table.categories[TECHNICAL].criteria.values():
        assert window.words.wording(criterion.cite) in shown


def test_the_disclaimer_is_always_in_sight(window: MainWindow) -> None:
    words = {"ja": "法的助言ではありません", "en": "not legal advice"}[window.words.language]
    assert visible_texts(window.statusBar(), lambda text: words in text)


def test_qt_speaks_the_language_of_the_window(make: Callable[[str], MainWindow]) -> None:
    window = make("ja")
    box = QMessageBox(window)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert "キャンセル" in box.button(QMessageBox.StandardButton.Cancel).text()
    trigger(window, "language.en")
    box = QMessageBox(window)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Cancel"


@in_one_language
def test_the_whole_form_can_be_reached_by_the_tab_key(window: MainWindow) -> None:
    technical = page(window, TECHNICAL)
    reached: set[str] = set()
    first: QWidget = child(window, QLineEdit, "name")
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
            reached.add(widget.objectName())
        widget = widget.nextInFocusChain()
    assert INPUTS[TECHNICAL] <= reached
    assert technical.isVisible()


@in_one_language
def test_the_sample_file_opens_from_the_disk_under_its_name(window: MainWindow) -> None:
    window.open_file(SAMPLE)
    assert SAMPLE.name in window.windowTitle()
    assert isinstance(child(window, QLabel, "total.technical"), QLabel)


@in_one_language
def test_the_open_category_has_the_largest_figure_and_the_others_are_alike(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    retype(qtbot, page(window, TECHNICAL), "annual_salary_yen", "3000000")
    heights = {c: child(window, QLabel, f"total.{c.value}").fontMetrics().height() for c in Category}
    assert heights[TECHNICAL] > heights[ACADEMIC] == heights[MANAGEMENT]


@in_one_language
@pytest.mark.parametrize("name", ["annual_salary_yen", "name"])
def test_the_keys_of_undo_work_while_a_line_has_the_focus(window: MainWindow, qtbot: QtBot, name: str) -> None:
    tick(qtbot, page(window, TECHNICAL), "degrees.doctor")
    line = child(window if name == "name" else page(window, TECHNICAL), QLineEdit, name)
    line.setFocus()
    qtbot.keyClicks(line, "9000000")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.facts == Facts()


def test_a_day_without_a_table_shows_no_score_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    sheet = page(window, Category.TECHNICAL)
    today, why = window.editor.day, child(window, QTextBrowser, "why")
    assert visible_texts(sheet, lambda text: text.startswith("+"))
    window.editor.set_day(date(2015, 1, 1))
    assert not visible_texts(sheet, lambda text: text.startswith("+") or text in {"20点", "20 points"})
    qtbot.waitUntil(lambda: "2015-04-01" in why.toPlainText() or "2015年4月1日" in why.toPlainText())
    window.editor.set_day(today)
    assert visible_texts(sheet, lambda text: text.startswith("+"))


def test_what_stands_beneath_the_result_does_not_jump_while_a_salary_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    shown, panels = page(window, TECHNICAL), child(window, QTabWidget, "panels")
    line = child(shown, QLineEdit, "annual_salary_yen")
    places: set[int] = set()
    for _round in range(2):
        places.clear()
        line.setFocus()
        line.selectAll()
        for digit in "12345678":
            qtbot.keyClicks(line, digit)
            QApplication.processEvents()
            places.add(panels.geometry().top())
    assert len(places) == 1


def test_the_room_of_the_verdict_is_given_back_once_the_entry_is_finished(window: MainWindow, qtbot: QtBot) -> None:
    panels, shown = child(window, QTabWidget, "panels"), page(window, TECHNICAL)
    empty = panels.geometry().top()
    trigger(window, "open_sample")
    qtbot.waitUntil(lambda: panels.geometry().top() < empty)
    sample = panels.geometry().top()
    line = child(shown, QLineEdit, "annual_salary_yen")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panels.geometry().top() > sample)
    unanswered = panels.geometry().top()
    qtbot.keyClicks(line, "8200000")
    QApplication.processEvents()
    assert panels.geometry().top() == unanswered
    child(window, QLineEdit, "name").setFocus()
    qtbot.waitUntil(lambda: panels.geometry().top() == sample)


def test_ctrl_tab_goes_through_the_panels_and_the_focus_goes_along(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    panels = child(window, QTabWidget, "panels")
    child(window, QTextBrowser, "why").setFocus()
    for index in range(1, panels.count()):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert panels.currentIndex() == index
        current = panels.currentWidget()
        focused = QApplication.focusWidget()
        assert current is not None
        assert focused is not None
        assert focused is current or current.isAncestorOf(focused)


def test_without_a_table_no_note_on_the_next_band_stays(window: MainWindow) -> None:
    trigger(window, "open_sample")
    window.editor.set_day(date(1990, 1, 1))
    trigger(window, "language.en" if window.words.language == "ja" else "language.ja")
    shown = page(window, TECHNICAL)
    assert not visible_texts(shown, lambda text: "+5" in text)


def test_the_room_of_the_verdict_is_given_back_where_there_is_no_score(window: MainWindow) -> None:
    said = window.findChild(StableHeightColumn)
    assert said is not None
    layout = said.layout()
    assert layout is not None
    window.editor.set_day(date(1990, 1, 1))
    assert said.minimumHeight() == layout.totalHeightForWidth(said.width())


@in_one_language
def test_the_name_in_kanji_and_the_nationality_are_seen_and_changed(window: MainWindow, qtbot: QtBot) -> None:
    window.files.open_sample()
    assert child(window, QLineEdit, "name_ja").text() == "タン・ウェイリン"
    assert child(window, QLineEdit, "nationality").text() == "Singapore"
    retype(qtbot, window, "name_ja", "陳 偉玲")
    retype(qtbot, window, "nationality", "Malaysia")
    applicant = window.editor.case.applicant
    assert (applicant.name_ja, applicant.nationality) == ("陳 偉玲", "Malaysia")
    trigger(window, "undo")
    assert child(window, QLineEdit, "nationality").text() == "Singapore"
