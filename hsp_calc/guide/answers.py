"""What was answered in the guide, as a case keeps it."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from hsp_calc.casefile import Case
from hsp_calc.guide.activity_content import ActivityAnswers
from hsp_calc.guide.benefits import Household
from hsp_calc.guide.underlying_content import UnderlyingAnswers
from hsp_calc.validation import InputError, problems_of

KEY = "guide"
"""Where a case keeps it."""


class GuideAnswers(BaseModel):
    """What a case keeps under ``guide``; what the case holds already is not repeated there.

    Attributes:
        underlying: what was answered of the underlying status.
        activity: what was answered of another activity.
        household: what was answered of the household.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow")

    underlying: UnderlyingAnswers = UnderlyingAnswers()
    activity: ActivityAnswers = ActivityAnswers()
    household: Household = Household()

    def written(self) -> dict[str, object]:
        """It as the JSON object that a case keeps; empty where nothing was answered."""
        parts = (
            (name, getattr(self, name).model_dump(mode="json", exclude_none=True)) for name in type(self).model_fields
        )
        return {**{name: answers for name, answers in parts if answers}, **(self.model_extra or {})}

    def with_answer(self, part: str, question: str, answer: object) -> "GuideAnswers":
        """The same with another answer to a question of one of its parts; None takes the answer back.

        Raises:
            ValueError: the answer is none to that question.
        """
        answers: BaseModel = getattr(self, part)
        given = {name: value for name, value in answers.model_dump(exclude_none=True).items() if name != question}
        if answer is not None:
            given[question] = answer
        return self.model_copy(update={part: type(answers).model_validate(given)})


def guide_of(case: Case) -> GuideAnswers:
    """What a case keeps of the guide.

    Raises:
        InputError: what stands there is something else.
    """
    written: Any = (case.model_extra or {}).get(KEY)
    if written is None:
        return GuideAnswers()
    try:
        return GuideAnswers.model_validate(written)
    except ValidationError as error:
        raise InputError([problem.within(KEY) for problem in problems_of(error, GuideAnswers)]) from None


def with_guide(case: Case, kept: GuideAnswers) -> Case:
    """The case with this in place of what it keeps of the guide; without answers it keeps nothing."""
    if written := kept.written():
        return case.model_copy(update={KEY: written})
    bare = case.model_copy()
    (bare.model_extra or {}).pop(KEY, None)
    return bare
