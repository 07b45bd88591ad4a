"""The routes to permanent residence, against a search day by day, and their conditions."""

from datetime import date, timedelta

import pytest

from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.plan.j_skip import check_j_skip
from hsp_calc.plan.plan import Plan, make_plan
from hsp_calc.plan.routes import Route
from hsp_calc.rules import NoTableError
from hsp_calc.validation import InputError
from tests.plan.people import NOTHING, ON, case, days, first_day, law, made_up_cases, same_day_before, sheet_on

TECHNICAL = Category.TECHNICAL
ALWAYS_85 = {"degrees": ["doctor"], "annual_salary_yen": 10_000_000, "japanese": "n1"}
BORN = "1980-01-01"


def plan_of(person: Case, on: date = ON, category: Category = TECHNICAL) -> Plan:
    return make_plan(person, category, law(), on)


def route_of(name: str, person: Case, on: date = ON) -> Route:
    return next(route for route in plan_of(person, on).routes if route.id == name)


def passed(route: Route, condition: str) -> bool | None:
    return next(result.passed for result in route.conditions if result.id == condition)


def met_days(person: Case, category: Category, threshold: int | None, since: date, until: date) -> set[date]:
    """The days on which the engine itself says that the points and gates are met."""
    profile = person.profile()
    found = set()
    for day in days(since, until):
        if threshold is None:
            met = check_j_skip(profile.facts_on(day), category, day, law().j_skip).qualifies is True
        else:
            sheet = sheet_on(profile, category, day)
            met = sheet is not None and sheet.total >= threshold and all(gate.passed for gate in sheet.gates)
        if met:
            found.add(day)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_the_earliest_day_is_that_of_a_search_day_by_day(seed: int) -> None:
    (person,) = made_up_cases(1, seed=seed)
    category, on = list(Category)[seed % 3], ON + timedelta(days=seed * 11)
    until = on + timedelta(days=900)
    plan = make_plan(person, category, law(), on, until)
    arrived = person.applicant.residence.arrived
    assert arrived is not None
    for route in plan.routes:
        met = met_days(person, category, route.threshold, same_day_before(on, route.years), until)

        def is_open(
            day: date, met: set[date] = met, years: int = route.years, both_ends: bool = route.id == "j_skip"
        ) -> bool:
            start = same_day_before(day, years)
            asked = {start, day} if both_ends else set(days(start, day + timedelta(days=1)))
            return arrived <= start and asked <= met

        assert route.earliest == first_day(is_open, on, until)
        lost = (day for day in days(on + timedelta(days=1), until) if day not in met and day - timedelta(days=1) in met)
        assert route.lost_on == next(lost, None)
        if on not in met:
            assert route.kept_since is None
        else:
            assert route.kept_since is not None
            assert set(days(max(route.kept_since, same_day_before(on, route.years)), on)) <= met
            assert route.kept_since - timedelta(days=1) not in met


def test_routes_that_lie_together_have_the_shorter_first() -> None:
    assert [(route.id, route.threshold, route.years) for route in plan_of(case(ALWAYS_85, born=BORN)).routes] == [
        ("points_80", 80, 1),
        ("points_70", 70, 3),
        ("j_skip", None, 1),
    ]


@pytest.mark.parametrize(
    ("years", "on", "expected"),
    [
        (3, "2027-03-31", True),
        (3, "2027-04-01", None),  # it will do for some
        (1, "2027-04-01", False),
        (5, "2027-03-31", True),
        (5, "2027-04-01", True),
        (1, "2027-03-31", False),
        (2.5, "2027-03-31", False),
        (None, "2027-03-31", None),
        (None, "2027-04-01", None),
    ],
)
def test_the_period_of_stay_is_judged_by_the_day(years: float | None, on: str, expected: bool | None) -> None:
    person = case(ALWAYS_85, born=BORN, period_years=years, arrived="2018-04-01")
    route = route_of("points_80", person, date.fromisoformat(on))
    assert route.earliest == date.fromisoformat(on)
    assert passed(route, "period_of_stay") is expected
    assert ("period_of_stay" in route.missing) is (expected is False)


