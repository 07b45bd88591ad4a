"""The panel of papers: what a scrivener and an applicant do with it."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from hsp_calc import locations
from hsp_calc.casefile import Case, load
from hsp_calc.casefile.sections import KeptChecklist, State
from hsp_calc.facts import Category
from hsp_calc.gui.pages.documents.document_view import DocumentView
from hsp_calc.gui.pages.documents.documents_panel import DocumentsPanel
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.output import office as offices
from hsp_calc.text import Translator
from hsp_calc.text.documents_text import state_label
from tests.gui.driving import child, page, panel_named, retype, tick, trigger, visible_texts

TECHNICAL = Category.TECHNICAL
DEGREE = "⑭/学位取得の証明書"
RECORD = "residence_record"
SAYS = {
    "ja": {
        "ready": "準備済み",
        "old": "期限切れ",
        "evidence": "ポイントの疎明資料",
        "advice": "法的助言ではありません",
    },
    "en": {"ready": "ready", "old": "Too old", "evidence": "Evidence for the points", "advice": "not legal advice"},
}


@pytest.fixture(autouse=True)
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (locations, offices):
        monkeypatch.setattr(module, "config_folder", lambda: tmp_path / "config")


in_both_languages = pytest.mark.parametrize("window", ["ja", "en"], indirect=True)


@pytest.fixture
def window(request: pytest.FixtureRequest, make: Callable[[str], MainWindow]) -> MainWindow:
    """A window; in English, where a test does not ask for both languages."""
    return make(getattr(request, "param", "en"))


@pytest.fixture
def panel(window: MainWindow) -> DocumentsPanel:
    """The panel on the sample case, in view."""
    window.files.open_sample()
    return opened(window)


def opened(window: MainWindow) -> DocumentsPanel:
    page(window, TECHNICAL)
    found = panel_named(window, DocumentsPanel, "documents")
    found.fill_if_stale()
    return found


def choose(qtbot: QtBot, panel: DocumentsPanel, name: str, place: int) -> None:
    """Choose an entry with the keys, as one without a mouse does."""
    combo = child(panel, QComboBox, name)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _step in range(place):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    panel.fill_if_stale()


def press(qtbot: QtBot, panel: DocumentsPanel, name: str) -> None:
    qtbot.mouseClick(child(panel, QToolButton, name), Qt.MouseButton.LeftButton)
    panel.fill_if_stale()


def enter(qtbot: QtBot, panel: DocumentsPanel, name: str, text: str) -> None:
    retype(qtbot, panel, name, text)
    panel.fill_if_stale()


def listed(panel: DocumentsPanel) -> list[str]:
    """The papers on the list, from top to bottom."""
    views = [view for view in panel.findChildren(DocumentView) if view.isVisibleTo(panel)]
    views.sort(key=lambda view: view.mapTo(panel, QPoint(0, 0)).y())
    return [view.objectName().removeprefix("paper.") for view in views]


def state_of(window: MainWindow, paper: str) -> State | None:
    kept = window.editor.case.section(KeptChecklist).papers.get(paper)
    return None if kept is None else kept.state


def test_without_a_procedure_the_evidence_is_listed(panel: DocumentsPanel) -> None:
    assert {paper[0] for paper in listed(panel)} == set("①②③⑭")


@in_both_languages
def test_a_procedure_brings_its_papers(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    choose(qtbot, panel, "checklist.procedure", 6)
    assert window.editor.case.section(KeptChecklist).procedure == "permanent_residence_80"
    assert listed(panel)[:3] == ["application_form", "photo", "statement_of_reasons"]
    assert not child(panel, QComboBox, "checklist.target").isEnabled(), "the procedure says how many points"
    assert not child(panel, QComboBox, "checklist.employer_category").isVisible()
    trigger(window, "undo")
    panel.fill_if_stale()
    assert "photo" not in listed(panel)


def test_employers_of_category_1_may_leave_papers_out(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    choose(qtbot, panel, "checklist.procedure", 2)
    assert len([paper for paper in listed(panel) if paper.startswith("employer_category")]) == 4
    choose(qtbot, panel, "checklist.employer_category", 1)
    assert [paper for paper in listed(panel) if paper.startswith("employer_category")] == ["employer_category_1"]
    combo = child(panel, QComboBox, "paper.underlying_status.state")
    assert combo.currentText() == state_label(State.NOT_NEEDED, window.words)
    assert state_of(window, "underlying_status") is None, "nobody has said so"


@in_both_languages
def test_a_certificate_is_asked_for_then_at_hand_and_grows_too_old(
    window: MainWindow, panel: DocumentsPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    words = SAYS[window.words.language]
    window.editor.keep(lambda case: case.with_section(KeptChecklist(procedure="permanent_residence_80")))
    panel.fill_if_stale()
    press(qtbot, panel, f"paper.{RECORD}.next")
    assert state_of(window, RECORD) is State.ASKED_FOR
    press(qtbot, panel, f"paper.{RECORD}.next")
    assert state_of(window, RECORD) is State.AT_HAND
    warnings = child(panel, QLabel, "checklist.warnings")
    assert warnings.isVisible(), "the day of issue is not known"
    press(qtbot, panel, f"paper.{RECORD}.more")
    enter(qtbot, panel, f"paper.{RECORD}.issued_on", "2026-11-10")
    assert not warnings.isVisible()
    assert "1" in child(panel, QLabel, "checklist.progress").text()
    assert words["ready"] in child(panel, QLabel, "checklist.progress").text()

    enter(qtbot, panel, "checklist.apply_on", "2027/2/10")
    assert not warnings.isVisible(), "the last day on which it is good"
    enter(qtbot, panel, "checklist.apply_on", "2027-02-11")
    assert words["old"] in warnings.text()
    assert warnings.isVisible()

    trigger(window, "undo")
    panel.fill_if_stale()
    assert window.editor.case.section(KeptChecklist).apply_on is None, (
        "the day is one entry, however often it is typed over"
    )
    assert not warnings.isVisible()
    trigger(window, "redo")
    panel.fill_if_stale()
    assert warnings.isVisible()

    path = tmp_path / "kept.hspcase"
    window.editor.save(path)
    kept = load(path).cases[0].section(KeptChecklist)
    assert kept.apply_on == date(2027, 2, 11)
    assert kept.papers[RECORD].issued_on == date(2026, 11, 10)
    assert kept.papers[RECORD].on == date(2026, 11, 22), "since today"
    window.files.open_path(path)
    assert words["old"] in child(opened(window), QLabel, "checklist.warnings").text()


def test_the_keys_1_to_5_choose_the_state(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    for widget in (child(panel, QComboBox, f"paper.{DEGREE}.state"), child(panel, QToolButton, f"paper.{DEGREE}.more")):
        for number in (2, 3, 4, 5, 1):
            qtbot.keyClick(widget, str(number))
            panel.fill_if_stale()
            assert state_of(window, DEGREE) is list(State)[number - 1]


def test_a_state_is_one_entry_and_a_memo_is_one(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    choose(qtbot, panel, f"paper.{DEGREE}.state", 3)
    press(qtbot, panel, f"paper.{DEGREE}.more")
    enter(qtbot, panel, f"paper.{DEGREE}.remark", "from the vault")
    assert window.editor.case.section(KeptChecklist).papers[DEGREE].remark == "from the vault"
    trigger(window, "undo")
    assert window.editor.case.section(KeptChecklist).papers[DEGREE].remark == ""
    panel.fill_if_stale()
    assert child(panel, QLineEdit, f"paper.{DEGREE}.remark").text() == ""


def test_a_day_that_is_none_is_told_and_stays(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    enter(qtbot, panel, "checklist.apply_on", "soon")
    line = child(panel, QLineEdit, "checklist.apply_on")
    assert (line.text(), window.editor.case.section(KeptChecklist).apply_on) == ("soon", None)
    assert visible_texts(panel, lambda text: "soon" in text)
    assert [unread.text for unread in window.editor.case.unread] == ["soon"]


def test_a_day_of_a_document_that_cannot_be_read_is_kept_as_typed(
    window: MainWindow, panel: DocumentsPanel, qtbot: QtBot
) -> None:
    press(qtbot, panel, f"paper.{DEGREE}.more")
    enter(qtbot, panel, f"paper.{DEGREE}.on", "2026-14-77")
    assert [unread.text for unread in window.editor.case.unread] == ["2026-14-77"]
    assert window.editor.modified
    window.editor.undo()
    assert not window.editor.modified


@in_both_languages
def test_where_nothing_counts_nothing_is_said_to_be_proven(window: MainWindow) -> None:
    said = {"en": "No points count yet", "ja": "まだ算定された点数がない"}[window.words.language]
    assert visible_texts(opened(window), lambda text: text.startswith(said))


def test_papers_are_found_and_put_together(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    words = SAYS[window.words.language]
    choose(qtbot, panel, "checklist.procedure", 2)
    everything = listed(panel)
    press(qtbot, panel, f"paper.{DEGREE}.next")
    press(qtbot, panel, "checklist.fold")
    choose(qtbot, panel, "checklist.filter.state", 3)
    assert listed(panel) == [DEGREE]
    choose(qtbot, panel, "checklist.filter.state", 0)
    enter(qtbot, panel, "checklist.search", "zzz")
    assert listed(panel) == []
    qtbot.mouseClick(child(panel, QPushButton, "checklist.all"), Qt.MouseButton.LeftButton)
    panel.fill_if_stale()
    assert listed(panel) == everything
    choose(qtbot, panel, "checklist.filter.getter", 2)
    assert "photo" not in listed(panel)
    assert "underlying_status" in listed(panel)
    choose(qtbot, panel, "checklist.filter.getter", 0)
    for place in range(1, 5):
        choose(qtbot, panel, "checklist.grouping", place)
        assert sorted(listed(panel)) == sorted(everything)
    choose(qtbot, panel, "checklist.grouping", 0)
    assert any(words["evidence"] in text for text in visible_texts(panel, lambda _text: True))


def test_what_counts_elsewhere_shows_at_once_and_the_place_stays(
    window: MainWindow, panel: DocumentsPanel, qtbot: QtBot
) -> None:
    bar = panel.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    view = child(panel, DocumentView, f"paper.{DEGREE}")
    tick(qtbot, page(window, TECHNICAL), "research.papers")
    qtbot.waitUntil(lambda: any(paper[0] == "⑥" for paper in listed(panel)))
    assert bar.value() == 200
    assert child(panel, DocumentView, f"paper.{DEGREE}") is view, "what stays is not made anew"


def test_nothing_is_worked_out_while_it_cannot_be_seen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window)
    child(window, QTabWidget, "panels").setCurrentIndex(0)
    filled: list[bool] = []
    monkeypatch.setattr(DocumentsPanel, "fill", lambda _self: filled.append(True))
    tick(qtbot, page(window, TECHNICAL), "research.papers")
    qtbot.wait(60)
    assert not filled
    child(window, QTabWidget, "panels").setCurrentIndex(1)
    assert filled == [True]


@in_both_languages
def test_the_language_changes_at_once(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> None:
    press(qtbot, panel, f"paper.{DEGREE}.next")
    other = {"ja": "en", "en": "ja"}[window.words.language]
    trigger(window, f"language.{other}")
    panel.fill_if_stale()
    expected = state_label(State.ASKED_FOR, Translator.load(other))
    assert child(panel, QComboBox, f"paper.{DEGREE}.state").currentText() == expected
    assert state_of(window, DEGREE) is State.ASKED_FOR


def test_what_is_malformed_is_told_and_not_lost(window: MainWindow, qtbot: QtBot) -> None:
    case = Case.model_validate(
        {"format": "hsp-case", "version": 1, "checklist": {"papers": {"photo": {"state": "lost"}}}}
    )
    window.open_case(case, None)
    panel = opened(window)
    problems = child(panel, QLabel, "checklist.problems")
    assert problems.isVisible()
    assert "checklist.papers.photo.state" in problems.text()
    assert listed(panel) == []
    qtbot.mouseClick(child(panel, QPushButton, "checklist.set_aside"), Qt.MouseButton.LeftButton)
    panel.fill_if_stale()
    assert not problems.isVisible()
    assert window.editor.case.checklist_set_aside == ({"papers": {"photo": {"state": "lost"}}},)
    trigger(window, "undo")
    panel.fill_if_stale()
    assert problems.isVisible()


@in_both_languages
def test_every_text_has_the_room_it_needs_at_384_pixels(
    panel: DocumentsPanel, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    choose(qtbot, panel, "checklist.procedure", 2)
    press(qtbot, panel, "paper.photo.more")
    QApplication.processEvents()
    assert panel.horizontalScrollBar().maximum() == 0
    labels = [label for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [
        label.text()
        for label in labels
        if label.wordWrap() and label.height() + 1 < label.heightForWidth(label.width())
    ] == []
    buttons = [button for button in panel.findChildren(QToolButton) if button.isVisible()]
    assert [button.text() for button in buttons if button.width() + 1 < button.sizeHint().width()] == []


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "written"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (f"{path}{Path(args[2]).suffix}", ""))
    return path


@pytest.fixture
def kept(window: MainWindow, panel: DocumentsPanel, qtbot: QtBot) -> MainWindow:
    """A window whose case has a procedure and a certificate at hand."""
    choose(qtbot, panel, "checklist.procedure", 2)
    qtbot.keyClick(child(panel, QComboBox, f"paper.{DEGREE}.state"), "3")
    panel.fill_if_stale()
    return window


@in_both_languages
def test_the_checklist_is_written_as_pdf(kept: MainWindow, written: Path) -> None:
    trigger(kept, "checklist.pdf")
    reader = PdfReader(written.with_suffix(".pdf"))
    text = "".join("".join(sheet.extract_text() for sheet in reader.pages).split())
    assert kept.editor.case.applicant.name.replace(" ", "") in text
    for expected in ("evidence", "advice"):
        assert SAYS[kept.words.language][expected].replace(" ", "") in text
    assert state_label(State.AT_HAND, kept.words).replace(" ", "") in text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_checklist_is_written_for_spreadsheets(kept: MainWindow, written: Path, kind: str) -> None:
    trigger(kept, f"checklist.{kind}")
    content = written.with_suffix(f".{kind}").read_bytes()
    rows: list[list[object]]
    if kind == "csv":
        rows = [list(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]
    else:
        rows = [list(row) for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)]
    assert {len(row) for row in rows} == {18 if kind == "csv" else 17}, "a workbook has the memos only where chosen"
    states = [row[12] for row in rows]
    assert states.count(state_label(State.AT_HAND, kept.words)) == 1
    papers = {"ja": "写真（縦４cm×横３cm）", "en": "Photo (4 cm high, 3 cm wide)"}
    assert papers[kept.words.language] in [row[4] for row in rows]


@in_both_languages
def test_the_summary_names_the_procedure_and_its_papers(kept: MainWindow, written: Path) -> None:
    trigger(kept, "summary")
    reader = PdfReader(written.with_suffix(".pdf"))
    assert len(reader.pages) == 1
    text = "".join(reader.pages[0].extract_text().split())
    assert {"ja": "在留資格変更許可申請", "en": "Changeofstatusofresidence"}[kept.words.language] in text


def test_a_checklist_that_is_not_understood_is_not_written(make: Callable[[str], MainWindow], written: Path) -> None:
    window = make("en")
    window.open_case(Case.model_validate({"format": "hsp-case", "version": 1, "checklist": []}), None)
    for name in ("checklist.pdf", "checklist.print"):
        trigger(window, name)
        message = child(window, QMessageBox, "message")
        assert "checklist" in message.informativeText()
        message.accept()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not written.with_suffix(".pdf").exists()


def test_a_day_that_was_not_understood_is_gone_with_undo_and_with_another_case(
    window: MainWindow, panel: DocumentsPanel, qtbot: QtBot
) -> None:
    press(qtbot, panel, f"paper.{DEGREE}.more")
    for change in ("undo", "open_sample"):
        for name in (f"paper.{DEGREE}.on", "checklist.apply_on"):
            enter(qtbot, panel, name, "2026-14-77")
        window.editor.set_fact("annual_salary_yen", 9_000_000)
        if change == "open_sample":
            window.editor.open(window.editor.case, None)
            trigger(window, change)
        else:
            while window.editor.can_undo:
                trigger(window, change)
        panel.fill_if_stale()
        for name in (f"paper.{DEGREE}.on", "checklist.apply_on"):
            assert child(panel, QLineEdit, name).text() == ""
