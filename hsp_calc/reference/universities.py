"""The designated universities (mark ⑰), of the two of its three routes whose lists are carried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StrictStr

from hsp_calc.casefile import Case
from hsp_calc.reference.case_entries import CaseEntry, kept_in, with_kept
from hsp_calc.reference.fuzzy_search import Index, SearchEntry
from hsp_calc.reference.list_models import CarriedList, ListModel, miscounted, open_document, repeated, unknown
from hsp_calc.reference.normalize import fold, solid
from hsp_calc.rules.table_model import Identifier, Text, Wording
from hsp_calc.validation import InputError, Problem

KEY = "university"
"""Where a case keeps the university chosen."""
JAPAN = "japan"
"""The key of the country whose universities fit the row for a Japanese degree (mark ⑭) too."""
_LISTS = "universities-*.yaml"
_ALIASES = "university-aliases.yaml"


class DesignationRoute(StrEnum):
    """A way in which a university is designated."""

    RANKINGS = "rankings"
    """(i) Two of three world university rankings up to 300th; of Japan, any rank in any of them."""
    TOP_GLOBAL = "top_global"
    """(ii) The Top Global University Project."""
    INNOVATIVE_ASIA = "innovative_asia"
    """(iii) Partner schools of the Innovative Asia initiative."""


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
        countries: the countries and regions, by key.
        universities: the rows, in the order of the list.
    """

    route: DesignationRoute
    countries: Annotated[Mapping[Identifier, Wording], Field(min_length=1)]
    universities: Annotated[tuple[UniversityRow, ...], Field(min_length=1)]


class Alias(ListModel):
    """What people call a university for short.

    Attributes:
        of: its Japanese name, as a list prints it.
        country: where it is.
        names: what it is called.
    """

    of: Text
    country: Identifier
    names: Annotated[tuple[Text, ...], Field(min_length=1)]


