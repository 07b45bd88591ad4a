"""``UnderlyingPage``: whether the activity fits the ordinary work status that the points rest on."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.app.guide.work_status_verdict import ROLES
from hsp_calc.casefile.sections import GuideAnswers, UnderlyingAnswers
from hsp_calc.gui.guide.guide_page import GuidePage, shown_questions
from hsp_calc.gui.guide.question_row import QuestionRow
from hsp_calc.gui.widgets.flow import Flow, Prose
from hsp_calc.gui.widgets.fold import ProseFold
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.guide.statements import Statement
from hsp_calc.guide.underlying import Judged, UnderlyingResult
from hsp_calc.text import Translator, fact_label
from hsp_calc.text.guide_text import verdict_label

TECHNICAL, SHEET = "technical_category", "sheet"
_CARDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "status": (("status",), ()),
    SHEET: (("main_duty",), (SHEET, "research_work")),
    TECHNICAL: (("work_kind",), (TECHNICAL,)),
    "background": (
        ("has_degree", "degree_relation", "experience_years", "vocational", "translation_teaching", "it_exam"),
        ("background",),
    ),
    "language": (("language_work", "language_b2"), ("language",)),
    "pay": (("salary_yen", "colleague_salary_yen"), ("pay", "practical_minimum")),
    "duties": (("duties",), ("duties",)),
    "workplace": (("workplace", "site_described", "training_first"), ("workplace",)),
    "contract": (("contract_term",), ("contract",)),
    "bm_route": (("bm_situation",), ("bm_route",)),
    "bm_size": (("bm_assets_yen", "bm_employee"), ("bm_size",)),
    **{name: ((name,), (name,)) for name in ("bm_japanese", "bm_person", "bm_plan", "bm_office")},
    "other_criteria": ((), ("other_criteria",)),
    "employer": (("stability", "employer_category"), ("employer",)),
}
"""The cards, each with its questions and the points that they are judged by."""
_ALWAYS = frozenset({"status", "employer_category"})
"""Questions whose answers judge nothing, but change what is shown."""
_FACTS = {
    "has_degree": "degrees",
    "experience_years": "experience_years",
    "it_exam": "licenses",
    "salary_yen": "annual_salary_yen",
}
"""The fact that answers a question already."""


class UnderlyingPage(GuidePage):
    """The questions, a card a point, with what each comes to."""

    def __init__(self, inquiry: GuidePresenter) -> None:
        super().__init__("guide.underlying", inquiry)
        rules = inquiry.guide.underlying
        self._verdict = Prose("guide.underlying.verdict")
        self._chips = {name: Label("muted") for name in (TECHNICAL, SHEET, *rules.points)}
        self._open = Label("muted", wrap=True)
        self._open.setObjectName("guide.underlying.open")
        chips = Flow(3 * GRID)
        self._cards: dict[str, _PointCard] = {}
        for name, (questions, points) in _CARDS.items():
            rows = {each: self.ask("underlying", each, rules.questions[each]) for each in questions}
            self._cards[name] = made = _PointCard(name, rows, points)
            self.body.addWidget(made)
            for point in points:
                chip = self._chips[point]
                chip.setObjectName(f"guide.underlying.chip.{point}")
                chip.setCursor(Qt.CursorShape.PointingHandCursor)
                chip.clicked.connect(partial(self.ensureWidgetVisible, made))
                chips.addWidget(chip)
        for part in (self._verdict, self._open):
            self.head.addWidget(part)
        self.head.addLayout(chips)
        self._documents = ProseFold("guide.underlying.documents")
        self._papers, column = card()
        column.addWidget(self._documents)
        self.body.addWidget(self._papers)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Ordinary work status")

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._documents.set_title(_("All documents to submit"))
        for made in self._cards.values():
            made.retranslate(_)
        super().retranslate(_)

    def show_kept(self, kept: GuideAnswers, citing: Citing, _: Translator) -> None:
        """Show what the answers come to."""
        page = self.inquiry.guide.underlying
        result, known = self.inquiry.underlying(kept), self.inquiry.known_of_underlying()
        judged = {
            point.id: point for point in (*result.points, *filter(None, [result.technical_category, result.sheet]))
        }
        self._show_head(result, judged, citing, _)
        shown = shown_questions(result.open, kept.underlying.model_dump(), known.model_dump()) | _ALWAYS
        titles: dict[str, Statement] = {**page.points, TECHNICAL: page.technical_category, SHEET: page.sheet}
        for name, made in self._cards.items():
            made.setVisible(name == "status" or any(point in judged for point in made.points))
            made.show_title(_("Status of residence") if name not in titles else _.wording(titles[name]))
            made.show_answers(kept.underlying, known, shown, _)
            made.show_points([judged[point] for point in made.points if point in judged], citing, _)
        self._cards["status"].show_remarks(page.introduction, citing)
        self._papers.setVisible(bool(judged))
        self._documents.show_page(
            citing.listed("", result.documents) + citing.listed(_("For all documents"), page.general_documents)
        )
        self.show_foot(citing.foot(page))

    def _show_head(self, result: UnderlyingResult, judged: dict[str, Judged], citing: Citing, _: Translator) -> None:
        label = verdict_label(result.verdict, _)
        self._verdict.setText(citing.headline(label, ROLES[result.verdict]) + citing.paragraph(result.said))
        count = len(result.open)
        self._open.setText(_.plural("{count} question unanswered", "{count} questions unanswered", count, count=count))
        self._open.setVisible(bool(count))
        for name, chip in self._chips.items():
            chip.setVisible(name in judged)
            if name in judged:
                point = judged[name]
                chip.setText(f"{verdict_label(point.verdict, _)[0]} {_.wording(point.rule)}")
                chip.setToolTip(plain(verdict_label(point.verdict, _)))
                chip.set_role(ROLES[point.verdict])


class _PointCard(QFrame):
    """A card: its questions, and what their answers come to."""

    def __init__(self, name: str, rows: dict[str, QuestionRow], points: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"guide.underlying.card.{name}")
        self.points = points
        self._rows = rows
        self._title = Label("section", wrap=True)
        self._reason = Prose(f"guide.underlying.reason.{name}")
        self._more = ProseFold(f"guide.underlying.more.{name}")
        self._more.setVisible(bool(points))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._title)
        for row in rows.values():
            column.addWidget(row)
        column.addWidget(self._reason)
        column.addWidget(self._more)

    def retranslate(self, _: Translator) -> None:
        self._more.set_title(_("How to strengthen it, and the documents"))

    def show_title(self, title: str) -> None:
        self._title.setText(title)

    def show_answers(self, given: UnderlyingAnswers, known: UnderlyingAnswers, shown: set[str], _: Translator) -> None:
        for name, row in self._rows.items():
            value = getattr(known, name)
            source = "" if value is None else fact_label(_FACTS[name], _)
            row.show_answer(getattr(given, name) if value is None else value, _, known_from=source)
            row.setVisible(name in shown)

    def show_remarks(self, remarks: tuple[Statement, ...], citing: Citing) -> None:
        self._reason.setText("".join(citing.paragraph(said) for said in remarks))

    def show_points(self, points: list[Judged], citing: Citing, _: Translator) -> None:
        self._reason.setText(
            "".join(
                citing.paragraph(point.because, verdict_label(point.verdict, _), ROLES[point.verdict])
                for point in points
            )
        )
        papers = {paper.ja: paper for point in points for paper in point.documents}
        strengthens = [said for point in points for said in point.rule.strengthens]
        self._more.show_page(
            citing.listed(_("How to strengthen it"), strengthens)
            + citing.listed(_("Documents to submit"), papers.values())
        )
