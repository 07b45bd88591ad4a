"""The columns that a list of persons may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.casefile.case import Residence
from hsp_calc.facts import VOCABULARY, Category, Facts, Kind

EXPERIENCE = "experience_years"
SALARY = "annual_salary_yen"
NUMBER = "matter.number"
NOTHING = "none"
"""What is written for a list that is answered and empty; an empty cell is not answered."""


class Entry(StrEnum):
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
class Column:
    """A column.

    Attributes:
        heading: the name of the field, with dots where it stands in another.
        entry: what is entered in it.
        values: what may be chosen from.
        part: the part of a case that has the field.
        in_template: whether a template has it.
    """

    heading: str
    entry: Entry
    values: tuple[str, ...] = ()
    part: Part = Part.FACTS
    in_template: bool = True

    @property
    def steps(self) -> tuple[str, ...]:
        """The names from the outside in, within the part."""
        return tuple(self.heading.removeprefix(f"{Part.MATTER}.").split("."))


_ENTRIES = {Kind.FLAG: Entry.FLAG, Kind.CHOICE: Entry.CHOICE, Kind.CHOICES: Entry.CHOICES, Kind.NUMBER: Entry.WHOLE}
_NAMES = ("name", "name_ja", "nationality")
_RESIDENCE = {
    "status": Entry.TEXT,
    "since": Entry.DAY,
    "period_years": Entry.NUMBER,
    "expires": Entry.DAY,
    "arrived": Entry.DAY,
}
_MATTER = ("number", "employer", "responsible", "stage")


def _columns() -> list[Column]:
    columns = [Column(heading, Entry.TEXT, part=Part.APPLICANT) for heading in _NAMES]
    for name in Facts.model_fields:
        if name == "date_of_birth":
            columns.append(Column(name, Entry.DAY))
        elif name == EXPERIENCE:
            columns.append(Column(name, Entry.NUMBER, in_template=False))
            columns += [Column(f"{name}.{category}", Entry.NUMBER) for category in Category]
        elif name == SALARY:
            columns.append(Column(name, Entry.YEN))
        else:
            term = VOCABULARY[name]
            columns.append(Column(name, _ENTRIES[term.kind], term.values))
    columns += [
        Column(f"residence.{name}", entry, part=Part.APPLICANT)
        for name, entry in _RESIDENCE.items()
        if name in Residence.model_fields
    ]
    return columns + [Column(f"{Part.MATTER}.{name}", Entry.TEXT, part=Part.MATTER) for name in _MATTER]


COLUMNS: Mapping[str, Column] = MappingProxyType({column.heading: column for column in _columns()})
"""Every column by its heading, in the order of a template."""
