"""``ResearchPage``: whether R&D expenses exceed 3% of sales, in the business year that counts (mark ⑫)."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import LAST_DAY, Enterprise, FormEntries, Owner, ResearchYear
from hsp_calc.facts import MONTHS_A_YEAR
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import VERDICT_ROLES, ApplyBar, ChoiceEntry, TypedEntry, verdict_label
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.parsing import read_yen
from hsp_calc.reference.research_ratio import ratio_of_case, year_of_case
from hsp_calc.text import Translator, answer_label
from hsp_calc.text.lookup import owner_label, ratio_verdict, year_text

_FIGURES = ("expenses_yen", "sales_yen")


class ResearchPage(LookupPage):
    """The ratio of R&D expenses to sales."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.research", desk, editor)
        self._titles = [Label("section", wrap=True) for _part in range(2)]
        self._lead = Label("muted", wrap=True)
        self._owner = ChoiceEntry("rd_year.owner", [owner.value for owner in Owner])
        self._month = ChoiceEntry("rd_year.closing_month", [str(month) for month in range(1, MONTHS_A_YEAR + 1)])
        self._day = ChoiceEntry("rd_year.closing_day", [str(day) for day in range(LAST_DAY - 1, 0, -1)])
        self._span, self._why = Label("section", wrap=True), Label("muted", wrap=True)
        self._span.setObjectName("rd_year.span")
        self._why.setObjectName("rd_year.why")
        self._figures = {name: TypedEntry(f"rd_year.{name}", read_yen, lambda yen: f"{yen:,}") for name in _FIGURES}
        self._verdict = verdict_label("rd_year.verdict")
        self._caution = Label("muted", wrap=True)
        self._state = ApplyBar("rd_year.apply", self._apply)
        self._owner.entered.connect(self._enter_owner)
        self._month.entered.connect(lambda month: self._enter("closing_month", None if month is None else int(month)))
        self._day.entered.connect(lambda day: self._enter("closing_day", LAST_DAY if day is None else int(day)))
        for name, entry in self._figures.items():
            entry.entered.connect(lambda yen, name=name: self._enter(name, yen))
        year, figures = card(), card()
        parts: list[QWidget] = [self._titles[0], self._lead, self._owner, self._month, self._day, self._span, self._why]
        for part in parts:
            year[1].addWidget(part)
        parts = [self._titles[1], *self._figures.values(), self._verdict, self._caution, self._state]
        for part in parts:
            figures[1].addWidget(part)
        for frame, _column in (year, figures):
            self.body.addWidget(frame)
        self.setFocusProxy(self._owner.edit)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("R&&D ⑫")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        self._titles[0].setText(_("Which business year counts?"))
        self._titles[1].setText(_("Do R&D expenses exceed 3% of sales?"))
        self._lead.setText(_("The day of application is the reference date of the window."))
        self._owner.say(_("Type of organisation"), _("Not answered"), lambda value: owner_label(Owner(value), _))
        locale = QLocale(_.language)
        self._month.say(
            _("Business year ends"), _("Not answered"), lambda month: locale.standaloneMonthName(int(month))
        )
        self._day.say(_("Closing day"), _("last day of the month"), lambda day: _("day {day}", day=day))
        self._figures["expenses_yen"].say(_("R&D expenses of that year"), _("e.g. 12,000,000 or 1200万円"), _)
        self._figures["sales_yen"].say(_("Sales of that year"), _("e.g. 350,000,000 or 3億5000万円"), _)
        self._caution.setText(
            _(
                "R&D expenses are experiment, research and development expenses (試験研究費等). For a company, "
                "income from the transfer of fixed assets or securities is not part of the sales."
            )
        )
        self._state.say(_("Enter on the score sheets"))

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the year, the figures and what they come to."""
        _, owner, kept = self.words, case.section(Enterprise).owner, case.section(ResearchYear)
        others = case.section(FormEntries).rd
        self._owner.edit.show_value(owner)
        self._month.edit.show_value(None if kept.closing_month is None else str(kept.closing_month))
        self._day.edit.show_value(None if kept.closing_day == LAST_DAY else str(kept.closing_day))
        for entry in (self._month, self._day):
            entry.setVisible(owner is not Owner.SOLE_PROPRIETOR)
        for name, figure in self._figures.items():
            figure.edit.show_value(getattr(kept, name), anew=anew)
        self._show_year(kept, owner)
        ratio = ratio_of_case(kept)
        self._verdict.setText(ratio_verdict(ratio, _))
        self._verdict.set_role(VERDICT_ROLES[ratio.above])
        answered = self.editor.facts.rd_ratio_over_3pct
        self._state.setVisible(ratio.above is not None)
        if ratio.above is not None and answered is ratio.above and not others.has_figures:
            self._state.show_state(_("✓ The score sheets and the form agree."), offered=False)
            return
        said = _("no answer") if answered is None else answer_label("rd_ratio_over_3pct", answered, _)
        words = _("The score sheets say: {said}.", said=said)
        if answered is ratio.above:  # else the others are told of once the sheets say the same
            words = _(
                "The case also holds figures that were entered for the form before: R&D expenses {expenses}, sales "
                "{sales}. The form shows those above; entering them removes the others.",
                expenses=_("not entered") if others.expenses_yen is None else _.yen(others.expenses_yen),
                sales=_("not entered") if others.sales_yen is None else _.yen(others.sales_yen),
            )
        self._state.show_state(words, "warn", offered=True)

    def basis(self) -> str:
        """The form and its evidence, which state the rule."""
        return self.help_on("rd_ratio_over_3pct")

    def _show_year(self, kept: ResearchYear, owner: Owner | None) -> None:
        _, day = self.words, self.editor.day
        year = year_of_case(kept, day, owner)
        if year is None:
            self._span.setText(_("Not decided yet"))
            self._why.setText(_("Choose the type of organisation and, for a company, the end of its business year."))
            return
        span, why = year_text(year, day, _)
        self._span.setText(span)
        self._why.setText(why)

    def _enter_owner(self, value: object) -> None:
        owner = None if value is None else Owner(str(value))
        self.keep(lambda case: case.with_section(case.section(Enterprise).model_copy(update={"owner": owner})), "owner")

    def _enter(self, name: str, value: object) -> None:
        self.keep(lambda case: case.with_section(case.section(ResearchYear).model_copy(update={name: value})), name)

    def _apply(self) -> None:
        def with_these_alone(case: Case) -> Case:
            form = case.section(FormEntries)
            return case.with_section(form.model_copy(update={"rd": form.rd.without_figures()}))

        self.keep(with_these_alone, rd_ratio_over_3pct=ratio_of_case(self.editor.case.section(ResearchYear)).above)
