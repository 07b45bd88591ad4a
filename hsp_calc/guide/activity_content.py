"""Other activity: what the guide asks and says of it, as ``resources/reference/guide/other-activity.yaml`` has it."""

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictInt

from hsp_calc.casefile.sections import ActivityAnswers, PresentStatus
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
from hsp_calc.rules.table_model import Identifier, Text
from hsp_calc.validation import Problem


class Outcome(StrEnum):
    """What is needed."""

    NO_PERMISSION = "no_permission"
    INDIVIDUAL = "individual"
    COMPREHENSIVE = "comprehensive"
    CHANGE_OF_STATUS = "change_of_status"
    NOT_POSSIBLE = "not_possible"


class ActivityLimits(GuideModel):
    """The numbers of the rules.

    Attributes:
        weekly_hours: the most hours in any seven consecutive days with the comprehensive permission.
        dependant_yen: the yearly income over which a dependant risks being one no longer.
    """

    weekly_hours: Annotated[StrictInt, Field(ge=1, le=168)]
    dependant_yen: Annotated[StrictInt, Field(ge=1)]


class ActivityContent(Page):
    """What the guide says of other activities, as ``other-activity.yaml`` carries it.

    Attributes:
        limits: the numbers.
        introduction: what permission is about.
        present_names: what people write for a present status.
        questions: what is asked, in the order of asking.
        outcomes: the outcomes in words, with ``open`` for none yet.
        reasons: the reasons, by ids.
        conditions: the seven general conditions, in order.
        documents: what to file for each outcome.
        differences: how HSP (i) and (ii) differ.
    """

    limits: ActivityLimits
    introduction: Annotated[tuple[Statement, ...], Field(min_length=1)]
    present_names: Mapping[Identifier, tuple[Text, ...]]
    questions: Questions
    outcomes: Mapping[Identifier, Statement]
    reasons: Mapping[Identifier, Statement]
    conditions: Mapping[Identifier, Statement]
    documents: Mapping[Identifier, tuple[Statement, ...]]
    differences: Annotated[tuple[Statement, ...], Field(min_length=1)]

    def present(self, written: str) -> PresentStatus | None:
        """The present status that a person writes; None if it is not known which is meant."""
        essence = _essence(written)
        return next((status for status, names in self._names.items() if essence in names), None)

    def known_from(self, residence_status: str) -> ActivityAnswers:
        """What a case answers already: the present status, as far as the words for it are known."""
        present = self.present(residence_status)
        return ActivityAnswers() if present is None else ActivityAnswers(present=present)

    @cached_property
    def _names(self) -> Mapping[PresentStatus, frozenset[str]]:
        return {
            PresentStatus(name): frozenset(_essence(word) for word in words)
            for name, words in self.present_names.items()
        }


OPEN = "open"
"""The name of what is said where nothing is decided yet."""
REASONS = (
    "permanent_resident",
    "adult_entertainment",
    "unlawful",
    "unpaid",
    "hsp_2",
    "hsp_2_unclear",
    "independent",
    "hsp_1_employer",
    "new_employer",
    "main_activity_changes",
    "no_status_fits",
    "skilled_worker_or_intern",
    "within_scope",
    "hsp_1_institution",
    "other_organisation",
    "business_needs_permission",
    "individual",
    "designated_kind",
    "cultural_individual",
    "cultural_no_status",
    "local_government",
    "no_time_control",
    "no_time_control_no_status",
    "over_limit",
    "within_limit",
    "student_holidays",
    "dependant_income",
    "main_activity_ended",
    "condition_not_met",
)
"""Why something is needed, or not possible."""
ASKED_BY: Mapping[str, str] = {
    "main_unhindered": "main_unhindered",
    "main_continues": "main_continues",
    "fits_work_status": "wanted",
    "nothing_unlawful": "lawful",
    "no_detention_order": "detention_order",
    "good_conduct": "good_conduct",
    "employer_consents": "employer_consents",
}
"""The general conditions, each with the question that tells whether it is met."""


def load_activity(path: Path) -> ActivityContent:
    """The page of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    return load_page(path, ActivityContent, _inconsistencies)


def _inconsistencies(page: ActivityContent) -> Iterator[Problem]:
    yield from wrong_names(page.present_names, names_of(PresentStatus), "present_names")
    yield from wrong_questions(page.questions, ActivityAnswers, "questions")
    yield from wrong_names(page.outcomes, (*names_of(Outcome), OPEN), "outcomes")
    yield from wrong_names(page.reasons, REASONS, "reasons")
    yield from wrong_names(page.conditions, ASKED_BY, "conditions")
    yield from wrong_names(page.documents, names_of(Outcome), "documents")
    written: set[str] = set()
    for name, words in page.present_names.items():
        for index, word in enumerate(words):
            if _essence(word) in written:
                yield Problem("duplicate_id", ("present_names", name, index), {"id": word})
            written.add(_essence(word))


def _essence(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())
