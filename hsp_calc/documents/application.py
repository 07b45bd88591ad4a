"""The complete folder of an application: the papers of the procedure and the evidence, each with its state.

What is to be filed is asked of the procedures and of the score; the states stand in the case.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist, SavedDocuments, State, SupportMeasures
from hsp_calc.documents.alternatives import Leaf, ways_to_file
from hsp_calc.documents.evidence import Checklist, checklist
from hsp_calc.documents.evidence_items import EvidenceEntry
from hsp_calc.documents.evidence_list import Documents
from hsp_calc.documents.procedures import (
    EmployerProof,
    Getting,
    Group,
    Issued,
    Procedure,
    ProcedurePaper,
    Procedures,
    Use,
)
from hsp_calc.documents.states import efforts, get_from, good_until
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import CategoryRules, Wording


class Because(StrEnum):
    """Why a paper is not needed, where nobody has said so."""

    EMPLOYER_CATEGORY = "employer_category"
    """Employers of this category may leave it out."""
    WAIVED = "waived"
    """The documents of another mark are filed."""


class Age(StrEnum):
    """What is wrong with the age of a paper on the planned day."""

    TOO_OLD = "too_old"
    MAY_BE_TOO_OLD = "may_be_too_old"
    """It is, if it was issued in Japan."""
    DAY_OF_ISSUE_NEEDED = "day_of_issue_needed"


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper of the folder.

    Attributes:
        id: under which the case keeps its state.
        group: what it belongs to.
        text: what it is.
        notes: what must be heeded, and the case that it is for.
        copies: how many.
        years: the years that it must cover, where it is asked for several.
        getting: who gets it, where, whether it grows old, whether it needs a translation.
        sources: ids of the sources.
        checked_on: when they were last read.
        mark: the number on the form that it is evidence for; None for other papers.
        title: what the mark stands for.
        points: what the rows of the mark give together.
        mark_notes: what the source adds on the mark.
        criteria: the rows that it proves.
        gates: the gates that it proves.
        kept: its state, dates and remark; the default where the case keeps none.
        because: why it is not needed, where nobody has said so.
        good_until: the last day on which it may be filed; None if it does not grow old, or its age is not known.
        get_from: the first day on which a new one would be young enough for the planned day.
        age: what is wrong with its age.
    """

    id: str
    group: Group
    text: Wording
    notes: tuple[Wording, ...]
    copies: int
    years: int | None
    getting: Getting | None
    sources: tuple[str, ...]
    checked_on: date
    mark: str | None
    title: Wording | None
    points: int
    mark_notes: tuple[Wording, ...]
    criteria: tuple[str, ...]
    gates: tuple[str, ...]
    kept: SavedDocuments
    because: Because | None
    good_until: date | None
    get_from: date | None
    age: Age | None

    @property
    def state(self) -> State:
        """How far it is."""
        return self.kept.state


