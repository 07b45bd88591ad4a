"""Persons and printed forms for the tests of the sheet."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol, Unpack

import pytest

from hsp_calc.casefile import Applicant, Case, load
from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.output import FormOptions, form_data, form_pdf
from hsp_calc.rules import RuleTable
from hsp_calc.text import FormLanguage

BEST: dict[str, Any] = {
    "age": 29,
    "degrees": ["doctor", "mba_mot", "bachelor"],
    "multiple_fields": True,
    "experience_years": 11,
    "annual_salary_yen": 35_000_000,
    "research": ["patent", "grants", "papers", "other"],
    "licenses": 3,
    "position": "representative",
    "innovation_support": True,
    "sme": True,
    "local_government_support": True,
    "rd_ratio_over_3pct": True,
    "foreign_qualification": True,
    "japanese_degree": True,
    "japanese": "n1",
    "growth_project": True,
    "designated_university": True,
    "jica_training": True,
    "jica_used_japanese_university": False,
    "investment_100m": True,
    "asset_management": True,
}
"""A person of whom everything is true."""


class Print(Protocol):
    """Prints the form of a case."""

    def __call__(
        self,
        case: Case,
        category: Category = ...,
        language: str = ...,
        *,
        scorer: Scorer | None = ...,
        on: date | None = ...,
        **options: Unpack[FormOptions],
    ) -> bytes: ...


@pytest.fixture(scope="session")
def sample() -> Case:
    """The sample case that is delivered."""
    return load(resources() / "samples" / "engineer.hspcase").cases[0]


def person(name: str = "", name_ja: str = "", **facts: object) -> Case:
    """A case of somebody with these facts."""
    case = Case.of(Facts.read(facts))
    return case.model_copy(update={"applicant": Applicant(name=name, name_ja=name_ja)})


def scored(case: Case, category: Category, scorer: Scorer, on: date) -> ScoreSheet:
    """The score of a case."""
    return scorer.sheet(case.profile().facts_on(on), category, on)


@pytest.fixture(scope="session")
def printed(scorer: Scorer, reference_day: date) -> Print:
    """Prints forms, of 2023 where no other scorer is given."""
    default = scorer

    def print_form(
        case: Case,
        category: Category = Category.TECHNICAL,
        language: str = FormLanguage.JA,
        *,
        scorer: Scorer | None = None,
        on: date | None = None,
        **options: Unpack[FormOptions],
    ) -> bytes:
        scorer, on = scorer or default, on or reference_day
        score = scored(case, category, scorer, on)
        return form_pdf(
            case,
            category,
            on,
            table=scorer.table,
            score=score,
            language=language,
            created=reference_day,
            **options,
        )

    return print_form


Rows = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture(scope="session")
def filled_in(table: RuleTable, scorer: Scorer, reference_day: date) -> Rows:
    """The rows of a form as they are handed to the template, by their ids."""

    def rows(case: Case, category: Category, **options: Any) -> dict[str, dict[str, Any]]:
        score = scored(case, category, scorer, reference_day)
        data: dict[str, Any] = form_data(case, score, table=table, language=FormLanguage.JA, **options)
        return {
            row["id"]: {**row, "block": block}
            for section in data["sections"]
            for block in section["blocks"]
            for row in block["rows"]
        }

    return rows
