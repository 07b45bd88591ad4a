"""What a text denotes: the key of a name, and the ways in which a text that names a school may be read."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from hsp_calc.reference.normalize import fold, is_japanese, is_kana, romanised

_LONGEST = 200
_LONG_ENOUGH_FOR_UMLAUT = 6  # UESTC is not USTC
_UNSAID = frozenset({"the", "of", "and", "at", "in", "for"})
"""Words by which no two names differ."""
_SHORTENED = {
    "univ": "university",
    "inst": "institute",
    "tech": "technology",
    "sci": "science",
    "natl": "national",
    "intl": "international",
    "coll": "college",
    "saint": "st",
    "calif": "california",
    "dept": "department",
}
_DASH_IN_LETTERS = re.compile(r"(?<=[^\W\d_])[\u2010-\u2015\u2212](?=[^\W\d_])")
_SEPARATORS = re.compile(r"[,，、;；|(（)）\[\]【】]|\s[-–—]\s")
_LEGAL_PERSONS = re.compile("^(国立大学法人|公立大学法人|学校法人|大学法人)[ 　]*")
_UNITS = (
    "graduate school",
    "school of",
    "medical school",
    "law school",
    "business school",
    "faculty of",
    "department of",
    "division of",
    "college of",
    "postgraduate school",
    "graduate division",
    "bachelor of",
    "master of",
    "doctor of",
)
_NO_UNITS = frozenset(
    {"continuing", "extension", "junior", "high", "language", "preparatory", "professional", "online"}
)
_JAPANESE_UNIT = re.compile(
    "(?:(?:法科|経営|教職|専門職)?大学院)?(?:.{0,14}(?:研究科|学府|研究院|研究部|学部|学群|学類|学域|学科|専攻|課程|教育部|研究教育部|修士|博士))*"
)
_CHINESE_UNIT = re.compile(
    "^(?:研究生院|医学院|法学院|商学院|管理学院|経済学院|経済管理学院|工学院|理学院|文学院|軟件学院|外国語学院|"
    "信息学院|公共管理学院|新聞学院|建築学院|機械工程学院|計算機学院|化学学院|物理学院|数学学院|.{0,10}系)+$"
)
_NO_JAPANESE_UNITS = ("短期大学", "高等", "附属", "付属", "専門学校", "別科", "日本語", "病院", "聴講", "科目等")
_UNIVERSITY_BY_SOUND = frozenset({"daigaku", "daxue", "daehakgyo", "daehakkyo", "daehak"})
_LONG_VOWELS = re.compile("ou|oo|uu")
_KOREAN_GRADUATE_SCHOOL = "대학원"
_HANGUL = re.compile("[가-힣]")


def key_of(name: str) -> str:
    """The key of a name: equal for two texts that differ only in what does not matter.

    Case, accents, width, punctuation, spaces, the kind of kana, the form of a Chinese character, articles and usual
    shortenings (``Univ.``) do not matter. The order of the words does: ``University of York`` is not
    ``York University``.
    """
    return "".join(_words(name))


def spellings(name: str) -> Iterator[str]:
    """A name as a list of names may have it, with its usual endings: ``東京大`` and ``서울대`` stand for the whole."""
    yield name
    if _HANGUL.search(name) and name.endswith("대학교"):
        yield name.removesuffix("교")
        yield name.removesuffix("학교")


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a text: the key of the name in it, and what stands beside the name.

    Attributes:
        key: the key of the name.
        aside: keys of what stands beside it, such as a country or a city; each must fit the school.
        unit: whether a part of the school is named, such as a graduate school.
        japan_only: whether the reading is one of universities in Japan alone.
    """

    key: str
    aside: tuple[str, ...] = ()
    unit: bool = False
    japan_only: bool = False


