"""Benefits: what the statuses give, side by side, with the conditions checked for a case."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc.casefile.sections import Household
from hsp_calc.facts import Facts
from hsp_calc.guide.statements import (
    GuideModel,
    Page,
    Questions,
    Statement,
    load_page,
    names_of,
    wrong_names,
    wrong_questions,
)
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import Problem, nearest


class BenefitsColumn(StrEnum):
    """A status, or what comes near to one."""

    ORDINARY = "ordinary"
    HSP_1 = "hsp_1"
    HSP_2 = "hsp_2"
    J_SKIP = "j_skip"
    PERMANENT_RESIDENT = "permanent_resident"


class BenefitKey(StrEnum):
    """What is compared."""

    STAY = "stay"
    ACTIVITIES = "activities"
    SPOUSE = "spouse"
    PARENTS = "parents"
    DOMESTIC_WORKER = "domestic_worker"
    PROCESSING = "processing"
    PERMANENT_RESIDENCE = "permanent_residence"
    CHANGE_OF_EMPLOYER = "change_of_employer"
    REVOCATION = "revocation"


class BenefitCondition(Statement):
    """A condition of a benefit; exactly one of the three is asked.

    Attributes:
        at_least: a number that is asked for, and what it must be at least.
        any_of: questions of which one must be answered with yes.
        all_of: questions that must all be answered with yes.
    """

    at_least: Annotated[Mapping[Identifier, StrictInt], Field(max_length=1)] = Field(default_factory=dict)
    any_of: tuple[Identifier, ...] = ()
    all_of: tuple[Identifier, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """What it asks."""
        return (*self.at_least, *self.any_of, *self.all_of)

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "BenefitCondition":
        if bool(self.at_least) + bool(self.any_of) + bool(self.all_of) != 1:
            raise PydanticCustomError("test_unclear", "not one test")
        return self


class CellRule(Statement):
    """What a status gives.

    Attributes:
        conditions: ids of the conditions, all of which must be met.
        one_of: ids of conditions of which one must be met beside them; none are asked where it is empty.
    """

    conditions: tuple[Identifier, ...] = ()
    one_of: tuple[Identifier, ...] = ()


class RowRule(GuideModel):
    """What is compared.

    Attributes:
        title: its name.
        cells: what each status gives; None where the sources do not say.
    """

    title: Wording
    cells: Mapping[Identifier, CellRule | None]


class BenefitsContent(Page):
    """The comparison, as ``benefits.yaml`` carries it.

    Attributes:
        not_said: what stands where the sources do not say.
        columns: the names of the statuses.
        questions: what the conditions ask.
        conditions: the conditions, by ids.
        rows: what is compared, in order.
        remarks: what the rows have no place for.
    """

    not_said: Statement
    columns: Mapping[Identifier, Wording]
    questions: Questions
    conditions: Mapping[Identifier, BenefitCondition]
    rows: Mapping[Identifier, RowRule]
    remarks: Annotated[tuple[Statement, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Checked:
    """A condition, checked for a case.

    Attributes:
        id: the condition.
        said: it in words.
        met: yes, no, or None while that is not known.
    """

    id: str
    said: Statement
    met: bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a status gives in this case.

    Attributes:
        column: the status.
        said: what it gives, or that the sources do not say.
        is_said: whether the sources say anything.
        conditions: its conditions.
        one_of: the conditions of which one is enough beside them.
        met: whether they are; None while that is not known, or where the sources do not say.
    """

    column: BenefitsColumn
    said: Statement
    is_said: bool
    conditions: tuple[Checked, ...]
    one_of: tuple[Checked, ...]
    met: bool | None


@dataclass(frozen=True, slots=True)
class BenefitsRow:
    """A row of the comparison.

    Attributes:
        row: what is compared.
        title: its name.
        cells: one a status, in the order of ``BenefitsColumn``.
    """

    row: BenefitKey
    title: Wording
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Benefits:
    """The comparison for a case.

    Attributes:
        columns: the names of the statuses, in order.
        rows: what is compared, in order.
        remarks: what the rows have no place for.
        open: the questions whose answers would decide a condition, in order.
        checked_on: when all of it was checked.
        notice: that this is no legal advice.
    """

    columns: Mapping[BenefitsColumn, Wording]
    rows: tuple[BenefitsRow, ...]
    remarks: tuple[Statement, ...]
    open: tuple[str, ...]
    checked_on: date
    notice: Statement


