"""The certificates of a case that grow old: those with a day of issue, still to be filed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptChecklist, State
from hsp_calc.documents.evidence_list import Documents, EvidencePaper
from hsp_calc.documents.procedures import Issued, Procedures
from hsp_calc.rules import Wording

_DONE = frozenset({State.GIVEN_IN, State.NOT_NEEDED})


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that grows old.

    Attributes:
        id: under which the case keeps its state.
        text: what it is.
        issued_on: the day on which it was issued.
    """

    id: str
    text: Wording
    issued_on: date


def certificates_of(case: Case, procedures: Procedures, documents: Documents) -> tuple[Certificate, ...]:
    """The certificates that a case has the day of issue of, but for those given in, not needed or issued abroad.

    Raises:
        InputError: what the case keeps of the papers is something else.
    """
    return tuple(_found(case, procedures, documents))


def _found(case: Case, procedures: Procedures, documents: Documents) -> Iterator[Certificate]:
    for name, kept in case.section(KeptChecklist).papers.items():
        mark, _, words = name.partition("/")
        own = procedures.papers_by_id.get(name)
        getting = own or procedures.by_mark.get(mark)
        if kept.issued_on is None or kept.state in _DONE or getting is None or getting.issued is Issued.NONE:
            continue
        if getting.issued is not Issued.JAPAN and kept.issued_in_japan is False:
            continue
        yield Certificate(
            name, Wording(ja=own.ja, en=own.en) if own else _evidence(mark, words, documents), kept.issued_on
        )


def _evidence(mark: str, words: str, documents: Documents) -> Wording:
    """What a document of a mark is; where the list has it no longer, its Japanese words."""
    item = documents.by_mark.get(mark)
    asked = [] if item is None else [*item.documents, *(one for case in item.variants for one in case.documents)]
    for paper in _all(asked):
        if paper.ja == words and paper.text is not None:
            return paper.text
    return Wording(ja=words, en=words)


def _all(papers: Iterable[EvidencePaper]) -> Iterator[EvidencePaper]:
    for paper in papers:
        yield paper
        yield from _all((*paper.one_of, *paper.all_of))
