"""The whole plan of a person: the score over time, the routes to permanent residence, the checks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hsp_calc.casefile import Case, ConditionAnswers
from hsp_calc.facts import Category
from hsp_calc.plan.change_days import years_after, years_before
from hsp_calc.plan.guideline import GUIDELINE_FILE, Guideline, StatusGroup, load_guideline
from hsp_calc.plan.j_skip import JSkip, JSkipCheck, check_j_skip, j_skip_runs, load_j_skip
from hsp_calc.plan.routes import Route, SecondStatusCheck, Situation, check_second_status, find_routes
from hsp_calc.plan.score_changes import Scored
from hsp_calc.plan.scorers import Scorers
from hsp_calc.plan.timeline import YEARS_AHEAD, YEARS_BACK, ScoreTimeline, Segment
from hsp_calc.rules import Tables


@dataclass(frozen=True, slots=True)
class Law:
    """Everything that a plan is made by.

    Attributes:
        scorers: the rule tables carried, ready to be asked.
        guideline: the routes to permanent residence.
        j_skip: the criteria of J-Skip.
    """

    scorers: Scorers
    guideline: Guideline
    j_skip: JSkip


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a person in a category.

    Attributes:
        on: the reference date.
        until: the day after the last that is looked at.
        category: the sheet.
        now: the score on the reference date.
        course: the score over time, from the first day of any table on.
        segments: the totals, from 3 years before the reference date.
        routes: the routes to permanent residence.
        j_skip: whether the person needs no points at all.
        second_status: whether the person can change to Highly Skilled Professional (ii).
        present: the present status of residence; None where it is not entered, or not known.
    """

    on: date
    until: date
    category: Category
    now: Scored
    course: ScoreTimeline
    segments: tuple[Segment, ...]
    routes: tuple[Route, ...]
    j_skip: JSkipCheck
    second_status: SecondStatusCheck
    present: StatusGroup | None


def load_law(folder: Path, tables: Tables, guideline: Guideline | None = None) -> Law:
    """The law of a folder of rules, with the tables already read from it.

    Args:
        folder: the folder.
        tables: the rule tables.
        guideline: the guideline, where another than that of the folder is in use.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    guideline = guideline or load_guideline(folder / GUIDELINE_FILE)
    return Law(Scorers(tables), guideline, load_j_skip(folder / "j-skip.yaml"))


def make_plan(case: Case, category: Category, law: Law, on: date, until: date | None = None) -> Plan:
    """The plan of a person.

    Args:
        case: the person.
        category: the sheet.
        law: everything it is made by.
        on: the reference date.
        until: the day after the last to look at; otherwise 5 years after the reference date, or the last day of the
            calendar.

    Raises:
        NoTableError: no verified table is carried for the reference date.
        InputError: the person is not born on the reference date, or older than anyone.
        ValueError: ``until`` is not after the reference date.
    """
    end = years_after(on, YEARS_AHEAD) if until is None else until
    if until is not None and until <= on:
        raise ValueError(f"{until} is not after {on}")
    profile = case.profile()
    scorer = law.scorers.on(on)
    facts = profile.facts_on(on)
    now = Scored(facts, scorer.sheet(facts, category, on), scorer.table.categories[category])
    window = years_before(on, YEARS_BACK)
    first = min(window, law.scorers.tables.first_day)
    course = ScoreTimeline(profile, category, law.scorers, since=first, until=end)
    situation = Situation(
        course=course,
        now=now,
        j_skip=check_j_skip(facts, category, on, law.j_skip),
        j_skip_runs=j_skip_runs(profile, category, law.j_skip, since=first, until=end),
        residence=case.applicant.residence,
        answers=case.permanent_residence or ConditionAnswers(),
        scorers=law.scorers,
        j_skip_rules=law.j_skip,
        on=on,
    )
    return Plan(
        on=on,
        until=end,
        category=category,
        now=now,
        course=course,
        segments=course.segments(window),
        routes=find_routes(situation, law.guideline),
        j_skip=situation.j_skip,
        second_status=check_second_status(situation, law.guideline),
        present=law.guideline.status(case.applicant.residence.status),
    )
