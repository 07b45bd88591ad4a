"""The employer's page: what to check before hiring and while employing, what to report, and what is penal."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from hsp_calc.guide.statements import GuideModel, Page, Statement, load_page, names_of, wrong_names
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import Problem


class EmployerSection(StrEnum):
    """A section of the page."""

    BEFORE_HIRING = "before_hiring"
    WHILE_EMPLOYING = "while_employing"
    NOTICES = "notices"
    PENAL = "penal"


class SectionRule(GuideModel):
    """A section of the page.

    Attributes:
        title: its heading.
        statements: what it says, in order, by ids.
    """

    title: Wording
    statements: Annotated[Mapping[Identifier, Statement], Field(min_length=1)]


class Penalty(Statement):
    """A penalty, as far as the sources state it.

    Attributes:
        years: the most years.
        yen: the most yen.
    """

    years: Annotated[StrictInt, Field(ge=1)]
    yen: Annotated[StrictInt, Field(ge=1)]


class EmployerContent(Page):
    """The page, as ``employer.yaml`` carries it.

    Attributes:
        sections: its sections, in order.
        penalties: the penalties that the sources state, in order of time.
    """

    sections: Mapping[Identifier, SectionRule]
    penalties: Annotated[tuple[Penalty, ...], Field(min_length=1)]

    def penalty_on(self, day: date) -> Penalty | None:
        """The penalty for assisting illegal work that is done on a day."""
        return next((penalty for penalty in self.penalties if penalty.holds_on(day)), None)

    def penalties_by(self, day: date) -> tuple[Penalty, ...]:
        """All penalties, the one for what is done on a day first."""
        return tuple(sorted(self.penalties, key=lambda penalty: not penalty.holds_on(day)))


def load_employer(path: Path) -> EmployerContent:
    """The page of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, EmployerContent, _inconsistencies)


def _inconsistencies(page: EmployerContent) -> Iterator[Problem]:
    yield from wrong_names(page.sections, names_of(EmployerSection), "sections")
