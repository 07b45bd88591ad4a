"""What was answered of the household: the conditions of spouse, parents and domestic workers."""

from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from hsp_calc.casefile.sections.answers import Answers


class Household(Answers):
    """What the conditions ask; None means not answered.

    Attributes:
        household_income_yen: the yearly income of the household, in yen.
        child_under_7: whether there is a child under 7.
        pregnancy: whether the applicant or the spouse is pregnant.
        parents_live_together: whether the parents will live with the applicant.
        parents_of_one_side: whether the parents of the applicant or of the spouse come, not both.
        domestic_worker_monthly_yen: what a domestic worker is paid a month, in yen.
        worker_one_year_before: whether the worker was employed for 1 year before coming.
        worker_leaves_together: whether the worker is to leave Japan with the applicant.
        child_under_13: whether there is a child under 13.
        spouse_cannot_keep_house: whether the spouse cannot do the household through illness and the like.
        investment_management_work: whether the applicant works in investment management.
    """

    household_income_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    child_under_7: StrictBool | None = None
    pregnancy: StrictBool | None = None
    parents_live_together: StrictBool | None = None
    parents_of_one_side: StrictBool | None = None
    domestic_worker_monthly_yen: Annotated[StrictInt, Field(ge=0)] | None = None
    worker_one_year_before: StrictBool | None = None
    worker_leaves_together: StrictBool | None = None
    child_under_13: StrictBool | None = None
    spouse_cannot_keep_house: StrictBool | None = None
    investment_management_work: StrictBool | None = None
