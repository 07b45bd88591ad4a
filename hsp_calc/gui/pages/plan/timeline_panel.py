"""``TimelinePanel``: permanent residence in a sentence, the score as a chart, its changes, the routes, the dates."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from hsp_calc.app import plan_pages
from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.plan_presenter import Outlook, PlanPresenter
from hsp_calc.app.score_steps import picture_of, warnings_of
from hsp_calc.app.session_context import SessionContext
from hsp_calc.casefile import ConditionAnswers
from hsp_calc.gui.pages.plan.chart_export import CHART, document, print_document, write_calendar, write_picture
from hsp_calc.gui.pages.plan.conditions_card import ConditionsCard
from hsp_calc.gui.pages.plan.residence_card import ResidenceCard
from hsp_calc.gui.pages.plan.score_chart import StepChart
from hsp_calc.gui.pages.plan.since_buttons import SinceButtons
from hsp_calc.gui.widgets.flow import Flow, Prose
from hsp_calc.gui.widgets.fold import ProseFold
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import ScrollPanel, card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.plan.events import calendar_file
from hsp_calc.plan.guideline import RouteRule
from hsp_calc.plan.headline import asked_of, headline_of
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.routes import EARLIER
from hsp_calc.text import N_, Translator, disclaimer, other_origins, own_file_notice, what_if_notice
from hsp_calc.text.calendar_entries import calendar_entry
from hsp_calc.text.headline import headline_text
from hsp_calc.text.plan_text import assumptions

_REST = 120
"""Milliseconds."""
_BUTTONS = {
    "timeline.print": N_("Print…"),
    "timeline.picture": N_("Save picture…"),
    "timeline.calendar": N_("Save calendar (.ics)…"),
    "timeline.residence": N_("Enter the residence…"),
}


class TimelinePanel(ScrollPanel):
    """The years around the reference date."""

    def __init__(self, planner: PlanPresenter, context: SessionContext) -> None:
        super().__init__("timeline", rest=_REST)
        self._planner = planner
        self._editor = context.session
        self._context = context
        self._theme = LIGHT
        self._anew = False
        self._outlook: Outlook | None = None
        self._headline = Label("section", wrap=True)
        self._headline.setObjectName("timeline.headline")
        self._assumed = Label("muted", wrap=True)
        self._assumed.setObjectName("timeline.assumed")
        self._buttons = {name: self._button(name) for name in _BUTTONS}
        self._chart = StepChart("timeline.chart")
        self._chart.day_asked.connect(context.set_day)
        self._chart.settled.connect(self._settle)
        self._warnings = Prose("timeline.warnings")
        self._changes_title, self._changes = Label("section", wrap=True), Prose("timeline.changes")
        self._residence = ResidenceCard(planner.law.guideline)
        self._residence.entered.connect(self._editor.set_residence)
        self._residence.earlier_asked.connect(context.ask_earlier)
        self._conditions = ConditionsCard(planner.law.guideline, planner.sources)
        self._conditions.answered.connect(
            lambda name, answer, typed: self._editor.set_condition(name, answer, typed=typed)
        )
        self._compared_title, self._compared = Label("section", wrap=True), Prose("timeline.compared")
        self._since_buttons = SinceButtons(self._ask_since)
        self._routes = [_RouteCard(route) for route in planner.law.guideline.routes]
        self._checks_title, self._checks = Label("section", wrap=True), Prose("timeline.checks")
        self._dates_title, self._dates = Label("section", wrap=True), Prose("timeline.dates")
        self._foot = Label("muted", wrap=True)
        self._build()

    def _build(self) -> None:
        tools = Flow(GRID)
        tools.addWidget(self._buttons["timeline.print"])
        tools.addWidget(self._buttons["timeline.picture"])
        frame, column = card()
        column.addWidget(self._headline)
        column.addWidget(self._since_buttons)
        column.addWidget(self._assumed)
        column.addWidget(self._buttons["timeline.residence"], 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._chart)
        column.addLayout(tools)
        self.column.addWidget(frame)
        frame, column = card()
        for widget in (self._changes_title, self._warnings, self._changes):
            column.addWidget(widget)
        self.column.addWidget(frame)
        self.column.addWidget(self._residence)
        self.column.addWidget(self._conditions)
        self._compared_card, column = card()
        column.addWidget(self._compared_title)
        column.addWidget(self._compared)
        self.column.addWidget(self._compared_card)
        for route in self._routes:
            self.column.addWidget(route)
        self._checks_card, column = card()
        column.addWidget(self._checks_title)
        column.addWidget(self._checks)
        self.column.addWidget(self._checks_card)
        self._dates_card, column = card()
        column.addWidget(self._dates_title)
        column.addWidget(self._dates)
        column.addWidget(self._buttons["timeline.calendar"], 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._dates_card)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)

    def _button(self, name: str) -> QToolButton:
        slots = {
            "timeline.print": self._print,
            "timeline.picture": self._save_picture,
            "timeline.calendar": self._save_calendar,
            "timeline.residence": self._show_residence,
        }
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slots[name])
        return button

    # What is shown ---------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._chart.set_theme(theme)
        self.refresh()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for name, words in _BUTTONS.items():
            self._buttons[name].setText(_(words))
        self._changes_title.setText(_("Changes"))
        self._compared_title.setText(self._comparison_title(_))
        self._checks_title.setText(_("J-Skip and Highly Skilled Professional (ii)"))
        self._dates_title.setText(_("Dates that matter"))
        self._residence.retranslate(_)
        self._conditions.retranslate(_)
        for route in self._routes:
            route.retranslate(_)

    def start_anew(self) -> None:
        """Drop what was typed and not understood, when it is shown next."""
        self._anew = True

    def refresh(self) -> None:
        """Work out what is true now, once changes rest; a day that is dragged and another case are shown at once."""
        super().refresh()
        if self.isVisible() and (self._anew or self._chart.dragging):
            self.fill_if_stale()

    def fill(self) -> None:
        """Show the outlook; while the reference date is dragged, its line alone."""
        if self._chart.dragging:
            self._chart.show_day(self._editor.day)
            return
        _ = self._context.words
        outlook = self._outlook = self._planner.outlook(self._context.category)
        law, pen = self._planner.law, plan_pages.Pen(self._theme, _)
        picture = picture_of(outlook, law.scorers, self._editor.today, _, what_if=self._editor.what_if)
        self._chart.show_picture(picture)
        self._changes.setText(plan_pages.changes_page(picture.steps, pen))
        warnings = plan_pages.warnings_page(warnings_of(outlook, picture.steps, picture.marks, _), pen)
        self._warnings.setText(warnings)
        self._warnings.setVisible(bool(warnings))
        plan = outlook.plan
        self._residence.show_residence(self._editor.case.applicant.residence, _, anew=self._anew)
        answers = self._editor.case.permanent_residence or ConditionAnswers()
        self._conditions.show_answers(answers, asked_of(plan) if plan else (), _, anew=self._anew)
        self._since_buttons.show_facts(headline_of(plan).rests_on if plan else (), _)
        self._anew = False
        for part in (self._conditions, self._compared_card, *self._routes, self._checks_card, self._dates_card):
            part.setVisible(plan is not None)
        self._headline.setText(self._first_sentence(plan, _))
        self._assumed.setText("\n".join(self._assumptions(_)))
        self._assumed.setVisible(plan is not None and bool(self._assumed.text()))
        self._buttons["timeline.residence"].setVisible(
            plan is not None and self._editor.case.applicant.residence.arrived is None
        )
        if plan is None:
            self._foot.setText("")
            return
        for card_, route in zip(self._routes, plan.routes, strict=True):
            card_.show_route(plan_pages.route_page(route, plan, law, pen), plan_pages.papers_page(route, law, pen))
        compared = plan_pages.comparison_page(plan, law, pen)
        self._compared.setText(compared)
        self._compared_card.setVisible(bool(compared))
        self._checks.setText(plan_pages.checks_page(plan, law, pen))
        self._dates.setText(plan_pages.dates_page(outlook, law, pen) or plan_pages.muted(_("None."), pen))
        self._buttons["timeline.calendar"].setEnabled(bool(outlook.dates))
        self._foot.setText("\n".join(self._small_lines(_)))

    def _first_sentence(self, plan: Plan | None, _: Translator) -> str:
        if plan is None:
            return _("There is no score on the reference date; choose another day on the chart.")
        return headline_text(plan, self._planner.law.guideline, self._editor.today, _)

    def _assumptions(self, _: Translator) -> list[str]:
        return assumptions(self._editor.seen, self._context.category, self._editor.day, _)

    def _small_lines(self, _: Translator) -> list[str]:
        table = self._editor.table
        return [
            _.wording(self._planner.law.guideline.caution),
            *filter(None, [own_file_notice(self._planner.law.guideline, _)]),
            *([disclaimer(table, _)] if table else []),
            *other_origins(self._editor.tables, table, _),
        ]

    def _comparison_title(self, _: Translator) -> str:
        return _("Applying before {day}, or on or after it", day=_.day(self._planner.law.guideline.revision.day))

    def _ask_since(self, fact: str, anchor: QWidget) -> None:
        if fact == EARLIER:
            self._context.ask_earlier()
        else:
            self._context.ask_since(self._context.category, fact, anchor)

    # What is done ----------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Show the years around the day that the mouse let go of."""
        self._stale = True
        self.fill_if_stale()

    def _show_residence(self) -> None:
        self.ensureWidgetVisible(self._residence, 0, 2 * GRID)
        self._residence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        page, picture = self.printed(), self._chart.picture
        if picture is not None:
            _, name = self._context.words, self._editor.what_if
            print_document(document(page, picture), self, "" if name is None else what_if_notice(name, _))

    def printed(self) -> str:
        """The panel as a page for paper."""
        self.fill_if_stale()  # what was typed last counts
        _, outlook, picture = self._context.words, self._outlook, self._chart.picture
        if outlook is None or picture is None:
            return ""
        law, pen = self._planner.law, plan_pages.Pen(LIGHT, _)
        parts = [
            (
                _("Changes"),
                plan_pages.warnings_page(warnings_of(outlook, picture.steps, picture.marks, _), pen)
                + plan_pages.changes_page(picture.steps, pen),
            )
        ]
        if outlook.plan is not None:
            routes = zip(law.guideline.routes, outlook.plan.routes, strict=True)
            parts.append((self._comparison_title(_), plan_pages.comparison_page(outlook.plan, law, pen)))
            parts += [(_.wording(rule), plan_pages.route_page(route, outlook.plan, law, pen)) for rule, route in routes]
            parts.append(
                (_("J-Skip and Highly Skilled Professional (ii)"), plan_pages.checks_page(outlook.plan, law, pen))
            )
            parts.append((_("Dates that matter"), plan_pages.dates_page(outlook, law, pen)))
            sources = plan_pages.sources_page(outlook.plan, law, self._planner.sources, pen)
            parts.append((_("Sources"), sources))
        name = self._editor.case.applicant.name
        title = f"{picture.title} – {name}" if name else picture.title
        foot = [*(self._assumptions(_) if outlook.plan is not None else []), *self._small_lines(_)]
        return plan_pages.printed_page(title, self._headline.text(), parts, foot, chart=CHART)

    def _save_picture(self) -> None:
        self.fill_if_stale()
        _, picture = self._context.words, self._chart.picture
        if picture is not None:
            kinds = f"{_('Pictures')} (*.png);;{_('Drawings')} (*.svg)"
            self._context.export(_("Save picture"), ".png", kinds, lambda path: write_picture(picture, path))

    def _save_calendar(self) -> None:
        _ = self._context.words
        text = self.calendar()
        kinds = f"{_('Calendar files')} (*.ics)"
        self._context.export(_("Save calendar"), ".ics", kinds, lambda path: write_calendar(text, path))

    def calendar(self) -> str:
        """The dates that matter as a calendar file."""
        self.fill_if_stale()
        outlook = self._outlook
        plan = outlook.plan if outlook else None
        if outlook is None or plan is None:
            return ""
        applicant = self._editor.case.applicant
        return calendar_file(
            outlook.dates,
            lambda event: calendar_entry(
                event,
                plan,
                self._planner.law.guideline,
                applicant,
                self._context.words,
                what_if=self._editor.what_if,
            ),
            stamp=datetime.now(tz=UTC),
            owner=f"{applicant.name} {applicant.date_of_birth} {plan.category}",
        )


class _RouteCard(QFrame):
    """A route, with its papers folded away."""

    def __init__(self, rule: RouteRule) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"route.{rule.id}")
        self._rule = rule
        self._title, self._body = Label("section", wrap=True), Prose(f"route.{rule.id}.body")
        self._papers = ProseFold(f"route.{rule.id}.papers")
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._title)
        column.addWidget(self._body)
        column.addWidget(self._papers)

    def retranslate(self, _: Translator) -> None:
        self._title.setText(_.wording(self._rule))
        self._papers.set_title(_("Documents to submit"))

    def show_route(self, body: str, papers: str) -> None:
        self._body.setText(body)
        self._papers.show_page(papers)
