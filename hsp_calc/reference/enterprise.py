"""Whether an institution is a small or medium-sized enterprise (marks ⑩ and ⑫), and which rule decides it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from hsp_calc.casefile.sections import Enterprise, Owner
from hsp_calc.reference.list_models import Carried, ListModel, open_document, repeated
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import Allowed, InputError, Problem, nearest

Limit = Annotated[StrictInt, Field(ge=1)]


class Industry(ListModel):
    """An industry of the definition.

    Attributes:
        id: its key.
        ja: what the definition calls it.
        en: the same in English.
        capital_limit_yen: the most capital (or total investment) of such an enterprise.
        employee_limit: the most regular employees of such an enterprise.
        comprises: the classes of the industrial classification that come under it.
    """

    id: Identifier
    ja: Text
    en: Text
    capital_limit_yen: Limit
    employee_limit: Limit
    comprises: Annotated[tuple[Wording, ...], Field(min_length=1)]


class Definition(Carried):
    """The definition of small and medium-sized enterprises.

    Attributes:
        classification: the classification that its industries follow.
        industries: the industries.
    """

    classification: Wording
    industries: Annotated[tuple[Industry, ...], Field(min_length=1)]

    def industry(self, industry_id: str) -> Industry:
        """The industry with an id.

        Raises:
            InputError: there is none.
        """
        known = [industry.id for industry in self.industries]
        if industry_id not in known:
            params = {
                "value": industry_id,
                "allowed": Allowed("choice", values=tuple(known)),
                "nearest": nearest(industry_id, known),
            }
            raise InputError([Problem("not_allowed", ("industry",), params)])
        return self.industries[known.index(industry_id)]


class Rule(StrEnum):
    """What decided."""

    CAPITAL_WITHIN = "capital_within"
    """The capital is at most the limit; the employees do not matter then."""
    EMPLOYEES_WITHIN = "employees_within"
    """The employees are at most the limit; the capital does not matter then."""
    BOTH_WITHIN = "both_within"
    BOTH_ABOVE = "both_above"
    EMPLOYEES_ABOVE = "employees_above"
    """Of a sole proprietor, of whom the employees alone are asked."""
    CAPITAL_NEEDED = "capital_needed"
    """The employees are above the limit; the capital, which is not known, decides."""
    EMPLOYEES_NEEDED = "employees_needed"
    """The capital is above the limit or does not matter; the employees, who are not known, decide."""
    BOTH_NEEDED = "both_needed"
    """Neither is known; one within its limit is enough."""


@dataclass(frozen=True, slots=True)
class EnterpriseTest:
    """The outcome of the test.

    Attributes:
        sme: whether it is such an enterprise; None if that is not known.
        rule: what decided, or what is needed to decide.
        industry: the limits that it was held against, both included.
        owner: who runs it.
    """

    sme: bool | None
    rule: Rule
    industry: Industry
    owner: Owner


def enterprise_test(
    definition: Definition, industry: str, owner: Owner, *, capital_yen: int | None = None, employees: int | None = None
) -> EnterpriseTest:
    """Whether an institution is a small or medium-sized enterprise.

    Args:
        definition: the limits.
        industry: the id of the industry of its main business.
        owner: who runs it.
        capital_yen: its capital or total investment in yen; of a sole proprietor it does not matter.
        employees: its regular employees.

    Raises:
        InputError: there is no such industry, or a number is below 0.
    """
    limits = definition.industry(industry)
    refuse_negative({"capital_yen": capital_yen, "employees": employees}.items())
    few = None if employees is None else employees <= limits.employee_limit
    if owner is Owner.SOLE_PROPRIETOR:
        rule = {True: Rule.EMPLOYEES_WITHIN, False: Rule.EMPLOYEES_ABOVE, None: Rule.EMPLOYEES_NEEDED}[few]
        return EnterpriseTest(few, rule, limits, owner)
    small = None if capital_yen is None else capital_yen <= limits.capital_limit_yen
    return EnterpriseTest(*_COMPANY[small, few], limits, owner)


_COMPANY = {
    (True, True): (True, Rule.BOTH_WITHIN),
    (True, False): (True, Rule.CAPITAL_WITHIN),
    (True, None): (True, Rule.CAPITAL_WITHIN),
    (False, True): (True, Rule.EMPLOYEES_WITHIN),
    (None, True): (True, Rule.EMPLOYEES_WITHIN),
    (False, False): (False, Rule.BOTH_ABOVE),
    (None, False): (None, Rule.CAPITAL_NEEDED),
    (False, None): (None, Rule.EMPLOYEES_NEEDED),
    (None, None): (None, Rule.BOTH_NEEDED),
}
"""By whether the capital and the employees are within their limits: capital or employees are enough."""


def kept_enterprise_test(kept: Enterprise, definition: Definition) -> EnterpriseTest | None:
    """The outcome of the test of the institution of a case; None while the industry or the owner is not known.

    Raises:
        InputError: the definition has no such industry.
    """
    if kept.industry is None or kept.owner is None:
        return None
    try:
        return enterprise_test(
            definition, kept.industry, kept.owner, capital_yen=kept.capital_yen, employees=kept.employees
        )
    except InputError as error:
        raise InputError([problem.within(Enterprise.key) for problem in error.problems]) from None


@cache
def load_definition(path: Path) -> Definition:
    """The definition of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(Definition)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def refuse_negative(numbers: Iterable[tuple[str, int | None]]) -> None:
    """Refuse numbers that cannot be.

    Raises:
        InputError: with each number below 0.
    """
    allowed = Allowed("integer", minimum=0)
    problems = [
        Problem("not_allowed", (name,), {"value": number, "allowed": allowed, "nearest": None})
        for name, number in numbers
        if number is not None and number < 0
    ]
    if problems:
        raise InputError(problems)


def _inconsistencies(found: Definition) -> Iterator[Problem]:
    yield from repeated((industry.id for industry in found.industries), "industries", "id")
