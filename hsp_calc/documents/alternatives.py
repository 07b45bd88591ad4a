"""The ways to file a document that has parts or alternatives."""

from dataclasses import dataclass
from itertools import product

from hsp_calc.documents.evidence_items import EvidenceDocument
from hsp_calc.rules import Wording


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document that stands for itself.

    Attributes:
        key: under which a case keeps its state: the mark and the Japanese words that lead to it.
        text: what it is.
        within: the words of the documents that it is a part or an alternative of, and the notes on them.
    """

    key: str
    text: Wording
    within: tuple[Wording, ...]


def ways_to_file(
    document: EvidenceDocument, mark: str, within: tuple[Wording, ...] = ()
) -> tuple[tuple[Leaf, ...], ...]:
    """Every way to file a document: the papers of each, all of which are needed.

    Args:
        document: the document.
        mark: the number on the form that it is evidence for.
        within: the words of what it is a part of.
    """
    parts = document.one_of or document.all_of
    name = document.text.ja if document.text else ""
    if not parts:
        if document.text is None:
            return ()
        return ((Leaf(f"{mark}/{name}", document.text, (*within, *document.notes)),),)
    inside = (*within, *([document.text] if document.text else []), *document.notes)
    below = [ways_to_file(part, f"{mark}/{name}" if name else mark, inside) for part in parts]
    if document.one_of:
        return tuple(way for ways in below for way in ways)
    return tuple(tuple(leaf for way in ways for leaf in way) for ways in product(*below))
