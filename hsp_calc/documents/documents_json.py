"""A folder as the JSON object that scripts rely on."""

from datetime import date

from hsp_calc.documents.application import Choice, Folder, PaperEntry
from hsp_calc.documents.evidence import Checklist
from hsp_calc.documents.evidence_items import EvidenceDocument
from hsp_calc.documents.procedures import Procedures
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import Wording


def folder_data(folder: Folder, score: ScoreSheet, procedures: Procedures) -> dict[str, object]:
    """A folder: what is proven by which documents, then every paper with its state.

    Args:
        folder: the folder.
        score: the score that it proves.
        procedures: the procedures that it is one of.
    """
    choices, reached = folder.choices, folder.progress
    return {
        "table": score.table,
        "on": score.on.isoformat(),
        "category": score.category.value,
        **_proof(folder.proof, score),
        "procedure": folder.procedure and folder.procedure.id,
        "employer_category": folder.employer_category,
        "apply_on": folder.apply_on.isoformat(),
        "certificate_months": procedures.certificate_months,
        "progress": {
            "total": reached.total,
            "ready": reached.ready,
            "needed": reached.needed,
            "asked_for": reached.asked_for,
            "at_hand": reached.at_hand,
            "given_in": reached.given_in,
            "not_needed": reached.not_needed,
        },
        "papers": [_paper(paper, choices.get(paper.id)) for paper in folder.papers],
        "kept_for_other_procedures": list(folder.forgotten),
    }


def _proof(found: Checklist | None, score: ScoreSheet) -> dict[str, object]:
    if found is None:
        return {
            "total": score.total,
            "target": None,
            "proven": None,
            "reached": None,
            "margin": {"asked": 0, "proven": None, "reached": None},
            "unobtainable": [],
            "entries": [],
            "without_documents": [],
            "left_out": [],
            "spared": [],
        }
    return {
        "total": found.total,
        "target": found.target,
        "proven": found.proven,
        "reached": found.reached,
        "margin": {"asked": found.margin, "proven": found.margin_proven, "reached": found.margin_reached},
        "unobtainable": list(found.unobtainable),
        "entries": [
            {
                "evidence": entry.mark,
                "criteria": list(entry.criteria),
                "gates": list(entry.gates),
                "points": entry.points,
                "waived_by": entry.waived_by,
                "effort": entry.effort.value,
                "title": _wording(entry.title),
                "documents": [_document(document) for document in entry.documents],
                "notes": [_wording(note) for note in entry.notes],
            }
            for entry in found.entries
        ],
        "without_documents": list(found.without_documents),
        "left_out": list(found.left_out),
        "spared": [
            {
                "evidence": spared.mark,
                "criteria": list(spared.criteria),
                "points": spared.points,
                "effort": spared.effort.value,
                "documents": spared.documents,
            }
            for spared in found.spared
        ],
    }


def _paper(paper: PaperEntry, choice: Choice | None) -> dict[str, object]:
    getting, kept = paper.getting, paper.kept
    return {
        "id": paper.id,
        "group": paper.group.value,
        "text": _wording(paper.text),
        "notes": [_wording(note) for note in paper.notes],
        "copies": paper.copies,
        "years": paper.years,
        "by": getting and getting.by.value,
        "where": getting and _wording(getting.where),
        "issued": getting and getting.issued.value,
        "translated": getting and getting.translated,
        "evidence": paper.mark,
        "criteria": list(paper.criteria),
        "gates": list(paper.gates),
        "state": kept.state.value,
        "since": _day(kept.on),
        "issued_on": _day(kept.issued_on),
        "issued_in_japan": kept.issued_in_japan,
        "remark": kept.remark,
        "not_needed_because": paper.because and paper.because.value,
        "good_until": _day(paper.good_until),
        "get_from": _day(paper.get_from),
        "age": paper.age and paper.age.value,
        "choice": choice and {"number": choice.number, "count": choice.count, "together": list(choice.together)},
        "sources": list(paper.sources),
        "checked_on": paper.checked_on.isoformat(),
    }


def _document(document: EvidenceDocument) -> dict[str, object]:
    return {
        "text": document.text and _wording(document.text),
        "one_of": [_document(part) for part in document.one_of],
        "all_of": [_document(part) for part in document.all_of],
        "notes": [_wording(note) for note in document.notes],
    }


def _wording(words: Wording) -> dict[str, str]:
    return {"ja": words.ja, "en": words.en}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
