"""The panels that look ahead, used as a person uses them: with the mouse, the keys and the eyes."""

from collections.abc import Callable
from datetime import date
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QToolButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.app.plan_presenter import Outlook, PlanPresenter
from hsp_calc.app.score_steps import StepKind
from hsp_calc.casefile import MOST_SCENARIOS, Answer, ConditionAnswer, ConditionAnswers, read_case
from hsp_calc.facts import Category
from hsp_calc.gui.dialogs.change_forms import SinceForm
from hsp_calc.gui.dialogs.earlier_dialog import EarlierDialog, EarlierForm
from hsp_calc.gui.pages.plan.advice_panel import AdvicePanel
from hsp_calc.gui.pages.plan.chart_export import document, set_paper
from hsp_calc.gui.pages.plan.score_chart import StepChart
from hsp_calc.gui.pages.plan.timeline_panel import TimelinePanel
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.locations import resources
from hsp_calc.rules import load_sources
from tests.gui.conftest import TODAY
from tests.gui.driving import child, in_one_language, page, panel_named, retype
from tests.gui.test_fits import texts, too_small

BIRTHDAY = date(2028, 5, 12)
ORDER = ["why", "documents", "advice", "timeline", "compare", "form_preview"]
TARGET = {"ja": "80点", "en": "80 points"}


def brought_up(window: MainWindow, name: str, kind: type[Any], category: Category = Category.TECHNICAL) -> Any:
    """A panel with the sample, in front."""
    window.files.open_sample()
    page(window, category)
    brought = panel_named(window, kind, name)
    QApplication.processEvents()
    return brought


@pytest.fixture
def timeline(window: MainWindow) -> TimelinePanel:
    panel = brought_up(window, "timeline", TimelinePanel)
    assert isinstance(panel, TimelinePanel)
    return panel


@pytest.fixture
def chart(timeline: TimelinePanel) -> StepChart:
    return child(timeline, StepChart, "timeline.chart")


@pytest.fixture
def advice(window: MainWindow) -> AdvicePanel:
    panel = brought_up(window, "advice", AdvicePanel, Category.ACADEMIC)
    assert isinstance(panel, AdvicePanel)
    return panel


def at(chart: StepChart, day: date) -> QPoint:
    return chart.place_of(day)


DATED = {
    "format": "hsp-case",
    "version": 1,
    "applicant": {"date_of_birth": "1993-05-12"},
    "history": [{"from": "2020-04-01", "facts": {"annual_salary_yen": 8_200_000}}],
    "experience": [{"from": "2020-04-01", "to": None, "categories": ["technical"]}],
}


def test_what_is_taken_for_granted_of_a_case_without_dates_stands_with_the_first_sentence(
    window: MainWindow, timeline: TimelinePanel
) -> None:
    timeline.fill_if_stale()
    assumed = child(timeline, QLabel, "timeline.assumed")
    assert assumed.isVisible()
    assert len(assumed.text().splitlines()) == 2
    assert assumed.text().splitlines()[0] in timeline.printed()
    window.editor.open(read_case(DATED), None)
    timeline.fill_if_stale()
    assert not assumed.isVisible()


def shown_day(window: MainWindow) -> date:
    shown = child(window, QDateEdit, "reference_date").date()
    return date(shown.year(), shown.month(), shown.day())


def child_at(panels: QTabWidget, index: int) -> QWidget:
    found = panels.widget(index)
    assert found is not None
    return found


def said(panel: QWidget, name: str) -> str:
    """The plain words of a label."""
    label = child(panel, QLabel, name)
    words = QTextDocument()
    words.setHtml(label.text())
    return words.toPlainText()


def test_the_panels_stand_in_order(window: MainWindow) -> None:
    panels = child(window, QTabWidget, "panels")
    assert [child_at(panels, index).objectName() for index in range(panels.count())] == ORDER
    titles = [panels.tabText(index) for index in range(panels.count())]
    assert len(set(titles)) == len(ORDER)
    assert all(titles)


# The chart -----------------------------------------------------------------------------------------------------


def test_the_chart_goes_from_three_years_before_to_five_after(chart: StepChart) -> None:
    picture = chart.picture
    assert picture is not None
    steps = picture.steps
    assert (steps[0].since, steps[-1].until) == (date(2023, 11, 22), date(2031, 11, 22))
    assert [(step.since, step.total) for step in steps] == [(date(2023, 11, 22), 80), (BIRTHDAY, 75)]
    assert picture.marks == (70, 80)


