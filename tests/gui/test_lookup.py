"""Stories at the reference desk: what is asked there is answered, kept in the case and entered on the sheets."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from hsp_calc.app.lookup.work_periods_presenter import lane_of
from hsp_calc.casefile import Case
from hsp_calc.casefile.case import SECTIONS
from hsp_calc.casefile.sections import Qualifications
from hsp_calc.casefile.serialization import case_data
from hsp_calc.facts import Category, PeriodKind, WorkPeriod
from hsp_calc.gui.dialogs.periods_dialog import PeriodsDialog
from hsp_calc.gui.lookup.degree_form import DegreeForm
from hsp_calc.gui.lookup.search_results import HitList
from hsp_calc.gui.lookup.work_periods_chart import SpanChart
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.tool_window import ToolPage, ToolWindow
from hsp_calc.gui.widgets.inputs import ChoiceEdit
from hsp_calc.output import form_data, form_options
from hsp_calc.text import FormLanguage
from tests.gui.driving import child, in_one_language, page, retype, total
from tests.gui.test_fits import texts, too_small

FILLED = {
    "university": {"id": "the_university_of_tokyo", "name": "東京大学"},
    "form": {"university": {"route": "designated_university_ranked"}},
    "qualifications": {"it_exams": ["japan_ro_9", "no_such"], "national": ["弁理士"]},
    "enterprise": {"industry": "service", "owner": "company", "capital_yen": 50_000_001, "employees": 101},
    "rd_year": {"closing_month": 9, "expenses_yen": 12_000_000, "sales_yen": 350_000_000},
    "titles": {"held": [{"title": "professional"}, {"title": "mba", "field": "経営"}, {"title": "knight"}]},
}
"""What a case keeps that has been at every page."""
FACTS = {
    "university": "designated_university",
    "qualifications": "licenses",
    "enterprise": "sme",
    "rd_year": "rd_ratio_over_3pct",
    "titles": "degrees",
}


def open_desk(window: MainWindow, name: str) -> ToolWindow:
    window.tools.open("reference_desk", f"desk.{name}")
    return child(window, ToolWindow, "reference_desk")


def click(qtbot: QtBot, parent: ToolWindow, name: str) -> None:
    button = child(parent, QToolButton, name)
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(parent: ToolWindow, name: str, value: str) -> None:
    combo = child(parent, ChoiceEdit, name)
    combo.setCurrentIndex(combo.findData(value))


def text(parent: ToolWindow, name: str) -> str:
    label = child(parent, QLabel, name)
    return label.text() if label.isVisible() else ""


def kept(window: MainWindow) -> dict[str, object]:
    case = window.editor.case
    named = {section.key for section in SECTIONS} | (case.model_extra or {}).keys()
    return {name: part for name, part in case_data(case).items() if name in named}


def fact(window: MainWindow, name: str) -> object:
    return getattr(window.editor.facts, name)


def shown_on_sheet(window: MainWindow, fact: str) -> str:
    label = child(page(window, Category.TECHNICAL), QLabel, f"kept.{fact}")
    return label.text() if label.isVisibleTo(window) else ""


# Universities --------------------------------------------------------------------------------------------------


def test_a_university_is_looked_up_chosen_by_keys_and_entered_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "university")
    retype(qtbot, desk, "university.search", "とうほくだいがく" if window.words.language == "ja" else "Tohoku Univ.")
    hits = child(desk, HitList, "university.hits")
    qtbot.waitUntil(desk.isActiveWindow)
    qtbot.keyClick(child(desk, QLineEdit, "university.search"), Qt.Key.Key_Down)
    assert hits.hasFocus()
    qtbot.keyClick(hits, Qt.Key.Key_Return)
    name = {"ja": "東北大学（日本）", "en": "Tohoku University (Japan)"}[window.words.language]
    assert text(desk, "university.name") == name
    assert fact(window, "designated_university") is True
    assert kept(window)["form"] == {"university": {"route": "designated_university_ranked"}}
    assert shown_on_sheet(window, "designated_university").startswith(name)
    assert total(window, Category.TECHNICAL).startswith("10")
    window.actions_["undo"].trigger()
    assert window.editor.case == Case()
    assert text(desk, "university.name") == ""


def test_two_universities_of_one_name_are_told_apart(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "university")
    retype(qtbot, desk, "university.search", "東北大学")
    hits = child(desk, HitList, "university.hits")
    details = [hits.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(hits.count())]
    countries = {"ja": ("日本", "中国"), "en": ("Japan", "China")}[window.words.language]
    assert len(details) == 2
    for country, detail in zip(countries, details, strict=True):
        assert country in detail


@in_one_language
def test_a_university_in_japan_asks_for_the_japanese_degree_and_one_abroad_does_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = open_desk(window, "university")
    for query, asks in (("ETH Zurich", False), ("University of Tokyo", True)):
        retype(qtbot, desk, "university.search", query)
        child(desk, HitList, "university.hits").setCurrentRow(0)
        click(qtbot, desk, "university.choose")
        assert bool(text(desk, "university.japanese_degree.state")) is asks
    assert fact(window, "japanese_degree") is None
    assert "+10" in text(desk, "university.japanese_degree.state")
    click(qtbot, desk, "university.japanese_degree")
    assert fact(window, "japanese_degree") is True
    assert text(desk, "university.japanese_degree.state") == ""
    assert total(window, Category.TECHNICAL).startswith("20")


def test_what_is_on_no_list_is_not_a_no_and_can_be_entered_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "university")
    retype(qtbot, desk, "university.search", "Xyzzy Polytechnic")
    answer = {"ja": "「該当しない」という意味ではありません", "en": "That does not mean no: check the latest"}
    assert answer[window.words.language] in text(desk, "university.answer")
    assert not child(desk, QToolButton, "university.choose").isVisible()
    click(qtbot, desk, "university.by_hand.innovative_asia")
    assert kept(window)["university"] == {"name": "Xyzzy Polytechnic"}
    assert fact(window, "designated_university") is True
    assert shown_on_sheet(window, "designated_university").startswith("Xyzzy Polytechnic")


def test_similar_names_are_offered_as_similar_only(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "university")
    retype(qtbot, desk, "university.search", "sorbone")
    apart = {"ja": "同じ学校ではありません", "en": "not the same school"}[window.words.language]
    assert apart in text(desk, "university.similar_heading")
    assert child(desk, HitList, "university.hits").count() == 0
    hits = child(desk, HitList, "university.similar")
    assert hits.count() == 1
    assert hits.current is None
    retype(qtbot, desk, "university.search", "Sorbonne University")
    assert (hits.count(), child(desk, HitList, "university.hits").count()) == (0, 1)
    assert text(desk, "university.similar_heading") == ""


def test_ranks_are_typed_as_people_write_them_and_go_with_their_route(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("en")
    desk = open_desk(window, "university")
    retype(qtbot, desk, "university.search", "ETH")
    child(desk, HitList, "university.hits").setCurrentRow(0)
    click(qtbot, desk, "university.choose")
    for typed, place in (("0", None), ("４５位", 45), ("201-250", None), ("100001", None), ("1", 1)):
        retype(qtbot, desk, "university.rank.qs", typed)
        ranks = {} if place is None else {"ranks": {"qs": place}}
        assert kept(window)["form"] == {"university": {"route": "designated_university_ranked", **ranks}}
        assert child(desk, QLineEdit, "university.rank.qs").text() == typed
        assert bool(text(desk, "university.rank.qs.wrong")) is (place is None)
    choose(desk, "university.route", "top_global")
    assert kept(window)["form"] == {"university": {"route": "designated_university_super_global"}}
    click(qtbot, desk, "university.remove")
    assert fact(window, "designated_university") is None
    assert "university" not in kept(window)


# Exams ---------------------------------------------------------------------------------------------------------


def test_exams_are_found_by_country_and_name_and_counted(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "qualifications")
    hits = child(desk, HitList, "qualifications.hits")
    assert hits.count() == 75
    choose(desk, "qualifications.country", "philippines")
    assert 0 < hits.count() < 75
    choose(desk, "qualifications.country", "japan")
    retype(qtbot, desk, "qualifications.search", "応用情報")
    hits.setCurrentRow(0)
    click(qtbot, desk, "qualifications.add_exam")
    assert (fact(window, "licenses"), total(window, Category.TECHNICAL)[0]) == (1, "5")
    assert not child(desk, QToolButton, "qualifications.add_exam").isEnabled()
    national = child(desk, QLineEdit, "qualifications.national")
    national.setFocus()
    national.insert("弁理士")
    qtbot.keyClick(national, Qt.Key.Key_Return)
    assert desk.isVisible()
    assert kept(window)["qualifications"] == {"it_exams": ["japan_ro_9"], "national": ["弁理士"]}
    assert (fact(window, "licenses"), total(window, Category.TECHNICAL)[:2]) == (2, "10")
    name = {"ja": "応用情報技術者試験", "en": "Applied Information Technology Engineer Examination"}
    assert name[window.words.language] in shown_on_sheet(window, "licenses")
    assert "弁理士" in shown_on_sheet(window, "licenses")
    click(qtbot, desk, "qualifications.remove.1")
    assert fact(window, "licenses") == 1
    window.actions_["undo"].trigger()
    assert fact(window, "licenses") == 2


def test_a_number_typed_on_the_sheet_is_not_written_over(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    window.editor.set_fact("licenses", 3)
    desk = open_desk(window, "qualifications")
    child(desk, HitList, "qualifications.hits").setCurrentRow(0)
    click(qtbot, desk, "qualifications.add_exam")
    assert fact(window, "licenses") == 3
    assert text(desk, "qualifications.apply.state") == "The score sheets say 3, this list 1."
    assert shown_on_sheet(window, "licenses").endswith("– not entered on the score sheet")
    click(qtbot, desk, "qualifications.apply")
    assert fact(window, "licenses") == 1
    assert text(desk, "qualifications.apply.state") == "✓ The score sheets say 1."
    assert shown_on_sheet(window, "licenses") == "Registered Information Security Specialist Examination"


def test_an_exam_typed_by_its_name_counts_once(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("ja")
    window.editor.keep(lambda case: case.with_section(Qualifications(it_exams=("japan_ro_9",))))
    desk = open_desk(window, "qualifications")
    retype(qtbot, desk, "qualifications.national", "応用情報技術者")
    assert "1回だけ" in text(desk, "qualifications.wrong")
    assert not child(desk, QToolButton, "qualifications.add_national").isEnabled()


# SME and R&D ---------------------------------------------------------------------------------------------------


def test_the_sme_test_takes_what_people_type_on_both_sides_of_its_limits(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("ja")
    desk = open_desk(window, "enterprise")
    choose(desk, "enterprise.industry", "service")
    choose(desk, "enterprise.owner", "company")
    for capital, employees, verdict in (
        ("1億円", "", "まだ"),
        ("5000万円", "101人", "✓"),
        ("5000万1円", "101", "✕"),
        ("５０，０００，００１", "１００名", "✓"),
    ):
        retype(qtbot, desk, "enterprise.capital_yen", capital)
        retype(qtbot, desk, "enterprise.employees", employees)
        assert text(desk, "enterprise.verdict").startswith(verdict)
        assert child(desk, QToolButton, "enterprise.apply").isVisible() is (verdict != "まだ")
    assert fact(window, "sme") is None
    kept_line = "サービス業、資本金5,000万1円、従業員100人"
    assert shown_on_sheet(window, "sme") == f"{kept_line} – 計算表に未反映"
    click(qtbot, desk, "enterprise.apply")
    assert fact(window, "sme") is True
    assert shown_on_sheet(window, "sme") == kept_line
    retype(qtbot, desk, "enterprise.employees", "101")
    click(qtbot, desk, "enterprise.apply")
    assert fact(window, "sme") is False


def test_the_sme_test_by_keys_alone(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    desk = open_desk(window, "enterprise")
    qtbot.waitUntil(desk.isActiveWindow)
    child(desk, ChoiceEdit, "enterprise.industry").setFocus()

    def press(*keys: Qt.Key | str) -> None:
        for key in keys:
            focused = desk.focusWidget()
            assert focused is not None
            if isinstance(key, str):
                qtbot.keyClicks(focused, key)
            else:
                qtbot.keyClick(focused, key)

    press("Ret", Qt.Key.Key_Tab, "Comp", Qt.Key.Key_Tab, "50000001", Qt.Key.Key_Tab, "50", Qt.Key.Key_Tab)
    assert kept(window)["enterprise"] == {
        "industry": "retail",
        "owner": "company",
        "capital_yen": 50_000_001,
        "employees": 50,
    }
    press(Qt.Key.Key_Space)
    assert fact(window, "sme") is True


def test_of_a_sole_proprietor_the_employees_alone_decide(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "enterprise")
    choose(desk, "enterprise.industry", "retail")
    choose(desk, "enterprise.owner", "sole_proprietor")
    assert not child(desk, QLineEdit, "enterprise.capital_yen").isVisible()
    for employees, verdict in (("50", "✓"), ("51", "✕")):
        retype(qtbot, desk, "enterprise.employees", employees)
        assert text(desk, "enterprise.verdict").startswith(verdict)
        assert {"ja": "個人事業主", "en": "sole proprietor"}[window.words.language] in text(desk, "enterprise.reason")


def test_what_is_not_understood_stays_and_is_told_until_another_case_comes(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("en")
    desk = open_desk(window, "enterprise")
    retype(qtbot, desk, "enterprise.employees", "about fifty")
    assert "cannot be read as a whole number" in text(desk, "enterprise.employees.wrong")
    window.set_language("ja")
    assert child(desk, QLineEdit, "enterprise.employees").text() == "about fifty"
    assert "整数として読み取れません" in text(desk, "enterprise.employees.wrong")
    window.open_case(Case(), None)
    assert child(desk, QLineEdit, "enterprise.employees").text() == ""
    assert text(desk, "enterprise.employees.wrong") == ""


def fraction_of(window: MainWindow) -> object:
    """The percent of the form's fraction."""
    table, sheet = window.editor.table, window.editor.sheets()[Category.TECHNICAL]
    assert table is not None
    options = form_options(window.editor.case, table.categories[Category.TECHNICAL])
    data = json.dumps(form_data(window.editor.case, sheet, table=table, language=FormLanguage.EN, **options))
    return next(iter(re.findall(r'"percent": "([0-9.]+)"', data)), None)


