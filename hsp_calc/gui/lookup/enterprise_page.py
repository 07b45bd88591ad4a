"""``EnterprisePage``: whether the institution is a small or medium-sized enterprise (marks ⑩ and ⑫)."""

from PySide6.QtWidgets import QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import Enterprise, Owner
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import VERDICT_ROLES, ApplyBar, ChoiceEntry, TypedEntry, verdict_label
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.parsing import read_count, read_yen
from hsp_calc.reference.enterprise import kept_enterprise_test
from hsp_calc.text import Translator, answer_label
from hsp_calc.text.lookup import basis_text, enterprise_reason, enterprise_verdict, owner_label


class EnterprisePage(LookupPage):
    """The test of small and medium-sized enterprises."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.enterprise", desk, editor)
        self._title, self._lead = Label("section", wrap=True), Label("muted", wrap=True)
        self._industry = ChoiceEntry("enterprise.industry", [industry.id for industry in desk.enterprises.industries])
        self._owner = ChoiceEntry("enterprise.owner", [owner.value for owner in Owner])
        self._capital = TypedEntry("enterprise.capital_yen", read_yen, lambda yen: f"{yen:,}")
        self._employees = TypedEntry("enterprise.employees", read_count, lambda count: f"{count:,}")
        self._verdict, self._reason = verdict_label("enterprise.verdict"), Label(wrap=True)
        self._reason.setObjectName("enterprise.reason")
        self._state = ApplyBar("enterprise.apply", self._apply)
        self._entries: dict[str, ChoiceEntry | TypedEntry] = {
            "industry": self._industry,
            "owner": self._owner,
            "capital_yen": self._capital,
            "employees": self._employees,
        }
        for name, entry in self._entries.items():
            entry.entered.connect(lambda value, name=name: self._enter(name, value))
        frame, column = card()
        inputs: list[QWidget] = [self._title, self._lead, *self._entries.values()]
        for part in inputs:
            column.addWidget(part)
        self.body.addWidget(frame)
        frame, column = card()
        outcome: list[QWidget] = [self._verdict, self._reason, self._state]
        for part in outcome:
            column.addWidget(part)
        self.body.addWidget(frame)
        self.setFocusProxy(self._industry.edit)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("SME ⑩ ⑫")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        self._title.setText(_("Is the institution a small or medium-sized enterprise (SME)?"))
        self._lead.setText(
            _(
                "For a company, it is enough if either the capital or the number of employees is within the "
                "limit of its industry; for a sole proprietor, only the number of employees matters."
            )
        )
        names = {industry.id: industry for industry in self.desk.enterprises.industries}
        self._industry.say(_("Industry of the main business"), _("Not answered"), lambda name: _.wording(names[name]))
        self._owner.say(_("Type of organisation"), _("Not answered"), lambda value: owner_label(Owner(value), _))
        self._capital.say(
            _("Capital or total investment"),
            _("e.g. 50,000,000 or 5000万円"),
            _,
        )
        self._employees.say(
            _("Regular employees"),
            _("e.g. 300 or 300人"),
            _,
        )
        self._state.say(_("Enter on the score sheets"))

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the institution and what the test comes to."""
        _, kept = self.words, case.section(Enterprise)
        test = kept_enterprise_test(kept, self.desk.enterprises)
        self._industry.edit.show_value(kept.industry)
        self._industry.show_note(self._comprises(kept.industry))
        self._owner.edit.show_value(kept.owner)
        self._capital.edit.show_value(kept.capital_yen, anew=anew)
        self._employees.edit.show_value(kept.employees, anew=anew)
        self._capital.setVisible(kept.owner is not Owner.SOLE_PROPRIETOR)
        sme = None if test is None else test.sme
        self._verdict.setText(enterprise_verdict(sme, _))
        self._verdict.set_role(VERDICT_ROLES[sme])
        if test is None:
            self._reason.setText(_("Choose the industry and the type of organisation."))
        else:
            self._reason.setText(enterprise_reason(test, kept.capital_yen, kept.employees, _))
        answered = self.editor.facts.sme
        self._state.setVisible(sme is not None)
        if sme is not None and answered is sme:
            self._state.show_state(_("✓ The score sheets agree."), offered=False)
        else:
            said = _("no answer") if answered is None else answer_label("sme", answered, _)
            self._state.show_state(_("The score sheets say: {said}.", said=said), "warn", offered=True)

    def basis(self) -> str:
        """The definition and the classification that its industries follow."""
        _, definition = self.words, self.desk.enterprises
        basis = f"{basis_text(definition, self.desk.sources, _)} {_.wording(definition.classification)}"
        shares = _(
            "Who holds the shares is not asked: the definition on the form does not name it. Other programmes leave "
            "out subsidiaries of large companies (みなし大企業); whether that matters here is open."
        )
        return f"{self.help_on('sme')}\n{basis}\n{shares}"

    def _comprises(self, industry: str | None) -> str:
        """What comes under an industry."""
        _ = self.words
        if industry is None:
            return ""
        parts = self.desk.enterprises.industry(industry).comprises
        return _("Comprises: {parts}", parts="\n".join(_.wording(part) for part in parts))

    def _enter(self, name: str, value: object) -> None:
        def changed(kept: Enterprise) -> Enterprise:
            given = Owner(str(value)) if name == "owner" and value is not None else value
            return kept.model_copy(update={name: given})

        self.keep(lambda case: case.with_section(changed(case.section(Enterprise))), name)

    def _apply(self) -> None:
        test = kept_enterprise_test(self.editor.case.section(Enterprise), self.desk.enterprises)
        if test is not None:
            self.keep(lambda case: case, sme=test.sme)
