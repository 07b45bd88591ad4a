"""Where an answer goes in the history of a case. Plain Python, no Qt."""

from datetime import date
from typing import Any

from hsp_calc.casefile import Case
from hsp_calc.casefile.unread import is_fact, unanswered, with_text
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


def answered(history: History, place: int, fact: str, value: Any, *, clears: bool = False) -> History:
    """A history with another answer in one of its entries.

    Args:
        history: the history.
        place: of the entry.
        fact: the fact.
        value: its answer; with None the entry says nothing of the fact.
        clears: whether an entry without an answer says that there is none, whatever an earlier one says.
    """
    entry = history[place]
    kept = {name: getattr(entry.facts, name) for name in entry.facts.model_fields_set if name != fact}
    facts = Facts(**kept) if value is None and not clears else Facts(**kept, **{fact: value})
    return (*history[:place], entry.model_copy(update={"facts": facts}), *history[place + 1 :])


def with_history(case: Case, scenario: int | None, history: History) -> Case:
    """A case with another history of one of its scenarios; None is the case itself."""
    if scenario is None:
        return case.model_copy(update={"history": history})
    scenarios = list(case.scenarios)
    scenarios[scenario] = scenarios[scenario].model_copy(update={"history": history})
    return case.model_copy(update={"scenarios": tuple(scenarios)})


def with_unread(case: Case, scenario: int | None, field: str, text: str | None, since: date | None) -> Case:
    """A case with another text in a field that could not be read; None is none.

    Args:
        case: the case.
        scenario: where the facts are those of; None is the case itself.
        field: see ``UnreadText``.
        text: as it was typed.
        since: of a fact, the first day of the entry of the history.
    """
    if is_fact(field) and scenario is not None:
        unread = with_text(case.scenarios[scenario].unread, field, text, since)
        scenarios = list(case.scenarios)
        scenarios[scenario] = scenarios[scenario].model_copy(update={"unread": unread})
        return case.model_copy(update={"scenarios": tuple(scenarios)})
    unread = with_text(case.unread, field, text, since if is_fact(field) else None)
    return case if unread == case.unread else case.model_copy(update={"unread": unread})


def without_overtaken(case: Case) -> Case:
    """A case without the texts that could not be read where a value stands by now."""
    if case.unread != (unread := unanswered(case.unread, case.history)):
        case = case.model_copy(update={"unread": unread})
    for index, scenario in enumerate(case.scenarios):
        if scenario.unread != (unread := unanswered(scenario.unread, scenario.history)):
            scenarios = list(case.scenarios)
            scenarios[index] = scenario.model_copy(update={"unread": unread})
            case = case.model_copy(update={"scenarios": tuple(scenarios)})
    return case


def without_age(case: Case) -> Case:
    """A case that says nothing of the age, since the date of birth does."""

    def without(history: History) -> History:
        return tuple(entry.model_copy(update={"facts": _ageless(entry.facts)}) for entry in history)

    scenarios = tuple(scenario.model_copy(update={"history": without(scenario.history)}) for scenario in case.scenarios)
    return case.model_copy(update={"history": without(case.history), "scenarios": scenarios})


def _ageless(facts: Facts) -> Facts:
    return Facts(**{name: getattr(facts, name) for name in facts.model_fields_set - {"age", "date_of_birth"}})