@in_one_language
@pytest.mark.parametrize(
    ("expenses", "answer", "shown"),
    [("3,000,001", True, "3.00"), ("300万円", False, None)],
    ids=["just above", "exactly 3%"],
)
def test_the_ratio_is_compared_exactly_and_fills_the_form(
    window: MainWindow, qtbot: QtBot, expenses: str, answer: bool, shown: str | None
) -> None:
    desk = open_desk(window, "research")
    retype(qtbot, desk, "rd_year.expenses_yen", expenses)
    retype(qtbot, desk, "rd_year.sales_yen", "1億円")
    before = window.editor.case
    click(qtbot, desk, "rd_year.apply")
    assert fact(window, "rd_ratio_over_3pct") is answer
    assert fraction_of(window) == shown
    assert "form" not in kept(window)
    assert text(desk, "rd_year.apply.state").startswith("✓")
    window.actions_["undo"].trigger()
    assert window.editor.case == before


def test_the_year_that_counts_follows_the_day_of_application(make: Callable[[str], MainWindow]) -> None:
    window = make("en")
    desk = open_desk(window, "research")
    choose(desk, "rd_year.owner", "company")
    choose(desk, "rd_year.closing_month", "9")
    assert text(desk, "rd_year.span") == "1 October 2024 to 30 September 2025"
    window.editor.set_day(window.editor.day.replace(month=12, day=1))
    assert text(desk, "rd_year.span") == "1 October 2025 to 30 September 2026"
    choose(desk, "rd_year.owner", "sole_proprietor")
    assert text(desk, "rd_year.span") == "1 January 2025 to 31 December 2025"
    window.editor.set_day(window.editor.day.replace(month=3, day=31))
    assert text(desk, "rd_year.span") == "1 January 2024 to 31 December 2024"


