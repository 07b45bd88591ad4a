"""The sections of what was looked up: the university, the degrees, the qualifications and the institution."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StrictInt, StrictStr

from hsp_calc import limits
from hsp_calc.casefile.sections.section import Section, SectionPart
from hsp_calc.facts import MONTHS_A_YEAR
from hsp_calc.validation import at_most_characters

LAST_DAY = 31
"""Of a month that has fewer days it means the last."""

Yen = Annotated[StrictInt, Field(ge=0)]
Name = Annotated[StrictStr, at_most_characters(limits.NAME)]


class KeptUniversity(Section):
    """The designated university of a person.

    Attributes:
        id: of the university on the lists; None for one that was typed in.
        name: what it was called when it was chosen.
    """

    key: ClassVar[str] = "university"

    id: StrictStr | None = None
    name: Name = ""


class DiplomaCountry(StrEnum):
    """Where the school is; China has diplomas of its own kinds."""

    JAPAN = "japan"
    CHINA = "china"
    ELSEWHERE = "elsewhere"


class SchoolKind(StrEnum):
    """What kind of school or course awarded the diploma."""

    UNIVERSITY = "university"
    GRADUATE_SCHOOL = "graduate_school"
    PROFESSIONAL_GRADUATE_SCHOOL = "professional_graduate_school"
    JUNIOR_COLLEGE = "junior_college"
    COLLEGE_OF_TECHNOLOGY = "college_of_technology"
    VOCATIONAL_SCHOOL = "vocational_school"
    CHINESE_SPECIALISED_COURSE = "chinese_specialised_course"
    CHINESE_SELF_STUDY = "chinese_self_study"


class KeptTitle(SectionPart):
    """A title that a person holds, as a case keeps it.

    Attributes:
        title: its id.
        field: what was studied; empty if that is not known.
        country: where its school is; None is not answered.
        school: the school that awarded it, as it was typed.
        kind: what kind of school or course that is; None is not answered.
        words: what the diploma says of the degree.
    """

    title: Name
    field: Name = ""
    country: DiplomaCountry | None = None
    school: Name = ""
    kind: SchoolKind | None = None
    words: Name = ""


class KeptTitles(Section):
    """The titles of a person.

    Attributes:
        held: the titles, as they were entered.
    """

    key: ClassVar[str] = "titles"

    held: Annotated[tuple[KeptTitle, ...], Field(max_length=limits.ENTRIES)] = ()


class Qualifications(Section):
    """The qualifications of a person.

    Attributes:
        it_exams: ids of exams of the IT notice.
        national: names of Japanese national qualifications, as typed.
    """

    key: ClassVar[str] = "qualifications"

    it_exams: Annotated[tuple[Name, ...], Field(max_length=limits.ENTRIES)] = ()
    national: Annotated[tuple[Name, ...], Field(max_length=limits.ENTRIES)] = ()


class Owner(StrEnum):
    """Who runs the institution."""

    COMPANY = "company"
    """A company or a business cooperative."""
    SOLE_PROPRIETOR = "sole_proprietor"


class Enterprise(Section):
    """What an institution is; each may be left open.

    Attributes:
        industry: the id of the industry of its main business.
        owner: who runs it.
        capital_yen: its capital or total investment.
        employees: its regular employees.
    """

    key: ClassVar[str] = "enterprise"

    industry: StrictStr | None = None
    owner: Owner | None = None
    capital_yen: Yen | None = None
    employees: Annotated[StrictInt, Field(ge=0)] | None = None


class ResearchYear(Section):
    """The business year of an institution and its figures.

    Attributes:
        closing_month: the month in which the business year ends.
        closing_day: the day of it.
        expenses_yen: research and development expenses of the year that counts.
        sales_yen: sales of the same year.
    """

    key: ClassVar[str] = "rd_year"

    closing_month: Annotated[StrictInt, Field(ge=1, le=MONTHS_A_YEAR)] | None = None
    closing_day: Annotated[StrictInt, Field(ge=1, le=LAST_DAY)] = LAST_DAY
    expenses_yen: Yen | None = None
    sales_yen: Yen | None = None
