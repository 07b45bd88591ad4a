"""The checklist: which documents prove a score, and the fewest that are enough."""

from datetime import date
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.documents import Checklist, Documents, EvidenceDocument, EvidenceEntry, checklist
from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category, Degree, Facts, Research
from hsp_calc.locations import resources
from hsp_calc.rules import CategoryRules, RuleTable, Tables, read_table
from tests.documents.conftest import DAY, EvidenceCounter

ACADEMIC, TECHNICAL, MANAGEMENT = Category
EVERYTHING: dict[str, Any] = {
    "age": 28,
    "degrees": ["doctor", "mba_mot"],
    "multiple_fields": True,
    "experience_years": 12,
    "annual_salary_yen": 30_000_000,
    "research": ["patent", "grants", "papers", "other"],
    "licenses": 2,
    "position": "representative",
    "innovation_support": True,
    "sme": True,
    "local_government_support": True,
    "rd_ratio_over_3pct": True,
    "foreign_qualification": True,
    "japanese_degree": True,
    "japanese": "n1",
    "growth_project": True,
    "designated_university": True,
    "jica_training": True,
    "jica_used_japanese_university": False,
    "investment_100m": True,
    "asset_management": True,
}
NOTHING_BUT_SALARY: dict[str, Any] = {"age": 45, "annual_salary_yen": 3_500_000}


def marks(found: Checklist) -> str:
    return "".join(entry.mark for entry in found.entries if not entry.waived_by)


def entry(found: Checklist, mark: str) -> EvidenceEntry:
    return next(entry for entry in found.entries if entry.mark == mark)


def words(document: EvidenceDocument) -> str:
    return "" if document.text is None else document.text.ja


# --- the whole list -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        (ACADEMIC, "①②③④⑤⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱"),
        (TECHNICAL, "①②③④⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱㉑"),
        (MANAGEMENT, "①②③⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑"),
    ],
)
def test_without_a_target_every_row_that_counts_is_listed(
    counter: EvidenceCounter, category: Category, expected: str
) -> None:
    found = counter.checklist(category, **EVERYTHING)
    assert "".join(entry.mark for entry in found.entries) == expected
    assert found.proven == found.total
    assert (found.target, found.reached, found.left_out) == (None, True, ())


def test_rows_that_do_not_count_need_no_documents(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, degrees=["bachelor"], japanese="n2", japanese_degree=True)
    assert marks(found) == "①⑭"


def test_the_age_is_proven_without_documents(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, age=29)
    assert (found.entries, found.without_documents, found.proven) == ((), ("age_under_30",), 15)


def test_a_row_with_two_marks_stands_at_both(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, sme=True, rd_ratio_over_3pct=True)
    assert [(e.mark, e.criteria, e.points) for e in found.entries] == [
        ("⑩", ("institution_sme_rd_ratio",), 5),
        ("⑫", ("institution_sme_rd_ratio",), 5),
    ]
    assert found.proven == 5


def test_rows_of_one_mark_stand_together(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, degrees=["doctor", "master"], multiple_fields=True)
    assert entry(found, "①").criteria == ("degree_doctor", "degree_multiple_fields")
    assert entry(found, "①").points == 35


# --- what is asked for ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("japanese", "title", "asked"),
    [
        ("n1", "日本語専攻で外国の大学を卒業又は日本語能力試験Ｎ１合格相当", "卒業証明書又は合格証明書等の写し"),
        ("n2", "日本語能力試験Ｎ２合格相当", "合格証明書等の写し"),
    ],
)
def test_the_row_chooses_the_documents_of_the_language(
    counter: EvidenceCounter, japanese: str, title: str, asked: str
) -> None:
    found = entry(counter.checklist(TECHNICAL, japanese=japanese), "⑮")
    assert found.title.ja == title
    assert [words(document) for document in found.documents] == [asked]


def test_company_and_sole_proprietor_both_stand_there_with_their_names(counter: EvidenceCounter) -> None:
    (document,) = entry(counter.checklist(TECHNICAL, sme=True, rd_ratio_over_3pct=True), "⑫").documents
    assert document.text is None
    assert [words(case) for case in document.one_of] == [
        "契約機関又は活動機関が会社・事業協同組合の場合",
        "契約機関又は活動機関が個人事業主の場合",
    ]
    company, proprietor = document.one_of
    assert "前事業年度" in company.notes[0].ja
    assert "前年１年間" in proprietor.notes[0].ja
    (choice,) = company.all_of
    assert [len(one.all_of) for one in choice.one_of] == [0, 3, 0]


@pytest.mark.parametrize(("mark", "fewest"), [("①", 0), ("③", 1), ("⑩", 2), ("⑫", 1), ("⑮", 1), ("⑰", 2), ("㉑", 2)])
def test_the_fewest_documents_of_an_entry(counter: EvidenceCounter, mark: str, fewest: int) -> None:
    assert entry(counter.checklist(TECHNICAL, **EVERYTHING), mark).fewest == fewest


