"""Papers of a folder, filtered and put together.

Those that can stand for each other make a block.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase

from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import Choice, Folder, PaperEntry
from hsp_calc.documents.procedures import Getter, Group
from hsp_calc.rules import Wording


def select(
    papers: Iterable[PaperEntry],
    *,
    states: Collection[State] | None = None,
    groups: Collection[Group] | None = None,
    getters: Collection[Getter] | None = None,
    text: str = "",
) -> tuple[PaperEntry, ...]:
    """The papers that pass every filter; None and an empty text let all pass."""
    wanted = text.casefold().strip()
    return tuple(
        paper
        for paper in papers
        if (states is None or paper.state in states)
        and (groups is None or paper.group in groups)
        and (getters is None or (paper.getting is not None and paper.getting.by in getters))
        and (not wanted or wanted in _searched(paper))
    )


def _searched(paper: PaperEntry) -> str:
    """All that a text is looked for in."""
    wordings = [paper.text, *paper.notes]
    wordings += [paper.title] if paper.title else []
    wordings += [paper.getting.where] if paper.getting else []
    texts = [paper.mark or "", paper.kept.remark, *(text for one in wordings for text in (one.ja, one.en))]
    return "\n".join(texts).casefold()


class Grouping(StrEnum):
    """What papers can be put together by."""

    GROUP = "group"
    STATE = "state"
    GETTER = "getter"
    MARK = "mark"
    WHERE = "where"


def grouped(papers: Iterable[PaperEntry], by: Grouping) -> dict[object, tuple[PaperEntry, ...]]:
    """Papers put together, in the order of their first; ``where`` is a ``Wording``, and what has nothing is None."""
    found: dict[object, list[PaperEntry]] = {}
    for paper in papers:
        found.setdefault(_GROUPINGS[by](paper), []).append(paper)
    return {key: tuple(members) for key, members in found.items()}


_GROUPINGS: Mapping[Grouping, Callable[[PaperEntry], object]] = {
    Grouping.GROUP: lambda paper: paper.group,
    Grouping.STATE: lambda paper: paper.state,
    Grouping.GETTER: lambda paper: paper.getting and paper.getting.by,
    Grouping.MARK: lambda paper: paper.mark,
    Grouping.WHERE: lambda paper: paper.getting and paper.getting.where,
}


@dataclass(frozen=True, slots=True)
class Member:
    """A paper among those that do one thing.

    Attributes:
        paper: the paper.
        label: of the way it belongs to, ``2``, with a letter where several papers go together, ``2a``; empty where
            there is but one way.
        notes: what must be heeded of this paper and those after it, and was not said of the one before.
        apart: whether what was said of the one before is not said of this one, nor anything else.
    """

    paper: PaperEntry
    label: str
    notes: tuple[Wording, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Papers that do one thing.

    Attributes:
        ways: how many ways there are; one is enough.
        notes: what must be heeded of all.
        members: the papers.
    """

    ways: int
    notes: tuple[Wording, ...]
    members: tuple[Member, ...]

    @property
    def lettered(self) -> bool:
        """Whether some papers go together."""
        return any(not member.label.isdigit() for member in self.members if member.label)


def blocks(papers: Iterable[PaperEntry], folder: Folder) -> tuple[DocumentGroup, ...]:
    """Papers in their order, those that can stand for each other together."""
    choices = folder.choices
    places = {
        name: number for number, one in enumerate(folder.requirements) for way in one.alternatives for name in way
    }
    together: dict[object, list[PaperEntry]] = {}
    for paper in papers:
        together.setdefault(places.get(paper.id, paper.id), []).append(paper)
    return tuple(_block(members, choices) for members in together.values())


def _block(papers: list[PaperEntry], choices: Mapping[str, Choice]) -> DocumentGroup:
    shared: tuple[Wording, ...] = ()
    if len(papers) > 1:
        shared = tuple(note for note in papers[0].notes if all(note in paper.notes for paper in papers))
    said: tuple[Wording, ...] = ()
    members = []
    for paper in papers:
        own = tuple(note for note in paper.notes if note not in shared)
        label = _label(paper, choices.get(paper.id))
        members.append(Member(paper, label, own if own != said else (), bool(said) and not own))
        said = own
    choice = choices.get(papers[0].id)
    return DocumentGroup(choice.count if choice else 1, shared, tuple(members))


def _label(paper: PaperEntry, choice: Choice | None) -> str:
    if choice is None:
        return ""
    if len(choice.together) == 1:
        return str(choice.number)
    return f"{choice.number}{ascii_lowercase[choice.together.index(paper.id)]}"
