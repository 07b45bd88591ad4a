"""Underlying status: what the guide asks and says of it, as ``underlying-status.yaml`` has it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from hsp_calc.casefile.sections import (
    ContractTerm,
    Duties,
    MainDuty,
    ManagerSituation,
    Stability,
    UnderlyingAnswers,
    UnderlyingStatus,
    WorkKind,
    Workplace,
)
from hsp_calc.guide.statements import (
    GuideModel,
    Page,
    Questions,
    Statement,
    load_page,
    names_of,
    wrong_names,
    wrong_questions,
)
from hsp_calc.rules.table_model import Identifier
from hsp_calc.validation import Problem


class Verdict(StrEnum):
    """Whether something fits."""

    FITS = "fits"
    DOUBTFUL = "doubtful"
    DOES_NOT_FIT = "does_not_fit"


class StatusReason(Statement):
    """Why a point is judged as it is.

    Attributes:
        verdict: how; None while it is not answered.
    """

    verdict: Verdict | None


class StatusDocument(Statement):
    """A document.

    Attributes:
        waived_for: categories of employers that may leave it out.
    """

    waived_for: tuple[Annotated[StrictInt, Field(ge=1, le=4)], ...] = ()


class PointRule(Statement):
    """A point that is judged.

    Attributes:
        reasons: what it can come to, by ids.
        strengthens: what strengthens it.
        documents: what proves it.
    """

    reasons: Mapping[Identifier, StatusReason]
    strengthens: Annotated[tuple[Statement, ...], Field(min_length=1)]
    documents: Annotated[tuple[StatusDocument, ...], Field(min_length=1)]


class Limits(GuideModel):
    """The numbers of the criteria.

    Attributes:
        experience_years: how many years of experience stand in for a degree.
        international_years: how many are asked for international services.
        minimum_yen: the yearly pay that is seen as the practical minimum.
        business_manager_yen: the property that Business Manager asks for.
    """

    experience_years: Annotated[StrictInt, Field(ge=1)]
    international_years: Annotated[StrictInt, Field(ge=1)]
    business_manager_yen: Annotated[StrictInt, Field(ge=1)]
    minimum_yen: Annotated[StrictInt, Field(ge=1)]


class UnderlyingContent(Page):
    """What the guide says of the underlying status, as ``underlying-status.yaml`` carries it.

    Attributes:
        limits: the numbers.
        statuses: the statuses by name.
        introduction: why there is such a status beside the points.
        questions: what is asked, in the order of asking.
        points: what is judged, in order; which of them depends on the status.
        sheet: which sheet the work fits; judged apart from the status.
        technical_category: whether the work fits HSP (i)(b); judged apart from the status.
        verdicts: the verdicts in words, with ``open`` for none yet.
        general_documents: what holds for all documents.
    """

    limits: Limits
    statuses: Mapping[Identifier, Statement]
    introduction: Annotated[tuple[Statement, ...], Field(min_length=1)]
    questions: Questions
    points: Mapping[Identifier, PointRule]
    technical_category: PointRule
    sheet: PointRule
    verdicts: Mapping[Identifier, Statement]
    general_documents: tuple[Statement, ...]


OPEN = "open"
"""The name of what is said where an answer is missing."""
_INTERNATIONAL = ("international_experience", "international_degree", "international_none")
_CRITERION = ("met", "not_yet", "not_met")
_SITES = (Workplace.CLIENT_SITE, Workplace.DISPATCH)
POINTS: Mapping[str, tuple[str, ...]] = {
    "background": (
        "degree_related",
        "experience",
        "it_exam",
        "degree_partly",
        "none",
        "vocational_related",
        *_INTERNATIONAL,
    ),
    "language": ("not_needed", "b2", "below_b2"),
    "pay": ("equal", "less"),
    "practical_minimum": ("reached", "below"),
    "duties": names_of(Duties),
    "workplace": (
        "own",
        "dispatch_after_training",
        *(f"{site}_{described}" for site in _SITES for described in ("described", "not_described")),
    ),
    "contract": names_of(ContractTerm),
    "employer": names_of(Stability),
    "bm_route": names_of(ManagerSituation),
    **{f"bm_{name}": _CRITERION for name in ("size", "japanese", "person", "plan", "office")},
    "research_work": names_of(MainDuty),
    "other_criteria": ("check",),
}
"""The points, each with what it can come to beside being open."""


def load_underlying(path: Path) -> UnderlyingContent:
    """The page of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, UnderlyingContent, _inconsistencies)


def _inconsistencies(page: UnderlyingContent) -> Iterator[Problem]:
    yield from wrong_names(page.statuses, names_of(UnderlyingStatus), "statuses")
    yield from wrong_names(page.verdicts, (*names_of(Verdict), OPEN), "verdicts")
    yield from wrong_questions(page.questions, UnderlyingAnswers, "questions")
    yield from wrong_names(page.points, POINTS, "points")
    for name, point in page.points.items():
        if name in POINTS:
            yield from wrong_names(point.reasons, (*POINTS[name], OPEN), "points", name, "reasons")
    yield from wrong_names(page.sheet.reasons, (*names_of(MainDuty), OPEN), "sheet", "reasons")
    yield from wrong_names(
        page.technical_category.reasons, (*names_of(WorkKind), OPEN), "technical_category", "reasons"
    )
