"""The headline on permanent residence in words: what is certain, what it rests on, what fails, what is not checked."""

from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType

from hsp_calc.facts.calendar import completed_years
from hsp_calc.plan.change_days import years_after
from hsp_calc.plan.guideline import Guideline, StatusKind
from hsp_calc.plan.headline import Headline, State, headline_of
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.routes import EARLIER
from hsp_calc.text.freshness import CheckedKind, stale_notice
from hsp_calc.text.score_text import own_file_notice
from hsp_calc.text.translator import N_, Translator

_SENTENCES = MappingProxyType(
    {
        State.OPEN: N_("You can apply for permanent residence {when}: {route}."),
        State.LATER: N_("You can apply for permanent residence {when}: {route}."),
        State.ASSUMED: N_("You can apply for permanent residence {when} if {facts} since {since}: {route}."),
        State.UNCHECKED: N_("The points allow an application {when}: {route}. Not checked yet: {unchecked}."),
    }
)
_POINTS_ASSUMED = N_(
    "The points allow an application {when} if {facts} since {since}: {route}. Not checked yet: {unchecked}."
)
_BLOCKED = N_("As things stand you cannot apply for permanent residence by points: {reasons}.")
_BY_POINTS = N_("The points alone would allow it {when}: {route}.")
_BY_POINTS_ASSUMED = N_("The points alone would allow it {when} if {facts} since {since}: {route}.")
_NOT_COUNTED = N_("But time on {status} does not count: the period begins with a work status.")
_UNCHECKED = N_("Not checked yet: {unchecked}.")

_FACTS = MappingProxyType(
    {
        "age": N_("your age has been this"),
        "degrees": N_("you have held these degrees"),
        "multiple_fields": N_("you have held degrees in different fields"),
        "experience_years": N_("you have had these years of experience"),
        "annual_salary_yen": N_("your salary has been this"),
        "research": N_("you have had these research achievements"),
        "licenses": N_("you have had these qualifications"),
        "position": N_("you have been in this position"),
        "innovation_support": N_("your institution has had innovation support"),
        "sme": N_("your institution has been a small or medium-sized enterprise"),
        "local_government_support": N_("your institution has had support of a local government"),
        "rd_ratio_over_3pct": N_("your institution has spent over 3% on R&D"),
        "foreign_qualification": N_("you have had this foreign qualification"),
        "japanese_degree": N_("you have had your degree from Japan"),
        "japanese": N_("your Japanese has been at this level"),
        "growth_project": N_("you have been in this growth-field project"),
        "designated_university": N_("you have had your degree from a designated university"),
        "jica_training": N_("you have had this JICA training"),
        "jica_used_japanese_university": N_("your JICA training has been as answered"),
        "investment_100m": N_("you have had this investment"),
        "asset_management": N_("you have worked in investment management"),
        EARLIER: N_("you have held a work status"),
    }
)
"""What must have been so, of each answer that may have no date."""


_NAMES = MappingProxyType(
    {
        "age": N_("Age"),
        "degrees": N_("Degrees"),
        "multiple_fields": N_("Several fields"),
        "experience_years": N_("Years of experience"),
        "annual_salary_yen": N_("Salary"),
        "research": N_("Research"),
        "licenses": N_("Qualifications"),
        "position": N_("Position"),
        "innovation_support": N_("Innovation support"),
        "sme": N_("SME"),
        "local_government_support": N_("Local support"),
        "rd_ratio_over_3pct": N_("R&D ratio"),
        "foreign_qualification": N_("Foreign qualification"),
        "japanese_degree": N_("Degree from Japan"),
        "japanese": N_("Japanese"),
        "growth_project": N_("Growth field"),
        "designated_university": N_("Designated university"),
        "jica_training": N_("JICA training"),
        "jica_used_japanese_university": N_("JICA classes"),
        "investment_100m": N_("Investment"),
        "asset_management": N_("Investment management"),
    }
)
"""What the facts are called on a small button."""


def summary_headline(plan: Plan, guideline: Guideline, today: date, _: Translator) -> str:
    """The headline, and the file of the user that the guideline comes from, for a page that says no more of it."""
    stale = stale_notice({CheckedKind.GUIDELINE: guideline.checked_on}, today, _)
    said = [headline_text(plan, guideline, today, _), own_file_notice(guideline, _), stale]
    return " ".join(filter(None, said))


