"""What is to be filed for a mark of the form: documents, or several of which one or all are needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hsp_calc.casefile.sections import Effort
from hsp_calc.documents.evidence_list import EvidencePaper, Item, Variant
from hsp_calc.rules import Wording


@dataclass(frozen=True, slots=True)
class EvidenceDocument:
    """A document to file, or several of which one or all are to be filed.

    Attributes:
        text: what it is; None for a group that the source gives no name.
        one_of: documents of which one is enough; each of several cases stands here, with the case as its text.
        all_of: documents that are all needed.
        notes: what the case is in full.
    """

    text: Wording | None
    one_of: tuple["EvidenceDocument", ...] = ()
    all_of: tuple["EvidenceDocument", ...] = ()
    notes: tuple[Wording, ...] = ()

    @property
    def fewest(self) -> int:
        """How many documents have to be filed at least."""
        if self.one_of:
            return min(document.fewest for document in self.one_of)
        return sum(document.fewest for document in self.all_of) if self.all_of else 1


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
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
        effort: how hard they are to get.
    """

    mark: str
    criteria: tuple[str, ...]
    points: int
    title: Wording
    documents: tuple[EvidenceDocument, ...]
    notes: tuple[Wording, ...]
    gates: tuple[str, ...] = ()
    waived_by: str | None = None
    effort: Effort = Effort.NOT_SAID

    @property
    def fewest(self) -> int:
        """How many documents have to be filed at least."""
        return 0 if self.waived_by else sum(document.fewest for document in self.documents)


def asked_for(item: Item, rows: Iterable[str]) -> tuple[Wording, tuple[EvidenceDocument, ...]]:
    """What an item asks for, where these rows count."""
    by_row = [variant for variant in item.variants if not frozenset(rows).isdisjoint(variant.criteria)]
    if by_row:
        title = by_row[0].title if len(by_row) == 1 else item.title
        return title, _documents([paper for variant in by_row for paper in variant.documents])
    if item.variants:
        return item.title, (EvidenceDocument(None, one_of=tuple(_case_of(variant) for variant in item.variants)),)
    return item.title, _documents(item.documents)


def _case_of(variant: Variant) -> EvidenceDocument:
    papers = _documents(variant.documents)
    if variant.when is None:
        return EvidenceDocument(variant.title, all_of=papers)
    return EvidenceDocument(variant.when, all_of=papers, notes=(variant.title,))


def _documents(papers: Sequence[EvidencePaper]) -> tuple[EvidenceDocument, ...]:
    return tuple(EvidenceDocument(paper.text, _documents(paper.one_of), _documents(paper.all_of)) for paper in papers)
