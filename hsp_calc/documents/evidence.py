"""Which documents prove a score, and the proof of a target that is the least trouble.

It is enough to prove as many points as are needed; not every row of the form has to be proven. A smaller proof claims
fewer of the rows that count, and never a row that does not count beside them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hsp_calc.casefile.sections import Effort
from hsp_calc.documents.evidence_items import EvidenceEntry
from hsp_calc.documents.evidence_list import Documents
from hsp_calc.documents.minimal_proof import TROUBLE, MinimalProof, Provable
from hsp_calc.engine import ScoreSheet
from hsp_calc.rules import CategoryRules

NOTHING_SAID: Mapping[str, Effort] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Spared:
    """A mark whose documents need not be filed.

    Attributes:
        mark: the number on the form.
        criteria: the rows that count and stay unproven without it.
        points: what these give where everything is filed.
        effort: how hard its documents are to get.
        trouble: how much trouble is saved, as the search counts it.
        documents: how many documents are saved at least.
    """

    mark: str
    criteria: tuple[str, ...]
    points: int
    effort: Effort
    trouble: int
    documents: int


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
        margin: the points asked for beyond the target.
        spared: the marks whose documents need not be filed.
        unobtainable: the marks that have to be filed although they cannot be got.
    """

    total: int
    target: int | None
    proven: int
    reached: bool
    entries: tuple[EvidenceEntry, ...]
    without_documents: tuple[str, ...]
    left_out: tuple[str, ...]
    margin: int = 0
    spared: tuple[Spared, ...] = ()
    unobtainable: tuple[str, ...] = ()

    @property
    def margin_proven(self) -> int | None:
        """The points proven beyond the target, below 0 if it is not reached; None without a target."""
        return None if self.target is None else self.proven - self.target

    @property
    def margin_reached(self) -> bool:
        """Whether the points asked for beyond the target are proven as well."""
        return self.target is None or self.proven >= self.target + self.margin


def checklist(
    sheet: ScoreSheet,
    documents: Documents,
    rules: CategoryRules,
    target: int | None = None,
    *,
    margin: int = 0,
    effort: Mapping[str, Effort] = NOTHING_SAID,
) -> Checklist:
    """The documents of every row that counts; with a target, those of its smallest proof.

    The smallest proof is the least trouble of all that reach the target and the margin: documents at hand are none,
    easy ones 1 for each mark, those of which nobody has said anything 2, and hard ones 6. While nothing is said, that
    is the fewest marks. Of equals the one with the fewest documents is taken, then the one that proves the most
    points; what is still equal is settled by the order of the marks.

    Marks that cannot be got are left out where the target can be reached without them; if not, as few of them as
    possible are filed, and named. Where the margin cannot be reached, the most points that can be are proven. A target
    above the total leaves nothing out.

    A row that needs another row is proven only beside it. What a gate asks of a fact is always proven, by the mark of
    the rows that ask of the same fact: the minimum salary by ③. Where ⑱ is filed, ① need not be. Rows without marks
    are proven by the application itself.

    Args:
        sheet: the score.
        documents: the supporting documents.
        rules: the sheet's category in the table it was scored with.
        target: the points to be proven.
        margin: how many points are to be proven beyond the target.
        effort: how hard the documents of each mark are to get, as far as it is known.
    """
    provable = Provable(sheet, documents, rules, effort)
    proof = None if target is None else provable.best(target, margin)
    if proof is None:
        proof = provable.proof(provable.marks)
    entries = provable.entries(proof)
    return Checklist(
        total=sheet.total,
        target=target,
        proven=proof.total,
        reached=target is None or proof.total >= target,
        entries=entries,
        without_documents=tuple(row for row in proof.points if not rules.criteria[row].evidence),
        left_out=tuple(line.criterion for line in sheet.counted if line.criterion not in proof.points),
        margin=margin,
        spared=tuple(_spared(provable, proof)),
        unobtainable=tuple(
            entry.mark for entry in entries if entry.effort is Effort.UNOBTAINABLE and not entry.waived_by
        ),
    )


def _spared(provable: Provable, proof: MinimalProof) -> Iterator[Spared]:
    """The marks that prove rows that are left out."""
    everything = provable.proof(provable.marks)
    shown = {entry.mark for entry in provable.entries(proof)}
    for entry in provable.entries(everything):
        rows = tuple(row for row in entry.criteria if row not in proof.points)
        if rows and entry.mark not in shown:
            yield Spared(
                mark=entry.mark,
                criteria=rows,
                points=sum(everything.points[row] for row in rows),
                effort=entry.effort,
                trouble=TROUBLE[entry.effort],
                documents=sum(document.fewest for document in entry.documents),
            )
