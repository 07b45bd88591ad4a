"""Which title a diploma awards, and what its school adds: read from the words on it, and said where they do not decide.

What counts as a Japanese university, which degrees are professional ones and what a foreign MBA is worth: points
ordinance (rows for education and for Japanese degrees), Degree Regulations art. 5-2, and the agency's answers to
questions. Checked on 2026-11-27.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hsp_calc.reference.degrees import DiplomaCountry, KeptTitle, SchoolKind
from hsp_calc.reference.universities import JAPAN, Answer, LookUp, Universities, University


class DiplomaRemark(StrEnum):
    """Why a diploma does not decide something, or what must be heeded."""

    WORDS_NEEDED = "words_needed"
    """The school alone does not tell which degree was awarded."""
    NOT_READ = "not_read"
    """The words name no title that is known."""
    SEVERAL_DEGREES = "several_degrees"
    """The words name degrees of several levels."""
    CONTRADICTS_SCHOOL = "contradicts_school"
    """A school of this kind does not award what the words say."""
    NOT_AWARDED_YET = "not_awarded_yet"
    """The degree is expected, not awarded."""
    NO_DEGREE = "no_degree"
    """The words say that the course was left, or that no degree was awarded."""
    HONORARY = "honorary"
    """An honorary degree is not awarded for studies."""
    FIRST_PROFESSIONAL = "first_professional"
    """Foreign degrees such as M.D. and J.D.: no official text was found on their row."""
    ASSOCIATE_ABROAD = "associate_abroad"
    """A foreign associate degree: no official text was found on whether it equals a university."""
    GRADUATION_WITHOUT_DEGREE = "graduation_without_degree"
    """A Chinese graduation certificate; the degree has a certificate of its own."""
    SAYS_NOT_PROFESSIONAL = "says_not_professional"
    """A Japanese degree in business without （専門職）."""
    BUSINESS_FIELD_OPEN = "business_field_open"
    """A Japanese professional degree near business: whether it is one in business administration is open."""
    NOT_A_UNIVERSITY_BY_NAME = "not_a_university_by_name"
    """Equal to a university for education; whether it is a Japanese university is open."""
    OTHER_COUNTRY = "other_country"
    """The university that was found is in another country than the one entered."""
    SCHOOL_NOT_DECIDED = "school_not_decided"
    """The name of the school does not decide whether it is a designated university."""


@dataclass(frozen=True, slots=True)
class Diploma:
    """What is known of a diploma.

    Attributes:
        country: where the school is; None is not answered.
        school: its name.
        kind: what kind of school or course it is; None is not answered.
        words: what the diploma says of the degree, in its own language.
        field: what was studied.
    """

    country: DiplomaCountry | None = None
    school: str = ""
    kind: SchoolKind | None = None
    words: str = ""
    field: str = ""

    @classmethod
    def of(cls, kept: KeptTitle) -> "Diploma":
        """The diploma of a title that a case keeps."""
        return cls(kept.country, kept.school, kept.kind, kept.words, kept.field)

    def kept(self, title: str) -> KeptTitle:
        """The title that it awards, as a case keeps it."""
        return KeptTitle(
            title=title, field=self.field, country=self.country, school=self.school, kind=self.kind, words=self.words
        )


@dataclass(frozen=True, slots=True)
class DiplomaReading:
    """What a diploma comes to.

    Attributes:
        title: the id of its title; None where that is not decided.
        japanese: whether it is of a Japanese university; None where that is not decided.
        designated: the designated university that awarded it, if the look-up finds exactly one and nothing is to be
            heeded.
        found: the look-up of the school.
        remarks: what does not decide, or is to be heeded.
    """

    title: str | None
    japanese: bool | None
    designated: University | None
    found: LookUp
    remarks: tuple[DiplomaRemark, ...]


_COURSES = re.compile("博士(?:前期|後期)?課程(?:前期|後期)?|修士課程|専門職学位課程")
_LEFT = re.compile(r"満期退学|単位(?:取得|修得)(?:満期)?(?:後)?退学|\babd\b|all but dissertation")
_NOT_YET = re.compile(r"見込|在学|在籍|\benrolled\b|\bcandidate\b|\bexpected\b|在读")
_NO_DEGREE = re.compile(
    r"退学|除籍|学位(?:なし|無し|を有しない)|[无無]学位|\bno degree\b|\bwithout (?:a )?degree\b"
    r"|\bwithdr[ae]wn?\b|\bdropped out\b"
)
_HONORARY = re.compile(r"名誉|名誉博士|荣誉|榮譽|\bhonorary\b|honoris causa")
_PROFESSIONAL = re.compile(r"専門職|\(professional\)")
_FIRST_PROFESSIONAL = re.compile(r"\b(?:m\.?d|j\.?d|pharm\.?d|d\.?d\.?s|d\.?v\.?m)\b|juris doctor|doctor of medicine")
_BUSINESS = re.compile(r"経営|ビジネス|工商管理|business|\be?mba\b")
_TECHNOLOGY = re.compile(r"技術経営|management of technology|\bmot\b")
_NEAR_BUSINESS = re.compile(r"会計|ファイナンス|金融|accounting|finance")
_BUSINESS_DEGREE = re.compile(r"master of business administration|\be?mba\b|工商管理(?:硕士|碩士)")
_LEVELS = {
    "doctor": re.compile(r"博士|박사|\bdoctor(?:ate|al)?\b|\b(?:ph\.?d|d\.?phil|ed\.?d|d\.?eng|d\.?sc)\b"),
    "master": re.compile(
        r"修士|硕士|碩士|석사|\bmasters?\b|\bmaster's\b|\b(?:m\.?a|m\.?sc?|m\.?eng|m\.?phil|m\.?ed|ll\.?m|e?mba)\b"
    ),
    "bachelor": re.compile(
        r"(?<!期大)(?<!準)学士|學士|학사|\bbachelors?\b|\bbachelor's\b|\b(?:b\.?a|b\.?sc?|b\.?eng|b\.?tech|b\.?ed|ll\.?b)\b"
    ),
}
_CERTIFICATE_OF_GRADUATION = re.compile(r"毕业|畢業|结业|結業")
_DEGREE_AWARDING_BODY = re.compile(r"学位授与機構|niad")
_SELF_STUDY = re.compile(r"自学考試|自学考试|自考|成人(?:高等)?教育|网络教育|網絡教育")
_SHORT_COURSE = re.compile(r"専科|专科|大専|大专")
_ASSOCIATE = re.compile(r"\bassociate\b|準学士|短期大学士")
_OF_UNIVERSITIES = frozenset(
    {"bachelor", "junior_college", "master", "master_of_business", "professional", "mba", "mot", "doctor"}
)
_EQUAL_TO_UNIVERSITIES = frozenset({"college_of_technology", "advanced_specialist"})
_WITHOUT_BACHELORS = frozenset({SchoolKind.VOCATIONAL_SCHOOL, SchoolKind.CHINESE_SPECIALISED_COURSE})


def read_diploma(diploma: Diploma, universities: Universities) -> DiplomaReading:
    """What a diploma comes to.

    Args:
        diploma: what is known of it.
        universities: the designated universities.
    """
    title, first = title_of(diploma)
    found = universities.look_up(diploma.school)
    remarks = [] if first is None else [first]
    japanese, remark = _japanese(diploma, title, found)
    remarks += [] if remark is None else [remark]
    designated = None
    if title in _OF_UNIVERSITIES and found.answer is Answer.FOUND:
        designated = _undoubted(found, diploma)
        if designated is None and remark is not DiplomaRemark.OTHER_COUNTRY:
            remarks.append(DiplomaRemark.SCHOOL_NOT_DECIDED)
    elif title in _OF_UNIVERSITIES and found.answer is Answer.SIMILAR:
        remarks.append(DiplomaRemark.SCHOOL_NOT_DECIDED)
    return DiplomaReading(title, japanese, designated, found, tuple(remarks))


def title_of(diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    """The id of the title that a diploma awards, None where that is not decided, and what there is to say of it."""
    words = unicodedata.normalize("NFKC", diploma.words).casefold().replace("（", "(").strip()
    if not words:
        return _by_school(diploma)
    if _NOT_YET.search(words):
        return None, DiplomaRemark.NOT_AWARDED_YET
    if _HONORARY.search(words):
        return None, DiplomaRemark.HONORARY
    if _LEFT.search(words):
        return "doctoral_course_left", None
    if _NO_DEGREE.search(words):
        return None, DiplomaRemark.NO_DEGREE
    return _by_words(_COURSES.sub("", words), diploma)


def _by_school(diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    """The title where the diploma's words are not entered: graduating is enough at some schools."""
    match diploma.kind:
        case SchoolKind.JUNIOR_COLLEGE if diploma.country is DiplomaCountry.JAPAN:
            return "junior_college", None
        case SchoolKind.COLLEGE_OF_TECHNOLOGY if diploma.country is DiplomaCountry.JAPAN:
            return "college_of_technology", None
        case SchoolKind.CHINESE_SPECIALISED_COURSE | SchoolKind.CHINESE_SELF_STUDY:
            return diploma.kind.value, None
    return None, DiplomaRemark.WORDS_NEEDED


