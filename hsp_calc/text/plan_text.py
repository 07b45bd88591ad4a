"""What a plan and advice say, in words: steps of the score, routes to permanent residence, changes, dates."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import comb
from types import MappingProxyType

from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.plan.advice import Advice, Suggestion
from hsp_calc.plan.events import Event, EventKind
from hsp_calc.plan.guideline import Guideline
from hsp_calc.plan.j_skip import JSkip
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.possible_changes import Answer, FactChange, FactChangeKind
from hsp_calc.plan.routes import POINTS, TIME, Route
from hsp_calc.plan.score_changes import Cause
from hsp_calc.rules import CategoryRules
from hsp_calc.text.headline import whole_years_ahead
from hsp_calc.text.labels import answer_label, fact_label
from hsp_calc.text.translator import N_, Translator

_KINDS = MappingProxyType(
    {
        FactChangeKind.EXAM: N_("exam"),
        FactChangeKind.TIME: N_("waiting"),
        FactChangeKind.SALARY: N_("salary"),
        FactChangeKind.EMPLOYER: N_("employer"),
        FactChangeKind.RESEARCH: N_("research"),
        FactChangeKind.EDUCATION: N_("education"),
    }
)
_EVENTS = MappingProxyType(
    {
        EventKind.BIRTHDAY: N_("Birthday: {years} years old"),
        EventKind.EXPERIENCE: N_("Years of work: {names}"),
        EventKind.FACT: N_("Dated change: {names}"),
        EventKind.EARLIEST: N_("First day on which the points allow permanent residence: {names}"),
        EventKind.LOST: N_("No longer met: {names}"),
        EventKind.CERTIFICATES: N_("Certificates issued from this day are recent enough for the application: {names}"),
        EventKind.CERTIFICATE_OLD: N_("A certificate is too old for an application: {names}"),
        EventKind.SECOND_STATUS: N_("First day to change to Highly Skilled Professional (ii)"),
        EventKind.RULE: N_("Conditions change: {names}"),
        EventKind.STAY_EXPIRES: N_("Last day of the period of stay"),
    }
)


def kind_label(kind: FactChangeKind, _: Translator) -> str:
    """What a change takes, in a word."""
    return _(_KINDS[kind])


def cause_text(cause: Cause, rules: CategoryRules, _: Translator) -> str:
    """A row that gained or lost points, or a gate that opened or closed."""
    for section, _block, row in rules.rows():
        if row.id == cause.criterion:
            name = _.quoted(_.wording(row.choice or row))
            points = f"{cause.points:+d}"
            return _("{section}: {name} {points}", section=_.wording(section), name=name, points=points)
    gates = {gate.id: _.wording(gate) for gate in rules.gates}
    name = _.quoted(gates.get(cause.criterion, cause.criterion))
    return _("{name} {points}", name=name, points=f"{cause.points:+d}") if cause.points else name


def cause_of_change(because: Iterable[Cause], years: int | None, _: Translator) -> str:
    """The facts behind a step of the score, in a few words; nothing where there are none.

    Args:
        because: the rows that changed.
        years: the completed years of age on the day.
        _: the words to say it in.
    """
    facts = dict.fromkeys(cause.fact for cause in because)
    return _.listed(
        _("another rule table")
        if fact is None
        else _("{years} years old", years=years)
        if fact == "age" and years is not None
        else fact_label(fact, _)
        for fact in facts
    )


def answer_text(fact: str, answer: Answer, _: Translator) -> str:
    """An answer to a fact."""
    if answer is None:
        return _("not answered")
    if isinstance(answer, tuple):
        return _.listed(answer_label(fact, value, _) for value in answer) if answer else _("None of these")
    if isinstance(answer, bool | str):
        return answer_label(fact, answer, _)
    if fact == "annual_salary_yen":
        return _.yen(int(answer))
    return _.duration(answer) if fact == "experience_years" else f"{answer}"


def change_text(change: FactChange, _: Translator) -> str:
    """A change of a fact, with how many yen more or what else does as well."""
    fact = fact_label(change.fact, _)
    if isinstance(change.after, tuple):
        return _addition(change, fact, _)
    before, after = (answer_text(change.fact, answer, _) for answer in (change.before, change.after))
    if change.fact == "annual_salary_yen" and isinstance(change.after, int) and isinstance(change.before, int):
        more = _.yen(change.after - change.before)
        return _("{fact}: {before} → {after} ({more} more)", fact=fact, before=before, after=after, more=more)
    return _("{fact}: {before} → {after}", fact=fact, before=before, after=after)


def suggestion_text(suggestion: Suggestion, _: Translator) -> str:
    """What a suggestion comes to: the gain, the total, the day to wait for and the documents."""
    said = [_("{gain} → {total}", gain=f"{suggestion.gain:+d}", total=_.points(suggestion.total))]
    if suggestion.on is not None:
        said.append(_("from {day}", day=_.day(suggestion.on)))
    if suggestion.evidence:
        said.append(" ".join(suggestion.evidence))
    return _.listed(said)


def advice_lines(advice: Advice, rules: CategoryRules, _: Translator) -> list[str]:
    """What advice says before its suggestions: a condition that is open or failed first, then the points."""
    names = {gate.id: _.quoted(_.wording(gate)) for gate in rules.gates}
    said = []
    for gate in advice.gates:
        if gate.passed is False:
            said.append(_("{condition} is not met: without it the points do not count.", condition=names[gate.id]))
        else:
            said.append(_("{condition} is not answered: without it the points do not count.", condition=names[gate.id]))
    target, current = _.points(advice.target), _.points(advice.current)
    if advice.current >= advice.target:
        said.append(_("{target} are reached: the total is {current}.", target=target, current=current))
    if not advice.reached and advice.suggestions and advice.current >= advice.target:
        said.append(_("What is still needed:"))
    elif not advice.reached and advice.suggestions:
        said.append(_("The total is {current}. To reach {target}:", current=current, target=target))
    elif not advice.reached:
        said.append(
            _("The total is {current}. No three changes together reach {target}.", current=current, target=target)
        )
    return said


def why_it_helps(suggestion: Suggestion, rules: CategoryRules, _: Translator) -> str:
    """The conditions that a suggestion meets; nothing where it meets none."""
    names = {gate.id: _.quoted(_.wording(gate)) for gate in rules.gates}
    opened = _.listed(names[name] for name in suggestion.opens)
    return _("Meets the condition {condition}", condition=opened) if opened else ""


def assumptions(case: Case, category: Category, on: date, _: Translator) -> list[str]:
    """What a plan takes for granted of a case without dates; nothing where everything has them."""
    profile, said = case.profile(), []
    if any(entry.since is None and entry.facts.written() for entry in case.history):
        said.append(
            _(
                "Answers without a date are assumed to have been true the whole time; for those that "
                "changed, enter the date of the change."
            )
        )
    if profile.months_of(category, on) is None and profile.facts_on(on).experience_in(category):
        said.append(
            _(
                "The years of experience are entered as a number, which stays the same on every day; with "
                "periods of work they increase."
            )
        )
    return said


def route_lines(route: Route, plan: Plan, guideline: Guideline, j_skip: JSkip, _: Translator) -> list[str]:
    """A route in a few sentences: the earliest day, since when and until when, what is missing."""
    said = []
    if route.earliest is not None:
        said.append(_("Earliest day: {day}", day=_.day(route.earliest)))
    elif route.earliest_by_points is not None and route.passed("residence") is None:
        said.append(_("Earliest day by the points alone: {day}", day=_.day(route.earliest_by_points)))
    else:
        years = whole_years_ahead(plan)
        if years is None:
            said.append(_("Not before {day}", day=_.day(plan.until)))
        else:
            said.append(_("Not within the next {years}", years=_.duration(years)))
    if route.kept_since is not None:
        said.append(_("Met since {day}", day=_.day(route.kept_since)))
    if route.lost_on is not None:
        rules = plan.now.rules
        because = _.listed(_because(cause, rules, plan, j_skip, _) for cause in route.lost_because)
        lost = _("No longer met from {day}", day=_.day(route.lost_on))
        said.append(_("{sentence}: {reason}", sentence=lost, reason=because) if because else lost)
    if missing := [_missing(name, route, plan, guideline, j_skip, _) for name in route.missing]:
        said.append(_("Missing: {what}", what=_.listed(missing)))
    return said


def event_text(event: Event, plan: Plan, guideline: Guideline, _: Translator) -> tuple[str, str]:
    """The heading of a date that matters, and what there is to say of it."""
    if event.kind is EventKind.TABLE:
        heading = (
            _("No verified rule table from today on") if event.total is None else _("Another rule table is in force")
        )
    else:
        names = _.listed(_names(event, plan, guideline, _))
        heading = _(_EVENTS[event.kind], **_fields(event.kind, names, event.years))
    if event.total is None or event.kind is EventKind.TABLE:
        return heading, ""
    points = _("{points} points, {total} in total", points=f"{event.points:+d}", total=_.points(event.total))
    return heading, points


def _fields(kind: EventKind, names: str, years: int | None) -> Mapping[str, object]:
    return {"years": years} if kind is EventKind.BIRTHDAY else {"names": names}


def _names(event: Event, plan: Plan, guideline: Guideline, _: Translator) -> list[str]:
    known = {row.id: _.wording(row.choice or row) for row in plan.now.rules.criteria.values()}
    known |= {gate.id: _.wording(gate) for gate in plan.now.rules.gates}
    known |= {condition.id: _.wording(condition.short) for condition in guideline.conditions}
    for items in (guideline.routes, guideline.papers.items):
        known |= {item.id: _.wording(item) for item in items}
    if event.name is not None:
        return [_.wording(event.name)]
    shown = event.ids[:1] if event.kind is EventKind.EXPERIENCE else event.ids
    return [known.get(name, name) for name in shown]


def _addition(change: FactChange, fact: str, _: Translator) -> str:
    """What is added to a list; where some of several do as well, so many of all of them."""
    held = change.before if isinstance(change.before, tuple) else ()
    answers = [answer for answer in (change.after, *change.alternatives) if isinstance(answer, tuple)]
    added = [[value for value in answer if value not in held] for answer in answers]
    choice = dict.fromkeys(value for values in added for value in values)
    count = len(added[0])
    if len(added) > 1 and len(added) == comb(len(choice), count):
        labels = _.listed(_.quoted(answer_label(change.fact, value, _)) for value in choice)
        return _.plural(
            "{fact}: add {count} of {answers}",
            "{fact}: add any {count} of {answers}",
            count,
            fact=fact,
            count=count,
            answers=labels,
        )
    said = [_.listed(_.quoted(answer_label(change.fact, value, _)) for value in values) for values in added]
    return _("{fact}: add {answer}", fact=fact, answer=_.alternatives(said))


def _because(cause: Cause, rules: CategoryRules, plan: Plan, j_skip: JSkip, _: Translator) -> str:
    for requirement in j_skip.categories[plan.category]:
        if requirement.id == cause.criterion:
            return _.quoted(_.wording(requirement))
    return cause_text(cause, rules, _)


def _missing(name: str, route: Route, plan: Plan, guideline: Guideline, j_skip: JSkip, _: Translator) -> str:
    if name == POINTS:
        return _.points(route.short_by)
    if name == TIME:
        return _("the days until {period} is complete", period=_.duration(route.years))
    known = {gate.id: _.wording(gate) for gate in plan.now.rules.gates}
    known |= {condition.id: _.wording(condition) for condition in guideline.conditions}
    known |= {requirement.id: _.wording(requirement) for requirement in j_skip.categories[plan.category]}
    return _.quoted(known.get(name, name))
