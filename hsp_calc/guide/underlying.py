"""Underlying status: whether an activity fits the ordinary work status that the points rest on.

Points alone are not enough: the activity must also fit an ordinary work status, with its landing criteria. For
Engineer/Specialist in Humanities/International Services (技術・人文知識・国際業務) this module asks what counts and
judges it point by point.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile.sections import (
    ManagerSituation,
    Relation,
    UnderlyingAnswers,
    UnderlyingStatus,
    Vocational,
    WorkKind,
    Workplace,
)
from hsp_calc.guide.statements import Statement
from hsp_calc.guide.underlying_content import (
    OPEN,
    Limits,
    PointRule,
    StatusDocument,
    StatusReason,
    UnderlyingContent,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A point with its verdict.

    Attributes:
        id: the point.
        rule: what it is about, what strengthens it.
        verdict: whether it fits; None while that is not known.
        reason: the id of the reason.
        because: the reason in words.
        documents: what proves it, without what the employer's category may leave out.
        open: the questions whose answers are needed to judge it.
    """

    id: str
    rule: PointRule
    verdict: Verdict | None
    reason: str
    because: StatusReason
    documents: tuple[StatusDocument, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnderlyingResult:
    """Whether the activity fits the status.

    Attributes:
        status: the status.
        verdict: the worst verdict of the points; None while one that is open may change it.
        said: the verdict in words.
        points: every point of the status.
        technical_category: whether the work fits HSP (i)(b); None where that was not judged.
        sheet: which sheet the work fits.
        open: the questions still to ask, in order.
        checked_on: when all of it was checked.
        notice: that this is no legal advice.
    """

    status: UnderlyingStatus
    verdict: Verdict | None
    said: Statement
    points: tuple[Judged, ...]
    technical_category: Judged | None
    sheet: Judged
    open: tuple[str, ...]
    checked_on: date
    notice: Statement

    @property
    def documents(self) -> tuple[StatusDocument, ...]:
        """The documents of all points, each once."""
        return tuple({paper.ja: paper for point in self.points for paper in point.documents}.values())


_Outcome = tuple[str, tuple[str, ...]]
"""The id of a reason, and the questions that are open."""


def _background(answers: UnderlyingAnswers, limits: Limits) -> _Outcome:
    if answers.work_kind is None:
        return OPEN, ("work_kind",)
    if answers.work_kind is WorkKind.INTERNATIONAL_SERVICES:
        return _international(answers, limits)
    if answers.has_degree and answers.degree_relation is Relation.RELATED:
        return "degree_related", ()
    if answers.experience_years is not None and answers.experience_years >= limits.experience_years:
        return "experience", ()
    if answers.vocational is Vocational.RELATED:
        return "vocational_related", ()
    if answers.it_exam:
        return "it_exam", ()
    asked = {
        "has_degree": answers.has_degree,
        "degree_relation": answers.degree_relation if answers.has_degree else Relation.UNRELATED,
        "experience_years": answers.experience_years,
        "vocational": answers.vocational,
        "it_exam": answers.it_exam,
    }
    if still := tuple(name for name, answer in asked.items() if answer is None):
        return OPEN, still
    partly = answers.has_degree and answers.degree_relation is Relation.PARTLY
    return ("degree_partly" if partly else "none"), ()


def _international(answers: UnderlyingAnswers, limits: Limits) -> _Outcome:
    if answers.experience_years is not None and answers.experience_years >= limits.international_years:
        return "international_experience", ()
    if answers.has_degree and answers.translation_teaching:
        return "international_degree", ()
    asked = {
        "experience_years": answers.experience_years,
        "has_degree": answers.has_degree,
        "translation_teaching": answers.translation_teaching if answers.has_degree is not False else False,
    }
    still = tuple(name for name, answer in asked.items() if answer is None)
    return (OPEN, still) if still else ("international_none", ())


def _language(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    if answers.language_work is None:
        return OPEN, ("language_work",)
    if not answers.language_work:
        return "not_needed", ()
    if answers.language_b2 is None:
        return OPEN, ("language_b2",)
    return ("b2" if answers.language_b2 else "below_b2"), ()


def _pay(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    own, other = answers.salary_yen, answers.colleague_salary_yen
    if own is None or other is None:
        return OPEN, tuple(n for n in ("salary_yen", "colleague_salary_yen") if getattr(answers, n) is None)
    return ("equal" if own >= other else "less"), ()


def _practical_minimum(answers: UnderlyingAnswers, limits: Limits) -> _Outcome:
    if answers.salary_yen is None:
        return OPEN, ("salary_yen",)
    return ("reached" if answers.salary_yen >= limits.minimum_yen else "below"), ()


def _duties(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("duties",)) if answers.duties is None else (answers.duties.value, ())


def _workplace(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    if answers.workplace is None:
        return OPEN, ("workplace",)
    if answers.workplace is Workplace.OWN:
        return "own", ()
    if answers.site_described is None:
        return OPEN, ("site_described",)
    if answers.workplace is Workplace.DISPATCH and not answers.site_described:
        if answers.training_first is None:
            return OPEN, ("training_first",)
        if answers.training_first:
            return "dispatch_after_training", ()
    described = "described" if answers.site_described else "not_described"
    return f"{answers.workplace.value}_{described}", ()


def _contract(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("contract_term",)) if answers.contract_term is None else (answers.contract_term.value, ())


def _employer(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("stability",)) if answers.stability is None else (answers.stability.value, ())


def _of_manager(answers: UnderlyingAnswers, questions: tuple[str, ...], met: bool | None) -> _Outcome:
    """A criterion of Business Manager: what is not met is judged as a whole in the years of transition."""
    if met is None:
        return OPEN, tuple(name for name in questions if getattr(answers, name) is None)
    if met:
        return "met", ()
    if answers.bm_situation is None:
        return OPEN, ("bm_situation",)
    return ("not_met" if answers.bm_situation is ManagerSituation.NEW else "not_yet"), ()


def _bm_route(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("bm_situation",)) if answers.bm_situation is None else (answers.bm_situation.value, ())


def _bm_size(answers: UnderlyingAnswers, limits: Limits) -> _Outcome:
    assets, employee = answers.bm_assets_yen, answers.bm_employee
    enough = None if assets is None else assets >= limits.business_manager_yen
    met = False if False in (enough, employee) else None if None in (enough, employee) else True
    return _of_manager(answers, ("bm_assets_yen", "bm_employee"), met)


def _bm_flag(name: str) -> "_Judge":
    return lambda answers, _: _of_manager(answers, (name,), getattr(answers, name))


def _main_duty(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("main_duty",)) if answers.main_duty is None else (answers.main_duty.value, ())


def _technical_category(answers: UnderlyingAnswers, _: Limits) -> _Outcome:
    return (OPEN, ("work_kind",)) if answers.work_kind is None else (answers.work_kind.value, ())


_Judge = Callable[[UnderlyingAnswers, Limits], _Outcome]
_JUDGES: Mapping[str, _Judge] = {
    "background": _background,
    "language": _language,
    "pay": _pay,
    "practical_minimum": _practical_minimum,
    "duties": _duties,
    "workplace": _workplace,
    "contract": _contract,
    "employer": _employer,
    "bm_route": _bm_route,
    "bm_size": _bm_size,
    **{name: _bm_flag(name) for name in ("bm_japanese", "bm_person", "bm_plan", "bm_office")},
    "research_work": _main_duty,
    "other_criteria": lambda _answers, _limits: ("check", ()),
}
_COMMON = ("pay", "duties", "contract", "employer")
_OF_STATUS: Mapping[UnderlyingStatus, tuple[str, ...]] = {
    UnderlyingStatus.ENGINEER_HUMANITIES_INTERNATIONAL: (
        "background", "language", "pay", "practical_minimum", "duties", "workplace", "contract", "employer",
    ),
    UnderlyingStatus.BUSINESS_MANAGER: tuple(name for name in _JUDGES if name.startswith("bm_")),
    UnderlyingStatus.RESEARCHER: ("research_work", "pay", "contract", "employer"),
    UnderlyingStatus.PROFESSOR_INSTRUCTOR: ("research_work", "contract"),
    UnderlyingStatus.OTHER: ("other_criteria", *_COMMON),
}  # fmt: skip
"""What is judged for each status."""
_WORST_FIRST = (Verdict.DOES_NOT_FIT, None, Verdict.DOUBTFUL, Verdict.FITS)


def judge_underlying(answers: UnderlyingAnswers, page: UnderlyingContent) -> UnderlyingResult:
    """Whether an activity fits the status; without a status chosen, Engineer/Specialist in Humanities is meant.

    A point that does not fit decides at once; otherwise nothing is decided before every point is answered.
    """
    status = answers.status or UnderlyingStatus.ENGINEER_HUMANITIES_INTERNATIONAL
    points = tuple(
        _judged(name, page.points[name], _JUDGES[name](answers, page.limits), answers) for name in _OF_STATUS[status]
    )
    technical = None
    if status is UnderlyingStatus.ENGINEER_HUMANITIES_INTERNATIONAL:
        outcome = _technical_category(answers, page.limits)
        technical = _judged("technical_category", page.technical_category, outcome, answers)
    sheet = _judged("sheet", page.sheet, _main_duty(answers, page.limits), answers)
    apart = (sheet,) if technical is None else (technical, sheet)
    found = {point.verdict for point in points}
    verdict = next(verdict for verdict in _WORST_FIRST if verdict in found)
    still = {question for point in (*points, *apart) for question in point.open}
    return UnderlyingResult(
        status,
        verdict,
        page.verdicts[verdict or OPEN],
        points,
        technical,
        sheet,
        tuple(question for question in page.questions if question in still),
        page.checked_on,
        page.notice,
    )


def _judged(name: str, rule: PointRule, outcome: _Outcome, answers: UnderlyingAnswers) -> Judged:
    reason, still = outcome
    because = rule.reasons[reason]
    papers = tuple(paper for paper in rule.documents if answers.employer_category not in paper.waived_for)
    return Judged(name, rule, because.verdict, reason, because, papers, still)
