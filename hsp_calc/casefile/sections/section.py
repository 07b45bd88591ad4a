"""``Section``: a part of a case that is read when a file has it, and kept as it is written where it cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
)
from pydantic_core import CoreSchema, core_schema

from hsp_calc.validation import Problem, problems_of


class SectionPart(BaseModel):
    """A part of a section. Fields that this version does not know are kept as they are."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    @model_serializer(mode="wrap")
    def _leaves_out_what_is_not_said(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Write what was said, and every unknown field: neither unanswered fields nor defaults that nobody set."""
        written: dict[str, Any] = handler(self)
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            default = field.get_default(call_default_factory=True)
            if value is None or (value == default and (name not in self.model_fields_set or _is_composite(value))):
                written.pop(field.alias or name, None)
        return written


class Section(SectionPart):
    """A section of a case.

    Attributes:
        key: the name of the section in the file and of the field of ``Case``.
    """

    key: ClassVar[str]

    @classmethod
    def kept_as(cls, written: object) -> "Self | UnreadSection | None":
        """The section that a value of a case file stands for; None where it says nothing.

        A malformed one stays as it is written.
        """
        if written is None or isinstance(written, (cls, UnreadSection)):
            return written
        try:
            section = cls.model_validate(written)
        except ValidationError as error:
            return UnreadSection(written, tuple(problem.within(cls.key) for problem in problems_of(error, cls)))
        return None if section == cls() else section


@dataclass(frozen=True, slots=True)
class UnreadSection:
    """A section that is not what its model asks for.

    A case with one is opened and saved all the same; only what rests on the section is refused.

    Attributes:
        written: what stands in the file, which is written again.
        problems: what is wrong with it, each with its place in the case.
    """

    written: object
    problems: tuple[Problem, ...]


class _ReadWhenThere:
    """Builds no schema of a section before a file has it: most cases have few of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        model: type[Section] = get_args(source)[0]
        return core_schema.no_info_plain_validator_function(
            model.kept_as, serialization=core_schema.plain_serializer_function_ser_schema(_written)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        return {}


S = TypeVar("S", bound=Section)
KeptSection = Annotated[S | UnreadSection | None, _ReadWhenThere()]
"""A field of ``Case`` that holds a section; None where the case has none."""


def _written(kept: Section | UnreadSection | None) -> object:
    return kept.model_dump(mode="json") if isinstance(kept, Section) else kept and kept.written


def _is_composite(value: object) -> bool:
    """Whether a value is itself made of parts, so that an empty one says nothing."""
    return isinstance(value, (SectionPart, Mapping, tuple))