def test_a_mark_that_the_list_does_not_know_is_named_by_its_row(
    counter: EvidenceCounter, tables: Tables, documents: Documents
) -> None:
    without = Documents.model_validate(documents.model_dump() | {"items": documents.items[1:]})
    sheet = counter.scorer.sheet(Facts.read({"degrees": ["doctor"]}), ACADEMIC, DAY)
    found = checklist(sheet, without, tables.named("hsp-2023-04-01").categories[ACADEMIC])
    assert [(e.mark, e.title.ja, e.documents) for e in found.entries] == [("①", "博士学位（専門職学位を除く）", ())]


# --- ① and ⑱ --------------------------------------------------------------------------------------------------------


def test_with_the_jica_certificate_education_needs_no_documents(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, degrees=["doctor"], jica_training=True)
    assert entry(found, "①").waived_by == "⑱"
    assert entry(found, "①").documents
    assert found.proven == 35


def test_without_it_education_does(counter: EvidenceCounter) -> None:
    assert entry(counter.checklist(ACADEMIC, degrees=["doctor"]), "①").waived_by is None


def test_the_jica_certificate_never_stands_in_for_experience(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, experience_years=7, jica_training=True)
    assert entry(found, "②").waived_by is None


def test_the_smallest_proof_prefers_the_certificate_that_proves_the_education_too(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 35, degrees=["doctor"], experience_years=3, jica_training=True)
    assert marks(found) == "⑱"
    assert (found.proven, found.left_out) == (35, ("experience_3y",))


# --- the minimum salary ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("category", [TECHNICAL, MANAGEMENT])
def test_the_salary_is_shown_where_there_is_a_minimum_even_when_it_gives_no_points(
    counter: EvidenceCounter, category: Category
) -> None:
    (found,) = counter.checklist(category, **NOTHING_BUT_SALARY).entries
    assert (found.mark, found.criteria, found.points, found.gates) == ("③", (), 0, ("minimum_salary",))


def test_the_academic_sheet_has_no_minimum(counter: EvidenceCounter) -> None:
    assert counter.checklist(ACADEMIC, **NOTHING_BUT_SALARY).entries == ()
    assert "③" not in marks(counter.checklist(ACADEMIC, 10, **EVERYTHING))


def test_the_salary_shown_anyway_gives_its_points_to_the_proof(counter: EvidenceCounter) -> None:
    found = counter.checklist(TECHNICAL, 40, degrees=["doctor"], age=45, annual_salary_yen=10_000_000)
    assert (marks(found), found.proven) == ("③", 40)


# --- the smallest proof ---------------------------------------------------------------------------------------------


def test_fewer_documents_win_among_as_many_marks(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 10, japanese_degree=True, growth_project=True)
    assert marks(found) == "⑯"


def test_more_points_win_among_as_many_documents(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 10, japanese="n1", growth_project=True)
    assert (marks(found), found.proven) == ("⑮", 15)


def test_an_sme_is_proven_only_beside_the_support_it_adds_to(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 20, innovation_support=True, sme=True, foreign_qualification=True)
    assert marks(found) == "⑨⑩"


def test_a_row_without_marks_of_its_own_is_proven_by_those_of_the_row_it_needs(documents: Documents) -> None:
    text = (resources() / "rules" / "hsp-2023-04-01.yaml").read_text(encoding="utf-8")
    made_up = read_table(text.replace('evidence: ["⑩"]', "evidence: []"), source="made-up.yaml")
    facts = Facts.read({"innovation_support": True, "sme": True, "japanese": "n1"})
    found = checklist(Scorer(made_up).sheet(facts, ACADEMIC, DAY), documents, made_up.categories[ACADEMIC], 20)
    assert (marks(found), found.proven) == ("⑨", 20)
    assert found.without_documents == ("institution_innovation_sme",)


def test_one_research_achievement_alone_gives_the_first_step(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 20, research=["patent", "papers"])
    assert (marks(found), found.proven, entry(found, "④").points) == ("④", 20, 20)
    assert found.left_out == ("research_papers",)


def test_two_research_achievements_give_both(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 25, research=["patent", "papers"])
    assert [(e.mark, e.points) for e in found.entries] == [("④", 20), ("⑥", 5)]


def test_a_target_above_the_total_leaves_nothing_out(counter: EvidenceCounter) -> None:
    found = counter.checklist(TECHNICAL, 80, degrees=["master"], age=33, annual_salary_yen=8_000_000)
    assert (found.total, found.proven, found.reached, found.left_out) == (60, 60, False, ())
    assert marks(found) == "①③"


