"""Reading CSV files as spreadsheets write them."""

import csv
import io
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from hsp_calc.casefile.exchange.cells import from_csv
from hsp_calc.problems import InputError, Problem

_ENCODINGS = ("utf-8-sig", "cp932")
_SEPARATORS = ",;\t"
_LAYOUT = "\t\n\r"
_LARGEST_FILE = 4 * 1024**2
MOST_COLUMNS = 256


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list.

    Attributes:
        number: as the spreadsheet counts it, from 1.
        cells: what is in it.
    """

    number: int
    cells: Sequence[object]


def csv_text(content: bytes) -> tuple[str, str]:
    """The text of a CSV file and its encoding: UTF-8, else that of Japanese Windows, of which no sign may be doubtful.

    Raises:
        InputError: it is neither, or larger than any list of persons.
    """
    if len(content) > _LARGEST_FILE:
        raise InputError([Problem("list_too_large")])
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Control characters, and the private ones that bytes without a meaning become: this is something else.
        if not any(unicodedata.category(sign) in {"Cc", "Co"} and sign not in _LAYOUT for sign in set(text)):
            return text, encoding.removesuffix("-sig")
    raise InputError([Problem("not_csv_text")])


def csv_rows(text: str, headings: Collection[str]) -> Iterator[Row]:
    """The rows of a CSV file.

    Args:
        text: of the file.
        headings: those that are known; they tell which separator the file has.

    Raises:
        InputError: a quotation mark is missing, or there are more columns or longer cells than any list has.
    """
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    separator = max(_SEPARATORS, key=lambda sign: sum(cell.strip(' "\r\n') in headings for cell in first.split(sign)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_COLUMNS:
                raise InputError([Problem("list_too_large", line=number)])
            yield Row(number, [from_csv(cell) for cell in cells])
    except csv.Error:
        raise InputError([Problem("not_csv", line=number + 1)]) from None
