"""What the documents of some marks prove, and which marks prove a target with the least trouble.

The rows that count fall into groups that have no mark, block or needed row in common. What each choice of marks of a
group proves is added up over the groups, point by point, so that every choice is looked at without trying all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from types import MappingProxyType
from typing import NamedTuple

from hsp_calc.casefile.sections import Effort
from hsp_calc.documents.evidence_items import EvidenceEntry, asked_for
from hsp_calc.documents.evidence_list import Documents
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import CategoryRules, Wording

TROUBLE = MappingProxyType(
    {Effort.AT_HAND: 0, Effort.EASY: 1, Effort.NOT_SAID: 2, Effort.HARD: 6, Effort.UNOBTAINABLE: 0}
)
"""What the documents of a mark are counted as: a hard one as three of which nobody has said anything. Marks that cannot
be got are counted apart."""


@dataclass(frozen=True, slots=True)
class MinimalProof:
    """What the documents of some marks prove.

    Attributes:
        filed: the marks.
        points: the rows proven, each with its points.
    """

    filed: frozenset[str]
    points: dict[str, int]

    @property
    def total(self) -> int:
        """The points proven."""
        return sum(self.points.values())


class ProofCost(NamedTuple):
    """What a proof asks of its user; the smaller, the better, the first difference deciding.

    Attributes:
        unobtainable: how many of its marks cannot be got.
        trouble: how much trouble the others are.
        documents: how many documents there are at least.
    """

    unobtainable: int = 0
    trouble: int = 0
    documents: int = 0

    def plus(self, other: "ProofCost") -> "ProofCost":
        """Both together."""
        return ProofCost(*(mine + yours for mine, yours in zip(self, other, strict=True)))


class _Choice(NamedTuple):
    """Marks chosen: what they ask, the marks as bits (the first is the highest; negative), and they themselves."""

    cost: ProofCost
    order: int
    filed: frozenset[str]


class Provable:
    """The rows that count for a person, with the marks that prove them.

    Attributes:
        counted: the rows that count, in the form's order.
        always: the marks that are filed whatever is to be proven.
        marks: all marks, in the order of the form.
    """

    def __init__(
        self,
        sheet: ScoreSheet,
        documents: Documents,
        rules: CategoryRules,
        effort: Mapping[str, Effort],
    ) -> None:
        self._rules = rules
        self._effort = effort
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

    def effort(self, mark: str) -> Effort:
        """How hard the documents of a mark are to get."""
        return self._effort.get(mark, Effort.NOT_SAID)

    def proof(self, marks: Iterable[str]) -> MinimalProof:
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
        return MinimalProof(filed, points)

    def entries(self, proof: MinimalProof) -> tuple[EvidenceEntry, ...]:
        """The documents of a proof."""
        found = []
        for mark in self.marks:
            waiver = self._waivers.get(mark)
            waived_by = waiver if waiver in proof.filed else None
            rows = tuple(row for row in proof.points if mark in self._evidence[row])
            if mark in proof.filed or (waived_by and rows):
                found.append(self._entry(mark, rows, sum(proof.points[row] for row in rows), waived_by))
        return tuple(found)

    def cost(self, proof: MinimalProof) -> ProofCost:
        """What a proof asks of its user."""
        efforts = [self.effort(mark) for mark in proof.filed]
        return ProofCost(
            efforts.count(Effort.UNOBTAINABLE),
            sum(TROUBLE[effort] for effort in efforts),
            sum(entry.fewest for entry in self.entries(proof)),
        )

    def best(self, target: int, margin: int) -> MinimalProof | None:
        """The proof of a target that is the least trouble; None if there is none.

        As few marks that cannot be got as the target allows; then as much of the margin as they allow; then the least
        trouble, the fewest documents, the most points, and the marks that come first.
        """
        enough = [(total, choice) for total, choice in self._totals().items() if total >= target]
        if not enough:
            return None

        def order(found: tuple[int, _Choice]) -> tuple[int, int, ProofCost, int, int]:
            total, choice = found
            short = max(0, target + margin - total)
            return choice.cost.unobtainable, short, choice.cost, -total, choice.order

        return self.proof(min(enough, key=order)[1].filed)

    def _totals(self) -> dict[int, _Choice]:
        """For every number of points that can be proven the best choice of marks."""
        base = self.proof(()).total
        found = {base: _Choice(ProofCost(), 0, frozenset())}
        for group in self._groups():
            choices = list(self._choices(group, base))
            sums: dict[int, _Choice] = {}
            for total, before in found.items():
                for points, choice in choices:
                    both = _Choice(
                        before.cost.plus(choice.cost), before.order + choice.order, before.filed | choice.filed
                    )
                    known = sums.get(total + points)
                    if known is None or both[:2] < known[:2]:
                        sums[total + points] = both
            found = sums
        return found

    def _choices(self, group: tuple[str, ...], base: int) -> Iterator[tuple[int, _Choice]]:
        """Every choice of the marks of a group, with the points it adds to what is proven without documents."""
        always = self.always.intersection(group)
        optional = [mark for mark in group if mark not in always]
        for some in chain.from_iterable(combinations(optional, size) for size in range(len(optional) + 1)):
            proof = self.proof(always.union(some))
            order = -sum(1 << (len(self.marks) - self.marks.index(mark)) for mark in some)
            yield proof.total - base, _Choice(self.cost(proof), order, proof.filed)

    def _groups(self) -> list[tuple[str, ...]]:
        """The marks, those together whose documents have to do with each other."""
        ties = [self._helping(row.id) for row in self.counted]
        ties += [frozenset().union(*(self._helping(row) for row in ids)) for tiers, ids in self._blocks if tiers]
        ties += [frozenset({mark, waiver}) for mark, waiver in self._waivers.items()]
        groups = [frozenset({mark}) for mark in self.marks]
        for tie in ties:
            tied = [group for group in groups if group & tie]
            groups = [*(group for group in groups if not group & tie), frozenset().union(*tied)]
        return [tuple(mark for mark in self.marks if mark in group) for group in groups if group]

    def _helping(self, row: str) -> frozenset[str]:
        """The marks of a row and of the rows that it needs."""
        needed = [row]
        for name in needed:
            needed += [other for other in self._rules.criteria[name].requires if other not in needed]
        return frozenset(mark for name in needed for mark in self._rules.criteria[name].evidence)

    def _entry(self, mark: str, rows: tuple[str, ...], points: int, waived_by: str | None) -> EvidenceEntry:
        effort, gates = self.effort(mark), self._gates.get(mark, ())
        item = self._items.get(mark)
        if item is None:  # a table may name marks of a later form; its own words then say what is to be proven
            row = next(row for _, _, row in self._rules.rows() if mark in row.evidence)
            return EvidenceEntry(mark, rows, points, Wording(ja=row.ja, en=row.en), (), (), gates, effort=effort)
        title, documents = asked_for(item, rows)
        return EvidenceEntry(mark, rows, points, title, documents, item.notes, gates, waived_by, effort)


def _gates_by_mark(rules: CategoryRules) -> dict[str, tuple[str, ...]]:
    """The gates that each mark proves: its rows ask of a fact that the gate asks of."""
    found: dict[str, tuple[str, ...]] = {}
    for gate in rules.gates:
        rows = [row for _, _, row in rules.rows() if not gate.when.keys().isdisjoint(row.when)]
        for mark in dict.fromkeys(mark for row in rows for mark in row.evidence):
            found[mark] = (*found.get(mark, ()), gate.id)
    return found


def _steps(tiers: tuple[int, ...]) -> list[int]:
    return [tier - below for below, tier in zip((0, *tiers), tiers, strict=False)]
