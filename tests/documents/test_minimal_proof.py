"""The proof that is the least trouble: what is at hand, hard or impossible to get, and a margin."""

from collections.abc import Mapping
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsp_calc.casefile.sections import MARKS, Effort
from hsp_calc.documents import Checklist, checklist
from hsp_calc.documents.evidence import Spared
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.rules import CategoryRules
from tests.documents.conftest import DAY, EvidenceCounter
from tests.documents.test_evidence import EVERYTHING, FLAG_SETS, PERSONS, assert_proves_itself, marks

ACADEMIC, TECHNICAL, MANAGEMENT = Category
AT_HAND, EASY, NOT_SAID, HARD, UNOBTAINABLE = Effort
THREE_ROWS: dict[str, Any] = {"japanese": "n1", "growth_project": True, "foreign_qualification": True}
"""⑮ 15 points, ⑯ 10, ⑬ 5."""


@pytest.mark.parametrize(
    ("effort", "filed"),
    [
        ({}, "⑮"),
        ({"⑮": HARD}, "⑬⑯"),
        ({"⑮": HARD, "⑯": HARD}, "⑮"),
        ({"⑬": EASY, "⑯": EASY, "⑮": HARD}, "⑬⑯"),
        ({"⑬": EASY, "⑯": EASY}, "⑮"),
        ({"⑬": AT_HAND, "⑯": EASY}, "⑬⑯"),
        ({"⑮": UNOBTAINABLE, "⑬": HARD, "⑯": HARD}, "⑬⑯"),
    ],
)
def test_the_documents_that_are_the_least_trouble_are_taken(
    counter: EvidenceCounter, effort: Mapping[str, Effort], filed: str
) -> None:
    assert marks(counter.checklist(ACADEMIC, 15, effort=effort, **THREE_ROWS)) == filed


def test_what_is_left_out_is_told_with_the_points_and_the_trouble_it_saves(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, effort={"⑯": HARD}, **THREE_ROWS)
    assert found.spared == (
        Spared("⑬", ("foreign_qualification_or_award",), 5, NOT_SAID, 2, 1),
        Spared("⑯", ("growth_field_project",), 10, HARD, 6, 1),
    )
    assert found.left_out == tuple(row for spared in found.spared for row in spared.criteria)


@pytest.mark.parametrize(("margin", "filed", "proven"), [(0, "⑮", 15), (5, "⑮⑯", 25), (6, "⑮⑯", 25), (10, "⑮⑯", 25)])
def test_a_margin_is_proven_beyond_the_target(counter: EvidenceCounter, margin: int, filed: str, proven: int) -> None:
    found = counter.checklist(ACADEMIC, 15, margin=margin, **THREE_ROWS)
    assert (marks(found), found.proven) == (filed, proven)
    assert (found.reached, found.margin_reached, found.margin_proven) == (True, True, proven - 15)


def test_a_margin_out_of_reach_proves_the_target_with_the_most_points(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, margin=20, **THREE_ROWS)
    assert (found.proven, found.reached, found.margin_reached, found.margin_proven) == (30, True, False, 15)


def test_a_margin_is_no_reason_for_documents_that_cannot_be_got(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, margin=10, effort={"⑯": UNOBTAINABLE}, **THREE_ROWS)
    assert (marks(found), found.margin_reached, found.unobtainable) == ("⑬⑮", False, ())


def test_what_cannot_be_got_and_is_needed_is_named(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 20, effort={"⑮": UNOBTAINABLE}, **THREE_ROWS)
    assert (marks(found), found.reached, found.unobtainable) == ("⑮⑯", True, ("⑮",))


def test_the_salary_that_must_be_shown_is_named_where_it_cannot_be_got(counter: EvidenceCounter) -> None:
    found = counter.checklist(TECHNICAL, 10, effort={"③": UNOBTAINABLE}, annual_salary_yen=8_000_000, japanese="n1")
    assert found.unobtainable == ("③",)


def test_documents_at_hand_that_are_not_needed_stay_out(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, effort=dict.fromkeys("⑬⑮⑯", AT_HAND), **THREE_ROWS)
    assert marks(found) == "⑮"


