"""``PlanPresenter``: what the case in the window comes to over the years. Plain Python, no Qt."""

from dataclasses import dataclass
from datetime import date

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.documents.certificates import Certificate, certificates_of
from hsp_calc.facts import Category
from hsp_calc.plan.advice import Advice, Suggestion, advise, with_changes
from hsp_calc.plan.change_days import years_after, years_before
from hsp_calc.plan.events import Event, events
from hsp_calc.plan.plan import Law, Plan, make_plan
from hsp_calc.plan.timeline import YEARS_AHEAD, YEARS_BACK, ScoreTimeline, Segment
from hsp_calc.rules import NoTableError, Sources
from hsp_calc.validation import InputError


@dataclass(frozen=True, slots=True)
class Outlook:
    """The years around the reference date.

    Attributes:
        on: the reference date.
        since: the first day.
        until: the day after the last.
        segments: the totals.
        course: the score on any day.
        plan: the whole plan; None where the reference date has no score.
        dates: the dates that matter.
    """

    on: date
    since: date
    until: date
    segments: tuple[Segment, ...]
    course: ScoreTimeline
    plan: Plan | None
    dates: tuple[Event, ...]


class PlanPresenter:
    """Asks the plan about the case in the window."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        self._desk = desk
        self._editor = editor

    @property
    def law(self) -> Law:
        """Everything a plan is made by."""
        return self._desk.law

    @property
    def sources(self) -> Sources:
        """Where the law comes from."""
        return self._desk.sources

    def outlook(self, category: Category) -> Outlook:
        """The years around the reference date, in the scenario in view."""
        on, case = self._editor.day, self._editor.seen
        since, until = years_before(on, YEARS_BACK), years_after(on, YEARS_AHEAD)
        plan = self._plan(case, category)
        if plan is None:
            course = ScoreTimeline(case.profile(), category, self.law.scorers, since=since, until=until)
            return Outlook(on, since, until, course.segments(), course, None, ())
        dates = events(plan, case.applicant.residence, self.law.guideline, self._certificates(case))
        return Outlook(on, since, plan.until, plan.segments, plan.course, plan, dates)

    def advice(self, category: Category, target: int) -> Advice | None:
        """What reaches a target; None where the reference date has no score."""
        try:
            return advise(self._editor.seen.profile(), category, self.law.scorers, self._editor.day, target)
        except (InputError, NoTableError):
            return None

    def first_day(self, category: Category, suggestion: Suggestion | None = None) -> date | None:
        """The first day on which the points allow permanent residence, as it is or with a suggestion carried out."""
        case = self._editor.seen
        if suggestion is not None:
            case = with_changes(case, suggestion, self._editor.day)
        plan = self._plan(case, category)
        return min((route.day for route in plan.routes if route.day is not None), default=None) if plan else None

    def tried(self, suggestion: Suggestion) -> Case:
        """The case in view with a suggestion carried out."""
        return with_changes(self._editor.seen, suggestion, self._editor.day)

    def _certificates(self, case: Case) -> tuple[Certificate, ...]:
        """The certificates that grow old; none where what the case keeps of its papers is not understood."""
        if case.checklist is None:
            return ()  # the lists take time to read
        try:
            return certificates_of(case, self._desk.procedures, self._desk.documents)
        except InputError:
            return ()  # the panel of the documents says so

    def _plan(self, case: Case, category: Category) -> Plan | None:
        try:
            return make_plan(case, category, self.law, self._editor.day)
        except (InputError, NoTableError):
            return None
