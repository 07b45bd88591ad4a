"""A time without employment, entered into facts over time: what hung on the employer is not answered in it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from hsp_calc.facts.calendar import day_after
from hsp_calc.facts.facts import Facts
from hsp_calc.facts.profile import DatedFacts, Profile, WorkPeriod

OF_EMPLOYMENT = (
    "annual_salary_yen",
    "position",
    "innovation_support",
    "sme",
    "local_government_support",
    "rd_ratio_over_3pct",
    "growth_project",
    "asset_management",
)
"""The facts that hang on the employer or the work: without either there is nothing to answer."""
_ONE_DAY = timedelta(days=1)


def without_employment(profile: Profile, since: date, until: date | None, note: str = "") -> Profile:
    """A person who was not employed from one day to another.

    Periods of work end before it and go on after it. The facts of employment are not answered in it; what was true on
    the day after it is true again from then on. Years of experience that are a plain number stay as they are.

    Args:
        profile: the person.
        since: the first day without employment.
        until: the last; None while it lasts.
        note: a remark on the entries that it makes.

    Raises:
        ValueError: it ends before it begins.
    """
    if until is not None and until < since:
        raise ValueError(f"{until} is before {since}")
    end = None if until is None else day_after(until)
    periods = tuple(piece for period in profile.experience for piece in _around(period, since, end))
    history = tuple(profile.history)
    before, resumed = profile.facts_on(since), None if end is None else profile.facts_on(end)
    named = [name for name in OF_EMPLOYMENT if any(_answers(facts, name) for facts in (before, resumed))]
    if named:
        history = tuple(_emptied(history, since, end))
        history = (*history, _entry(since, dict.fromkeys(named), note))
        again = {} if resumed is None else {name: getattr(resumed, name) for name in named if _answers(resumed, name)}
        if end is not None and again:
            history = (*history, _entry(end, again, note))
    return Profile(profile.date_of_birth, history, periods)


def _around(period: WorkPeriod, since: date, end: date | None) -> Iterator[WorkPeriod]:
    """What is left of a period of work before a time and after it."""
    if period.until is not None and period.until < since:
        yield period
        return
    if period.since < since:
        yield period.model_copy(update={"until": since - _ONE_DAY})
    if end is not None and (period.until is None or end <= period.until):
        yield period.model_copy(update={"since": max(period.since, end)})


def _emptied(history: Iterable[DatedFacts], since: date, end: date | None) -> Iterator[DatedFacts]:
    """The entries without what those within the time say of employment; one that then says nothing is left out."""
    for entry in history:
        inside = entry.since is not None and since <= entry.since and (end is not None and entry.since <= end)
        if not inside:
            yield entry
            continue
        kept = {name: getattr(entry.facts, name) for name in entry.facts.model_fields_set - set(OF_EMPLOYMENT)}
        if kept or entry.model_extra:
            yield entry.model_copy(update={"facts": Facts(**kept)})


def _entry(since: date, facts: dict[str, object], note: str) -> DatedFacts:
    return DatedFacts.model_validate({"from": since, "facts": Facts.model_validate(facts), "note": note})


def _answers(facts: Facts | None, name: str) -> bool:
    return facts is not None and getattr(facts, name) is not None