def test_without_a_target_every_document_is_listed_with_its_effort(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, effort={"⑯": HARD}, **THREE_ROWS)
    assert [(entry.mark, entry.effort) for entry in found.entries] == [("⑬", NOT_SAID), ("⑮", NOT_SAID), ("⑯", HARD)]
    assert (found.spared, found.margin_proven, found.margin_reached) == ((), None, True)


@settings(max_examples=60)
@given(
    person=PERSONS,
    flags=FLAG_SETS,
    category=st.sampled_from(Category),
    target=st.integers(1, 20).map(lambda n: 5 * n),
    margin=st.sampled_from([0, 0, 5, 10, 25]),
    effort=st.dictionaries(st.sampled_from(MARKS), st.sampled_from(Effort), max_size=12),
)
def test_no_proof_is_less_trouble(
    *,
    counter: EvidenceCounter,
    person: dict[str, object],
    flags: set[str],
    category: Category,
    target: int,
    margin: int,
    effort: dict[str, Effort],
) -> None:
    sheet = counter.scorer.sheet(Facts.read({**person, **dict.fromkeys(flags, True)}), category, DAY)
    rules = counter.table.categories[category]
    found = checklist(sheet, counter.documents, rules, target, margin=margin, effort=effort)
    assert_proves_itself(found, sheet, counter.table)
    assert found.reached == (sheet.total >= target)
    if found.reached:
        assert measure(found, effort, target + margin) == least_by_trying_all(
            sheet, rules, effort, target=target, wanted=target + margin
        )


Measure = tuple[int, int, int, int, int]
"""Marks that cannot be got, points short of the margin, trouble, documents and points (negative)."""
_TROUBLE = {AT_HAND: 0, EASY: 1, NOT_SAID: 2, HARD: 6, UNOBTAINABLE: 0}
_PAPERS = {**dict.fromkeys("②③④⑤⑥⑦⑧⑨⑪⑫⑬⑮⑯⑱⑲⑳", 1), **dict.fromkeys("①⑩⑭⑰㉑", 2)}


def measure_of(filed: set[str], points: int, effort: Mapping[str, Effort], wanted: int) -> Measure:
    said = [effort.get(mark, NOT_SAID) for mark in filed]
    trouble = sum(_TROUBLE[one] for one in said)
    papers = sum(_PAPERS[mark] for mark in filed)
    return said.count(UNOBTAINABLE), max(0, wanted - points), trouble, papers, -points


def measure(found: Checklist, effort: Mapping[str, Effort], wanted: int) -> Measure:
    return measure_of({entry.mark for entry in found.entries if not entry.waived_by}, found.proven, effort, wanted)


def least_by_trying_all(
    sheet: ScoreSheet, rules: CategoryRules, effort: Mapping[str, Effort], *, target: int, wanted: int
) -> Measure:
    """The best of all sets of the rows that count; ① is filed beside ⑱ only where that is no more trouble."""
    always = set() if sheet.category is ACADEMIC else {"③"}
    tiers = [0, 20, 25] if sheet.category is ACADEMIC else [0, 15]
    rows = [rules.criteria[line.criterion] for line in sheet.counted]
    found = []
    for some in chain.from_iterable(combinations(rows, size) for size in range(len(rows) + 1)):
        ids = {row.id for row in some}
        if not all(ids.issuperset(row.requires) for row in some):
            continue
        filed = always.union(*(row.evidence for row in some))
        if "⑱" in filed:
            filed.discard("①")
        points = sum(row.points for row in some if not row.id.startswith("research_"))
        points += tiers[sum(name.startswith("research_") for name in ids)]
        if points >= target:
            found.append(measure_of(filed, points, effort, wanted))
    return min(found)


def test_everything_that_can_count_is_proven_in_no_time(counter: EvidenceCounter) -> None:
    found = counter.checklist(MANAGEMENT, 80, margin=30, effort=dict.fromkeys(MARKS, HARD), **EVERYTHING)
    assert found.margin_reached
    assert found.proven == 110
