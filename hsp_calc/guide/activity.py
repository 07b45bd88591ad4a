"""Other activity: what a person may do beside the activity of the present status, and what permission it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hsp_calc.casefile.sections import ActivityAnswers, ContractForm, PresentStatus, WantedActivity
from hsp_calc.guide.activity_content import ASKED_BY, OPEN, ActivityContent, ActivityLimits, Outcome
from hsp_calc.guide.statements import Statement


class Met(StrEnum):
    """Whether a condition is met."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the general conditions.

    Attributes:
        id: the condition.
        said: it in words.
        met: whether it is met.
    """

    id: str
    said: Statement
    met: Met


@dataclass(frozen=True, slots=True)
class ActivityResult:
    """What an activity needs.

    Attributes:
        outcome: what; None while that is not known.
        said: it in words.
        reasons: why, by ids, in words.
        conditions: the general conditions, where a permission is in question.
        documents: what to file.
        open: the questions whose answers are needed, in order.
        differences: how HSP (i) and (ii) differ.
        checked_on: when all of it was checked.
        notice: that this is no legal advice.
    """

    outcome: Outcome | None
    said: Statement
    reasons: Mapping[str, Statement]
    conditions: tuple[Condition, ...]
    documents: tuple[Statement, ...]
    open: tuple[str, ...]
    differences: tuple[Statement, ...]
    checked_on: date
    notice: Statement


_WITHOUT_LIMITS = PresentStatus.PERMANENT_RESIDENT
_WORKING = frozenset({PresentStatus.WORK, PresentStatus.HSP_1, PresentStatus.HSP_2})
_OF_THE_TABLES = frozenset({WantedActivity.OTHER_WORK_STATUS, WantedActivity.BUSINESS})
_BESIDE = {
    PresentStatus.STUDENT: "student_holidays",
    PresentStatus.DESIGNATED_ACTIVITIES: "designated_kind",
}
"""What else is to be known of the comprehensive permission beside a status."""
_PERMISSIONS = frozenset({Outcome.INDIVIDUAL, Outcome.COMPREHENSIVE})


@dataclass(frozen=True, slots=True)
class _Decision:
    """What is decided.

    Attributes:
        outcome: what is needed; None if that is not known.
        reasons: the ids of the reasons.
        open: the questions that are open.
        permission: the kind of permission that is in question, if one is.
    """

    outcome: Outcome | None = None
    reasons: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    permission: Outcome | None = field(default=None)


def judge_activity(answers: ActivityAnswers, page: ActivityContent) -> ActivityResult:
    """What an activity needs: nothing, one of the two permissions, another status; or that it is not possible.

    A permission of which a general condition is not met is not possible.
    """
    decision = _decided(answers, page.limits)
    conditions = tuple(_conditions(answers, decision.permission, page)) if decision.permission else ()
    outcome, reasons = decision.outcome, decision.reasons
    if outcome in _PERMISSIONS and any(condition.met is Met.NOT_MET for condition in conditions):
        outcome = Outcome.NOT_POSSIBLE
        ended = answers.main_continues is False
        reasons = (*reasons, *(("main_activity_ended",) if ended else ()), "condition_not_met")
    still = {*decision.open, *(ASKED_BY[condition.id] for condition in conditions if condition.met is Met.UNKNOWN)}
    return ActivityResult(
        outcome,
        page.outcomes[outcome or OPEN],
        {name: page.reasons[name] for name in reasons},
        conditions,
        () if outcome is None else page.documents[outcome],
        tuple(question for question in page.questions if question in still),
        page.differences,
        page.checked_on,
        page.notice,
    )


def _decided(answers: ActivityAnswers, limits: ActivityLimits) -> _Decision:
    if answers.present is None:
        return _Decision(open=("present",))
    if answers.present is _WITHOUT_LIMITS:
        return _Decision(Outcome.NO_PERMISSION, ("permanent_resident",))
    if answers.wanted is None:
        return _Decision(open=("wanted",))
    for decided in (_forbidden(answers), _unpaid(answers), _in_place_of_main(answers)):
        if decided is not None:
            return decided
    match answers.present:
        case PresentStatus.HSP_2:
            return _beside_hsp_2(answers)
        case PresentStatus.WORK | PresentStatus.HSP_1:
            return _beside_work(answers)
        case PresentStatus.CULTURAL_ACTIVITIES:
            return _beside_cultural(answers)
        case _:
            return _beside_other(answers, limits)


def _forbidden(answers: ActivityAnswers) -> _Decision | None:
    if answers.wanted is WantedActivity.ADULT_ENTERTAINMENT:
        return _Decision(Outcome.NOT_POSSIBLE, ("adult_entertainment",), permission=_permission(answers))
    if answers.lawful is False:
        return _Decision(Outcome.NOT_POSSIBLE, ("unlawful",), permission=_permission(answers))
    return None


def _unpaid(answers: ActivityAnswers) -> _Decision | None:
    """Without pay no permission is needed; but a business or freelance work needs one even without profit."""
    if answers.is_business or answers.contract_form is ContractForm.CONTRACT_WORK:
        return None
    if answers.paid is None:
        return _Decision(open=("paid",))
    return None if answers.paid else _Decision(Outcome.NO_PERMISSION, ("unpaid",))


def _in_place_of_main(answers: ActivityAnswers) -> _Decision | None:
    """Not beside the main activity, but instead of it."""
    if answers.present is PresentStatus.HSP_2:
        return None
    if answers.replaces_main is None:
        return _Decision(open=("replaces_main",))
    if not answers.replaces_main:
        return None
    if answers.is_business:
        return _Decision(Outcome.CHANGE_OF_STATUS, ("independent",))
    if answers.wanted is WantedActivity.SIMPLE_WORK:
        return _Decision(Outcome.NOT_POSSIBLE, ("no_status_fits",))
    if answers.wanted is WantedActivity.WITHIN_STATUS and answers.present is PresentStatus.HSP_1:
        return _Decision(Outcome.CHANGE_OF_STATUS, ("hsp_1_employer",))
    if answers.wanted is WantedActivity.WITHIN_STATUS and answers.present is PresentStatus.WORK:
        return _Decision(None, ("new_employer",))
    return _Decision(Outcome.CHANGE_OF_STATUS, ("main_activity_changes",))


def _beside_hsp_2(answers: ActivityAnswers) -> _Decision:
    if answers.wanted in _OF_THE_TABLES | {WantedActivity.WITHIN_STATUS}:
        return _Decision(Outcome.NO_PERMISSION, ("hsp_2",))
    return _Decision(None, ("hsp_2_unclear",))


def _beside_work(answers: ActivityAnswers) -> _Decision:
    individual = Outcome.INDIVIDUAL
    if answers.wanted is WantedActivity.SIMPLE_WORK:
        return _Decision(Outcome.NOT_POSSIBLE, ("no_status_fits",), permission=individual)
    if answers.wanted is WantedActivity.SKILLED_WORKER_OR_INTERN:
        return _Decision(Outcome.NOT_POSSIBLE, ("skilled_worker_or_intern",), permission=individual)
    free = "hsp_1_institution" if answers.present is PresentStatus.HSP_1 else "within_scope"
    if answers.present is PresentStatus.HSP_1 or answers.wanted is WantedActivity.WITHIN_STATUS:
        if answers.same_institution is None:
            return _Decision(open=("same_institution",), permission=individual)
        if answers.same_institution:
            return _Decision(Outcome.NO_PERMISSION, (free,))
    reasons = ["individual"]
    if answers.is_business:
        reasons.insert(0, "business_needs_permission")
    elif answers.wanted is WantedActivity.WITHIN_STATUS:
        reasons.insert(0, "other_organisation")
    if answers.present is PresentStatus.WORK and not answers.is_business:
        reasons.append("local_government")
    return _Decision(individual, tuple(reasons), permission=individual)


def _beside_other(answers: ActivityAnswers, limits: ActivityLimits) -> _Decision:
    """Beside studies, a family or designated activities."""
    if not answers.is_business and answers.contract_form is None:
        return _Decision(open=("contract_form",))
    if not _hours_are_controlled(answers):
        if answers.wanted in _OF_THE_TABLES:
            return _Decision(Outcome.INDIVIDUAL, ("no_time_control",), permission=Outcome.INDIVIDUAL)
        return _Decision(Outcome.NOT_POSSIBLE, ("no_time_control_no_status",), permission=Outcome.INDIVIDUAL)
    comprehensive = Outcome.COMPREHENSIVE
    still = tuple(name for name in ("hours_shown", "weekly_hours") if getattr(answers, name) is None)
    if answers.weekly_hours is not None and answers.weekly_hours > limits.weekly_hours:
        return _Decision(Outcome.NOT_POSSIBLE, ("over_limit",), permission=comprehensive)
    if still:
        return _Decision(open=still, permission=comprehensive)
    reasons = ["within_limit"]
    if answers.present in _BESIDE:
        reasons.append(_BESIDE[answers.present])
    if answers.present is PresentStatus.DEPENDANT:
        if answers.yearly_income_yen is None:
            still = ("yearly_income_yen",)
        elif answers.yearly_income_yen > limits.dependant_yen:
            reasons.append("dependant_income")
    return _Decision(comprehensive, tuple(reasons), still, comprehensive)


def _beside_cultural(answers: ActivityAnswers) -> _Decision:
    """Cultural Activities are not among those named for the comprehensive permission."""
    if answers.wanted in _OF_THE_TABLES:
        return _Decision(Outcome.INDIVIDUAL, ("cultural_individual",), permission=Outcome.INDIVIDUAL)
    return _Decision(Outcome.NOT_POSSIBLE, ("cultural_no_status",), permission=Outcome.INDIVIDUAL)


def _hours_are_controlled(answers: ActivityAnswers) -> bool:
    employed = not answers.is_business and answers.contract_form is ContractForm.EMPLOYMENT
    return employed and answers.hours_shown is not False


def _permission(answers: ActivityAnswers) -> Outcome:
    """The permission that would be in question."""
    individual = answers.present in _WORKING | {PresentStatus.CULTURAL_ACTIVITIES}
    return Outcome.INDIVIDUAL if individual or not _hours_are_controlled(answers) else Outcome.COMPREHENSIVE


def _conditions(answers: ActivityAnswers, permission: Outcome, page: ActivityContent) -> Iterator[Condition]:
    found = {
        "main_unhindered": _met(answers.main_unhindered),
        "main_continues": _met(answers.main_continues),
        "fits_work_status": Met.NOT_ASKED if permission is Outcome.COMPREHENSIVE else _fits_work_status(answers),
        "nothing_unlawful": _nothing_unlawful(answers),
        "no_detention_order": _met(None if answers.detention_order is None else not answers.detention_order),
        "good_conduct": _met(answers.good_conduct),
        "employer_consents": _met(answers.employer_consents) if answers.present in _WORKING else Met.NOT_ASKED,
    }
    for name, said in page.conditions.items():
        yield Condition(name, said, found[name])


def _fits_work_status(answers: ActivityAnswers) -> Met:
    if answers.wanted is WantedActivity.WITHIN_STATUS:
        return _met(True if answers.present in _WORKING else None)
    return _met(answers.wanted in _OF_THE_TABLES)


def _nothing_unlawful(answers: ActivityAnswers) -> Met:
    return _met(False if answers.wanted is WantedActivity.ADULT_ENTERTAINMENT else answers.lawful)


def _met(answer: bool | None) -> Met:
    match answer:
        case True:
            return Met.MET
        case False:
            return Met.NOT_MET
        case None:
            return Met.UNKNOWN
