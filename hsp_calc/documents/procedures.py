"""The papers of each procedure beside the evidence for the points, as ``procedures.yaml`` carries them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictBool, StrictInt

from hsp_calc.facts import Category
from hsp_calc.reference.list_models import Carried, ListModel, Yen, open_document, repeated, unknown
from hsp_calc.rules.fees import FeeProcedure
from hsp_calc.rules.table_model import Identifier, Points, Text, Wording
from hsp_calc.validation import IsoDate, Problem

SourceIds = Annotated[tuple[Identifier, ...], Field(min_length=1)]
EmployerId = Annotated[StrictInt, Field(ge=1, le=4)]
Number = Annotated[StrictInt, Field(ge=1, le=20)]
_EMPLOYERS = (1, 2, 3, 4)


class Group(StrEnum):
    """What a paper belongs to."""

    PROCEDURE = "procedure"
    EMPLOYER = "employer"
    EVIDENCE = "evidence"


class Getter(StrEnum):
    """Who gets a paper."""

    APPLICANT = "applicant"
    EMPLOYER = "employer"
    GUARANTOR = "guarantor"


class Issued(StrEnum):
    """Whether it is a certificate that grows old."""

    JAPAN = "japan"
    """Issued in Japan."""
    ANYWHERE = "anywhere"
    """It grows old where it is issued in Japan."""
    NONE = "none"
    """No certificate."""


class EmployerProof(StrEnum):
    """What a procedure asks to prove beside its own papers."""

    POINTS = "points"
    NONE = "none"


class EmployerCategory(ListModel):
    """A category of employers.

    Attributes:
        id: its number.
        ja: what it is called.
        en: the same in English.
        may_leave_out: whether such an employer may leave most papers out.
        withheld_tax_from_yen: the tax withheld from which an employer comes under it, where that tells.
    """

    id: EmployerId
    ja: Text
    en: Text
    may_leave_out: StrictBool
    withheld_tax_from_yen: Yen | None = None


class Getting(ListModel):
    """How a paper is got.

    Attributes:
        by: who gets it.
        where: from whom.
        issued: whether it is a certificate that grows old.
        translated: whether it needs a Japanese translation where it is in a foreign language.
    """

    by: Getter
    where: Wording
    issued: Issued
    translated: StrictBool


class ProcedurePaper(Getting):
    """A paper of procedures.

    Attributes:
        id: its key, under which a case keeps its state.
        group: what it belongs to.
        ja: what it is.
        en: the same in English.
        note: what must be heeded.
        copies: how many.
        sources: ids of the sources that name it.
        checked_on: when it was last compared with them.
    """

    id: Identifier
    group: Group
    ja: Text
    en: Text
    note: Wording | None = None
    copies: Number
    sources: SourceIds
    checked_on: IsoDate


class EvidenceGetting(Getting):
    """How the evidence of a mark of the form is got.

    Attributes:
        mark: the number on the form, ``①``.
        certificates: the documents that are certificates, in Japanese, where not all of the mark are.
    """

    mark: Text
    certificates: tuple[Text, ...] = ()

    def of(self, document: str) -> Getting:
        """How a document of the mark is got, named in Japanese."""
        if not self.certificates or document in self.certificates:
            return self
        return self.model_copy(update={"issued": Issued.NONE})


class Use(ListModel):
    """That a procedure asks for a paper.

    Attributes:
        paper: the paper.
        categories: the sheets for which it is asked.
        employers: the categories of employers for which it is asked.
        may_be_left_out: whether employers that may leave most papers out may leave this one out.
        years: the years that it must cover, where it is asked for several.
    """

    paper: Identifier
    categories: Annotated[tuple[Category, ...], Field(min_length=1)] = tuple(Category)
    employers: Annotated[tuple[EmployerId, ...], Field(min_length=1)] = _EMPLOYERS
    may_be_left_out: StrictBool = False
    years: Number | None = None

    @property
    def for_some_employers(self) -> bool:
        """Whether the category of the employer decides that it is asked."""
        return self.employers != _EMPLOYERS


class ProcedureFee(ListModel):
    """Which fee a procedure costs.

    Attributes:
        procedure: the procedure by the list of fees.
        years: the period of stay that is granted, in years; None where the fee does not depend on it.
    """

    procedure: FeeProcedure
    years: Number | None = None


class Procedure(ListModel):
    """A procedure.

    Attributes:
        id: its key.
        ja: what it is called.
        en: the same in English.
        proof: what is to be proven beside.
        target: the points to be proven, where the procedure says how many.
        employer_asked: whether the category of the employer matters.
        fee: the fee that it costs.
        sources: ids of the sources.
        papers: the papers that it asks for, in order.
    """

    id: Identifier
    ja: Text
    en: Text
    proof: EmployerProof
    target: Points | None = None
    employer_asked: StrictBool
    fee: ProcedureFee | None = None
    sources: SourceIds
    papers: Annotated[tuple[Use, ...], Field(min_length=1)]


class Procedures(Carried):
    """All procedures.

    Attributes:
        caution: what a user must know before relying on them.
        certificate_months: how long a certificate issued in Japan may be used, in months.
        proof_is_enough: how much has to be proven.
        employer_categories: the categories of employers.
        papers: the papers.
        evidence: how the evidence of each mark is got.
        procedures: the procedures.
    """

    caution: Wording
    certificate_months: Number
    proof_is_enough: Wording
    employer_categories: Annotated[tuple[EmployerCategory, ...], Field(min_length=1)]
    papers: Annotated[tuple[ProcedurePaper, ...], Field(min_length=1)]
    evidence: Annotated[tuple[EvidenceGetting, ...], Field(min_length=1)]
    procedures: Annotated[tuple[Procedure, ...], Field(min_length=1)]

    @cached_property
    def by_id(self) -> Mapping[str, Procedure]:
        """The procedures by their keys."""
        return {procedure.id: procedure for procedure in self.procedures}

    @cached_property
    def papers_by_id(self) -> Mapping[str, ProcedurePaper]:
        """The papers by their keys."""
        return {paper.id: paper for paper in self.papers}

    @cached_property
    def by_mark(self) -> Mapping[str, EvidenceGetting]:
        """How evidence is got, by the marks."""
        return {getting.mark: getting for getting in self.evidence}

    def may_leave_out(self, employer: int | None) -> bool:
        """Whether an employer of a category may leave most papers out; not if the category is not known."""
        return any(category.may_leave_out for category in self.employer_categories if category.id == employer)


@cache
def load_procedures(path: Path) -> Procedures:
    """The procedures of a file, read once.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(Procedures)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def _inconsistencies(found: Procedures) -> Iterator[Problem]:
    for part in ("employer_categories", "papers", "procedures"):
        yield from repeated((entry.id for entry in getattr(found, part)), part, "id")
    yield from repeated((getting.mark for getting in found.evidence), "evidence", "mark")
    for index, procedure in enumerate(found.procedures):
        for place, use in enumerate(procedure.papers):
            yield from unknown(use.paper, found.papers_by_id, "procedures", index, "papers", place, "paper")
