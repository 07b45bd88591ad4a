"""Which parts of the pay are the yearly salary that counts, and why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hsp_calc.facts.pay import PAYS_BACK_COSTS, CountedItem, Pay, PayItem, PayKind, PayReason, asked_of
from hsp_calc.reference.salary_parts import PayProof, certainty_of, proofs_of
from hsp_calc.rules.certainty import Certainty
from hsp_calc.validation import problems_of

COUNTED = ("base", "bonus", "fixed_allowance", "fixed_overtime")
NEVER_COUNTED = ("hourly_overtime", "uncertain_bonus", "other_employer")


def pay(*items: dict[str, Any]) -> Pay:
    return Pay.model_validate({"items": list(items)})


def judged(**item: Any) -> CountedItem:
    (counted,) = pay(item).counted().items
    return counted


def problems(data: object) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        Pay.model_validate(data)
    return [(problem.code, problem.place) for problem in problems_of(caught.value, Pay)]


def test_a_contract_as_one_meets_it() -> None:
    contract = pay(
        {"kind": "base", "yen": 400_000},
        {"kind": "bonus", "yen": 1_200_000},
        {"kind": "fixed_allowance", "yen": 20_000},
        {"kind": "fixed_overtime", "yen": 60_000},
        {"kind": "hourly_overtime", "yen": 35_000},
        {"kind": "commuting", "yen": 12_000, "taxed": False},
        {"kind": "dependant_allowance", "yen": 15_000, "taxed": True},
        {"kind": "housing_allowance", "yen": 30_000},
        {"kind": "uncertain_bonus", "yen": 500_000},
    ).counted()
    assert contract.yearly_yen == 400_000 * 12 + 1_200_000 + 20_000 * 12 + 60_000 * 12 + 15_000 * 12
    assert contract.at_most_yen == contract.yearly_yen + 30_000 * 12
    assert [item.reason.value for item in contract.items] == [
        "paid_for_the_work",
        "bonus_is_certain",
        "paid_for_the_work",
        "overtime_is_fixed",
        "depends_on_hours",
        "allowance_pays_back_costs",
        "allowance_is_taxed",
        "tax_not_answered",
        "depends_on_results",
    ]


def test_no_pay_is_no_salary() -> None:
    assert (pay().counted().yearly_yen, pay().counted().at_most_yen) == (0, 0)


@pytest.mark.parametrize("kind", COUNTED)
def test_what_is_paid_for_the_work_counts(kind: str) -> None:
    assert judged(kind=kind, yen=100, per="year").counted_yen == 100


@pytest.mark.parametrize("kind", NEVER_COUNTED)
def test_what_depends_on_hours_or_results_or_comes_from_elsewhere_does_not_count(kind: str) -> None:
    item = judged(kind=kind, yen=100)
    assert (item.counts, item.counted_yen) == (False, 0)


@pytest.mark.parametrize("kind", sorted(PAYS_BACK_COSTS))
@pytest.mark.parametrize(
    ("taxed", "counts", "yen", "reason"),
    [
        (True, True, 1200, PayReason.ALLOWANCE_IS_TAXED),
        (False, False, 0, PayReason.ALLOWANCE_PAYS_BACK_COSTS),
        (None, None, 0, PayReason.TAX_NOT_ANSWERED),
    ],
)
def test_what_pays_back_costs_counts_where_it_is_taxed(
    kind: str, taxed: bool | None, counts: bool | None, yen: int, reason: PayReason
) -> None:
    item = judged(kind=kind, yen=100, taxed=taxed)
    assert (item.counts, item.counted_yen, item.reason) == (counts, yen, reason)


def test_every_kind_has_a_reason() -> None:
    assert len(pay(*({"kind": kind.value, "yen": 1} for kind in PayKind)).counted().items) == len(PayKind)


@pytest.mark.parametrize("kind", PayKind)
def test_bonuses_are_for_a_year_and_the_rest_for_a_month(kind: PayKind) -> None:
    by_the_month = {"base", "fixed_allowance", "fixed_overtime", "hourly_overtime", "commuting", "dependant_allowance"}
    by_the_year = kind.value not in by_the_month | {"housing_allowance", "foreign_institution"}
    assert PayItem(kind=kind, yen=10).yearly_yen == (10 if by_the_year else 120)
    assert PayItem.model_validate({"kind": kind, "yen": 10, "per": "month"}).yearly_yen == 120
    assert PayItem.model_validate({"kind": kind, "yen": 10, "per": "year"}).yearly_yen == 10


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ({"kind": "base"}, "items[0].yen"),
        ({"kind": "wage", "yen": 1}, "items[0].kind"),
        ({"kind": "base", "yen": 1.0}, "items[0].yen"),
        ({"kind": "base", "yen": "1"}, "items[0].yen"),
        ({"kind": "base", "yen": True}, "items[0].yen"),
        ({"kind": "base", "yen": -1}, "items[0].yen"),
        ({"kind": "base", "yen": 10**12 + 1}, "items[0].yen"),
        ({"kind": "base", "yen": 1, "per": "week"}, "items[0].per"),
        ({"kind": "housing_allowance", "yen": 1, "taxed": "no"}, "items[0].taxed"),
        ({"kind": "base", "yen": 1, "note": 5}, "items[0].note"),
    ],
)
def test_an_impossible_item_is_refused_with_its_place(item: dict[str, Any], place: str) -> None:
    assert [found for _, found in problems({"items": [item]})] == [place]


def test_tax_is_asked_only_of_what_pays_back_costs() -> None:
    assert problems({"items": [{"kind": "base", "yen": 1, "taxed": True}]}) == [("tax_not_asked", "items[0]")]


def test_every_problem_is_reported() -> None:
    assert len(problems({"items": [{"kind": "x", "yen": -1}, {"yen": 1}]})) == 3


def test_fields_that_this_version_does_not_know_are_kept() -> None:
    data = {"items": [{"kind": "base", "yen": 1, "payer": "A"}], "from": "2026-04-01"}
    written = Pay.model_validate(data).model_dump(mode="json")
    assert written["from"] == "2026-04-01"
    assert written["items"][0]["payer"] == "A"


@pytest.mark.parametrize(
    ("transferred", "counts", "reason"),
    [
        (True, True, PayReason.TRANSFERRED_FROM_IT),
        (False, False, PayReason.NOT_TRANSFERRED_FROM_IT),
        (None, None, PayReason.TRANSFER_NOT_ANSWERED),
    ],
)
def test_pay_from_abroad_counts_for_who_is_transferred_from_there(
    transferred: bool | None, counts: bool | None, reason: PayReason
) -> None:
    item = judged(kind="foreign_institution", yen=100, transferred=transferred)
    assert (item.counts, item.reason) == (counts, reason)


@pytest.mark.parametrize("kind", ["shares", "stock_options", "sign_on"])
def test_what_no_official_text_settles_is_left_out_and_said_to_be_open(kind: str) -> None:
    base = {"kind": "base", "yen": 500_000}
    counted = pay(base, {"kind": kind, "yen": 4_000_000}).counted()
    assert (counted.yearly_yen, counted.at_most_yen) == (6_000_000, 10_000_000)
    assert counted.items[1].counts is None
    assert certainty_of(counted.items[1]) is Certainty.OPEN
    assert pay(base, {"kind": kind, "yen": 4_000_000, "confirmed": True}).counted().yearly_yen == 10_000_000
    assert pay(base, {"kind": kind, "yen": 4_000_000, "confirmed": False}).counted().at_most_yen == 6_000_000


def test_the_bonus_of_last_year_and_gains_of_shares_do_not_count() -> None:
    assert judged(kind="last_years_bonus", yen=100).counts is False
    assert judged(kind="share_gains", yen=100).counts is False


def test_foreign_currency_counts_once_its_rate_is_told_and_is_told_apart() -> None:
    without = pay({"kind": "base", "yen": 900_000, "currency": "USD"}).counted()
    assert (without.yearly_yen, without.at_most_yen) == (0, 10_800_000)
    assert without.items[0].reason is PayReason.RATE_NOT_ANSWERED
    told = pay({"kind": "base", "yen": 900_000, "currency": "USD", "rate": "150.00, 2026-11-20, bank"}).counted()
    assert (told.yearly_yen, told.converted_yen) == (10_800_000, 10_800_000)
    assert PayProof.RATE in proofs_of(told.items[0])


def test_where_no_part_counts_nothing_is_said_of_the_salary() -> None:
    assert pay({"kind": "shares", "yen": 1}).counted().annual_salary_yen is None
    assert pay({"kind": "base", "yen": 1}).counted().annual_salary_yen == 12


@pytest.mark.parametrize("kind", PayKind)
@pytest.mark.parametrize("answer", [None, True, False])
def test_every_part_has_its_proof_and_certainty_or_a_question(kind: PayKind, answer: bool | None) -> None:
    asked = {name: answer for name in ("taxed", "transferred", "confirmed") if asked_of(name, kind)}
    item = judged(kind=kind.value, yen=1, **asked)
    assert proofs_of(item)
    unanswered = {PayReason.TAX_NOT_ANSWERED, PayReason.TRANSFER_NOT_ANSWERED}
    assert (certainty_of(item) is None) == (item.reason in unanswered)


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ({"kind": "base", "yen": 1, "transferred": True}, "items[0]"),
        ({"kind": "bonus", "yen": 1, "confirmed": False}, "items[0]"),
        ({"kind": "base", "yen": 1, "currency": "dollars"}, "items[0].currency"),
        ({"kind": "base", "yen": 1, "currency": "USD", "rate": 150}, "items[0].rate"),
    ],
)
def test_an_answer_that_is_not_asked_of_the_kind_is_refused(item: dict[str, Any], place: str) -> None:
    assert [found for _, found in problems({"items": [item]})] == [place]


amounts = st.builds(
    lambda kind, yen, per, taxed: (
        {"kind": kind.value, "yen": yen, "per": per} | ({"taxed": taxed} if kind in PAYS_BACK_COSTS else {})
    ),
    st.sampled_from(PayKind),
    st.integers(0, 10**9),
    st.sampled_from(["month", "year", None]),
    st.sampled_from([True, False, None]),
)


@given(st.lists(amounts, max_size=8))
def test_the_parts_add_up_and_nothing_counts_twice(items: list[dict[str, Any]]) -> None:
    counted = pay(*items).counted()
    every = sum(item.item.yearly_yen for item in counted.items)
    assert counted.yearly_yen == sum(item.counted_yen for item in counted.items)
    assert 0 <= counted.yearly_yen <= counted.at_most_yen <= every
    assert Pay.model_validate(pay(*items).model_dump(mode="json")) == pay(*items)
