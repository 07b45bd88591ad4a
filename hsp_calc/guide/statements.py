"""What the data files of the guide are made of: statements with their sources, questions, and strict loading."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from hsp_calc.casefile.sections import Answers
from hsp_calc.rules import Wording
from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.provenance import Originated
from hsp_calc.rules.table_model import Identifier, Text
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import IsoDate, Problem, nearest

SourceIds = Annotated[tuple[Identifier, ...], Field(min_length=1)]


class GuideModel(BaseModel):
    """Anything of a data file: frozen, and strict about its fields."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Statement(GuideModel):
    """Something that the guide says.

    Attributes:
        ja: in Japanese.
        en: the same in English.
        sources: ids of the sources that say so.
        certainty: how sure it is, where its sources do not tell.
        since: the first day on which it holds, where it has one. Written ``from``.
        until: the last day on which it holds, where it has one. Written ``to``.
    """

    ja: Text
    en: Text
    sources: SourceIds
    certainty: Certainty | None = None
    since: Annotated[IsoDate | None, Field(alias="from")] = None
    until: Annotated[IsoDate | None, Field(alias="to")] = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Page(Originated, GuideModel):
    """A file of the guide.

    Attributes:
        title: what it is about.
        checked_on: when everything in it was last compared with its sources.
        notice: what stands beside every answer: this is no legal advice.
    """

    title: Wording
    checked_on: IsoDate
    notice: Statement


class AnswerUnit(StrEnum):
    """What a number that is asked for counts."""

    YEN = "yen"
    YEN_A_MONTH = "yen_a_month"
    YEARS = "years"
    HOURS = "hours"
    CATEGORY = "category"


class QuestionKind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"


class Question(Statement):
    """Something that the guide asks.

    Attributes:
        answers: what may be answered, in words, for a choice; its keys are the values of the answer.
        unit: what is counted, for a number.
    """

    answers: Mapping[Identifier, Wording] = Field(default_factory=dict)
    unit: AnswerUnit | None = None

    @property
    def kind(self) -> QuestionKind:
        """How it is answered."""
        if self.answers:
            return QuestionKind.CHOICE
        return QuestionKind.YES_NO if self.unit is None else QuestionKind.NUMBER


Questions = Mapping[Identifier, Question]


_Page = TypeVar("_Page", bound=Page)


def load_page(path: Path, model: type[_Page], inconsistencies: Callable[[_Page], Iterable[Problem]]) -> _Page:
    """A page of the guide.

    Args:
        path: the file.
        model: what it holds.
        inconsistencies: what is wrong with it beyond the form of its fields.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = YamlDocument(path.read_bytes(), source=os.fspath(path))
    page = document.read(model)
    document.refuse_if(list(inconsistencies(page)))
    return page


def names_of(kind: type[StrEnum]) -> tuple[str, ...]:
    """The words of a closed set."""
    return tuple(member.value for member in kind)


def wrong_names(found: Mapping[str, object], wanted: Iterable[str], *place: str | int) -> Iterator[Problem]:
    """The names that a mapping lacks of a closed set, and those it has beside it."""
    known = tuple(wanted)
    for name in found:
        if name not in known:
            params = {"name": name, "nearest": nearest(name, known), "known": known}
            yield Problem("unknown_field", (*place, name), params)
    for name in known:
        if name not in found:
            yield Problem("missing_field", (*place, name), {"name": name})


def wrong_questions(questions: Questions, answers: type[Answers], *place: str | int) -> Iterator[Problem]:
    """Where questions do not ask for what the answers hold."""
    yield from wrong_names(questions, answers.model_fields, *place)
    for name, question in questions.items():
        if name in answers.model_fields:
            asked = _plain_type(answers.model_fields[name].annotation)
            choices = names_of(asked) if issubclass(asked, StrEnum) else ()
            yield from wrong_names(question.answers, choices, *place, name, "answers")
            counted = issubclass(asked, int | float) and not issubclass(asked, bool)
            if counted and question.unit is None:
                yield Problem("missing_field", (*place, name, "unit"), {"name": "unit"})
            elif not counted and question.unit is not None:
                params = {"name": "unit", "nearest": None, "known": ()}
                yield Problem("unknown_field", (*place, name, "unit"), params)


def _plain_type(annotation: Any) -> type:
    """The type of an answer without None and without its limits."""
    if get_origin(annotation) is Annotated:
        return _plain_type(get_args(annotation)[0])
    if isinstance(annotation, UnionType) or get_origin(annotation) is not None:
        return _plain_type(next(part for part in get_args(annotation) if part is not type(None)))
    kind: type = annotation
    return kind
