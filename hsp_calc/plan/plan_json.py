"""Plans and advice as the JSON objects that scripts rely on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from hsp_calc.plan.advice import Advice, Suggestion
from hsp_calc.plan.conditions import ConditionResult
from hsp_calc.plan.events import Event
from hsp_calc.plan.headline import Headline, headline_of
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.possible_changes import Answer, FactChange
from hsp_calc.plan.routes import Route
from hsp_calc.plan.score_changes import Cause
from hsp_calc.plan.timeline import Segment


def plan_data(plan: Plan, found: Iterable[Event] = (), *, sentence: str = "") -> dict[str, object]:
    """A plan; on days without a verified table, or without a person, ``total`` and ``eligible`` are null.

    Args:
        plan: the plan.
        found: the dates that matter.
        sentence: the headline in words.
    """
    return {
        "on": plan.on.isoformat(),
        "until": plan.until.isoformat(),
        "category": plan.category.value,
        "headline": _headline(headline_of(plan), sentence),
        "timeline": [_segment(segment) for segment in plan.segments],
        "routes": [_route(route) for route in plan.routes],
        "j_skip": {
            "qualifies": plan.j_skip.qualifies,
            "missing": [*plan.j_skip.missing, *plan.j_skip.open],
            "unknown": list(plan.j_skip.open),
        },
        "second_status": {
            "qualifies": plan.second_status.qualifies,
            "missing": list(plan.second_status.missing),
            "earliest": _day(plan.second_status.earliest),
        },
        "dates": [
            {
                "on": event.day.isoformat(),
                "kind": event.kind.value,
                "ids": list(event.ids),
                "points": event.points,
                "total": event.total,
            }
            for event in found
        ],
    }


def _headline(headline: Headline, sentence: str) -> dict[str, object]:
    return {
        "state": headline.state.value,
        "route": headline.route,
        "day": _day(headline.day),
        "text": sentence,
        "rests_on": list(headline.rests_on),
        "fails": list(headline.fails),
        "unchecked": list(headline.unchecked),
    }


def advice_data(
    advice: Advice, earliest: Callable[[Suggestion], Mapping[str, date | None]] | None = None
) -> dict[str, object]:
    """Advice.

    Args:
        advice: what reaches the target.
        earliest: the earliest day of each route to permanent residence once a suggestion is carried out.
    """
    suggestions = []
    for suggestion in advice.suggestions:
        data = _suggestion(suggestion)
        if earliest is not None:
            data["permanent_residence"] = {route: _day(day) for route, day in earliest(suggestion).items()}
        suggestions.append(data)
    return {
        "target": advice.target,
        "current": advice.current,
        "reached": advice.reached,
        "gates": [{"id": gate.id, "passed": gate.passed} for gate in advice.gates],
        "suggestions": suggestions,
    }


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "from": segment.since.isoformat(),
        "to": segment.until.isoformat(),
        "total": segment.total,
        "eligible": segment.eligible,
        "because": _causes(segment.because),
    }


def _causes(found: Iterable[Cause]) -> list[dict[str, object]]:
    return [{"criterion": cause.criterion, "points": cause.points, "fact": cause.fact} for cause in found]


def _route(route: Route) -> dict[str, object]:
    return {
        "id": route.id,
        "threshold": route.threshold,
        "years": route.years,
        "earliest": _day(route.earliest),
        "earliest_by_points": _day(route.earliest_by_points),
        "kept_since": _day(route.kept_since),
        "lost_on": _day(route.lost_on),
        "lost_because": _causes(route.lost_because),
        "missing": list(route.missing),
        "short_by": route.short_by,
        "judged_on": route.judged_on.isoformat(),
        "conditions": _conditions(route.conditions),
        "provisions": {
            result.id: {"certainty": result.rule.certainty.value, "sources": list(result.sources)}
            for result in route.conditions
        },
        "rests_on": list(route.rests_on),
        "compared": _compared(route),
        "point_forms_for": [day.isoformat() for day in route.point_forms_for],
        "papers": [paper.id for paper in route.papers],
    }


def _conditions(results: Iterable[ConditionResult]) -> list[dict[str, object]]:
    return [{"id": result.id, "passed": result.passed} for result in results]


def _compared(route: Route) -> dict[str, object] | None:
    """Filing before the guideline is revised, and from that day on."""
    if route.compared is None:
        return None
    before, after = route.compared
    return {
        name: {"day": _day(filing.day), "conditions": _conditions(filing.conditions)}
        for name, filing in (("before", before), ("after", after))
    }


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {
        "changes": [_change(change) for change in suggestion.changes],
        "gain": suggestion.gain,
        "total": suggestion.total,
        "kind": suggestion.kind.value,
        "on": _day(suggestion.on),
        "evidence": list(suggestion.evidence),
        **({"opens": list(suggestion.opens)} if suggestion.opens else {}),
    }


def _change(change: FactChange) -> dict[str, object]:
    return {
        "fact": change.fact,
        "from": _answer(change.before),
        "to": _answer(change.after),
        "kind": change.kind.value,
        "alternatives": [_answer(answer) for answer in change.alternatives],
    }


def _answer(answer: Answer) -> object:
    return list(answer) if isinstance(answer, tuple) else answer


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