@in_one_language
def test_a_click_on_the_chart_moves_the_reference_date(window: MainWindow, chart: StepChart, qtbot: QtBot) -> None:
    place = at(chart, date(2029, 6, 1))
    asked = chart.day_at(place.x())
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert window.editor.day == shown_day(window) == asked
    assert asked is not None
    assert abs((asked - date(2029, 6, 1)).days) < 15
    assert window.editor.sheets()[Category.TECHNICAL].total == 75
    assert chart.picture is not None
    assert chart.picture.on == asked  # the years moved along


@in_one_language
def test_a_click_beside_a_change_means_the_day_of_the_change(
    window: MainWindow, chart: StepChart, qtbot: QtBot
) -> None:
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(chart, BIRTHDAY) + QPoint(2, 0))
    assert window.editor.day == shown_day(window) == BIRTHDAY


@in_one_language
def test_the_reference_date_follows_the_mouse_and_the_years_stay_meanwhile(
    window: MainWindow, chart: StepChart, qtbot: QtBot
) -> None:
    before = chart.picture
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=at(chart, date(2027, 1, 10)))
    for year in (2028, 2029, 2030):
        qtbot.mouseMove(chart, at(chart, date(year, 9, 1)))
        QApplication.processEvents()
        assert window.editor.day.year == shown_day(window).year == year
        assert chart.picture is before
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=at(chart, date(2030, 9, 1)))
    assert chart.picture is not None
    assert chart.picture.steps[-1].until.year == 2035


@in_one_language
def test_beyond_the_edges_a_drag_stays_within_the_years_that_are_shown(
    window: MainWindow, chart: StepChart, qtbot: QtBot
) -> None:
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=at(chart, date(2030, 1, 10)))
    qtbot.mouseMove(chart, QPoint(chart.width() + 50, 20))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() + 50, 20))
    assert window.editor.day == date(2031, 11, 21)


def test_pointing_at_a_step_says_its_days_its_total_and_its_cause(
    window: MainWindow, timeline: TimelinePanel, chart: StepChart, qtbot: QtBot
) -> None:
    timeline.ensureWidgetVisible(chart)
    qtbot.mouseMove(chart, at(chart, date(2030, 3, 1)))
    QApplication.processEvents()
    tip, _ = QToolTip.text(), window.words
    for words in (_.day(BIRTHDAY), _.day(date(2031, 11, 21)), _.points(75)):
        assert words in tip
    assert {"ja": "35歳の誕生日", "en": "35th birthday"}[_.language] in tip
    assert "-10" in tip
    assert "+5" in tip


def test_keys_walk_from_change_to_change_and_take_a_day(window: MainWindow, chart: StepChart, qtbot: QtBot) -> None:
    chart.setFocus()
    _ = window.words
    assert _.points(80) in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert _.day(BIRTHDAY) in chart.accessibleDescription()
    assert _.points(75) in chart.accessibleDescription()
    assert window.editor.day == TODAY
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert window.editor.day == shown_day(window) == BIRTHDAY
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert _.points(80) in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.step is not None
    assert chart.step.total == 75


def test_a_day_without_a_table_is_shown_as_such_and_the_way_back_is_open(
    window: MainWindow, chart: StepChart, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    window.editor.set_day(date(2015, 4, 1))
    assert chart.picture is not None
    kinds = [step.kind for step in chart.picture.steps]
    assert kinds[:2] == [StepKind.NO_SCORE, StepKind.RECOGNISED]
    assert StepKind.NO_SCORE not in kinds[1:]
    assert [kind for kind, _words in chart.picture.legend] == [StepKind.NO_SCORE]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(chart, date(2013, 1, 1)))
    assert window.editor.sheets() == {}
    assert child(timeline, QLabel, "timeline.headline").text()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(chart, date(2016, 9, 1)))
    assert window.editor.sheets()


