"""What does not matter in a name when it is looked for: case, accents, the kind of kana, the form of a character."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_CHARACTERS = str.maketrans(
    "應獨國學臺灣廣澤濱區藝醫濟龍龙华东师范复开业济术汉门庆义韩应关",
    "応独国学台湾広沢浜区芸医済竜竜華東師範復開業済術漢門慶義韓応関",
)
"""Old, traditional and simplified forms of characters that names of universities have, and those used in Japan."""
_KANA_ALIKE = str.maketrans("ぁぃぅぇぉっゃゅょゎぢづを", "あいうえおつやゆよわじずお")
_VU = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ"))
_FIRST_KATAKANA, _LAST_KATAKANA, _TO_HIRAGANA = "ァ", "ヶ", 0x60
_APOSTROPHES = re.compile("['’‘`´ʼ＇]")
_LONG = re.compile("[ー‐‑–—―−-]")
_JAPANESE = re.compile("[぀-ヿ㐀-鿿々〆]")
_KANA = re.compile("[぀-ゟー]+")


def fold(text: str) -> str:
    """A text with everything left out that does not matter; its words stand apart by one space."""
    return " ".join(_words(_hiragana(_plain(text)).translate(_KANA_ALIKE)))


def solid(folded: str) -> str:
    """A folded text as one word: Japanese is written without spaces."""
    return folded.replace(" ", "")


def unvoiced(folded: str) -> str:
    """A folded text with kana that have no marks of voice: ``は`` for ``ば`` and ``ぱ``."""
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in folded)


def is_japanese(text: str) -> bool:
    """Whether it has kana or Chinese characters."""
    return _JAPANESE.search(text) is not None


def is_kana(text: str) -> bool:
    """Whether it is kana through and through."""
    return _KANA.fullmatch(_hiragana(_plain(text))) is not None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS).translate(_CHARACTERS)
    return "".join(sign if is_japanese(sign) else _without_accent(sign) for sign in folded)


def _without_accent(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def _hiragana(text: str) -> str:
    text = "".join(
        chr(ord(sign) - _TO_HIRAGANA) if _FIRST_KATAKANA <= sign <= _LAST_KATAKANA else sign for sign in text
    )
    for written, meant in _VU:
        text = text.replace(written, meant)
    return text


def _words(text: str) -> list[str]:
    text = _APOSTROPHES.sub("", text)
    text = "".join(" " if sign == "-" else "" if _LONG.match(sign) else sign for sign in text)
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
_OF_THEIR_OWN = {
    "し": "shi",
    "じ": "ji",
    "ち": "chi",
    "ぢ": "ji",
    "つ": "tsu",
    "づ": "zu",
    "ふ": "fu",
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "を": "o",
    "ん": "n",
}
_SYLLABLES = {
    sign: consonant + vowel for consonant, row in _ROWS.items() for sign, vowel in zip(row, "aiueo", strict=True)
} | _OF_THEIR_OWN
_GLIDES = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_LONG_VOWELS = re.compile("ou|oo|uu")


def romanised(kana: str) -> str:
    """Kana in Latin letters, long vowels unmarked, as Japanese universities write their names in English."""
    text, written = _hiragana(_plain(kana)), ""
    double = False
    for sign in text:
        if sign in _GLIDES and written.endswith("i"):
            stem = written[:-1]
            written = stem + ("" if stem.endswith(("sh", "ch", "j")) else "y") + _GLIDES[sign]
            continue
        if sign == "っ":
            double = True
            continue
        syllable = _SYLLABLES.get(sign, "")
        written += (syllable[:1] if double else "") + syllable
        double = False
    return _LONG_VOWELS.sub(lambda found: found[0][0], written)
