"""What a row of a list changes in a case that is there already."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hsp_calc.casefile.case import Applicant, Case, Residence
from hsp_calc.casefile.exchange.columns import EXPERIENCE
from hsp_calc.casefile.matter import Matter
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.facts.calendar import completed_years

_NAMES = ("name", "name_ja", "nationality", "date_of_birth")


def folded(text: str) -> str:
    """A name or number as it is compared: in one width and case, without spaces and marks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Change:
    """A value that a list changes.

    Attributes:
        field: its name, with dots where it stands in another.
        before: what the case says; None if it says nothing.
        after: what the list says.
    """

    field: str
    before: object
    after: object


def updated(case: Case, row: Case, on: date) -> tuple[Case, tuple[Change, ...], tuple[str, ...]]:
    """A case with what a row of a list says anew.

    What the row leaves open stays. A fact without a date is corrected; where the case has dated facts, the new one is
    true from the day of the import on, so that the past stays as it was.

    Returns:
        The case, what differs, and the fields that stay because the case says more than the list.
    """
    applicant, changes = _applicant(case.applicant, row.applicant)
    matter, of_matter = _matter(case.matter, row.matter)
    history, of_facts, untouched = _history(case, row, on)
    after = case.model_copy(update={"applicant": applicant, "matter": matter, "history": history})
    return after, (*changes, *of_facts, *of_matter), untouched


def _applicant(old: Applicant, new: Applicant) -> tuple[Applicant, list[Change]]:
    given = {name: value for name in _NAMES if (value := getattr(new, name)) not in {None, ""}}
    stay = {name: getattr(new.residence, name) for name in Residence.model_fields if getattr(new.residence, name)}
    changes = _differences(old, given, "") + _differences(old.residence, stay, "residence.")
    residence = old.residence.model_copy(update=stay)
    return old.model_copy(update={**given, "residence": residence}), changes


def _matter(old: Matter | None, new: Matter | None) -> tuple[Matter | None, list[Change]]:
    if new is None:
        return old, []
    given = {name: value for name in Matter.model_fields if (value := getattr(new, name))}
    base = old or Matter()
    if folded(base.number) == folded(new.number):
        given.pop("number", None)
    return base.model_copy(update=given), _differences(base, given, "matter.")


def _differences(old: object, given: Mapping[str, object], prefix: str) -> list[Change]:
    return [
        Change(f"{prefix}{name}", getattr(old, name) or None, value)
        for name, value in given.items()
        if getattr(old, name) != value
    ]


def _history(case: Case, row: Case, on: date) -> tuple[tuple[DatedFacts, ...], list[Change], tuple[str, ...]]:
    known: dict[str, Any] = case.profile().facts_on(on).written()
    given: dict[str, Any] = row.profile().facts_on(on).written()
    given.pop("date_of_birth", None)
    untouched: list[str] = []
    born = case.applicant.date_of_birth
    if born is not None and (age := given.pop("age", None)) is not None and age != completed_years(born, on):
        untouched.append("age")
    years = _by_category(given.pop(EXPERIENCE, None))
    known_years = _by_category(known.get(EXPERIENCE))
    counted = {category for period in case.experience for category in period.categories}
    untouched += [f"{EXPERIENCE}.{c}" for c, n in years.items() if Category(c) in counted and known_years.get(c) != n]
    new_years = {c: n for c, n in years.items() if Category(c) not in counted and known_years.get(c) != n}
    changed = {name: value for name, value in given.items() if known.get(name) != value}
    changes = [Change(name, known.get(name), value) for name, value in changed.items()]
    changes += [Change(f"{EXPERIENCE}.{c}", known_years.get(c), n) for c, n in new_years.items()]
    if not changes:
        return case.history, [], tuple(untouched)
    return _with_facts(case.history, changed, new_years, on), changes, tuple(untouched)


def _by_category(years: object) -> dict[str, Any]:
    if years is None:
        return {}
    return dict(years) if isinstance(years, dict) else {category.value: years for category in Category}


def _with_facts(
    history: tuple[DatedFacts, ...], changed: Mapping[str, Any], years: Mapping[str, Any], on: date
) -> tuple[DatedFacts, ...]:
    """The history with some facts answered anew: from a day on where it has dated entries, otherwise at all times."""
    since = on if any(entry.since is not None for entry in history) else None
    index = next((i for i, entry in reversed(list(enumerate(history))) if entry.since == since), None)
    entry = DatedFacts.model_validate({"from": since and since.isoformat()}) if index is None else history[index]
    facts: dict[str, Any] = {**entry.facts.written(), **changed}
    facts.update({name: None for name in entry.facts.model_fields_set if name not in facts})
    if years:
        facts[EXPERIENCE] = {**_by_category(facts.get(EXPERIENCE)), **years}
    if "age" in changed:
        facts.pop("date_of_birth", None)
    new = entry.model_copy(update={"facts": Facts.read(facts)})
    return (*history, new) if index is None else (*history[:index], new, *history[index + 1 :])
