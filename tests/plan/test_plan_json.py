"""The JSON objects that scripts rely on."""

import json
from datetime import date
from typing import Any

from hsp_calc.facts import Category
from hsp_calc.plan.advice import advise
from hsp_calc.plan.events import events
from hsp_calc.plan.plan import make_plan
from hsp_calc.plan.plan_json import advice_data, plan_data
from tests.plan.people import NOTHING, ON, case, law

TECHNICAL = Category.TECHNICAL
N1_LATER = (
    {"degrees": ["bachelor"], "annual_salary_yen": 10_000_000, "experience_years": 5, "japanese": "none"},
    {"from": "2025-06-01", "japanese": "n2"},
    {"from": "2026-01-28", "japanese": "n1"},
)


def test_a_plan_has_the_keys_that_scripts_rely_on() -> None:
    person = case(*N1_LATER, born="1988-06-15", arrived="2018-04-01")
    plan = make_plan(person, TECHNICAL, law(), ON)
    data = json.loads(json.dumps(plan_data(plan, events(plan, person.applicant.residence, law().guideline))))
    assert (data["on"], data["until"], data["category"]) == ("2026-11-22", "2031-11-22", "technical")
    assert data["timeline"][:2] == [
        {"from": "2023-11-22", "to": "2025-06-01", "total": 65, "eligible": False, "because": []},
        {
            "from": "2025-06-01",
            "to": "2026-01-28",
            "total": 75,
            "eligible": True,
            "because": [{"criterion": "japanese_n2", "points": 10, "fact": "japanese"}],
        },
    ]
    first, second, third = data["routes"]
    assert {key: first[key] for key in ("id", "threshold", "years", "earliest", "kept_since", "lost_on")} == {
        "id": "points_80",
        "threshold": 80,
        "years": 1,
        "earliest": "2027-01-28",
        "kept_since": "2026-01-28",
        "lost_on": "2028-06-15",
    }
    assert first["lost_because"] == [{"criterion": "age_35_39", "points": -5, "fact": "age"}]
    assert {"id": "period_of_stay", "passed": None} in first["conditions"]
    assert (second["id"], second["years"], third["id"], third["threshold"]) == ("points_70", 3, "j_skip", None)
    assert data["j_skip"] == {
        "qualifies": False,
        "missing": ["degree_or_experience", "salary"],
        "unknown": [],
    }
    assert data["dates"][0] == {
        "on": "2027-01-28",
        "kind": "earliest",
        "ids": ["points_80"],
        "points": 0,
        "total": None,
    }


def test_days_without_a_score_are_null() -> None:
    plan = make_plan(case({"degrees": ["doctor"]}), TECHNICAL, law(), date(2017, 6, 1))
    data: Any = plan_data(plan)
    assert data["timeline"][0] == {
        "from": "2014-06-01",
        "to": "2015-04-01",
        "total": None,
        "eligible": None,
        "because": [],
    }


def test_advice_has_the_keys_that_scripts_rely_on() -> None:
    facts = NOTHING | {"age": 36, "degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2"}
    advice = advise(case(facts).profile(), TECHNICAL, law().scorers, ON, 75)
    data = json.loads(json.dumps(advice_data(advice)))
    assert (data["target"], data["current"], data["reached"]) == (75, 70, False)
    assert data["suggestions"][0] == {
        "changes": [{"fact": "japanese", "from": "n2", "to": "n1", "kind": "exam", "alternatives": []}],
        "gain": 5,
        "total": 75,
        "kind": "exam",
        "on": None,
        "evidence": ["⑮"],
    }
    with_days: Any = advice_data(advice, lambda _: {"points_80": date(2027, 11, 22), "points_70": None})
    assert with_days["suggestions"][0]["permanent_residence"] == {
        "points_80": "2027-11-22",
        "points_70": None,
    }
