"""Persons whose facts change over time, and a second, plain answer to every question the plan is asked."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hsp_calc.casefile import Case, read_case
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Profile
from hsp_calc.locations import resources
from hsp_calc.plan.plan import Law, load_law
from hsp_calc.plan.possible_changes import FLAGS
from hsp_calc.rules import NoTableError, load_tables
from hsp_calc.validation import InputError
from tests.engine.persons import person

ON = date(2026, 11, 22)
NOTHING: dict[str, Any] = {
    **dict.fromkeys([*FLAGS, "jica_training", "jica_used_japanese_university"], False),
    "degrees": ["bachelor"],
    "experience_years": 0,
    "annual_salary_yen": 5_000_000,
    "research": [],
    "licenses": 0,
    "position": "none",
    "japanese": "none",
}
"""A person who has answered everything and has next to nothing: all doors are open."""


@cache
def law() -> Law:
    """Everything a plan is made by, as it is carried."""
    folder = resources() / "rules"
    return load_law(folder, load_tables(folder))


def case(*history: dict[str, Any], born: str | None = None, **more: Any) -> Case:
    """A case: entries of the history, each its facts with ``from`` among them; ``arrived`` and the like of the stay."""
    experience, answers = more.pop("experience", []), more.pop("answers", None)
    entries = [{"from": facts.pop("from", None), "facts": facts} for facts in map(dict, history)]
    applicant: dict[str, Any] = {"residence": more}
    if born:
        applicant["date_of_birth"] = born
    data = {"format": "hsp-case", "version": 1, "applicant": applicant, "history": entries, "experience": experience}
    if answers is not None:
        data["permanent_residence"] = answers
    return read_case(data)


def made_up_cases(count: int, *, seed: int) -> Iterator[Case]:
    """So many cases, the same for the same seed: dated answers, periods of work that overlap, odd birthdays."""
    random = Random(seed)  # noqa: S311 - made-up persons, no secrets
    for _ in range(count):
        yield made_up_case(random)


def made_up_case(random: Random) -> Case:
    """A case with much that changes around the reference date."""
    first = person(random, ON, 0.15)
    first.pop("age", None)
    first.pop("date_of_birth", None)
    history = [first]
    for _ in range(random.randrange(5)):
        later = person(random, ON, 0.85)
        later.pop("age", None)
        later.pop("date_of_birth", None)
        history.append({"from": some_day(random, 2021, 2032).isoformat(), **later})
    experience = []
    for _ in range(random.randrange(4)):
        start = some_day(random, 2012, 2027)
        end = None if random.random() < 0.4 else (start + timedelta(days=random.randrange(1, 2500))).isoformat()
        experience.append({"from": start.isoformat(), "to": end, "categories": random.sample(list(Category), 2)})
    born = random.choice(["1996-02-29", "1988-02-29", some_day(random, 1984, 2000).isoformat()])
    arrived = some_day(random, 2018, 2027).isoformat()
    return case(*history, born=born, experience=experience, arrived=arrived)


def some_day(random: Random, first: int, last: int) -> date:
    """A day of some years; often the last of a month, or a leap day."""
    day = date(first, 1, 1) + timedelta(days=random.randrange((last - first) * 365))
    if random.random() < 0.3:
        day = day.replace(day=1) - timedelta(days=1)
    return day


def days(since: date, until: date) -> Iterator[date]:
    """Every day from one to before another."""
    return (since + timedelta(days=number) for number in range((until - since).days))


def sheet_on(profile: Profile, category: Category, day: date) -> ScoreSheet | None:
    """What the engine says of one day; None where it says nothing."""
    try:
        return law().scorers.on(day).sheet(profile.facts_on(day), category, day)
    except (NoTableError, InputError):
        return None


def same_day_before(day: date, years: int) -> date:
    """The same day some years before; 28 February where that year has no 29 February."""
    try:
        return date(day.year - years, day.month, day.day)
    except ValueError:
        return date(day.year - years, 2, 28)


def first_day(holds: Callable[[date], bool], since: date, until: date) -> date | None:
    """The first day from one to before another on which something holds."""
    return next((day for day in days(since, until) if holds(day)), None)
