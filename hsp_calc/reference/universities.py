"""The designated universities (mark ⑰), of the lists of its three routes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from hsp_calc.reference.fuzzy_search import Index, SearchEntry
from hsp_calc.reference.known_names import (
    KnownNames,
    Lexicon,
    Meaning,
    load_names,
    separate,
    unknown_ids,
)
from hsp_calc.reference.list_models import CarriedList, ListModel, miscounted, open_document, repeated, unknown
from hsp_calc.reference.naming import Reading, key_of, readings
from hsp_calc.reference.normalize import fold
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import InputError, Problem

JAPAN = "japan"
"""The key of the country whose universities fit the row for a Japanese degree (mark ⑭) too."""
_LISTS = "universities-*.yaml"
_NAMES = "university-names.yaml"
_BRACKETS = re.compile("[(（].*[)）]")
_GENERIC = frozenset(
    [
        "university",
        "universitat",
        "universite",
        "universidad",
        "universita",
        "universiteit",
        "universitet",
        "universiti",
        "college",
        "institute",
        "institut",
        "instituto",
        "school",
        "technology",
        "technological",
        "technical",
        "science",
        "sciences",
        "national",
        "state",
        "city",
        "medical",
        "medicine",
        "polytechnic",
        "metropolitan",
        "federal",
        "royal",
        "international",
        "大学",
        "大学校",
        "大学院",
        "学院",
        "工科大学",
        "医科大学",
        "工業大学",
        "科学技術大学",
        "国立大学",
        "州立大学",
        "市立大学",
        "県立大学",
        "理工大学",
        "師範大学",
        "外国語大学",
        "女子大学",
        "農業大学",
    ]
)
"""Words for a kind of school; they alone make no school like another."""


class DesignationRoute(StrEnum):
    """A way in which a university is designated."""

    RANKINGS = "rankings"
    """(i) Two of three world university rankings up to 300th; of Japan, any rank in any of them."""
    TOP_GLOBAL = "top_global"
    """(ii) The Top Global University Project."""
    INNOVATIVE_ASIA = "innovative_asia"
    """(iii) Partner schools of the Innovative Asia initiative."""


class Certainty(StrEnum):
    """How well a list is known."""

    READ = "read"
    """The list itself was read."""
    REPORTED = "reported"
    """Somebody else's transcription of it was read."""


class UniversityRow(ListModel):
    """A university as a list prints it.

    Attributes:
        country: the key of its country or region.
        name_ja: its Japanese name.
        name_en: its English name; names are not translated into further languages.
        note: what a reader must know of the row.
    """

    country: Identifier
    name_ja: Text
    name_en: Text
    note: Wording | None = None


