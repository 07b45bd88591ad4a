"""The checklist of a folder to hand to the client: what to fetch, from whom, how old it may be, and how far it is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import PaperEntry
from hsp_calc.documents.grouping import DocumentGroup, Grouping, Member, blocks, grouped
from hsp_calc.documents.procedures import Group
from hsp_calc.output.footer import attributions, known_sources
from hsp_calc.output.form_pdf import print_for
from hsp_calc.output.office import Office
from hsp_calc.output.person_name import printed_name
from hsp_calc.output.typst_compiler import compile_form
from hsp_calc.text import Translator, disclaimer, future_notice, long_name, stale_notice, what_if_notice
from hsp_calc.text.documents_table import FolderOf, warnings_of
from hsp_calc.text.documents_text import (
    block_heading,
    employer_label,
    group_label,
    mark_heading,
    paper_words,
    procedure_label,
    progress_text,
    proof_lines,
    proves,
    source_lines,
)
from hsp_calc.text.fees import folder_fee, folder_fee_notes

_TEMPLATE = "checklist"


def checklist_pdf(
    case: Case,
    made: FolderOf,
    *,
    words: Translator,
    office: Office | None = None,
    memos: bool = False,
    what_if: str | None = None,
    created: date,
) -> bytes:
    """The checklist as an archive file (PDF/A-2a, PDF/UA-1): the same input, the same bytes.

    Args:
        case: the person.
        made: the folder.
        words: what it is written in.
        office: whose checklist it is; None for an applicant's own.
        memos: whether the user's own memos stand on it; the client gets it.
        what_if: the scenario that it shows, which it then says.
        created: the day the file bears, which is today.

    Raises:
        UnprintableTextError: no font of the program has some characters that somebody typed; it holds them all.
        SheetError: the template is missing or does not fit.
    """
    data = checklist_data(case, made, words=words, office=office, memos=memos, what_if=what_if, created=created)
    typed = [paper.kept.remark for paper in made.folder.papers] if memos else []
    typed += [office.typed if office else "", what_if or ""]
    return print_for(case, _TEMPLATE, data, created=created, typed="".join(typed))


def checklist_pages(
    case: Case,
    made: FolderOf,
    *,
    words: Translator,
    office: Office | None = None,
    memos: bool = False,
    what_if: str | None = None,
    created: date,
    output: Literal["svg", "png"] = "svg",
    ppi: float = 144,
) -> list[bytes]:
    """The pages of the checklist as pictures; a character that no font has shows as an empty box.

    Args:
        case: the person.
        made: the folder.
        words: what it is written in.
        office: whose checklist it is.
        memos: whether the user's own memos stand on it.
        what_if: the scenario that it shows, which it then says.
        created: the day it is made.
        output: ``svg`` or ``png``.
        ppi: pixels an inch of a PNG.

    Raises:
        SheetError: the template is missing or does not fit.
    """
    data = checklist_data(case, made, words=words, office=office, memos=memos, what_if=what_if, created=created)
    return compile_form(_TEMPLATE, data, output=output, ppi=ppi, created=created)


def checklist_data(
    case: Case,
    made: FolderOf,
    *,
    words: Translator,
    office: Office | None,
    memos: bool = False,
    what_if: str | None = None,
    created: date,
) -> dict[str, object]:
    """What the template ``checklist`` prints."""
    _, folder = words, made.folder
    reached = folder.progress
    return {
        "lang": _.language,
        "title": _("Document checklist"),
        "system": _("Highly Skilled Professional (HSP) point system of Japan"),
        "what_if": what_if and what_if_notice(what_if, _),
        "name": printed_name(case.applicant, _),
        "labels": {
            "name": _("Name"),
            "logo": _("Logo of the office"),
            "paper": _("Document"),
            "who": _("Who and where"),
            "validity": _("Validity and translation"),
            "state": _("State"),
            "done": _("Done"),
            "page": _("Page"),
        },
        "facts": [{"label": label, "value": value} for label, value in _facts(made, _)],
        "progress": {
            "text": progress_text(folder, _),
            "ready": reached.ready,
            "under_way": reached.asked_for,
            "total": reached.total,
        },
        "proof": "\n".join(proof_lines(folder, _)),
        "warnings": {"heading": _("Please note"), "lines": list(warnings_of(made, _))},
        "groups": list(_groups(made, _, memos=memos)),
        "without": _without(made, _),
        "sources": {"heading": _("Sources"), "lines": list(source_lines(folder, known_sources(), _))},
        "small_print": list(_small_print(made, created, _)),
        "office": office.block(_) if office else None,
    }


def _facts(made: FolderOf, _: Translator) -> Iterator[tuple[str, str]]:
    folder = made.folder
    yield _("Procedure"), procedure_label(folder.procedure, _)
    yield _("Category"), long_name(made.score.category, _)
    if folder.procedure is not None and folder.procedure.employer_asked:
        yield _("Category of the employer"), employer_label(folder.employer_category, made.procedures, _)
    yield _("Planned day of application"), _.day(folder.apply_on)
    if fee := folder_fee(folder, made.fees, _):
        yield _("Fee"), fee
    yield _("Total"), _("{points} on {day}", points=_.points(made.score.total), day=_.day(made.score.on))


def _groups(made: FolderOf, _: Translator, *, memos: bool) -> Iterator[dict[str, object]]:
    for group, papers in grouped(made.folder.papers, Grouping.GROUP).items():
        parts = [_part(members, made, _, memos=memos) for members in grouped(papers, Grouping.MARK).values()]
        yield {
            "heading": group_label(group, _) if isinstance(group, Group) else "",
            "note": _.wording(made.procedures.proof_is_enough) if group is Group.EVIDENCE else "",
            "parts": parts,
        }


def _part(papers: Sequence[PaperEntry], made: FolderOf, _: Translator, *, memos: bool) -> dict[str, object]:
    """The papers of a mark, or all of a group without marks."""
    rules = made.table.categories[made.score.category]
    return {
        "heading": mark_heading(papers[0], _),
        "rows": proves(papers[0], rules, _),
        "notes": [_.wording(note) for note in papers[0].mark_notes],
        "blocks": [_block(block, made, _, memos=memos) for block in blocks(papers, made.folder)],
    }


def _block(block: DocumentGroup, made: FolderOf, _: Translator, *, memos: bool) -> dict[str, object]:
    return {
        "heading": block_heading(block, _),
        "notes": [_.wording(note) for note in block.notes],
        "papers": [_paper(member, made, _, memos=memos) for member in block.members],
    }


def _paper(member: Member, made: FolderOf, _: Translator, *, memos: bool) -> dict[str, object]:
    paper = member.paper
    said = paper_words(paper, made.folder, made.procedures, _)
    return {
        "label": member.label,
        "name": said.name,
        "amount": said.amount,
        "notes": [_("Or:")] if member.apart else [_.wording(note) for note in member.notes],
        "why": said.why,
        "by": said.by,
        "where": said.where,
        "validity": [text for text in (said.validity, said.translation) if text],
        "state": said.state,
        "done": paper.state in {State.AT_HAND, State.GIVEN_IN},
        "open": paper.state is not State.NOT_NEEDED,
        "days": said.days,
        "warning": said.warning,
        "remark": said.remark if memos else "",
    }


def _without(made: FolderOf, _: Translator) -> list[dict[str, object]]:
    """The rows that no paper is for."""
    proof = made.folder.proof
    rules = made.table.categories[made.score.category]
    if proof is None:
        return []
    lists = ((_("No documents needed for:"), proof.without_documents), (_("May be left out:"), proof.left_out))
    return [
        {
            "heading": heading,
            "rows": _.listed(
                _("{name} ({detail})", name=_.wording(rules.criteria[row]), detail=_.points(rules.criteria[row].points))
                for row in ids
            ),
        }
        for heading, ids in lists
        if ids
    ]


def _small_print(made: FolderOf, created: date, _: Translator) -> Iterator[str]:
    made_on, used = _("Made on {day}", day=_.day(created)), _("Rule table {id}", id=made.table.id)
    yield " · ".join([made_on, used, *attributions(made.table, _)])
    yield _.wording(made.procedures.caution)
    yield _(
        "These are the basic examples given by the Immigration Services Agency; it may ask for more "
        "during the examination."
    )
    yield from filter(None, (future_notice(made.score.on, created, _), stale_notice(made.checked, created, _)))
    yield from folder_fee_notes(made.folder, made.fees, _)
    yield disclaimer(made.table, _)