def readings(text: str) -> Iterator[Reading]:
    """The ways in which a text may be read, the plainest first."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    yield Reading(key_of(text))
    yield from _in_letters(text)
    if text.endswith(_KOREAN_GRADUATE_SCHOOL):
        yield Reading(key_of(text.removesuffix(_KOREAN_GRADUATE_SCHOOL)), unit=True)
    if (bare := _LEGAL_PERSONS.sub("", text)) != text:
        for reading in readings(bare):
            yield Reading(reading.key, reading.aside, reading.unit, japan_only=True)
    segments = [part for part in (piece.strip() for piece in _SEPARATORS.split(text)) if part]
    if len(segments) > 1:
        yield from _of_segments(segments)
    yield from _of_words(text)
    if is_japanese(fold(text)):
        yield from _without_japanese_unit(text)


def _in_letters(text: str) -> Iterator[Reading]:
    """A name written by its sound: in kana, or with ``Daigaku``, ``Daxue`` or ``Daehakgyo`` in Latin letters."""
    if is_kana(text):
        letters = romanised(text)
        stem = letters.removesuffix("daigaku")
        if stem != letters:
            yield Reading(key_of(f"{stem} university"), japan_only=True)
        return
    *words, last = fold(text).split() or [""]
    if words and last in _UNIVERSITY_BY_SOUND:
        name = f"{' '.join(words)} university"
        yield Reading(key_of(name))
        yield Reading(key_of(_LONG_VOWELS.sub(lambda found: found[0][0], name)), japan_only=True)


def _of_segments(segments: list[str]) -> Iterator[Reading]:
    units = [part for part in segments if _is_unit(part)]
    others = [part for part in segments if not _is_unit(part)]
    for end in range(len(others), 0, -1):
        aside = tuple(key_of(part) for part in others[end:])
        yield Reading(key_of(" ".join(others[:end])), aside, unit=bool(units))
        for reading in _of_words(" ".join(others[:end])):
            yield Reading(reading.key, (*aside, *reading.aside), unit=bool(units) or reading.unit)
    for index, part in enumerate(others[1:], 1):
        aside = tuple(key_of(other) for other in (*others[:index], *others[index + 1 :]))
        yield Reading(key_of(part), aside, unit=bool(units))


def _of_words(text: str) -> Iterator[Reading]:
    words = text.split()
    for count in (1, 2, 3):
        if len(words) > count:
            yield Reading(key_of(" ".join(words[:-count])), (key_of(" ".join(words[-count:])),))
            yield Reading(key_of(" ".join(words[count:])), (key_of(" ".join(words[:count])),))
    folded = fold(_DASH_IN_LETTERS.sub(" ", text)).split()
    if not is_japanese(text) and not _NO_UNITS.intersection(folded):
        yield from _without_unit(folded)


def _without_unit(words: list[str]) -> Iterator[Reading]:
    for index in range(len(words)):
        if _starts_unit(words, index):
            if index:
                yield Reading(key_of(" ".join(words[:index])), unit=True)
            else:
                for start in range(2, len(words)):
                    yield Reading(key_of(" ".join(words[start:])), unit=True)
            return


def _starts_unit(words: list[str], index: int) -> bool:
    text = " ".join(_SHORTENED.get(word, word) for word in words[index : index + 2])
    return text.startswith(_UNITS)


def _is_unit(part: str) -> bool:
    words = fold(part).split()
    if is_japanese(part):
        return bool(_JAPANESE_UNIT.fullmatch(fold(part))) and not any(word in part for word in _NO_JAPANESE_UNITS)
    return not _NO_UNITS.intersection(words) and any(_starts_unit(words, index) for index in range(len(words)))


def _without_japanese_unit(text: str) -> Iterator[Reading]:
    key = key_of(text)
    if any(key_of(word) in key for word in _NO_JAPANESE_UNITS):
        return
    for end in range(len(key) - 1, 1, -1):
        rest = key[end:]
        if _CHINESE_UNIT.match(rest):
            yield Reading(key[:end], unit=True)
        if rest == "大学院":
            yield Reading(key[:end], unit=True)
        if key[:end].endswith(("大学", "大")) and _JAPANESE_UNIT.fullmatch(rest):
            yield Reading(key[:end], unit=True, japan_only=True)


def _words(name: str) -> list[str]:
    folded = fold(_DASH_IN_LETTERS.sub(" ", name))
    words = [_SHORTENED.get(word, word) for word in folded.split()]
    return [_without_umlaut(word) for word in words if word not in _UNSAID]


def _without_umlaut(word: str) -> str:
    if len(word) < _LONG_ENOUGH_FOR_UMLAUT:
        return word
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
