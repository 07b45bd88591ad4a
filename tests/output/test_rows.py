"""Which boxes are ticked, which points ringed, and what stands in the cells."""

from datetime import date
from decimal import Decimal

import pytest

from hsp_calc.casefile import Case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output import RdFigures, UniversityRoute, form_data
from hsp_calc.rules import RuleTable
from hsp_calc.text import FormLanguage
from tests.output.conftest import BEST, Rows, person, scored

ACADEMIC, TECHNICAL, MANAGEMENT = Category


def ticked(rows: dict[str, dict[str, object]]) -> list[str]:
    return [name for name, row in rows.items() if row["ticked"]]


@pytest.mark.parametrize("category", Category)
def test_ticked_are_the_rows_that_count(category: Category, sample: Case, filled_in: Rows, scorer: Scorer) -> None:
    score = scored(sample, category, scorer, date(2026, 11, 22))
    assert ticked(filled_in(sample, category)) == [line.criterion for line in score.counted]


def test_nothing_is_ticked_for_somebody_of_whom_nothing_is_known(filled_in: Rows) -> None:
    assert all(ticked(filled_in(Case(), category)) == [] for category in Category)


def test_every_research_achievement_that_is_met_is_ticked(filled_in: Rows) -> None:
    rows = filled_in(person(research=["patent", "papers", "other"]), TECHNICAL)
    assert ticked(rows) == ["research_patent", "research_papers", "research_other_recognized"]
    assert [name for name, row in rows.items() if row["counted"]] == ["research_patent"]


@pytest.mark.parametrize(("research", "said"), [([], None), (["other"], "20"), (["other", "papers"], "25")])
def test_the_shared_points_that_apply_are_ringed(research: list[str], said: str | None, filled_in: Rows) -> None:
    block = filled_in(person(research=research), ACADEMIC)["research_patent"]["block"]
    labels = [label["ja"] for label in block["points_shared"]]
    assert labels == ["20", "２以上に該当する場合は", "25"]
    ringed = block["points_shared_counted"]
    assert (None if ringed is None else labels[ringed]) == said


def test_no_route_of_a_designated_university_is_ticked_until_one_is_named(filled_in: Rows) -> None:
    case = person(designated_university=True)
    assert ticked(filled_in(case, ACADEMIC)) == []
    ranked = UniversityRoute(ranks={"qs": 45})
    assert ticked(filled_in(case, ACADEMIC, university=ranked)) == ["designated_university_ranked"]
    route = UniversityRoute(criterion="designated_university_innovative_asia")
    assert ticked(filled_in(case, ACADEMIC, university=route)) == ["designated_university_innovative_asia"]
    assert ticked(filled_in(person(designated_university=False), ACADEMIC, university=route)) == []


def test_a_row_that_is_excluded_or_lacks_a_requirement_is_not_ticked(filled_in: Rows) -> None:
    assert ticked(filled_in(person(japanese="n2", japanese_degree=True), ACADEMIC)) == ["japan_university_degree"]
    assert ticked(filled_in(person(sme=True, innovation_support=False), ACADEMIC)) == []
    assert ticked(filled_in(person(licenses=2), TECHNICAL)) == ["qualification_multiple"]


def test_the_ranks_of_the_university_are_filled_in(filled_in: Rows) -> None:
    rows = filled_in(person(**BEST), ACADEMIC, university=UniversityRoute(ranks={"qs": 123, "arwu": 87}))
    rankings = rows["designated_university_ranked"]["rankings"]
    assert [(ranking["ticked"], ranking["rank"]) for ranking in rankings] == [(True, 123), (False, None), (True, 87)]


@pytest.mark.parametrize(
    ("expenses", "sales", "percent"),
    [(41, 1000, "4.10"), (30_001, 1_000_000, "3.00"), (2, 3, "66.66"), (1, 0, None), (0, 5, "0.00")],
)
def test_the_share_of_research_spending_is_never_rounded_up(expenses: int, sales: int, percent: str | None) -> None:
    assert RdFigures(expenses, sales).percent == (None if percent is None else Decimal(percent))


def test_the_fraction_stays_blank_without_figures(filled_in: Rows) -> None:
    fraction = filled_in(person(), ACADEMIC)["institution_sme_rd_ratio"]["fraction"]
    assert (fraction["numerator_yen"], fraction["denominator_yen"], fraction["percent"]) == (None, None, None)
    fraction = filled_in(person(), ACADEMIC, rd=RdFigures(5, 100))["institution_sme_rd_ratio"]["fraction"]
    assert (fraction["numerator_yen"], fraction["denominator_yen"], fraction["percent"]) == (5, 100, "5.00")


def test_the_salary_grid_has_a_cell_for_each_age_that_can_score(filled_in: Rows) -> None:
    rows = filled_in(person(), TECHNICAL)
    shown = {name: [cell is not None for cell in row["cells"]] for name, row in rows.items() if row["cells"]}
    assert shown == {
        "salary_10m_plus": [True] * 4,
        "salary_9m_10m": [True] * 4,
        "salary_8m_9m": [True] * 4,
        "salary_7m_8m": [True, True, True, False],
        "salary_6m_7m": [True, True, True, False],
        "salary_5m_6m": [True, True, False, False],
        "salary_4m_5m": [True, False, False, False],
    }
    assert all(row["cells"] is None for row in filled_in(person(), MANAGEMENT).values())


def test_a_heading_shares_the_mark_of_its_rows_where_they_have_one(filled_in: Rows) -> None:
    rows = filled_in(person(), TECHNICAL)
    assert rows["japanese_n1"]["block"]["heading_evidence"] == "merged"
    assert rows["experience_3y"]["block"]["heading_evidence"] == "merged"
    assert rows["institution_innovation"]["block"]["heading_evidence"] == "crossed"


@pytest.mark.parametrize(
    ("name", "name_ja", "language", "said"),
    [
        ("TAN WEI LING", "タン・ウェイリン", FormLanguage.JA, "タン・ウェイリン（TAN WEI LING）"),
        ("TAN WEI LING", "タン・ウェイリン", FormLanguage.BILINGUAL, "タン・ウェイリン（TAN WEI LING）"),
        ("TAN WEI LING", "タン・ウェイリン", FormLanguage.EN, "TAN WEI LING"),
        ("TAN WEI LING", "", FormLanguage.JA, "TAN WEI LING"),
        ("", "田中", FormLanguage.EN, "田中"),
        ("田中", "田中", FormLanguage.JA, "田中"),
        (" ", "", FormLanguage.JA, None),
        ("Nguye\u0302\u0303n", "", FormLanguage.EN, "Nguye\u0302\u0303n"),
        ("", "\ufa10本 \ufa19福", FormLanguage.JA, "\ufa10本 \ufa19福"),
    ],
)
def test_the_name(name: str, name_ja: str, language: FormLanguage, said: str | None, scorer: Scorer) -> None:
    case = person(name, name_ja)
    score = scored(case, TECHNICAL, scorer, date(2026, 11, 22))
    assert form_data(case, score, table=scorer.table, language=language)["applicant_name"] == said


def test_a_score_under_another_table_is_refused(sample: Case, table_2015: RuleTable, scorer: Scorer) -> None:
    score = scored(sample, TECHNICAL, scorer, date(2026, 11, 22))
    with pytest.raises(ValueError, match="does not fit"):
        form_data(sample, score, table=table_2015, language=FormLanguage.JA)
