"""What the list of papers shows, part by part, in words. Plain Python, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import PaperEntry
from hsp_calc.documents.grouping import DocumentGroup, Grouping, Member, blocks, grouped, select
from hsp_calc.documents.procedures import Getter, Group
from hsp_calc.rules import Wording
from hsp_calc.text import Translator
from hsp_calc.text.documents_table import FolderOf
from hsp_calc.text.documents_text import (
    PaperWords,
    block_heading,
    getter_label,
    group_label,
    mark_heading,
    paper_words,
    proves,
    state_label,
)

_TREES = frozenset({Grouping.GROUP, Grouping.MARK})
"""The groupings that keep together what belongs together."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which papers are shown, and how.

    Attributes:
        states: those in these; None for all.
        getter: those that this one gets; None for all.
        text: those in which it stands.
        grouping: what they are put together by.
    """

    states: frozenset[State] | None = None
    getter: Getter | None = None
    text: str = ""
    grouping: Grouping = Grouping.GROUP

    @property
    def hides(self) -> bool:
        """Whether it may leave papers out."""
        return self.states is not None or self.getter is not None or bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Note:
    """Words between the papers.

    Attributes:
        key: tells it from the others.
        role: ``mark``, ``choice`` or ``case``.
        text: the words.
        lines: words of less weight beneath.
    """

    key: str
    role: str
    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper.

    Attributes:
        paper: the paper.
        label: of the way it belongs to, where several are possible.
        words: what there is to say of it.
        notes: what must be heeded.
        about: what it proves, where no note above it says so.
    """

    paper: PaperEntry
    label: str
    words: PaperWords
    notes: tuple[str, ...] = ()
    about: str = ""

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return self.paper.id


@dataclass(frozen=True, slots=True)
class DocumentsSection:
    """Papers that are put together.

    Attributes:
        key: tells it from the others.
        title: what they have in common.
        count: how many there are.
        items: the papers, and the words between them.
    """

    key: str
    title: str
    count: int
    items: tuple[Note | PaperLine, ...]


def sections_of(made: FolderOf, wanted: Filter, _: Translator) -> tuple[DocumentsSection, ...]:
    """The papers that a filter lets pass, put together."""
    getters = None if wanted.getter is None else {wanted.getter}
    papers = select(made.folder.papers, states=wanted.states, getters=getters, text=wanted.text)
    tree = wanted.grouping in _TREES
    made_of = _tree if tree else _flat
    return tuple(
        DocumentsSection(
            f"{wanted.grouping}.{_key(key)}",
            _title(wanted.grouping, key, _),
            len(members),
            tuple(made_of(members, made, _)),
        )
        for key, members in _in_order(wanted.grouping, papers)
    )


def _in_order(grouping: Grouping, papers: Sequence[PaperEntry]) -> list[tuple[object, tuple[PaperEntry, ...]]]:
    found = list(grouped(papers, grouping).items())
    if grouping is Grouping.STATE:
        found.sort(key=lambda item: list(State).index(State(str(item[0]))))
    return found


def _key(key: object) -> str:
    return key.ja if isinstance(key, Wording) else str(key)


def _title(grouping: Grouping, key: object, _: Translator) -> str:
    match key:
        case Group():
            return group_label(key, _)
        case State():
            return state_label(key, _)
        case Getter():
            return getter_label(key, _)
        case Wording():
            return _.wording(key)
        case None:
            return _("Not numbered on the form") if grouping is Grouping.MARK else _("Not specified")
        case _:
            return str(key)


def _tree(papers: Sequence[PaperEntry], made: FolderOf, _: Translator) -> Iterator[Note | PaperLine]:
    """Papers beneath what they prove, those that can stand for each other together."""
    rules = made.table.categories[made.score.category]
    for mark, members in grouped(papers, Grouping.MARK).items():
        if mark is not None:
            heads = (
                proves(members[0], rules, _),
                *(_("Note: {note}", note=_.wording(n)) for n in members[0].mark_notes),
            )
            yield Note(f"mark.{mark}", "mark", mark_heading(members[0], _), tuple(filter(None, heads)))
        for block in blocks(members, made.folder):
            yield from _block(block, made, _)


def _block(block: DocumentGroup, made: FolderOf, _: Translator) -> Iterator[Note | PaperLine]:
    choice = block_heading(block, _)
    first = block.members[0].paper.id
    shared = tuple(_.wording(note) for note in block.notes)
    if choice:
        yield Note(f"choice.{first}", "choice", choice, shared)
    for member in block.members:
        notes = tuple(_.wording(note) for note in member.notes)
        if choice and (notes or member.apart):
            yield Note(f"case.{member.paper.id}", "case", notes[0] if notes else _("Or:"), notes[1:])
        yield _line(member, made, _, () if choice else (*shared, *notes))


def _line(member: Member, made: FolderOf, _: Translator, notes: tuple[str, ...]) -> PaperLine:
    words = paper_words(member.paper, made.folder, made.procedures, _)
    return PaperLine(member.paper, member.label, words, notes)


def _flat(papers: Sequence[PaperEntry], made: FolderOf, _: Translator) -> Iterator[PaperLine]:
    """Papers one after another, each with what it proves."""
    rules = made.table.categories[made.score.category]
    for paper in papers:
        words = paper_words(paper, made.folder, made.procedures, _)
        heading, rows = mark_heading(paper, _), proves(paper, rules, _)
        about = _("{heading}: {rows}", heading=heading, rows=rows) if heading and rows else heading
        notes = (words.choice, *words.notes) if words.choice else words.notes
        yield PaperLine(paper, "", words, notes, about or group_label(paper.group, _))
