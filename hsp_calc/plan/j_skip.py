"""J-Skip: who is a special highly skilled professional, without any points."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from hsp_calc.facts import Category, Facts, Profile
from hsp_calc.plan.change_days import bounds_of, change_days, value_of
from hsp_calc.plan.score_changes import Cause
from hsp_calc.plan.timeline import Run
from hsp_calc.rules import Gate, Test, Wording
from hsp_calc.rules.conditions import holds
from hsp_calc.rules.table_model import Identifier, TableId, Text
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import InputError, IsoDate, Problem


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class JSkipRequirement(_Data):
    """A requirement that any one of its alternatives meets.

    Attributes:
        id: the name of the requirement.
        ja: what it asks for.
        en: the same in English.
        any_of: the alternatives.
    """

    id: Identifier
    ja: Text
    en: Text
    any_of: Annotated[tuple[Gate, ...], Field(min_length=1)]


Requirements = Annotated[tuple[JSkipRequirement, ...], Field(min_length=1)]


class JSkip(_Data):
    """The criteria of J-Skip, as ``resources/rules/j-skip.yaml`` carries them.

    Attributes:
        id: the name of the rules.
        title: what people call them.
        since: the first day in force. Written ``from``.
        sources: ids of the sources.
        checked_on: when they were last compared with their sources.
        categories: what each category asks for, all of it.
    """

    id: TableId
    title: Wording
    since: Annotated[IsoDate, Field(alias="from")]
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    checked_on: IsoDate
    categories: Mapping[Category, Requirements]

    @model_validator(mode="after")
    def _is_whole(self) -> "JSkip":
        if missing := [category.value for category in Category if category not in self.categories]:
            raise PydanticCustomError("categories_missing", "categories", {"missing": missing})
        return self


@dataclass(frozen=True, slots=True)
class JSkipCheck:
    """Whether a person is a special highly skilled professional.

    Attributes:
        qualifies: yes, no, or not known.
        missing: the requirements that are not met.
        open: the requirements of which that is not known.
    """

    qualifies: bool | None
    missing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def load_j_skip(path: Path) -> JSkip:
    """The criteria of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
    found = document.read(JSkip)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def check_j_skip(facts: Facts, category: Category, on: date, rules: JSkip) -> JSkipCheck:
    """Whether a person meets the criteria in a category on a day; before their first day nobody does.

    Raises:
        InputError: a requirement asks for the age, and the person is not born on that day or older than anyone.
    """
    outcomes = {requirement.id: _met(requirement, facts, category, on) for requirement in rules.categories[category]}
    missing = tuple(name for name, met in outcomes.items() if met is False)
    unknown = tuple(name for name, met in outcomes.items() if met is None)
    if missing or on < rules.since:
        return JSkipCheck(False, missing, unknown)
    return JSkipCheck(None if unknown else True, (), unknown)


def j_skip_runs(profile: Profile, category: Category, rules: JSkip, *, since: date, until: date) -> tuple[Run, ...]:
    """The unbroken runs of days from one day to before another on which a person is known to meet the criteria."""
    tests: dict[str, list[Test]] = {}
    for requirement in rules.categories[category]:
        for alternative in requirement.any_of:
            for fact, test in alternative.when.items():
                tests.setdefault(fact, []).append(test)
    ages, years = bounds_of(tests.get("age", ())), bounds_of(tests.get("experience_years", ()))
    changes = {since, rules.since, *change_days(profile, category, ages=ages, years=years)}
    found: list[Run] = []
    for day in sorted(day for day in changes if since <= day < until):
        facts = profile.facts_on(day)
        try:
            check = check_j_skip(facts, category, day, rules)
        except InputError:  # not born yet, or older than anyone
            check = JSkipCheck(None)
        held = bool(found) and found[-1].until is None
        if check.qualifies and not held:
            found.append(Run(day, None))
        elif held and not check.qualifies:
            lost = [*check.missing, *check.open]
            facts_of = {r.id: next(iter(r.any_of[0].when)) for r in rules.categories[category]}
            found[-1] = Run(found[-1].since, day, tuple(Cause(name, 0, facts_of[name]) for name in lost))
    return tuple(found)


def _met(requirement: JSkipRequirement, facts: Facts, category: Category, on: date) -> bool | None:
    outcomes = [
        holds(way.when, {fact: value_of(facts, fact, category, on) for fact in way.when}) for way in requirement.any_of
    ]
    if True in outcomes:
        return True
    return None if None in outcomes else False


def _inconsistencies(rules: JSkip) -> Iterator[Problem]:
    for category, requirements in rules.categories.items():
        ids = [requirement.id for requirement in requirements]
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield Problem("duplicate_id", ("categories", category.value, index, "id"), {"id": name})
