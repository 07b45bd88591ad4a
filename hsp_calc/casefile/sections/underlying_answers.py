"""What was answered of the underlying status: whether an activity fits the ordinary work status."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictInt

from hsp_calc.casefile.sections.answers import Answers
from hsp_calc.facts import Category, Facts


class UnderlyingStatus(StrEnum):
    """The ordinary work status that the activity is to fit."""

    ENGINEER_HUMANITIES_INTERNATIONAL = "engineer_humanities_international"
    BUSINESS_MANAGER = "business_manager"
    RESEARCHER = "researcher"
    PROFESSOR_INSTRUCTOR = "professor_instructor"
    OTHER = "other"
    """One whose criteria the guide does not carry."""


class MainDuty(StrEnum):
    """What a person mainly does, which decides the sheet."""

    RESEARCH = "research"
    EDUCATION = "education"
    DEVELOPMENT = "development"
    MIXED = "mixed"
    MANAGEMENT = "management"


class Vocational(StrEnum):
    """The title of a Japanese vocational school."""

    RELATED = "related"
    UNRELATED = "unrelated"
    NONE = "none"


class ManagerSituation(StrEnum):
    """Which application for Business Manager it is, by the revision of 16 October 2025."""

    ACCEPTED_BEFORE = "accepted_before"
    EXTENSION = "extension"
    NEW = "new"


class WorkKind(StrEnum):
    """What the work rests on."""

    KNOWLEDGE = "knowledge"
    """Knowledge of the natural or human sciences."""
    INTERNATIONAL_SERVICES = "international_services"
    """Foreign sensibility alone."""
    BOTH = "both"


class Relation(StrEnum):
    """How a degree is related to the work."""

    RELATED = "related"
    PARTLY = "partly"
    UNRELATED = "unrelated"


class Duties(StrEnum):
    """Whether the duties are simple labour."""

    SKILLED = "skilled"
    PARTLY_SIMPLE = "partly_simple"
    SIMPLE = "simple"


class Workplace(StrEnum):
    """Where the work is done."""

    OWN = "own"
    CLIENT_SITE = "client_site"
    DISPATCH = "dispatch"


class ContractTerm(StrEnum):
    """How long the contract runs."""

    INDEFINITE = "indefinite"
    RENEWABLE = "renewable"
    ENDING = "ending"
    NO_CONTRACT = "no_contract"


class Stability(StrEnum):
    """How the employer stands."""

    STABLE = "stable"
    LOSS = "loss"
    NEW = "new"


class UnderlyingAnswers(Answers):
    """What the guide asks; None means not answered.

    Attributes:
        status: the status that the activity is to fit.
        main_duty: what the person mainly does.
        work_kind: what the work rests on.
        has_degree: whether the person holds a degree.
        degree_relation: how it is related to the work.
        experience_years: years of experience in the work.
        vocational: the title of a Japanese vocational school, and whether it is related to the work.
        translation_teaching: whether it is translation, interpretation or language teaching.
        it_exam: whether an exam of the IT notice for the work was passed.
        salary_yen: expected yearly pay before tax, in yen.
        colleague_salary_yen: what a Japanese colleague in the same work is or would be paid a year, in yen.
        duties: whether the duties are simple labour.
        language_work: whether it is mainly work with people through language.
        language_b2: whether the ability in that language is at level B2.
        workplace: where the work is done.
        site_described: for work elsewhere, whether the papers describe the place and the duties there.
        training_first: for dispatch, whether it is a recruit whose place is decided after initial training.
        contract_term: how long the contract runs.
        bm_situation: which application for Business Manager it is.
        bm_assets_yen: the property used for the business, in yen.
        bm_employee: whether there is a full-time employee living in Japan.
        bm_japanese: whether somebody has Japanese at level B2.
        bm_person: whether there is a degree or 3 years of management.
        bm_plan: whether the plan was checked by an expert.
        bm_office: whether there is an office apart from the home.
        stability: how the employer stands.
        employer_category: 1 to 4, the category by which the agency asks an employer for papers.
    """

    status: UnderlyingStatus | None = None
    main_duty: MainDuty | None = None
    work_kind: WorkKind | None = None
    has_degree: StrictBool | None = None
    degree_relation: Relation | None = None
    experience_years: Annotated[StrictFloat, Field(ge=0, allow_inf_nan=False)] | None = None
    vocational: Vocational | None = None
    translation_teaching: StrictBool | None = None
    it_exam: StrictBool | None = None
    salary_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    colleague_salary_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    duties: Duties | None = None
    language_work: StrictBool | None = None
    language_b2: StrictBool | None = None
    workplace: Workplace | None = None
    site_described: StrictBool | None = None
    training_first: StrictBool | None = None
    contract_term: ContractTerm | None = None
    bm_situation: ManagerSituation | None = None
    bm_assets_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    bm_employee: StrictBool | None = None
    bm_japanese: StrictBool | None = None
    bm_person: StrictBool | None = None
    bm_plan: StrictBool | None = None
    bm_office: StrictBool | None = None
    stability: Stability | None = None
    employer_category: Annotated[StrictInt, Field(ge=1, le=4)] | None = None

    @classmethod
    def known_from(cls, facts: Facts, category: Category = Category.TECHNICAL) -> "UnderlyingAnswers":
        """What the facts of a case answer already.

        No related qualification or exam at all means no exam of the IT notice; some may or may not include one.

        Args:
            facts: of the day of the application.
            category: whose work the experience is in.
        """
        known: dict[str, object] = {
            "has_degree": None if facts.degrees is None else bool(facts.degrees),
            "experience_years": facts.experience_in(category),
            "it_exam": False if facts.licenses == 0 else None,
            "salary_yen": facts.annual_salary_yen,
        }
        return cls.model_validate({name: value for name, value in known.items() if value is not None})
