"""Text in lines and columns of equally wide signs, where Japanese signs are two columns wide."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_NO_LINE_BEGINS = "、。，．・：；？！）］｝」』】〉》〕’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％点,.:;?!)]}"
_NO_LINE_ENDS = "（［｛「『【〈《〔‘“([{"
# A run of narrow signs stays together, as a word does; every other sign may stand alone.
_PIECES = re.compile(r"[\u0021-\u02ff\u2010-\u2026]+|\s+|.", re.DOTALL)


def width(text: str) -> int:
    """The columns that a text takes up."""
    return len(text) if text.isascii() else sum(_sign_width(sign) for sign in text)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled up with spaces to a number of columns."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def aligned(rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> list[str]:
    """Rows of short cells as lines in columns.

    Args:
        rows: the cells.
        right: the columns whose cells stand at the right.
    """
    table = [list(row) for row in rows]
    widths = [max(width(cell) for cell in column) for column in zip(*table, strict=True)]
    return [
        "  ".join(padded(cell, widths[i], right=i in right) for i, cell in enumerate(row)).rstrip() for row in table
    ]


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, broken as its language breaks lines."""
    lines: list[str] = []
    line = ""
    for piece in _unbreakable(text):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while width(line.rstrip()) > columns and " " not in line.rstrip():
            cut = _cut(line, columns)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def indented(text: str, columns: int, *, first: str, other: str | None = None) -> list[str]:
    """A wrapped text whose first line begins with one text and whose other lines with another, or with spaces."""
    following = " " * width(first) if other is None else other
    lines = wrapped(text, columns - max(width(first), width(following)))
    return [f"{following if index else first}{line}" for index, line in enumerate(lines)]


def _unbreakable(text: str) -> list[str]:
    """The pieces of a text between which a line may be broken."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        joins = pieces and (piece[0] in _NO_LINE_BEGINS or piece.isspace() or pieces[-1][-1] in _NO_LINE_ENDS)
        if joins:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _cut(line: str, columns: int) -> int:
    taken = 0
    for index, sign in enumerate(line):
        taken += _sign_width(sign)
        if taken > columns:
            return max(index, 1)
    return len(line)


@lru_cache(maxsize=4096)  # more signs than any text of the program has
def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
