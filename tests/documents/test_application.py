"""The complete folder of an application."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import Case, load, read_case, save_case
from hsp_calc.casefile.sections import Effort, KeptChecklist, ProofChoices, SavedDocuments, State
from hsp_calc.documents import load_documents
from hsp_calc.documents.application import Age, Because, Folder, PaperEntry, make_folder
from hsp_calc.documents.grouping import DocumentGroup, Grouping, blocks, grouped, select
from hsp_calc.documents.procedures import Getter, Group, Procedures
from hsp_calc.documents.states import efforts, get_from, good_until
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.text import Translator, describe
from hsp_calc.validation import InputError

APPLY_ON = date(2026, 12, 1)
FACTS = {
    "age": 33,
    "degrees": ["master"],
    "experience_years": 7,
    "annual_salary_yen": 8_200_000,
    "japanese": "n1",
    "innovation_support": True,
    "sme": True,
}
Make = Callable[..., Folder]
WORK = (
    "②/高度専門職外国人として従事しようとする業務に従事した期間及び業務の内容を明らかにする資料"
    "（所属していた機関作成のもの）"
)


@pytest.fixture
def make(scorer: Scorer, procedures: Procedures) -> Make:
    documents = load_documents(resources() / "reference" / "documents.yaml")

    def making(
        kept: dict[str, SavedDocuments] | None = None,
        procedure: str | None = "change_of_status",
        *,
        category: Category = Category.TECHNICAL,
        facts: dict[str, object] | None = None,
        entries: dict[str, object] | None = None,
        **asked: Any,
    ) -> Folder:
        case = read_case(FACTS | (facts or {})).with_section(KeptChecklist(papers=kept or {}))
        case = case.model_copy(update=entries or {})
        on = date(2026, 11, 22)
        return make_folder(
            case,
            scorer.sheet(case.profile().facts_on(on), category, on),
            rules=scorer.table.categories[category],
            documents=documents,
            procedures=procedures,
            procedure=procedure,
            apply_on=asked.pop("apply_on", APPLY_ON),
            **asked,
        )

    return making


def paper(folder: Folder, paper_id: str) -> PaperEntry:
    return next(one for one in folder.papers if one.id == paper_id)


def test_the_folder_has_the_papers_of_the_procedure_the_employer_and_the_rows(make: Make) -> None:
    folder = make(employer_category=3)
    groups = grouped(folder.papers, Grouping.GROUP)
    assert [one.id for one in groups[Group.PROCEDURE]] == [
        "application_form",
        "photo",
        "passport_and_card",
        "point_form",
    ]
    assert [one.id for one in groups[Group.EMPLOYER]] == ["employer_category_3", "underlying_status"]
    assert list(grouped(groups[Group.EVIDENCE], Grouping.MARK)) == ["①", "②", "③", "⑨", "⑩", "⑮"]
    degree = paper(folder, "①/学位取得の証明書")
    assert degree.criteria == ("degree_master_or_professional",)
    assert degree.getting is not None
    assert degree.getting.translated
    assert len({one.id for one in folder.papers}) == len(folder.papers)


def test_the_measure_that_the_institution_told_stands_with_its_evidence(make: Make) -> None:
    told = {"measure": "補助事業", "ministry": "経済産業省", "number": "R8-12", "day": "2026-04-01"}
    folder = make(entries={"support_measures": {"innovation_support": told, "growth_project": {"measure": "別"}}})
    notes = {one.mark: " ".join(note.ja for note in one.mark_notes) for one in folder.papers}
    assert all(part in notes["⑨"] for part in told.values())
    assert not any("別" in note or "補助事業" in note for mark, note in notes.items() if mark != "⑨")


@pytest.mark.parametrize(("employer", "needed"), [(1, False), (2, False), (3, True), (4, True)])
def test_an_employer_of_category_1_or_2_may_leave_most_out(make: Make, employer: int, needed: bool) -> None:
    folder = make(employer_category=employer)
    entry = paper(folder, "underlying_status")
    assert entry.state is (State.NEEDED if needed else State.NOT_NEEDED)
    assert entry.because is (None if needed else Because.EMPLOYER_CATEGORY)
    assert [one.id for one in folder.papers if one.id.startswith("employer_category")] == [
        f"employer_category_{employer}"
    ]


def test_while_the_category_is_not_known_one_proof_of_four_is_needed(make: Make) -> None:
    folder = make()
    assert len([one for one in folder.papers if one.id.startswith("employer_category")]) == 4
    assert folder.progress.needed == make(employer_category=3).progress.needed
    assert paper(folder, "underlying_status").state is State.NEEDED


def test_permanent_residence_by_70_points_proves_70(make: Make) -> None:
    folder = make(procedure="permanent_residence_70")
    assert folder.proof is not None
    assert folder.proof.target == 70
    assert folder.proof.left_out
    assert paper(folder, "resident_tax").years == 3
    assert not any(one.group is Group.EMPLOYER for one in folder.papers)


def test_a_target_leaves_out_what_need_not_be_proven(make: Make) -> None:
    assert len(make(target=70).papers) < len(make().papers)


@pytest.mark.parametrize(
    ("category", "asked"),
    [
        (Category.TECHNICAL, ["j_skip_record", "j_skip_pay"]),
        (Category.MANAGEMENT, ["j_skip_management_record", "j_skip_management_pay"]),
    ],
)
def test_j_skip_asks_for_no_points(make: Make, category: Category, asked: list[str]) -> None:
    folder = make(procedure="j_skip", category=category, employer_category=1)
    assert folder.proof is None
    assert [one.id for one in folder.papers if one.id.startswith("j_skip")] == asked


def test_what_another_mark_waives_is_not_needed(make: Make) -> None:
    folder = make(facts={"jica_training": True})
    assert {one.because for one in folder.papers if one.mark == "①"} == {Because.WAIVED}


def test_states_live_in_the_case(tmp_path: Path) -> None:
    kept = KeptChecklist(
        procedure="extension",
        employer_category=2,
        apply_on=APPLY_ON,
        papers={"photo": SavedDocuments(state=State.AT_HAND, on=date(2026, 11, 20), remark="二枚")},
    ).with_paper("point_form", SavedDocuments(state=State.GIVEN_IN))
    path = tmp_path / "a.hspcase"
    save_case(Case().with_section(kept), path)
    assert load(path).cases[0].section(KeptChecklist) == kept


def test_a_state_goes_before_what_the_program_would_say(make: Make) -> None:
    entry = paper(
        make({"underlying_status": SavedDocuments(state=State.ASKED_FOR)}, employer_category=1), "underlying_status"
    )
    assert (entry.state, entry.because) == (State.ASKED_FOR, None)


def test_states_of_papers_that_are_no_longer_asked_for_are_named(make: Make) -> None:
    assert make({"residence_record": SavedDocuments(), "photo": SavedDocuments()}).forgotten == ("residence_record",)


def test_the_proof_lives_in_the_case(tmp_path: Path) -> None:
    proof = ProofChoices(target=70, margin=5).with_effort("⑮", Effort.HARD).with_effort("①", Effort.EASY)
    path = tmp_path / "a.hspcase"
    save_case(Case().with_section(KeptChecklist(proof=proof)), path)
    kept = load(path).cases[0].section(KeptChecklist).proof
    assert kept == proof
    assert list(kept.effort) == ["①", "⑮"]
    assert kept.with_effort("⑮", Effort.NOT_SAID).effort == {"①": Effort.EASY}


def test_a_paper_at_hand_makes_its_mark_so_unless_the_user_says_otherwise() -> None:
    papers = {
        "①/学位取得の証明書": SavedDocuments(state=State.AT_HAND),
        "⑮/合格証明書等の写し": SavedDocuments(state=State.GIVEN_IN),
        "②/在職証明書": SavedDocuments(state=State.ASKED_FOR),
        "photo": SavedDocuments(state=State.AT_HAND),
    }
    kept = KeptChecklist(papers=papers, proof=ProofChoices(effort={"⑮": Effort.HARD, "③": Effort.EASY}))
    assert efforts(Case().with_section(kept)) == {"①": Effort.AT_HAND, "⑮": Effort.HARD, "③": Effort.EASY}


def test_the_folder_has_the_proof_that_the_case_asks_for(scorer: Scorer, procedures: Procedures) -> None:
    case = read_case(FACTS).with_section(
        KeptChecklist(proof=ProofChoices(target=70, margin=5, effort={"⑮": Effort.UNOBTAINABLE}))
    )
    on = date(2026, 11, 22)
    folder = make_folder(
        case,
        scorer.sheet(case.profile().facts_on(on), Category.TECHNICAL, on),
        rules=scorer.table.categories[Category.TECHNICAL],
        documents=load_documents(resources() / "reference" / "documents.yaml"),
        procedures=procedures,
        procedure="change_of_status",
        apply_on=APPLY_ON,
    )
    assert folder.proof is not None
    assert (folder.proof.target, folder.proof.margin) == (70, 5)
    assert "japanese_n1" in folder.proof.left_out


@pytest.mark.parametrize(
    ("proof", "place", "sentence"),
    [
        ({"target": 75}, "checklist.proof.target", "75 is not allowed here; one of 70, 80 is needed."),
        ({"target": "70"}, "checklist.proof.target", '"70" is not allowed here; one of 70, 80 is needed.'),
        ({"margin": -5}, "checklist.proof.margin", "-5 is not allowed here; a whole number from 0 to 150 is needed."),
        ({"margin": 2.5}, "checklist.proof.margin", "2.5 is not allowed here; a whole number from 0 to 150 is needed."),
        ({"effort": {"①": "awful"}}, "checklist.proof.effort.①", '"awful" is not allowed here; one of at_hand, easy,'),
        ({"effort": {"1": "easy"}}, "checklist.proof.effort", "There is no evidence number “1”."),
    ],
)
def test_what_is_no_proof_is_refused_with_the_remedy(proof: object, place: str, sentence: str) -> None:
    case = Case.model_validate({"format": "hsp-case", "version": 1, "checklist": {"proof": proof}})
    with pytest.raises(InputError) as caught:
        case.section(KeptChecklist)
    (problem,) = caught.value.problems
    assert problem.place == place
    assert sentence in describe(problem, Translator.load("en"))


@pytest.mark.parametrize(
    "kept",
    [{"papers": {"photo": {"state": "lost"}}}, {"papers": []}, {"employer_category": 5}, {"apply_on": "soon"}, "x"],
)
def test_what_is_no_checklist_is_refused_with_its_place(kept: object) -> None:
    case = Case.model_validate({"format": "hsp-case", "version": 1, "checklist": kept})
    with pytest.raises(InputError) as caught:
        case.section(KeptChecklist)
    assert caught.value.problems[0].place.startswith("checklist")


@pytest.mark.parametrize(
    ("issued_on", "last"),
    [
        ("2026-08-10", "2026-11-10"),
        ("2026-09-01", "2026-12-01"),
        ("2026-11-30", "2027-02-28"),
        ("2026-11-29", "2027-02-28"),
        ("2026-11-27", "2027-02-27"),
        ("2027-11-30", "2028-02-29"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_a_certificate_is_good_for_three_months_from_the_day_after_its_issue(issued_on: str, last: str) -> None:
    assert good_until(date.fromisoformat(issued_on), 3) == date.fromisoformat(last)


@pytest.mark.parametrize("apply_on", ["2026-12-01", "2027-02-28", "2027-03-01", "2028-02-29", "2026-11-30"])
def test_the_first_day_to_get_one_is_young_enough_and_the_day_before_is_not(apply_on: str) -> None:
    planned = date.fromisoformat(apply_on)
    first = get_from(planned, 3)
    assert good_until(first, 3) >= planned
    assert good_until(first.fromordinal(first.toordinal() - 1), 3) < planned


@pytest.mark.parametrize(
    ("issued_on", "age"), [("2026-09-01", None), ("2026-08-31", Age.TOO_OLD), (None, Age.DAY_OF_ISSUE_NEEDED)]
)
def test_a_certificate_that_grows_too_old_is_warned_of(make: Make, issued_on: str | None, age: Age | None) -> None:
    day = issued_on and date.fromisoformat(issued_on)
    kept = SavedDocuments.model_validate({"state": "at_hand", "issued_on": day or None})
    folder = make({"residence_record": kept}, "permanent_residence_80")
    assert paper(folder, "residence_record").age is age
    assert [one.id for one in folder.warnings] == ([] if age is None else ["residence_record"])
    assert paper(folder, "national_tax").get_from == date(2026, 9, 1)


@pytest.mark.parametrize(("in_japan", "age"), [(True, Age.TOO_OLD), (False, None), (None, Age.MAY_BE_TOO_OLD)])
def test_a_certificate_from_abroad_does_not_grow_old(make: Make, in_japan: bool | None, age: Age | None) -> None:
    old = SavedDocuments(state=State.AT_HAND, issued_on=date(2020, 1, 1), issued_in_japan=in_japan)
    assert paper(make({WORK: old}), WORK).age is age


PROVEN = {"degrees": ["master"], "japanese_degree": True, "japanese": "n1"}


@pytest.mark.parametrize(
    "name",
    ["①/学位取得の証明書", "⑭/該当する学歴の卒業証明書", "⑮/卒業証明書又は合格証明書等の写し/合格証明書等の写し"],
)
def test_a_diploma_or_a_certificate_of_an_exam_does_not_grow_old(make: Make, name: str) -> None:
    old = SavedDocuments(state=State.AT_HAND, issued_on=date(2020, 1, 1), issued_in_japan=True)
    found = paper(make({name: old}, facts=PROVEN), name)
    assert (found.age, found.good_until, found.get_from) == (None, None, None)


def test_what_is_given_in_is_judged_by_the_day_it_was_given_in(make: Make) -> None:
    given = SavedDocuments(state=State.GIVEN_IN, on=date(2026, 10, 1), issued_on=date(2026, 7, 1))
    folder = make({"residence_record": given}, "permanent_residence_80")
    assert paper(folder, "residence_record").good_until == date(2026, 10, 1)
    assert folder.warnings == ()


def test_progress_counts_what_is_to_be_done(make: Make) -> None:
    before = make(employer_category=2).progress
    assert (before.ready, before.not_needed) == (0, 1)
    kept = {"photo": SavedDocuments(state=State.AT_HAND), "point_form": SavedDocuments(state=State.GIVEN_IN)}
    after = make(kept, employer_category=2).progress
    assert (after.total, after.ready, after.needed) == (before.total, 2, before.needed - 2)


def test_of_alternatives_one_is_enough(make: Make) -> None:
    before = make(employer_category=2)
    ways = [one.alternatives for one in before.requirements if len(one.alternatives) > 1]
    assert [len(way) for way in ways] == [4, 2]
    register = ways[0][0][0]
    after = make({register: SavedDocuments(state=State.AT_HAND)}, employer_category=2)
    assert after.progress.ready == 1
    assert after.progress.total == before.progress.total


def test_of_papers_that_go_together_all_are_needed(make: Make) -> None:
    facts: dict[str, object] = {"rd_ratio_over_3pct": True}
    ways = next(one.alternatives for one in make(facts=facts).requirements if len(one.alternatives) == 6)
    together = next(way for way in ways if len(way) == 3)
    part = {name: SavedDocuments(state=State.AT_HAND) for name in together[:2]}
    assert make(part, facts=facts).progress.ready == 0
    assert make(part | {together[2]: SavedDocuments(state=State.AT_HAND)}, facts=facts).progress.ready == 1


def test_papers_can_be_filtered(make: Make) -> None:
    folder = make({"photo": SavedDocuments(state=State.ASKED_FOR, remark="駅前の写真店")}, employer_category=3)
    assert [one.id for one in select(folder.papers, states={State.ASKED_FOR})] == ["photo"]
    assert {one.mark for one in select(folder.papers, getters={Getter.EMPLOYER}, groups={Group.EVIDENCE})} == {
        "③",
        "⑨",
        "⑩",
    }
    assert [one.id for one in select(folder.papers, text="駅前")] == ["photo"]
    assert len(select(folder.papers)) == len(folder.papers)


@pytest.mark.parametrize("grouping", Grouping)
def test_papers_can_be_put_together(make: Make, grouping: Grouping) -> None:
    folder = make(employer_category=3)
    together = grouped(folder.papers, grouping)
    assert sum(len(members) for members in together.values()) == len(folder.papers)


def block_of(folder: Folder, mark: str, ways: int) -> DocumentGroup:
    papers = [one for one in folder.papers if one.mark == mark]
    return next(block for block in blocks(papers, folder) if block.ways == ways)


def test_papers_that_go_together_have_one_number_and_letters(make: Make) -> None:
    block = block_of(make(facts={"rd_ratio_over_3pct": True}), "⑫", 6)
    assert [member.label for member in block.members] == ["1", "2a", "2b", "2c", "3", "4", "5a", "5b", "5c", "6"]
    assert block.lettered
    said = [bool(member.notes) for member in block.members]
    assert said == [number in {0, 5} for number in range(10)], "each case is said once, before its first paper"


def test_an_alternative_outside_a_group_stands_apart_from_it(make: Make) -> None:
    block = block_of(make(), "⑩", 4)
    assert [member.label for member in block.members] == ["1", "2", "3", "4"]
    assert [member.apart for member in block.members] == [False, False, False, True]
    assert not block.lettered


def test_without_a_procedure_there_is_but_the_evidence(make: Make) -> None:
    folder = make(procedure=None)
    assert {one.group for one in folder.papers} == {Group.EVIDENCE}
    assert folder.procedure is None


def test_papers_are_ready_when_all_that_they_are_for_is_met(make: Make) -> None:
    marks = ["⑩/主たる事業を確認できる会社のパンフレット等"]
    register = next(one.id for one in make().papers if one.id.endswith("法人の登記事項証明書"))
    at_hand = SavedDocuments(state=State.AT_HAND)
    assert not make({marks[0]: at_hand}).ready({marks[0], register})
    assert make({marks[0]: at_hand, register: at_hand}).ready({marks[0], register})