@dataclass(frozen=True, slots=True)
class Choice:
    """That a paper belongs to one of several ways of which one is enough.

    Attributes:
        number: of the way, from 1.
        count: how many ways there are.
        together: the papers of the way, all of which are needed.
    """

    number: int
    count: int
    together: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicationDocument:
    """Papers that do one thing.

    Attributes:
        alternatives: the ids of the papers of each way to do it; one way is enough, all papers of it are needed.
    """

    alternatives: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the folder is, counted in requirements; of alternatives the one that is furthest counts."""

    needed: int
    asked_for: int
    at_hand: int
    given_in: int
    not_needed: int

    @property
    def total(self) -> int:
        """How many requirements are to be met."""
        return self.needed + self.asked_for + self.at_hand + self.given_in

    @property
    def ready(self) -> int:
        """How many are met."""
        return self.at_hand + self.given_in


@dataclass(frozen=True, slots=True)
class Folder:
    """The papers of an application.

    Attributes:
        procedure: the procedure; None where none is chosen, and there is but the evidence for the points.
        employer_category: the category of the employer; None if it is not known.
        apply_on: the planned day.
        proof: the evidence for the points; None where the procedure asks for none.
        papers: all papers, those of the procedure first.
        requirements: what they are for.
        forgotten: ids that the case keeps states of and that this procedure does not ask for.
    """

    procedure: Procedure | None
    employer_category: int | None
    apply_on: date
    proof: Checklist | None
    papers: tuple[PaperEntry, ...]
    requirements: tuple[ApplicationDocument, ...]
    forgotten: tuple[str, ...]

    @property
    def warnings(self) -> tuple[PaperEntry, ...]:
        """The papers whose age is wrong on the planned day."""
        return tuple(paper for paper in self.papers if paper.age is not None)

    @property
    def choices(self) -> dict[str, Choice]:
        """The papers that have alternatives, by their ids."""
        return {
            paper: Choice(number, len(one.alternatives), way)
            for one in self.requirements
            if len(one.alternatives) > 1
            for number, way in enumerate(one.alternatives, start=1)
            for paper in way
        }

    @property
    def reached(self) -> tuple[State, ...]:
        """How far each requirement is."""
        states = {paper.id: paper.state for paper in self.papers}
        return tuple(
            _reached([[states[name] for name in way] for way in one.alternatives]) for one in self.requirements
        )

    @property
    def progress(self) -> Progress:
        """How far the folder is."""
        reached = self.reached
        return Progress(**{state.value: reached.count(state) for state in State})

    def ready(self, papers: Collection[str]) -> bool:
        """Whether everything that some papers are for is met, or not needed."""
        return all(
            state in {State.AT_HAND, State.GIVEN_IN, State.NOT_NEEDED}
            for one, state in zip(self.requirements, self.reached, strict=True)
            if any(name in papers for way in one.alternatives for name in way)
        )


def make_folder(
    case: Case,
    sheet: ScoreSheet,
    *,
    rules: CategoryRules,
    documents: Documents,
    procedures: Procedures,
    procedure: str | None,
    apply_on: date,
    employer_category: int | None = None,
    target: int | None = None,
    every_row: bool = False,
) -> Folder:
    """All papers of an application, with the states that the case keeps.

    Args:
        case: of the applicant.
        sheet: the score.
        rules: the sheet's category in the table it was scored with.
        documents: the supporting documents.
        procedures: the procedures.
        procedure: the id of one; None asks for the evidence alone.
        apply_on: the planned day of the application.
        employer_category: 1 to 4; while it is not known, the papers of each are alternatives and none may be left out.
        target: the points to be proven, where the procedure does not say how many; else those that the case keeps.
        every_row: whether the documents of every row that counts are listed, whatever points are to be proven.

    Raises:
        KeyError: there is no such procedure.
        InputError: what the case keeps of the papers is something else.
    """
    chosen = None if procedure is None else procedures.by_id[procedure]
    kept = case.section(KeptChecklist)
    maker = _Maker(kept, procedures, apply_on, rules, case.section(SupportMeasures))
    papers: list[PaperEntry] = []
    requirements: list[ApplicationDocument] = []
    leave_out = procedures.may_leave_out(employer_category)
    told_by_employer: list[str] = []
    for use in chosen.papers if chosen else ():
        if sheet.category not in use.categories or employer_category not in {None, *use.employers}:
            continue
        entry = maker.of_procedure(procedures.papers_by_id[use.paper], use, left_out=leave_out)
        papers.append(entry)
        if employer_category is None and use.for_some_employers:
            told_by_employer.append(entry.id)
        else:
            requirements.append(ApplicationDocument(((entry.id,),)))
    if told_by_employer:
        requirements.append(ApplicationDocument(tuple((name,) for name in told_by_employer)))
    proof = None
    if chosen is None or chosen.proof is EmployerProof.POINTS:
        asked = None if every_row else (chosen and chosen.target) or target or kept.proof.target
        proof = checklist(sheet, documents, rules, asked, margin=kept.proof.margin, effort=efforts(case))
        for item in proof.entries:
            for document in item.documents:
                ways = ways_to_file(document, item.mark)
                found = {leaf.key: leaf for way in ways for leaf in way}
                papers += [maker.of_evidence(leaf, item, documents) for leaf in found.values()]
                requirements.append(ApplicationDocument(tuple(tuple(leaf.key for leaf in way) for way in ways)))
    ids = {paper.id for paper in papers}
    forgotten = tuple(name for name in kept.papers if name not in ids)
    return Folder(chosen, employer_category, apply_on, proof, tuple(papers), tuple(requirements), forgotten)


_STAGES = (State.NEEDED, State.ASKED_FOR, State.AT_HAND, State.GIVEN_IN)


def _reached(ways: Sequence[Sequence[State]]) -> State:
    """How far the best of several ways is; a way is as far as the paper that is least far."""
    stages = [
        min(_STAGES.index(state) for state in way if state is not State.NOT_NEEDED)
        for way in ways
        if any(state is not State.NOT_NEEDED for state in way)
    ]
    return _STAGES[max(stages)] if stages else State.NOT_NEEDED


class _Maker:
    """Makes the entries of a folder."""

    def __init__(
        self,
        kept: KeptChecklist,
        procedures: Procedures,
        apply_on: date,
        rules: CategoryRules,
        measures: SupportMeasures,
    ) -> None:
        self._kept = kept
        self._procedures = procedures
        self._apply_on = apply_on
        self._rules = rules
        self._measures = measures

    def of_procedure(self, paper: ProcedurePaper, use: Use, *, left_out: bool) -> PaperEntry:
        because = Because.EMPLOYER_CATEGORY if use.may_be_left_out and left_out else None
        getting = Getting(by=paper.by, where=paper.where, issued=paper.issued, translated=paper.translated)
        return self._entry(
            paper.id,
            getting,
            because,
            group=paper.group,
            text=Wording(ja=paper.ja, en=paper.en),
            notes=(paper.note,) if paper.note else (),
            copies=paper.copies,
            years=use.years,
            sources=paper.sources,
            checked_on=paper.checked_on,
            mark=None,
            title=None,
            points=0,
            mark_notes=(),
            criteria=(),
            gates=(),
        )

    def of_evidence(self, leaf: Leaf, item: EvidenceEntry, documents: Documents) -> PaperEntry:
        getting = self._procedures.by_mark.get(item.mark)
        return self._entry(
            leaf.key,
            getting and getting.of(leaf.text.ja),
            Because.WAIVED if item.waived_by else None,
            group=Group.EVIDENCE,
            text=leaf.text,
            notes=leaf.within,
            copies=1,
            years=None,
            sources=(documents.source,),
            checked_on=documents.checked_on,
            mark=item.mark,
            title=item.title,
            points=item.points,
            mark_notes=(*item.notes, *self._measures.notes_on(self._facts_of(item))),
            criteria=item.criteria,
            gates=item.gates,
        )

    def _facts_of(self, item: EvidenceEntry) -> frozenset[str]:
        return frozenset(fact for row in item.criteria for fact in self._rules.criteria[row].when)

    def _entry(self, key: str, getting: Getting | None, because: Because | None, **fields: Any) -> PaperEntry:
        kept = self._kept.papers.get(key)
        if kept is not None:
            because = None
        else:
            kept = SavedDocuments(state=State.NOT_NEEDED if because else State.NEEDED)
        last, first, age = self._ages(kept, getting)
        return PaperEntry(
            id=key,
            getting=getting,
            kept=kept,
            because=because,
            good_until=last,
            get_from=first,
            age=age,
            **fields,
        )

    def _ages(self, kept: SavedDocuments, getting: Getting | None) -> tuple[date | None, date | None, Age | None]:
        if getting is None or getting.issued is Issued.NONE:
            return None, None, None
        in_japan = True if getting.issued is Issued.JAPAN else kept.issued_in_japan
        if in_japan is False or kept.state is State.NOT_NEEDED:
            return None, None, None
        months = self._procedures.certificate_months
        first = get_from(self._apply_on, months)
        if kept.issued_on is None:
            unknown = kept.state is State.AT_HAND and in_japan is True
            return None, first, Age.DAY_OF_ISSUE_NEEDED if unknown else None
        last = good_until(kept.issued_on, months)
        filed_on = kept.on if kept.state is State.GIVEN_IN and kept.on else self._apply_on
        if filed_on <= last:
            return last, first, None
        return last, first, Age.TOO_OLD if in_japan else Age.MAY_BE_TOO_OLD
