"""The documents of an application: the evidence for the rows that count, the smallest proof, and how far each is.

``load_documents(path: Path) -> Documents`` reads ``resources/reference/documents.yaml``.

``checklist(sheet, documents, rules, target=None, *, margin=0, effort={}) -> Checklist`` lists the documents of the rows
that count; with a target, those of the proof of it, and of the margin beyond it, that is the least trouble. ``rules``
is the sheet's own category of its own table: ``tables.named(sheet.table).categories[sheet.category]``.

The answers are frozen dataclasses::

    Checklist(total, target, proven, reached, entries, without_documents, left_out, margin, spared, unobtainable)
    EvidenceEntry(mark, criteria, points, title, documents, notes, gates, waived_by, effort)
    EvidenceDocument(text, one_of, all_of, notes)

An entry with ``waived_by`` need not be filed, because the documents of that mark are. ``fewest`` of an entry or
document is how many documents it comes to at least.

All documents of an application are imported from modules of their own: ``case_documents`` has
``folder_of(case, sheet, rules=…, documents=…, procedures=…, asked=…)`` with the states that the case holds, which
``grouping`` filters and ``documents_json`` writes as JSON.
"""

from hsp_calc.documents.evidence import Checklist, Spared, checklist
from hsp_calc.documents.evidence_items import EvidenceDocument, EvidenceEntry
from hsp_calc.documents.evidence_list import Documents, load_documents

__all__ = ["Checklist", "Documents", "EvidenceDocument", "EvidenceEntry", "Spared", "checklist", "load_documents"]
