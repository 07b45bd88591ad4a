"""The shifts and long holidays of a case, as they were typed."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints, ValidationError

from hsp_calc import limits
from hsp_calc.casefile import Case
from hsp_calc.guide.shifts import ShiftRow, range_of, sound_shifts
from hsp_calc.guide.weekly_hours import Range, Shift
from hsp_calc.validation import InputError, Problem, problems_of

KEY = "shifts"
"""Where a case keeps them."""
MOST_ROWS = limits.SHIFTS

LONGEST_CELL = 1_000
Typed = Annotated[StrictStr, StringConstraints(max_length=LONGEST_CELL)]


class KeptRow(BaseModel):
    """A shift as it was typed; see ``shifts.Row``."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    date: Typed = ""
    start: Typed = ""
    end: Typed = ""
    employer: Typed = ""


class KeptHoliday(BaseModel):
    """A long holiday as it was typed.

    Attributes:
        first: its first day, written as ``from``.
        last: its last day, written as ``to``.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", populate_by_name=True)

    first: Typed = Field("", alias="from")
    last: Typed = Field("", alias="to")


class SavedShifts(BaseModel):
    """What a case keeps under ``shifts``.

    Attributes:
        rows: the shifts.
        holidays: the school's long holidays.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    rows: Annotated[tuple[KeptRow, ...], Field(max_length=MOST_ROWS)] = ()
    holidays: Annotated[tuple[KeptHoliday, ...], Field(max_length=MOST_ROWS)] = ()

    @classmethod
    def typed(cls, rows: Sequence[Sequence[str]], holidays: Sequence[Sequence[str]]) -> "SavedShifts":
        """What was typed into the cells of two tables."""
        return cls(
            rows=tuple(KeptRow(date=day, start=start, end=end, employer=who) for day, start, end, who in rows),
            holidays=tuple(KeptHoliday(first=first, last=last) for first, last in holidays),
        )

    @property
    def row_cells(self) -> tuple[tuple[str, ...], ...]:
        """The shifts as cells."""
        return tuple((row.date, row.start, row.end, row.employer) for row in self.rows)

    @property
    def holiday_cells(self) -> tuple[tuple[str, ...], ...]:
        """The long holidays as cells."""
        return tuple((holiday.first, holiday.last) for holiday in self.holidays)

    def typed_rows(self) -> tuple[ShiftRow, ...]:
        """The shifts as rows counted from 1; those without a sign are left out."""
        return tuple(
            ShiftRow(line, *cells)
            for line, cells in enumerate(self.row_cells, 1)
            if any(cell.strip() for cell in cells)
        )

    def shifts(self) -> tuple[tuple[Shift, ...], tuple[Problem, ...]]:
        """The shifts without problems, and the problems of the others with their row."""
        return sound_shifts(self.typed_rows())

    def ranges(self) -> tuple[tuple[Range, ...], tuple[Problem, ...]]:
        """The long holidays without problems, and the problems of the others with their row."""
        found = [
            range_of(first, last, line)
            for line, (first, last) in enumerate(self.holiday_cells, 1)
            if first.strip() or last.strip()
        ]
        return (
            tuple(days for days, _problems in found if days is not None),
            tuple(problem for _days, problems in found for problem in problems),
        )


def shifts_of_case(case: Case) -> SavedShifts:
    """The shifts that a case keeps.

    Raises:
        InputError: what stands there is something else.
    """
    written: Any = (case.model_extra or {}).get(KEY)
    if written is None:
        return SavedShifts()
    try:
        return SavedShifts.model_validate(written)
    except ValidationError as error:
        raise InputError([problem.within(KEY) for problem in problems_of(error, SavedShifts)]) from None


def with_shifts(case: Case, kept: SavedShifts) -> Case:
    """The case with these shifts; without any it keeps nothing."""
    if kept != SavedShifts():
        return case.model_copy(update={KEY: kept.model_dump(mode="json", by_alias=True)})
    bare = case.model_copy()
    (bare.model_extra or {}).pop(KEY, None)
    return bare
