"""What is entered in a cell, and how a value is written into one."""

import re
import unicodedata
from datetime import date, datetime, time

from hsp_calc.casefile.exchange.columns import NOTHING, Column, Entry

_YES = frozenset({"true", "yes", "1", "はい", "有", "有り", "あり", "○", "〇", "◯"})
_NO = frozenset({"false", "no", "0", "いいえ", "無", "無し", "なし", "×"})
_NONE_OF_THEM = frozenset({NOTHING, "無", "無し", "なし"})
_WHOLE = re.compile(r"¥?(\d{1,18}|\d{1,3}(?:,\d{3}){1,5})円?")
_NUMBER = re.compile(r"\d{1,18}(?:\.\d{1,18})?(?:e[+-]?\d{1,2})?")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_BETWEEN = re.compile(r"[;,、\n]")
_LOOKS_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")

Content = str | int | float | bool | date | None
"""What a cell of a spreadsheet holds."""


def read_cell(content: object, column: Column) -> object:
    """What is entered in a cell, as the JSON value of its field; None if nothing is.

    What cannot be understood comes back as it is, to be refused where the field says what is allowed.
    """
    if isinstance(content, str):
        text = content.strip()
        return _read_text(text, column) if text else None
    match column.entry, content:
        case Entry.TEXT, bool():
            return str(content).upper()
        case Entry.TEXT, int() | float():
            return f"{content:.15g}"
        case Entry.DAY, datetime() if content.time() == time():
            return content.date().isoformat()
        case Entry.WHOLE, float() if content.is_integer() and abs(content) < 10**15:
            return int(content)
        case Entry.FLAG, int() | float() if content in {0, 1}:
            return bool(content)
        case _, datetime() | time() | date():
            return str(content)
        case _:
            return content


def _read_text(text: str, column: Column) -> object:
    if column.entry is Entry.TEXT:
        return text
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    match column.entry:
        case Entry.FLAG if plain in _YES | _NO:
            return plain in _YES
        case Entry.CHOICE if plain in column.values:
            return plain
        case Entry.CHOICES:
            return [] if plain in _NONE_OF_THEM else [word for part in _BETWEEN.split(plain) if (word := part.strip())]
        case Entry.WHOLE if found := _WHOLE.fullmatch(plain):
            return int(found[1].replace(",", ""))
        case Entry.NUMBER if _NUMBER.fullmatch(plain):
            return float(plain)
        case Entry.DAY if found := _DAY.fullmatch(plain):
            year, month, day = (int(number) for number in found.groups() if number is not None)
            return f"{year:04}-{month:02}-{day:02}"
        case _:
            return text


def cell_of(value: object) -> Content:
    """The content of an Excel cell for the JSON value of a field."""
    match value:
        case list():
            return ";".join(value) or NOTHING
        case float() if value.is_integer():
            return int(value)
        case None | bool() | int() | float() | date():
            return value
        case _:
            return str(value)


def from_csv(text: str) -> str:
    """The text of a CSV cell as it was before ``csv_cell`` put an apostrophe before it."""
    return text[1:] if text.startswith("'") and _LOOKS_LIKE_A_FORMULA.match(text) else text


def csv_cell(content: Content, entry: Entry) -> str:
    """The text of a CSV cell.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which reading takes off.
    """
    match content:
        case None:
            return ""
        case bool():
            return str(content).upper()
        case date():
            return content.isoformat()
        case str() if entry is Entry.TEXT and _LOOKS_LIKE_A_FORMULA.match(content):
            return f"'{content}"
        case _:
            return str(content)