def _by_words(words: str, diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    if "高度専門士" in words:
        return "advanced_specialist", None
    if "専門士" in words:
        return "vocational_specialist", None
    levels = _levels(words)
    if len(levels) > 1:
        return None, DiplomaRemark.SEVERAL_DEGREES
    if levels and diploma.kind in _WITHOUT_BACHELORS:
        return None, DiplomaRemark.CONTRADICTS_SCHOOL
    if diploma.country is DiplomaCountry.CHINA or _SELF_STUDY.search(words) or _SHORT_COURSE.search(words):
        return _chinese(words, levels, diploma)
    return _elsewhere(words, levels, diploma)


def _levels(words: str) -> list[str]:
    if _PROFESSIONAL.search(words) and "法務博士" in words:
        return ["professional"]
    return [level for level, pattern in _LEVELS.items() if pattern.search(words)]


def _chinese(words: str, levels: list[str], diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    """China awards the degree by a certificate (学位证书) beside that of graduation (毕业证书)."""
    if _CERTIFICATE_OF_GRADUATION.search(words) and "学位" not in words and "學位" not in words:
        levels = []
    if not levels and (_SELF_STUDY.search(words) or diploma.kind is SchoolKind.CHINESE_SELF_STUDY):
        return "chinese_self_study", None
    if not levels and (_SHORT_COURSE.search(words) or diploma.kind is SchoolKind.CHINESE_SPECIALISED_COURSE):
        return "chinese_specialised_course", None
    if not levels and _CERTIFICATE_OF_GRADUATION.search(words):
        return None, DiplomaRemark.GRADUATION_WITHOUT_DEGREE
    return _elsewhere(words, levels, diploma)


def _elsewhere(words: str, levels: list[str], diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    japanese = diploma.country is DiplomaCountry.JAPAN
    if levels == ["professional"] or (_PROFESSIONAL.search(words) and levels == ["master"]):
        return _professional(words)
    if _FIRST_PROFESSIONAL.search(words) and not japanese:
        return None, DiplomaRemark.FIRST_PROFESSIONAL
    if levels == ["master"] and japanese and _BUSINESS.search(words):
        return "master_of_business", DiplomaRemark.SAYS_NOT_PROFESSIONAL
    if levels == ["master"] and diploma.country is not None and _BUSINESS_DEGREE.search(words):
        return "mba", None
    if levels == ["master"] and diploma.country is not None and _TECHNOLOGY.search(words):
        return "mot", None
    if levels:
        return levels[0], None
    if _ASSOCIATE.search(words) or "高等専門学校" in words:
        return _associate(words, diploma)
    return None, DiplomaRemark.NOT_READ


def _professional(words: str) -> tuple[str | None, DiplomaRemark | None]:
    if _TECHNOLOGY.search(words):
        return "mot", None
    if _BUSINESS.search(words):
        return "mba", None
    return "professional", DiplomaRemark.BUSINESS_FIELD_OPEN if _NEAR_BUSINESS.search(words) else None


def _associate(words: str, diploma: Diploma) -> tuple[str | None, DiplomaRemark | None]:
    if "短期大学士" in words:
        return "junior_college", None
    if "準学士" in words or "高等専門学校" in words:
        return "college_of_technology", None
    if diploma.country is DiplomaCountry.JAPAN:
        return _by_school(diploma)
    return None, DiplomaRemark.ASSOCIATE_ABROAD


def _japanese(diploma: Diploma, title: str | None, found: LookUp) -> tuple[bool | None, DiplomaRemark | None]:
    """Whether the diploma is of a Japanese university, and why that is not decided."""
    if diploma.country is not None and diploma.school and found.answer is Answer.FOUND:
        inside = diploma.country is DiplomaCountry.JAPAN
        if not any((match.university.country_id == JAPAN) is inside for match in found.matches):
            return None, DiplomaRemark.OTHER_COUNTRY
    if diploma.country is None:
        return None, None
    if diploma.country is not DiplomaCountry.JAPAN or title is None:
        return (None if title is None else False), None
    by_another = _DEGREE_AWARDING_BODY.search((diploma.school + diploma.words).casefold())
    if title in _EQUAL_TO_UNIVERSITIES or by_another or diploma.kind is SchoolKind.COLLEGE_OF_TECHNOLOGY:
        return None, DiplomaRemark.NOT_A_UNIVERSITY_BY_NAME
    return title in _OF_UNIVERSITIES, None


def _undoubted(found: LookUp, diploma: Diploma) -> University | None:
    """The one university that a name means, where nothing is to be heeded of it."""
    matches = list(_matching(found, diploma))
    if len(matches) != 1 or len(found.matches) != 1:
        return None
    return matches[0]


def _matching(found: LookUp, diploma: Diploma) -> Iterator[University]:
    for match in found.matches:
        inside = match.university.country_id == JAPAN
        if not match.remarks and (diploma.country is None or inside is (diploma.country is DiplomaCountry.JAPAN)):
            yield match.university