def test_the_period_of_stay_is_judged_for_the_day_of_the_application() -> None:
    arrived = {"arrived": "2026-04-01", "period_years": 3}
    route = route_of("points_80", case(ALWAYS_85, born=BORN, **arrived))
    assert (route.earliest, route.judged_on) == (date(2027, 4, 1), date(2027, 4, 1))
    assert passed(route, "period_of_stay") is None
    route = route_of("points_80", case(ALWAYS_85, born=BORN, **arrived | {"arrived": "2026-03-31"}))
    assert route.earliest == date(2027, 3, 31)
    assert passed(route, "period_of_stay") is True


def test_a_stay_without_limit_is_the_longest() -> None:
    person = case(ALWAYS_85, born=BORN, status="高度専門職2号", arrived="2018-04-01")
    assert passed(route_of("points_80", person), "period_of_stay") is True


def test_what_only_the_person_knows_is_unknown() -> None:
    route = route_of("points_80", case(ALWAYS_85, born=BORN, arrived="2018-04-01"))
    for name in ("taxes", "pension", "health_insurance", "work_status", "landing_criteria"):
        assert passed(route, name) is None
    assert route.missing == ()


def test_without_the_arrival_the_day_is_known_by_points_alone() -> None:
    route = route_of("points_80", case(ALWAYS_85, born=BORN))
    assert (route.earliest, route.earliest_by_points, route.judged_on) == (None, ON, ON)
    assert passed(route, "residence") is None
    assert passed(route, "points_kept") is True
    assert route.point_forms_for == ()


@pytest.mark.parametrize(
    ("facts", "missing", "short_by", "kept"),
    [
        (ALWAYS_85, (), 0, True),
        (NOTHING | ALWAYS_85 | {"japanese": "none"}, ("points",), 10, False),
        (ALWAYS_85 | {"japanese": "none"}, ("points",), 10, None),  # much is not answered yet
        (ALWAYS_85 | {"annual_salary_yen": 2_999_999}, ("points", "minimum_salary"), 35, False),
        ({"degrees": ["doctor"], "japanese": "n1"}, ("points", "minimum_salary"), 35, None),
    ],
)
def test_what_is_missing_is_named(
    facts: dict[str, object], missing: tuple[str, ...], short_by: int, kept: bool | None
) -> None:
    route = route_of("points_80", case(facts, born=BORN, arrived="2018-04-01"))
    assert (route.missing, route.short_by, passed(route, "points_kept")) == (missing, short_by, kept)


def test_time_is_missing_while_the_period_is_not_full() -> None:
    later = {"from": "2026-01-28", "japanese": "n1"}
    person = case(ALWAYS_85 | {"japanese": "none"}, later, born=BORN, arrived="2026-02-01")
    route = route_of("points_80", person)
    assert route.missing == ("time", "residence")
    assert route.earliest == date(2027, 2, 1)
    assert route.point_forms_for == (date(2027, 2, 1), date(2026, 2, 1))


def test_each_route_has_its_own_papers() -> None:
    papers = {r.id: {paper.id for paper in r.papers} for r in plan_of(case(ALWAYS_85, born=BORN)).routes}
    assert {"resident_tax_1", "insurance_1", "point_forms"} <= papers["points_80"]
    assert {"resident_tax_3", "insurance_2", "point_forms"} <= papers["points_70"]
    assert "j_skip_proof" in papers["j_skip"]
    assert "point_forms" not in papers["j_skip"]


