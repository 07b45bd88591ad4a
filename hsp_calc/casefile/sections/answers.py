"""``Answers``: answers to the questions of a page of the guide."""

from typing import Self

from pydantic import ValidationError

from hsp_calc.casefile.sections.section import SectionPart
from hsp_calc.validation import InputError, Problem, nearest, problems_of


class Answers(SectionPart):
    """Answers to the questions of a page. None means not answered, which is not "no"."""

    @classmethod
    def read(cls, data: object) -> Self:
        """Answers from a parsed JSON object that is no part of a case: unknown fields are refused.

        Raises:
            InputError: with every problem of the object.
        """
        try:
            answers = cls.model_validate(data)
        except ValidationError as error:
            raise InputError(problems_of(error, cls)) from None
        if unknown := answers.model_extra:
            known = tuple(cls.model_fields)
            raise InputError(
                Problem("unknown_field", (name,), {"name": name, "nearest": nearest(name, known), "known": known})
                for name in unknown
            )
        return answers

    def with_known(self, known: Self) -> Self:
        """The same with what is known already, which is not asked and goes before what was answered."""
        return self.model_copy(update=known.model_dump(exclude_none=True, exclude_unset=True))
