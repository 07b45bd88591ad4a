"""The conditions of permanent residence in words: how each stands, what it asks for, how sure that is, what changes."""

from datetime import date
from types import MappingProxyType

from hsp_calc.casefile import Residence
from hsp_calc.plan.conditions import ConditionResult
from hsp_calc.plan.guideline import Guideline
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.routes import FilingDay, Route
from hsp_calc.rules import Sources
from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.translator import N_, Bilingual, Translator

_ANSWERS = MappingProxyType({True: N_("yes"), False: N_("no"), None: N_("not known")})


def condition_line(result: ConditionResult, _: Translator) -> str:
    """A condition with its answer."""
    return _("{condition}: {answer}", condition=_.wording(result.condition), answer=answer_to(result.passed, _))


def rule_text(result: ConditionResult, _: Translator) -> str:
    """What a condition asks for, and how sure that is."""
    return _certain(result.rule, result.rule.certainty, _)


def sources_text(result: ConditionResult, sources: Sources, _: Translator) -> str:
    """Where that comes from."""
    return _("Source: {sources}", sources=_.listed(_.wording(sources.sources[name].title) for name in result.sources))


def plan_sources(plan: Plan, guideline: Guideline, sources: Sources, _: Translator) -> list[str]:
    """The sources of what a plan says of permanent residence, each with its issuer and the day it was last read."""
    compared = (filing.conditions for route in plan.routes for filing in route.compared or ())
    results = (result for each in (*(route.conditions for route in plan.routes), *compared) for result in each)
    asked = (name for result in results for name in result.sources)
    ids = dict.fromkeys((*guideline.sources, *asked, *guideline.revision.sources, *guideline.second_status.sources))
    return [
        _(
            "{title}, {publisher}, checked on {day}",
            title=_.wording(source.title),
            publisher=_.wording(source.publisher),
            day=_.day(source.checked_on),
        )
        for source in map(sources.sources.__getitem__, ids)
    ]


def earlier_text(residence: Residence, guideline: Guideline, _: Translator) -> str:
    """The statuses before the present one, in a line."""
    said = []
    for entry in residence.earlier:
        status = guideline.status(entry.status)
        name = entry.status if status is None else _.wording(status)
        first, last = ("" if day is None else _.day(day) for day in (entry.since, entry.until))
        said.append(_("{status} ({first} to {last})", status=name, first=first, last=last))
    return _("Before: {statuses}", statuses=_.listed(said)) if said else ""


def comparison_lines(route: Route, guideline: Guideline, _: Translator) -> list[str]:
    """Filing before the guideline is revised against filing from that day on; nothing where that lies behind."""
    if route.compared is None:
        return []
    before, after = route.compared
    revised = guideline.revision.day
    said = [revision_line(guideline, _)]
    if before.day is None:
        said.append(_("The points do not allow an application before {day}.", day=_.day(revised)))
    else:
        said.append(_filing_line(before, _))
    if after.day is not None:
        said.append(_filing_line(after, _))
        known = {result.id for result in before.conditions}
        added = [result.condition for result in after.conditions if result.id not in known]
        if before.day is not None and added:
            names = _.listed(_.wording(condition.short) for condition in added)
            said.append(_("Required then, but not before: {conditions}.", conditions=names))
    elif before.day is not None:
        said.append(_("From {day} on, the points allow no application.", day=_.day(revised)))
    return said


def revision_line(guideline: Guideline, _: Translator) -> str:
    """From when on the revised guideline applies, and how sure that is."""
    return _certain(guideline.revision, guideline.revision.certainty, _)


def notes_on(day: date, guideline: Guideline, _: Translator) -> list[str]:
    """What else to know of an application filed on a day, and how sure it is."""
    return [_certain(note, note.certainty, _) for note in guideline.notes if note.holds_on(day)]


def answer_to(passed: bool | None, _: Translator) -> str:
    """Yes, no, or not known."""
    return _(_ANSWERS[passed])


def _certain(statement: Bilingual, certainty: Certainty, _: Translator) -> str:
    return _("{statement} ({certainty})", statement=_.wording(statement), certainty=certainty_text(certainty, _))


def _filing_line(filing: FilingDay, _: Translator) -> str:
    results = filing.conditions
    groups = [
        _("{answer}: {conditions}", answer=answer_to(passed, _), conditions=_.listed(names))
        for passed in (False, None, True)
        if (names := [_.wording(result.condition.short) for result in results if result.passed is passed])
    ]
    day = _.day(filing.day) if filing.day is not None else ""
    return _("If submitted on {day}: {groups}", day=day, groups=_("; ").join(groups))
