"""The summary for a client: one page that says what the score is, why, and which documents to fetch."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import State
from hsp_calc.documents import EvidenceDocument, EvidenceEntry
from hsp_calc.documents.application import Folder, PaperEntry
from hsp_calc.documents.grouping import Grouping, grouped
from hsp_calc.documents.procedures import Group
from hsp_calc.engine import Line, ScoreSheet
from hsp_calc.output.footer import attributions
from hsp_calc.output.form_pdf import print_for
from hsp_calc.output.office import Office
from hsp_calc.output.person_name import printed_name
from hsp_calc.output.typst_compiler import compile_form
from hsp_calc.rules import CategoryRules, RuleTable
from hsp_calc.rules.fees import Fees
from hsp_calc.text import (
    CheckedKind,
    Translator,
    cautions,
    disclaimer,
    fact_label,
    future_notice,
    long_name,
    reason,
    recognition,
    stale_notice,
    verdict,
    what_if_notice,
)
from hsp_calc.text.documents_text import group_label, progress_text, state_label
from hsp_calc.text.fees import summary_fees

_TEMPLATE = "summary"
_WITH_GUIDE = "summary_and_guide"
_LEAST_SCALE, _STEP = 100, 20


def summary_pdf(
    case: Case,
    *,
    table: RuleTable,
    score: ScoreSheet,
    folder: Folder,
    fees: Fees,
    words: Translator,
    office: Office | None = None,
    what_if: str | None = None,
    residence: str = "",
    created: date,
    guide: Mapping[str, object] | None = None,
) -> bytes:
    """The summary as an archive file of one page (PDF/A-2a, PDF/UA-1): the same input, the same bytes.

    What is too much for the page is set smaller; where that is not enough, first the single documents give way to what
    they prove, and then long wordings are cut.

    Args:
        case: the person.
        table: the rules.
        score: the score under them; it names the category and the day.
        folder: the papers to fetch.
        fees: what procedures cost.
        words: what it is written in.
        office: whose summary it is; None for an applicant's own.
        what_if: the scenario that it shows, which it then says.
        residence: the headline on permanent residence; nothing leaves it out.
        created: the day the file bears, which is today.
        guide: pages of the status guide that follow it, as ``guide_papers.papers_data`` makes them.

    Raises:
        UnprintableTextError: no font of the program has some characters of a name; it holds them all.
        ValueError: the score is of another table.
        SheetError: the template is missing or does not fit.
    """
    data = summary_data(
        case,
        table=table,
        score=score,
        folder=folder,
        fees=fees,
        words=words,
        office=office,
        what_if=what_if,
        residence=residence,
        created=created,
    )
    template = _TEMPLATE
    if guide is not None:
        template, data = _WITH_GUIDE, {"summary": data, "guide": guide}
    return print_for(case, template, data, created=created, typed=f"{office.typed if office else ''}{what_if or ''}")


def summary_page(
    case: Case,
    *,
    table: RuleTable,
    score: ScoreSheet,
    folder: Folder,
    fees: Fees,
    words: Translator,
    office: Office | None = None,
    what_if: str | None = None,
    residence: str = "",
    created: date,
    output: Literal["svg", "png"] = "svg",
    ppi: float = 144,
) -> bytes:
    """The summary as a picture; a character that no font has shows as an empty box.

    Args:
        case: the person.
        table: the rules.
        score: the score under them.
        folder: the papers to fetch.
        fees: what procedures cost.
        words: what it is written in.
        office: whose summary it is.
        what_if: the scenario that it shows, which it then says.
        residence: the headline on permanent residence; nothing leaves it out.
        created: the day it is made.
        output: ``svg`` or ``png``.
        ppi: pixels an inch of a PNG.

    Raises:
        ValueError: the score is of another table.
        SheetError: the template is missing or does not fit.
    """
    data = summary_data(
        case,
        table=table,
        score=score,
        folder=folder,
        fees=fees,
        words=words,
        office=office,
        what_if=what_if,
        residence=residence,
        created=created,
    )
    return compile_form(_TEMPLATE, data, output=output, ppi=ppi, created=created)[0]


def summary_data(
    case: Case,
    *,
    table: RuleTable,
    score: ScoreSheet,
    folder: Folder,
    fees: Fees,
    words: Translator,
    office: Office | None,
    what_if: str | None = None,
    residence: str = "",
    created: date,
) -> dict[str, object]:
    """What the template ``summary`` prints."""
    if score.table != table.id:
        raise ValueError(f"a score under {score.table} does not fit the table {table.id}")
    _, rules = words, table.categories[score.category]
    return {
        "lang": _.language,
        "title": _("Points summary"),
        "system": _("Highly Skilled Professional (HSP) point system of Japan"),
        "what_if": what_if and what_if_notice(what_if, _),
        "name": printed_name(case.applicant, _),
        "labels": {
            "name": _("Name"),
            "category": _("Category"),
            "day": _("Reference date"),
            "item": _("Item"),
            "row": _("Row"),
            "evidence": _("Documents"),
            "points": _("Points"),
            "total": _("Total"),
            "logo": _("Logo of the office"),
        },
        "category": long_name(score.category, _),
        "day": _.day(score.on),
        "total": score.total,
        "total_words": _.points(score.total),
        "unit": _.points(score.total).replace(str(score.total), "").strip(),
        "recognition": recognition(score, _),
        "good": score.verdict is True,
        "gauge": _gauge(score),
        "verdict": [
            *verdict(score, rules, _),
            *([_("Permanent residence: {sentence}", sentence=residence)] if residence else []),
        ],
        "counted": {
            "heading": _("Rows that count"),
            "none": _("No row counts yet."),
            "rows": [_row(line, rules, _) for line in score.counted],
        },
        "left_aside": {
            "heading": _("Met, but not counted"),
            "rows": [
                {**_row(line, rules, _), "reason": why}
                for line in score.lines
                if (why := reason(line, rules, _)) and not _told(line, score, rules)
            ],
        },
        "documents": _documents(folder, [*_note(folder, _), *summary_fees(folder, fees, score.on, _)], _),
        "small_print": list(_small_print(table, score, folder, fees, created, _)),
        "office": office.block(_) if office else None,
    }


def _on_residence(headline: str, _: Translator) -> list[str]:
    return [_("Permanent residence: {sentence}", sentence=headline)] if headline else []


def _gauge(score: ScoreSheet) -> dict[str, object]:
    reach = max(_LEAST_SCALE, score.total, score.at_most, *score.marks)
    return {
        "scale": -(-reach // _STEP) * _STEP,
        "step": _STEP,
        "total": score.total,
        "at_most": score.at_most,
        "marks": [{"points": mark, "reached": score.meets(mark)} for mark in sorted(score.marks)],
    }


def _row(line: Line, rules: CategoryRules, _: Translator) -> dict[str, object]:
    criterion = rules.criteria[line.criterion]
    section = next(section for section in rules.sections if section.id == line.section)
    # which of several rows that one answer meets is meant, nobody said: the summary says what was answered
    alike = _alike(line.criterion, rules)
    name = fact_label(next(iter(criterion.when)), _) if alike else _.wording(criterion.choice or criterion)
    return {
        "section": _.wording(section),
        "row": name,
        "evidence": list(line.evidence),
        "points": line.points if line.counted else line.available,
    }


def _alike(row: str, rules: CategoryRules) -> frozenset[str]:
    """The other rows of its block that the same answer meets."""
    block = next(block for _, block, criterion in rules.rows() if criterion.id == row)
    when = rules.criteria[row].when
    return frozenset(other.id for other in block.criteria if other.id != row and other.when == when)


def _told(line: Line, score: ScoreSheet, rules: CategoryRules) -> bool:
    """Whether a row that counts stands for this one too."""
    return any(score.line(other).counted for other in _alike(line.criterion, rules))


def _documents(folder: Folder, note: Sequence[str], _: Translator) -> dict[str, object]:
    own = [
        {"mark": "", "title": group_label(group, _), "papers": [_paper(paper, _) for paper in papers]}
        | {"done": folder.ready({paper.id for paper in papers})}
        for group, papers in grouped(folder.papers, Grouping.GROUP).items()
        if isinstance(group, Group) and group is not Group.EVIDENCE
    ]
    marks = grouped(folder.papers, Grouping.MARK)
    entries = folder.proof.entries if folder.proof else ()
    proven = [
        {**_entry(entry, _), "done": folder.ready({paper.id for paper in marks.get(entry.mark, ())})}
        for entry in entries
    ]
    return {
        "heading": _("Documents to get"),
        "note": " ".join(note),
        "none": _("None yet."),
        "entries": [*own, *proven],
    }


def _note(folder: Folder, _: Translator) -> Iterator[str]:
    """What the papers are for, what they prove, and how far they are."""
    if folder.procedure is not None:
        yield _(
            "{procedure}, planned for {day}: {progress}.",
            procedure=_.wording(folder.procedure),
            day=_.day(folder.apply_on),
            progress=progress_text(folder, _),
        )
    found = folder.proof
    if found is None:
        return
    if found.target is None:
        yield _("They prove every row that counts. You only need to prove as many points as are required.")
    elif found.reached:
        yield _("The fewest documents that prove {points}.", points=_.points(found.target))
    else:
        yield _("These prove {proven}; {target} cannot be reached.", proven=found.proven, target=_.points(found.target))


def _paper(paper: PaperEntry, _: Translator) -> str:
    """A paper of the procedure in one line, with its state where anything is known of it."""
    text = _.wording(paper.text)
    if paper.state is State.NEEDED:
        return text
    return _("{paper} ({state})", paper=text, state=state_label(paper.state, _))


def _entry(entry: EvidenceEntry, _: Translator) -> dict[str, object]:
    if entry.waived_by:
        papers = [_("not needed, because {mark} is submitted", mark=entry.waived_by)]
    else:
        papers = [_document(document, _) for document in entry.documents]
    return {"mark": entry.mark, "title": _.wording(entry.title), "papers": papers}


def _document(document: EvidenceDocument, _: Translator) -> str:
    """A document in one line."""
    text = _.wording(document.text) if document.text else ""
    if document.one_of:
        inner = _.alternatives(_document(each, _) for each in document.one_of)
    elif document.all_of:
        inner = _(" with ").join(_document(each, _) for each in document.all_of)
    else:
        return text
    return _("{document}: {parts}", document=text, parts=inner) if text else inner


def _small_print(
    table: RuleTable, score: ScoreSheet, folder: Folder, fees: Fees, created: date, _: Translator
) -> Iterator[str]:
    """By which table it was made, from which source, what to know of it, and what it is not."""
    made = _("Made on {day}", day=_.day(created))
    used = _("Rule table {id}", id=table.id)
    yield " · ".join([made, used, *attributions(table, _)])
    checked = {CheckedKind.RULES: table.verified_on, CheckedKind.FEES: fees.checked_on}
    if folder.papers:
        checked[CheckedKind.DOCUMENTS] = min(paper.checked_on for paper in folder.papers)
    for note in (future_notice(score.on, created, _), stale_notice(checked, created, _), *cautions(table, [score], _)):
        if note:
            yield note
    yield disclaimer(table, _)
