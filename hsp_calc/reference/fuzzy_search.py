"""Finding a name as it is typed: in any order of its words, shortened, or misspelt."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from hsp_calc.reference.normalize import fold, is_japanese, is_kana, romanised, solid, unvoiced

Item = TypeVar("Item")

_LONGEST_QUERY = 200
_MOST_WORDS = 12
_COMMON = frozenset({"the", "of", "and", "at", "in", "for", "de", "la", "der", "zu", "daigaku", "univ"})
_INSIDE = re.compile(r"[(（](.*)[)）]")
_PARTS = re.compile("[／/:：]")
_SUFFIXES = ("大学校", "大学院大学", "大学")
_KANA_SUFFIXES = ("daigakuin", "daigaku", "daiga", "dai")
_SHORTEST_MISSPELT = 4
_LIKE_ENOUGH = 0.74
_SHORTEST_ABBREVIATION = 2
_LONGEST_ABBREVIATION = 8
_LIKE_ENOUGH_JAPANESE = 0.7
_SHORTEST_MISSPELT_JAPANESE = 3
# How well a word fits. What is merely like a name stays below what bears the word.
_EXACT, _UMLAUTS, _ALIAS, _SHORT, _INITIALS, _BEGINNING = 1.0, 0.99, 0.98, 0.97, 0.95, 0.88
_LIKE = 0.85
_WITHIN, _ASIDE, _ABBREVIATED, _LIKE_JAPANESE = 0.75, 0.72, 0.7, 0.69


@dataclass(frozen=True, slots=True)
class SearchEntry(Generic[Item]):
    """Something that can be found.

    Attributes:
        item: what it is.
        names: what it is called, in any language; what stands in brackets is a name too.
        aliases: what people call it for short.
        aside: words that narrow a search down and name nothing by themselves, such as the country.
    """

    item: Item
    names: Sequence[str]
    aliases: Sequence[str] = ()
    aside: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SearchHit(Generic[Item]):
    """Something found.

    Attributes:
        item: what it is.
        score: how well it fits, from 0 to 1.
        as_written: whether it bears what was typed; False where that is merely like it.
    """

    item: Item
    score: float
    as_written: bool


class Index(Generic[Item]):
    """Names made ready to be searched at every keystroke."""

    def __init__(self, entries: Iterable[SearchEntry[Item]], generic: Collection[str] = ()) -> None:
        """Take the names apart.

        Args:
            entries: what can be found.
            generic: folded words that alone find nothing, and that need not fit.
        """
        self._entries = [_Indexed(entry) for entry in entries]
        self._generic = frozenset(generic)
        frequency = Counter(word for entry in self._entries for word in entry.words)
        self._weights = {
            word: 0.1 if word in _COMMON else math.log(1 + len(self._entries) / count)
            for word, count in frequency.items()
        }
        self._vocabulary = {word: _without_umlauts(word) for word in frequency}

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit[Item], ...]:
        """What fits a text that is being typed, best first; nothing where nothing does."""
        words = _query_words(query[:_LONGEST_QUERY])
        if not words:
            return ()
        matchers = [self._matcher(word) for word in words]
        if all(matcher.word in self._generic for matcher in matchers):
            return ()
        hits: list[tuple[float, int, SearchHit[Item]]] = []
        for position, entry in enumerate(self._entries):
            found = self._fit(entry, matchers)
            if found is not None:
                hits.append((-found.score, position, found))
        return tuple(hit for _, _, hit in sorted(hits, key=lambda hit: hit[:2])[:limit])

    def _matcher(self, word: str) -> "_Matcher":
        folded = solid(fold(word))
        if is_japanese(folded):
            latin = _kana_in_letters(word)
            return _Matcher(folded, 1.0, self._likeness(latin) if latin else {}, japanese=True, letters=latin)
        likeness = self._likeness(word)
        best = max(likeness, key=lambda other: likeness[other], default=None)
        weight = 0.1 if word in _COMMON else 3.0 if best is None else self._weights[best]
        return _Matcher(word, weight, likeness, japanese=False, letters=word)

    def _likeness(self, word: str) -> dict[str, float]:
        """The words of all names that a word can mean, and how much it is like each."""
        found = {}
        plain = _without_umlauts(word)
        for other, other_plain in self._vocabulary.items():
            if other == word:
                found[other] = _EXACT
            elif other_plain == plain:
                found[other] = _UMLAUTS
            elif other.startswith(word):
                found[other] = _BEGINNING + 0.08 * len(word) / len(other)
            elif len(word) >= _SHORTEST_MISSPELT <= len(other):
                like = OSA.normalized_similarity(word, other, score_cutoff=_LIKE_ENOUGH)
                if len(other) > len(word):
                    begun = OSA.normalized_similarity(word, other[: len(word)], score_cutoff=_LIKE_ENOUGH)
                    like = max(like, 0.95 * begun)
                if like:
                    found[other] = _LIKE * like
        return found

    def _fit(self, entry: "_Indexed[Item]", matchers: Sequence["_Matcher"]) -> SearchHit[Item] | None:
        reached = wanted = 0.0
        as_written = True
        matched: set[str] = set()
        alone = len(matchers) == 1
        japanese: list[float] = []
        distinct = False
        for matcher in matchers:
            score, word = matcher.in_words(entry.words)
            if matcher.japanese:
                kanji = entry.japanese_score(matcher.word)
                if kanji > score:
                    score, word = kanji, None
                    japanese.append(kanji)
            elif alone and (short := entry.initials_score(matcher.word)) > score:
                score, word = short, None
                japanese.append(score)
            if not score:
                if matcher.word not in _COMMON and matcher.word not in self._generic:
                    return None
                wanted += matcher.weight
                continue
            distinct |= matcher.word not in _COMMON and matcher.word not in self._generic
            if word is not None:
                matched.add(word)
            as_written &= score > (_LIKE_JAPANESE if matcher.japanese and word is None else _LIKE)
            reached += matcher.weight * score
            wanted += matcher.weight
        if not distinct:
            return None
        coverage = max([entry.coverage(matched, self._weights), *japanese])
        return SearchHit(entry.item, 0.8 * reached / wanted + 0.2 * coverage, as_written)


@dataclass(frozen=True, slots=True)
class _Matcher:
    """A word that was typed, with the words of names that it can mean."""

    word: str
    weight: float
    likeness: dict[str, float]
    japanese: bool
    letters: str

    def in_words(self, words: frozenset[str]) -> tuple[float, str | None]:
        best, found = 0.0, None
        for word, like in self.likeness.items():
            if like > best and word in words:
                best, found = like, word
        return best, found


class _Indexed(Generic[Item]):
    """An entry with its names taken apart."""

    def __init__(self, entry: SearchEntry[Item]) -> None:
        self.item = entry.item
        self._japanese: dict[str, float] = {}
        self._bags: list[tuple[frozenset[str], float]] = []
        self._initials: set[str] = set()
        words: set[str] = set()
        for name in entry.names:
            outside = _INSIDE.sub(" ", name)
            self._initials.add("".join(word[0] for word in fold(outside).split() if word not in _COMMON))
            words |= self._add(outside, _EXACT)
            for part in (part for inside in _INSIDE.findall(name) for part in _PARTS.split(inside)):
                is_name = not is_japanese(part) or part.strip().endswith(_SUFFIXES)
                words |= self._add(part, _ALIAS if is_name else _ASIDE)
            words |= self._add_words(name)
        for alias in entry.aliases:
            words |= self._add(alias, _ALIAS)
        for word in entry.aside:
            if is_japanese(word):
                self._japanese.setdefault(solid(fold(word)), _ASIDE)
            else:
                words |= set(fold(word).split())
        self.words = frozenset(words)

    def _add(self, name: str, worth: float) -> set[str]:
        folded = fold(name)
        if not folded:
            return set()
        if is_japanese(folded):
            key = solid(folded)
            self._japanese[key] = max(worth, self._japanese.get(key, 0.0))
            return set()
        self._bags.append((frozenset(folded.split()), worth))
        return set(folded.split())

    @staticmethod
    def _add_words(name: str) -> set[str]:
        return {word for word in fold(name).split() if not is_japanese(word)}

    def coverage(self, matched: set[str], weights: dict[str, float]) -> float:
        """How much of the name that fits best was typed."""
        return max(
            (
                worth * sum(weights[word] for word in bag & matched) / sum(weights[word] for word in bag)
                for bag, worth in self._bags
            ),
            default=0.0,
        )

    def initials_score(self, word: str) -> float:
        """How well a word stands for the first letters of a name."""
        if not _SHORTEST_ABBREVIATION <= len(word) <= _LONGEST_ABBREVIATION:
            return 0.0
        return _INITIALS if word in self._initials else 0.0

    def japanese_score(self, word: str) -> float:
        """How well a Japanese word fits a Japanese name."""
        return max((worth * _japanese_score(word, name) for name, worth in self._japanese.items()), default=0.0)


def _japanese_score(word: str, name: str) -> float:
    if word == name:
        return _EXACT
    core, name_core = _core(word), _core(name)
    if core == name_core:
        return _SHORT
    share = len(word) / len(name) if len(name) > len(word) else 1.0
    if name.startswith(word):
        return _BEGINNING + 0.08 * share
    if word in name:
        return _WITHIN + 0.08 * share
    if len(word) > _SHORTEST_ABBREVIATION and word[0] == name[0] and word[-1] == "大" and _stand_in(word, name):
        return _ABBREVIATED
    if len(core) >= _SHORTEST_MISSPELT_JAPANESE:
        return _LIKE_JAPANESE * _likeness_of_japanese(unvoiced(core), unvoiced(name_core))
    return 0.0


def _likeness_of_japanese(word: str, name: str) -> float:
    like = OSA.normalized_similarity(word, name, score_cutoff=_LIKE_ENOUGH_JAPANESE)
    if len(name) > len(word):
        begun = OSA.normalized_similarity(word, name[: len(word)], score_cutoff=_LIKE_ENOUGH_JAPANESE)
        like = max(like, 0.95 * begun)
    return like


def _core(name: str) -> str:
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and name != suffix:
            return name.removesuffix(suffix)
    return name


def _stand_in(word: str, name: str) -> bool:
    """Whether the characters of a word stand in a name in this order."""
    rest = iter(name)
    return all(sign in rest for sign in word)


def _query_words(query: str) -> list[str]:
    """The words that were typed; Japanese ones as they are, for kana to be read."""
    words: list[str] = []
    for piece in re.split(r"[\s、,，・()（）／/:：]+", query):
        if is_japanese(fold(piece)):
            words.append(piece)
        else:
            words += fold(piece).split()
    return [word for word in words if fold(word)][:_MOST_WORDS]


def _without_umlauts(word: str) -> str:
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _kana_in_letters(word: str) -> str:
    """Kana typed before they are turned into characters, in the letters of an English name."""
    word = word.removesuffix("大学")
    if not is_kana(word):
        return ""
    letters = romanised(word)
    for suffix in _KANA_SUFFIXES:
        if letters.endswith(suffix) and letters != suffix:
            return letters.removesuffix(suffix)
    return letters
