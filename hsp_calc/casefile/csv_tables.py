"""CSV as spreadsheets read and write it: the encodings in use, and no cell that would be taken for a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hsp_calc.validation import InputError, Problem

MARK_OF_UTF8 = "\ufeff"
"""What tells a spreadsheet that a CSV file is UTF-8."""
ENCODINGS = ("utf-8", "cp932", "euc-jp", "iso-2022-jp", "utf-16")
"""Those that are read."""
MOST_COLUMNS = 256
LARGEST_FILE = 4 * 1024**2

_SEPARATORS = ",;\t"
_LAYOUT = "\t\n\r"
_ROWS_LOOKED_AT = 30
_LETTERS = 26

_SIGN = "=+\\-@＝＋－＠"
_PARTED = "[;\\t\\n\\r\\v\\f\x85\u2028\u2029]"
_BEGINS = re.compile(rf"['\s]*[{_SIGN}\t\n\r]")
_WITHIN = re.compile(rf"({_PARTED})([ '\u3000]*[{_SIGN}])")
_WITHIN_GUARDED = re.compile(rf"({_PARTED})'([ '\u3000]*[{_SIGN}])")

_HALF_WIDTH = re.compile("[｡-ﾟ]+")
_HALF_WIDTH_WORDS = re.compile("(?:[ｦｱ-ﾝ][ﾞﾟ]?[ｧ-ｯ]?[ｰｯ]?[･ ]?)+")
_KANA = re.compile("[ぁ-んァ-ヶ]")
_KANJI_AMONG_LETTERS = re.compile("[A-Za-z][\u4e00-\u9fff][a-z]")

Content = str | int | float | bool | date | None
"""What a cell of a spreadsheet holds."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row of a table.

    Attributes:
        number: as the spreadsheet counts it, from 1.
        cells: what is in it.
        line: the line of a text file on which it begins, from 1.
    """

    number: int
    cells: Sequence[object]
    line: int = 0


def cell_name(index: int, row: int) -> str:
    """A cell as spreadsheets name it: ``A1`` is the first."""
    letters = ""
    number = index + 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def csv_text(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a CSV file, and its encoding.

    UTF-8 is known by its form, UTF-16 by its mark, ISO-2022-JP by its escapes. CP932 and EUC-JP often read the same
    bytes, each as other words; where that is not settled by what words look like, nothing is guessed.

    Args:
        content: of the file.
        encoding: one of ``ENCODINGS``, if it is known.

    Raises:
        InputError: it is none of these, doubtful which, or larger than any list.
    """
    if len(content) > LARGEST_FILE:
        raise InputError([Problem("list_too_large")])
    if encoding is not None:
        text = _decoded(content, "utf-8-sig" if encoding == "utf-8" else encoding)
        if text is None:
            raise InputError([Problem("not_in_encoding", params={"encoding": encoding})])
        return text, encoding
    marked = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if (text := _decoded(content, marked)) is not None:
        return text, marked.removesuffix("-sig")
    if b"\x1b$" in content and (text := _decoded(content, "iso-2022-jp")) is not None:
        return text, "iso-2022-jp"
    return _japanese(content)


def _japanese(content: bytes) -> tuple[str, str]:
    """The text of CP932 or EUC-JP, whichever it is."""
    windows, unix = _decoded(content, "cp932"), _decoded(content, "euc-jp")
    if windows is None and unix is None:
        raise InputError([Problem("not_csv_text")])
    is_windows = windows is not None and _reads_as_cp932(windows, alone=unix is None)
    is_unix = unix is not None and bool(_KANA.search(unix)) and not _HALF_WIDTH.search(unix)
    if is_windows == is_unix:
        raise InputError([Problem("encoding_doubtful")])
    return (windows or "", "cp932") if is_windows else (unix or "", "euc-jp")


def _reads_as_cp932(text: str, *, alone: bool) -> bool:
    """Whether a text has words as CP932 has them, and not as other encodings look when they are read as it.

    Args:
        text: the bytes read as CP932.
        alone: whether they can be nothing else; otherwise kanji are no proof, for any bytes become some.
    """
    words = (found[0] for found in _HALF_WIDTH.finditer(text))
    fit = all(_HALF_WIDTH_WORDS.fullmatch(word) for word in words) and not _KANJI_AMONG_LETTERS.search(text)
    return fit and (alone or all(sign.isascii() or _HALF_WIDTH.match(sign) for sign in set(text)))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Control characters, and the private ones that bytes without a meaning become: this is something else.
    strange = any(unicodedata.category(sign) in {"Cc", "Co"} and sign not in _LAYOUT for sign in set(text))
    return None if strange else text


def csv_rows(text: str, is_heading: Callable[[str], bool]) -> Iterator[CsvRow]:
    """The rows of a CSV file.

    Args:
        text: of the file.
        is_heading: whether a cell is a known heading; that tells which separator the file has.

    Raises:
        InputError: a quotation mark is missing, or there are more columns or longer cells than any list has.
    """
    separator = max(_SEPARATORS, key=lambda sign: _headings_at_most(text, sign, is_heading))
    number, line = 0, 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_COLUMNS:
                raise InputError([Problem("list_too_large", line=number)])
            yield CsvRow(number, [unguarded(cell) for cell in cells], line)
            line = reader.line_num + 1
    except csv.Error:
        raise InputError([Problem("not_csv", line=number + 1)]) from None


def _headings_at_most(text: str, separator: str, is_heading: Callable[[str], bool]) -> int:
    """The most known headings that a row near the beginning has with a separator."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return max((sum(map(is_heading, cells)) for cells in islice(reader, _ROWS_LOOKED_AT)), default=0)
    except csv.Error:
        return 0


def csv_table(rows: Iterable[Sequence[Content]], *, line_end: str = "\r\n") -> str:
    """Rows as the text of a CSV file, with the mark by which spreadsheets know UTF-8.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, which ``csv_rows`` takes off.

    Args:
        rows: what the cells hold.
        line_end: what ends a row.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator=line_end)
    writer.writerows([_written(content) for content in row] for row in rows)
    return MARK_OF_UTF8 + written.getvalue()


def _written(content: Content) -> str:
    match content:
        case None:
            return ""
        case bool():
            return str(content).upper()
        case date():
            return content.isoformat()
        case str():
            return guarded(content)
        case _:
            return str(content)


def guarded(text: str) -> str:
    """A text with an apostrophe wherever it would begin a formula.

    That is at its beginning, and after what ends a cell or a line for a spreadsheet with other settings: a semicolon,
    a tab, a line feed. The signs count in full width too.
    """
    inside = _WITHIN.sub(r"\1'\2", text)
    return f"'{inside}" if _BEGINS.match(inside) else inside


def unguarded(text: str) -> str:
    """The text as it was before ``guarded``."""
    inside = text[1:] if text.startswith("'") and _BEGINS.match(text, 1) else text
    return _WITHIN_GUARDED.sub(r"\1\2", inside)
