"""The employer's page: what to check before hiring and while employing, what to report, and what is penal."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt, StrictStr, StringConstraints

from hsp_calc.guide.statements import GuideModel, Page, Statement, load_page, names_of, wrong_names
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import Problem

Month = Annotated[StrictStr, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


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
        from_month: the month from which it is reported to be in force; None if the sources name none.
        before_month: the month from which another is reported in its place; None while it is in force.
    """

    years: Annotated[StrictInt, Field(ge=1)]
    yen: Annotated[StrictInt, Field(ge=1)]
    from_month: Month | None
    before_month: Month | None


class EmployerContent(Page):
    """The page, as ``employer.yaml`` carries it.

    Attributes:
        sections: its sections, in order.
        penalties: the penalties that the sources state, in order of time.
    """

    sections: Mapping[Identifier, SectionRule]
    penalties: Annotated[tuple[Penalty, ...], Field(min_length=1)]


def load_employer(path: Path) -> EmployerContent:
    """The page of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, EmployerContent, _inconsistencies)


def _inconsistencies(page: EmployerContent) -> Iterator[Problem]:
    yield from wrong_names(page.sections, names_of(EmployerSection), "sections")
