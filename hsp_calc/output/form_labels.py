"""The words of the point form that belong to no row of a rule table."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr, StringConstraints, field_validator
from pydantic_core import PydanticCustomError

from hsp_calc.facts import Category
from hsp_calc.locations import resources
from hsp_calc.rules import Wording
from hsp_calc.rules.table_model import TableId
from hsp_calc.rules.yaml_document import YamlDocument


class Moment(StrEnum):
    """To which moment of an application for permanent residence a form belongs (the form's three boxes)."""

    NOW = "now"
    ONE_YEAR_BEFORE = "one_year_before"
    THREE_YEARS_BEFORE = "three_years_before"


LineBreak = Annotated[StrictStr, StringConstraints(pattern=r"^[^|]+\|[^|]+$")]


class _Words(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class ColumnWords(_Words):
    """The head of the table."""

    item: Wording
    criterion: Wording
    check: Wording
    points: Wording
    evidence: Wording


class PermanentResidenceWords(_Words):
    """The block that is for an application for permanent residence.

    Attributes:
        note: when it is to be filled in.
        lead: the beginning of its sentence.
        moments: the sentence's ends, one a box.
    """

    note: Wording
    lead: Wording
    moments: Mapping[Moment, Wording]

    @field_validator("moments")
    @classmethod
    def _names_every_moment(cls, moments: Mapping[Moment, Wording]) -> Mapping[Moment, Wording]:
        if missing := [moment.value for moment in Moment if moment not in moments]:
            raise PydanticCustomError("moments_missing", "moments", {"missing": missing})
        return moments


class FooterWords(_Words):
    """The small print at the foot of each page.

    Attributes:
        day: before the day whose points the form shows.
        table: before the name of the rule table.
    """

    day: Wording
    table: Wording


class FormWords(_Words):
    """What a form says beside the rows.

    Attributes:
        columns: the head of the table.
        continued: what follows an item's title on another page.
        total: beside the total.
        permanent_residence: the block below the total.
        declaration: the sentence above the signature.
        signer: who signs.
        signature: beside the signature.
        date: beside the date of the signature.
        year: after the year of that date.
        month: after its month.
        day: after its day.
        name: beside the applicant's name.
        footer: at the foot of each page.
        translation: what marks the English version.
        line_breaks: by their tables, Japanese words with a bar where the form breaks the line by hand.
        total_without_box: sheets, by their tables, whose word for the total stands outside a box.
    """

    columns: ColumnWords
    continued: Wording
    total: Wording
    permanent_residence: PermanentResidenceWords
    declaration: Wording
    signer: Wording
    signature: Wording
    date: Wording
    year: Wording
    month: Wording
    day: Wording
    name: Wording
    footer: FooterWords
    translation: Wording
    line_breaks: Mapping[TableId, tuple[LineBreak, ...]] = Field(default_factory=dict)
    total_without_box: Mapping[TableId, tuple[Category, ...]] = Field(default_factory=dict)


@cache
def form_words() -> FormWords:
    """The words that the program carries.

    Raises:
        InputError: the file is malformed, with every problem and its line.
        OSError: it cannot be read.
    """
    path = resources() / "sheet" / "form.yaml"
    return YamlDocument(path.read_bytes(), source=str(path)).read(FormWords)
