"""A window beside the main one follows its case, its language and its size; the case keeps what is entered there."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from hsp_calc.app.case_session import CaseSession
from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.tool_window import ToolPage, ToolWindow, ToolWindows
from hsp_calc.text import Translator
from tests.gui.driving import child, in_one_language


class Total(ToolPage):
    """A page that says the total."""

    def __init__(self, editor: CaseSession) -> None:
        super().__init__("made_up_total")
        self._editor = editor
        self._label = QLabel()
        self._label.setObjectName("made_up_total.label")
        self.column.addWidget(self._label)

    def title(self, _: Translator) -> str:
        return _("Total")

    def retranslate(self, _: Translator) -> None:
        self.setAccessibleName(_("Total"))

    def fill(self) -> None:
        self._label.setText(str(self._editor.sheets()[Category.TECHNICAL].total))


@pytest.fixture
def tools(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ToolWindows:
    def make() -> ToolWindow:
        return ToolWindow(
            "made_up",
            lambda _: _("Tools"),
            [Total(window.editor)],
            history=[window.actions_["undo"]],
            settings=window._settings,
            parent=window,
        )

    made = ToolWindows({"made_up": make})
    made.retranslate(window.words)
    made.set_theme(window.theme)
    monkeypatch.setattr(window, "tools", made)
    return made


def test_it_follows_the_case_and_the_language(window: MainWindow, tools: ToolWindows, qtbot: QtBot) -> None:
    tools.open("made_up")
    tool = child(window, ToolWindow, "made_up")
    label = child(tool, QLabel, "made_up_total.label")
    assert label.text() == "0"
    window.editor.set_fact("japanese", "n1")
    assert label.text() == "15"
    qtbot.keyClick(tool, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert label.text() == "0"
    for language, words in (("ja", "合計"), ("en", "Total")):
        window.set_language(language)
        assert child(tool, QTabWidget, "made_up.pages").tabText(0) == words


@in_one_language
def test_its_size_is_remembered_and_it_closes_with_the_window(window: MainWindow, tools: ToolWindows) -> None:
    tools.open("made_up")
    tool = child(window, ToolWindow, "made_up")
    tool.resize(700, 500)
    tool.close()
    tools.open("made_up")
    again = tools._makers["made_up"]()
    assert again.size() == QSize(700, 500)
    window.close()
    assert not tool.isVisible()


@pytest.mark.parametrize("scenario", [False, True], ids=["the case", "a scenario"])
def test_what_a_case_keeps_and_the_facts_that_follow_are_one_entry(
    make: Callable[[str], MainWindow], scenario: bool
) -> None:
    editor = make("en").editor
    if scenario:
        editor.add_scenario("another")
    before = editor.case
    editor.keep(lambda case: case.model_copy(update={"kept": 1}), licenses=2, sme=True)
    assert (editor.case.model_extra, editor.facts.licenses, editor.facts.sme) == ({"kept": 1}, 2, True)
    editor.undo()
    assert editor.case == before
    editor.redo()
    editor.keep(lambda case: case, licenses=None)
    assert editor.facts.licenses is None


def test_typing_what_a_case_keeps_is_one_step_of_undo(make: Callable[[str], MainWindow]) -> None:
    editor = make("en").editor
    for text in ("A", "AB", "ABC"):
        editor.keep(partial(_with_kept, text=text), "kept")
    editor.undo()
    assert editor.case == Case()


def _with_kept(case: Case, text: str) -> Case:
    return case.model_copy(update={"kept": text})
