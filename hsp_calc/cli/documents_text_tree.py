"""A folder as text for the terminal: the papers of the procedure, and the documents of each mark as a tree."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsp_calc.casefile.sections import Effort, State
from hsp_calc.documents import EvidenceDocument, EvidenceEntry
from hsp_calc.documents.application import PaperEntry
from hsp_calc.documents.grouping import Grouping, grouped
from hsp_calc.documents.procedures import Group
from hsp_calc.rules import CategoryRules
from hsp_calc.text import Translator
from hsp_calc.text.columns import indented
from hsp_calc.text.documents_table import FolderOf, closing_lines, heading_lines
from hsp_calc.text.documents_text import PaperWords, group_label, paper_words
from hsp_calc.text.proof_text import effort_label, spared_text

_BOX = "□"
_BOXES = {State.AT_HAND: "■", State.GIVEN_IN: "■", State.NOT_NEEDED: "－"}


def folder_text(made: FolderOf, today: date, _: Translator, columns: int) -> Iterator[str]:
    """The lines of a folder.

    Args:
        made: the folder.
        today: the day it is made.
        _: the words.
        columns: the width.
    """
    folder, rules = made.folder, made.table.categories[made.score.category]
    for sentence in heading_lines(made, _):
        yield from indented(sentence, columns, first="")
    said = {paper.id: paper_words(paper, folder, made.procedures, _) for paper in folder.papers}
    for group, papers in grouped(folder.papers, Grouping.GROUP).items():
        if isinstance(group, Group) and group is not Group.EVIDENCE:
            yield ""
            yield group_label(group, _)
            for paper in papers:
                yield from _paper(paper, said[paper.id], columns)
    if folder.proof is not None:
        tree = _Tree({paper.id: paper for paper in folder.papers}, said, _, columns)
        for entry in folder.proof.entries:
            yield ""
            yield from tree.entry(entry, rules)
        yield from _rows(_("No documents needed for:"), folder.proof.without_documents, rules, _, columns)
        if folder.proof.spared:
            yield ""
            yield _("Counted, but not needed for this:")
            for spared in folder.proof.spared:
                yield from indented(spared_text(spared, rules, _), columns, first="  ・ ")
    yield ""
    for note in closing_lines(made, today, _):
        yield from indented(note, columns, first="")


def _paper(paper: PaperEntry, said: PaperWords, columns: int) -> Iterator[str]:
    """A paper of the procedure with all there is to know of it."""
    yield from indented(said.name, columns, first=f"   {_BOXES.get(paper.state, _BOX)} ")
    where = f"{said.by}: {said.where}" if said.where else said.by
    facts = " / ".join(filter(None, (said.amount, where, said.validity, said.translation)))
    yield from indented(facts, columns, first="      ")
    for line in (said.choice, *said.notes, said.why, *_entered(paper, said)):
        if line:
            yield from indented(line, columns, first="      ")


def _entered(paper: PaperEntry, said: PaperWords) -> Iterator[str]:
    """How far a paper is, where anything was entered of it."""
    if not said.why and (paper.state is not State.NEEDED or said.days):
        yield f"{said.state} / {said.days}" if said.days else said.state
    yield from filter(None, (said.warning, said.remark))


class _Tree:
    """Writes the documents of a mark with their parts and alternatives."""

    def __init__(
        self, papers: Mapping[str, PaperEntry], said: Mapping[str, PaperWords], _: Translator, columns: int
    ) -> None:
        self._papers = papers
        self._said = said
        self._words = _
        self._columns = columns

    def entry(self, entry: EvidenceEntry, rules: CategoryRules) -> Iterator[str]:
        """The documents of a mark, all of them."""
        _, columns, points = self._words, self._columns, self._words.points(entry.points)
        title = _("{mark} {title} ({points})", mark=entry.mark, title=_.wording(entry.title), points=points)
        yield from indented(title, columns, first="", other="   ")
        gates = {gate.id: _.wording(gate) for gate in rules.gates}
        for gate in entry.gates:
            yield from indented(_("Also proves: {condition}", condition=gates[gate]), columns, first="   ")
        if entry.waived_by:
            yield from indented(
                _("Not needed, because {mark} is submitted.", mark=entry.waived_by), columns, first="   "
            )
            return
        if entry.effort is not Effort.NOT_SAID:
            yield from indented(effort_label(entry.effort, _), columns, first="   ")
        for document in entry.documents:
            yield from self._document(document, entry.mark, "   ")
        for note in entry.notes:
            yield from indented(_.wording(note), columns, first="   ※ ")

    def _document(self, document: EvidenceDocument, within: str, indent: str) -> Iterator[str]:
        _, columns = self._words, self._columns
        parts = document.one_of or document.all_of
        key = f"{within}/{document.text.ja}" if document.text else within
        if document.text is not None:
            paper = self._papers.get(key)
            box = "・" if parts else _BOXES.get(paper.state, _BOX) if paper else _BOX
            yield from indented(_.wording(document.text), columns, first=f"{indent}{box} ")
            indent += "   "
            for line in _entered(paper, self._said[key]) if paper else ():
                yield from indented(line, columns, first=indent)
        for note in document.notes:
            yield from indented(_.wording(note), columns, first=f"{indent}※ ")
        if parts:
            how = _("One of these:") if document.one_of else _("All of these:")
            if len(parts) > 1:
                yield f"{indent}{how}"
            for part in parts:
                yield from self._document(part, key, f"{indent}  ")


def _rows(heading: str, rows: Sequence[str], rules: CategoryRules, _: Translator, columns: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield heading
    for row in rows:
        criterion = rules.criteria[row]
        text = _("{name} ({detail})", name=_.wording(criterion), detail=_.points(criterion.points))
        yield from indented(text, columns, first="  ・ ")
