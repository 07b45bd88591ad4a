"""The proof that is the least trouble, in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from hsp_calc.casefile import read_case
from hsp_calc.facts import Category
from hsp_calc.gui.desk import Desk
from hsp_calc.gui.editor import Editor
from hsp_calc.gui.plan.proof_card import ProofCard
from hsp_calc.gui.plan.surroundings import Surroundings
from hsp_calc.reference.kept_proof import Effort, KeptProof
from hsp_calc.reference.paper_states import Kept, KeptChecklist, State, checklist_of, with_checklist
from hsp_calc.text import Words
from tests.gui.conftest import TODAY
from tests.gui.driving import child

FACTS = {
    "age": 29,
    "degrees": ["master"],
    "annual_salary_yen": 8_000_000,
    "japanese": "n1",
    "foreign_qualification": True,
    "growth_project": True,
}
"""①20 ③30 ⑬5 ⑮15 ⑯10, and 15 for the age: 95 points."""
Make = Callable[[str], ProofCard]


@pytest.fixture
def editor() -> Editor:
    desk = Desk.from_resources()
    editor = Editor(desk.tables, TODAY)
    editor.open(read_case(FACTS), None)
    return editor


@pytest.fixture
def make(qtbot: QtBot, editor: Editor) -> Make:
    def nothing_written(*_asked: object) -> object:
        return None

    def making(language: str) -> ProofCard:
        words = Words.load(language)
        around = Surroundings(
            category=lambda: Category.TECHNICAL,
            words=lambda: words,
            set_day=editor.set_day,
            export=nothing_written,
            today=TODAY,
        )
        card = ProofCard(editor, Desk.from_resources(), around)
        qtbot.addWidget(card)
        card.resize(384, 700)
        card.retranslate(words)
        card.show()
        editor.listen(card.refresh)
        return card

    return making


@pytest.fixture(params=["ja", "en"])
def card(request: pytest.FixtureRequest, make: Make) -> ProofCard:
    return make(request.param)


def choose(qtbot: QtBot, card: ProofCard, name: str, index: int) -> None:
    """Choose an item by keys, as a user who does not use the mouse."""
    combo = child(card, QComboBox, name)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def said(card: ProofCard, name: str) -> str:
    label = child(card, QLabel, f"proof.{name}")
    return label.text() if label.isVisible() else ""


def test_a_target_says_what_may_be_left_out(qtbot: QtBot, card: ProofCard, editor: Editor) -> None:
    assert said(card, "spared") == ""
    choose(qtbot, card, "proof.target", 1)
    assert checklist_of(editor.case).proof == KeptProof(target=70)
    assert [line[0] for line in said(card, "spared").splitlines()] == ["①", "⑬"]
    assert said(card, "filed").endswith("③ ⑮ ⑯")


def test_a_hard_document_is_avoided_and_the_choice_undone(qtbot: QtBot, card: ProofCard, editor: Editor) -> None:
    choose(qtbot, card, "proof.target", 1)
    editor.close_entry()
    choose(qtbot, card, "proof.effort.⑯", list(Effort).index(Effort.HARD))
    assert "⑯" in said(card, "spared")
    editor.undo()
    assert "⑯" not in said(card, "spared")
    assert child(card, QComboBox, "proof.effort.⑯").currentIndex() == list(Effort).index(Effort.NOT_SAID)


def test_a_margin_that_cannot_be_proven_is_said(qtbot: QtBot, make: Make, editor: Editor) -> None:
    card = make("en")
    margin = child(card, QSpinBox, "proof.margin")
    assert not margin.isEnabled()
    choose(qtbot, card, "proof.target", 2)
    margin.setFocus()
    margin.selectAll()
    qtbot.keyClicks(margin, "30")
    assert checklist_of(editor.case).proof.margin == 30
    assert said(card, "caveats") == "A margin of 30 points cannot be proven; 15 points is the most there can be."


def test_a_paper_at_hand_is_said_where_the_user_says_nothing(make: Make, editor: Editor) -> None:
    card = make("en")
    kept = KeptChecklist(papers={"⑮/合格証明書等の写し": Kept(state=State.AT_HAND)})
    editor.keep(lambda case: with_checklist(case, kept))
    assert child(card, QComboBox, "proof.effort.⑮").currentText() == "At hand, as its papers say"


def test_marks_that_count_no_longer_leave(make: Make, editor: Editor) -> None:
    card = make("en")
    assert child(card, QComboBox, "proof.effort.⑮").isVisible()
    editor.set_fact("japanese", "none")
    assert not child(card, QComboBox, "proof.effort.⑮").isVisible()


def test_what_is_not_understood_hides_the_card(make: Make, editor: Editor) -> None:
    card = make("en")
    editor.keep(lambda case: case.model_copy(update={"checklist": {"proof": "x"}}))
    assert not card.isVisible()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_can_be_as_narrow_as_the_panel(make: Make, language: str) -> None:
    assert make(language).minimumSizeHint().width() <= 384
