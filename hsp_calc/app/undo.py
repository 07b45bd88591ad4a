"""``UndoStack``: the states of the case in the window that undo and redo go through. Plain Python, no Qt."""

from dataclasses import dataclass, replace
from datetime import date

from hsp_calc.casefile import Case

_DAY = "reference_date"


@dataclass(frozen=True, slots=True)
class UndoStep:
    """A state that undo can come back to.

    Attributes:
        case: the case.
        scenario: the scenario in view; None for the case itself.
        day: the reference date; None is today, whenever that is.
        entry: what was entered to reach it; entries of the same kind in a row are one step.
    """

    case: Case
    scenario: int | None = None
    day: date | None = None
    entry: object = None


class UndoStack:
    """The steps, and the one that is shown."""

    def __init__(self, case: Case) -> None:
        self._steps = [UndoStep(case)]
        self._position = 0
        self._entry_open = False

    @property
    def now(self) -> UndoStep:
        """The step that is shown."""
        return self._steps[self._position]

    @property
    def entry(self) -> object:
        """The entry in progress; None if there is none."""
        return self.now.entry if self._entry_open else None

    @property
    def can_undo(self) -> bool:
        """Whether there is an entry to take back."""
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an entry that was taken back."""
        return self._position < len(self._steps) - 1

    def start(self, case: Case) -> None:
        """Begin anew with another case, on the same reference date."""
        self._steps = [UndoStep(case, day=self.now.day)]
        self._position = 0
        self._entry_open = False

    def push(self, step: UndoStep) -> None:
        """Add a step; those that were taken back are gone."""
        del self._steps[self._position + 1 :]
        self._steps.append(step)
        self._position += 1
        self._entry_open = False

    def enter(self, case: Case, entry: object, *, apart: bool) -> None:
        """Add what an entry leads to, or put it in the place of the last step while the same entry goes on.

        Args:
            case: what it leads to.
            entry: what is entered.
            apart: whether the last step is to stay in any case.
        """
        self._enter(replace(self.now, case=case, entry=entry), apart=apart)

    def enter_day(self, day: date | None) -> None:
        """Take another reference date; None is today. Dates gone through in a row are one step."""
        self._enter(replace(self.now, day=day, entry=_DAY), apart=False)

    def _enter(self, step: UndoStep, *, apart: bool) -> None:
        if self.is_entering(step.entry) and not apart:
            del self._steps[self._position + 1 :]
            self._steps[self._position] = step
        else:
            self.push(step)
        self._entry_open = True

    def is_entering(self, entry: object) -> bool:
        """Whether an entry is in progress."""
        return self._entry_open and self.now.entry == entry

    def close_entry(self) -> None:
        """End the entry in progress: what is entered next is undone apart from it."""
        self._entry_open = False

    def amend(self, *, case: Case | None = None, scenario: int | None) -> None:
        """Show the same step otherwise, which is nothing to undo; the entry in progress ends.

        Args:
            case: the case; None leaves it.
            scenario: the scenario in view.
        """
        self._steps[self._position] = replace(self.now, case=case or self.now.case, scenario=scenario)
        self._entry_open = False

    def undo(self) -> None:
        """Go to the step before.

        Raises:
            IndexError: there is none.
        """
        self._go(self._position - 1)

    def redo(self) -> None:
        """Go to the step after.

        Raises:
            IndexError: there is none.
        """
        self._go(self._position + 1)

    def _go(self, position: int) -> None:
        if not 0 <= position < len(self._steps):
            raise IndexError(position)
        self._position = position
        self._entry_open = False
