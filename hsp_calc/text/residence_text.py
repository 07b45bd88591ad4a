"""Where a person stands, in words: the conditions of a route, J-Skip, and Highly Skilled Professional (ii)."""

from collections.abc import Iterable
from types import MappingProxyType

from hsp_calc.facts import Category
from hsp_calc.plan.guideline import Guideline
from hsp_calc.plan.j_skip import JSkip, JSkipCheck
from hsp_calc.plan.routes import SecondStatusCheck
from hsp_calc.plan.score_changes import Cause
from hsp_calc.text.conditions import answer_to
from hsp_calc.text.plan_text import cause_of_change
from hsp_calc.text.translator import N_, Translator

_SECOND_STATUS = MappingProxyType(
    {
        "status": N_("the status Highly Skilled Professional (i)"),
        "since": N_("the date when the status was obtained"),
        "points": N_("the points"),
        "time": N_("the years in that status"),
        "landing_criteria": N_("the criteria of Business Manager in force since 16 October 2025"),
    }
)
_BIRTHDAYS = MappingProxyType({1: N_("{years}st birthday"), 2: N_("{years}nd birthday"), 3: N_("{years}rd birthday")})
_BIRTHDAY = N_("{years}th birthday")
_TEENS = range(11, 14)


def birthday(years: int, _: Translator) -> str:
    """The birthday on which a person grows so many years old."""
    form = _BIRTHDAY if years % 100 in _TEENS else _BIRTHDAYS.get(years % 10, _BIRTHDAY)
    return _(form, years=years)


def occasion(because: Iterable[Cause], years: int | None, _: Translator) -> str:
    """What brings a step of the score about, in a few words; a change of age is the birthday."""
    causes = list(because)
    others = [cause for cause in causes if cause.fact != "age"]
    named = [birthday(years, _)] if years is not None and len(others) < len(causes) else []
    if said := cause_of_change(others if named else causes, years, _):
        named.append(said)
    return _.listed(named)


def j_skip_text(check: JSkipCheck, category: Category, j_skip: JSkip, _: Translator) -> str:
    """Whether a person meets the criteria of J-Skip, and what is missing."""
    said = _("{condition}: {answer}", condition=_.wording(j_skip.title), answer=answer_to(check.qualifies, _))
    names = {requirement.id: _.wording(requirement) for requirement in j_skip.categories[category]}
    if missing := [_.quoted(names[name]) for name in (*check.missing, *check.open)]:
        return _("{sentence}. Missing: {what}", sentence=said, what=_.listed(missing))
    return said


def second_status_text(check: SecondStatusCheck, guideline: Guideline, _: Translator) -> str:
    """Whether a person can change to Highly Skilled Professional (ii), what is missing, and from when on."""
    name = _.wording(guideline.second_status)
    said = _("{condition}: {answer}", condition=name, answer=answer_to(check.qualifies, _))
    if check.missing:
        what = _.listed(_(_SECOND_STATUS[missing]) for missing in check.missing)
        said = _("{sentence}. Missing: {what}", sentence=said, what=what)
    if check.earliest is not None and check.qualifies is False:
        said = _("{sentence}. Earliest day: {day}", sentence=said, day=_.day(check.earliest))
    return said
