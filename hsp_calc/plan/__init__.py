"""What to do with a score: the documents and the smallest proof, the course over time, the way to the next mark.

What plans ahead is imported from modules of their own, which a program that prints a checklist does not need:

- ``asking``: ``folder_of(case, sheet, rules=…, documents=…, procedures=…, asked=…)``, all papers of an application with
  the states that the case keeps, which ``paper_lists`` filters and puts together and ``folder_report`` writes as JSON;
- ``planning``: ``make_plan(case, category, law, on, until)``, with ``load_law(folder, tables)``;
- ``advice``: ``advise(profile, category, scorers, on, target)`` and ``with_changes(case, suggestion, on)``;
- ``course``: ``timeline(profile, category, scorers, on, until)``;
- ``dates``: ``events(plan, residence, guideline)`` and ``calendar_file(events, words, stamp=…)``;
- ``report``: ``plan_data(plan)`` and ``advice_data(advice)``, the JSON objects that scripts rely on.

``load_documents(path: Path) -> Documents`` reads ``resources/reference/documents.yaml``.

``checklist(sheet, documents, rules, target=None, *, margin=0, effort={}) -> Checklist`` lists the documents of the rows
that count; with a target, those of the proof of it, and of the margin beyond it, that is the least trouble. ``rules``
is the sheet's own category of its own table: ``tables.named(sheet.table).categories[sheet.category]``.

The answers are frozen dataclasses::

    Checklist(total, target, proven, reached, entries, without_documents, left_out, margin, spared, unobtainable)
    EvidenceEntry(mark, criteria, points, title, documents, notes, gates, waived_by, effort)
    EvidenceDocument(text, one_of, all_of, notes)

An entry with ``waived_by`` need not be filed, because the documents of that mark are. ``fewest`` of an entry or
document is how many papers it comes to at least.
"""

from hsp_calc.documents.evidence import Checklist, Spared, checklist
from hsp_calc.documents.evidence_items import EvidenceDocument, EvidenceEntry
from hsp_calc.documents.evidence_list import Documents, load_documents

__all__ = ["Checklist", "Documents", "EvidenceDocument", "EvidenceEntry", "Spared", "checklist", "load_documents"]
