"""What does not matter in a name when it is looked for: case, accents, the kind of kana, the form of a character."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_CHARACTERS = str.maketrans(
    "應獨國學臺灣廣澤濱區藝醫濟龍龙华东师范复开业济术汉门庆义韩应关丰丽乌乐乔买亚产伦储兰军农凯剑卢卧卫图圣宁宾尔岗岛庞彻德时"
    "查桥汇测滨爱玛电矶矿筹约级纳纽经绘维综罗联艺苏萨觉诗语诸诺课谢贝贡财软边达迈逊铁锦长阳际陆陕韦项顿颠馆马鲁鸿黑气广乡县铃"
    "鹤鸟冲绳贺儿叶冈稻协顺齿药环创价库宫泽盐荣总綜總經豐會圖鐵齒藥縣樂劍亞產體發实實靜鹽氣兒價來關惠專专邊礦鑛佛歐溫缐线网络"
    "员计设數据據统构规划试验驗资讯处處监质评认证證书贸战戰导营營历歷种务雙选择检檢传傳单單团團圆圓萬狮浊鹏岭刘杨连沪辽浏闽宽"
    "权權变變释釋",
    "応独国学台湾広沢浜区芸医済竜竜華東師範復開業済術漢門慶義韓応関豊麗烏楽喬買亜産倫儲蘭軍農凱剣盧臥衛図聖寧賓爾崗島龐徹徳時"
    "査橋匯測浜愛瑪電磯鉱籌約級納紐経絵維総羅聯芸蘇薩覚詩語諸諾課謝貝貢財軟辺達邁遜鉄錦長陽際陸陝韋項頓顛館馬魯鴻黒気広郷県鈴"
    "鶴鳥沖縄賀児葉岡稲協順歯薬環創価庫宮沢塩栄総総総経豊会図鉄歯薬県楽剣亜産体発実実静塩気児価来関恵専専辺鉱鉱仏欧温線線網絡"
    "員計設数拠拠統構規劃試験験資訊処処監質評認証証書貿戦戦導営営歴歴種務双選択検検伝伝単単団団円円万獅濁鵬嶺劉楊連滬遼瀏閩寛"
    "権権変変釈釈",
)
"""Old, traditional and simplified forms of characters that names of universities have, and those used in Japan."""
_KANA_ALIKE = str.maketrans("ぁぃぅぇぉっゃゅょゎぢづを", "あいうえおつやゆよわじずお")
_VU = (("ゔぁ", "ば"), ("ゔぃ", "び"), ("ゔぇ", "べ"), ("ゔぉ", "ぼ"), ("ゔ", "ぶ"))
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_FIRST_ACCENTED = "\x80"
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
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
    folded = unicodedata.normalize("NFKC", text).casefold()
    if folded.isascii():
        return folded
    folded = folded.translate(_LETTERS).translate(_CHARACTERS)
    return "".join(sign if sign < _FIRST_ACCENTED or is_japanese(sign) else _without_accent(sign) for sign in folded)


def _without_accent(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def _hiragana(text: str) -> str:
    if text.isascii():
        return text
    text = text.translate(_KATAKANA)
    for written, meant in _VU:
        text = text.replace(written, meant)
    return text


def _words(text: str) -> list[str]:
    text = _LONG.sub("", _APOSTROPHES.sub("", text.replace("-", " ")))
    return _NEITHER_LETTER_NOR_DIGIT.sub(" ", text).split()


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
