"""``FormEntries``: the section of what the point form alone asks for."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, StrictInt

from hsp_calc.casefile.sections.section import Section, SectionPart
from hsp_calc.rules.table_model import Identifier

Yen = Annotated[StrictInt, Field(ge=0, le=10**15)]
Rank = Annotated[StrictInt, Field(ge=1, le=100_000)]


class RdEntry(SectionPart):
    """The figures of the R&D fraction; each may be left open.

    Attributes:
        expenses_yen: experiment, research and development expenses of the business year.
        sales_yen: sales of the same year.
    """

    expenses_yen: Yen | None = None
    sales_yen: Yen | None = None

    @property
    def has_figures(self) -> bool:
        """Whether there are any."""
        return self.expenses_yen is not None or self.sales_yen is not None

    def without_figures(self) -> "RdEntry":
        """The same without them; unknown fields stay."""
        return self.model_copy(update={"expenses_yen": None, "sales_yen": None})


class UniversityEntry(SectionPart):
    """How the designated university is designated.

    Attributes:
        route: the row of the form that stands for it.
        ranks: its places in the rankings, by their ids.
    """

    route: Identifier | None = None
    ranks: Mapping[Identifier, Rank] = Field(default_factory=dict)


class FormEntries(Section):
    """What only the form asks for; it moves no points.

    Attributes:
        rd: figures of the R&D fraction beside those of ``rd_year``, which count. A file of version 0.1.0 has them; they
            stay only where ``rd_year`` has other ones or cannot be read.
        university: how the designated university is designated.
    """

    key: ClassVar[str] = "form"

    rd: RdEntry = RdEntry()
    university: UniversityEntry = UniversityEntry()
