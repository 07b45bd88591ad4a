from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc import locations
from hsp_calc.app import exports
from hsp_calc.app.exports import Export, ExportSubject, FileKind, Place
from hsp_calc.casefile.sections import FormEntries
from hsp_calc.facts import Category
from hsp_calc.gui.dialogs.office_dialog import OfficeDialog
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.output import office as offices
from tests.gui.driving import child, finish, in_one_language, page, trigger

TECHNICAL = Category.TECHNICAL


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "config"
    for module in (locations, offices):
        monkeypatch.setattr(module, "config_folder", lambda: folder)
    return folder


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "written"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (f"{path}{Path(args[2]).suffix}", ""))
    return path


def text_of(path: Path) -> str:
    return "\n".join(pdf_page.extract_text() for pdf_page in PdfReader(path).pages)


@in_one_language
@pytest.mark.parametrize(
    ("language", "expected"),
    [("ja", ["参考書式"]), ("en", ["Translation for reference"]), ("bilingual", ["参考書式", "Reference form"])],
)
def test_the_form_is_written_in_the_language_asked_for(
    window: MainWindow, written: Path, language: str, expected: list[str]
) -> None:
    trigger(window, "open_sample")
    trigger(window, f"form.{language}")
    text = text_of(written.with_suffix(".pdf"))
    for words in expected:
        assert words in text


@in_one_language
@pytest.mark.parametrize(("route", "day"), [("points_80", "2025年11月22日"), ("points_70", "2023年11月22日")])
def test_the_forms_of_a_route_go_into_one_file_each_with_its_own_day(
    window: MainWindow, written: Path, route: str, day: str
) -> None:
    trigger(window, "language.ja")
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, f"form_set.{route}")
    child(window, QPushButton, "go_on").click()  # what the form of the earlier day takes for granted is told
    finish(window)
    reader = PdfReader(written.with_suffix(".pdf"))
    assert len(reader.pages) == 4
    texts = [pdf_page.extract_text() for pdf_page in reader.pages]
    assert "2026年11月22日" in texts[0]
    assert day in texts[2]


@in_one_language
def test_a_route_whose_earlier_day_has_no_table_is_explained(window: MainWindow, written: Path) -> None:
    trigger(window, "open_sample")
    child(window, QDateEdit, "reference_date").setDate(QDate(2017, 1, 1))
    trigger(window, "form_set.points_70")
    message = child(window, QMessageBox, "message")
    assert "2014" in message.informativeText()
    assert not written.with_suffix(".pdf").exists()
    message.accept()


def test_the_summary_is_one_page_in_the_language_of_the_window(window: MainWindow, written: Path) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "summary")
    reader = PdfReader(written.with_suffix(".pdf"))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert "80" in text
    assert {"ja": "法的助言ではありません", "en": "not legal advice"}[window.words.language] in text.replace("\n", "")


def test_the_score_is_written_for_excel_with_every_row(window: MainWindow, written: Path) -> None:
    trigger(window, "open_sample")
    trigger(window, "workbook")
    workbook = load_workbook(BytesIO(written.with_suffix(".xlsx").read_bytes()))
    assert len(workbook.sheetnames) == 3
    table = window.editor.table
    assert table is not None
    for sheet, category in zip(workbook.worksheets, Category, strict=True):
        cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for criterion in table.categories[category].criteria.values():
            assert any(window.words.wording(criterion) in cell for cell in cells)


def test_the_score_is_copied_as_text(window: MainWindow) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "copy_text")
    text = QGuiApplication.clipboard().text()
    assert "80" in text
    assert {"ja": "修士又は専門職学位", "en": "Master's or professional degree"}[window.words.language] in text


@in_one_language
def test_the_office_is_entered_once_and_stands_on_the_papers(window: MainWindow, written: Path) -> None:
    trigger(window, "open_sample")
    page(window, TECHNICAL)
    trigger(window, "office")
    dialog = child(window, OfficeDialog, "office")
    child(dialog, QLineEdit, "office.name").setText("行政書士さくら事務所")
    child(dialog, QLineEdit, "office.registration_number").setText("第12345678号")
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    trigger(window, "summary")
    text = text_of(written.with_suffix(".pdf"))
    assert "行政書士さくら事務所" in text
    assert "第12345678号" in text
    trigger(window, "form.ja")
    assert "行政書士さくら事務所" in text_of(written.with_suffix(".pdf"))