# Experience and degrees ----------------------------------------------------------------------------------------


def period(since: str, until: str | None, *categories: Category) -> WorkPeriod:
    return WorkPeriod.model_validate({"from": since, "to": until, "categories": categories, "employer": "Alpha"})


def test_experience_says_its_total_the_next_band_and_its_day(window: MainWindow) -> None:
    window.editor.set_periods((period("2016-12-01", None, Category.TECHNICAL),))
    desk = open_desk(window, "experience")
    says = {
        "ja": (
            "ロ 専門・技術：9年11か月",
            "次の段階（10年・20点）まであと1か月です。\n入力どおりに在職が続けば、2026年12月1日に達します。",
            "最も高い段階に達しています。",
        ),
        "en": (
            "(b) Technical: 9 years 11 months",
            (
                "1 month to the next band, 10 years (20 points).\n"
                "You reach it on 1 December 2026 if the work goes on as entered."
            ),
            "The highest band is reached.",
        ),
    }
    total_now, missing, highest = says[window.words.language]
    window.editor.set_day(date(2026, 11, 30))
    assert text(desk, "experience.technical") == total_now
    assert text(desk, "experience.technical.next").startswith(missing)
    assert child(desk, SpanChart, "experience.chart").accessibleDescription().count(total_now) == 1
    window.editor.set_day(date(2026, 12, 1))
    assert text(desk, "experience.technical.next").startswith(highest)