def test_a_target_that_the_age_reaches_needs_no_documents(counter: EvidenceCounter) -> None:
    found = counter.checklist(ACADEMIC, 15, age=29, japanese="n1")
    assert (found.entries, found.without_documents, found.left_out) == ((), ("age_under_30",), ("japanese_n1",))


FLAGS = tuple(name for name, value in EVERYTHING.items() if value is True)
PERSONS = st.fixed_dictionaries(
    {},
    optional={
        "age": st.integers(20, 60),
        "degrees": st.lists(st.sampled_from(list(Degree)), max_size=3, unique=True),
        "experience_years": st.sampled_from([0, 3, 5, 7, 10]),
        "annual_salary_yen": st.sampled_from([2_900_000, 4_000_000, 6_500_000, 8_000_000, 15_000_000]),
        "research": st.lists(st.sampled_from(list(Research)), max_size=3, unique=True),
        "licenses": st.integers(0, 2),
        "position": st.sampled_from(["none", "director", "representative"]),
        "japanese": st.sampled_from(["none", "n2", "n1", "japanese_major"]),
    },
)
FLAG_SETS = st.sets(st.sampled_from(FLAGS), max_size=6)


@given(
    person=PERSONS,
    flags=FLAG_SETS,
    jica_and_sme=st.booleans(),
    category=st.sampled_from(Category),
    table_id=st.sampled_from(["hsp-2023-04-01", "hsp-2015-04-01"]),
    target=st.one_of(st.sampled_from([70, 80]), st.integers(1, 24).map(lambda n: 5 * n)),
)
def test_no_smaller_proof_exists(
    *,
    tables: Tables,
    documents: Documents,
    person: dict[str, object],
    flags: set[str],
    jica_and_sme: bool,
    category: Category,
    table_id: str,
    target: int,
) -> None:
    extra = {"jica_training", "innovation_support", "sme"} if jica_and_sme else set()
    facts = Facts.read({**person, **dict.fromkeys(flags | extra, True)})
    counter = EvidenceCounter(tables, table_id, documents)
    sheet = counter.scorer.sheet(facts, category, DAY)
    rules = counter.table.categories[category]
    found = checklist(sheet, documents, rules, target)
    best = smallest_by_trying_all(sheet, rules, target)
    if best is None:
        assert not found.reached
        assert found.proven == sheet.total < target
        assert found.left_out == ()
    else:
        assert found.reached
        filed = [e for e in found.entries if not e.waived_by]
        assert (len(filed), sum(e.fewest for e in filed), -found.proven) == best
    assert_proves_itself(found, sheet, counter.table)


def smallest_by_trying_all(sheet: ScoreSheet, rules: CategoryRules, target: int) -> tuple[int, int, int] | None:
    """Marks, documents and points (negative) of the best of all sets of the rows that count."""
    papers = {**dict.fromkeys("②③④⑤⑥⑦⑧⑨⑪⑫⑬⑮⑯⑱⑲⑳", 1), **dict.fromkeys("①⑩⑭⑰㉑", 2)}
    always = set() if sheet.category is ACADEMIC else {"③"}
    research = [20, 25] if sheet.category is ACADEMIC else [15]
    rows = [rules.criteria[line.criterion] for line in sheet.counted]
    best: tuple[int, int, int] | None = None
    for some in chain.from_iterable(combinations(rows, size) for size in range(len(rows) + 1)):
        ids = {row.id for row in some}
        if any(not ids.issuperset(row.requires) for row in some):
            continue
        filed = always.union(*(row.evidence for row in some))
        if "⑱" in filed:
            filed.discard("①")
        achievements = sum(name.startswith("research_") for name in ids)
        points = sum(row.points for row in some if not row.id.startswith("research_"))
        points += research[achievements - 1] if achievements else 0
        size = (len(filed), sum(papers[mark] for mark in filed), -points)
        if points >= target and (best is None or size < best):
            best = size
    return best


def assert_proves_itself(found: Checklist, sheet: ScoreSheet, table: RuleTable) -> None:
    """The rows of the list are those that its documents prove, each with the rows it needs; the rest is left out."""
    counted = [line.criterion for line in sheet.counted]
    criteria = table.categories[sheet.category].criteria
    listed = {row for e in found.entries for row in e.criteria} | set(found.without_documents)
    at_hand = {e.mark for e in found.entries}
    assert sorted([*listed, *found.left_out]) == sorted(counted)
    for row in listed:
        assert at_hand.issuperset(criteria[row].evidence)
        assert listed.issuperset(criteria[row].requires)


def test_the_day_of_the_sheet_makes_no_difference(counter: EvidenceCounter) -> None:
    facts = Facts.read(EVERYTHING)
    rules = counter.table.categories[TECHNICAL]
    first, second = (
        checklist(counter.scorer.sheet(facts, TECHNICAL, day), counter.documents, rules, 80)
        for day in (DAY, date(2024, 1, 1))
    )
    assert first == second
