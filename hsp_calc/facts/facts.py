"""``Facts``: what is true of a person on one day."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from hsp_calc.facts.calendar import completed_years
from hsp_calc.validation import InputError, IsoDate, Problem, problems_of

MAXIMUM_AGE = 120


class Category(StrEnum):
    """The three kinds of activity, each with a sheet of its own: イ, ロ, ハ."""

    ACADEMIC = "academic"
    TECHNICAL = "technical"
    MANAGEMENT = "management"


class Degree(StrEnum):
    """A degree held. An MBA or MOT is a professional degree in business administration."""

    BACHELOR = "bachelor"
    MASTER = "master"
    PROFESSIONAL = "professional"
    MBA_MOT = "mba_mot"
    DOCTOR = "doctor"


class Research(StrEnum):
    """A research achievement (form rows ④ to ⑦)."""

    PATENT = "patent"
    GRANTS = "grants"
    PAPERS = "papers"
    OTHER = "other"


class Position(StrEnum):
    """The position in the institution of activity (form row ⑳)."""

    NONE = "none"
    DIRECTOR = "director"
    REPRESENTATIVE = "representative"


class Japanese(StrEnum):
    """Japanese language ability (form row ⑮)."""

    NONE = "none"
    N2 = "n2"
    N1 = "n1"
    JAPANESE_MAJOR = "japanese_major"


Years = Annotated[StrictFloat, Field(ge=0, allow_inf_nan=False)]


class Experience(BaseModel):
    """Years of practical experience, counted apart for each category's kind of work."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    academic: Years | None = None
    technical: Years | None = None
    management: Years | None = None

    def within(self, category: Category) -> float | None:
        """The years that count on that category's sheet; None if not answered."""
        years: float | None = getattr(self, category)
        return years

    def with_years(self, years: dict[Category, float | None]) -> Self:
        """The same, with some categories answered anew; None leaves one open."""
        kept = {name: getattr(self, name) for name in self.model_fields_set if name not in years}
        return type(self)(**kept, **{c.value: value for c, value in years.items() if value is not None})

    def clearing(self, category: Category) -> Self:
        """The same, saying of a category that it is not answered."""
        return self.model_copy(update={category.value: None})

    @property
    def cleared(self) -> tuple[Category, ...]:
        """The categories of which it says that they are not answered."""
        return tuple(c for c in Category if c.value in self.model_fields_set and self.within(c) is None)


def _one_number_serves_all(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not value >= 0:
            raise PydanticKnownError("greater_than_equal", {"ge": 0})
        return {category.value: value for category in Category}
    return value


ExperienceYears = Annotated[
    Experience, BeforeValidator(_one_number_serves_all), Field(json_schema_extra={"x-allowed": "experience"})
]


class Facts(BaseModel):
    """What is true of a person on one day. None means not answered, which is not "no".

    Attributes:
        date_of_birth: the age is computed from it; stands in place of ``age``.
        age: completed years.
        degrees: the degrees held.
        multiple_fields: two or more doctor, master or professional degrees in different fields.
        experience_years: for each category, years in the work that its sheet asks for.
        annual_salary_yen: expected yearly pay before tax for the activity applied for, in yen.
        research: the research achievements met.
        licenses: number of related national qualifications and exams of the IT notice.
        position: position in the institution of activity.
        innovation_support: the institution receives innovation support measures.
        sme: the institution is a small or medium-sized enterprise.
        local_government_support: the institution receives recognised support of a local government.
        rd_ratio_over_3pct: its R&D expenses exceed 3% of its sales.
        foreign_qualification: a recognised foreign qualification or award.
        japanese_degree: graduated from a Japanese university or graduate school.
        japanese: Japanese language ability.
        growth_project: takes part in a leading-edge project of a growth field.
        designated_university: graduated from a designated university, by any of its three routes.
        jica_training: completed JICA training of the Innovative Asia initiative, one year or more.
        jica_used_japanese_university: that training used classes of a Japanese university.
        investment_100m: invested 100 million yen or more of one's own in the business.
        asset_management: works in investment management business.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    date_of_birth: IsoDate | None = None
    age: Annotated[StrictInt, Field(ge=0, le=MAXIMUM_AGE)] | None = None
    degrees: frozenset[Degree] | None = None
    multiple_fields: StrictBool | None = None
    experience_years: ExperienceYears | None = None
    annual_salary_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    research: frozenset[Research] | None = None
    licenses: Annotated[StrictInt, Field(ge=0)] | None = None
    position: Position | None = None
    innovation_support: StrictBool | None = None
    sme: StrictBool | None = None
    local_government_support: StrictBool | None = None
    rd_ratio_over_3pct: StrictBool | None = None
    foreign_qualification: StrictBool | None = None
    japanese_degree: StrictBool | None = None
    japanese: Japanese | None = None
    growth_project: StrictBool | None = None
    designated_university: StrictBool | None = None
    jica_training: StrictBool | None = None
    jica_used_japanese_university: StrictBool | None = None
    investment_100m: StrictBool | None = None
    asset_management: StrictBool | None = None

    @field_validator("age")
    @classmethod
    def _age_is_given_once(cls, age: int | None, info: ValidationInfo) -> int | None:
        if age is not None and info.data.get("date_of_birth") is not None:
            raise PydanticCustomError("age_given_twice", "age and date of birth")
        return age

    @classmethod
    def read(cls, data: object) -> Self:
        """Facts from a parsed JSON object.

        Raises:
            InputError: with every problem of the object.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise InputError(problems_of(error, cls)) from None

    def written(self) -> dict[str, Any]:
        """The facts that are answered, as the JSON object that ``read`` takes; lists in the order of the contract."""
        data = self.model_dump(mode="json", exclude_none=True)
        for name, members in (("degrees", Degree), ("research", Research)):
            if name in data:
                data[name] = [member.value for member in members if member in data[name]]
        if years := data.pop("experience_years", None):
            years = {name: int(number) if number.is_integer() else number for name, number in years.items()}
            alike = len(years) == len(Category) and len(set(years.values())) == 1
            data["experience_years"] = years[Category.TECHNICAL] if alike else years
        return data

    def age_on(self, day: date) -> int | None:
        """Completed years on a day; None if neither the age nor the date of birth is known.

        Raises:
            InputError: the person is not born on that day, or would be older than anyone.
        """
        if self.date_of_birth is None:
            return self.age
        age = completed_years(self.date_of_birth, day)
        if self.date_of_birth > day or age > MAXIMUM_AGE:
            code = "born_later" if self.date_of_birth > day else "too_old"
            raise InputError(
                [
                    Problem(
                        code,
                        ("date_of_birth",),
                        {"value": self.date_of_birth, "day": day, "maximum": MAXIMUM_AGE},
                    )
                ]
            )
        return age

    def experience_in(self, category: Category) -> float | None:
        """Years of experience that count on a category's sheet; None if not answered."""
        return None if self.experience_years is None else self.experience_years.within(category)