def test_overlaps_lie_beneath_each_other_and_gaps_are_told(make: Callable[[str], MainWindow]) -> None:
    window = make("en")
    window.editor.set_periods(
        (
            period("2018-01-01", "2019-12-31", Category.TECHNICAL),
            period("2019-07-01", "2020-06-30", Category.TECHNICAL),
            period("2021-01-01", "2021-12-31", Category.TECHNICAL, Category.ACADEMIC),
        )
    )
    lane = lane_of(window.editor, Category.TECHNICAL, window.words)
    assert [bar.row for bar in lane.bars] == [0, 1, 0]
    assert lane.counted == ((date(2018, 1, 1), date(2020, 7, 1)), (date(2021, 1, 1), date(2022, 1, 1)))
    assert lane.sentences == (
        "(b) Technical: 3 years 6 months",
        "1 year 6 months to the next band, 5 years (10 points).",
        "The periods entered do not reach it.",
        (
            "Of 3 periods nothing is said of their proof; they are counted as entered. Only what employers' "
            "certificates prove counts."
        ),
        "Days on which periods overlap count once.",
        "Gaps: 1 July 2020 to 31 December 2020.",
        "Bands by date: 3 years: 1 July 2021.",
    )
    chart = child(open_desk(window, "experience"), SpanChart, "experience.chart")
    places = [chart.place_of(bar, lane) for bar in lane.bars]
    assert [chart.bar_at(place.x(), place.y()) for place in places] == list(lane.bars)


