"""``SavedShifts``: the section of the shifts and long holidays, as they were typed."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints

from hsp_calc import limits
from hsp_calc.casefile.sections.section import Section

MOST_ROWS = limits.SHIFTS
LONGEST_CELL = 1_000
Typed = Annotated[StrictStr, StringConstraints(max_length=LONGEST_CELL)]


class KeptRow(BaseModel):
    """A shift as it was typed; see ``ShiftRow``."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

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

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="allow", populate_by_name=True, serialize_by_alias=True
    )

    first: Typed = Field("", alias="from")
    last: Typed = Field("", alias="to")


class SavedShifts(Section):
    """The shifts and long holidays.

    Attributes:
        rows: the shifts.
        holidays: the school's long holidays.
    """

    key: ClassVar[str] = "shifts"

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
