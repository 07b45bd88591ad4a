"""Where an answer goes in the history of a case. Plain Python, no Qt."""

from datetime import date
from typing import Any

from hsp_calc.casefile import Case
from hsp_calc.facts import DatedFacts, Facts

History = tuple[DatedFacts, ...]


def place_of(history: History, fact: str, day: date) -> int | None:
    """The place of the entry that an answer of a day goes to; None where one that is always true has to be made.

    That is the entry that the answer seen on the day comes from, else the one that is always true.
    """
    holding = [
        index
        for index, entry in enumerate(history)
        if (entry.since is None or entry.since <= day)
        and (getattr(entry.facts, fact) is not None or fact in entry.cleared)
    ]
    if holding:
        return max(holding, key=lambda index: (history[index].since or date.min, index))
    return next((index for index, entry in enumerate(history) if entry.since is None), None)


def answered(history: History, place: int, fact: str, value: Any) -> History:
    """A history with another answer in one of its entries; None makes it unanswered there."""
    entry = history[place]
    kept = {name: getattr(entry.facts, name) for name in entry.facts.model_fields_set if name != fact}
    facts = Facts(**kept) if value is None else Facts(**kept, **{fact: value})
    return (*history[:place], entry.model_copy(update={"facts": facts}), *history[place + 1 :])


def with_history(case: Case, scenario: int | None, history: History) -> Case:
    """A case with another history of one of its scenarios; None is the case itself."""
    if scenario is None:
        return case.model_copy(update={"history": history})
    scenarios = list(case.scenarios)
    scenarios[scenario] = scenarios[scenario].model_copy(update={"history": history})
    return case.model_copy(update={"scenarios": tuple(scenarios)})


def without_age(case: Case) -> Case:
    """A case that says nothing of the age, since the date of birth does."""

    def without(history: History) -> History:
        return tuple(entry.model_copy(update={"facts": _ageless(entry.facts)}) for entry in history)

    scenarios = tuple(scenario.model_copy(update={"history": without(scenario.history)}) for scenario in case.scenarios)
    return case.model_copy(update={"history": without(case.history), "scenarios": scenarios})


def _ageless(facts: Facts) -> Facts:
    return Facts(**{name: getattr(facts, name) for name in facts.model_fields_set - {"age", "date_of_birth"}})
