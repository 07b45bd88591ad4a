"""The statuses of residence of a person over time, as the routes to permanent residence see them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Residence
from hsp_calc.facts.calendar import day_after, stretches
from hsp_calc.plan.guideline import Guideline, StatusGroup, StatusKind
from hsp_calc.plan.timeline import Run


@dataclass(frozen=True, slots=True)
class Stay:
    """Days with one status.

    Attributes:
        since: the first day.
        until: the day after the last.
        status: which; None where what was written is not known.
    """

    since: date
    until: date
    status: StatusGroup | None


class Stays:
    """The present status and those before it.

    Attributes:
        present: the present status; None where it is not entered, or not known.
        since: since when it is held; None where that is not entered.
        earlier: the statuses before it that have days, in order of time.
    """

    def __init__(self, residence: Residence, guideline: Guideline) -> None:
        self.present = guideline.status(residence.status)
        self.since = residence.since
        self.earlier = tuple(_earlier(residence, guideline))

    def without_points(self) -> list[tuple[date, date]]:
        """The days before the present status that have no points, since there was no contract and no pay."""
        return stretches((stay.since, stay.until) for stay in self.earlier if _is(stay, StatusKind.NO_WORK))

    def unclear(self, start: date, end: date) -> bool:
        """Whether a status between two days is neither a work status nor none."""
        return any(
            stay.since < end and start < stay.until and (stay.status is None or not stay.status.kind.works)
            for stay in self.earlier
            if not _is(stay, StatusKind.NO_WORK)
        )

    def not_entered(self, start: date, end: date) -> bool:
        """Whether it is not entered what was held on some day from one to before another.

        Where it is not known since when the present status is held, nothing is said of it.
        """
        if self.since is None or self.since <= start:
            return False
        reached = start
        for since, until in stretches((stay.since, stay.until) for stay in self.earlier):
            if since > reached:
                break
            reached = max(reached, until)
        return reached < min(self.since, end)


def cut(runs: Iterable[Run], spans: Iterable[tuple[date, date]]) -> tuple[Run, ...]:
    """Runs of days without the days of some spans."""
    found = list(runs)
    for start, end in spans:
        found = [piece for run in found for piece in _without(run, start, end)]
    return tuple(found)


def _without(run: Run, start: date, end: date) -> Iterator[Run]:
    if end <= run.since or (run.until is not None and run.until <= start):
        yield run
        return
    if run.since < start:
        yield Run(run.since, start)
    if run.until is None or end < run.until:
        yield Run(end, run.until, run.because)


def _earlier(residence: Residence, guideline: Guideline) -> Iterator[Stay]:
    """The earlier statuses, each ending before the next; one without a first day begins with the one before."""
    entered = sorted(
        (entry for entry in residence.earlier if entry.since or entry.until),
        key=lambda entry: entry.since or entry.until or date.min,
    )
    for index, entry in enumerate(entered):
        following = [other.since for other in entered[index + 1 :] if other.since is not None]
        ends = [day for day in (*following[:1], residence.since) if day is not None]
        if entry.until is not None:
            ends.append(day_after(entry.until))
        since = entry.since or residence.arrived
        if since is not None and ends and since < min(ends):
            yield Stay(since, min(ends), guideline.status(entry.status))


def _is(stay: Stay, kind: StatusKind) -> bool:
    return stay.status is not None and stay.status.kind is kind
