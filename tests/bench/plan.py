"""The speed of the plan and of the advice."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.plan.advice import advise
from hsp_calc.plan.plan import load_law, make_plan
from hsp_calc.rules import load_tables
from tests.bench.registry import CATEGORIES, Figure, benchmark, seconds
from tests.plan.people import NOTHING, case, made_up_cases

DAY = date(2026, 11, 22)
PLAN_AIM, ADVICE_AIM = 20, 100  # milliseconds


@benchmark
def planning() -> Iterator[Figure]:
    """A whole plan of cases with much that changes: the slowest of fifty, with scorers that are new to it."""
    folder = resources() / "rules"
    tables = load_tables(folder)
    yield Figure("plan.load_law", 1_000 * seconds(lambda: load_law(folder, tables)), "milliseconds")
    people = list(made_up_cases(50, seed=42))
    for category in CATEGORIES:
        law = load_law(folder, tables)
        slowest = max(seconds(partial(make_plan, person, category, law, DAY)) for person in people)
        yield Figure(f"plan.whole.{category}", 1_000 * slowest, "milliseconds", PLAN_AIM)


@benchmark
def advising() -> Iterator[Figure]:
    """All advice of up to three changes, for whoever has every door open and years of work running: the full search."""
    folder = resources() / "rules"
    tables = load_tables(folder)
    work = [
        {"from": "2018-05-10", "to": "2020-01-31", "categories": list(Category)},
        {"from": "2021-03-01", "to": None, "categories": list(Category)},
    ]
    facts = {name: answer for name, answer in NOTHING.items() if name != "experience_years"}
    person = case(facts, {"from": "2027-07-01", "growth_project": True}, born="1990-06-15", experience=work).profile()
    for category in CATEGORIES:
        for target in (70, 80):
            law = load_law(folder, tables)
            work_out = partial(advise, person, category, law.scorers, DAY, target)
            first = seconds(work_out, repeat=1)
            yield Figure(f"advice.{target}.{category}.first_time", 1_000 * first, "milliseconds", ADVICE_AIM)
            yield Figure(f"advice.{target}.{category}", 1_000 * seconds(work_out), "milliseconds", ADVICE_AIM)