class UniversityList(CarriedList):
    """A list of universities.

    Attributes:
        route: the way in which its universities are designated.
        certainty: how well the list is known.
        countries: the countries and regions, by key.
        universities: the rows, in the order of the list.
    """

    route: DesignationRoute
    certainty: Certainty = Certainty.READ
    countries: Annotated[Mapping[Identifier, Wording], Field(min_length=1)]
    universities: Annotated[tuple[UniversityRow, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Listing:
    """That a university stands on a list.

    Attributes:
        route: the way in which it is designated.
        list_id: the list.
        dated: when the list was drawn up, such as ``2026-01``.
        name: what the list calls it.
        note: what a reader must know of the row.
        certainty: how well the list is known.
    """

    route: DesignationRoute
    list_id: str
    dated: str
    name: Wording
    note: Wording | None = None
    certainty: Certainty = Certainty.READ


@dataclass(frozen=True, slots=True)
class University:
    """A designated university.

    Attributes:
        id: made of its English name.
        name: what the first list calls it.
        country_id: the key of its country or region.
        country: its country or region.
        listings: the lists that it stands on, in the order of the routes.
    """

    id: str
    name: Wording
    country_id: str
    country: Wording
    listings: tuple[Listing, ...]

    @property
    def routes(self) -> tuple[DesignationRoute, ...]:
        """The ways in which it is designated; any one is enough, and the points are given once."""
        return tuple(listing.route for listing in self.listings)


class Answer(StrEnum):
    """What a look-up comes to."""

    NOTHING_ASKED = "nothing_asked"
    FOUND = "found"
    """What was typed means universities of the lists."""
    SIMILAR = "similar"
    """It means none for certain, but there are some whose names are like it."""
    NOT_ON_THE_LISTS_CARRIED = "not_on_the_lists_carried"
    """Nothing like it. That is no "no": a list may be newer than the one carried."""


@dataclass(frozen=True, slots=True)
class Match:
    """A university that what was typed means.

    Attributes:
        university: the university.
        remarks: what is to be known of it, such as who awards the degree of a branch campus.
    """

    university: University
    remarks: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class LookUp:
    """The answer to what was typed.

    Attributes:
        query: what was typed.
        answer: what it comes to.
        matches: the universities that it means.
        similar: where it means none for certain, those of similar names, best first; none counts as found.
        remarks: what is to be known of what was typed where it means none for certain.
        which: whether it is a short name of each of ``similar``, so that the person is to be asked which is meant.
        lists: the lists that were searched.
    """

    query: str
    answer: Answer
    matches: tuple[Match, ...]
    similar: tuple[University, ...]
    remarks: tuple[Wording, ...]
    which: bool
    lists: tuple[UniversityList, ...]


class Universities:
    """All universities of the lists carried, each once.

    Attributes:
        lists: the lists, in the order of the routes.
        all: the universities, in the order of the lists.
    """

    def __init__(self, lists: Iterable[UniversityList], names: KnownNames | None = None) -> None:
        """Join the lists.

        Raises:
            InputError: two lists have the same route or the same id.
        """
        self.lists = _by_route(lists)
        for part in ("id", "route"):
            if problems := list(repeated((getattr(found, part) for found in self.lists), "lists", part)):
                raise InputError(problems)
        self._names = names or KnownNames(checked_on=date.min)
        self.all = tuple(_joined(self.lists))

    def look_up(self, query: str, limit: int = 20) -> LookUp:
        """Whether a text means a university of the lists.

        Args:
            query: a name in any language, with or without the country, a city or a part of the school.
            limit: how many similar ones at most.
        """
        meaning, unit = self._meaning(query)
        near: tuple[University, ...] = ()
        matches: tuple[Match, ...] = ()
        remarks: tuple[Wording, ...] = ()
        which = False
        if meaning is not None and meaning.certain:
            matches = tuple(self._matches(meaning, unit=unit))
        elif meaning is not None:
            near = tuple(self._by_id[university] for university in meaning.ids)
            remark = self._names.remark(meaning.remark)
            remarks, which = (() if remark is None else (remark,)), remark is None
        else:
            near = tuple(hit.item for hit in self._index.search(query, limit))
        if matches:
            answer = Answer.FOUND
        elif near:
            answer = Answer.SIMILAR
        else:
            answer = Answer.NOT_ON_THE_LISTS_CARRIED if query.strip() else Answer.NOTHING_ASKED
        return LookUp(query, answer, matches, near, remarks, which, self.lists)

    @property
    def clashes(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        """Names that two universities bear though the file of names does not say so."""
        return self._lexicon.clashes

    def _meaning(self, query: str) -> tuple[Meaning | None, bool]:
        """What a text means, and whether it names a part of the school."""
        for reading in readings(query):
            meaning = self._lexicon.meaning(reading.key) if reading.key else None
            if meaning is None:
                continue
            ids = tuple(university for university in meaning.ids if self._fits(university, reading))
            if ids:
                narrowed = meaning if ids == meaning.ids else Meaning(ids, None, meaning.certain)
                return narrowed, reading.unit
        return None, False

    def _fits(self, university_id: str, reading: Reading) -> bool:
        """Whether what stands beside a name fits the school."""
        university = self._by_id[university_id]
        if reading.japan_only and university.country_id != JAPAN:
            return False
        return all(
            aside in self._countries[university.country_id]
            or aside in self._places(university)
            or university_id in self._meant_by(aside)
            for aside in reading.aside
        )

    def _meant_by(self, key: str) -> tuple[str, ...]:
        meaning = self._lexicon.meaning(key)
        return () if meaning is None else meaning.ids

    def _places(self, university: University) -> frozenset[str]:
        own = (word for listing in university.listings for word in _outside(listing.name.en).replace(",", " ").split())
        places = separate(self._names.places.get(university.id, ""))
        generic = {key_of(word) for word in _GENERIC}
        return frozenset(key_of(word) for word in (*own, *places)) - generic - {""}

    @cached_property
    def _countries(self) -> Mapping[str, frozenset[str]]:
        """What the countries are called, by key."""
        found: dict[str, set[str]] = {}
        for listed in self.lists:
            for country, name in listed.countries.items():
                further = separate(self._names.countries.get(country, ""))
                found.setdefault(country, set()).update(key_of(text) for text in (name.ja, name.en, *further))
        return {country: frozenset(keys) for country, keys in found.items()}

    def _matches(self, meaning: Meaning, *, unit: bool) -> Iterator[Match]:
        keys = [meaning.remark, "unit" if unit else None]
        successors = [self._names.successors.get(university) for university in meaning.ids]
        for university_id in meaning.ids:
            remarks = [self._names.remark(key) for key in keys] + [self._names.universities.get(university_id)]
            yield Match(self._by_id[university_id], tuple(remark for remark in remarks if remark is not None))
        for successor in successors:
            if successor is not None and successor in self._by_id and successor not in meaning.ids:
                remark = self._names.remark("successor")
                yield Match(self._by_id[successor], () if remark is None else (remark,))

    def named(self, university_id: str) -> University | None:
        """The university with an id; None if the lists carried have none."""
        return self._by_id.get(university_id)

    @cached_property
    def _by_id(self) -> Mapping[str, University]:
        return {university.id: university for university in self.all}

    @cached_property
    def _lexicon(self) -> Lexicon:
        printed = {university.id: list(_printed(university)) for university in self.all}
        return Lexicon(printed, self._names)

    @cached_property
    def _index(self) -> Index[University]:
        countries = {word for words in self._countries.values() for word in words}
        return Index(
            (
                SearchEntry(
                    university,
                    names=_names(university),
                    aliases=[
                        name
                        for texts in (self._names.names, self._names.former)
                        for name in separate(texts.get(university.id, ""))
                    ],
                )
                for university in self.all
            ),
            generic=_GENERIC | countries,
        )


@cache
def load_universities(folder: Path) -> Universities:
    """The universities of all lists of a folder, read once.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    lists = [load_list(path) for path in sorted(folder.glob(_LISTS))]
    return Universities(lists, load_university_names(folder / _NAMES, lists))


def load_list(path: Path) -> UniversityList:
    """One list of universities.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    found = document.read(UniversityList)
    document.refuse_if(list(_inconsistencies(found)))
    return found


def load_university_names(path: Path, lists: Sequence[UniversityList]) -> KnownNames:
    """The names of the universities of some lists.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    names = load_names(path)
    problems = unknown_ids(names, (university.id for university in _joined(_by_route(lists))))
    open_document(path).refuse_if(list(problems))
    return names


def _inconsistencies(found: UniversityList) -> Iterator[Problem]:
    yield from miscounted(found, len(found.universities))
    yield from repeated((fold(row.name_en) for row in found.universities), "universities", "name_en")
    yield from repeated(((row.country, fold(row.name_ja)) for row in found.universities), "universities", "name_ja")
    for index, row in enumerate(found.universities):
        yield from unknown(row.country, found.countries, "universities", index, "country")


def _by_route(lists: Iterable[UniversityList]) -> tuple[UniversityList, ...]:
    return tuple(sorted(lists, key=lambda found: list(DesignationRoute).index(found.route)))


def _joined(lists: Iterable[UniversityList]) -> Iterator[University]:
    rows: dict[tuple[str, str], list[tuple[UniversityList, UniversityRow]]] = {}
    for found in lists:
        for row in found.universities:
            rows.setdefault((row.country, fold(row.name_ja)), []).append((found, row))
    for (country, _), same in rows.items():
        first_list, first = same[0]
        listings = tuple(
            Listing(
                found.route,
                found.id,
                found.dated,
                Wording(ja=row.name_ja, en=row.name_en),
                row.note,
                found.certainty,
            )
            for found, row in same
        )
        name = fold(first.name_en.partition("(")[0].partition("（")[0]).replace(" ", "_")
        yield University(name, listings[0].name, country, first_list.countries[country], listings)


def _names(university: University) -> list[str]:
    return list(dict.fromkeys(text for found in university.listings for text in (found.name.ja, found.name.en)))


def _printed(university: University) -> Iterator[str]:
    """What the lists print, with and without what stands in brackets, and as newspapers shorten Japanese names."""
    for name in _names(university):
        yield name
        outside = _outside(name)
        yield outside
        if university.country_id == JAPAN and outside.endswith("大学") and not outside.endswith("大学院大学"):
            yield outside.removesuffix("学")


def _outside(name: str) -> str:
    return _BRACKETS.sub(" ", name).strip()
