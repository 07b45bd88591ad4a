"""The exams of the IT notice (mark ⑧), and the qualifications that a case keeps."""

from collections import Counter
from pathlib import Path

import pytest

from hsp_calc.casefile import Case, load, save_case
from hsp_calc.casefile.sections import Qualifications
from hsp_calc.casefile.serialization import case_data
from hsp_calc.reference.exams import EnglishBy, Exams, ExamStatus, licenses, load_exams
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError


def test_the_notice_is_whole(exams: Exams, sources: Sources) -> None:
    assert len(exams.exams) == 75
    assert len({exam.id for exam in exams.exams}) == len({exam.item for exam in exams.exams}) == 75
    count = Counter(exam.country for exam in exams.exams)
    assert list(count) == list(exams.countries)
    assert list(count.values()) == [37, 14, 3, 5, 2, 3, 1, 3, 2, 2, 1, 2]
    assert exams.source in sources.sources
    assert exams.dated == "2020-07-20"


def test_every_country_and_organiser_has_an_exam(exams: Exams) -> None:
    assert {exam.country for exam in exams.exams} == set(exams.countries)
    assert {exam.organiser for exam in exams.exams} == set(exams.organisers)


@pytest.mark.parametrize(
    ("query", "country", "ids"),
    [
        ("応用情報", "japan", ["japan_ro_9"]),
        ("Applied Information", "japan", ["japan_ro_9"]),
        ("ふぁんだめんたる", "malaysia", ["malaysia_1"]),
        ("PhilNITS", None, ["philippines_i_1", "philippines_i_2"]),
        ("vietnam fundamental", None, ["vietnam_i_1", "vietnam_ro_1"]),
        ("ベトナム 基本情報", None, ["vietnam_i_1", "vietnam_ro_1"]),
        ("CITPM", None, ["singapore_1"]),
        ("システム監査", "japan", ["japan_ro_8", "japan_ha_14", "japan_ha_6"]),
        ("sistems auditer", None, ["japan_ro_8", "japan_ha_6", "japan_ha_14"]),
        ("zzzz", None, []),
    ],
)
def test_an_exam_is_found_in_both_languages(exams: Exams, query: str, country: str | None, ids: list[str]) -> None:
    assert sorted(exam.id for exam in exams.search(query, country)) == sorted(ids)


def test_a_country_alone_shows_all_its_exams_in_the_order_of_the_notice(exams: Exams) -> None:
    assert [exam.item for exam in exams.search(country="korea")] == ["12-イ", "12-ロ"]
    assert len(exams.search()) == 75


def test_what_is_past_and_whose_english_it_is_are_known(exams: Exams) -> None:
    first = exams.named("japan_ha_1")
    assert first is not None
    assert (first.status, first.en_by) == (ExamStatus.PAST, EnglishBy.OWN)
    assert exams.named("japan_ha_99") is None


def test_chosen_exams_are_kept_in_the_case_and_counted(exams: Exams, tmp_path: Path) -> None:
    chosen = Qualifications(it_exams=("japan_ro_9", "japan_ro_4"), national=("弁理士",))
    path = tmp_path / "a.hspcase"
    save_case(Case().with_section(chosen), path)
    kept = load(path).cases[0].section(Qualifications)
    assert kept == chosen
    found = licenses(kept, exams)
    assert [exam.ja for exam in found.exams] == ["応用情報技術者試験", "ネットワークスペシャリスト試験"]
    assert (found.national, found.unknown, found.count) == (("弁理士",), (), 3)


def test_nothing_counts_twice(exams: Exams) -> None:
    twice = Qualifications(
        it_exams=("japan_ro_9", "japan_ro_9"),
        national=("応用情報技術者", " 弁理士 ", "弁理士", "", "applied information technology engineer examination"),
    )
    found = licenses(twice, exams)
    assert found.national == ("弁理士",)
    assert found.count == 2


def test_an_exam_of_another_notice_is_named_and_not_counted(exams: Exams) -> None:
    found = licenses(Qualifications(it_exams=("japan_ro_9", "atlantis_1")), exams)
    assert (found.unknown, found.count) == (("atlantis_1",), 1)


def test_a_case_without_any_has_none(exams: Exams) -> None:
    assert licenses(Case().section(Qualifications), exams).count == 0


@pytest.mark.parametrize("kept", [{"it_exams": "japan_ro_9"}, {"national": [1]}, [], "x"])
def test_what_is_no_list_of_qualifications_is_refused_with_its_place(kept: object) -> None:
    case = Case.model_validate({"format": "hsp-case", "version": 1, "qualifications": kept})
    with pytest.raises(InputError) as caught:
        case.section(Qualifications)
    assert caught.value.problems[0].place.startswith("qualifications")


def test_what_a_later_version_adds_is_kept() -> None:
    case = Case.model_validate({"format": "hsp-case", "version": 1, "qualifications": {"national": ["弁理士"], "x": 1}})
    again = case.with_section(case.section(Qualifications))
    assert case_data(again)["qualifications"] == {"national": ["弁理士"], "x": 1}


def test_an_unknown_organiser_is_refused(tmp_path: Path, folder: Path) -> None:
    wrong = (folder / "it-exams.yaml").read_text(encoding="utf-8").replace("organiser: korea_1", "organiser: korea_2")
    path = tmp_path / "it-exams.yaml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_exams(path)
    assert {problem.code for problem in caught.value.problems} == {"unknown_name"}
