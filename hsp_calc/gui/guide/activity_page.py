"""``ActivityPage``: what may be done beside the activity of the present status, and what permission it needs."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile.sections import GuideAnswers
from hsp_calc.gui.guide.guide_page import GuidePage, shown_questions
from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.fold import ProseFold
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.guide.activity import ActivityResult, Met
from hsp_calc.guide.activity_content import ASKED_BY, Outcome
from hsp_calc.text import N_, Translator
from hsp_calc.text.guide_text import met_label

_CARDS = {
    "present": ("present",),
    "wanted": (
        "wanted",
        "replaces_main",
        "paid",
        "same_institution",
        "contract_form",
        "hours_shown",
        "weekly_hours",
        "yearly_income_yen",
    ),
    "conditions": (),
}
"""The cards, each with its questions; those of the conditions stand beneath each condition."""
_TITLES = {
    "present": N_("Your present activity"),
    "wanted": N_("The other activity"),
    "conditions": N_("The seven general conditions"),
}
_FOLDS = {
    "documents": N_("Documents to submit"),
    "permission": N_("About the permission"),
    "differences": N_("How HSP (i) and HSP (ii) differ"),
}
_ROLES = {
    Outcome.NO_PERMISSION: ("✓", "good"),
    Outcome.INDIVIDUAL: ("△", "warn"),
    Outcome.COMPREHENSIVE: ("△", "warn"),
    Outcome.CHANGE_OF_STATUS: ("△", "warn"),
    Outcome.NOT_POSSIBLE: ("×", "bad"),
    None: ("？", "muted"),
}
_MET_ROLES = {Met.MET: "good", Met.NOT_MET: "bad", Met.UNKNOWN: "muted", Met.NOT_ASKED: "muted"}


class ActivityPage(GuidePage):
    """What is done now, what is to be done beside it, and the seven conditions."""

    def __init__(self, inquiry: GuidePresenter) -> None:
        super().__init__("guide.activity", inquiry)
        rules = inquiry.guide.activity
        self._outcome = Prose("guide.activity.outcome")
        self._open = Label("muted", wrap=True)
        self._open.setObjectName("guide.activity.open")
        self.head.addWidget(self._outcome)
        self.head.addWidget(self._open)
        self._answers = {name: self.ask("activity", name, question) for name, question in rules.questions.items()}
        self._titles = {name: Label("section", wrap=True) for name in _CARDS}
        self._conditions = {name: Prose(f"guide.activity.condition.{name}") for name in ASKED_BY}
        self._cards = {name: self._make_card(name) for name in _CARDS}
        self._folds = {name: ProseFold(f"guide.activity.{name}") for name in _FOLDS}
        frame, column = card(spacing=GRID)
        for fold in self._folds.values():
            column.addWidget(fold)
        self.body.addWidget(frame)

    def _make_card(self, name: str) -> QFrame:
        frame, column = card()
        column.addWidget(self._titles[name])
        if name == "conditions":
            for condition, question in ASKED_BY.items():
                column.addLayout(self._pair(condition, question))
        for question in _CARDS[name]:
            column.addWidget(self._answers[question])
        self.body.addWidget(frame)
        return frame

    def _pair(self, condition: str, question: str) -> QVBoxLayout:
        """A condition, and beneath it the question that tells whether it is met."""
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(self._conditions[condition])
        if question not in _CARDS["wanted"]:
            pair.addWidget(self._answers[question])
        return pair

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Other activity")

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for name, words in _TITLES.items():
            self._titles[name].setText(_(words))
        for name, words in _FOLDS.items():
            self._folds[name].set_title(_(words))
        super().retranslate(_)

    def show_kept(self, kept: GuideAnswers, citing: Citing, _: Translator) -> None:
        """Show what the answers come to."""
        page, result, known = self.inquiry.guide.activity, self.inquiry.activity(kept), self.inquiry.known_of_activity()
        self._show_head(result, citing, _)
        asked_for = {ASKED_BY[condition.id] for condition in result.conditions if condition.met is not Met.NOT_ASKED}
        shown = shown_questions(result.open, kept.activity.model_dump(), known.model_dump()) | asked_for
        for name, row in self._answers.items():
            value = getattr(known, name)
            source = "" if value is None else _("Status of residence")
            row.show_answer(getattr(kept.activity, name) if value is None else value, _, known_from=source)
            row.setVisible(name in shown)
        self._cards["wanted"].setVisible(bool(shown.intersection(_CARDS["wanted"])))
        self._cards["conditions"].setVisible(bool(result.conditions))
        for condition in result.conditions:
            said = citing.paragraph(condition.said, met_label(condition.met, _), _MET_ROLES[condition.met])
            self._conditions[condition.id].setText(said)
        folded = {
            "documents": result.documents,
            "permission": page.introduction,
            "differences": result.differences,
        }
        for name, statements in folded.items():
            self._folds[name].show_page(citing.listed("", statements))
            self._folds[name].setVisible(bool(statements))
        self.show_foot(citing.foot(page))

    def _show_head(self, result: ActivityResult, citing: Citing, _: Translator) -> None:
        sign, role = _ROLES[result.outcome]
        reasons = citing.listed("", result.reasons.values())
        self._outcome.setText(citing.headline(sign, role, result.said) + reasons)
        count = len(result.open)
        self._open.setText(_.plural("{count} question unanswered", "{count} questions unanswered", count, count=count))
        self._open.setVisible(bool(count))
