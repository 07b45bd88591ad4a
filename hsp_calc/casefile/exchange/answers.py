"""The words that people write into lists for answers, each for the answer of a field."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from hsp_calc.casefile.exchange.columns import NOTHING, CellEntry, ListColumn

_YES = frozenset(
    "true yes y 1 はい 有 有り あり 該当 該当する ○ 〇 ◯ ◎ ● ✓ ✔ ☑ レ 可 済".split()  # noqa: SIM905 - read as a line of words
)
_NO = frozenset("false no n 0 いいえ 無 無し なし 非該当 該当しない 該当なし × ✕ ✗ ✖ x 否".split())  # noqa: SIM905 - as above
_NONE_OF_THEM = frozenset({NOTHING, "無", "無し", "なし", "該当なし", "×", "✕", "n/a"})
_NOT_KNOWN = frozenset(
    "- – — ― ‐ ー ~ 不明 未確認 未定 確認中 要確認 調査中 unknown tbd tbc ? ？".split()  # noqa: SIM905 - as above
)

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "degrees": {
            "bachelor": "学士 学士号 大卒 大学卒 大学卒業 学部卒 四年制大学卒 4年制大学卒 bachelors"
            " bachelordegree bachelorsdegree ba bsc bs beng",
            "master": "修士 修士号 修士課程修了 修士課程 マスター masters masterdegree mastersdegree ma msc ms meng",
            "professional": "専門職 専門職学位 専門職学位課程修了 professionaldegree",
            "mba_mot": "mba mot mba/mot 経営学修士 経営管理修士 技術経営修士",
            "doctor": "博士 博士号 ドクター phd doctorate doctoral doctoraldegree dr",
        },
        "research": {
            "patent": "特許 特許発明 発明 patents",
            "grants": "競争的資金 外国政府の競争的資金 研究助成 grant",
            "papers": "論文 学術論文 paper",
            "other": "その他 その他の研究実績",
        },
        "position": {
            "none": "なし 無 無し 該当なし 一般社員 従業員 employee",
            "director": "取締役 執行役 業務執行社員",
            "representative": "代表取締役 代表執行役 代表社員 代表取締役社長 代表理事 representativedirector",
        },
        "japanese": {
            "none": "なし 無 無し 該当なし × n3 n4 n5 n3合格 n4合格 n5合格",
            "n2": "n2 n2合格 n2取得 n2相当 jlptn2 日本語能力試験n2 日本語能力試験n2合格 日本語能力検定n2",
            "n1": "n1 n1合格 n1取得 n1相当 jlptn1 日本語能力試験n1 日本語能力試験n1合格 日本語能力検定n1",
            "japanese_major": "日本語専攻 外国大学日本語専攻 外国の大学で日本語専攻 日本語学専攻 japanesemajor"
            " majorinjapanese",
        },
    }
)
"""Close words of another meaning are left out: 執行役員 is not 執行役, 大学院 may be a master's or a doctor's."""

_BJT = re.compile(r"bjt(?:ビジネス日本語能力テスト)?([0-9]{3})点?(?:以上)?")
_BJT_OF_N1, _BJT_OF_N2, _BJT_MOST = 480, 400, 800
_BETWEEN = re.compile(r"[;,、・/+&\n]|及び|および|\band\b")

_MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        field: {word: value for value, words in values.items() for word in words.split()}
        for field, values in _WORDS.items()
    }
)


def is_unknown(text: str) -> bool:
    """Whether a cell says in words or with a dash that nothing is known: that is no answer."""
    return text.strip().lower() in _NOT_KNOWN


def flag_of(text: str) -> bool | None:
    """What a yes or no in any way of writing means; None if it is neither."""
    plain = _plain(text)
    if plain in _YES or plain in _NO:
        return plain in _YES
    return None


def choice_of(text: str, column: ListColumn) -> str | None:
    """The answer that a text means; None if it is none of the field's, or may be one of several."""
    plain = _plain(text)
    for written in (plain, re.sub(r"[\s.'’()_]", "", plain)):
        if written in column.values:
            return written
        if (meant := _MEANINGS.get(column.heading, {}).get(written)) is not None:
            return meant
    if column.heading == "japanese" and (found := _BJT.fullmatch(re.sub(r"[\s:()]", "", plain))):
        return _of_bjt(int(found[1]))
    return None


def _of_bjt(points: int) -> str | None:
    if points > _BJT_MOST:
        return None
    return "n1" if points >= _BJT_OF_N1 else "n2" if points >= _BJT_OF_N2 else "none"


def choices_of(text: str, column: ListColumn) -> list[str]:
    """The answers that a text means, each as its word where it is none of the field's."""
    plain = _plain(text)
    if plain in _NONE_OF_THEM:
        return []
    if (one := choice_of(text, column)) is not None:
        return [one]
    parts = [part.strip() for part in _BETWEEN.split(plain) if part.strip()]
    return [choice_of(part, column) or part for part in parts]


def words_of(column: ListColumn) -> tuple[str, ...]:
    """The words that a template in Japanese offers for a field, one for each answer."""
    if column.entry is CellEntry.FLAG:
        return ("はい", "いいえ")
    return tuple(_WORDS[column.heading][value].split()[0] for value in column.values if column.heading in _WORDS)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().replace("◯", "○").split())
