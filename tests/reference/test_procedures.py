"""The papers of each procedure."""

from pathlib import Path

import pytest

from hsp_calc.locations import resources
from hsp_calc.plan import load_documents
from hsp_calc.problems import InputError
from hsp_calc.reference.procedures import Procedures, load_procedures
from hsp_calc.rules import Sources

ALL = [
    "certificate_of_eligibility",
    "change_of_status",
    "extension",
    "highly_skilled_2",
    "j_skip",
    "permanent_residence_80",
    "permanent_residence_70",
]


def test_every_procedure_is_carried(procedures: Procedures) -> None:
    assert list(procedures.by_id) == ALL
    assert [category.id for category in procedures.employer_categories] == [1, 2, 3, 4]


def test_everything_names_its_sources(procedures: Procedures, sources: Sources) -> None:
    named = {procedures.source}.union(*(paper.sources for paper in procedures.papers))
    named = named.union(*(procedure.sources for procedure in procedures.procedures))
    assert named <= sources.sources.keys()


def test_every_paper_is_asked_for_by_a_procedure(procedures: Procedures) -> None:
    used = {use.paper for procedure in procedures.procedures for use in procedure.papers}
    assert used == set(procedures.papers_by_id)


def test_the_evidence_of_every_mark_says_who_gets_it_and_where(procedures: Procedures) -> None:
    documents = load_documents(resources() / "reference" / "documents.yaml")
    assert list(procedures.by_mark) == list(documents.by_mark)


def test_categories_1_and_2_may_leave_most_out(procedures: Procedures) -> None:
    assert [procedures.may_leave_out(number) for number in (1, 2, 3, 4, None)] == [True, True, False, False, False]
    assert [category.withheld_tax_from_yen for category in procedures.employer_categories] == [
        None,
        10_000_000,
        None,
        None,
    ]


@pytest.mark.parametrize(("route", "tax", "insurance"), [("70", 3, 2), ("80", 1, 1)])
def test_the_years_of_tax_and_insurance_are_those_of_the_route(
    procedures: Procedures, route: str, tax: int, insurance: int
) -> None:
    uses = {use.paper: use.years for use in procedures.by_id[f"permanent_residence_{route}"].papers}
    assert (uses["resident_tax"], uses["pension"], uses["health_insurance"]) == (tax, insurance, insurance)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("- {paper: guarantor}", "- {paper: garantor}", "unknown_name"),
        ("- id: guarantor", "- id: photo", "duplicate_id"),
        ('mark: "②"', 'mark: "①"', "duplicate_id"),
        ("employers: [4]", "employers: [5]", "not_allowed"),
        ("by: guarantor", "by: grantor", "not_allowed"),
    ],
)
def test_a_malformed_file_is_refused(tmp_path: Path, folder: Path, right: str, wrong: str, code: str) -> None:
    path = tmp_path / "procedures.yaml"
    text = (folder / "procedures.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_procedures(path)
    assert code in {problem.code for problem in caught.value.problems}
