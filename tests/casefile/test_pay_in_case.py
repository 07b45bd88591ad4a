"""What a contract pays is stored with the case."""

import json
from typing import Any

import pytest

from hsp_calc.casefile import Case, case_bytes, parse_json, read_case
from hsp_calc.validation import InputError
from tests.casefile.conftest import SAMPLE

PAY: dict[str, Any] = {
    "items": [
        {"kind": "base", "yen": 450_000, "note": "契約書"},
        {"kind": "bonus", "yen": 900_000, "per": "year"},
        {"kind": "housing_allowance", "yen": 30_000, "taxed": True, "payer": "kept"},
    ],
    "contract": {"kept": True},
}


def test_the_pay_comes_back_as_it_was() -> None:
    case = read_case(SAMPLE | {"pay": PAY})
    assert case.pay is not None
    assert case.pay.counted().yearly_yen == 450_000 * 12 + 900_000 + 30_000 * 12
    assert read_case(parse_json(case_bytes(case))) == case


def test_fields_that_this_version_does_not_know_are_kept() -> None:
    written = json.loads(case_bytes(read_case(SAMPLE | {"pay": PAY})))["pay"]
    assert written["contract"] == {"kept": True}
    assert written["items"][2]["payer"] == "kept"


def test_a_case_without_pay_says_nothing_of_it() -> None:
    assert read_case(SAMPLE).pay is None
    assert "pay" not in json.loads(case_bytes(Case()))


def test_every_problem_is_reported_with_its_place() -> None:
    pay = {
        "items": [{"kind": "wage", "yen": 1}, {"kind": "base", "yen": 1.5}, {"kind": "base", "yen": 1, "taxed": True}]
    }
    with pytest.raises(InputError) as caught:
        read_case(SAMPLE | {"pay": pay})
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [
        ("not_allowed", "pay.items[0].kind"),
        ("not_allowed", "pay.items[1].yen"),
        ("tax_not_asked", "pay.items[2]"),
    ]


def test_years_beyond_all_measure_are_written_so_that_they_are_read_again() -> None:
    case = read_case({"experience_years": {"academic": 1e300, "technical": 999999999999999999, "management": 5}})
    assert read_case(parse_json(case_bytes(case))) == case
    assert json.loads(case_bytes(case))["history"][0]["facts"]["experience_years"]["management"] == 5