def load_benefits(path: Path) -> BenefitsContent:
    """The page of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, BenefitsContent, _inconsistencies)


def _inconsistencies(page: BenefitsContent) -> Iterator[Problem]:
    yield from wrong_names(page.columns, names_of(BenefitsColumn), "columns")
    yield from wrong_questions(page.questions, Household, "questions")
    yield from wrong_names(page.rows, names_of(BenefitKey), "rows")
    for name, condition in page.conditions.items():
        for fact in condition.questions:
            if fact not in page.questions:
                near = nearest(fact, page.questions)
                params = {"name": fact, "nearest": near, "known": tuple(page.questions)}
                yield Problem("unknown_field", ("conditions", name), params)
    for name, row in page.rows.items():
        yield from wrong_names(row.cells, names_of(BenefitsColumn), "rows", name, "cells")
        for column, cell in row.cells.items():
            for index, condition_id in enumerate(() if cell is None else (*cell.conditions, *cell.one_of)):
                if condition_id not in page.conditions:
                    near = nearest(condition_id, page.conditions)
                    params = {"name": condition_id, "nearest": near, "known": tuple(page.conditions)}
                    yield Problem("unknown_field", ("rows", name, "cells", column, "conditions", index), params)


def compare_benefits(household: Household, page: BenefitsContent, facts: Facts | None = None) -> Benefits:
    """The comparison, with the conditions checked.

    Args:
        household: what was answered.
        page: the comparison.
        facts: of the case. The income of the household is at least the applicant's own pay, so that a condition that
            the pay reaches alone is met without asking.
    """
    own_pay = None if facts is None else facts.annual_salary_yen
    checked = {
        name: Checked(name, condition, _met(condition, household, own_pay))
        for name, condition in page.conditions.items()
    }
    open_questions = {
        question
        for name, condition in page.conditions.items()
        if checked[name].met is None
        for question in condition.questions
        if getattr(household, question) is None
    }
    rows = tuple(
        BenefitsRow(
            row,
            page.rows[row].title,
            tuple(_cell(column, page.rows[row].cells[column], checked, page) for column in BenefitsColumn),
        )
        for row in BenefitKey
    )
    return Benefits(
        {column: page.columns[column] for column in BenefitsColumn},
        rows,
        page.remarks,
        tuple(question for question in page.questions if question in open_questions),
        page.checked_on,
        page.notice,
    )


def _cell(column: BenefitsColumn, rule: CellRule | None, checked: Mapping[str, Checked], page: BenefitsContent) -> Cell:
    if rule is None:
        return Cell(column, page.not_said, False, (), (), None)
    conditions = tuple(checked[name] for name in rule.conditions)
    one_of = tuple(checked[name] for name in rule.one_of)
    outcomes = [*(each.met for each in conditions), *([_any(each.met for each in one_of)] if one_of else [])]
    return Cell(column, rule, True, conditions, one_of, _all(outcomes))


def _met(condition: BenefitCondition, household: Household, own_pay: int | None) -> bool | None:
    for name, least in condition.at_least.items():
        number: int | None = getattr(household, name)
        if number is None:
            reached_alone = name == "household_income_yen" and own_pay is not None and own_pay >= least
            return True if reached_alone else None
        return number >= least
    if condition.all_of:
        return _all(getattr(household, name) for name in condition.all_of)
    return _any(getattr(household, name) for name in condition.any_of)


def _any(outcomes: Iterable[bool | None]) -> bool | None:
    found = list(outcomes)
    if True in found:
        return True
    return None if None in found else False


def _all(outcomes: Iterable[bool | None]) -> bool | None:
    found = list(outcomes)
    if False in found:
        return False
    return None if None in found else True