def headline_text(plan: Plan, guideline: Guideline, today: date, _: Translator) -> str:
    """The headline of a plan.

    Args:
        plan: the plan.
        guideline: the routes to permanent residence.
        today: the day of the calendar; of no other day "now" is said.
        _: the words to say it in.
    """
    said = " ".join(_sentences(headline_of(plan), plan, guideline, today, _))
    return said.replace("。 ", "。")


def condition_names(ids: Iterable[str], guideline: Guideline, _: Translator) -> str:
    """Conditions in a list."""
    names = {condition.id: _.wording(condition.short) for condition in guideline.conditions}
    return _.listed(names[name] for name in ids)


def fact_name(name: str, _: Translator) -> str:
    """A fact in a word or two."""
    return _(_NAMES[name])


def fact_clause(name: str, _: Translator) -> str:
    """What must have been so of a fact."""
    return _(_FACTS[name])


def _sentences(headline: Headline, plan: Plan, guideline: Guideline, today: date, _: Translator) -> Iterator[str]:
    if headline.state is State.NONE or headline.day is None or headline.since is None:
        yield from _nothing(headline, plan, guideline, _)
        return
    rule = next(rule for rule in guideline.routes if rule.id == headline.route)
    fields = {
        "when": _when(headline.day, plan.on, today, _),
        "route": _.wording(rule),
        "facts": _joined([fact_clause(name, _) for name in headline.rests_on], _),
        "since": _.day(headline.since),
        "unchecked": condition_names(headline.unchecked, guideline, _),
    }
    if headline.state is State.BLOCKED:
        yield _(_BLOCKED, reasons=_reasons(headline, plan, guideline, _))
        yield _(_BY_POINTS_ASSUMED if headline.rests_on else _BY_POINTS, **fields)
        if plan.present is not None and plan.present.kind is StatusKind.NO_WORK:
            yield _(_NOT_COUNTED, status=_.wording(plan.present))
        if headline.unchecked:
            yield _(_UNCHECKED, unchecked=fields["unchecked"])
    elif headline.state is State.ASSUMED and headline.unchecked:
        yield _(_POINTS_ASSUMED, **fields)
    else:
        yield _(_SENTENCES[headline.state], **fields)


def whole_years_ahead(plan: Plan) -> int | None:
    """Whole years from the reference date to the end of the plan; None if it ends on another day."""
    years = completed_years(plan.on, plan.until)
    return years if years and years_after(plan.on, years) == plan.until else None


def _nothing(headline: Headline, plan: Plan, guideline: Guideline, _: Translator) -> Iterator[str]:
    if plan.present is not None and plan.present.kind is StatusKind.PERMANENT:
        yield _("You hold permanent residence already.")
        return
    years = whole_years_ahead(plan)
    if years is None:
        yield _("No route to permanent residence by points opens before {day}.", day=_.day(plan.until))
    else:
        yield _("No route to permanent residence by points opens within the next {years}.", years=_.duration(years))
    if _left_open(plan):
        yield _("This is by the answers so far; answers that are missing may change it.")
    if headline.fails:
        yield _("Besides: {reasons}.", reasons=_reasons(headline, plan, guideline, _))


def _left_open(plan: Plan) -> bool:
    """Whether answers that are missing could still open a route."""
    return any(name in route.unchecked() for route in plan.routes for name in ("points_kept", "points_at_both_ends"))


def _reasons(headline: Headline, plan: Plan, guideline: Guideline, _: Translator) -> str:
    failed = {condition.id: _.wording(condition.failed) for condition in guideline.conditions}
    present = plan.present
    if present is not None and present.kind is StatusKind.NO_WORK:
        failed["work_status"] = _("{status} is not a work status", status=_.wording(present))
    return _.listed(failed[name] for name in headline.fails)


def _when(day: date, on: date, today: date, _: Translator) -> str:
    if day > on:
        return _("from {day} on", day=_.day(day))
    return _("now") if day == today else _("on {day}", day=_.day(day))


def _joined(clauses: list[str], _: Translator) -> str:
    """Clauses that must all be so, as the language joins them."""
    *first, last = clauses or [""]
    return _("{first} and {last}", first=_.listed(first), last=last) if first else last