class Aliases(ListModel):
    """Short names, each of which means one university.

    Attributes:
        countries: what else countries are called, by key.
        universities: the short names.
    """

    countries: Mapping[Identifier, tuple[Text, ...]]
    universities: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """That a university stands on a list.

    Attributes:
        route: the way in which it is designated.
        list_id: the list.
        dated: when the list was drawn up, such as ``2026-01``.
        name: what the list calls it.
        note: what a reader must know of the row.
    """

    route: DesignationRoute
    list_id: str
    dated: str
    name: Wording
    note: Wording | None = None


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
    """Universities that bear what was typed."""
    SIMILAR = "similar"
    """None that bears it, but some whose names are like it."""
    NOT_ON_THE_LISTS_CARRIED = "not_on_the_lists_carried"
    """None. That is no "no": the routes of ``LookUp.unchecked`` have lists that are not carried."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """The answer to what was typed.

    Attributes:
        query: what was typed.
        answer: what it comes to.
        universities: those that fit, best first.
        lists: the lists that were searched.
        unchecked: the routes whose lists are not carried, and that are to be checked elsewhere.
    """

    query: str
    answer: Answer
    universities: tuple[University, ...]
    lists: tuple[UniversityList, ...]
    unchecked: tuple[DesignationRoute, ...]


class Universities:
    """All universities of the lists carried, each once.

    Attributes:
        lists: the lists, in the order of the routes.
        all: the universities, in the order of the lists.
    """

    def __init__(self, lists: Iterable[UniversityList], aliases: Aliases | None = None) -> None:
        """Join the lists.

        Raises:
            InputError: two lists have the same route or the same id.
        """
        self.lists = tuple(sorted(lists, key=lambda found: list(DesignationRoute).index(found.route)))
        for part in ("id", "route"):
            if problems := list(repeated((getattr(found, part) for found in self.lists), "lists", part)):
                raise InputError(problems)
        self._aliases = aliases or Aliases(countries={}, universities=())
        self.all = tuple(_joined(self.lists))

    def look_up(self, query: str, limit: int = 20) -> LookUp:
        """The universities that fit a text that is being typed.

        Args:
            query: in Japanese, kana or English; words in any order, shortened or misspelt.
            limit: how many at most.
        """
        hits = self._index.search(query, limit)
        unchecked = tuple(route for route in DesignationRoute if route not in {found.route for found in self.lists})
        if any(hit.as_written for hit in hits):
            answer = Answer.FOUND
        elif hits:
            answer = Answer.SIMILAR
        else:
            answer = Answer.NOT_ON_THE_LISTS_CARRIED if query.strip() else Answer.NOTHING_ASKED
        return LookUp(query, answer, tuple(hit.item for hit in hits), self.lists, unchecked)

    def named(self, university_id: str) -> University | None:
        """The university with an id; None if the lists carried have none."""
        return self._by_id.get(university_id)

    @cached_property
    def _by_id(self) -> Mapping[str, University]:
        return {university.id: university for university in self.all}

    @cached_property
    def _index(self) -> Index[University]:
        short: dict[tuple[str, str], list[str]] = {}
        for alias in self._aliases.universities:
            short.setdefault((alias.country, fold(alias.of)), []).extend(alias.names)
        return Index(
            SearchEntry(
                university,
                names=_names(university),
                aliases=[name for key in _keys(university) for name in short.get((university.country_id, key), ())],
                aside=[
                    university.country.ja,
                    university.country.en,
                    *self._aliases.countries.get(university.country_id, ()),
                ],
            )
            for university in self.all
        )


class KeptUniversity(CaseEntry):
    """The designated university of a person, as a case keeps it under ``university``.

    Attributes:
        id: of the university on the lists; None for one that was typed in.
        name: what it was called when it was chosen.
    """

    id: StrictStr | None = None
    name: StrictStr = ""


def university_of(case: Case) -> KeptUniversity:
    """The university that a case keeps.

    Raises:
        InputError: what stands there is something else.
    """
    return kept_in(case, KEY, KeptUniversity)


def with_university(case: Case, university: KeptUniversity) -> Case:
    """The case with this university in place of the one it keeps; its facts are left as they are."""
    return with_kept(case, KEY, university)


@cache
def load_universities(folder: Path) -> Universities:
    """The universities of all lists of a folder, read once.

    Raises:
        InputError: with every problem of a file and its line.
        OSError: a file cannot be read.
    """
    lists = [load_list(path) for path in sorted(folder.glob(_LISTS))]
    aliases = load_aliases(folder / _ALIASES, lists)
    return Universities(lists, aliases)


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


def load_aliases(path: Path, lists: Sequence[UniversityList]) -> Aliases:
    """The short names of universities on lists.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: the file cannot be read.
    """
    document = open_document(path)
    aliases = document.read(Aliases)
    document.refuse_if(list(_alias_problems(aliases, lists)))
    return aliases


def _inconsistencies(found: UniversityList) -> Iterator[Problem]:
    yield from miscounted(found, len(found.universities))
    yield from repeated((fold(row.name_en) for row in found.universities), "universities", "name_en")
    yield from repeated(((row.country, fold(row.name_ja)) for row in found.universities), "universities", "name_ja")
    for index, row in enumerate(found.universities):
        yield from unknown(row.country, found.countries, "universities", index, "country")


def _alias_problems(aliases: Aliases, lists: Sequence[UniversityList]) -> Iterator[Problem]:
    countries = {country for found in lists for country in found.countries}
    for country in aliases.countries:
        yield from unknown(country, countries, "countries", country)
    names = {(row.country, row.name_ja) for found in lists for row in found.universities}
    meant: dict[str, int] = {}
    for index, alias in enumerate(aliases.universities):
        known = [ja for country, ja in names if country == alias.country]
        yield from unknown(alias.of, known, "universities", index, "of")
        for place, name in enumerate(alias.names):
            if solid(fold(name)) in meant:
                yield Problem("duplicate_id", ("universities", index, "names", place), {"id": name})
            meant[solid(fold(name))] = index


def _joined(lists: Iterable[UniversityList]) -> Iterator[University]:
    rows: dict[tuple[str, str], list[tuple[UniversityList, UniversityRow]]] = {}
    for found in lists:
        for row in found.universities:
            rows.setdefault((row.country, fold(row.name_ja)), []).append((found, row))
    for (country, _), same in rows.items():
        first_list, first = same[0]
        listings = tuple(
            Listing(found.route, found.id, found.dated, Wording(ja=row.name_ja, en=row.name_en), row.note)
            for found, row in same
        )
        name = fold(first.name_en.partition("(")[0].partition("（")[0]).replace(" ", "_")
        yield University(name, listings[0].name, country, first_list.countries[country], listings)


def _names(university: University) -> list[str]:
    return list(dict.fromkeys(text for found in university.listings for text in (found.name.ja, found.name.en)))


def _keys(university: University) -> list[str]:
    return list(dict.fromkeys(fold(found.name.ja) for found in university.listings))
