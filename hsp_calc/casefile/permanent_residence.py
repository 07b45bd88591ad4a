"""What a person answers of the conditions of permanent residence that nothing else in a case says."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from hsp_calc.validation import IsoDate


class Answer(StrEnum):
    """An answer to a condition; not sure is an answer that was given, and no yes."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class ConditionAnswer(BaseModel):
    """An answer to a condition.

    Attributes:
        answer: yes, no or not sure.
        since: for yes, the first day on which it is so; None where it is so whenever it is asked.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    answer: Answer
    since: IsoDate | None = None


class ConditionAnswers(BaseModel):
    """The answers to the conditions, each under the name of the condition; None where it is not answered.

    Attributes:
        residence: lived in Japan without interruption.
        work_status: a work status, where the status itself does not say it.
        landing_criteria: the landing criteria of the present status are met.
        period_of_stay: the longest period of stay is held, where the case does not say it.
        taxes: paid on time.
        pension: contributions paid on time.
        health_insurance: contributions paid on time.
        household_income: above the average of Japanese households of the size.
        pension_prospect: the expected pension, or assets in its place, is enough.
        absences: no long absences.
        rules: the rules are known and kept, and children go to school.
        first_application: it is the first application filed since the day on which the transition of the 3-year
            period of stay begins.
        decision_on: the day by which the decision is expected.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    residence: ConditionAnswer | None = None
    work_status: ConditionAnswer | None = None
    landing_criteria: ConditionAnswer | None = None
    period_of_stay: ConditionAnswer | None = None
    taxes: ConditionAnswer | None = None
    pension: ConditionAnswer | None = None
    health_insurance: ConditionAnswer | None = None
    household_income: ConditionAnswer | None = None
    pension_prospect: ConditionAnswer | None = None
    absences: ConditionAnswer | None = None
    rules: ConditionAnswer | None = None
    first_application: ConditionAnswer | None = None
    decision_on: IsoDate | None = None

    def to(self, condition: str) -> ConditionAnswer | None:
        """The answer to a condition; None, too, where the case has no place for one."""
        found = getattr(self, condition, None)
        return found if isinstance(found, ConditionAnswer) else None

    @property
    def given(self) -> bool:
        """Whether anything is answered."""
        return bool(self.model_extra) or any(getattr(self, name) is not None for name in type(self).model_fields)
