"""A history taken apart into single changes, one a fact, and put together again. Plain Python, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hsp_calc.facts import Category, DatedFacts, Experience, Facts

EXPERIENCE = "experience_years"

History = tuple[DatedFacts, ...]


@dataclass(frozen=True, slots=True)
class DatedChange:
    """A fact that is true from a day on.

    Attributes:
        fact: the fact.
        value: what is true; None where it is not answered from the day on.
        since: from when; None is always.
        note: a remark of the user.
        category: of years of experience, whose.
        place: the entry of the history that says so; None while none does.
    """

    fact: str
    value: Any
    since: date | None = None
    note: str = ""
    category: Category | None = None
    place: int | None = None

    @property
    def subject(self) -> tuple[str, Category | None]:
        """What it speaks of."""
        return self.fact, self.category


def changes(history: Sequence[DatedFacts]) -> list[DatedChange]:
    """Every change in order of time; what is always true first, ties as entered."""
    found = [change for place, entry in enumerate(history) for change in _changes_of(place, entry)]
    return sorted(found, key=lambda change: change.since or date.min)


def shown_on(history: Sequence[DatedFacts], fact: str, category: Category | None, day: date) -> DatedChange | None:
    """The change that says what is true on a day; None if nothing does."""
    holding = [
        change
        for change in changes(history)
        if change.subject == (fact, category) and (change.since is None or change.since <= day)
    ]
    return holding[-1] if holding else None


def dated_facts(history: Sequence[DatedFacts]) -> frozenset[str]:
    """The facts that have a day anywhere."""
    return frozenset(change.fact for change in changes(history) if change.since is not None)


def without(history: History, change: DatedChange) -> History:
    """The history without a change; an entry that then says nothing goes with it."""
    if change.place is None:
        return history
    entry = history[change.place]
    facts = _facts_without(entry, change.fact, change.category)
    kept = entry.model_copy(update={"facts": facts})
    bare = not _changes_of(0, kept) and not entry.model_extra
    middle = () if bare else (kept,)
    return (*history[: change.place], *middle, *history[change.place + 1 :])


def with_change(history: History, change: DatedChange) -> History:
    """The history with one more change, in place of any that speaks of the same from the same day on."""
    for same in [c for c in changes(history) if (c.subject, c.since) == (change.subject, change.since)]:
        fresh = next((c for c in changes(history) if (c.subject, c.since) == (same.subject, same.since)), None)
        if fresh is not None:
            history = without(history, fresh)
    for place, entry in enumerate(history):
        if (entry.since, entry.note) == (change.since, change.note):
            return (*history[:place], _with_fact(entry, change), *history[place + 1 :])
    return (*history, _with_fact(DatedFacts.model_validate({"from": change.since, "note": change.note}), change))


def replaced(history: History, old: DatedChange, new: DatedChange) -> History:
    """The history with one change in place of another."""
    return with_change(without(history, old), new)


def _changes_of(place: int, entry: DatedFacts) -> list[DatedChange]:
    found = []
    for name in Facts.model_fields:
        value = getattr(entry.facts, name)
        if name == EXPERIENCE:
            found += [
                DatedChange(name, years, entry.since, entry.note, category, place)
                for category in Category
                for years in [value.within(category) if isinstance(value, Experience) else None]
                if years is not None or not entry.cleared.isdisjoint({name, category})
            ]
        elif value is not None or name in entry.cleared:
            found.append(DatedChange(name, value, entry.since, entry.note, None, place))
    return found


def _with_fact(entry: DatedFacts, change: DatedChange) -> DatedFacts:
    kept = {name: getattr(entry.facts, name) for name in entry.facts.model_fields_set if name != change.fact}
    value = change.value
    if change.category is not None:
        years = _years_of(entry)
        cleared = change.value is None
        value = years.clearing(change.category) if cleared else years.with_years({change.category: change.value})
    return entry.model_copy(update={"facts": Facts(**kept, **{change.fact: value})})


def _facts_without(entry: DatedFacts, fact: str, category: Category | None) -> Facts:
    facts = entry.facts
    kept = {name: getattr(facts, name) for name in facts.model_fields_set if name != fact}
    if category is not None:
        years = _years_of(entry).with_years({category: None})
        if years.model_fields_set:
            kept[EXPERIENCE] = years
    return Facts(**kept)


def _years_of(entry: DatedFacts) -> Experience:
    """The years of experience that an entry names; of one that takes them all back, none of each category."""
    if EXPERIENCE in entry.cleared:
        return Experience(academic=None, technical=None, management=None)
    return entry.facts.experience_years or Experience()