@pytest.mark.parametrize(
    ("category", "facts", "qualifies", "missing", "unknown"),
    [
        ("technical", {"degrees": ["master"], "annual_salary_yen": 20_000_000}, True, [], []),
        ("technical", {"degrees": ["master"], "annual_salary_yen": 19_999_999}, False, ["salary"], []),
        ("academic", {"degrees": ["bachelor"], "experience_years": 10, "annual_salary_yen": 20_000_000}, True, [], []),
        (
            "academic",
            {"degrees": ["bachelor"], "experience_years": 9.9, "annual_salary_yen": 20_000_000},
            False,
            ["degree_or_experience"],
            [],
        ),
        ("academic", {"degrees": ["bachelor"], "annual_salary_yen": 20_000_000}, None, [], ["degree_or_experience"]),
        ("academic", {"degrees": ["mba_mot"]}, None, [], ["salary"]),
        ("management", {"experience_years": 5, "annual_salary_yen": 40_000_000}, True, [], []),
        (
            "management",
            {"experience_years": 4.99, "annual_salary_yen": 39_999_999},
            False,
            ["experience", "salary"],
            [],
        ),
        ("management", {"degrees": ["doctor"], "annual_salary_yen": 40_000_000}, None, [], ["experience"]),
    ],
)
def test_j_skip_needs_no_points(
    category: str, facts: dict[str, object], qualifies: bool | None, missing: list[str], unknown: list[str]
) -> None:
    check = plan_of(case(facts), category=Category(category)).j_skip
    assert (check.qualifies, list(check.missing), list(check.open)) == (qualifies, missing, unknown)


def test_nobody_met_the_criteria_of_j_skip_before_there_were_any() -> None:
    person = case({"degrees": ["master"], "annual_salary_yen": 20_000_000}, born=BORN, arrived="2018-04-01")
    assert plan_of(person, date(2023, 4, 20)).j_skip.qualifies is False
    assert plan_of(person, date(2023, 4, 21)).j_skip.qualifies is True
    assert route_of("j_skip", person, date(2023, 6, 1)).earliest == date(2024, 4, 21)


HIGHLY_SKILLED = "高度専門職１号ロ"


@pytest.mark.parametrize(
    ("status", "since", "facts", "expected"),
    [
        (HIGHLY_SKILLED, "2023-11-22", ALWAYS_85, (True, (), ON)),
        (HIGHLY_SKILLED, "2023-11-23", ALWAYS_85, (False, ("time",), date(2026, 11, 23))),
        (HIGHLY_SKILLED, "2023-11-22", ALWAYS_85 | {"annual_salary_yen": 4_000_000}, (False, ("points",), None)),
        (HIGHLY_SKILLED, "2025-11-22", ALWAYS_85 | {"annual_salary_yen": 20_000_000}, (True, (), ON)),
        (HIGHLY_SKILLED, None, ALWAYS_85, (None, ("since",), None)),
        ("技術・人文知識・国際業務", "2020-01-01", ALWAYS_85, (False, ("status",), None)),
        ("", "2020-01-01", ALWAYS_85, (None, ("status",), None)),
        ("HSP (i)(b)", "2023-11-22", ALWAYS_85, (True, (), ON)),
        ("高度専門職2号", None, ALWAYS_85, (True, (), ON)),
    ],
)
def test_the_second_status_comes_after_three_years_or_one_with_j_skip(
    status: str, since: str | None, facts: dict[str, object], expected: tuple[object, ...]
) -> None:
    check = plan_of(case(facts, born=BORN, status=status, since=since)).second_status
    assert (check.qualifies, check.missing, check.earliest) == expected


def test_a_plan_needs_a_table_a_living_person_and_days() -> None:
    person = case(ALWAYS_85, born=BORN)
    with pytest.raises(NoTableError):
        plan_of(person, date(2015, 3, 31))
    with pytest.raises(InputError):
        plan_of(case(ALWAYS_85, born="2027-01-01"))
    with pytest.raises(ValueError, match="not after"):
        make_plan(person, TECHNICAL, law(), ON, ON)


def test_a_shorter_plan_finds_nothing_beyond_its_end() -> None:
    person = case(ALWAYS_85, born=BORN, arrived="2026-01-01")
    for days_more, expected in ((0, None), (1, date(2027, 1, 1))):
        until = date(2027, 1, 1) + timedelta(days=days_more)
        assert make_plan(person, TECHNICAL, law(), ON, until).routes[0].earliest == expected
