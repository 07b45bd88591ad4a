"""The columns that a list of persons may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.facts import VOCABULARY, Category, Facts, Kind

EXPERIENCE = "experience_years"
NOTHING = "none"
"""What is written for a list that is answered and empty; an empty cell is not answered."""


class Entry(StrEnum):
    """What is entered in the cells of a column."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        heading: the name of the field, with dots where it stands in another.
        entry: what is entered in it.
        values: what may be chosen from.
        of_facts: whether it is a fact; otherwise it says who the applicant is.
        in_template: whether a template has it.
    """

    heading: str
    entry: Entry
    values: tuple[str, ...] = ()
    of_facts: bool = True
    in_template: bool = True

    @property
    def steps(self) -> tuple[str, ...]:
        """The names from the outside in."""
        return tuple(self.heading.split("."))


_ENTRIES = {Kind.FLAG: Entry.FLAG, Kind.CHOICE: Entry.CHOICE, Kind.CHOICES: Entry.CHOICES, Kind.NUMBER: Entry.WHOLE}
_NAMES = {"name": Entry.TEXT, "name_ja": Entry.TEXT, "nationality": Entry.TEXT}
_RESIDENCE = {
    "residence.status": Entry.TEXT,
    "residence.since": Entry.DAY,
    "residence.period_years": Entry.NUMBER,
    "residence.arrived": Entry.DAY,
}


def _columns() -> list[Column]:
    columns = [Column(heading, entry, of_facts=False) for heading, entry in _NAMES.items()]
    for name in Facts.model_fields:
        if name == "date_of_birth":
            columns.append(Column(name, Entry.DAY))
        elif name == EXPERIENCE:
            columns.append(Column(name, Entry.NUMBER, in_template=False))
            columns += [Column(f"{name}.{category}", Entry.NUMBER) for category in Category]
        else:
            term = VOCABULARY[name]
            columns.append(Column(name, _ENTRIES[term.kind], term.values))
    return columns + [Column(heading, entry, of_facts=False) for heading, entry in _RESIDENCE.items()]


COLUMNS: Mapping[str, Column] = MappingProxyType({column.heading: column for column in _columns()})
"""Every column by its heading, in the order of a template."""
