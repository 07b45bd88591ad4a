"""What a form takes for granted and lacks is told before it is written, and leads to where it is mended."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from hsp_calc.casefile.sections import ResearchYear
from hsp_calc.facts import Category
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, finish, page, trigger

TECHNICAL = Category.TECHNICAL
A_YEAR_BEFORE = date(2025, 11, 22)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every file is written; where, is listed as it is proposed."""
    proposed: list[Path] = []

    def ask(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(tmp_path / Path(start).name)
        return str(proposed[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


def asked(window: MainWindow) -> QDialog:
    return child(window, QDialog, "form_check")


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def click(qtbot: QtBot, parent: QWidget, kind: type[QWidget], name: str) -> None:
    qtbot.mouseClick(child(parent, kind, name), Qt.MouseButton.LeftButton)


def test_the_form_of_today_is_written_without_a_question(window: MainWindow, written: list[Path]) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "export_pdf")
    assert window.findChild(QDialog, "form_check") is None
    assert [path.exists() for path in written] == [True]


def test_a_form_of_an_earlier_day_names_each_undated_answer_and_is_written_all_the_same(
    window: MainWindow, qtbot: QtBot, written: list[Path]
) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    window.editor.set_day(A_YEAR_BEFORE)
    trigger(window, "export_pdf")
    assert not written
    said = texts(asked(window))
    assert window.words.day(A_YEAR_BEFORE) in said
    for answer in (window.words.yen(8_200_000), window.words.duration(5.5)):
        assert answer in said
    click(qtbot, asked(window), QPushButton, "go_on")
    finish(window)
    assert [path.exists() for path in written] == [True]
    assert "2025" in "".join(pdf_page.extract_text() for pdf_page in PdfReader(written[0]).pages)


def test_it_leads_to_the_date_of_an_answer_and_to_the_periods_of_work(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "form_set.points_80")
    click(qtbot, asked(window), QToolButton, f"form_check.date.annual_salary_yen.{A_YEAR_BEFORE}")
    assert child(window, QDialog, "since_form").isVisible()
    child(window, QDialog, "since_form").reject()
    trigger(window, "form_set.points_80")
    click(qtbot, asked(window), QToolButton, f"form_check.date.experience_years.{A_YEAR_BEFORE}")
    assert child(window, QDialog, "periods").isVisible()


def test_what_is_dated_is_not_asked_for(window: MainWindow, written: list[Path]) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    entry = window.editor.case.history[0]
    window.editor.set_history((entry.model_copy(update={"since": date(2020, 4, 1)}),))
    trigger(window, "form_set.points_80")
    assert window.findChild(QDialog, "form_check") is None
    assert [path.exists() for path in written] == [True]


@pytest.mark.parametrize("action", ["export_pdf", "form.en", "print", "copy_form"])
def test_a_university_without_its_route_is_told_on_the_row_and_before_the_form(
    window: MainWindow, qtbot: QtBot, action: str
) -> None:
    trigger(window, "open_sample")
    sheet = page(window, TECHNICAL)
    row = child(sheet, QLabel, "kept.designated_university")
    assert not row.isVisible()
    window.editor.set_fact("designated_university", value=True)
    assert "Ⅰ" in row.text()
    assert not row.isHidden()
    trigger(window, action)
    assert "⑰" in texts(asked(window))
    click(qtbot, asked(window), QToolButton, "form_check.look_up.designated_university")
    desk = child(window, QDialog, "reference_desk")
    assert desk.isVisible()


def test_figures_that_contradict_the_answer_are_told_on_the_row(window: MainWindow) -> None:
    trigger(window, "open_sample")
    sheet = page(window, TECHNICAL)
    for fact in ("sme", "rd_ratio_over_3pct"):
        window.editor.set_fact(fact, value=True)
    figures = ResearchYear(expenses_yen=1_000_000, sales_yen=100_000_000)
    window.editor.keep(lambda case: case.with_section(figures))
    assert "1.00%" in child(sheet, QLabel, "kept.rd_ratio_over_3pct").text()


def test_what_is_exported_from_a_scenario_says_so_in_the_name_of_the_file(
    window: MainWindow, written: list[Path]
) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    window.editor.add_scenario("9 million")
    for action in ("export_pdf", "checklist.pdf", "workbook"):
        trigger(window, action)
    assert len(written) == 3
    assert all("9-million" in path.name for path in written)


@pytest.mark.parametrize("window", ["en", "ja"], indirect=True)
def test_the_japanese_form_is_exported_first(window: MainWindow, written: list[Path]) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "export_pdf")
    assert "高度専門職ポイント計算表" in "".join(pdf_page.extract_text() for pdf_page in PdfReader(written[0]).pages)
