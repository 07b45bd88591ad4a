"""What must hold of every score, whoever the person is."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hsp_calc.engine import ReasonCode, Scorer, ScoreSheet, Status
from hsp_calc.facts import VOCABULARY, Category, Facts
from hsp_calc.rules import RuleTable, Tables
from tests.facts.strategies import ANSWERS, born_persons, persons, years

DAY = date(2026, 11, 22)
Person = dict[str, Any]
categories = st.sampled_from(list(Category))
table_ids = st.sampled_from(["hsp-2015-04-01", "hsp-2023-04-01"])


@pytest.fixture(scope="module")
def scorers(tables: Tables) -> dict[str, Scorer]:
    return {table.id: Scorer(table) for table in tables}


def sheet(scorer: Scorer, person: Person, category: Category) -> ScoreSheet:
    return scorer.sheet(Facts.read(person), category, DAY)


class TestEverySheet:
    @given(
        person=st.one_of(persons, born_persons.filter(lambda p: p["date_of_birth"] <= "2026-11-22")),
        category=categories,
        table_id=table_ids,
    )
    def test_is_whole(self, scorers: dict[str, Scorer], person: Person, category: Category, table_id: str) -> None:
        scorer = scorers[table_id]
        score = sheet(scorer, person, category)
        rows = scorer.table.categories[category]
        assert [line.criterion for line in score.lines] == list(rows.criteria)
        assert [line.section for line in score.lines] == [section.id for section, _, _ in rows.rows()]
        assert sum(line.points for line in score.lines) == score.total
        assert sum(line.points for line in score.counted) == score.total
        assert score.total == scorer.total(Facts.read(person), category, DAY)
        assert 0 <= score.total <= score.at_most <= scorer.highest_total(category)
        for line in score.lines:
            row = rows.criteria[line.criterion]
            assert (line.points > 0) == (line.status is Status.COUNTED)
            assert line.available == row.points
            assert line.evidence == row.evidence
            explained = line.status in {Status.SUPERSEDED, Status.EXCLUDED, Status.MISSING_REQUIREMENT}
            assert (line.reason is not None) == explained

    @given(person=persons, category=categories, table_id=table_ids)
    def test_gives_reasons_that_are_true(
        self, scorers: dict[str, Scorer], person: Person, category: Category, table_id: str
    ) -> None:
        score = sheet(scorers[table_id], person, category)
        status = {line.criterion: line.status for line in score.lines}
        facts = Facts.read(person)
        for line in score.lines:
            if line.reason is None:
                continue
            assert line.reason.by
            match line.reason.code:
                case ReasonCode.BETTER_ROW:
                    (better,) = line.reason.by
                    assert score.line(better).available >= line.available
                    assert status[better] is Status.COUNTED
                    assert line.status is Status.SUPERSEDED
                case ReasonCode.COUNTS_ONCE:
                    assert {status[row] for row in line.reason.by} == {Status.COUNTED}
                    assert line.status is Status.SUPERSEDED
                case ReasonCode.NOT_TOGETHER:
                    assert {status[row] for row in line.reason.by} == {Status.COUNTED}
                    assert line.status is Status.EXCLUDED
                case ReasonCode.REQUIRES_ROW:
                    assert Status.COUNTED not in {status[row] for row in line.reason.by}
                    assert line.status is Status.MISSING_REQUIREMENT
                case ReasonCode.REQUIRES_FACT:
                    assert set(line.reason.by) <= set(VOCABULARY)
                    assert line.status is Status.MISSING_REQUIREMENT
                    assert all(getattr(facts, fact) is not True for fact in line.reason.by)

    @given(person=persons, category=categories)
    def test_is_the_same_however_often_it_is_asked(
        self, table: RuleTable, scorer: Scorer, person: Person, category: Category
    ) -> None:
        assert sheet(scorer, person, category) == sheet(scorer, person, category)
        assert sheet(scorer, person, category).lines == sheet(Scorer(table), person, category).lines

    @given(person=persons)
    def test_of_all_three_is_each_alone(self, scorer: Scorer, person: Person) -> None:
        facts = Facts.read(person)
        assert scorer.sheets(facts, DAY) == {c: scorer.sheet(facts, c, DAY) for c in Category}

    @given(person=persons, category=categories)
    def test_is_eligible_with_the_mark_and_the_gates(self, scorer: Scorer, person: Person, category: Category) -> None:
        score = sheet(scorer, person, category)
        assert score.eligible == (score.total >= 70 and all(gate.passed is True for gate in score.gates))
        assert [score.meets(mark) for mark in score.marks] == [score.total >= 70, score.total >= 80]
        assert score.eligible == (score.verdict is True)


COMPLETE = st.fixed_dictionaries(ANSWERS | {"experience_years": years})
"""Persons of whom everything is known."""

REPRESENTATIVE: dict[str, list[Any]] = {
    "age": [29, 34, 39, 40],
    "degrees": [[], ["bachelor"], ["master"], ["mba_mot"], ["doctor"], ["doctor", "mba_mot"]],
    "experience_years": [0, 3, 5, 7, 10],
    "annual_salary_yen": [n * 1_000_000 for n in (0, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30)],
    "research": [[], ["patent"], ["grants"], ["papers", "other"]],
    "licenses": [0, 1, 2],
    "position": ["none", "director", "representative"],
    "japanese": ["none", "n2", "n1", "japanese_major"],
}
"""Answers of which one lies in every band that the tables tell apart."""


class TestTheMostThatOpenAnswersCanBring:
    """``at_most`` is the greatest total over all ways to answer what is open."""

    @given(
        person=COMPLETE,
        opened=st.lists(st.sampled_from(sorted(ANSWERS)), min_size=1, max_size=3, unique=True),
        category=categories,
    )
    def test_is_reached_by_some_answers_and_exceeded_by_none(
        self, scorer: Scorer, person: Person, opened: list[str], category: Category
    ) -> None:
        known = {fact: answer for fact, answer in person.items() if fact not in opened}
        completions = product(*(REPRESENTATIVE.get(fact, [True, False]) for fact in opened))
        totals = [
            scorer.total(Facts.read(known | dict(zip(opened, answers, strict=True))), category, DAY)
            for answers in completions
        ]
        assert sheet(scorer, known, category).at_most == max(totals)

    @given(person=COMPLETE, category=categories)
    def test_is_the_total_when_nothing_is_open(self, scorer: Scorer, person: Person, category: Category) -> None:
        score = sheet(scorer, person, category)
        assert score.at_most == score.total
        assert Status.UNANSWERED not in {line.status for line in score.lines}
        assert score.verdict is score.eligible

    @given(
        person=COMPLETE,
        opened=st.lists(st.sampled_from(sorted(ANSWERS)), max_size=4, unique=True),
        category=categories,
    )
    def test_with_a_verdict_of_no_no_answer_helps(
        self, scorer: Scorer, person: Person, opened: list[str], category: Category
    ) -> None:
        known = {fact: answer for fact, answer in person.items() if fact not in opened}
        if sheet(scorer, known, category).verdict is not False:
            return
        for fact in opened:
            for answer in REPRESENTATIVE.get(fact, [True, False]):
                assert not sheet(scorer, known | {fact: answer}, category).eligible


def loses_to_a_japanese_degree(person: Person) -> bool:
    """The one case in which the form makes a further row cost points.

    N2 (10) and the JICA training (5) both fall away beside the Japanese degree (10), the training unless it is known
    to have used no classes of a Japanese university.
    """
    return (
        person.get("japanese") == "n2"
        and person.get("jica_training") is True
        and person.get("jica_used_japanese_university") is not False
    )


class TestAnswering:
    @given(person=persons, fact=st.sampled_from(sorted(ANSWERS)), data=st.data(), category=categories)
    def test_an_open_question_never_lowers_the_total_but_for_the_japanese_degree(
        self, scorer: Scorer, person: Person, fact: str, data: st.DataObject, category: Category
    ) -> None:
        before = {name: answer for name, answer in person.items() if name != fact}
        after = before | {fact: data.draw(ANSWERS[fact])}
        change = sheet(scorer, after, category).total - sheet(scorer, before, category).total
        if fact == "japanese_degree" and after[fact] and loses_to_a_japanese_degree(before):
            assert change == -5
        else:
            assert change >= 0

    @given(person=persons, fact=st.sampled_from(sorted(ANSWERS)), data=st.data(), category=categories)
    def test_an_open_question_never_raises_what_can_be_reached(
        self, scorer: Scorer, person: Person, fact: str, data: st.DataObject, category: Category
    ) -> None:
        before = {name: answer for name, answer in person.items() if name != fact}
        after = before | {fact: data.draw(ANSWERS[fact])}
        assert sheet(scorer, after, category).at_most <= sheet(scorer, before, category).at_most


BETTER_FLAGS = sorted(fact for fact, term in VOCABULARY.items() if term.kind == "flag")
BETTER_FLAGS.remove("jica_used_japanese_university")  # it only ever excludes


class TestABetterFact:
    def change(self, scorer: Scorer, person: Person, better: Person, category: Category) -> int:
        return sheet(scorer, better, category).total - sheet(scorer, person, category).total

    @given(person=persons, fact=st.sampled_from(BETTER_FLAGS), category=categories)
    def test_a_yes_for_a_no(self, scorer: Scorer, person: Person, fact: str, category: Category) -> None:
        no, yes = person | {fact: False}, person | {fact: True}
        if fact == "japanese_degree" and loses_to_a_japanese_degree(person):
            assert self.change(scorer, no, yes, category) == -5
        else:
            assert self.change(scorer, no, yes, category) >= 0

    @given(person=persons, category=categories)
    def test_training_without_a_japanese_university_is_better(
        self, scorer: Scorer, person: Person, category: Category
    ) -> None:
        fact = "jica_used_japanese_university"
        assert self.change(scorer, person | {fact: True}, person | {fact: False}, category) in {0, 5}

    @given(person=persons, fact=st.sampled_from(["degrees", "research"]), data=st.data(), category=categories)
    def test_one_more_degree_or_achievement(
        self, scorer: Scorer, person: Person, fact: str, data: st.DataObject, category: Category
    ) -> None:
        held = data.draw(ANSWERS[fact])
        more = data.draw(st.sampled_from(VOCABULARY[fact].values))
        better = sorted({*held, str(more)})
        assert self.change(scorer, person | {fact: held}, person | {fact: better}, category) >= 0

    @given(
        person=persons,
        fact=st.sampled_from(["annual_salary_yen", "licenses"]),
        data=st.data(),
        category=categories,
    )
    def test_more_pay_or_qualifications(
        self, scorer: Scorer, person: Person, fact: str, data: st.DataObject, category: Category
    ) -> None:
        less, more = sorted((data.draw(ANSWERS[fact]), data.draw(ANSWERS[fact])))
        assert self.change(scorer, person | {fact: less}, person | {fact: more}, category) >= 0

    @given(person=persons, numbers=st.tuples(st.floats(0, 50), st.floats(0, 50)), category=categories)
    def test_more_experience(
        self, scorer: Scorer, person: Person, numbers: tuple[float, float], category: Category
    ) -> None:
        less, more = sorted(numbers)
        fact = "experience_years"
        assert self.change(scorer, person | {fact: less}, person | {fact: more}, category) >= 0

    @given(person=persons, ages=st.tuples(ANSWERS["age"], ANSWERS["age"]), category=categories)
    def test_fewer_years_of_age(
        self, scorer: Scorer, person: Person, ages: tuple[int, int], category: Category
    ) -> None:
        younger, older = sorted(ages)
        assert self.change(scorer, person | {"age": older}, person | {"age": younger}, category) >= 0

    @given(
        person=persons,
        category=categories,
        step=st.sampled_from([("none", "n2"), ("n2", "n1"), ("n2", "japanese_major")]),
    )
    def test_better_japanese(self, scorer: Scorer, person: Person, category: Category, step: tuple[str, str]) -> None:
        assert self.change(scorer, person | {"japanese": step[0]}, person | {"japanese": step[1]}, category) >= 0

    @given(
        person=persons,
        category=categories,
        step=st.sampled_from([("none", "director"), ("director", "representative")]),
    )
    def test_a_higher_position(self, scorer: Scorer, person: Person, category: Category, step: tuple[str, str]) -> None:
        change = self.change(scorer, person | {"position": step[0]}, person | {"position": step[1]}, category)
        assert change == (5 if category is Category.MANAGEMENT else 0)


OUTSIDE = {
    Category.ACADEMIC: ["licenses", "position", "investment_100m", "asset_management"],
    Category.TECHNICAL: ["position", "investment_100m"],
    Category.MANAGEMENT: ["age", "research", "licenses"],
}
OUTSIDE_2015 = [
    "multiple_fields",
    "designated_university",
    "growth_project",
    "jica_training",
    "jica_used_japanese_university",
    "investment_100m",
    "asset_management",
    "local_government_support",
]


class TestAFactOutsideTheSheet:
    @given(person=persons, category=categories, data=st.data())
    def test_changes_nothing(self, scorer: Scorer, person: Person, category: Category, data: st.DataObject) -> None:
        fact = data.draw(st.sampled_from(OUTSIDE[category]))
        changed = person | {fact: data.draw(ANSWERS[fact])}
        assert sheet(scorer, person, category) == sheet(scorer, changed, category)

    @given(person=persons, category=categories, fact=st.sampled_from(OUTSIDE_2015), answer=st.booleans())
    def test_of_2015_changes_nothing(
        self, scorer_2015: Scorer, person: Person, category: Category, fact: str, answer: bool
    ) -> None:
        assert sheet(scorer_2015, person, category) == sheet(scorer_2015, person | {fact: answer}, category)

    @given(person=persons, category=categories, data=st.data())
    def test_experience_of_another_kind_changes_nothing(
        self, scorer: Scorer, person: Person, category: Category, data: st.DataObject
    ) -> None:
        others = [c for c in Category if c is not category]
        own = {category.value: 5}
        with_others = own | {c.value: data.draw(st.integers(0, 40)) for c in others}
        fact = "experience_years"
        assert sheet(scorer, person | {fact: own}, category) == sheet(scorer, person | {fact: with_others}, category)

    @pytest.mark.parametrize("category", Category)
    def test_every_other_fact_can_change_something(self, scorer: Scorer, category: Category) -> None:
        rich: Person = {
            "degrees": ["master"],
            "multiple_fields": True,
            "age": 30,
            "annual_salary_yen": 10_000_000,
            "sme": True,
            "innovation_support": True,
            "rd_ratio_over_3pct": True,
            "jica_training": True,
            "jica_used_japanese_university": True,
            "japanese_degree": True,
        }
        changing = set()
        for base, fact in product((rich, rich | {"jica_used_japanese_university": False}), ANSWERS):
            answers = REPRESENTATIVE.get(fact, [True, False])
            if len({sheet(scorer, base | {fact: answer}, category).total for answer in answers}) > 1:
                changing.add(fact)
        assert changing == ANSWERS.keys() - set(OUTSIDE[category])


class TestBounds:
    def test_are_the_numbers_of_the_form(self, scorer: Scorer) -> None:
        million = 1_000_000
        for category in (Category.ACADEMIC, Category.TECHNICAL):
            assert scorer.bounds(category, "age") == (30, 35, 40)
        assert scorer.bounds(Category.ACADEMIC, "annual_salary_yen") == tuple(n * million for n in range(4, 11))
        assert scorer.bounds(Category.TECHNICAL, "annual_salary_yen") == tuple(n * million for n in range(3, 11))
        assert scorer.bounds(Category.MANAGEMENT, "annual_salary_yen") == tuple(
            n * million for n in (3, 10, 15, 20, 25, 30)
        )
        assert scorer.bounds(Category.ACADEMIC, "experience_years") == (3, 5, 7)
        assert scorer.bounds(Category.TECHNICAL, "experience_years") == (3, 5, 7, 10)
        assert scorer.bounds(Category.MANAGEMENT, "experience_years") == (3, 5, 7, 10)
        assert scorer.bounds(Category.TECHNICAL, "licenses") == (1, 2)
        assert scorer.bounds(Category.MANAGEMENT, "age") == ()
        assert scorer.bounds(Category.ACADEMIC, "degrees") == ()

    @given(
        person=persons,
        category=categories,
        numbers=st.tuples(ANSWERS["annual_salary_yen"], ANSWERS["annual_salary_yen"]),
    )
    def test_between_two_bounds_nothing_changes(
        self, scorer: Scorer, person: Person, category: Category, numbers: tuple[int, int]
    ) -> None:
        low, high = sorted(numbers)
        assume(not any(low < bound <= high for bound in scorer.bounds(category, "annual_salary_yen")))
        scores = [sheet(scorer, person | {"annual_salary_yen": number}, category) for number in (low, high)]
        assert scores[0] == scores[1]
