"""Which documents prove a score, and the fewest that are enough.

It is enough to prove as many points as are needed; not every row of the form has to be proven. A smaller proof claims
fewer of the rows that count, and never a row that does not count beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from hsp_calc.engine import ScoreSheet
from hsp_calc.plan.documents import Documents, Item, Paper, Variant
from hsp_calc.rules import CategoryRules, Criterion, Wording


@dataclass(frozen=True, slots=True)
class Document:
    """A document to file, or several of which one or all are to be filed.

    Attributes:
        text: what it is; None for a group that the source gives no name.
        one_of: documents of which one is enough; each of several cases stands here, with the case as its text.
        all_of: documents that are all needed.
        notes: what the case is in full.
    """

    text: Wording | None
    one_of: tuple["Document", ...] = ()
    all_of: tuple["Document", ...] = ()
    notes: tuple[Wording, ...] = ()

    @property
    def fewest(self) -> int:
        """How many documents have to be filed at least."""
        if self.one_of:
            return min(document.fewest for document in self.one_of)
        return sum(document.fewest for document in self.all_of) if self.all_of else 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The documents of one mark of the form.

    Attributes:
        mark: the number on the form, ``①``.
        criteria: the rows they prove, in the form's order; none where they prove a gate alone.
        points: of these rows together; a row with two marks stands at both.
        title: what is to be proven.
        documents: what to file, all of it.
        notes: what the source adds.
        gates: the gates they prove.
        waived_by: the mark whose documents, being filed too, make these needless.
    """

    mark: str
    criteria: tuple[str, ...]
    points: int
    title: Wording
    documents: tuple[Document, ...]
    notes: tuple[Wording, ...]
    gates: tuple[str, ...] = ()
    waived_by: str | None = None

    @property
    def fewest(self) -> int:
        """How many documents have to be filed at least."""
        return 0 if self.waived_by else sum(document.fewest for document in self.documents)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The documents that prove a score.

    Attributes:
        total: the points of the sheet.
        target: the points to be proven; None where all are.
        proven: the points that the documents prove.
        reached: whether they are as many as the target.
        entries: the documents, in the order of the marks.
        without_documents: the rows proven that the form asks no document for, such as the age.
        left_out: the rows that count and need not be proven.
    """

    total: int
    target: int | None
    proven: int
    reached: bool
    entries: tuple[Entry, ...]
    without_documents: tuple[str, ...]
    left_out: tuple[str, ...]


def checklist(sheet: ScoreSheet, documents: Documents, rules: CategoryRules, target: int | None = None) -> Checklist:
    """The documents of every row that counts; with a target, of the smallest proof of it.

    The smallest proof files the documents of the fewest marks, among those the fewest documents, among those it
    proves the most points; what is still equal is settled by the order of the marks. A row that needs another row is
    proven only beside it. What a gate asks of a fact is always proven, by the mark of the rows that ask of the same
    fact: the minimum salary by ③. Where ⑱ is filed, ① need not be. Rows without marks are proven by the application
    itself. A target above the total leaves nothing out.

    Args:
        sheet: the score.
        documents: the supporting documents.
        rules: the sheet's category in the table it was scored with.
        target: the points to be proven.
    """
    case = _Case(sheet, documents, rules)
    proof = None if target is None else _smallest(case, target)
    if proof is None:
        proof = case.proof(case.marks)
    return Checklist(
        total=sheet.total,
        target=target,
        proven=proof.total,
        reached=target is None or proof.total >= target,
        entries=case.entries(proof),
        without_documents=tuple(row for row in proof.points if not rules.criteria[row].evidence),
        left_out=tuple(line.criterion for line in sheet.counted if line.criterion not in proof.points),
    )


@dataclass(frozen=True, slots=True)
class _Proof:
    """What the documents of some marks prove."""

    filed: frozenset[str]
    points: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.points.values())


class _Case:
    """The rows that count for a person, with the marks that prove them."""

    def __init__(self, sheet: ScoreSheet, documents: Documents, rules: CategoryRules) -> None:
        self._rules = rules
        self._items = documents.by_mark
        self.counted = tuple(rules.criteria[line.criterion] for line in sheet.counted)
        self._gates = _gates_by_mark(rules)
        self.always = frozenset(self._gates)
        used = self.always.union(*(row.evidence for row in self.counted))
        self.marks = (
            *(mark for mark in self._items if mark in used),
            *sorted(mark for mark in used if mark not in self._items),
        )
        self._waivers = {item.mark: item.waived_by for item in documents.items if item.waived_by}
        self._evidence = {row.id: frozenset(row.evidence) for row in self.counted}
        counted = frozenset(self._evidence)
        self._blocks = tuple(
            (block.tiers, ids)
            for section in rules.sections
            for block in section.blocks
            if (ids := tuple(row.id for row in block.criteria if row.id in counted))
        )

    def proof(self, marks: Iterable[str]) -> _Proof:
        """What some marks prove: every row that counts, as far as they cover it and the rows it needs."""
        filed = frozenset(marks)
        covered = filed.union(mark for mark, waiver in self._waivers.items() if waiver in filed)
        rows = {row.id for row in self.counted if self._evidence[row.id] <= covered}
        while lone := {row for row in rows if not rows.issuperset(self._rules.criteria[row].requires)}:
            rows -= lone
        points: dict[str, int] = {}
        for tiers, ids in self._blocks:
            proven = [row for row in ids if row in rows]
            worth = _steps(tiers) if tiers else [self._rules.criteria[row].points for row in proven]
            points |= zip(proven, worth, strict=False)
        return _Proof(filed, points)

    def helped(self, mark: str) -> Iterator[Criterion]:
        """Every row whose proof this mark can be a part of: its own, that of a row it needs, or in place of one."""
        for row in self.counted:
            needed = [row.id]
            for name in needed:
                needed += [other for other in self._rules.criteria[name].requires if other not in needed]
            evidence = frozenset().union(*(self._rules.criteria[name].evidence for name in needed))
            if mark in evidence or any(self._waivers.get(other) == mark for other in evidence):
                yield row

    def most(self, row: Criterion) -> int:
        """The most points that a row can add to a proof."""
        return next((max(_steps(tiers)) for tiers, ids in self._blocks if tiers and row.id in ids), row.points)

    def entries(self, proof: _Proof) -> tuple[Entry, ...]:
        """The documents of a proof."""
        found = []
        for mark in self.marks:
            waiver = self._waivers.get(mark)
            waived_by = waiver if waiver in proof.filed else None
            rows = tuple(row for row in proof.points if mark in self._evidence[row])
            if mark in proof.filed or (waived_by and rows):
                found.append(self._entry(mark, rows, sum(proof.points[row] for row in rows), waived_by))
        return tuple(found)

    def _entry(self, mark: str, rows: tuple[str, ...], points: int, waived_by: str | None) -> Entry:
        item = self._items.get(mark)
        if item is None:  # a table may name marks of a later form; its own words then say what is to be proven
            row = next(row for _, _, row in self._rules.rows() if mark in row.evidence)
            return Entry(mark, rows, points, Wording(ja=row.ja, en=row.en), (), (), self._gates.get(mark, ()))
        title, documents = _asked_for(item, rows)
        return Entry(mark, rows, points, title, documents, item.notes, self._gates.get(mark, ()), waived_by)


def _smallest(case: _Case, target: int) -> _Proof | None:
    """The smallest proof of a target; None if there is none.

    Tries all sets of marks, the small ones first, and passes over those whose rows together would be too few.
    """
    base = case.proof(case.always).total
    optional = tuple(mark for mark in case.marks if mark not in case.always)
    gain = {mark: sum(case.most(row) for row in case.helped(mark)) for mark in optional}
    for size in range(len(optional) + 1):
        enough = (
            proof
            for marks in combinations(optional, size)
            if base + sum(gain[mark] for mark in marks) >= target
            and (proof := case.proof(case.always.union(marks))).total >= target
        )
        best = min(enough, key=lambda proof: _order(case, proof), default=None)
        if best is not None:
            return best
    return None


def _order(case: _Case, proof: _Proof) -> tuple[int, int]:
    return sum(entry.fewest for entry in case.entries(proof)), -proof.total


def _gates_by_mark(rules: CategoryRules) -> dict[str, tuple[str, ...]]:
    """The gates that each mark proves: its rows ask of a fact that the gate asks of."""
    found: dict[str, tuple[str, ...]] = {}
    for gate in rules.gates:
        rows = [row for _, _, row in rules.rows() if not gate.when.keys().isdisjoint(row.when)]
        for mark in dict.fromkeys(mark for row in rows for mark in row.evidence):
            found[mark] = (*found.get(mark, ()), gate.id)
    return found


def _asked_for(item: Item, rows: Iterable[str]) -> tuple[Wording, tuple[Document, ...]]:
    """What an item asks for, where these rows count."""
    by_row = [variant for variant in item.variants if not frozenset(rows).isdisjoint(variant.criteria)]
    if by_row:
        title = by_row[0].title if len(by_row) == 1 else item.title
        return title, _documents([paper for variant in by_row for paper in variant.documents])
    if item.variants:
        return item.title, (Document(None, one_of=tuple(_case(variant) for variant in item.variants)),)
    return item.title, _documents(item.documents)


def _case(variant: Variant) -> Document:
    papers = _documents(variant.documents)
    if variant.when is None:
        return Document(variant.title, all_of=papers)
    return Document(variant.when, all_of=papers, notes=(variant.title,))


def _documents(papers: Sequence[Paper]) -> tuple[Document, ...]:
    return tuple(Document(paper.text, _documents(paper.one_of), _documents(paper.all_of)) for paper in papers)


def _steps(tiers: Sequence[int]) -> list[int]:
    return [tier - below for below, tier in zip((0, *tiers), tiers, strict=False)]
