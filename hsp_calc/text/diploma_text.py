"""What is asked of a diploma, and what it comes to, in words."""

from types import MappingProxyType

from hsp_calc.reference.degrees import DiplomaCountry, SchoolKind
from hsp_calc.reference.diplomas import DiplomaRemark
from hsp_calc.text.translator import N_, Translator

_COUNTRIES = MappingProxyType(
    {
        DiplomaCountry.JAPAN: N_("Japan"),
        DiplomaCountry.CHINA: N_("China"),
        DiplomaCountry.ELSEWHERE: N_("Another country or region"),
    }
)
_KINDS = MappingProxyType(
    {
        SchoolKind.UNIVERSITY: N_("University (undergraduate)"),
        SchoolKind.GRADUATE_SCHOOL: N_("Graduate school"),
        SchoolKind.PROFESSIONAL_GRADUATE_SCHOOL: N_("Professional graduate school (専門職大学院), business school"),
        SchoolKind.JUNIOR_COLLEGE: N_("Junior college (短期大学)"),
        SchoolKind.COLLEGE_OF_TECHNOLOGY: N_("College of technology (高専)"),
        SchoolKind.VOCATIONAL_SCHOOL: N_("Vocational school (専門学校)"),
        SchoolKind.CHINESE_SPECIALISED_COURSE: N_("Specialised course of China (专科, 大专)"),
        SchoolKind.CHINESE_SELF_STUDY: N_("Self-taught examination, adult or online education of China (自学考试)"),
    }
)
_REMARKS = MappingProxyType(
    {
        DiplomaRemark.WORDS_NEEDED: N_(
            "Enter the words on the diploma: the school alone does not show which degree was awarded."
        ),
        DiplomaRemark.NOT_READ: N_(
            "The program does not know a degree with these words. Choose the title from the list above, or "
            "ask the immigration office."
        ),
        DiplomaRemark.SEVERAL_DEGREES: N_("These words name more than one degree. Enter one degree at a time."),
        DiplomaRemark.CONTRADICTS_SCHOOL: N_(
            "A school of this kind does not award such a degree. Check the kind of school and the words."
        ),
        DiplomaRemark.NOT_AWARDED_YET: N_("The degree has not been awarded yet: it counts from the day it is awarded."),
        DiplomaRemark.NO_DEGREE: N_("These words say that no degree was awarded: it is not counted."),
        DiplomaRemark.HONORARY: N_("An honorary degree is not awarded for studies; it is not counted here."),
        DiplomaRemark.FIRST_PROFESSIONAL: N_(
            "Unclear, so not counted: no official text was found on the row of a foreign M.D., J.D. or "
            "similar degree. Ask the immigration office."
        ),
        DiplomaRemark.ASSOCIATE_ABROAD: N_(
            "Unclear, so not counted: no official text was found on whether a foreign associate degree is "
            "equal to a university degree. Ask the immigration office."
        ),
        DiplomaRemark.GRADUATION_WITHOUT_DEGREE: N_(
            "This is a certificate of graduation (毕业证书). Enter the words of the degree certificate (学位证书); "
            "without one, ask the immigration office. It is not counted here."
        ),
        DiplomaRemark.SAYS_NOT_PROFESSIONAL: N_(
            "The row for MBA and MOT requires （専門職） on the Japanese diploma. A translation may leave it out: "
            "check the Japanese words."
        ),
        DiplomaRemark.BUSINESS_FIELD_OPEN: N_(
            "Whether this is a professional degree in business administration (MBA row) is unclear; it is "
            "counted as a professional degree. Ask the school or the immigration office."
        ),
        DiplomaRemark.NOT_A_UNIVERSITY_BY_NAME: N_(
            "It counts for education as equal to a university degree. Whether it is a degree of a Japanese "
            "university (⑭) is unclear, so that is not counted. Ask the immigration office."
        ),
        DiplomaRemark.OTHER_COUNTRY: N_(
            "The university of this name is in another country. Who awards the degree decides: see the diploma. "
            "Neither ⑭ nor ⑰ is counted."
        ),
        DiplomaRemark.SCHOOL_NOT_DECIDED: N_(
            "Whether the school is a designated university (⑰) is not decided by this name; look it up on the page "
            "University."
        ),
    }
)


def country_label(country: DiplomaCountry, _: Translator) -> str:
    """Where a school is."""
    return _(_COUNTRIES[country])


def school_label(kind: SchoolKind, _: Translator) -> str:
    """What kind of school it is."""
    return _(_KINDS[kind])


def diploma_remark(remark: DiplomaRemark, _: Translator) -> str:
    """Why a diploma does not decide something, or what must be heeded."""
    return _(_REMARKS[remark])
