"""``GuideAnswers``: the section of the answers to the guide."""

from typing import ClassVar

from pydantic import BaseModel

from hsp_calc.casefile.sections.activity_answers import ActivityAnswers
from hsp_calc.casefile.sections.household import Household
from hsp_calc.casefile.sections.section import Section
from hsp_calc.casefile.sections.underlying_answers import UnderlyingAnswers


class GuideAnswers(Section):
    """The answers to the guide; what the case holds elsewhere is not repeated here.

    Attributes:
        underlying: what was answered of the underlying status.
        activity: what was answered of another activity.
        household: what was answered of the household.
    """

    key: ClassVar[str] = "guide"

    underlying: UnderlyingAnswers = UnderlyingAnswers()
    activity: ActivityAnswers = ActivityAnswers()
    household: Household = Household()

    def with_answer(self, part: str, question: str, answer: object) -> "GuideAnswers":
        """The same with another answer to a question of one of its parts; None takes the answer back.

        Raises:
            ValueError: the answer is none to that question.
        """
        answers: BaseModel = getattr(self, part)
        given = {name: value for name, value in answers.model_dump().items() if name != question}
        if answer is not None:
            given[question] = answer
        return self.model_copy(update={part: type(answers).model_validate(given)})
