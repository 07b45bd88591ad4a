"""The proof that is the least trouble, in the panel of documents."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import Case, read_case
from hsp_calc.casefile.sections import Effort, KeptChecklist, ProofChoices, SavedDocuments, State
from hsp_calc.gui.pages.documents.documents_panel import DocumentsPanel
from hsp_calc.gui.pages.documents.proof_card import ProofCard
from hsp_calc.gui.shell.main_window import MainWindow
from tests.gui.driving import child, panel_named

FACTS = {
    "age": 29,
    "degrees": ["master"],
    "annual_salary_yen": 8_000_000,
    "japanese": "n1",
    "foreign_qualification": True,
    "growth_project": True,
}
"""①20 ③30 ⑬5 ⑮15 ⑯10, and 15 for the age: 95 points."""
SEVENTY, EIGHTY = 1, 2


def opened(window: MainWindow) -> DocumentsPanel:
    """The panel with the person above."""
    window.editor.open(read_case(FACTS), None)
    brought = panel_named(window, DocumentsPanel, "documents")
    QApplication.processEvents()
    return brought


def choose(qtbot: QtBot, panel: DocumentsPanel, name: str, index: int) -> None:
    """Choose an item by keys, as a user who does not use the mouse."""
    combo = child(panel, QComboBox, name)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    panel.fill_if_stale()


def said(panel: DocumentsPanel, name: str) -> str:
    label = child(panel, QLabel, name)
    return label.text() if label.isVisible() else ""


def test_a_target_says_what_may_be_left_out(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window)
    assert not child(panel, ProofCard, "proof").isVisible()
    choose(qtbot, panel, "checklist.target", SEVENTY)
    assert window.editor.case.section(KeptChecklist).proof == ProofChoices(target=70)
    assert [line[0] for line in said(panel, "proof.spared").splitlines()] == ["①", "⑬"]
    assert said(panel, "proof.filed").endswith("③ ⑮ ⑯")


def test_a_hard_document_is_avoided_and_the_choice_undone(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window)
    choose(qtbot, panel, "checklist.target", SEVENTY)
    qtbot.mouseClick(child(panel, QToolButton, "proof.fold"), Qt.MouseButton.LeftButton)
    window.editor.close_entry()
    choose(qtbot, panel, "proof.effort.⑯", list(Effort).index(Effort.HARD))
    assert "⑯" in said(panel, "proof.spared")
    window.editor.undo()
    panel.fill_if_stale()
    assert "⑯" not in said(panel, "proof.spared")
    assert child(panel, QComboBox, "proof.effort.⑯").currentIndex() == list(Effort).index(Effort.NOT_SAID)


def test_a_margin_that_cannot_be_proven_is_said(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    panel = opened(window)
    choose(qtbot, panel, "checklist.target", EIGHTY)
    margin = child(panel, QSpinBox, "proof.margin")
    margin.setFocus()
    margin.selectAll()
    qtbot.keyClicks(margin, "30")
    panel.fill_if_stale()
    assert window.editor.case.section(KeptChecklist).proof.margin == 30
    shown = "A margin of 30 points cannot be proven; the most possible is 15 points."
    assert any(shown in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_paper_at_hand_is_said_where_the_user_says_nothing(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    panel = opened(window)
    choose(qtbot, panel, "checklist.target", SEVENTY)
    kept = KeptChecklist(
        papers={"⑮/合格証明書等の写し": SavedDocuments(state=State.AT_HAND)}, proof=ProofChoices(target=70)
    )
    window.editor.keep(partial(_with, kept=kept))
    panel.fill_if_stale()
    assert child(panel, QComboBox, "proof.effort.⑮").currentText() == ("At hand (from the state of its documents)")


def test_marks_that_count_no_longer_leave(make: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = make("en")
    panel = opened(window)
    choose(qtbot, panel, "checklist.target", SEVENTY)
    assert not child(panel, QComboBox, "proof.effort.⑮").isHidden()
    row = child(panel, QComboBox, "proof.effort.⑮").parentWidget()
    assert row is not None
    assert not row.isHidden()
    window.editor.set_fact("japanese", "none")
    panel.fill_if_stale()
    assert row.isHidden()


@pytest.mark.parametrize("kept", ["x", {"target": 75}, {"margin": -1}, {"effort": {"1": "hard"}}])
def test_what_is_not_understood_is_told_and_hides_the_card(
    make: Callable[[str], MainWindow], qtbot: QtBot, kept: object
) -> None:
    window = make("en")
    panel = opened(window)
    choose(qtbot, panel, "checklist.target", SEVENTY)
    window.editor.keep(lambda case: case.model_copy(update={"checklist": {"proof": kept}}))
    panel.fill_if_stale()
    assert not child(panel, ProofCard, "proof").isVisible()
    assert said(panel, "checklist.problems")


def _with(case: Case, kept: KeptChecklist) -> Case:
    return case.with_section(kept)
