"""The conditions of permanent residence beside the points: what each asks for on the day of filing, and its answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Answer, ConditionAnswer, ConditionAnswers, Residence
from hsp_calc.facts import Category
from hsp_calc.facts.calendar import day_after
from hsp_calc.plan.change_days import years_after, years_before
from hsp_calc.plan.guideline import ConditionRule, DatedRule, Judge, RouteRule, StatusKind, Transition
from hsp_calc.plan.stays import Stays


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A condition of a route, as it stands on the day it is judged for.

    Attributes:
        condition: the condition.
        passed: yes, no, or not known.
        rule: what it asks for on that day.
        sources: where that comes from.
    """

    condition: ConditionRule
    passed: bool | None
    rule: DatedRule
    sources: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of the condition."""
        return self.condition.id


@dataclass(frozen=True, slots=True)
class Filing:
    """An application by a route on a day.

    Attributes:
        route: the route.
        category: the sheet.
        stays: the statuses of the person.
        residence: the present stay.
        day: the day of filing.
    """

    route: RouteRule
    category: Category
    stays: Stays
    residence: Residence
    day: date

    def result(
        self, condition: ConditionRule, answers: ConditionAnswers, points: bool | None = None
    ) -> Iterator[ConditionResult]:
        """How a condition stands; nothing where the route does not ask for it on the day.

        What the case says counts before an answer of yes; an answer of no counts before all.

        Args:
            condition: the condition.
            answers: what was answered.
            points: whether the points are met as the route asks.
        """
        if condition.routes and self.route.id not in condition.routes:
            return
        found = condition.rule_for(self.day, self.stays.present, self.category)
        if found is None:
            return
        rule, sources = found
        passed = self._said_by_case(condition.judged_by, rule, answers, points)
        if (answer := answers.to(condition.id)) is not None:
            answered = self._answered(condition, answer)
            passed = False if answered is False else answered if passed is None else passed
        yield ConditionResult(condition, passed, rule, sources)

    def _said_by_case(
        self, judge: Judge, rule: DatedRule, answers: ConditionAnswers, points: bool | None
    ) -> bool | None:
        match judge:
            case Judge.POINTS | Judge.BOTH_ENDS:
                return points
            case Judge.RESIDENCE:
                arrived = self.residence.arrived
                return None if arrived is None else years_after(arrived, self.route.years) <= self.day
            case Judge.STATUS:
                return self._work_status()
            case Judge.PERIOD:
                return self._period(rule, answers)
            case Judge.ASKED:
                return None

    def _answered(self, condition: ConditionRule, answer: ConditionAnswer) -> bool | None:
        """An answer, as it stands on the day: a yes since a day covers what the documents of the route show."""
        if answer.answer is not Answer.YES:
            return False if answer.answer is Answer.NO else None
        shown = condition.proof_years.get(self.route.id, 0)
        return answer.since is None or years_after(answer.since, shown) <= self.day

    def _work_status(self) -> bool | None:
        """Whether the present status is a work status, and nothing that is not known lies in the period."""
        present, since = self.stays.present, self.stays.since
        if present is not None and present.kind is StatusKind.NO_WORK:
            return False
        if present is None or not present.kind.works or since is None:
            return None
        return None if self.stays.unclear(years_before(self.day, self.route.years), self.day) else True

    def _period(self, rule: DatedRule, answers: ConditionAnswers) -> bool | None:
        """Whether the longest period of stay is held on the day; not known where the present stay ends before it."""
        years, expires, status = self.residence.period_years, self.residence.expires, self.stays.present
        if status is not None and status.without_limit:
            return True
        if expires is not None and expires < self.day:
            return None
        least = rule.least_years
        if years is None:
            only_longest = status is not None and status.kind is StatusKind.HIGHLY_SKILLED_1
            return True if only_longest else None
        if least is None or years >= least:
            return True
        if rule.transition is not None and years >= rule.transition.least_years:
            return self._by_transition(rule.transition, answers)
        return False

    def _by_transition(self, transition: Transition, answers: ConditionAnswers) -> bool | None:
        """Whether a shorter period will do: held on the day of the transition, applied for once, decided within it."""
        first, decision = answers.first_application, answers.decision_on
        since, expires = self.residence.since, self.residence.expires
        three = round(transition.least_years)
        granted_later = expires is not None and expires >= years_after(day_after(transition.held_on), three)
        held = not granted_later and not (since is not None and since > transition.held_on)
        once = None if first is None else {Answer.YES: True, Answer.NO: False}.get(first.answer)
        decided = None if decision is None or expires is None else self.day <= decision <= expires
        outcomes = (held, once, decided)
        if False in outcomes:
            return False
        return None if None in outcomes else True
