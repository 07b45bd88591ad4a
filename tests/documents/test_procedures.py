"""The papers of each procedure."""

from pathlib import Path

import pytest

from hsp_calc.documents import EvidenceDocument, load_documents
from hsp_calc.documents.alternatives import Leaf, ways_to_file
from hsp_calc.documents.evidence_list import EvidencePaper
from hsp_calc.documents.procedures import Issued, Procedures, load_procedures
from hsp_calc.locations import resources
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError

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


BEFORE_ALL = ["application_form", "photo"]
STAY = [
    *BEFORE_ALL,
    "passport_and_card",
    "point_form",
    "employer_category_1",
    "employer_category_2",
    "employer_category_3",
    "employer_category_4",
    "underlying_status",
]
FOR_GOOD = [
    *BEFORE_ALL,
    "statement_of_reasons",
    "residence_record",
    "occupation",
    "resident_tax",
    "national_tax",
    "pension",
    "health_insurance",
    "point_form",
    "guarantor",
    "letter_of_understanding",
    "passport_and_card",
]


@pytest.mark.parametrize(
    ("procedure", "papers"),
    [
        ("certificate_of_eligibility", [paper for paper in STAY if paper != "passport_and_card"]),
        ("change_of_status", STAY),
        ("extension", STAY),
        ("highly_skilled_2", STAY),
        ("permanent_residence_80", [paper.replace("point_form", "point_form_80") for paper in FOR_GOOD]),
        ("permanent_residence_70", [paper.replace("point_form", "point_form_70") for paper in FOR_GOOD]),
    ],
)
def test_a_procedure_asks_for_what_its_sources_name(procedures: Procedures, procedure: str, papers: list[str]) -> None:
    assert [use.paper for use in procedures.by_id[procedure].papers] == papers


def test_employers_leave_out_the_papers_of_the_ordinary_status_alone(procedures: Procedures) -> None:
    optional = {use.paper for procedure in procedures.procedures for use in procedure.papers if use.may_be_left_out}
    assert optional == {"underlying_status"}


def test_certificates_issued_in_japan_are_good_for_three_months(procedures: Procedures) -> None:
    assert procedures.certificate_months == 3
    grows_old = {paper.id for paper in procedures.papers if paper.issued is Issued.JAPAN}
    assert grows_old == {
        "residence_record",
        "occupation",
        "resident_tax",
        "national_tax",
        "pension",
        "health_insurance",
    }


def test_of_the_evidence_only_certificates_grow_old(procedures: Procedures) -> None:
    documents = load_documents(resources() / "reference" / "documents.yaml")
    for mark, getting in procedures.by_mark.items():
        named = {leaf.text.ja for document in documents.by_mark[mark].documents for leaf in leaves(document, mark)}
        assert set(getting.certificates) <= named
    register, brochure = "法人の登記事項証明書", "主たる事業を確認できる会社のパンフレット等"
    assert procedures.by_mark["⑩"].of(register).issued is Issued.ANYWHERE
    assert procedures.by_mark["⑩"].of(brochure).issued is Issued.NONE


def leaves(paper: EvidencePaper, mark: str) -> list[Leaf]:
    return [leaf for way in ways_to_file(_document(paper), mark) for leaf in way]


def _document(paper: EvidencePaper) -> EvidenceDocument:
    one_of, all_of = (tuple(_document(part) for part in group) for group in (paper.one_of, paper.all_of))
    return EvidenceDocument(paper.text, one_of, all_of)


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
