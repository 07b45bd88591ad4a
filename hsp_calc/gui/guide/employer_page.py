"""``EmployerPage``: what a company checks that employs foreign nationals, and what is penal."""

from collections.abc import Callable

from hsp_calc.app.guide.citations import Citing
from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.casefile.sections import GuideAnswers
from hsp_calc.gui.guide.guide_page import GuidePage
from hsp_calc.gui.widgets.flow import Prose
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.guide.employer import EmployerSection
from hsp_calc.text import Translator
from hsp_calc.text.guide_text import penalty_label


class EmployerPage(GuidePage):
    """The sections of the page, and the two penalties with their dates."""

    def __init__(self, inquiry: GuidePresenter, save_pdf: Callable[[], object] | None = None) -> None:
        """Make the page.

        Args:
            inquiry: has the guide.
            save_pdf: saves it as PDF; without it there is no button.
        """
        super().__init__("guide.employer", inquiry, has_head=False)
        if save_pdf is not None:
            self.offer_paper(save_pdf)
        self._titles: dict[str, Label] = {}
        self._said: dict[str, Prose] = {}
        for name in inquiry.guide.employer.sections:
            frame, column = card()
            self._titles[name] = Label("section", wrap=True)
            self._said[name] = Prose(f"guide.employer.{name}")
            column.addWidget(self._titles[name])
            column.addWidget(self._said[name])
            self.body.addWidget(frame)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("For the employer")

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for name, section in self.inquiry.guide.employer.sections.items():
            self._titles[name].setText(_.wording(section.title))
        super().retranslate(_)

    def show_kept(self, kept: GuideAnswers, citing: Citing, _: Translator) -> None:
        """Show the page; it is the same for every case."""
        page = self.inquiry.guide.employer
        for name, section in page.sections.items():
            said = citing.listed("", section.statements.values())
            if name == EmployerSection.PENAL:
                said += "".join(
                    citing.paragraph(each, penalty_label(each, self.inquiry.day, _), "warn")
                    for each in page.penalties_by(self.inquiry.day)
                )
            self._said[name].setText(said)
        self.show_foot(citing.foot(page))
