"""What is entered in a cell, and how a value is written into one."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from fractions import Fraction

from hsp_calc.casefile.csv_tables import Content
from hsp_calc.casefile.exchange.answers import choice_of, choices_of, flag_of
from hsp_calc.casefile.exchange.columns import NOTHING, CellEntry
from hsp_calc.casefile.exchange.headings import Heading
from hsp_calc.parsing import read_count, read_day, read_years, read_yen

LONGEST_TEXT = 1_000
"""The most characters of a cell that is read."""

_BARE = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,9})?")
_OF_A_FLOAT = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?e[+-]?[0-9]{1,2}")
_LARGEST = 10**15


def read_cell(content: object, heading: Heading, day_of: Callable[[float], object]) -> object:
    """What is entered in a cell, as the JSON value of its field; None if nothing is.

    What cannot be understood comes back as it is, to be refused where the field says what is allowed.

    Args:
        content: what the cell holds.
        heading: what stands above it.
        day_of: the day that a number of the workbook stands for.

    Raises:
        NotUnderstoodError: a text that cannot be read without doubt, with the reason.
    """
    column = heading.column
    if isinstance(content, str):
        text = content.strip()
        return _read_text(text, heading) if text else None
    match column.entry, content:
        case CellEntry.TEXT, bool():
            return str(content).upper()
        case CellEntry.TEXT, int() | float():
            return f"{content:.15g}"
        case _, bool():
            return content
        case CellEntry.DAY, int() | float():
            return _day(day_of(content))
        case CellEntry.DAY, datetime():
            return _day(content)
        case ((CellEntry.WHOLE | CellEntry.YEN | CellEntry.NUMBER), int() | float()):
            return _number(content, heading)
        case CellEntry.FLAG, int() | float() if content in {0, 1}:
            return bool(content)
        case _, datetime() | time() | date():
            return str(content)
        case _:
            return content


def _read_text(text: str, heading: Heading) -> object:
    column = heading.column
    match column.entry:
        case CellEntry.TEXT:
            return text
        case CellEntry.FLAG:
            return text if (flag := flag_of(text)) is None else flag
        case CellEntry.CHOICE:
            return choice_of(text, column) or text
        case CellEntry.CHOICES:
            return choices_of(text, column)
        case CellEntry.DAY:
            return read_day(text).isoformat()
        case CellEntry.WHOLE:
            return read_count(text)
        case CellEntry.YEN:
            return _number(bare, heading) if (bare := _bare(text, heading)) is not None else read_yen(text)
        case CellEntry.NUMBER:
            if _OF_A_FLOAT.fullmatch(text.lower()):
                return _number(float(text), heading)
            return _number(bare, heading) if (bare := _bare(text, heading)) is not None else read_years(text)


def _bare(text: str, heading: Heading) -> float | None:
    """The number of a text without a unit, beneath a heading that gives one."""
    plain = unicodedata.normalize("NFKC", text)
    return float(plain.replace(",", "")) if heading.unit != 1 and _BARE.fullmatch(plain) else None


def _day(content: object) -> object:
    """The day of a cell; a moment within a day comes back as a text, to be refused."""
    if isinstance(content, datetime):
        return content.date().isoformat() if content.time() == time() else str(content)
    return content


def _number(number: float, heading: Heading) -> float:
    """A number in the unit of its heading."""
    if heading.unit != 1:
        exact = Fraction(str(number)) * heading.unit
        number = int(exact) if exact.denominator == 1 else float(exact)
    if heading.column.entry is CellEntry.NUMBER:
        return number
    return int(number) if float(number).is_integer() and abs(number) < _LARGEST else number


def cell_of(value: object) -> Content:
    """The content of a cell for the JSON value of a field."""
    match value:
        case list():
            return ";".join(value) or NOTHING
        case float() if value.is_integer():
            return int(value)
        case None | bool() | int() | float() | date():
            return value
        case _:
            return str(value)
