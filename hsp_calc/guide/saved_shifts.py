"""What the shifts and long holidays of a case come to, as far as they can be read."""

from hsp_calc.casefile.sections import SavedShifts
from hsp_calc.guide.shifts import ShiftRow, range_of, sound_shifts
from hsp_calc.guide.weekly_hours import Range, Shift
from hsp_calc.validation import Problem


def typed_rows(kept: SavedShifts) -> tuple[ShiftRow, ...]:
    """The shifts as rows counted from 1; those without a sign are left out."""
    return tuple(
        ShiftRow(line, *cells) for line, cells in enumerate(kept.row_cells, 1) if any(cell.strip() for cell in cells)
    )


def kept_shifts(kept: SavedShifts) -> tuple[tuple[Shift, ...], tuple[Problem, ...]]:
    """The shifts without problems, and the problems of the others with their row."""
    return sound_shifts(typed_rows(kept))


def kept_holidays(kept: SavedShifts) -> tuple[tuple[Range, ...], tuple[Problem, ...]]:
    """The long holidays without problems, and the problems of the others with their row."""
    found = [
        range_of(first, last, line)
        for line, (first, last) in enumerate(kept.holiday_cells, 1)
        if first.strip() or last.strip()
    ]
    return (
        tuple(days for days, _problems in found if days is not None),
        tuple(problem for _days, problems in found for problem in problems),
    )
