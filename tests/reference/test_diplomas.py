"""Which title the words on a diploma award, and what its school adds."""

import pytest

from hsp_calc.reference.degrees import DiplomaCountry, SchoolKind, Titles
from hsp_calc.reference.diplomas import (
    Diploma,
    DiplomaReading,
    DiplomaRemark,
    read_diploma,
    title_of,
)
from hsp_calc.reference.universities import Universities

JP, CN, ELSE = DiplomaCountry.JAPAN, DiplomaCountry.CHINA, DiplomaCountry.ELSEWHERE


@pytest.mark.parametrize(
    ("country", "words", "title"),
    [
        (JP, "学士（工学）", "bachelor"),
        (JP, "修士（情報理工学）", "master"),
        (JP, "博士前期課程修了 修士（工学）", "master"),
        (JP, "修士（経営学）", "master_of_business"),
        (JP, "経営管理修士（専門職）", "mba"),
        (JP, "MBA(専門職)", "mba"),
        (JP, "技術経営修士（専門職）", "mot"),
        (JP, "法務博士（専門職）", "professional"),
        (JP, "教職修士（専門職）", "professional"),
        (JP, "会計修士（専門職）", "professional"),
        (JP, "博士（理学）", "doctor"),
        (JP, "博士後期課程 単位取得退学", "doctoral_course_left"),
        (JP, "満期退学", "doctoral_course_left"),
        (JP, "専門士（商業実務）", "vocational_specialist"),
        (JP, "高度専門士", "advanced_specialist"),
        (JP, "準学士", "college_of_technology"),
        (JP, "短期大学士（栄養）", "junior_college"),
        (CN, "工学学士学位", "bachelor"),
        (CN, "工商管理硕士学位证书", "mba"),
        (CN, "大专毕业证书", "chinese_specialised_course"),
        (CN, "自学考试 本科毕业证书", "chinese_self_study"),
        (CN, "自学考试 学士学位证书", "bachelor"),
        (ELSE, "Bachelor of Science in Physics", "bachelor"),
        (ELSE, "B.Sc.", "bachelor"),
        (ELSE, "Master of Business Administration", "mba"),
        (ELSE, "Executive MBA", "mba"),
        (ELSE, "M.Sc. Computer Science", "master"),
        (ELSE, "Ph.D.", "doctor"),
        (ELSE, "공학석사", "master"),
    ],
)
def test_the_words_decide_the_title(titles: Titles, country: DiplomaCountry, words: str, title: str) -> None:
    assert title_of(Diploma(country, words=words))[0] == title
    assert title in titles


@pytest.mark.parametrize(
    ("diploma", "remark"),
    [
        (Diploma(JP, kind=SchoolKind.GRADUATE_SCHOOL), DiplomaRemark.WORDS_NEEDED),
        (Diploma(ELSE, words="Certificate of attendance"), DiplomaRemark.NOT_READ),
        (Diploma(JP, words="学士（文学）、修士（文学）"), DiplomaRemark.SEVERAL_DEGREES),
        (Diploma(JP, kind=SchoolKind.VOCATIONAL_SCHOOL, words="学士"), DiplomaRemark.CONTRADICTS_SCHOOL),
        (Diploma(JP, words="修士（工学）修了見込"), DiplomaRemark.NOT_AWARDED_YET),
        (Diploma(ELSE, words="PhD candidate"), DiplomaRemark.NOT_AWARDED_YET),
        (Diploma(JP, words="修士課程 中途退学"), DiplomaRemark.NO_DEGREE),
        (Diploma(ELSE, words="Master of Arts, no degree awarded"), DiplomaRemark.NO_DEGREE),
        (Diploma(CN, words="硕士研究生 无学位"), DiplomaRemark.NO_DEGREE),
        (Diploma(JP, words="名誉博士"), DiplomaRemark.HONORARY),
        (Diploma(ELSE, words="J.D."), DiplomaRemark.FIRST_PROFESSIONAL),
        (Diploma(ELSE, words="Associate of Arts"), DiplomaRemark.ASSOCIATE_ABROAD),
        (Diploma(CN, words="硕士研究生毕业证书"), DiplomaRemark.GRADUATION_WITHOUT_DEGREE),
    ],
)
def test_what_the_words_do_not_decide_has_no_title_and_says_why(diploma: Diploma, remark: DiplomaRemark) -> None:
    assert title_of(diploma) == (None, remark)


def read(universities: Universities, diploma: Diploma) -> DiplomaReading:
    return read_diploma(diploma, universities)


def test_a_japanese_university_gives_its_row_and_the_designated_one(universities: Universities) -> None:
    found = read(universities, Diploma(JP, "東京大学", SchoolKind.GRADUATE_SCHOOL, "修士（工学）"))
    assert (found.title, found.japanese) == ("master", True)
    assert found.designated is not None


@pytest.mark.parametrize("words", ["満期退学", "専門士", "修士（工学）修了見込"])
def test_no_degree_gives_neither_row(universities: Universities, words: str) -> None:
    found = read(universities, Diploma(JP, "東京大学", None, words))
    assert not found.japanese
    assert found.designated is None


@pytest.mark.parametrize(
    "diploma",
    [
        Diploma(JP, "", SchoolKind.COLLEGE_OF_TECHNOLOGY),
        Diploma(JP, "", SchoolKind.VOCATIONAL_SCHOOL, "高度専門士"),
        Diploma(JP, "大学改革支援・学位授与機構", None, "学士（工学）"),
    ],
)
def test_what_equals_a_university_is_not_said_to_be_a_japanese_one(
    universities: Universities, diploma: Diploma
) -> None:
    found = read(universities, diploma)
    assert found.title is not None
    assert found.japanese is None
    assert DiplomaRemark.NOT_A_UNIVERSITY_BY_NAME in found.remarks


def test_a_school_of_another_country_than_entered_decides_nothing(universities: Universities) -> None:
    found = read(universities, Diploma(JP, "Stanford University", None, "Bachelor of Arts"))
    assert (found.japanese, found.designated) == (None, None)
    assert DiplomaRemark.OTHER_COUNTRY in found.remarks


def test_a_similar_name_is_not_designated(universities: Universities) -> None:
    found = read(universities, Diploma(CN, "Shanghai University", None, "学士学位"))
    assert found.designated is None
