"""The status guide in the window: what a scrivener asks through with a client, by clicks and by keys."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QTabWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import GuideAnswers
from hsp_calc.casefile.serialization import case_data
from hsp_calc.facts import Category
from hsp_calc.gui.guide.guide_window import status_guide
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.tool_window import ToolWindow
from tests.gui.driving import child, page, retype, trigger

FITTING = {
    "main_duty": "development",
    "language_work": "no",
    "status": "engineer_humanities_international",
    "work_kind": "knowledge",
    "has_degree": "yes",
    "degree_relation": "related",
    "duties": "skilled",
    "workplace": "own",
    "contract_term": "indefinite",
    "stability": "stable",
}
STUDENT = {
    "present": "student",
    "wanted": "simple_work",
    "paid": "yes",
    "replaces_main": "no",
    "contract_form": "employment",
    "hours_shown": "yes",
}
PAGES = ("underlying", "activity", "benefits", "employer")
VERDICTS = {
    "ja": {"fits": "適合", "doubtful": "疑義あり", "does_not_fit": "不適合", "open": "未確定", "none": "未判定"},
    "en": {
        "fits": "fits",
        "doubtful": "doubtful",
        "does_not_fit": "does not fit",
        "open": "not decided yet",
        "none": "not checked yet",
    },
}


@pytest.fixture
def english(make: Callable[[str], MainWindow]) -> MainWindow:
    """A window in English, for what does not hang on the language."""
    return make("en")


def opened(window: MainWindow, name: str = "guide.underlying") -> ToolWindow:
    """The guide, at one of its pages."""
    trigger(window, "status_guide")
    tool = child(window, ToolWindow, "status_guide")
    tool.open_page(name)
    return tool


def press(qtbot: QtBot, tool: QWidget, question: str, answer: str) -> None:
    """Click an answer."""
    button = child(tool, QToolButton, f"guide.{question}.{answer}")
    assert button.isVisible(), f"{question} is not asked"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def ask_through(qtbot: QtBot, tool: QWidget, answers: dict[str, str]) -> None:
    """Answer everything of the underlying status, the pay of 6 million yen included."""
    for question, answer in answers.items():
        press(qtbot, tool, f"underlying.{question}", answer)
    for question in ("salary_yen", "colleague_salary_yen"):
        retype(qtbot, tool, f"guide.underlying.{question}", "600万")


def said(tool: QWidget, name: str) -> str:
    """What a label says."""
    return child(tool, QLabel, name).text()


def asked(tool: QWidget, question: str) -> bool:
    """Whether a question is on the page."""
    return child(tool, QWidget, f"guide.{question}.row").isVisible()


def standing(window: MainWindow) -> str:
    """The verdict beside the points."""
    return child(window, QPushButton, "standing").text()


def kept(window: MainWindow) -> GuideAnswers:
    return window.editor.case.section(GuideAnswers)


# The underlying status -----------------------------------------------------------------------------------------------


def test_each_verdict_by_clicks(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window)
    ask_through(qtbot, tool, FITTING)
    words = VERDICTS[window.words.language]
    for question, answer, verdict in (
        ("stability", "stable", "open"),  # the click takes the answer back
        ("stability", "loss", "doubtful"),
        ("duties", "simple", "does_not_fit"),
        ("duties", "skilled", "doubtful"),
        ("stability", "stable", "fits"),
        ("contract_term", "no_contract", "does_not_fit"),
        ("contract_term", "renewable", "fits"),
        ("degree_relation", "partly", "open"),
        ("it_exam", "no", "open"),
        ("vocational", "none", "open"),
    ):
        press(qtbot, tool, f"underlying.{question}", answer)
        assert words[verdict] in said(tool, "guide.underlying.verdict"), (question, answer)
        assert words[verdict] in standing(window), (question, answer)
    retype(qtbot, tool, "guide.underlying.experience_years", "9年11か月")
    assert words["doubtful"] in standing(window)
    retype(qtbot, tool, "guide.underlying.experience_years", "10年")
    assert words["fits"] in standing(window)
    assert not child(tool, QLabel, "guide.underlying.open").isVisible()


def test_while_a_question_is_open_so_is_the_verdict(window: MainWindow, qtbot: QtBot) -> None:
    words = VERDICTS[window.words.language]
    assert words["none"] in standing(window)
    tool = opened(window)
    assert words["open"] in said(tool, "guide.underlying.verdict")
    press(qtbot, tool, "underlying.duties", "skilled")
    assert words["open"] in standing(window)
    press(qtbot, tool, "underlying.duties", "skilled")
    assert words["none"] in standing(window)
    assert kept(window) == GuideAnswers()


def test_all_can_be_answered_by_keys(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    for question, first, key in (
        ("work_kind", "knowledge", Qt.Key.Key_3),
        ("has_degree", "yes", Qt.Key.Key_Y),
        ("degree_relation", "related", Qt.Key.Key_2),
        ("it_exam", "yes", Qt.Key.Key_N),
        ("employer_category", "1", Qt.Key.Key_4),
    ):
        qtbot.keyClick(child(tool, QToolButton, f"guide.underlying.{question}.{first}"), key)
    found = kept(english).underlying
    assert (found.work_kind, found.degree_relation) == ("both", "partly")
    assert (found.has_degree, found.it_exam, found.employer_category) == (True, False, 4)
    qtbot.keyClick(child(tool, QToolButton, "guide.underlying.it_exam.no"), Qt.Key.Key_Delete)
    assert kept(english).underlying.it_exam is None


def test_what_the_case_holds_is_shown_and_not_asked(english: MainWindow, qtbot: QtBot) -> None:
    editor = english.editor
    tool = opened(english)
    assert asked(tool, "underlying.salary_yen")
    assert child(tool, QLineEdit, "guide.underlying.salary_yen").isVisible()
    editor.set_fact("annual_salary_yen", 8_200_000)
    press(qtbot, tool, "underlying.work_kind", "knowledge")
    editor.set_fact("degrees", ["master"])
    assert not child(tool, QLineEdit, "guide.underlying.salary_yen").isVisible()
    assert said(tool, "guide.underlying.salary_yen.known") == english.words.yen(8_200_000)
    assert not child(tool, QToolButton, "guide.underlying.has_degree.yes").isVisible()
    assert asked(tool, "underlying.degree_relation")


def test_the_years_are_those_of_the_open_category(english: MainWindow) -> None:
    english.editor.set_experience(Category.TECHNICAL, 10.0)
    english.editor.set_experience(Category.ACADEMIC, 2.0)
    tool = opened(english)
    assert said(tool, "guide.underlying.experience_years.known") == english.words.duration(10)
    page(english, Category.ACADEMIC)
    assert said(tool, "guide.underlying.experience_years.known") == english.words.duration(2)


def test_questions_that_no_longer_matter_are_not_asked(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    assert asked(tool, "underlying.it_exam") is False  # before it is known what the work rests on
    press(qtbot, tool, "underlying.work_kind", "knowledge")
    assert asked(tool, "underlying.it_exam")
    press(qtbot, tool, "underlying.has_degree", "yes")
    press(qtbot, tool, "underlying.degree_relation", "related")
    assert not asked(tool, "underlying.it_exam")


def test_international_services_do_not_fit_the_technical_category(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window)
    press(qtbot, tool, "underlying.work_kind", "international_services")
    reason = said(tool, "guide.underlying.reason.technical_category")
    assert VERDICTS[window.words.language]["does_not_fit"] in reason
    assert said(tool, "guide.underlying.chip.technical_category").startswith("×")


def test_details_are_folded_until_they_are_asked_for(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    details = child(tool, QLabel, "guide.underlying.more.duties.page")
    assert not details.isVisible()
    qtbot.mouseClick(child(tool, QToolButton, "guide.underlying.more.duties"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    point = english._desk.guide.underlying.points["duties"]
    for statement in (*point.strengthens, *point.documents):
        assert english.words.wording(statement) in details.text()


def test_papers_that_the_employers_category_leaves_out_are_not_listed(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    paper = english.words.wording(english._desk.guide.underlying.points["pay"].documents[0])
    assert paper in said(tool, "guide.underlying.more.pay.page")
    press(qtbot, tool, "underlying.employer_category", "1")
    assert paper not in said(tool, "guide.underlying.more.pay.page")


def test_another_status_does_not_end_the_questions_without_an_answer(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    press(qtbot, tool, "underlying.status", "other")
    assert "Check the order" in said(tool, "guide.underlying.reason.other_criteria")
    assert child(tool, QFrame, "guide.underlying.card.duties").isVisible()
    assert not child(tool, QFrame, "guide.underlying.card.workplace").isVisible()


def test_a_wrong_amount_stays_and_says_what_to_type(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    retype(qtbot, tool, "guide.underlying.colleague_salary_yen", "much")
    line = child(tool, QLineEdit, "guide.underlying.colleague_salary_yen")
    assert line.property("wrong") is True
    assert any(label.isVisible() and "8,200,000" in label.text() for label in tool.findChildren(QLabel))
    press(qtbot, tool, "underlying.duties", "skilled")
    assert line.text() == "much"
    english.set_language("ja")
    assert line.text() == "much"
    english.open_case(Case(), None)
    assert line.text() == ""


# What is kept --------------------------------------------------------------------------------------------------------


def test_undo_takes_back_a_click_and_an_amount_in_one_step_each(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    press(qtbot, tool, "underlying.duties", "simple")
    retype(qtbot, tool, "guide.underlying.colleague_salary_yen", "5500000")
    assert kept(english).underlying.colleague_salary_yen == 5_500_000
    qtbot.keyClick(tool, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kept(english).underlying.colleague_salary_yen is None
    assert kept(english).underlying.duties == "simple"
    assert child(tool, QLineEdit, "guide.underlying.colleague_salary_yen").text() == ""
    qtbot.keyClick(tool, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert english.editor.case == Case()
    assert not child(tool, QToolButton, "guide.underlying.duties.simple").isChecked()


def test_answers_are_saved_and_come_back(make: Callable[[str], MainWindow], qtbot: QtBot, tmp_path: Path) -> None:
    window = make("en")
    ask_through(qtbot, opened(window), FITTING)
    path = tmp_path / "a.hspcase"
    window.editor.save(path)
    window.open_case(Case(), None)
    assert "not checked yet" in standing(window)
    window.open_file(path)
    assert "fits" in standing(window)
    assert child(window, QToolButton, "guide.underlying.duties.skilled").isChecked()


def test_what_is_malformed_is_told_and_stays(english: MainWindow, qtbot: QtBot) -> None:
    written = {"underlying": {"duties": "hard"}}
    english.open_case(Case.model_validate({"guide": written}), None)
    tool = opened(english)
    told = child(tool, QLabel, "guide.underlying.broken")
    assert told.isVisible()
    assert "guide.underlying.duties" in told.text()
    assert "hard" in told.text()
    assert not asked(tool, "underlying.duties")
    assert case_data(english.editor.case)["guide"] == written
    qtbot.mouseClick(child(tool, QPushButton, "guide.underlying.anew"), Qt.MouseButton.LeftButton)
    assert asked(tool, "underlying.duties")
    english.editor.undo()
    assert json.loads(english.editor.case.model_dump_json())["guide"] == written


def test_the_language_changes_at_once(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    tool = opened(window)
    ask_through(qtbot, tool, FITTING | {"duties": "partly_simple"})
    window.set_language("ja")
    assert tool.windowTitle() == "在留資格ガイド"
    assert child(tool, QTabWidget, "status_guide.pages").tabText(0) == "対応する就労資格"
    assert "疑義あり" in said(tool, "guide.underlying.verdict")
    assert standing(window).startswith("対応する就労資格：△ 疑義あり")
    assert child(tool, QToolButton, "guide.underlying.duties.partly_simple").text() == "一部に含まれる"
    assert child(tool, QLineEdit, "guide.underlying.colleague_salary_yen").text() == "600万"


# The verdict beside the points ---------------------------------------------------------------------------------------


def test_nothing_of_the_guide_is_read_before_it_is_asked(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    window._desk.__dict__.pop("guide", None)
    retype(qtbot, page(window, Category.TECHNICAL), "annual_salary_yen", "8200000")
    assert "guide" not in window._desk.__dict__
    line = child(window, QPushButton, "standing")
    assert (line.isVisible(), line.property("verdict")) == (True, "muted")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert child(window, ToolWindow, "status_guide").isVisible()


def test_the_verdict_follows_the_facts_and_opens_the_guide_by_a_key(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english)
    ask_through(qtbot, tool, FITTING)
    tool.close()
    retype(qtbot, page(english, Category.TECHNICAL), "annual_salary_yen", "5999999")
    assert VERDICTS[english.words.language]["does_not_fit"] in standing(english)  # less than the colleague's
    qtbot.keyClick(child(english, QPushButton, "standing"), Qt.Key.Key_Space)
    assert tool.isVisible()


# Other activities ----------------------------------------------------------------------------------------------------


def test_each_outcome_by_clicks(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window, "guide.activity")
    rules = window._desk.guide.activity
    for question, answer, outcome in (
        ("present", "permanent_resident", "no_permission"),
        ("present", "work", "open"),
        ("wanted", "within_status", "open"),
        ("paid", "no", "no_permission"),
        ("wanted", "adult_entertainment", "not_possible"),
        ("wanted", "business", "open"),
        ("replaces_main", "yes", "change_of_status"),
        ("replaces_main", "no", "individual"),
    ):
        press(qtbot, tool, f"activity.{question}", answer)
        expected = window.words.wording(rules.outcomes[outcome])
        assert expected in said(tool, "guide.activity.outcome"), (question, answer)


def test_a_student_may_work_28_hours(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english, "guide.activity")
    for question, answer in STUDENT.items():
        press(qtbot, tool, f"activity.{question}", answer)
    rules = english._desk.guide.activity
    for hours, outcome in (("28", "comprehensive"), ("28.5時間", "not_possible"), ("169", "open")):
        retype(qtbot, tool, "guide.activity.weekly_hours", hours)
        assert english.words.wording(rules.outcomes[outcome]) in said(tool, "guide.activity.outcome"), hours
    assert child(tool, QLineEdit, "guide.activity.weekly_hours").property("wrong") is True


def test_the_present_status_is_known_from_the_case(english: MainWindow) -> None:
    english.editor.set_residence("status", "留学")
    tool = opened(english, "guide.activity")
    rules = english._desk.guide.activity
    assert said(tool, "guide.activity.present.known") == english.words.wording(
        rules.questions["present"].answers["student"]
    )
    assert not child(tool, QToolButton, "guide.activity.present.student").isVisible()


def test_the_seven_conditions_say_what_is_met(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window, "guide.activity")
    for question, answer in {"present": "work", "wanted": "business", "replaces_main": "no"}.items():
        press(qtbot, tool, f"activity.{question}", answer)
    press(qtbot, tool, "activity.main_continues", "yes")
    press(qtbot, tool, "activity.detention_order", "yes")
    rules = window._desk.guide.activity
    found = {name: said(tool, f"guide.activity.condition.{name}") for name in rules.conditions}
    assert len(found) == 7
    assert all(window.words.wording(rules.conditions[name]) in text for name, text in found.items())
    signs = {name: next(sign for sign in "✓×？–" if sign in text) for name, text in found.items()}
    assert signs == {
        "main_unhindered": "？",
        "main_continues": "✓",
        "fits_work_status": "✓",
        "nothing_unlawful": "？",
        "no_detention_order": "×",
        "good_conduct": "？",
        "employer_consents": "？",
    }
    assert window.words.wording(rules.outcomes["not_possible"]) in said(tool, "guide.activity.outcome")


def test_conditions_that_are_not_asked_have_no_question(english: MainWindow, qtbot: QtBot) -> None:
    tool = opened(english, "guide.activity")
    for question, answer in STUDENT.items():
        press(qtbot, tool, f"activity.{question}", answer)
    assert "–" in said(tool, "guide.activity.condition.employer_consents")
    assert "–" in said(tool, "guide.activity.condition.fits_work_status")
    assert not asked(tool, "activity.employer_consents")
    assert asked(tool, "activity.good_conduct")


# Benefits and the employer's page ------------------------------------------------------------------------------------


def test_benefits_check_the_conditions_of_the_case(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window, "guide.benefits")
    rules, _ = window._desk.guide.benefits, window.words
    income = _.wording(rules.conditions["parents_income"])
    assert f"<b>？</b>&nbsp;{income}" in said(tool, "guide.benefits.comparison")
    retype(qtbot, tool, "guide.household.household_income_yen", "799万9999")
    assert f"<b>×</b>&nbsp;{income}" in said(tool, "guide.benefits.comparison")
    retype(qtbot, tool, "guide.household.household_income_yen", "800万")
    assert f"<b>✓</b>&nbsp;{income}" in said(tool, "guide.benefits.comparison")
    press(qtbot, tool, "household.pregnancy", "yes")
    child_or_pregnancy = _.wording(rules.conditions["child_or_pregnancy"])
    assert f"<b>✓</b>&nbsp;{child_or_pregnancy}" in said(tool, "guide.benefits.comparison")


def test_the_applicants_own_pay_is_said_to_count(english: MainWindow) -> None:
    tool = opened(english, "guide.benefits")
    note = child(tool, QLabel, "guide.household.household_income_yen.note")
    assert not note.isVisible()
    english.editor.set_fact("annual_salary_yen", 9_000_000)
    assert note.isVisible()
    assert english.words.yen(9_000_000) in note.text()


def test_the_comparison_fits_its_width(english: MainWindow) -> None:
    tool = opened(english, "guide.benefits")
    comparison = child(tool, QLabel, "guide.benefits.comparison")
    for width, tables in ((900, 1), (640, 9)):
        tool.resize(QSize(width, 700))
        assert comparison.text().count("<table") == tables
        assert comparison.minimumSizeHint().width() <= width


def test_the_employers_page_names_both_penalties(window: MainWindow) -> None:
    tool = opened(window, "guide.employer")
    penal, _ = said(tool, "guide.employer.penal"), window.words
    for yen in (3_000_000, 5_000_000):
        assert _.yen(yen) in penal
    for penalty in window._desk.guide.employer.penalties:
        assert _.wording(penalty) in penal


def test_the_employers_page_is_written_by_its_button(english: MainWindow, qtbot: QtBot) -> None:
    printed: list[str] = []
    tool = status_guide(
        GuidePresenter(english.context),
        history=[],
        settings=english._settings,
        parent=english,
        files=english.files,
        write=lambda paper: printed.append(paper.value),
    )
    tool.retranslate(english.words)
    tool.open_page("guide.employer")
    qtbot.mouseClick(child(tool, QPushButton, "guide.employer.save_pdf"), Qt.MouseButton.LeftButton)
    assert printed == ["employer"]


def test_every_page_says_its_sources_when_it_was_checked_and_that_it_is_no_advice(window: MainWindow) -> None:
    for name in PAGES:
        tool = opened(window, f"guide.{name}")
        foot, _ = said(tool, f"guide.{name}.foot"), window.words
        rules = getattr(window._desk.guide, name)
        assert _.wording(rules.notice) in foot
        assert _.day(rules.checked_on) in foot
        assert "[1] " in foot


def test_nothing_is_cut_off_at_the_smallest_width(window: MainWindow, qtbot: QtBot) -> None:
    tool = opened(window)
    tool.resize(QSize(640, 700))
    ask_through(qtbot, tool, FITTING)
    for name in PAGES:
        tool.open_page(f"guide.{name}")
        for button in tool.findChildren(QToolButton):
            if button.isVisible() and button.objectName().startswith("guide."):
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.mapTo(tool, button.rect().topRight()).x() <= tool.width()
