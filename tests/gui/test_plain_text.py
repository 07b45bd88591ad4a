"""What users entered is shown as it reads: nothing of it is laid out as rich text, and no file is opened for it."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QTabWidget,
    QTextEdit,
)

import hsp_calc.gui
from hsp_calc.casefile import Case
from hsp_calc.casefile.reading import read_case
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.plain_text import Message, plain

BAIT = "<img src='x.png'><h1>BAIT</h1>"
FORGED = "A\u202eB\rC"
_MOST = 60
_OWN_FORMAT = (Qt.TextFormat.PlainText,)


def baited(text: str) -> Case:
    """A case with a text in every field that takes one."""
    short = text[:_MOST]
    raw: dict[str, Any] = {
        "format": "hsp-case",
        "version": 1,
        "applicant": {
            "name": text,
            "name_ja": text,
            "nationality": text,
            "date_of_birth": "1993-05-12",
            "residence": {"status": text, "since": "2021-04-01", "arrived": "2018-04-01", "period_years": 5},
        },
        "history": [
            {"from": None, "facts": {"degrees": ["master"], "annual_salary_yen": 8200000}, "note": text},
            {"from": "2025-04-01", "facts": {"japanese": "n2"}, "note": text},
        ],
        "experience": [
            {"from": "2015-04-01", "to": "2019-03-31", "categories": ["technical"], "employer": text, "note": text}
        ],
        "scenarios": [{"name": short, "history": []}],
        "pay": {"items": [{"kind": "base", "yen": 500000, "note": text}]},
        "titles": {"held": [{"title": "master", "field": text}]},
        "qualifications": {"it_exams": [], "national": [text]},
        "checklist": {
            "procedure": "change_of_status",
            "papers": {"photo": {"remark": text}, "passport_and_card": {"remark": text}},
        },
    }
    return read_case(raw)


def see_everything(window: MainWindow) -> None:
    """Open each panel, and each page of the windows beside."""
    for name in ("categories", "panels"):
        tabs = window.findChild(QTabWidget, name)
        assert tabs is not None
        for index in range(tabs.count()):
            tabs.setCurrentIndex(index)
            QApplication.processEvents()
    for name in ("reference_desk", "status_guide"):
        window.tools.open(name)
        for tabs in window.findChildren(QTabWidget, f"{name}.pages"):
            for index in range(tabs.count()):
                tabs.setCurrentIndex(index)
                QApplication.processEvents()
    for action in ("history", "periods", "pay"):
        window.actions_[action].trigger()
        QApplication.processEvents()


def cells(model: QAbstractItemModel, role: Qt.ItemDataRole) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            if isinstance(text := model.index(row, column, QModelIndex()).data(role), str):
                yield text


def has_pictures(page: str) -> bool:
    document = QTextDocument()
    document.setHtml(page)
    return "\N{OBJECT REPLACEMENT CHARACTER}" in document.toRawText()


def is_laid_out(text: str) -> bool:
    """Whether a text, where Qt guesses its format, shows anything but what was entered."""
    return Gui.mightBeRichText(text) and (has_pictures(text) or "<h1" in text)


@pytest.fixture(params=[BAIT, FORGED], ids=["tags", "controls"])
def seen(request: pytest.FixtureRequest, make: Callable[[str], MainWindow]) -> tuple[MainWindow, str]:
    window, text = make("en"), str(request.param)
    window.open_case(baited(text), None)
    see_everything(window)
    assert sum(isinstance(widget, QDialog) for widget in QApplication.topLevelWidgets()) >= 5
    return window, text


def test_no_label_lays_out_what_was_entered(seen: tuple[MainWindow, str]) -> None:
    _window, text = seen
    found = 0
    for label in (widget for widget in QApplication.allWidgets() if isinstance(widget, QLabel)):
        if isinstance(label, Prose):
            assert not has_pictures(label.text()), label.objectName()
            assert text not in label.text()
            continue
        found += "BAIT" in label.text() or "A⟨U+202E⟩B" in label.text()
        assert label.textFormat() in _OWN_FORMAT or not is_laid_out(label.text()), label.text()
        assert FORGED not in label.text()
    assert found


def test_no_page_has_a_picture_of_what_was_entered(seen: tuple[MainWindow, str]) -> None:
    _window, _text = seen
    for page in (widget for widget in QApplication.allWidgets() if isinstance(widget, QTextEdit)):
        assert "\N{OBJECT REPLACEMENT CHARACTER}" not in page.document().toRawText(), page.objectName()
        assert FORGED not in page.document().toRawText()


def test_no_tool_tip_lays_out_what_was_entered(seen: tuple[MainWindow, str]) -> None:
    window, _text = seen
    tips = [widget.toolTip() for widget in QApplication.allWidgets()]
    tips += [action.toolTip() for action in window.findChildren(QAction)]
    found = 0
    for view in (widget for widget in QApplication.allWidgets() if isinstance(widget, QAbstractItemView)):
        if view.model() is None:
            continue
        own = list(cells(view.model(), Qt.ItemDataRole.ToolTipRole))
        found += sum("BAIT" in tip or "A⟨U+202E⟩B" in tip for tip in own)
        tips += own
    assert found
    assert [tip for tip in tips if is_laid_out(tip) or "\u202e" in tip or "\r" in tip] == []


def test_no_list_turns_a_line_around(seen: tuple[MainWindow, str]) -> None:
    _window, _text = seen
    shown = [
        text
        for view in QApplication.allWidgets()
        if isinstance(view, QAbstractItemView | QComboBox) and view.model() is not None
        for text in cells(view.model(), Qt.ItemDataRole.DisplayRole)
    ]
    assert [text for text in shown if "\u202e" in text or "\r" in text] == []
    assert any("BAIT" in text or "A⟨U+202E⟩B" in text for text in shown)


def test_the_title_of_the_window_shows_what_turns_it_around(make: Callable[[str], MainWindow]) -> None:
    window = make("ja")
    window.open_case(baited(FORGED), None)
    assert "\u202e" not in window.windowTitle()


def test_a_message_is_plain_text(window: MainWindow) -> None:
    box = Message(window)
    box.setText(BAIT)
    box.setInformativeText(BAIT)
    box.show()
    QApplication.processEvents()
    labels = [label for label in box.findChildren(QLabel) if "BAIT" in label.text()]
    assert len(labels) == 2
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText or not is_laid_out(label.text())
    box.close()


def test_what_is_no_tag_stays_as_it_reads() -> None:
    assert plain("a < b & c") == "a < b & c"
    assert plain("") == ""
    assert "&lt;h1&gt;" in plain(BAIT)


def test_every_tool_tip_and_message_goes_through_the_one_way() -> None:
    """A text that is set in another way would be guessed at by Qt."""
    folder = Path(hsp_calc.gui.__file__).parent
    stray: list[str] = []
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or file.name == "plain_text.py":
                continue
            called = ast.unparse(node.func)
            if called.endswith(".setToolTip"):
                text = ast.unparse(node.args[-1])
                if "plain(" not in text and text != "''":
                    stray.append(f"{file.name}: {ast.unparse(node)}")
            if called in {"QMessageBox", "QLabel", "QMessageBox.question", "QMessageBox.warning"}:
                stray.append(f"{file.name}: {ast.unparse(node)}")
    assert stray == []


def test_a_long_note_is_cut_in_the_list_alone(make: Callable[[str], MainWindow]) -> None:
    window = make("en")
    long = "memo " * 10_000
    case = baited("memo")
    (period,) = case.experience
    window.open_case(case.model_copy(update={"experience": (period.model_copy(update={"note": long}),)}), None)
    window.actions_["periods"].trigger()
    listed = [
        text
        for view in window.findChildren(QAbstractItemView, "periods.entries")
        for text in cells(view.model(), Qt.ItemDataRole.DisplayRole)
    ]
    assert any(text.startswith("memo") and text.endswith("…") for text in listed)
    assert max(map(len, listed)) < 1_000
    assert window.editor.case.experience[0].note == long