def test_ten_years_lived_with_five_proven_are_five_and_it_is_said(make: Callable[[str], MainWindow]) -> None:
    window = make("en")
    proven = period("2011-01-01", "2015-12-31", Category.TECHNICAL).model_copy(update={"proven": True})
    unproven = period("2016-01-01", "2020-12-31", Category.TECHNICAL).model_copy(update={"proven": False})
    study = period("2005-01-01", "2009-12-31", Category.TECHNICAL).model_copy(update={"kind": PeriodKind.STUDY})
    window.editor.set_periods((study, proven, unproven))
    assert window.editor.months_worked(Category.TECHNICAL) == 60
    said = lane_of(window.editor, Category.TECHNICAL, window.words).sentences
    assert "Worked: 10 years. Only 5 years of it count: the rest cannot be proved." in said
    assert "Study is left out: it is no practical experience." in said
    assert "Bands by date: 3 years: 1 January 2014, 5 years: 1 January 2016." in said


@in_one_language
def test_the_periods_are_entered_from_the_page_and_show_in_it_at_once(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "experience")
    assert not child(desk, SpanChart, "experience.chart").isVisible()
    click(qtbot, desk, "experience.periods")
    dialog = child(window, PeriodsDialog, "periods")
    assert dialog.isVisible()
    window.editor.set_periods((period("2016-12-01", None, Category.TECHNICAL),))
    assert child(desk, SpanChart, "experience.chart").isVisible()
    dialog.close()


def test_degrees_give_their_rows_and_are_entered_on_the_sheets(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "degrees")
    for place, (title, field) in enumerate((("mba", "business"), ("master", ""), ("vocational_specialist", ""))):
        choose(desk, "titles.choice", title)
        click(qtbot, desk, "titles.add")
        if field:
            qtbot.keyClicks(child(desk, QLineEdit, f"titles.{place}.field"), field)
    assert fact(window, "degrees") == {"mba_mot", "master"}
    assert fact(window, "multiple_fields") is None
    retype(qtbot, desk, "titles.1.field", "law")
    assert fact(window, "multiple_fields") is True
    for category, points in ((Category.ACADEMIC, 25), (Category.TECHNICAL, 30), (Category.MANAGEMENT, 30)):
        assert window.words.points(points) in text(desk, f"titles.{category.value}")
        assert total(window, category).startswith(str(points))
    none = {"ja": "どの計算表でも加算されません", "en": "It gives no points in any category"}[window.words.language]
    assert none in text(desk, "titles.2.gives")
    assert "law" in shown_on_sheet(window, "degrees")
    click(qtbot, desk, "titles.1.remove")
    assert (fact(window, "degrees"), fact(window, "multiple_fields")) == ({"mba_mot"}, False)


