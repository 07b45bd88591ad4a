"""``BenefitsPage``: what the statuses give, side by side, with the conditions checked for the case."""

from PySide6.QtGui import QResizeEvent

from hsp_calc.app.guide.benefits_table import Comparison
from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile.sections import GuideAnswers, PresentStatus
from hsp_calc.gui.guide.guide_page import GuidePage
from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.guide.benefits import BenefitsColumn
from hsp_calc.text import Translator

_ROOM_FOR_A_TABLE = 800
"""Pixels of width from which the statuses stand side by side."""
_OWN = {
    PresentStatus.WORK: BenefitsColumn.ORDINARY,
    PresentStatus.HSP_1: BenefitsColumn.HSP_1,
    PresentStatus.HSP_2: BenefitsColumn.HSP_2,
    PresentStatus.PERMANENT_RESIDENT: BenefitsColumn.PERMANENT_RESIDENT,
}
"""The column of the status that a person has."""


class BenefitsPage(GuidePage):
    """What the conditions ask, and the comparison."""

    def __init__(self, inquiry: GuidePresenter) -> None:
        super().__init__("guide.benefits", inquiry, has_head=False)
        self._title = Label("section", wrap=True)
        self._answers = {
            name: self.ask("household", name, question) for name, question in inquiry.guide.benefits.questions.items()
        }
        self._comparison = Prose("guide.benefits.comparison")
        self._two_ways = Prose("guide.benefits.two_ways")
        self._remarks = Prose("guide.benefits.remarks")
        self._wide = True
        frame, column = card()
        column.addWidget(self._title)
        for row in self._answers.values():
            column.addWidget(row)
        self.body.addWidget(frame)
        self.body.addWidget(self._comparison)
        self.body.addWidget(self._two_ways)
        self.body.addWidget(self._remarks)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Benefits")

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._title.setText(_("The household, for the conditions"))
        super().retranslate(_)

    def show_kept(self, kept: GuideAnswers, citing: Citing, _: Translator) -> None:
        """Show the comparison."""
        for name, row in self._answers.items():
            row.show_answer(getattr(kept.household, name), _, note=self._note(name, kept, _))
        benefits = self.inquiry.benefits(kept)
        present = self.inquiry.activity_answers(kept).present
        own = None if present is None else _OWN.get(present)
        comparison = Comparison(benefits, own, citing, self.theme, _)
        self._wide = self._has_room()
        written = comparison.table() if self._wide else comparison.listed()
        self._comparison.setText(written + comparison.not_said())
        title = _(
            "Fees: changing to Highly Skilled Professional, or applying for permanent residence from the present status"
        )
        self._two_ways.setText(citing.lines(title, self.inquiry.two_ways()))
        self._remarks.setText(citing.listed("", benefits.remarks))
        self.show_foot(citing.foot(self.inquiry.guide.benefits))

    def _note(self, question: str, kept: GuideAnswers, _: Translator) -> str:
        own = self.inquiry.own_pay
        if question != "household_income_yen" or kept.household.household_income_yen is not None or own is None:
            return ""
        return _("Until it is answered, at least your own pay of {amount} is assumed.", amount=_.yen(own))

    def _has_room(self) -> bool:
        return self.width() >= _ROOM_FOR_A_TABLE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write it in the way that fits the width."""
        super().resizeEvent(event)
        if self._has_room() is not self._wide:
            self.refresh()