def test_a_condition_that_is_not_met_has_a_pattern_and_words(window: MainWindow, chart: StepChart) -> None:
    history = window.editor.case.model_dump(mode="json", by_alias=True)["history"]
    facts = {"degrees": ["doctor"], "japanese": "n1", "annual_salary_yen": 2_900_000}
    case = window.editor.case.model_dump(mode="json", by_alias=True)
    case["history"] = [*history, {"from": "2027-06-01", "facts": facts, "note": ""}]
    window.open_case(read_case(case), None)
    assert chart.picture is not None
    closed = [step for step in chart.picture.steps if step.kind is StepKind.CLOSED]
    assert [step.since for step in closed] == [date(2027, 6, 1), BIRTHDAY]
    assert {"ja": "満たしていない", "en": "not met"}[window.words.language] in closed[0].note
    assert StepKind.CLOSED in dict(chart.picture.legend)


@in_one_language
def test_the_chart_is_painted_in_every_theme(window: MainWindow, chart: StepChart) -> None:
    pictures = []
    for theme in ("light", "dark", "contrast"):
        window.set_theme(theme)
        pictures.append(chart.grab().toImage())
    assert all(picture.allGray() is False for picture in pictures)
    assert pictures[0] != pictures[1] != pictures[2]


def higher(widget: QWidget, height: int) -> bool:
    return widget.height() > height


# What is said --------------------------------------------------------------------------------------------------


def test_the_first_sentence_is_on_permanent_residence(window: MainWindow, timeline: TimelinePanel) -> None:
    sentence = child(timeline, QLabel, "timeline.headline").text()
    assert {"ja": "今と同じであれば、点数の上では今、申請できます", "en": "The points allow an application now if"}[
        window.words.language
    ] in sentence
    window.editor.set_day(date(2027, 3, 1))
    timeline.fill_if_stale()
    assert {"ja": "2027年3月1日に申請できます", "en": "The points allow an application on 1 March 2027 if"}[
        window.words.language
    ] in child(timeline, QLabel, "timeline.headline").text()


def test_every_change_is_listed_with_its_cause_and_a_warning(window: MainWindow, timeline: TimelinePanel) -> None:
    listed = said(timeline, "timeline.changes").replace("\u2011", "-")
    assert listed.index("2023-11-22") < listed.index("2028-05-12")
    warning = said(timeline, "timeline.warnings")
    expected = {
        "ja": "2028年5月12日（35歳の誕生日）から80点ではなく75点になります（80点を下回ります）",
        "en": "From 12 May 2028 (35th birthday): 75 points instead of 80: below 80",
    }
    assert expected[window.words.language] in warning


