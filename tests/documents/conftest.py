"""The documents carried, and the evidence of a person listed from them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.casefile.sections import Effort
from hsp_calc.documents import Checklist, Documents, checklist, load_documents
from hsp_calc.documents.procedures import Procedures, load_procedures
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category, Facts
from hsp_calc.locations import resources
from hsp_calc.rules import Tables

DAY = date(2026, 11, 22)


class EvidenceCounter:
    """Scores a person under one table and lists the documents."""

    def __init__(self, tables: Tables, table: str, documents: Documents) -> None:
        self.table = tables.named(table)
        self.documents = documents
        self.scorer = Scorer(self.table)

    def checklist(
        self,
        category: Category,
        target: int | None = None,
        *,
        margin: int = 0,
        effort: Mapping[str, Effort] | None = None,
        **facts: object,
    ) -> Checklist:
        sheet = self.scorer.sheet(Facts.read(facts), category, DAY)
        rules = self.table.categories[category]
        return checklist(sheet, self.documents, rules, target, margin=margin, effort=effort or {})


@pytest.fixture(scope="session")
def documents() -> Documents:
    return load_documents(resources() / "reference" / "documents.yaml")


@pytest.fixture(scope="session")
def counter(tables: Tables, documents: Documents) -> EvidenceCounter:
    return EvidenceCounter(tables, "hsp-2023-04-01", documents)


@pytest.fixture(scope="session")
def folder() -> Path:
    return resources() / "reference"


@pytest.fixture(scope="session")
def procedures(folder: Path) -> Procedures:
    return load_procedures(folder / "procedures.yaml")