def ok_of(form: DegreeForm) -> QPushButton:
    return form.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)


def degree_form(window: MainWindow, qtbot: QtBot, **entered: str) -> DegreeForm:
    """The form of a degree, filled in."""
    desk = open_desk(window, "degrees")
    click(qtbot, desk, "titles.ask")
    form = desk.findChildren(DegreeForm)[-1]
    for name in ("country", "kind"):
        if name in entered:
            combo = child(form, QComboBox, name)
            combo.setCurrentIndex(combo.findData(entered[name]))
    for name in ("school", "words", "field"):
        child(form, QLineEdit, name).setText(entered.get(name, ""))
    return form


@in_one_language
def test_a_degree_of_a_japanese_university_fills_its_rows_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    form = degree_form(window, qtbot, country="japan", school="東京大学", words="修士（工学）", field="工学")
    assert ok_of(form).isEnabled()
    qtbot.mouseClick(ok_of(form), Qt.MouseButton.LeftButton)
    assert fact(window, "degrees") == {"master"}
    assert fact(window, "japanese_degree") is True
    assert fact(window, "designated_university") is True
    assert kept(window)["university"]
    window.editor.undo()
    assert [fact(window, name) for name in ("degrees", "japanese_degree", "designated_university")] == [None] * 3
    assert "university" not in kept(window)
    window.editor.redo()
    click(qtbot, open_desk(window, "degrees"), "titles.0.remove")
    assert fact(window, "japanese_degree") is None
    assert fact(window, "designated_university") is None
    assert "university" not in kept(window)


@in_one_language
def test_a_degree_that_is_not_decided_cannot_be_added_and_says_why(window: MainWindow, qtbot: QtBot) -> None:
    form = degree_form(window, qtbot, country="china", words="硕士研究生毕业证书")
    assert not ok_of(form).isEnabled()
    assert "学位证书" in child(form, QLabel, "degree_form.answer").text()


@in_one_language
def test_an_answer_given_otherwise_stays_and_the_difference_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.editor.set_fact("japanese_degree", False)
    form = degree_form(window, qtbot, country="japan", school="東京大学", words="学士（工学）")
    qtbot.mouseClick(ok_of(form), Qt.MouseButton.LeftButton)
    assert fact(window, "japanese_degree") is False
    desk = open_desk(window, "degrees")
    click(qtbot, desk, "titles.apply")
    assert fact(window, "japanese_degree") is True


@in_one_language
def test_a_measure_that_is_told_moves_no_points_until_it_is_found_on_the_list(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, "support")
    assert "https://www.moj.go.jp/" in text(desk, "support.growth_project.address")
    retype(qtbot, desk, "support.growth_project.measure", "先端事業")
    retype(qtbot, desk, "support.growth_project.ministry", "経済産業省")
    retype(qtbot, desk, "support.growth_project.day", "令和8年4月1日")
    told = {"measure": "先端事業", "ministry": "経済産業省", "day": "2026-04-01"}
    assert kept(window)["support_measures"] == {"growth_project": told}
    assert fact(window, "growth_project") is None
    assert "先端事業" in shown_on_sheet(window, "growth_project")
    choose(desk, "support.growth_project.on_list", "yes")
    click(qtbot, desk, "support.growth_project.apply")
    assert fact(window, "growth_project") is True


# All pages -----------------------------------------------------------------------------------------------------


