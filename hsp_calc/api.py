"""What other Python programs may rely on: ``from hsp_calc import score``.

The names of this module and their signatures stay as they are within a major version. Everything is a pure function of
what it is given, but for the rule tables, which are those of this installation and this user, read once.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import overload

from hsp_calc.app.active_data import DataInUse
from hsp_calc.casefile import Case, Residence, load, read_case
from hsp_calc.documents import Checklist, load_documents
from hsp_calc.documents import checklist as checklist_of
from hsp_calc.engine import GateResult, Line, Scorer, ScoreSheet, Status
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.plan.advice import Advice
from hsp_calc.plan.advice import advise as advice_on
from hsp_calc.plan.plan import Plan
from hsp_calc.plan.plan import make_plan as plan_of
from hsp_calc.plan.timeline import Segment
from hsp_calc.rules import NoTableError, RuleTable, Tables, UnknownTableError
from hsp_calc.validation import InputError, Problem

Person = Case | Facts | Mapping[str, object]
"""A case, the facts of one day, or the JSON object of either."""

__all__ = [
    "Advice",
    "Case",
    "Category",
    "Checklist",
    "Facts",
    "GateResult",
    "InputError",
    "Line",
    "NoTableError",
    "Person",
    "Plan",
    "Problem",
    "Residence",
    "RuleTable",
    "ScoreSheet",
    "Segment",
    "Status",
    "Tables",
    "UnknownTableError",
    "advise",
    "checklist",
    "explain",
    "form_pdf",
    "load_case",
    "load_cases",
    "make_plan",
    "score",
    "tables",
    "timeline",
]


def load_case(path: str | Path, password: str | None = None) -> Case:
    """The one person of a file of facts or a case.

    Args:
        path: the file.
        password: of a protected case.

    Raises:
        InputError: with every problem of the file; several persons are one, a missing or wrong password another.
        OSError: it cannot be read.
    """
    cases = load_cases(path, password)
    if len(cases) > 1:
        raise InputError([Problem("several_persons", params={"count": len(cases)})], source=str(path))
    return cases[0]


def load_cases(path: str | Path, password: str | None = None) -> tuple[Case, ...]:
    """The persons of a file of facts, a case, or a list of such.

    Args:
        path: the file.
        password: of a protected case.

    Raises:
        InputError: with every problem of the file.
        OSError: it cannot be read.
    """
    return tuple(load(path, password).cases)


@overload
def score(person: Person, *, on: date, category: Category | str, table: str | None = None) -> ScoreSheet: ...


@overload
def score(
    person: Person, *, on: date, category: None = None, table: str | None = None
) -> Mapping[Category, ScoreSheet]: ...


def score(
    person: Person, *, on: date, category: Category | str | None = None, table: str | None = None
) -> ScoreSheet | Mapping[Category, ScoreSheet]:
    """The points of a person on a day, row by row.

    Args:
        person: whose.
        on: the day.
        category: the sheet that is wanted; None means all three.
        table: the id of a rule table, whatever the day; None takes the one in force.

    Returns:
        The sheet, or all three by their categories.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the day.
        UnknownTableError: no table has this id.
        ValueError: there is no such category.
    """
    asked = None if category is None else Category(category)
    facts = _case(person).profile().facts_on(on)
    found = tables()
    scorer = _scorer(found, found.on(on).id if table is None else table)
    return scorer.sheets(facts, on) if asked is None else scorer.sheet(facts, asked, on)


def make_plan(person: Person, category: Category | str, *, on: date, until: date | None = None) -> Plan:
    """The score over the years, and the routes to permanent residence.

    Args:
        person: whose.
        category: the sheet.
        on: the reference date.
        until: the day after the last to look at; None means 5 years after the reference date.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the reference date.
        ValueError: there is no such category, or ``until`` is not after ``on``.
    """
    return plan_of(_case(person), Category(category), _data().law, on, until)


def timeline(person: Person, category: Category | str, *, on: date, until: date | None = None) -> tuple[Segment, ...]:
    """The stretches of time with the same total, from 3 years before a day.

    Args:
        person: whose.
        category: the sheet.
        on: the reference date.
        until: the day after the last to look at; None means 5 years after the reference date.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the reference date.
        ValueError: there is no such category, or ``until`` is not after ``on``.
    """
    return make_plan(person, category, on=on, until=until).segments


def advise(person: Person, category: Category | str, *, on: date, target: int) -> Advice:
    """What would reach a total, fewest changes first.

    Args:
        person: who.
        category: the sheet.
        on: the reference date.
        target: the total, such as 70 or 80.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the reference date.
        ValueError: there is no such category.
    """
    return advice_on(_case(person).profile(), Category(category), _data().law.scorers, on, target)


def checklist(person: Person, category: Category | str, *, on: date, target: int | None = None) -> Checklist:
    """The documents that prove the rows that count.

    Args:
        person: whose.
        category: the sheet.
        on: the day.
        target: the fewest documents that prove so many points; None means those of all rows.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the day.
        ValueError: there is no such category.
    """
    sheet = score(person, on=on, category=Category(category))
    documents = load_documents(resources() / "reference" / "documents.yaml")
    return checklist_of(sheet, documents, tables().on(on).categories[sheet.category], target)


def form_pdf(
    person: Person, category: Category | str, *, on: date, language: str = "ja", created: date | None = None
) -> bytes:
    """The point calculation form as PDF/A: the same input, the same bytes.

    Args:
        person: whose.
        category: the form.
        on: the day of the calculation.
        language: ``ja``; ``en``, marked as a translation; or ``bilingual``.
        created: the day that the file bears; None means ``on``.

    Raises:
        InputError: what is given is wrong, or contradicts the day.
        NoTableError: no verified table is carried for the day.
        ValueError: there is no such category or language, or no font of the program has some characters of the name.
    """
    # Typst takes a moment to import, and most programs print nothing.
    from hsp_calc.output import form_options  # noqa: PLC0415
    from hsp_calc.output import form_pdf as printed  # noqa: PLC0415

    case, table = _case(person), tables().on(on)
    sheet = score(case, on=on, category=Category(category))
    options = form_options(case, table.categories[sheet.category])
    return printed(
        case,
        sheet.category,
        on,
        table=table,
        score=sheet,
        language=language,
        created=created or on,
        **options,
    )


def tables() -> Tables:
    """The rule tables in use: the program's, and those of the user that are sound and newer."""
    return _data().tables


def explain(error: InputError | NoTableError | UnknownTableError, language: str = "en") -> list[str]:
    """What is wrong in words, a sentence each, with the remedy.

    Args:
        error: what was raised.
        language: ``en`` or ``ja``.
    """
    from hsp_calc.text import (  # noqa: PLC0415  # the words are needed where something is wrong
        Translator,
        describe_error,
        describe_no_table,
        describe_unknown_table,
    )

    words = Translator.load(language)
    match error:
        case InputError():
            return describe_error(error, words)
        case NoTableError():
            return [describe_no_table(error, words)]
        case UnknownTableError():
            return [describe_unknown_table(error, words)]


def _case(person: Person) -> Case:
    if isinstance(person, Case):
        return person
    return Case.of(person) if isinstance(person, Facts) else read_case(dict(person))


def _data() -> DataInUse:
    found = DataInUse.found()
    return _read(found.resources, found.user_folder)


@lru_cache(maxsize=4)
def _read(resources: Path, user_folder: Path) -> DataInUse:
    return DataInUse(resources, user_folder)


@lru_cache(maxsize=16)
def _scorer(found: Tables, table_id: str) -> Scorer:
    return Scorer(found.named(table_id))
