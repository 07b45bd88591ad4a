"""When each kind of data was last compared with its sources."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from hsp_calc.app.active_data import DataInUse
from hsp_calc.rules import RuleTable
from hsp_calc.text.freshness import CheckedKind

_FILES: Mapping[CheckedKind, tuple[str, ...]] = {
    CheckedKind.GUIDELINE: ("rules/permanent-residence.yaml", "rules/j-skip.yaml"),
    CheckedKind.FEES: ("rules/fees.yaml",),
    CheckedKind.DOCUMENTS: ("reference/procedures.yaml", "reference/documents.yaml"),
    CheckedKind.UNIVERSITIES: ("reference/universities-*.yaml",),
    CheckedKind.EXAMS: ("reference/it-exams.yaml", "reference/national-qualifications.yaml"),
    CheckedKind.BENEFITS: ("reference/guide/benefits.yaml",),
    CheckedKind.GUIDE: tuple(
        f"reference/guide/{name}.yaml" for name in ("underlying-status", "other-activity", "hours", "employer")
    ),
    CheckedKind.HELP: ("reference/help.yaml", "reference/degrees.yaml", "reference/sme.yaml"),
}
"""The program's files of each kind."""
_DAY = re.compile(rb'^checked_on: "(\d{4}-\d\d-\d\d)"', re.MULTILINE)


def checked_days(data: DataInUse, table: RuleTable | None) -> Mapping[CheckedKind, date]:
    """The day of each kind of data: of its parts, the one that was checked longest ago.

    Files are searched for their day and not read, so that nobody waits for them.

    Args:
        data: the data in use.
        table: the rule table that is followed; None where there is none for the day.

    Raises:
        OSError: a file of the program cannot be read.
    """
    program, own = _of_program(data.resources), data.own_checked_days
    days = {} if table is None else {CheckedKind.RULES: table.verified_on}
    for kind, files in program.items():
        days[kind] = min(own.get(file, day) for file, day in files.items())
    days[CheckedKind.SOURCES] = min(source.checked_on for source in data.sources.sources.values())
    return days


@cache
def _of_program(resources: Path) -> Mapping[CheckedKind, Mapping[str, date]]:
    return {
        kind: {path.stem: _day_of(path) for pattern in patterns for path in resources.glob(pattern)}
        for kind, patterns in _FILES.items()
    }


def _day_of(path: Path) -> date:
    found = _DAY.search(path.read_bytes())
    return date.min if found is None else date.fromisoformat(found[1].decode())
