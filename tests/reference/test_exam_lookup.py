"""Whether an exam or a qualification counts for mark ⑧."""

from pathlib import Path

import pytest

from hsp_calc.reference.exam_lookup import (
    ExamAnswer,
    ExamLookUps,
    Reserved,
    load_exam_look_ups,
    load_exam_names,
    load_national_qualifications,
)
from hsp_calc.reference.exams import Exams


@pytest.fixture(scope="module")
def look_ups(folder: Path, exams: Exams) -> ExamLookUps:
    return load_exam_look_ups(folder, exams)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("情報処理安全確保支援士試験", ["japan_i"]),
        ("登録セキスペ", ["japan_i"]),
        ("ITストラテジスト", ["japan_ro_1"]),
        ("システム監査技術者試験", ["japan_ro_8", "japan_ha_14"]),
        ("情報セキュリティマネジメント試験", ["japan_ro_11"]),
        ("第二種情報処理技術者試験", ["japan_ha_4"]),
        ("ソフトウェア開発技術者", ["japan_ha_18", "vietnam_ro_2"]),
        ("软件设计师", ["china_i_4", "china_ro_4"]),
        ("軟件設計師", ["china_i_4", "china_ro_4"]),
        ("系统架构设计师", ["china_i_3"]),
        ("信息系统项目管理师", ["china_i_2"]),
        ("数据库系统工程师", ["china_i_6", "china_ro_6"]),
        ("정보처리기사", ["korea_i"]),
        ("정보처리산업기사", ["korea_ro"]),
        ("PhilNITS FE", ["philippines_i_1"]),
        ("資訊安全管理專業人員", ["taiwan_ha"]),
        ("CITPM", ["singapore_1"]),
    ],
)
def test_an_exam_is_found_by_the_name_on_its_certificate(look_ups: ExamLookUps, query: str, ids: list[str]) -> None:
    found = look_ups.look_up(query)
    assert (found.answer, [exam.id for exam in found.matches]) == (ExamAnswer.FOUND, ids)


@pytest.mark.parametrize(("query", "countries"), [("FE", 8), ("AP", 7), ("基本情報技術者試験", 8), ("応用情報", 7)])
def test_a_name_that_exams_of_several_countries_have_means_them_all(
    look_ups: ExamLookUps, query: str, countries: int
) -> None:
    found = look_ups.look_up(query)
    assert found.answer is ExamAnswer.FOUND
    assert len({exam.country for exam in found.matches}) == countries
    assert found.matches[0].country == "japan"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ITパスポート", "Not named in the notice"),
        ("IT Passport Examination", "Not named in the notice"),
        ("AWS Certified Solutions Architect - Associate", "vendor"),
        ("CCNA 200-301", "vendor"),
        ("Oracle Master Gold", "vendor"),
        ("PMP", "vendor"),
        ("JLPT N1", "rows for Japanese"),
        ("日本語能力試験Ｎ２", "rows for Japanese"),
        ("TOEIC 900", "no row for languages"),
        ("日商簿記検定2級", "exclusive title"),
        ("信息安全工程师", "软考"),
        ("정보처리기능사", "Of Korea"),
    ],
)
def test_what_does_not_count_says_why(look_ups: ExamLookUps, query: str, words: str) -> None:
    found = look_ups.look_up(query)
    assert (found.answer, found.matches, found.similar) == (ExamAnswer.NOT_FOUND, (), ())
    assert words in " ".join(remark.en for remark in found.remarks)


@pytest.mark.parametrize(
    "query", ["软考", "软考高级", "PhilNITS", "情報処理技術者試験", "基本情報技術", "Fundamentel Information"]
)
def test_what_means_no_exam_for_certain_is_similar(look_ups: ExamLookUps, query: str) -> None:
    found = look_ups.look_up(query)
    assert (found.answer, found.matches) == (ExamAnswer.SIMILAR, ())
    assert found.similar


@pytest.mark.parametrize(
    ("query", "kind", "answer"),
    [
        ("弁理士", Reserved.PRACTICE, ExamAnswer.FOUND),
        ("一級建築士", Reserved.PRACTICE, ExamAnswer.FOUND),
        ("宅建", Reserved.PRACTICE, ExamAnswer.FOUND),
        ("技術士", Reserved.TITLE, ExamAnswer.FOUND),
        ("社労士", Reserved.PRACTICE, ExamAnswer.FOUND),
        ("中小企業診断士", Reserved.OPEN, ExamAnswer.SIMILAR),
    ],
)
def test_a_national_qualification_says_what_is_reserved_to_its_holders(
    look_ups: ExamLookUps, query: str, kind: Reserved, answer: ExamAnswer
) -> None:
    found = look_ups.look_up(query)
    assert found.national is not None
    assert (found.national.kind, found.answer, found.matches) == (kind, answer, ())


def test_every_exam_is_found_by_its_names_in_the_notice(look_ups: ExamLookUps) -> None:
    missed = [
        (exam.id, name)
        for exam in look_ups.exams.exams
        for name in (exam.ja, exam.en)
        if exam not in look_ups.look_up(name).matches
    ]
    assert missed == []


def test_the_names_are_of_exams_of_the_notice(folder: Path, exams: Exams) -> None:
    names = load_exam_names(folder / "exam-names.yaml")
    spoken = {*names.names, *(exam for part in (names.ambiguous, names.others) for item in part for exam in item.of)}
    assert spoken == {exam.id for exam in exams.exams}


def test_no_two_national_qualifications_share_a_name(folder: Path) -> None:
    carried = load_national_qualifications(folder / "national-qualifications.yaml")
    for found in carried.qualifications:
        for name in (found.ja, found.en, *found.names.split(";")):
            assert not name.strip() or carried.named(name) is found, name
