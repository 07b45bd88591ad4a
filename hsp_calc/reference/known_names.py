"""What schools and exams of the lists are called beside what the lists print, and what a name is known to mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from hsp_calc.reference.list_models import ListModel, open_document, unknown
from hsp_calc.reference.naming import key_of, spellings
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import IsoDate, Problem

_BETWEEN = ";"
_FORMER, _SUCCESSOR, _SEVERAL, _UNIT = "former", "successor", "several", "unit"
_NEEDED = frozenset({_FORMER, _SUCCESSOR, _SEVERAL, _UNIT})

Ids = tuple[Identifier, ...]
Names = Mapping[Identifier, Text]
"""Names of each university by its id, in one text, apart by ``;``."""


class Shared(ListModel):
    """A name that several schools bear.

    Attributes:
        name: the name.
        of: the universities of the lists that bear it.
    """

    name: Text
    of: Ids


class Remarked(ListModel):
    """Names that mean something about universities of the lists, with what is to be known of it.

    Attributes:
        remark: the key of what is to be known.
        of: the universities.
        names: the names, apart by ``;``.
    """

    remark: Identifier
    of: Ids
    names: Text


class KnownNames(ListModel):
    """The file of names.

    Attributes:
        checked_on: when it was last gone through.
        source: the id of the list whose entries it names; the remarks are the program's own reading of it.
        countries: what else countries are called, by key.
        names: names that mean one university.
        former: earlier names, and schools that became part of one.
        successors: the university that another one is part of now.
        places: what people write behind a name.
        several: full names that several universities of the lists bear.
        ambiguous: short names that other schools, on the lists or not, are known by too.
        remarks: what is to be known, by key.
        parts: parts, campuses and branches.
        others: what is not the university that it looks like.
        universities: what is to be known of a university whichever name is typed.
    """

    checked_on: IsoDate
    source: Identifier | None = None
    countries: Names = Field(default_factory=dict)
    names: Names = Field(default_factory=dict)
    former: Names = Field(default_factory=dict)
    successors: Mapping[Identifier, Identifier] = Field(default_factory=dict)
    places: Names = Field(default_factory=dict)
    several: tuple[Shared, ...] = ()
    ambiguous: tuple[Shared, ...] = ()
    remarks: Mapping[Identifier, Wording] = Field(default_factory=dict)
    parts: tuple[Remarked, ...] = ()
    others: tuple[Remarked, ...] = ()
    universities: Mapping[Identifier, Wording] = Field(default_factory=dict)

    def remark(self, key: str | None) -> Wording | None:
        """What is to be known; None where nothing is."""
        return None if key is None else self.remarks.get(key)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means.

    Attributes:
        ids: the universities that it means, or that it is like.
        remark: the key of what is to be known.
        certain: whether it means them; False where it is a name of other schools too, or of another one.
    """

    ids: tuple[str, ...]
    remark: str | None = None
    certain: bool = True


def separate(names: str) -> list[str]:
    """The names of a text that has several."""
    return [name for name in (part.strip() for part in names.split(_BETWEEN)) if name]


def load_names(path: Path) -> KnownNames:
    """The names of a file.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(KnownNames)
    document.refuse_if(list(_inconsistencies(found)))
    return found


class Lexicon:
    """The names of the entries of some lists, each with what it means.

    Attributes:
        clashes: names that two entries bear though the file does not say so, each with their ids.
    """

    def __init__(self, printed: Mapping[str, Sequence[str]], names: KnownNames, *, joining: bool = False) -> None:
        """Join what the lists print and the file of names.

        Args:
            printed: what the lists print of each entry, by its id.
            names: the file; what it says of entries that are on no list is passed over.
            joining: whether a name that several bear means all of them without the file saying so.
        """
        self._joining = joining
        self._meanings: dict[str, Meaning] = {}
        self.clashes: list[tuple[str, tuple[str, ...]]] = []
        for shared in names.ambiguous:
            self._put([shared.name], Meaning(shared.of, certain=False), printed)
        for shared in names.several:
            self._put([shared.name], Meaning(shared.of, _SEVERAL), printed)
        declared = frozenset(self._meanings)
        for remark, said in [(item.remark, item) for item in names.others]:
            self._put(separate(said.names), Meaning(said.of, remark, certain=False), printed, declared)
        for remark, said in [(item.remark, item) for item in names.parts]:
            self._put(separate(said.names), Meaning(said.of, remark), printed, declared)
        for university, listed in printed.items():
            self._put(listed, Meaning((university,)), printed, declared)
        for university, text in names.names.items():
            self._put(separate(text), Meaning((university,)), printed, declared)
        for university, text in names.former.items():
            self._put(separate(text), Meaning((university,), _FORMER), printed, declared)

    def meaning(self, key: str) -> Meaning | None:
        """What a name means, by its key; None if it is not known."""
        return self._meanings.get(key)

    def _put(
        self,
        texts: Iterable[str],
        meaning: Meaning,
        printed: Mapping[str, Sequence[str]],
        declared: frozenset[str] = frozenset(),
    ) -> None:
        ids = tuple(university for university in dict.fromkeys(meaning.ids) if university in printed)
        if meaning.ids and not ids:
            return
        kept = Meaning(ids, meaning.remark, meaning.certain)
        for text in texts:
            for spelling in spellings(text):
                key = key_of(spelling)
                if not key or key in declared:
                    continue
                known = self._meanings.setdefault(key, kept)
                if self._joining and known.certain and meaning.certain:
                    self._meanings[key] = Meaning(tuple(dict.fromkeys((*known.ids, *ids))), known.remark)
                elif known.ids != ids or known.certain != meaning.certain:
                    self.clashes.append((spelling, (*known.ids, *ids)))


def _inconsistencies(found: KnownNames) -> Iterator[Problem]:
    for key in sorted(_NEEDED):
        yield from unknown(key, found.remarks, "remarks")
    for part in ("parts", "others"):
        for index, item in enumerate(getattr(found, part)):
            yield from unknown(item.remark, found.remarks, part, index, "remark")


def unknown_ids(found: KnownNames, known: Iterable[str]) -> Iterator[Problem]:
    """A problem for each university of the file that is on no list."""
    ids = frozenset(known)
    for part in ("names", "former", "places", "universities", "successors"):
        for university in getattr(found, part):
            yield from unknown(university, ids, part, university)
    for old, new in found.successors.items():
        yield from unknown(new, ids, "successors", old)
    for part in ("several", "ambiguous", "parts", "others"):
        for index, item in enumerate(getattr(found, part)):
            for place, university in enumerate(item.of):
                yield from unknown(university, ids, part, index, "of", place)
