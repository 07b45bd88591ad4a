"""Texts that were typed into a field and could not be read: a case keeps them until something that can be is typed."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints

from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.validation import IsoDate

LONGEST_TEXT = 200
"""The longest text that is kept, in characters: no value is written in more."""
MOST_TEXTS = 200
_EXPERIENCE = "experience_years"


class UnreadText(BaseModel):
    """A text that could not be read.

    Attributes:
        field: where it was typed: a fact (``annual_salary_yen``), one of its parts (``experience_years.technical``),
            or another field of the case (``residence.since``).
        text: as it was typed.
        since: of a fact, the first day of the entry of the history that it was typed into; None is the one that is
            always true. Written ``from``.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="allow", serialize_by_alias=True)

    field: Annotated[StrictStr, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
    text: Annotated[StrictStr, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
    since: Annotated[IsoDate | None, Field(alias="from")] = None

    @property
    def fact(self) -> str | None:
        """The fact that it was typed for; None for another field."""
        return self.field.partition(".")[0] if is_fact(self.field) else None


def is_fact(field: str) -> bool:
    """Whether a field holds a fact of the history; the others stand once in a case."""
    name = field.partition(".")[0]
    return name in Facts.model_fields and name != "date_of_birth"


def unanswered(texts: Iterable[UnreadText], history: tuple[DatedFacts, ...]) -> tuple[UnreadText, ...]:
    """The texts whose fact nothing else answers in the entry that they were typed into."""
    return tuple(
        text for text in texts if not any(_answers(entry, text) for entry in history if entry.since == text.since)
    )


def seen_on(texts: Iterable[UnreadText], history: tuple[DatedFacts, ...], day: date) -> tuple[UnreadText, ...]:
    """The texts that stand in the fields on a day: neither later, nor overtaken by a later answer."""

    def overtaken(text: UnreadText) -> bool:
        return any(_answers(entry, text) for entry in history if _first(text.since) <= _first(entry.since) <= day)

    return tuple(text for text in texts if _first(text.since) <= day and not overtaken(text))


def with_text(
    texts: tuple[UnreadText, ...], field: str, text: str | None, since: date | None
) -> tuple[UnreadText, ...]:
    """The texts with another one in a field and entry; None is none."""
    others = tuple(other for other in texts if (other.field, other.since) != (field, since))
    if not text:
        return others
    return (*others, UnreadText(field=field, text=text[:LONGEST_TEXT], **{"from": since}))[-MOST_TEXTS:]


def _first(since: date | None) -> date:
    return since or date.min


def _answers(entry: DatedFacts, text: UnreadText) -> bool:
    """Whether an entry of the history answers the fact that a text was typed for."""
    if text.fact is None:
        return False
    value = getattr(entry.facts, text.fact)
    if text.fact == _EXPERIENCE and value is not None:
        category = text.field.partition(".")[2]
        return any(value.within(other) is not None for other in Category if other.value == category)
    return value is not None
