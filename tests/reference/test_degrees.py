"""Which rows a person's degrees give."""

from datetime import date

import pytest

from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Degree
from hsp_calc.reference.degrees import DegreeAnswer, Held, Titles, degree_rows
from hsp_calc.rules import Sources

A, T, M = Category.ACADEMIC, Category.TECHNICAL, Category.MANAGEMENT


def answer(titles: Titles, scorer: Scorer, *held: str | tuple[str, str]) -> DegreeAnswer:
    pairs = [(one, "") if isinstance(one, str) else one for one in held]
    return degree_rows([Held(titles.named(title), field) for title, field in pairs], scorer, date(2026, 11, 22))


def points(found: DegreeAnswer) -> tuple[int, int, int]:
    return found.categories[A].points, found.categories[T].points, found.categories[M].points


def test_every_title_names_its_source(titles: Titles, sources: Sources) -> None:
    assert all(set(title.sources) <= sources.sources.keys() for title in titles.titles)


@pytest.mark.parametrize(
    ("title", "degree", "expected"),
    [
        ("vocational_specialist", None, (0, 0, 0)),
        ("advanced_specialist", Degree.BACHELOR, (10, 10, 10)),
        ("college_of_technology", Degree.BACHELOR, (10, 10, 10)),
        ("junior_college", Degree.BACHELOR, (10, 10, 10)),
        ("bachelor", Degree.BACHELOR, (10, 10, 10)),
        ("master", Degree.MASTER, (20, 20, 20)),
        ("master_of_business", Degree.MASTER, (20, 20, 20)),
        ("doctoral_course_left", None, (0, 0, 0)),
        ("professional", Degree.PROFESSIONAL, (20, 20, 20)),
        ("mba", Degree.MBA_MOT, (20, 25, 25)),
        ("mot", Degree.MBA_MOT, (20, 25, 25)),
        ("doctor", Degree.DOCTOR, (30, 30, 20)),
    ],
)
def test_each_title_gives_what_the_form_says(
    titles: Titles, scorer: Scorer, title: str, degree: Degree | None, expected: tuple[int, int, int]
) -> None:
    found = answer(titles, scorer, title)
    assert found.degrees == ({degree} - {None})
    assert points(found) == expected
    assert [row.points if (row := found.categories[c].each[0]) else 0 for c in (A, T, M)] == list(expected)


@pytest.mark.parametrize("title", ["chinese_specialised_course", "chinese_self_study"])
def test_what_no_official_text_decides_is_not_counted_and_says_so(titles: Titles, scorer: Scorer, title: str) -> None:
    assert titles.named(title).undecided
    assert titles.named(title).note is not None
    assert answer(titles, scorer, title).degrees == frozenset()


def test_of_several_the_best_counts_in_each_category(titles: Titles, scorer: Scorer) -> None:
    found = answer(titles, scorer, ("doctor", "Physics"), ("mba", "Business"), "bachelor")
    assert points(found) == (35, 35, 30)
    assert [row.criterion for row in found.categories[T].counted] == ["degree_doctor", "degree_multiple_fields"]
    assert found.categories[M].counted[0].criterion == "degree_mba_mot"
    assert [row and row.points for row in found.categories[M].each] == [20, 25, 10]


@pytest.mark.parametrize(
    ("held", "several"),
    [
        ((("master", "法学"), ("master", "経済学")), True),
        ((("master", "Law"), ("doctor", "law")), False),
        ((("master", "法学"), ("master", "")), None),
        ((("master", "法学"), ("master", ""), ("doctor", "経済学")), True),
        ((("bachelor", "法学"), ("master", "経済学")), False),
        ((("bachelor", "法学"), ("bachelor", "経済学")), False),
        ((("master", ""),), False),
        ((), False),
    ],
)
def test_a_bachelors_degree_never_counts_towards_several_fields(
    titles: Titles, scorer: Scorer, held: tuple[tuple[str, str], ...], several: bool | None
) -> None:
    assert answer(titles, scorer, *held).multiple_fields is several


def test_the_table_of_2015_answers_for_itself(titles: Titles, scorer_2015: Scorer) -> None:
    assert points(answer(titles, scorer_2015, "bachelor")) == (0, 10, 10)


def test_a_title_is_scored_once_however_often_it_is_held(
    titles: Titles, scorer: Scorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored: list[object] = []
    sheet = Scorer.sheet

    def counted(*asked: object) -> object:
        scored.append(asked)
        return sheet(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Scorer, "sheet", counted)
    few = answer(titles, scorer, "doctor", "master")
    once = len(scored)
    scored.clear()
    many = answer(titles, scorer, *(["doctor", "master"] * 250))
    assert len(scored) == once
    assert many.categories[Category.TECHNICAL].each[:2] == few.categories[Category.TECHNICAL].each
