"""What reaches a target: all of it, nothing that could be spared, nothing that cannot be done."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, product
from random import Random

import pytest

from hsp_calc.casefile import Case
from hsp_calc.facts import Category, Degree, Facts, Japanese, Position, Research
from hsp_calc.plan.advice import MOST_CHANGES, Advice, Suggestion, _least, _Start, _waits, advise, with_changes
from hsp_calc.plan.change_days import experience_reached
from hsp_calc.plan.plan import make_plan
from hsp_calc.plan.possible_changes import FLAGS, FactChangeKind, Move, possible_moves
from hsp_calc.rules import NoTableError
from tests.plan.people import NOTHING, ON, case, law, made_up_case, made_up_cases

TECHNICAL = Category.TECHNICAL


def advice_for(person: Case, target: int, category: Category = TECHNICAL, on: date = ON) -> Advice:
    return advise(person.profile(), category, law().scorers, on, target)


def facts_of(suggestion: Suggestion) -> list[str]:
    return [change.fact for change in suggestion.changes]


def single(advice: Advice) -> dict[str, object]:
    """The suggestions of one change: the fact and what it becomes."""
    return {s.changes[0].fact: s.changes[0].after for s in advice.suggestions if len(s.changes) == 1}


def applied(person: Case, category: Category, suggestion: Suggestion, on: date = ON) -> tuple[int, bool]:
    """The total with a suggestion carried out, and whether a gate is closed, by the facts as one would write them."""
    day = suggestion.on or on
    facts = person.profile().facts_on(day).written()
    for change in suggestion.changes:
        after = list(change.after) if isinstance(change.after, tuple) else change.after
        if change.fact == "experience_years":
            assert change.kind is FactChangeKind.TIME  # it has come by itself on that day
        else:
            facts[change.fact] = after
    sheet = law().scorers.on(day).sheet(Facts.read(facts), category, day)
    return sheet.total, any(gate.passed is False for gate in sheet.gates)


def test_n1_in_place_of_n2_is_the_first_advice() -> None:
    person = case(NOTHING | {"age": 36, "degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2"})
    advice = advice_for(person, 75)
    assert (advice.current, advice.reached) == (70, False)
    first = advice.suggestions[0]
    assert [(c.fact, c.before, c.after) for c in first.changes] == [("japanese", "n2", "n1")]
    assert (first.gain, first.total, first.kind, first.on, first.evidence) == (5, 75, FactChangeKind.EXAM, None, ("⑮",))


def test_one_change_is_named_in_its_smallest_step() -> None:
    person = case(NOTHING | {"age": 36, "degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2"})
    assert single(advice_for(person, 75)) == {
        "japanese": "n1",
        "licenses": 1,
        "foreign_qualification": True,
        "annual_salary_yen": 10_000_000,
        "innovation_support": True,
        "local_government_support": True,
        "growth_project": True,
        "asset_management": True,
        "research": ("papers",),
        "degrees": ("master", "mba_mot"),
        "multiple_fields": True,
        "designated_university": True,
    }


@pytest.mark.parametrize(
    ("salary", "age", "target", "wanted"),
    [
        (9_999_999, 36, 75, 10_000_000),
        (7_999_999, 36, 75, 10_000_000),
        (7_999_999, 36, 65, 8_000_000),
        (5_000_000, 36, 55, 6_000_000),  # from 35 on, 5 million give nothing
        (0, 36, 40, 6_000_000),
        (0, 41, 40, 8_000_000),  # from 40 on, nothing is given below 8 million
    ],
)
def test_a_raise_goes_to_the_band_that_is_enough(salary: int, age: int, target: int, wanted: int) -> None:
    person = case(NOTHING | {"age": age, "degrees": ["master"], "japanese": "n2", "annual_salary_yen": salary})
    assert single(advice_for(person, target)).get("annual_salary_yen") == wanted


def test_what_gives_the_same_is_named_beside_it() -> None:
    person = case(NOTHING | {"age": 36, "annual_salary_yen": 10_000_000})
    advice = advice_for(person, 65)
    changes = {s.changes[0].fact: s.changes[0] for s in advice.suggestions if len(s.changes) == 1}
    assert changes["degrees"].after == ("bachelor", "master")
    assert changes["degrees"].alternatives == (("bachelor", "professional"),)
    assert changes["research"].alternatives == (("patent",), ("grants",), ("other",))


def test_the_sme_counts_beside_innovation_support_alone() -> None:
    person = case(NOTHING | {"age": 41, "annual_salary_yen": 10_000_000, "japanese": "n2"})
    advice = advice_for(person, 80)
    assert advice.current == 60
    pairs = {frozenset(facts_of(s)) for s in advice.suggestions if len(s.changes) == 2}
    assert {"innovation_support", "sme"} in pairs
    assert {"sme", "growth_project"} not in pairs
    assert "sme" not in single(advice)


def test_a_raise_to_three_million_opens_the_gate() -> None:
    person = case(
        NOTHING
        | {"age": 28, "degrees": ["doctor"], "annual_salary_yen": 2_000_000, "japanese": "n1"}
        | {"innovation_support": True}
    )
    advice = advice_for(person, 70)
    assert (advice.current, advice.reached) == (70, False)
    (suggestion,) = advice.suggestions
    assert [(c.fact, c.before, c.after) for c in suggestion.changes] == [("annual_salary_yen", 2_000_000, 3_000_000)]
    assert (suggestion.gain, suggestion.total, suggestion.evidence) == (0, 70, ("③",))


def test_a_gate_of_which_nothing_is_known_is_no_obstacle() -> None:
    person = case(NOTHING | {"age": 28, "degrees": ["doctor"], "annual_salary_yen": None, "japanese": "n2"})
    assert single(advice_for(person, 60))["japanese"] == "n1"


def test_nothing_is_said_where_the_target_is_reached() -> None:
    person = case(NOTHING | {"age": 28, "degrees": ["doctor"], "annual_salary_yen": 10_000_000})
    assert advice_for(person, 85) == Advice(85, 85, True, ())


def test_waiting_for_the_years_of_work_names_the_day() -> None:
    work = {"from": "2020-03-15", "to": None, "categories": ["technical"]}
    facts = NOTHING | {"degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2"}
    del facts["experience_years"]
    person = case(facts, born="1980-01-01", experience=[work])
    advice = advice_for(person, 80)
    assert advice.current == 75  # 20 and 35 and 10, and 10 for 5 years
    wait = next(s for s in advice.suggestions if s.kind is FactChangeKind.TIME)
    assert (wait.on, wait.gain, wait.total, wait.evidence) == (date(2027, 3, 15), 5, 80, ("②",))
    assert [(c.fact, c.before, c.after) for c in wait.changes] == [("experience_years", 6.67, 7)]
    assert experience_reached(person.profile(), TECHNICAL, 7) == wait.on


def test_a_birthday_on_the_way_is_counted() -> None:
    work = {"from": "2020-03-15", "to": None, "categories": ["technical"]}
    facts = NOTHING | {"degrees": ["master"], "annual_salary_yen": 9_000_000}
    del facts["experience_years"]
    for born, found in (("1987-03-16", True), ("1987-03-15", False)):
        advice = advice_for(case(facts, born=born, experience=[work]), 75)
        assert advice.current == 70
        assert any(s.on == date(2027, 3, 15) and len(s.changes) == 1 for s in advice.suggestions) is found


def test_waiting_for_a_dated_fact_is_advice_too() -> None:
    person = case(NOTHING | {"age": 41, "annual_salary_yen": 10_000_000}, {"from": "2027-02-01", "japanese": "n1"})
    advice = advice_for(person, 65)
    wait = next(s for s in advice.suggestions if s.kind is FactChangeKind.TIME)
    assert (facts_of(wait), wait.on, wait.total, wait.evidence) == (["japanese"], date(2027, 2, 1), 65, ("⑮",))


def test_waiting_goes_together_with_other_changes() -> None:
    person = case(NOTHING | {"age": 41, "annual_salary_yen": 10_000_000}, {"from": "2027-02-01", "japanese": "n1"})
    pair = next(s for s in advice_for(person, 70).suggestions if s.on and len(s.changes) == 2)
    assert facts_of(pair) == ["licenses", "japanese"]
    assert pair.kind is FactChangeKind.TIME


def test_what_comes_by_then_and_is_not_needed_is_not_named() -> None:
    person = case(
        NOTHING | {"age": 41, "annual_salary_yen": 10_000_000},
        {"from": "2027-02-01", "foreign_qualification": True, "annual_salary_yen": 9_000_000},
        {"from": "2027-03-01", "japanese": "n1"},
    )
    wait = next(s for s in advice_for(person, 60).suggestions if s.on == date(2027, 3, 1))
    assert (facts_of(wait), wait.total) == (["japanese"], 65)  # 10 and 35 and 5 and 15
    wait = next(s for s in advice_for(person, 65).suggestions if s.on == date(2027, 3, 1))
    assert facts_of(wait) == ["japanese", "foreign_qualification"]


def test_no_wait_is_longer_than_the_plan() -> None:
    person = case(NOTHING | {"age": 41, "annual_salary_yen": 10_000_000}, {"from": "2027-02-01", "japanese": "n1"})
    profile = person.profile()
    for until, found in ((date(2027, 2, 1), False), (date(2027, 2, 2), True)):
        advice = advise(profile, TECHNICAL, law().scorers, ON, 65, until=until)
        assert any(s.on for s in advice.suggestions) is found


def test_advice_needs_a_table() -> None:
    with pytest.raises(NoTableError):
        advice_for(case(NOTHING), 70, on=date(2015, 3, 31))


PEOPLE = list(enumerate(made_up_cases(60, seed=3)))


@pytest.mark.parametrize("category", Category)
def test_every_suggestion_reaches_the_target_when_it_is_carried_out(category: Category) -> None:
    for number, person in PEOPLE:
        target = (70, 80)[number % 2]
        advice = advice_for(person, target, category)
        for suggestion in advice.suggestions:
            total, closed = applied(person, category, suggestion)
            assert total == suggestion.total >= target
            assert suggestion.gain == total - advice.current
            assert not closed


@pytest.mark.parametrize("category", Category)
def test_no_change_can_be_left_out(category: Category) -> None:
    for number, person in PEOPLE:
        target = (70, 80)[number % 2]
        for suggestion in advice_for(person, target, category).suggestions:
            moved = [change for change in suggestion.changes if change.kind is not FactChangeKind.TIME]
            for size in range(len(moved)):
                for some in combinations(moved, size):
                    less = Suggestion(some, 0, 0, suggestion.kind, suggestion.on, ())
                    total, closed = applied(person, category, less)
                    assert total < target or closed


def test_fewest_first_then_easiest() -> None:
    for _, person in PEOPLE:
        found = advice_for(person, 80).suggestions
        keys = [(len(s.changes), sorted((c.kind.effort for c in s.changes), reverse=True)) for s in found]
        assert keys == sorted(keys)
        assert all(1 <= len(s.changes) <= 3 for s in found)
        assert all(s.kind.effort == max(c.kind.effort for c in s.changes) for s in found)


@pytest.mark.parametrize("category", Category)
def test_nothing_is_suggested_that_cannot_be_done(category: Category) -> None:
    never = {"age", "date_of_birth", "jica_training", "jica_used_japanese_university"}
    for _, person in PEOPLE:
        now = person.profile().facts_on(ON)
        for suggestion in advice_for(person, 80, category).suggestions:
            for change in suggestion.changes:
                if change.kind is FactChangeKind.TIME:
                    assert suggestion.on is not None
                    continue
                assert change.fact not in never
                match change.fact:
                    case "degrees" | "research":
                        assert isinstance(change.after, tuple)
                        assert isinstance(change.before, tuple | None)
                        assert set(change.before or ()) < set(change.after)
                    case "japanese":
                        assert (change.before, change.after) in {
                            (None, "n2"),
                            (None, "n1"),
                            ("none", "n2"),
                            ("none", "n1"),
                            ("n2", "n1"),
                        }
                    case "annual_salary_yen" | "licenses":
                        assert isinstance(change.after, int)
                        assert isinstance(change.before, int | None)
                        assert change.after > (change.before or 0)
                    case "experience_years":
                        raise AssertionError
                    case _:
                        assert change.before is not True
        assert now == person.profile().facts_on(ON)


Combination = tuple[int, dict[str, Move]]
"""The number of the start and the moves by their facts."""


def starts_of(person: Case, category: Category) -> list[_Start]:
    """The reference date and every day to wait for."""
    profile, scorers = person.profile(), law().scorers
    now = _Start(profile.facts_on(ON), scorers.on(ON), category, ON)
    return [now, *_waits(now, profile, scorers, date(2031, 11, 22))]


def every_combination(starts: Sequence[_Start]) -> Iterator[Combination]:
    for number, start in enumerate(starts):
        groups: dict[str, list[Move]] = {}
        for move in start.moves():
            groups.setdefault(move.fact, []).append(move)
        for size in range(MOST_CHANGES - len(start.waited) + 1):
            for names in combinations(groups, size):
                for chosen in product(*(groups[name] for name in names)):
                    yield number, {move.fact: move for move in chosen}


def is_less(one: Combination, other: Combination) -> bool:
    """Whether a combination asks for some of the same facts only, none of them further, and no longer a wait."""
    (start, moves), (other_start, other_moves) = one, other
    if start > other_start or not moves.keys() <= other_moves.keys():
        return False
    pairs = [(move, other_moves[name]) for name, move in moves.items()]
    if any(a.step > b.step or (a.step == b.step and a.value != b.value) for a, b in pairs):
        return False
    return start < other_start or len(moves) < len(other_moves) or any(a.step < b.step for a, b in pairs)


def keys(found: Iterable[Combination]) -> set[tuple[int, frozenset[tuple[str, object]]]]:
    return {(start, frozenset((move.fact, move.value) for move in moves.values())) for start, moves in found}


@pytest.mark.parametrize("seed", range(45))
def test_advice_is_what_brute_force_finds(seed: int) -> None:
    category, target = list(Category)[seed % 3], (70, 80, 90, 100)[seed % 4]
    (person,) = made_up_cases(1, seed=seed)
    starts = starts_of(person, category)
    reaching = [one for one in every_combination(starts) if starts[one[0]].reaches(list(one[1].values()), target)]
    # A combination is less than another only where it has no more moves; sizes keep the search short.
    least = [
        one for one in reaching if not any(is_less(other, one) for other in reaching if len(other[1]) <= len(one[1]))
    ]
    found = [(starts.index(start), {move.fact: move for move in moves}) for start, moves in _least(starts, target)]
    assert len(found) == len(least)
    assert keys(found) == keys(least)
    assert len(advice_for(person, target, category).suggestions) == (0 if starts[0].reaches((), target) else len(least))


def test_moves_that_stand_for_others_do_as_they_do() -> None:
    """What is left out because the form does not tell it apart gives the same points, whatever else changes."""
    random = Random(5)  # noqa: S311 - made-up persons, no secrets
    for _ in range(200):
        person = made_up_case(random)
        facts = person.profile().facts_on(ON)
        for category in Category:
            scorer = law().scorers.on(ON)
            for move in possible_moves(facts, scorer, category):
                for other in move.change.alternatives:
                    written = facts.written()
                    totals = {
                        scorer.total(Facts.read(written | {move.fact: list(answer)}), category, ON)
                        for answer in (move.change.after, other)
                        if isinstance(answer, tuple)
                    }
                    assert len(totals) == 1


def test_every_open_door_is_tried() -> None:
    facts = Facts.read(NOTHING | {"age": 36})
    scorer = law().scorers.on(ON)
    steps = {c: [(m.fact, m.change.after) for m in possible_moves(facts, scorer, c)] for c in Category}
    assert {fact for fact, _ in steps[TECHNICAL]} == {
        "japanese", "licenses", "annual_salary_yen", "research", "degrees", "foreign_qualification",
        "innovation_support", "sme", "local_government_support", "rd_ratio_over_3pct", "growth_project",
        "asset_management", "multiple_fields", "japanese_degree", "designated_university",
    }  # fmt: skip
    assert {"licenses", "asset_management"} & {fact for fact, _ in steps[Category.ACADEMIC]} == set()
    assert {"position", "investment_100m"} <= {fact for fact, _ in steps[Category.MANAGEMENT]}
    assert [a for f, a in steps[TECHNICAL] if f == "annual_salary_yen"] == [
        million * 1_000_000 for million in range(6, 11)
    ]
    assert [a for f, a in steps[TECHNICAL] if f == "licenses"] == [1, 2]
    assert [a for f, a in steps[Category.MANAGEMENT] if f == "position"] == ["director", "representative"]


def test_whoever_has_everything_has_nothing_to_change() -> None:
    everything = Facts(
        **dict.fromkeys(FLAGS, True),
        degrees=frozenset(Degree), annual_salary_yen=10_000_000, licenses=2, research=frozenset(Research),
        japanese=Japanese.JAPANESE_MAJOR, position=Position.REPRESENTATIVE,
    )  # fmt: skip
    assert possible_moves(everything, law().scorers.on(ON), TECHNICAL) == ()


def test_a_suggestion_can_be_carried_out_on_the_case_and_moves_the_day() -> None:
    facts = NOTHING | {"degrees": ["master"], "annual_salary_yen": 9_000_000, "japanese": "n2", "licenses": 1}
    person = case(facts, born="1988-01-01", arrived="2018-04-01")
    advice = advice_for(person, 80)
    assert make_plan(person, TECHNICAL, law(), ON).routes[0].earliest is None
    n1 = next(s for s in advice.suggestions if facts_of(s) == ["japanese"])
    after = with_changes(person, n1, ON)
    assert after.history[:-1] == person.history
    assert make_plan(after, TECHNICAL, law(), ON).routes[0].earliest == date(2027, 11, 22)


def test_a_wait_alone_changes_nothing_in_the_case() -> None:
    person = case(NOTHING | {"age": 41, "annual_salary_yen": 10_000_000}, {"from": "2027-02-01", "japanese": "n1"})
    advice = advice_for(person, 65)
    wait = next(s for s in advice.suggestions if s.kind is FactChangeKind.TIME)
    assert with_changes(person, wait, ON) == person
    pair = next(s for s in advice_for(person, 70).suggestions if s.on and len(s.changes) == 2)
    assert with_changes(person, pair, ON).history[-1].since == date(2027, 2, 1)
