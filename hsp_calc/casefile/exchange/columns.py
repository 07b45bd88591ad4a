"""The columns that a list of persons may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.casefile.case import Residence
from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts

EXPERIENCE = "experience_years"
SALARY = "annual_salary_yen"
NUMBER = "matter.number"
NOTHING = "none"
"""What is written for a list that is answered and empty; an empty cell is not answered."""


class CellEntry(StrEnum):
    """What is entered in the cells of a column."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    YEN = "yen"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"


class Part(StrEnum):
    """The part of a case in which the values of a column stand."""

    FACTS = "facts"
    APPLICANT = "applicant"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column.

    Attributes:
        heading: the name of the field, with dots where it stands in another.
        entry: what is entered in it.
        values: what may be chosen from.
        part: the part of a case that has the field.
        in_template: whether a template has it.
    """

    heading: str
    entry: CellEntry
    values: tuple[str, ...] = ()
    part: Part = Part.FACTS
    in_template: bool = True

    @property
    def steps(self) -> tuple[str, ...]:
        """The names from the outside in, within the part."""
        return tuple(self.heading.removeprefix(f"{Part.MATTER}.").split("."))


_ENTRIES = {
    FactKind.FLAG: CellEntry.FLAG,
    FactKind.CHOICE: CellEntry.CHOICE,
    FactKind.CHOICES: CellEntry.CHOICES,
    FactKind.NUMBER: CellEntry.WHOLE,
}
_NAMES = ("name", "name_ja", "nationality")
_RESIDENCE = {
    "status": CellEntry.TEXT,
    "since": CellEntry.DAY,
    "period_years": CellEntry.NUMBER,
    "expires": CellEntry.DAY,
    "arrived": CellEntry.DAY,
}
_MATTER = ("number", "employer", "responsible", "stage")


def _columns() -> list[ListColumn]:
    columns = [ListColumn(heading, CellEntry.TEXT, part=Part.APPLICANT) for heading in _NAMES]
    for name in Facts.model_fields:
        if name == "date_of_birth":
            columns.append(ListColumn(name, CellEntry.DAY))
        elif name == EXPERIENCE:
            columns.append(ListColumn(name, CellEntry.NUMBER, in_template=False))
            columns += [ListColumn(f"{name}.{category}", CellEntry.NUMBER) for category in Category]
        elif name == SALARY:
            columns.append(ListColumn(name, CellEntry.YEN))
        else:
            term = VOCABULARY[name]
            columns.append(ListColumn(name, _ENTRIES[term.kind], term.values))
    columns += [
        ListColumn(f"residence.{name}", entry, part=Part.APPLICANT)
        for name, entry in _RESIDENCE.items()
        if name in Residence.model_fields
    ]
    return columns + [ListColumn(f"{Part.MATTER}.{name}", CellEntry.TEXT, part=Part.MATTER) for name in _MATTER]


COLUMNS: Mapping[str, ListColumn] = MappingProxyType({column.heading: column for column in _columns()})
"""Every column by its heading, in the order of a template."""
