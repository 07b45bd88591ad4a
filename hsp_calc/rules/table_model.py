"""What a rule table may say: a small closed vocabulary, laid out like the printed form."""

import math
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hsp_calc.facts import VOCABULARY, Category, FactKind
from hsp_calc.rules.provenance import Originated
from hsp_calc.validation import IsoDate, nearest

Text = Annotated[StrictStr, StringConstraints(min_length=1, strip_whitespace=True)]
Identifier = Annotated[StrictStr, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
TableId = Annotated[StrictStr, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Points = Annotated[StrictInt, Field(ge=1, le=200)]


class _Rule(BaseModel):
    # Deferred, a model inside another is never built on its own, and an import builds none.
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Wording(_Rule):
    """Words of the law in Japanese, which governs, and in English beside it."""

    ja: Text
    en: Text


class Test(_Rule):
    """What one fact must be. An unanswered fact makes the outcome unknown.

    Attributes:
        is_: the value, or any of several. Written ``is``.
        includes: at least one of these is among the values answered.
        at_least: the number is this or more.
        below: the number is less than this.
    """

    __test__ = False  # a rule, not a test case of pytest

    is_: Annotated[StrictBool | Text | tuple[Text, ...] | None, Field(alias="is")] = None
    includes: tuple[Text, ...] | None = None
    at_least: StrictInt | None = None
    below: StrictInt | None = None

    @property
    def kind(self) -> FactKind | None:
        """The kind of fact that this test is for; None if it asks nothing, or two things."""
        number = self.at_least is not None or self.below is not None
        if (self.is_ is not None) + (self.includes is not None) + number != 1:
            return None
        if number:
            return FactKind.NUMBER
        if self.includes is not None:
            return FactKind.CHOICES
        return FactKind.FLAG if isinstance(self.is_, bool) else FactKind.CHOICE

    @property
    def values(self) -> tuple[str, ...]:
        """The words it compares with."""
        if isinstance(self.is_, str):
            return (self.is_,)
        if isinstance(self.is_, tuple):
            return self.is_
        return self.includes or ()

    def contradicts(self, other: "Test") -> bool:
        """Whether nothing can pass both this test and the other, of the same fact."""
        match self.kind:
            case FactKind.NUMBER:
                low, high = self.interval
                other_low, other_high = other.interval
                return max(low, other_low) >= min(high, other_high)
            case FactKind.FLAG:
                return self.is_ != other.is_
            case FactKind.CHOICE:
                return not set(self.values) & set(other.values)
            case _:
                return False

    @property
    def interval(self) -> tuple[float, float]:
        """The numbers that pass it: from the first, included, to the second, excluded."""
        low = -math.inf if self.at_least is None else self.at_least
        high = math.inf if self.below is None else self.below
        return low, high

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Test":
        if self.kind is None:
            raise PydanticCustomError("test_unclear", "not one test")
        if self.at_least is not None and self.below is not None and self.at_least >= self.below:
            raise PydanticCustomError("never_met", "empty range")
        return self


def _known_facts(tests: Mapping[str, Test]) -> Mapping[str, Test]:
    for fact, test in tests.items():
        term = VOCABULARY.get(fact)
        if term is None:
            raise PydanticCustomError("unknown_fact", "fact", {"fact": fact, "nearest": nearest(fact, VOCABULARY)})
        if test.kind is not term.kind:
            raise PydanticCustomError("test_of_other_kind", "kind", {"fact": fact, "kind": term.kind.value})
        for value in test.values:
            if value not in term.values:
                raise PydanticCustomError(
                    "unknown_value",
                    "value",
                    {
                        "fact": fact,
                        "value": value,
                        "values": term.values,
                        "nearest": nearest(value, term.values),
                    },
                )
    return tests


class _Conditional(_Rule):
    @field_validator("when", "requires_facts", check_fields=False)
    @classmethod
    def _name_known_facts(cls, tests: Mapping[str, Test]) -> Mapping[str, Test]:
        return _known_facts(tests)


Condition = Annotated[Mapping[StrictStr, Test], Field(min_length=1)]
"""Facts and what each must be; all must hold."""


class Exclusion(_Conditional):
    """A row beside which this one does not count.

    Attributes:
        criterion: the other row; it excludes when it counts.
        when: facts that must hold too.
    """

    criterion: Identifier
    when: Mapping[StrictStr, Test] = Field(default_factory=dict)


class Fraction(_Rule):
    """A fraction that the form asks to be filled in, in percent."""

    numerator: Wording
    denominator: Wording


class Ranking(_Rule):
    """A ranking whose place the form asks for."""

    id: Identifier
    name: Wording
    publisher: Wording


class Criterion(_Conditional):
    """A row of the form.

    Attributes:
        id: the same id means the same row in every table and on every sheet.
        cite: where the row stands in the first source of the table.
        ja: the official wording.
        en: its English rendering.
        remark: small print under the wording.
        choice: what the check box itself says, where rows share one wording.
        points: what the row gives when it alone of its block is met.
        evidence: the numbers of the supporting documents.
        when: the facts that meet the row.
        requires: rows that must count beside it.
        requires_facts: facts that must hold beside it.
        excluded_by: rows beside which it does not count.
        fraction: a fraction to be filled in on the form.
        rankings: rankings to be filled in on the form.
    """

    id: Identifier
    cite: Wording
    ja: Text
    en: Text
    remark: Wording | None = None
    choice: Wording | None = None
    points: Points
    evidence: tuple[Text, ...] = ()
    when: Condition
    requires: tuple[Identifier, ...] = ()
    requires_facts: Mapping[StrictStr, Test] = Field(default_factory=dict)
    excluded_by: tuple[Exclusion, ...] = ()
    fraction: Fraction | None = None
    rankings: tuple[Ranking, ...] = ()


class Count(StrEnum):
    """How the rows of a block that are met count together."""

    SUM = "sum"
    """Each gives its points."""
    BEST = "best"
    """The one that gives most."""
    TIERS = "tiers"
    """The total depends on how many are met; beyond the last tier nothing is added."""


class GridColumn(_Conditional):
    """A column of a grid on the form: the persons it is for."""

    ja: Text
    en: Text
    when: Condition


class Block(_Rule):
    """Rows that stand and count together.

    Attributes:
        heading: the line above the rows.
        count: how the rows count together.
        tiers: totals for one, two, … rows met; its rows share one cell of points.
        points_label: the lines of that shared cell, where it says more than the number.
        columns: the columns of the grid that the rows are printed as.
        criteria: the rows.
        notes: the notes printed beneath.
    """

    heading: Wording | None = None
    count: Count = Count.SUM
    tiers: tuple[Points, ...] = ()
    points_label: tuple[Wording, ...] = ()
    columns: tuple[GridColumn, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    notes: tuple[Wording, ...] = ()

    @model_validator(mode="after")
    def _tiers_go_with_tiers(self) -> "Block":
        if (self.count is Count.TIERS) != bool(self.tiers):
            raise PydanticCustomError("tiers_unclear", "tiers")
        if list(self.tiers) != sorted(set(self.tiers)):
            raise PydanticCustomError("tiers_not_rising", "tiers")
        if self.tiers and any(criterion.points != self.tiers[0] for criterion in self.criteria):
            raise PydanticCustomError("tiers_not_points", "tiers", {"points": self.tiers[0]})
        return self


class Section(_Rule):
    """An item (項目) of the form, such as education or experience."""

    id: Identifier
    ja: Text
    en: Text
    mark: Wording | None = None
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]


class Gate(_Conditional):
    """A condition without which there is no recognition, whatever the points."""

    id: Identifier
    ja: Text
    en: Text
    when: Condition


class CategoryRules(_Rule):
    """The sheet of one category.

    Attributes:
        title: the heading of the form.
        preamble: the sentence above the table.
        status: the status of residence.
        activity: the kind of activity, in one phrase.
        institution: what the form calls the institution.
        page_break_before: the row with which the second page begins.
        gates: conditions apart from the points.
        sections: the items in the form's order.
    """

    title: Wording
    preamble: Wording
    status: Wording
    activity: Wording
    institution: Wording
    page_break_before: Identifier | None = None
    gates: tuple[Gate, ...] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    def rows(self) -> Iterator[tuple[Section, Block, Criterion]]:
        """Every row in the form's order, with where it stands."""
        for section in self.sections:
            for block in section.blocks:
                for criterion in block.criteria:
                    yield section, block, criterion

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """The rows by their ids."""
        return {criterion.id: criterion for _, _, criterion in self.rows()}


class DatedNote(Wording):
    """What is to be known of rows on some days alone, such as a day that is not confirmed.

    Attributes:
        since: the first of the days. Written ``from``.
        until: the last of them. Written ``to``.
        rows: the rows that it is about.
    """

    since: Annotated[IsoDate, Field(alias="from")]
    until: Annotated[IsoDate, Field(alias="to")]
    rows: Annotated[tuple[Identifier, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> "DatedNote":
        if self.until < self.since:
            raise PydanticCustomError("ends_before_start", "dates", {"start": self.since, "end": self.until})
        return self


class RuleTable(Originated, _Rule):
    """The point tables of all three categories, as they were in force from one day to another.

    Attributes:
        id: the name of the table.
        title: what people call it.
        since: the first day in force. Written ``from``.
        until: the last day in force; None while it is in force. Written ``to``.
        sources: ids of the sources, the governing one first.
        verified_on: when it was last compared with its sources.
        pass_mark: the points from which a person is recognised.
        marks: the totals that matter, the pass mark among them.
        caution: what a user must know before relying on it.
        dated_notes: what is to be known of rows on some of its days.
        heading_left: what the form says above the title on the left.
        heading_right: what it says there on the right.
        categories: the three sheets.
    """

    id: TableId
    title: Wording
    since: Annotated[IsoDate, Field(alias="from")]
    until: Annotated[IsoDate | None, Field(alias="to")] = None
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    verified_on: IsoDate
    pass_mark: Points
    marks: Annotated[tuple[Points, ...], Field(min_length=1)]
    caution: Wording | None = None
    dated_notes: tuple[DatedNote, ...] = ()
    heading_left: Wording
    heading_right: Wording
    categories: Mapping[Category, CategoryRules]

    def notes_on(self, day: date, rows: Collection[str]) -> tuple[Wording, ...]:
        """What is to be known on a day of rows that matter there."""
        return tuple(
            note for note in self.dated_notes if note.since <= day <= note.until and not set(rows).isdisjoint(note.rows)
        )

    @model_validator(mode="after")
    def _is_whole(self) -> "RuleTable":
        if self.until is not None and self.until < self.since:
            raise PydanticCustomError("ends_before_start", "dates", {"start": self.since, "end": self.until})
        if missing := [category.value for category in Category if category not in self.categories]:
            raise PydanticCustomError("categories_missing", "categories", {"missing": missing})
        if self.pass_mark not in self.marks:
            raise PydanticCustomError("pass_mark_unmarked", "marks", {"pass_mark": self.pass_mark})
        return self