def test_each_route_says_its_days_its_conditions_and_its_papers(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    _ = window.words
    for route in ("points_80", "points_70", "j_skip"):
        body = said(timeline, f"route.{route}.body")
        for sign in ("✓", "?"):
            assert sign in body
        fold = child(timeline, QToolButton, f"route.{route}.papers")
        card = child(timeline, QWidget, f"route.{route}")
        folded = card.height()
        fold.click()
        qtbot.waitUntil(partial(higher, card, folded))
    assert _.day(TODAY) in said(timeline, "route.points_80.body")
    assert "×" in said(timeline, "timeline.checks")


def test_what_is_entered_of_the_stay_counts_and_can_be_undone(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    retype(qtbot, timeline, "residence.arrived", "2026-04-01")
    assert window.editor.case.applicant.residence.arrived == date(2026, 4, 1)
    headline = child(timeline, QLabel, "timeline.headline")
    qtbot.waitUntil(lambda: window.words.day(date(2027, 4, 1)) in headline.text())
    window.actions_["undo"].trigger()
    assert window.editor.case.applicant.residence.arrived == date(2018, 4, 1)
    assert child(timeline, QLineEdit, "residence.arrived").text() == "2018-04-01"
    retype(qtbot, timeline, "residence.period_years", "3")
    assert window.editor.case.applicant.residence.period_years == 3.0
    status = child(timeline, QComboBox, "residence.status")
    guideline = window._desk.law.guideline
    for index in range(1, status.count()):
        status.setCurrentIndex(index)
        known = guideline.status(window.editor.case.applicant.residence.status)
        assert known is not None
        assert status.itemText(index) == window.words.wording(known)
    assert status.count() - 1 == len(guideline.statuses)
    retype(qtbot, timeline, "residence.expires", "2029-03-31")
    assert window.editor.case.applicant.residence.expires == date(2029, 3, 31)


def test_a_status_of_an_older_case_is_understood_and_an_unknown_one_is_kept_and_named(
    window: MainWindow, timeline: TimelinePanel
) -> None:
    status, note = child(timeline, QComboBox, "residence.status"), child(timeline, QLabel, "residence.status.note")
    window.editor.set_residence("status", "HSP 1(b)")
    timeline.fill_if_stale()
    assert (
        status.currentText()
        == {"ja": "高度専門職１号ロ", "en": "Highly Skilled Professional (i)(b)"}[window.words.language]
    )
    assert window.editor.case.applicant.residence.status == "HSP 1(b)"
    assert not note.isVisible()
    window.editor.set_residence("status", "特定何とか")
    timeline.fill_if_stale()
    assert status.currentText() == "特定何とか"
    assert note.isVisible()
    assert "特定何とか" in note.text()
    status.setCurrentIndex(0)
    assert window.editor.case.applicant.residence.status == ""


def answered(window: MainWindow, name: str) -> Any:
    return getattr(window.editor.case.permanent_residence or ConditionAnswers(), name)


@in_one_language
def test_a_condition_is_answered_in_one_click_and_undone(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    headline = child(timeline, QLabel, "timeline.headline")
    assert "税金" in headline.text()
    child(timeline, QToolButton, "condition.taxes.yes").click()
    assert answered(window, "taxes") == ConditionAnswer(answer=Answer.YES)
    qtbot.waitUntil(lambda: "税金" not in headline.text())
    retype(qtbot, timeline, "condition.taxes.since", "2020-04-01")
    assert answered(window, "taxes").since == date(2020, 4, 1)
    child(timeline, QToolButton, "condition.taxes.no").click()
    qtbot.waitUntil(lambda: "税金を期限までに納めていません" in headline.text())
    for expected in ("2020-04-01", None):
        window.actions_["undo"].trigger()
        assert answered(window, "taxes").since == (expected and date.fromisoformat(expected))
    window.actions_["undo"].trigger()
    assert window.editor.case.permanent_residence is None
    child(timeline, QToolButton, "condition.pension.not_sure").click()
    assert answered(window, "pension").answer is Answer.NOT_SURE


@in_one_language
def test_the_transition_of_the_3_year_period_is_asked_where_it_matters(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    first = child(timeline, QToolButton, "condition.first_application.yes")
    assert not first.isVisible()
    window.editor.set_residence("period_years", 3.0)
    timeline.fill_if_stale()
    assert first.isVisible()
    first.click()
    retype(qtbot, timeline, "condition.decision_on", "2027-09-01")
    answers = window.editor.case.permanent_residence
    assert answers is not None
    assert (answers.first_application, answers.decision_on) == (ConditionAnswer(answer=Answer.YES), date(2027, 9, 1))


@in_one_language
def test_the_date_of_what_the_headline_rests_on_is_asked_in_place(window: MainWindow, timeline: TimelinePanel) -> None:
    buttons = {
        fact: child(timeline, QToolButton, f"timeline.since.{fact}") for fact in ("annual_salary_yen", "japanese")
    }
    assert buttons["annual_salary_yen"].isVisible()
    assert not buttons["japanese"].isVisible()
    buttons["annual_salary_yen"].click()
    form = child(window, SinceForm, "since_form")
    child(form, QLineEdit, "since").setText("2021-04-01")
    form.accept()
    timeline.fill_if_stale()
    assert not buttons["annual_salary_yen"].isVisible()
    assert "年収" not in child(timeline, QLabel, "timeline.headline").text()


@in_one_language
def test_earlier_statuses_are_entered_in_a_list(window: MainWindow, timeline: TimelinePanel) -> None:
    window.editor.set_residence("since", date(2026, 4, 1))
    timeline.fill_if_stale()
    child(timeline, QToolButton, "timeline.since.residence.earlier").click()
    dialog = child(window, EarlierDialog, "earlier")
    child(dialog, QPushButton, "earlier.add").click()
    form = child(dialog, EarlierForm, "earlier_form")
    choice = child(form, QComboBox, "status")
    choice.setCurrentIndex(choice.findText("留学"))
    child(form, QLineEdit, "from").setText("2022-04-01")
    child(form, QLineEdit, "to").setText("2026-03-31")
    form.accept()
    dialog.close()
    assert [(e.status, e.since, e.until) for e in window.editor.case.applicant.residence.earlier] == [
        ("留学", date(2022, 4, 1), date(2026, 3, 31))
    ]
    timeline.fill_if_stale()
    assert "2027年4月1日" in child(timeline, QLabel, "timeline.headline").text()
    assert "留学" in child(timeline, QLabel, "residence.earlier").text()


@in_one_language
def test_filing_before_and_after_the_revision_stands_side_by_side(window: MainWindow, timeline: TimelinePanel) -> None:
    window.editor.set_residence("period_years", 3.0)
    timeline.fill_if_stale()
    compared = said(timeline, "timeline.compared")
    assert "2026年11月22日" in compared
    assert "2027年4月1日" in compared
    assert "最長の在留期間" in compared
    assert "世帯収入" in compared
    assert "世帯収入" in timeline.printed()
    window.editor.set_day(date(2027, 4, 1))
    timeline.fill_if_stale()
    assert not child(timeline, QLabel, "timeline.compared").isVisible()


@in_one_language
def test_where_the_stay_is_not_known_a_button_leads_to_its_input(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    button = child(timeline, QToolButton, "timeline.residence")
    assert not button.isVisible()
    window.editor.set_residence("arrived", None)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert child(timeline, QLineEdit, "residence.arrived").hasFocus()


def test_a_wrong_day_is_explained_and_gone_with_the_next_case(
    window: MainWindow, timeline: TimelinePanel, qtbot: QtBot
) -> None:
    retype(qtbot, timeline, "residence.since", "yesterday")
    assert window.editor.case.applicant.residence.since is None
    assert child(timeline, QLineEdit, "residence.since").property("wrong") is True
    window.open_case(read_case({"format": "hsp-case", "version": 1}), None)
    assert child(timeline, QLineEdit, "residence.since").text() == ""
    assert child(timeline, QLineEdit, "residence.since").property("wrong") is False


def test_every_input_of_the_panels_has_a_name_for_a_screen_reader(timeline: TimelinePanel) -> None:
    for kind in (QLineEdit, QComboBox, StepChart):
        for widget in timeline.findChildren(kind):
            if widget.objectName() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName(), widget.objectName()


# Files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".png", ".svg", ".ics"])
def test_the_chart_and_the_dates_are_written_to_files(
    timeline: TimelinePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"plan{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    name = "timeline.calendar" if suffix == ".ics" else "timeline.picture"
    child(timeline, QToolButton, name).click()
    match suffix:
        case ".png":
            assert QImage(str(path)).width() == 1920
        case ".svg":
            assert QSvgRenderer(str(path)).isValid()
        case _:
            lines = path.read_bytes().decode().split("\r\n")
            assert lines[0] == "BEGIN:VCALENDAR"
            assert "DTSTART;VALUE=DATE:20280512" in lines


@in_one_language
def test_a_file_that_cannot_be_written_is_said(
    window: MainWindow, timeline: TimelinePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, suffix in (("timeline.picture", ".png"), ("timeline.picture", ".svg"), ("timeline.calendar", ".ics")):
        path = tmp_path / "nowhere" / f"plan{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, path=path: (str(path), ""))
        child(timeline, QToolButton, name).click()
        box = child(window, QMessageBox, "message")
        assert box.text()
        box.close()
        box.setParent(None)


def test_the_page_is_printed_with_the_chart_and_all_that_is_said(
    window: MainWindow, timeline: TimelinePanel, chart: StepChart, tmp_path: Path
) -> None:
    assert chart.picture is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "plan.pdf"))
    made = document(timeline.printed(), chart.picture)
    made.print_(printer)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert window.words.day(BIRTHDAY) in made.toPlainText()


def test_the_printed_page_names_the_sources_with_the_day_they_were_read(
    window: MainWindow, timeline: TimelinePanel
) -> None:
    sources = load_sources(resources() / "rules" / "sources.yaml").sources
    page = unescape(timeline.printed())
    for name in ("permanent_residence_guideline", "permanent_residence_revision", "landing_criteria_order"):
        source = sources[name]
        assert window.words.wording(source.title) in page
        assert window.words.wording(source.publisher) in page
        assert window.words.day(source.checked_on) in page


def test_each_condition_shows_where_it_comes_from(window: MainWindow, timeline: TimelinePanel) -> None:
    source = load_sources(resources() / "rules" / "sources.yaml").sources["permanent_residence_guideline"]
    for name in ("taxes", "pension", "landing_criteria"):
        shown = child(timeline, QLabel, f"condition.{name}.source")
        assert window.words.wording(source.title) in shown.text()
        assert not shown.isHidden()


@pytest.mark.parametrize(("years", "asked"), [(1.0, False), (3.0, True), (5.0, False)])
def test_a_first_application_is_asked_of_who_could_profit_from_it(
    window: MainWindow, timeline: TimelinePanel, years: float, asked: bool
) -> None:
    window.editor.set_residence("period_years", years)
    timeline.fill_if_stale()
    assert child(timeline, QToolButton, "condition.first_application.yes").isVisibleTo(timeline) is asked


@pytest.mark.parametrize("window", ["en"], indirect=True)  # what Qt prints in Japanese cannot be read back
def test_every_sheet_of_paper_says_that_it_is_of_a_scenario(
    window: MainWindow, timeline: TimelinePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.editor.add_scenario("9M")
    path = tmp_path / "plan.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    child(timeline, QToolButton, "timeline.print").click()
    pages = PdfReader(path).pages
    assert len(pages) > 1
    assert all("9M" in pdf_page.extract_text() for pdf_page in pages)


# Advice --------------------------------------------------------------------------------------------------------


def test_advice_is_for_the_next_mark_and_each_suggestion_says_all(window: MainWindow, advice: AdvicePanel) -> None:
    assert advice.target == 80
    assert child(advice, QToolButton, "advice.target.80").isChecked()
    body = said(advice, "suggestion.0.body")
    assert "N1" in body
    assert "⑮" in body
    assert window.words.day(TODAY) in body


@in_one_language
def test_the_target_can_be_switched(advice: AdvicePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(advice, QToolButton, "advice.target.70"), Qt.MouseButton.LeftButton)
    assert advice.advice is not None
    assert advice.advice.reached
    assert not child(advice, QPushButton, "try.0").isVisible()


@pytest.mark.parametrize("index", [0, 1, 5])
def test_trying_a_suggestion_makes_a_scenario_that_reaches_the_target(
    window: MainWindow, advice: AdvicePanel, qtbot: QtBot, index: int
) -> None:
    assert advice.advice is not None
    suggestion = advice.advice.suggestions[index]
    advice.ensureWidgetVisible(child(advice, QPushButton, f"try.{index}"))
    qtbot.mouseClick(child(advice, QPushButton, f"try.{index}"), Qt.MouseButton.LeftButton)
    assert window.editor.scenario == 0
    assert window.editor.sheets()[Category.ACADEMIC].total == suggestion.total
    assert window.editor.sheets_of(None)[Category.ACADEMIC].total == 70
    assert child(window, QComboBox, "scenario").currentText().startswith(TARGET[window.words.language])
    window.editor.undo()
    assert not window.editor.case.scenarios


@in_one_language
def test_a_suggestion_that_waits_is_tried_on_its_day(window: MainWindow, advice: AdvicePanel) -> None:
    case = window.editor.case.model_dump(mode="json", by_alias=True)
    case["experience"] = [{"from": "2024-02-01", "to": None, "categories": ["academic"]}]
    case["history"][0]["facts"]["experience_years"] = None
    case["history"][0]["facts"]["annual_salary_yen"] = 7_000_000
    window.open_case(read_case(case), None)
    child(advice, QToolButton, "advice.target.70").click()
    assert advice.advice is not None
    waiting = [number for number, one in enumerate(advice.advice.suggestions) if one.on is not None]
    assert waiting
    while not (button := advice.findChild(QPushButton, f"try.{waiting[0]}")):
        child(advice, QPushButton, "advice.more").click()
    suggestion = advice.advice.suggestions[waiting[0]]
    button.click()
    assert window.editor.day == shown_day(window) == suggestion.on
    assert window.editor.sheets()[Category.ACADEMIC].total == suggestion.total >= 70


def test_beyond_the_last_scenario_it_is_said_why_nothing_more_is_kept(window: MainWindow, advice: AdvicePanel) -> None:
    for _number in range(MOST_SCENARIOS):
        child(advice, QPushButton, "try.0").click()
        window.editor.view_scenario(None)
        advice.fill_if_stale()
    names = [scenario.name for scenario in window.editor.case.scenarios]
    assert len(set(names)) == MOST_SCENARIOS
    assert child(advice, QLabel, "advice.limit").isVisible()
    child(advice, QPushButton, "try.0").click()
    box = child(window, QMessageBox, "message")
    assert str(MOST_SCENARIOS) in box.text()
    assert len(window.editor.case.scenarios) == MOST_SCENARIOS
    box.close()


@in_one_language
def test_advice_follows_what_is_entered_once_changes_rest(
    window: MainWindow, advice: AdvicePanel, qtbot: QtBot
) -> None:
    window.editor.set_fact("japanese", "n1")
    qtbot.waitUntil(lambda: advice.advice is not None and advice.advice.reached)


# Both ----------------------------------------------------------------------------------------------------------


def test_the_language_switches_with_the_windows(
    window: MainWindow, timeline: TimelinePanel, chart: StepChart, qtbot: QtBot
) -> None:
    other = "en" if window.words.language == "ja" else "ja"
    window.set_language(other)
    label = {"ja": "基準日", "en": "Reference date"}[other]
    qtbot.waitUntil(lambda: chart.picture is not None and chart.picture.on_label == label)
    assert child(timeline, QToolButton, "timeline.print").text() == {"ja": "印刷…", "en": "Print…"}[other]
    assert window.words.points(75) in said(timeline, "timeline.changes")
    shown = {"ja": "技術・人文知識・国際業務", "en": "Engineer/Specialist in Humanities/International Services"}[other]
    assert child(timeline, QComboBox, "residence.status").currentText() == shown
    assert window.editor.case.applicant.residence.status == "技術・人文知識・国際業務"
    assert window.editor.modified is False


@pytest.mark.usefixtures("timeline")
def test_the_years_are_worked_out_once_typing_rests_and_not_before(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[int | None] = []
    worked_out = PlanPresenter.outlook

    def outlook(planner: PlanPresenter, category: Category) -> Outlook:
        asked.append(window.editor.facts.annual_salary_yen)
        return worked_out(planner, category)

    monkeypatch.setattr(PlanPresenter, "outlook", outlook)
    retype(qtbot, page(window, Category.TECHNICAL), "annual_salary_yen", "3100000")
    assert asked == []
    qtbot.waitUntil(lambda: asked == [3_100_000])


def test_what_was_typed_last_is_in_the_calendar_without_a_wait(window: MainWindow, timeline: TimelinePanel) -> None:
    before = timeline.calendar()
    window.editor.set_residence("arrived", date(2026, 4, 1))
    assert timeline.calendar() != before
    assert "20270401" in timeline.calendar()


@in_one_language
def test_nothing_is_worked_out_while_it_cannot_be_seen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked = []
    monkeypatch.setattr(PlanPresenter, "_plan", lambda *args: asked.append(args))
    monkeypatch.setattr(PlanPresenter, "advice", lambda *args: asked.append(args))
    window.files.open_sample()
    window.editor.set_fact("annual_salary_yen", 9_000_000)
    window.editor.set_day(date(2027, 1, 1))
    window.set_language("en")
    qtbot.wait(200)
    assert asked == []


@in_one_language
@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2026, 11, 22), date(2100, 12, 31)])
def test_an_empty_case_and_the_edges_of_the_calendar_are_no_trouble(window: MainWindow, day: date) -> None:
    panels = child(window, QTabWidget, "panels")
    child(window, QDateEdit, "reference_date").setDate(QDate(day.year, day.month, day.day))
    for name in ("advice", "timeline"):
        panels.setCurrentIndex(ORDER.index(name))
        QApplication.processEvents()
    assert child(window, QLabel, "timeline.headline").text()


@pytest.mark.parametrize(("size", "scale"), [((1024, 700), 1.0), ((1280, 800), 1.0), ((1024, 700), 2.0)])
def test_every_text_has_the_room_it_needs(
    make: Callable[[str], MainWindow], qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * scale)
    qapp.setFont(larger)
    try:
        for language in ("ja", "en"):
            window = make(language)
            window.resize(*size)
            for name, kind in (("timeline", TimelinePanel), ("advice", AdvicePanel)):
                panel = brought_up(window, name, kind, Category.MANAGEMENT)
                QApplication.processEvents()
                assert [label.text() for label in texts(panel) if too_small(label)] == []
                for button in [*panel.findChildren(QPushButton), *panel.findChildren(QToolButton)]:
                    if button.isVisible() and button.text():
                        assert button.width() >= button.sizeHint().width(), button.text()
                        right = button.mapTo(panel.viewport(), QPoint(button.width(), 0)).x()
                        assert right <= panel.viewport().width() + panel.horizontalScrollBar().maximum()
    finally:
        qapp.setFont(before)
