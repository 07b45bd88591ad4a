"""How far each paper of an application is, as a case keeps it, and how long a certificate may be used."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import MARKS, Effort, KeptChecklist, State
from hsp_calc.facts.calendar import day_after, day_completed

_ONE_DAY = timedelta(days=1)


def efforts(case: Case) -> Mapping[str, Effort]:
    """How hard the documents of each mark are to get: what the user has said, else at hand where a paper of it is.

    Raises:
        InputError: what the case keeps of the papers is something else.
    """
    kept = case.section(KeptChecklist)
    ready = {
        mark: Effort.AT_HAND
        for name, paper in kept.papers.items()
        if paper.state in {State.AT_HAND, State.GIVEN_IN} and (mark := name.partition("/")[0]) in MARKS
    }
    return {**ready, **kept.proof.effort}


def good_until(issued_on: date, months: int) -> date:
    """The last day on which a certificate may be filed that is good for so many months; the day of issue is none.

    What lies beyond the calendar is its last day.
    """
    try:
        return day_completed(day_after(issued_on), months) - _ONE_DAY
    except OverflowError:
        return date.max


@cache
def get_from(apply_on: date, months: int) -> date:
    """The first day of issue that is young enough for an application; what lies before the calendar is its first."""
    day = apply_on
    while day > date.min and good_until(day - _ONE_DAY, months) >= apply_on:
        day -= _ONE_DAY
    return day
