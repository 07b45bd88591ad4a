"""What was answered of another activity beside the main one."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictInt

from hsp_calc.casefile.sections.answers import Answers


class PresentStatus(StrEnum):
    """The status that a person has."""

    WORK = "work"
    HSP_1 = "hsp_1"
    HSP_2 = "hsp_2"
    STUDENT = "student"
    DEPENDANT = "dependant"
    CULTURAL_ACTIVITIES = "cultural_activities"
    DESIGNATED_ACTIVITIES = "designated_activities"
    PERMANENT_RESIDENT = "permanent_resident"


class WantedActivity(StrEnum):
    """What a person wants to do."""

    WITHIN_STATUS = "within_status"
    """Work of the kind that the present status is for."""
    OTHER_WORK_STATUS = "other_work_status"
    """Work that another status of tables 1-1 or 1-2 is for."""
    BUSINESS = "business"
    """Running a business of one's own."""
    SIMPLE_WORK = "simple_work"
    """Work that no status of these tables is for, such as serving in a shop."""
    SKILLED_WORKER_OR_INTERN = "skilled_worker_or_intern"
    """Work of Specified Skilled Workers or Technical Interns."""
    ADULT_ENTERTAINMENT = "adult_entertainment"


class ContractForm(StrEnum):
    """On what footing it is done."""

    EMPLOYMENT = "employment"
    CONTRACT_WORK = "contract_work"
    """As a freelance, without control of the hours."""
    OWN_BUSINESS = "own_business"


class ActivityAnswers(Answers):
    """What the guide asks; None means not answered.

    Attributes:
        present: the status that the person has.
        wanted: what the person wants to do.
        lawful: whether it is lawful.
        paid: whether it is paid.
        replaces_main: whether it takes the place of the main activity.
        same_institution: whether it is done for the institution of the main activity.
        contract_form: on what footing it is done.
        hours_shown: whether a time card can show its hours.
        weekly_hours: the most hours in seven consecutive days, over all employers, outside a school's long holidays.
        yearly_income_yen: what it pays a year, in yen; asked of dependants.
        main_continues: whether the main activity is being done.
        main_unhindered: whether the main activity stays as it is.
        detention_order: whether there is a detention order or a notice of hearing.
        good_conduct: whether the person's conduct is good.
        employer_consents: whether the present employer consents.
    """

    present: PresentStatus | None = None
    wanted: WantedActivity | None = None
    lawful: StrictBool | None = None
    paid: StrictBool | None = None
    replaces_main: StrictBool | None = None
    same_institution: StrictBool | None = None
    contract_form: ContractForm | None = None
    hours_shown: StrictBool | None = None
    weekly_hours: Annotated[StrictFloat, Field(ge=0, le=168, allow_inf_nan=False)] | None = None
    yearly_income_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    main_continues: StrictBool | None = None
    main_unhindered: StrictBool | None = None
    detention_order: StrictBool | None = None
    good_conduct: StrictBool | None = None
    employer_consents: StrictBool | None = None

    @property
    def is_business(self) -> bool:
        """Whether it is a business of one's own."""
        return self.wanted is WantedActivity.BUSINESS or self.contract_form is ContractForm.OWN_BUSINESS
