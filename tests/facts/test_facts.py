"""``Facts`` take what the contract allows, and refuse the rest with the name, the value and what is allowed."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.facts import VOCABULARY, Category, FactKind, Facts
from hsp_calc.validation import Allowed, InputError, Problem
from tests.facts.strategies import born_persons, persons

FIELDS = [
    "date_of_birth",
    "age",
    "degrees",
    "multiple_fields",
    "experience_years",
    "annual_salary_yen",
    "research",
    "licenses",
    "position",
    "innovation_support",
    "sme",
    "local_government_support",
    "rd_ratio_over_3pct",
    "foreign_qualification",
    "japanese_degree",
    "japanese",
    "growth_project",
    "designated_university",
    "jica_training",
    "jica_used_japanese_university",
    "investment_100m",
    "asset_management",
]


def refusal(data: object) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        Facts.read(data)
    return caught.value.problems


def test_the_fields_are_those_of_the_contract() -> None:
    assert list(Facts.model_fields) == FIELDS


def test_rules_may_speak_of_every_field_but_the_date_of_birth() -> None:
    assert set(VOCABULARY) == set(FIELDS) - {"date_of_birth"}
    assert all((term.kind in {FactKind.CHOICE, FactKind.CHOICES}) == bool(term.values) for term in VOCABULARY.values())


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_may_be_absent_or_null(field: str) -> None:
    assert getattr(Facts.read({}), field) is None
    assert Facts.read({field: None}) == Facts.read({})
    assert Facts.read({field: None}).written() == {}


@given(st.one_of(persons, born_persons))
def test_what_is_written_reads_as_the_same(person: dict[str, Any]) -> None:
    facts = Facts.read(person)
    assert Facts.read(facts.written()) == facts
    assert Facts.read(facts.written()).written() == facts.written()
    assert list(facts.written()) == sorted(facts.written(), key=lambda n: (n == "experience_years", FIELDS.index(n)))


@given(persons)
def test_what_is_written_says_what_was_read(person: dict[str, Any]) -> None:
    written = Facts.read(person).written()
    for name in person.keys() - {"degrees", "research", "experience_years"}:
        assert written[name] == person[name]
    for name in person.keys() & {"degrees", "research"}:
        assert sorted(written[name]) == sorted(person[name])


def test_an_empty_list_is_an_answer() -> None:
    assert Facts.read({"degrees": [], "research": []}).written() == {"degrees": [], "research": []}


def test_lists_are_written_in_the_order_of_the_contract() -> None:
    assert Facts.read({"degrees": ["doctor", "bachelor"]}).written() == {"degrees": ["bachelor", "doctor"]}


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (5, [5, 5, 5]),
        (5.5, [5.5, 5.5, 5.5]),
        (0, [0, 0, 0]),
        ({"technical": 5}, [None, 5, None]),
        ({"academic": 1, "technical": 2.5, "management": 3}, [1, 2.5, 3]),
        ({"academic": None}, [None, None, None]),
        ({}, [None, None, None]),
    ],
)
def test_experience_is_one_number_or_one_a_category(years: object, expected: list[float | None]) -> None:
    facts = Facts.read({"experience_years": years})
    assert [facts.experience_in(category) for category in Category] == expected


@pytest.mark.parametrize("years", [5, 5.5, {"academic": 1, "management": 2.5}])
def test_experience_is_written_as_it_was_read(years: object) -> None:
    assert Facts.read({"experience_years": years}).written() == {"experience_years": years}


BOOLEAN = Allowed("boolean")
DATE = Allowed("date")


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("sme", 1, BOOLEAN),
        ("sme", "yes", BOOLEAN),
        ("sme", "true", BOOLEAN),
        ("multiple_fields", [], BOOLEAN),
        ("age", -1, Allowed("integer", 0, 120)),
        ("age", 121, Allowed("integer", 0, 120)),
        ("age", 29.5, Allowed("integer", 0, 120)),
        ("age", "29", Allowed("integer", 0, 120)),
        ("age", True, Allowed("integer", 0, 120)),
        ("annual_salary_yen", -1, Allowed("integer", 0)),
        ("annual_salary_yen", 8.5e6, Allowed("integer", 0)),
        ("annual_salary_yen", "8,000,000", Allowed("integer", 0)),
        ("licenses", -1, Allowed("integer", 0)),
        ("licenses", False, Allowed("integer", 0)),
        ("date_of_birth", "1993-5-12", DATE),
        ("date_of_birth", "19930512", DATE),
        ("date_of_birth", "1993-02-30", DATE),
        ("date_of_birth", "1993-05-12T00:00:00", DATE),
        ("date_of_birth", "12.05.1993", DATE),
        ("date_of_birth", "1993-W01-1", DATE),
        ("date_of_birth", "１９９３-05-12", DATE),
        ("date_of_birth", 19930512, DATE),
        ("date_of_birth", "", DATE),
        ("japanese", "N3", Allowed("choice", values=("none", "n2", "n1", "japanese_major"))),
        ("japanese", True, Allowed("choice", values=("none", "n2", "n1", "japanese_major"))),
        ("position", "boss", Allowed("choice", values=("none", "director", "representative"))),
        ("degrees", "master", Allowed("choices", values=("bachelor", "master", "professional", "mba_mot", "doctor"))),
        ("research", {"patent": True}, Allowed("choices", values=("patent", "grants", "papers", "other"))),
        ("experience_years", -0.1, Allowed("experience")),
        ("experience_years", "5", Allowed("experience")),
        ("experience_years", True, Allowed("experience")),
        ("experience_years", [5], Allowed("experience")),
        ("experience_years", float("nan"), Allowed("experience")),
    ],
)
def test_an_impossible_value_is_refused_with_what_is_allowed(field: str, value: object, allowed: Allowed) -> None:
    (problem,) = refusal({field: value})
    assert (problem.code, problem.path) == ("not_allowed", (field,))
    assert problem.params["allowed"] == allowed
    assert str(problem.params["value"]) == str(value)


@pytest.mark.parametrize(
    ("data", "place", "nearest"),
    [
        ({"degrees": ["mastr"]}, "degrees[0]", "master"),
        ({"research": ["patent", "paper"]}, "research[1]", "papers"),
        ({"japanese": "N1"}, "japanese", "n1"),
        ({"position": "representativ"}, "position", "representative"),
    ],
)
def test_a_misspelt_value_brings_the_nearest(data: object, place: str, nearest: str) -> None:
    (problem,) = refusal(data)
    assert (problem.place, problem.params["nearest"]) == (place, nearest)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("anual_salary_yen", "annual_salary_yen"), ("Age", "age"), ("licences", "licenses"), ("xyzzy", None)],
)
def test_an_unknown_field_brings_the_nearest(name: str, nearest: str | None) -> None:
    (problem,) = refusal({name: 1})
    assert (problem.code, problem.params["name"], problem.params["nearest"]) == ("unknown_field", name, nearest)


def test_an_unknown_category_of_experience_brings_the_nearest() -> None:
    (problem,) = refusal({"experience_years": {"techncal": 1}})
    assert (problem.place, problem.params["nearest"]) == ("experience_years.techncal", "technical")


def test_all_problems_are_reported_at_once_in_the_order_of_the_fields() -> None:
    problems = refusal({"age": -1, "sme": 1, "degrees": ["x", "master", "y"], "zzz": 1})
    assert [problem.place for problem in problems] == ["age", "degrees[0]", "degrees[2]", "sme", "zzz"]


def test_the_age_is_given_once() -> None:
    assert [problem.code for problem in refusal({"age": 30, "date_of_birth": "1996-01-01"})] == ["age_given_twice"]


def test_an_age_given_twice_is_reported_with_the_other_problems() -> None:
    problems = refusal({"age": 30, "date_of_birth": "1996-01-01", "sme": 1})
    assert {problem.code for problem in problems} == {"age_given_twice", "not_allowed"}


@pytest.mark.parametrize("data", [None, [], "x", 5, True, [{"age": 3}]])
def test_what_is_no_object_is_refused(data: object) -> None:
    (problem,) = refusal(data)
    assert problem.path == ()
    assert problem.params["allowed"] == Allowed("object")


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Facts().age = 3  # type: ignore[misc]  # that is the point


class TestAge:
    def test_a_given_age_is_the_age_on_every_day(self, reference_day: date) -> None:
        assert Facts.read({"age": 33}).age_on(reference_day) == 33

    def test_without_age_and_birth_it_is_not_known(self, reference_day: date) -> None:
        assert Facts().age_on(reference_day) is None

    @pytest.mark.parametrize(
        ("born", "day", "age"),
        [
            ("1996-11-22", "2026-11-21", 29),
            ("1996-11-22", "2026-11-22", 30),
            ("2000-02-29", "2029-02-28", 28),
            ("2000-02-29", "2029-03-01", 29),
            ("2000-02-29", "2028-02-29", 28),
            ("2026-11-22", "2026-11-22", 0),
            ("1906-11-22", "2026-11-22", 120),
            ("1905-11-23", "2026-11-22", 120),
        ],
    )
    def test_the_age_is_that_of_the_day(self, born: str, day: str, age: int) -> None:
        assert Facts.read({"date_of_birth": born}).age_on(date.fromisoformat(day)) == age

    @pytest.mark.parametrize(("born", "code"), [("2026-11-23", "born_later"), ("1905-11-22", "too_old")])
    def test_nobody_is_unborn_or_older_than_anyone(self, born: str, code: str, reference_day: date) -> None:
        with pytest.raises(InputError) as caught:
            Facts.read({"date_of_birth": born}).age_on(reference_day)
        (problem,) = caught.value.problems
        assert (problem.code, problem.path) == (code, ("date_of_birth",))
