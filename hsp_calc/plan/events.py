"""The dates that matter to a person, out of the plan: as a list, and as the text of a calendar file."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from hsp_calc.casefile import Residence
from hsp_calc.documents.certificates import Certificate
from hsp_calc.documents.states import get_from, good_until
from hsp_calc.facts.calendar import day_after
from hsp_calc.plan.guideline import Guideline
from hsp_calc.plan.plan import Plan
from hsp_calc.rules import Wording


class EventKind(StrEnum):
    """What happens on a day."""

    BIRTHDAY = "birthday"
    """The age changes the points."""
    EXPERIENCE = "experience"
    """A band of experience is reached."""
    FACT = "fact"
    """Something dated changes the points."""
    TABLE = "table"
    """Another rule table, or none, is in force."""
    EARLIEST = "earliest"
    """The first day on which the points allow an application by a route to permanent residence."""
    LOST = "lost"
    """What a route asks for is met no longer."""
    CERTIFICATES = "certificates"
    """From this day on, certificates are recent enough for the earliest application."""
    CERTIFICATE_OLD = "certificate_old"
    """A certificate has become too old."""
    SECOND_STATUS = "second_status"
    """The first day on which Highly Skilled Professional (ii) is possible."""
    RULE = "rule"
    """Conditions of permanent residence change."""
    STAY_EXPIRES = "stay_expires"
    """The last day of the present period of stay."""


@dataclass(frozen=True, slots=True)
class Event:
    """A date that matters.

    Attributes:
        day: when it is.
        kind: what happens.
        ids: the rows, the route, the condition or the certificate that it is about.
        points: how many points it gives, or takes where it is below 0.
        total: the points from that day on, for a change of the score; None where there is no score.
        years: the completed years of age, for a birthday.
        name: what the paper is, for a certificate.
    """

    day: date
    kind: EventKind
    ids: tuple[str, ...] = ()
    points: int = 0
    total: int | None = None
    years: int | None = None
    name: Wording | None = None


def events(
    plan: Plan, residence: Residence, guideline: Guideline, certificates: Iterable[Certificate] = ()
) -> tuple[Event, ...]:
    """The dates that matter, from the reference date on and before the end of the plan, in order of time.

    Args:
        plan: the plan of a person.
        residence: the present stay.
        guideline: the routes to permanent residence.
        certificates: papers that the case has the day of issue of.
    """
    found = [*_of_score(plan), *_of_routes(plan, guideline), *_of_rules(guideline)]
    months = guideline.papers.months_valid
    for paper in certificates:
        too_old = day_after(good_until(paper.issued_on, months))
        found.append(Event(too_old, EventKind.CERTIFICATE_OLD, (paper.id,), name=paper.text))
    if residence.expires is not None:
        found.append(Event(residence.expires, EventKind.STAY_EXPIRES))
    inside = (event for event in found if plan.on <= event.day < plan.until)
    return tuple(sorted(inside, key=lambda event: (event.day, list(EventKind).index(event.kind), event.ids)))


def calendar_file(
    found: Iterable[Event], words: Callable[[Event], tuple[str, str]], *, stamp: datetime, owner: str = ""
) -> str:
    """Events as the text of an ``.ics`` file (RFC 5545), whole days each.

    An event keeps its identity when its day moves, so that a calendar into which the file is read again moves it too.
    Each has an alarm at nine in the morning a week before; the end of the stay has one three months before too, when an
    extension can first be applied for.

    Args:
        found: the events.
        words: the heading and the text of an event.
        stamp: when the file is made.
        owner: what tells the events of one person from those of another.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HSP Calc//Plan//EN", "CALSCALE:GREGORIAN"]
    seen: Counter[tuple[str, ...]] = Counter()
    for event in found:
        key = (owner, event.kind.value, *event.ids, str(event.years))
        seen[key] += 1
        name = hashlib.sha256("\x1f".join((*key, str(seen[key]))).encode()).hexdigest()[:32]
        heading, text = words(event)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{name}@hsp-calc",
            f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{_digits(event.day)}",
            f"DTEND;VALUE=DATE:{_digits(day_after(event.day))}",
            f"SUMMARY:{_escaped(heading)}",
            f"DESCRIPTION:{_escaped(text)}",
            "TRANSP:TRANSPARENT",
            *(line for before in _ALARMS.get(event.kind, _ALARM) for line in _alarm(before, heading)),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _of_score(plan: Plan) -> Iterator[Event]:
    kinds = {"age": EventKind.BIRTHDAY, "experience_years": EventKind.EXPERIENCE, None: EventKind.TABLE}
    last = None
    for segment in plan.segments:
        if last is not None and (segment.total is None or last.total is None):
            yield Event(segment.since, EventKind.TABLE, total=segment.total)
        for fact in dict.fromkeys(cause.fact for cause in segment.because):
            causes = [cause for cause in segment.because if cause.fact == fact]
            facts = plan.course.profile.facts_on(segment.since)
            yield Event(
                day=segment.since,
                kind=kinds.get(fact, EventKind.FACT),
                ids=tuple(cause.criterion for cause in causes),
                points=sum(cause.points for cause in causes),
                total=segment.total,
                years=segment.age_reached(facts) if fact == "age" else None,
            )
        last = segment


def _of_routes(plan: Plan, guideline: Guideline) -> Iterator[Event]:
    for route in plan.routes:
        if route.earliest is not None:
            yield Event(route.earliest, EventKind.EARLIEST, (route.id,))
            first = get_from(route.earliest, guideline.papers.months_valid)
            yield Event(first, EventKind.CERTIFICATES, (route.id,))
        if route.lost_on is not None:
            yield Event(route.lost_on, EventKind.LOST, (route.id,))
    check = plan.second_status
    if check.earliest is not None and check.earliest > plan.on:
        yield Event(check.earliest, EventKind.SECOND_STATUS)


def _of_rules(guideline: Guideline) -> Iterator[Event]:
    changed: dict[date, list[str]] = {}
    for condition in guideline.conditions:
        for rule in condition.rules:
            if rule.since is not None:
                changed.setdefault(rule.since, []).append(condition.id)
    for day, ids in changed.items():
        yield Event(day, EventKind.RULE, tuple(ids))


_ALARM = ("-P6DT15H",)
_ALARMS = {EventKind.STAY_EXPIRES: ("-P90DT15H", *_ALARM)}
"""How long before the start of the day, which is midnight, alarms ring."""


def _alarm(before: str, heading: str) -> tuple[str, ...]:
    shown = f"DESCRIPTION:{_escaped(heading)}"
    return "BEGIN:VALARM", "ACTION:DISPLAY", shown, f"TRIGGER:{before}", "END:VALARM"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_LONGEST_LINE = 75


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, none of which cuts a sign in two."""
    pieces, length = [""], 0
    for sign in line:
        size = len(sign.encode())
        if length + size > _LONGEST_LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += sign
        length += size
    return "\r\n".join(pieces)
