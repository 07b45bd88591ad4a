"""Which undated answers a route needs on days before the reference date."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hsp_calc.facts import Category, Facts, Profile

Holds = Callable[[Facts, date], bool]
"""Whether what a route asks for is met by some facts on a day."""

_LEAST_LASTING = (
    "experience_years",
    "annual_salary_yen",
    "position",
    "licenses",
    "growth_project",
    "innovation_support",
    "sme",
    "local_government_support",
    "rd_ratio_over_3pct",
    "asset_management",
    "investment_100m",
    "research",
    "japanese",
    "foreign_qualification",
    "age",
)
"""What changes most easily with time: it is the first to be spared, so that a route rests on what lasts."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A day on which a route asks for something.

    Attributes:
        day: the day.
        facts: what is true on it.
        undated: the facts whose answer has no day of its own.
    """

    day: date
    facts: Facts
    undated: frozenset[str]


def probe(profile: Profile, category: Category, day: date) -> Probe:
    """A day of a person."""
    return Probe(day, profile.facts_on(day), profile.undated_on(day, category))


def needed(probes: Sequence[Probe], holds: Holds) -> tuple[str, ...]:
    """The undated answers without which something does not hold on every day, in the order of the contract.

    They are enough together, and none of them can be spared beside the others. Of answers that can stand in for each
    other, those that change less easily are named.

    Args:
        probes: the days.
        holds: whether what is asked for is met; it is, on each of them.
    """
    spared: frozenset[str] = frozenset()
    for facts in _candidates(probes):
        more = spared | facts
        if all(holds(_without(one, more), one.day) for one in probes):
            spared = more
    return tuple(
        name for name in Facts.model_fields if name not in spared and any(name in one.undated for one in probes)
    )


def _candidates(probes: Sequence[Probe]) -> Iterator[frozenset[str]]:
    """What to spare in turn: first all that says no together, then one answer after another."""
    undated = frozenset[str]().union(*(one.undated for one in probes))
    noes = frozenset(name for name in undated if not any(_says_something(one, name) for one in probes))
    yield noes
    lasting = [name for name in Facts.model_fields if name not in _LEAST_LASTING]
    for name in (*_LEAST_LASTING, *lasting):
        if name in undated and name not in noes:
            yield frozenset({name})
    for name in sorted(noes):  # where not all of them could be spared together
        yield frozenset({name})


def _says_something(one: Probe, name: str) -> bool:
    value = getattr(one.facts, name)
    return name in one.undated and bool(value) and value != "none"


def _without(one: Probe, names: frozenset[str]) -> Facts:
    """The facts of a day without the undated answers among some."""
    return one.facts.model_copy(update=dict.fromkeys(names & one.undated))
