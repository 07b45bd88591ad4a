"""The result of scoring: every row with its points, its status and its reason."""

from dataclasses import dataclass
from datetime import date

from hsp_calc.facts import Category
from hsp_calc.rules import Reason, Status


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet.

    Attributes:
        criterion: the id of the row.
        section: the id of the item of the form that it stands in.
        points: what it adds to the total; above 0 only where it counts.
        available: what it gives when it alone of its block counts.
        evidence: the numbers of the supporting documents.
        status: what became of it.
        reason: why, where it is met and yet does not count.
    """

    criterion: str
    section: str
    points: int
    available: int
    evidence: tuple[str, ...]
    status: Status
    reason: Reason | None = None

    @property
    def counted(self) -> bool:
        """Whether it adds to the total."""
        return self.status is Status.COUNTED


@dataclass(frozen=True, slots=True)
class GateResult:
    """A condition apart from the points.

    Attributes:
        id: the gate.
        passed: whether it is met; None if that is not known.
    """

    id: str
    passed: bool | None


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The score of a person in one category on one day.

    Attributes:
        table: the id of the rule table.
        category: the sheet.
        on: the day.
        total: the points of all rows that count.
        at_most: the total that answering the open questions could bring at most.
        pass_mark: the total from which a person is recognised.
        marks: the totals that matter.
        gates: the conditions apart from the points.
        lines: every row of the sheet in the form's order.
    """

    table: str
    category: Category
    on: date
    total: int
    at_most: int
    pass_mark: int
    marks: tuple[int, ...]
    gates: tuple[GateResult, ...]
    lines: tuple[Line, ...]

    @property
    def eligible(self) -> bool:
        """Whether the pass mark is reached and every gate is known to be passed."""
        return self.total >= self.pass_mark and all(gate.passed is True for gate in self.gates)

    @property
    def verdict(self) -> bool | None:
        """Recognised or not; None while an unanswered fact could still decide it."""
        if self.eligible:
            return True
        if self.at_most < self.pass_mark or any(gate.passed is False for gate in self.gates):
            return False
        return None

    def meets(self, mark: int) -> bool:
        """Whether the total reaches a mark."""
        return self.total >= mark

    @property
    def counted(self) -> tuple[Line, ...]:
        """The rows that count."""
        return tuple(line for line in self.lines if line.counted)

    def line(self, criterion: str) -> Line:
        """The line of a row.

        Raises:
            KeyError: the sheet has no such row.
        """
        for line in self.lines:
            if line.criterion == criterion:
                return line
        raise KeyError(criterion)