def test_a_logo_that_is_no_picture_is_explained_in_the_dialog(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    picture = tmp_path / "logo.png"
    picture.write_text("no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(picture), ""))
    trigger(window, "office")
    dialog = child(window, OfficeDialog, "office")
    child(dialog, QPushButton, "office.logo").click()
    qtbot.waitUntil(lambda: any("PNG" in label.text() for label in dialog.findChildren(QLabel)))
    assert child(dialog, QPushButton, "office.logo").isEnabled()
    dialog.reject()


@in_one_language
def test_malformed_entries_for_the_form_are_told_of_at_the_export_and_leave_the_preview_alone(
    window: MainWindow, written: Path
) -> None:
    trigger(window, "open_sample")
    case = window.editor.case.model_copy(update={"form": FormEntries.kept_as({"rd": {"expenses_yen": "much"}})})
    window.open_case(case, None)
    child(window, QTabWidget, "panels").setCurrentIndex(5)
    trigger(window, "export_pdf")
    message = child(window, QMessageBox, "message")
    assert "expenses_yen" in message.informativeText()
    assert not written.with_suffix(".pdf").exists()
    message.accept()


@pytest.mark.parametrize("action", ["print", "copy_form", "checklist.print"])
def test_paper_is_refused_a_name_that_no_font_can_print(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    printed: list[object] = []
    monkeypatch.setattr("hsp_calc.gui.shell.printing.print_pages", lambda *pages: printed.append(pages))
    trigger(window, "open_sample")
    window.editor.set_applicant("name", "TAN 😀")
    QGuiApplication.clipboard().clear()
    trigger(window, action)
    message = child(window, QMessageBox, "message")
    assert "😀" in message.informativeText()
    message.accept()
    assert printed == []
    assert QGuiApplication.clipboard().image().isNull()


def test_a_further_document_is_one_entry_and_its_maker(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[str], MainWindow], written: Path
) -> None:
    entry = Export(
        "letter",
        "Letter to the &employer…",
        Place.CLIENT,
        {FileKind.TEXT: lambda of: of.session.case.applicant.name.encode()},
        stem="{category}-letter",
    )
    monkeypatch.setattr(exports, "EXPORTS", (*exports.EXPORTS, entry))
    window = make("en")
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == window.words("More &documents"))
    assert [action.text() for action in menu.actions()][-1] == "Letter to the &employer…"
    assert not menu.actions()[-1].isEnabled() or window.editor.sheets()
    trigger(window, "open_sample")
    trigger(window, "letter")
    assert written.with_suffix(".txt").read_text() == window.editor.case.applicant.name


def test_every_export_of_the_menus_is_offered_once_and_those_of_the_guide_on_their_pages(window: MainWindow) -> None:
    offered = [
        action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions() if action.objectName()
    ]
    for export in exports.EXPORTS:
        if export.has_action:
            assert offered.count(export.id) == 1
        else:
            window.tools.open("status_guide", export.id)
            assert child(window, QPushButton, f"{export.id}.save_pdf").isVisible()


@in_one_language
def test_an_export_is_not_begun_twice_and_the_window_closes_when_it_is_written(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, written: Path, qtbot: QtBot
) -> None:
    go_on, begun = Event(), Event()

    def slow(_of: object) -> bytes:
        begun.set()
        go_on.wait()
        return b"made"

    entry = Export("workbook", "", Place.CLIENT, {FileKind.TEXT: slow})
    monkeypatch.setattr(exports, "EXPORTS", (entry, *(each for each in exports.EXPORTS if each.id != "workbook")))
    window.actions_["open_sample"].trigger()
    window.actions_["workbook"].trigger()
    qtbot.waitUntil(begun.is_set)
    window.editor.set_applicant("name", "MARIA SILVA")
    assert not window.actions_["workbook"].isEnabled(), "it is being made"
    assert window.actions_["summary"].isEnabled()
    assert window.editor.case.applicant.name == "MARIA SILVA", "the window is usable"
    window.editor.open(window.editor.case, None)
    window.close()
    assert window.isVisible(), "the file is not written yet"
    go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert written.with_suffix(".txt").read_bytes() == b"made"


@in_one_language
def test_an_export_shows_the_case_as_it_was_when_it_was_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, written: Path, qtbot: QtBot
) -> None:
    go_on = Event()

    def slow(of: ExportSubject) -> bytes:
        go_on.wait()
        return of.session.case.applicant.name.encode()

    entry = Export("workbook", "", Place.CLIENT, {FileKind.TEXT: slow})
    monkeypatch.setattr(exports, "EXPORTS", (entry, *(each for each in exports.EXPORTS if each.id != "workbook")))
    window.actions_["open_sample"].trigger()
    before = window.editor.case.applicant.name
    window.actions_["workbook"].trigger()
    window.editor.set_applicant("name", "MARIA SILVA")
    go_on.set()
    qtbot.waitUntil(lambda: not window.worker.busy)
    assert written.with_suffix(".txt").read_text() == before
    assert window.actions_["workbook"].isEnabled()
