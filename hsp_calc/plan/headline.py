"""What matters most of the routes to permanent residence: one state, with what it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hsp_calc.plan.change_days import years_before
from hsp_calc.plan.conditions import ConditionResult
from hsp_calc.plan.guideline import StatusKind
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.routes import Route

_OF_TIME = frozenset({"points_kept", "points_at_both_ends", "residence"})
"""Conditions that time alone can meet: without a day they say nothing."""


class State(StrEnum):
    """How it stands; where several apply, the first."""

    BLOCKED = "blocked"
    """A condition is answered no on the day of the route."""
    ASSUMED = "assumed"
    """It holds only if undated answers were true on earlier days too."""
    UNCHECKED = "unchecked"
    """Nothing is missing but answers to conditions."""
    LATER = "later"
    """Everything is known; from a later day on."""
    OPEN = "open"
    """The same, on the reference date."""
    NONE = "none"
    """No day opens a route."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of a plan.

    Attributes:
        state: how it stands.
        route: the route that is told of; None where there is none.
        day: its first day, not before the reference date; None where there is none.
        since: the first day of the period that it looks back on.
        rests_on: the undated answers that it needs on earlier days, and ``residence.earlier``.
        fails: the conditions that are not met.
        unchecked: the conditions of which that is not known.
    """

    state: State
    route: str | None = None
    day: date | None = None
    since: date | None = None
    rests_on: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()


def headline_of(plan: Plan) -> Headline:
    """The headline: of a route that nothing blocks, where there is one, and then of the one that opens first."""
    present = plan.present
    if present is not None and present.kind is StatusKind.PERMANENT:
        return Headline(State.NONE)
    told = [_of_route(route, route.day, plan.on) for route in plan.routes if route.day is not None]
    if told:
        return min(told, key=lambda one: (one.state is State.BLOCKED, one.day, list(State)[::-1].index(one.state)))
    fails = dict.fromkeys(name for route in plan.routes for name in route.failed() if name not in _OF_TIME)
    return Headline(State.NONE, fails=tuple(fails))


def told_route(plan: Plan) -> Route | None:
    """The route that the headline tells of; None where there is none."""
    told = headline_of(plan).route
    return next((route for route in plan.routes if route.id == told), None)


def asked_of(plan: Plan) -> tuple[ConditionResult, ...]:
    """The conditions that matter to the person: those of every route, and what filing after the revision asks too."""
    told = headline_of(plan).route
    routes = sorted(plan.routes, key=lambda route: route.id != told)
    later = (filing for route in routes for filing in route.compared or ())
    return (
        *(result for route in routes for result in route.conditions),
        *(result for filing in later for result in filing.conditions),
    )


def _of_route(route: Route, day: date, on: date) -> Headline:
    fails, unchecked = route.failed(), route.unchecked()
    if fails:
        state = State.BLOCKED
    elif route.rests_on:
        state = State.ASSUMED
    elif unchecked:
        state = State.UNCHECKED
    else:
        state = State.LATER if day > on else State.OPEN
    return Headline(state, route.id, day, years_before(day, route.years), route.rests_on, fails, unchecked)