@in_one_language
def test_each_look_up_button_opens_its_page(window: MainWindow, qtbot: QtBot) -> None:
    pages = {
        "degrees": "desk.degrees",
        "licenses": "desk.qualifications",
        "sme": "desk.enterprise",
        "rd_ratio_over_3pct": "desk.research",
        "designated_university": "desk.university",
        "innovation_support": "desk.support",
        "growth_project": "desk.support",
    }
    sheet = page(window, Category.TECHNICAL)
    for fact, name in pages.items():
        buttons = sheet.findChildren(QToolButton, f"look_up.{fact}")
        assert len(buttons) == 1, fact
        buttons[0].setFocus()
        qtbot.keyClick(buttons[0], Qt.Key.Key_Space)
        tabs = child(child(window, ToolWindow, "reference_desk"), QTabWidget, "reference_desk.pages")
        current = tabs.currentWidget()
        assert current is not None
        assert current.objectName() == name


def test_on_a_day_without_a_table_each_page_says_so(make: Callable[[str], MainWindow]) -> None:
    window = make("en")
    window.files.open_sample()
    window.editor.set_periods((period("2021-12-01", None, Category.TECHNICAL),))
    window.editor.set_day(date(2015, 3, 31))
    for name in ("degrees", "experience", "qualifications", "enterprise", "research", "support", "university"):
        assert "There is no verified rule table for 2015-03-31" in text(open_desk(window, name), f"desk.{name}.foot")
    chart = child(open_desk(window, "experience"), SpanChart, "experience.chart")
    lane = lane_of(window.editor, Category.TECHNICAL, window.words)
    later = chart.place_of(lane.bars[0], lane)
    assert chart.bar_at(later.x(), later.y()) == lane.bars[0]
    assert chart.rect().contains(later.toPoint())


@pytest.mark.parametrize("width", [640, 1100])
def test_every_text_has_the_room_it_needs(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.editor.keep(lambda case: case.model_copy(update=FILLED), designated_university=True)
    for name in ("degrees", "experience", "qualifications", "enterprise", "research", "support", "university"):
        desk = open_desk(window, name)
        desk.resize(width, 600)
        if name == "university":
            retype(qtbot, desk, "university.search", "sorbone")
        QApplication.processEvents()
        current = child(desk, ToolPage, f"desk.{name}")
        assert [label.text() for label in texts(current) if too_small(label)] == []
        assert current.horizontalScrollBar().maximum() == 0, name
        for button in current.findChildren(QToolButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.sizeHint().width(), button.text()


def test_the_desk_opens_by_its_keys(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert child(window, ToolWindow, "reference_desk").isVisible()


def test_what_was_entered_is_there_again_after_saving(
    make: Callable[[str], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = make("en")
    desk = open_desk(window, "enterprise")
    choose(desk, "enterprise.industry", "retail")
    retype(qtbot, desk, "enterprise.employees", "50")
    path = tmp_path / "kept.hspcase"
    window.editor.save(path)
    window.open_case(Case(), None)
    assert child(desk, QLineEdit, "enterprise.employees").text() == ""
    window.open_file(path)
    assert child(desk, QLineEdit, "enterprise.employees").text() == "50"
    assert child(desk, ChoiceEdit, "enterprise.industry").currentData() == "retail"


def test_what_cannot_be_read_is_told_and_stays_until_it_is_discarded(
    make: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = make("en")
    unreadable: tuple[tuple[str, dict[str, object]], ...] = (
        ("university", {"university": {"id": 7}}),
        ("university", {"form": {"university": {"route": 1}}}),
        ("qualifications", {"qualifications": {"it_exams": "japan_ro_9"}}),
        ("enterprise", {"enterprise": {"industry": "fishing", "owner": "company"}}),
        ("research", {"rd_year": {"sales_yen": "1億円"}}),
        ("degrees", {"titles": {"held": [1]}}),
        ("support", {"support_measures": {"growth_project": {"day": "soon"}}}),
    )
    for name, written in unreadable:
        case = Case.model_validate({"format": "hsp-case", "version": 1, "more": 1, **written})
        window.open_case(case, None)
        desk = open_desk(window, name)
        assert text(desk, f"desk.{name}.problems").startswith(next(iter(written)))
        assert window.editor.case == case
        if (asked := FACTS.get(next(iter(written)))) is not None:
            assert "cannot be read" in shown_on_sheet(window, asked)
        click(qtbot, desk, f"desk.{name}.discard")
        assert kept(window) == {"more": 1}
        assert text(desk, f"desk.{name}.problems") == ""
        window.actions_["undo"].trigger()
        assert window.editor.case == case
