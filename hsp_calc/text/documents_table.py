"""A folder as a table: a line for each paper, and one for each row that needs none."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date

from hsp_calc.casefile.csv_tables import csv_table
from hsp_calc.documents.application import Folder, PaperEntry
from hsp_calc.documents.landing_age import LandingAge
from hsp_calc.documents.procedures import Procedures
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import RuleTable
from hsp_calc.rules.fees import Fees
from hsp_calc.text.documents_text import (
    PaperWords,
    employer_label,
    group_label,
    landing_age_text,
    paper_words,
    procedure_label,
    progress_text,
    proof_lines,
    warning_lines,
)
from hsp_calc.text.fees import folder_fee, folder_fee_notes
from hsp_calc.text.freshness import CheckedKind, stale_notice
from hsp_calc.text.labels import long_name
from hsp_calc.text.proof_text import saved
from hsp_calc.text.score_text import disclaimer, future_notice
from hsp_calc.text.translator import Translator

Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class FolderOf:
    """A folder with what it was made of.

    Attributes:
        folder: the folder.
        score: the score that it proves.
        table: the rules of the score.
        procedures: the procedures that it is one of.
        fees: what procedures cost.
        landing_age: a birthday before the landing that costs points, where a certificate of eligibility is applied for.
    """

    folder: Folder
    score: ScoreSheet
    table: RuleTable
    procedures: Procedures
    fees: Fees
    landing_age: LandingAge | None = None

    @property
    def checked(self) -> Mapping[CheckedKind, date]:
        """When what it was made of was last compared with its sources."""
        papers = (paper.checked_on for paper in self.folder.papers)
        days = {
            CheckedKind.RULES: self.table.verified_on,
            CheckedKind.DOCUMENTS: min((self.procedures.checked_on, *papers)),
        }
        return days if self.folder.procedure is None else {**days, CheckedKind.FEES: self.fees.checked_on}


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the table."""

    mark: str = ""
    title: str = ""
    points: int = 0
    rows: str = ""
    document: str = ""
    choice: str = ""
    notes: str = ""
    amount: str = ""
    by: str = ""
    where: str = ""
    validity: str = ""
    translation: str = ""
    state: str = ""
    since: date | None = None
    issued_on: date | None = None
    good_until: date | None = None
    warning: str = ""
    remark: str = ""


def headings(_: Translator) -> tuple[str, ...]:
    """What stands above the columns."""
    return (
        _("Number"),
        _("To be proven"),
        _("Points"),
        _("Rows of the form"),
        _("Document"),
        _("Choice"),
        _("Remarks"),
        _("Copies"),
        _("Who gets it"),
        _("Where"),
        _("Validity"),
        _("Translation"),
        _("State"),
        _("Since"),
        _("Issued on"),
        _("Valid until"),
        _("Warning"),
        _("Memo"),
    )


def records(made: FolderOf, _: Translator) -> Iterator[tuple[Cell, ...]]:
    """The lines: every paper, then every row that needs none."""
    rules = made.table.categories[made.score.category]
    for paper in made.folder.papers:
        yield astuple(_record(paper, made, _))
    proof = made.folder.proof
    if proof is None:
        return
    for row in proof.without_documents:
        criterion = rules.criteria[row]
        yield astuple(_Record(points=criterion.points, rows=_.wording(criterion), notes=_("No documents needed")))
    for spared in proof.spared:
        names = _.listed(_.wording(rules.criteria[row]) for row in spared.criteria)
        said = [_("Counted, but not needed for this"), *saved(spared, _)]
        yield astuple(_Record(spared.mark, points=spared.points, rows=names, notes="\n".join(said)))


def _record(paper: PaperEntry, made: FolderOf, _: Translator) -> _Record:
    rules = made.table.categories[made.score.category]
    said = paper_words(paper, made.folder, made.procedures, _)
    return _Record(
        mark=paper.mark or "",
        title=_.wording(paper.title) if paper.title else group_label(paper.group, _),
        points=paper.points,
        rows=_.listed(_.wording(rules.criteria[row]) for row in paper.criteria),
        document=said.name,
        choice=said.choice,
        notes="\n".join(dict.fromkeys(_notes(paper, said, made, _))),
        amount=said.amount,
        by=said.by,
        where=said.where,
        validity=said.validity,
        translation=said.translation,
        state=said.state,
        since=paper.kept.on,
        issued_on=paper.kept.issued_on,
        good_until=paper.good_until,
        warning=said.warning,
        remark=said.remark,
    )


def _notes(paper: PaperEntry, said: PaperWords, made: FolderOf, _: Translator) -> Iterator[str]:
    yield from said.notes
    gates = {gate.id: _.wording(gate) for gate in made.table.categories[made.score.category].gates}
    for gate in paper.gates:
        yield _("Also proves: {condition}", condition=gates[gate])
    if said.why:
        yield said.why
    for note in paper.mark_notes:
        yield _.wording(note)


def heading_lines(made: FolderOf, _: Translator) -> Iterator[str]:
    """What the folder is of, for what, and how far it is."""
    folder, score = made.folder, made.score
    title, day = _.wording(made.table.title), _.day(score.on)
    yield _("Supporting documents: {category}", category=long_name(score.category, _))
    yield _("{table} ({id}), reference date {day}", table=title, id=made.table.id, day=day)
    if folder.procedure is not None:
        yield _("Procedure: {procedure}", procedure=procedure_label(folder.procedure, _))
        if folder.procedure.employer_asked:
            employer = employer_label(folder.employer_category, made.procedures, _)
            yield _("Employer: {category}", category=employer)
        yield _("Planned day of application: {day}", day=_.day(folder.apply_on))
        if fee := folder_fee(folder, made.fees, _):
            yield _("Fee: {fee}", fee=fee)
        yield _("Documents: {progress}", progress=progress_text(folder, _))
    yield from proof_lines(folder, _)
    yield from warnings_of(made, _)


def warnings_of(made: FolderOf, _: Translator) -> Iterator[str]:
    """What is to be heeded: a birthday before the landing, and the documents that are too old on the planned day."""
    if made.landing_age is not None:
        yield landing_age_text(made.landing_age, _)
    yield from warning_lines(made.folder, _)


def closing_lines(made: FolderOf, today: date, _: Translator) -> Iterator[str]:
    """What must be said beside every list."""
    yield _(
        "These are the basic examples given by the Immigration Services Agency; it may ask for more "
        "during the examination."
    )
    if made.folder.procedure is not None:
        yield _.wording(made.procedures.caution)
        yield from folder_fee_notes(made.folder, made.fees, _)
    yield from filter(None, (future_notice(made.score.on, today, _), stale_notice(made.checked, today, _)))
    yield disclaimer(made.table, _)


def folder_csv(made: FolderOf, _: Translator, *, line_end: str) -> str:
    """The table as text for spreadsheets, with a mark by which they know its encoding; days are ISO."""
    return csv_table([headings(_), *records(made, _)], line_end=line_end)
