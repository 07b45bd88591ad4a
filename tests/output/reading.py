"""Reads a printed form as a screen reader does: the rows of its tables with their texts and ticks."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_HEX = r"<([0-9a-fA-F ]*)>"
_TICKED = {"チェックあり": True, "チェックなし": False, "ticked": True, "not ticked": False}


@dataclass
class Element:
    """A piece of the document's structure."""

    kind: str
    text: str = ""
    ticks: list[bool] = field(default_factory=list)
    parts: "list[Element]" = field(default_factory=list)

    def all(self, kind: str) -> "Iterator[Element]":
        """Every element of a kind, in reading order."""
        for part in self.parts:
            if part.kind == kind:
                yield part
            yield from part.all(kind)


def structure(pdf: bytes) -> Element:
    """The structure of a tagged file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        texts = {page.objgen: _marked_texts(page) for page in opened.pages}
        return _element(opened.Root.StructTreeRoot.K, texts, None)


def _element(node: Any, texts: dict[Any, dict[int, str]], page: Any) -> Element:
    if isinstance(node, pikepdf.Array):
        return _together("", [_element(part, texts, page) for part in node])
    if not isinstance(node, pikepdf.Dictionary):
        return Element("", texts[page].get(int(node), ""))
    page = node.Pg.objgen if "/Pg" in node else page
    if "/MCID" in node:
        return Element("", texts[page].get(int(node.MCID), ""))
    inner = _element(node.K, texts, page) if "/K" in node else Element("")
    element = _together(str(node.get("/S", "")).removeprefix("/"), inner.parts or [inner])
    if "/Alt" in node:
        element.ticks = [_TICKED[str(node.Alt)]]
    return element


def _together(kind: str, parts: list[Element]) -> Element:
    return Element(kind, "".join(part.text for part in parts), [tick for part in parts for tick in part.ticks], parts)


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each piece of marked content."""
    fonts = {str(name): _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = defaultdict(str)
    marked: list[int | None] = []
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                tag = operands[1] if len(operands) > 1 else {}
                number = tag.get("/MCID") if isinstance(tag, pikepdf.Dictionary) else None
                marked.append(int(number) if number is not None else (marked[-1] if marked else None))
            case "EMC":
                marked.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ" if marked and marked[-1] is not None:
                strings = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
                for string in strings:
                    if isinstance(string, pikepdf.String):
                        codes = bytes(string)
                        pairs = (int.from_bytes(codes[i : i + 2]) for i in range(0, len(codes), 2))
                        found[marked[-1]] += "".join(letters.get(code, "\ufffd") for code in pairs)
    return found


def _to_unicode(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    letters: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(rf"{_HEX}\s*{_HEX}", block):
            letters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(rf"{_HEX}\s*{_HEX}\s*{_HEX}", block):
            start = int.from_bytes(bytes.fromhex(text))
            for offset in range(int(last, 16) - int(first, 16) + 1):
                letters[int(first, 16) + offset] = (start + offset).to_bytes(len(text) // 2).decode("utf-16-be")
    return letters


@dataclass(frozen=True)
class PrintedRow:
    """A line of the printed table.

    Attributes:
        cells: the texts, from left to right, without white space.
        ticks: its boxes.
    """

    cells: tuple[str, ...]
    ticks: tuple[bool, ...]

    @property
    def text(self) -> str:
        """All it says."""
        return "".join(self.cells)


def printed_rows(pdf: bytes) -> list[PrintedRow]:
    """Every line of the printed tables."""
    return [
        PrintedRow(tuple(bare(cell.text) for cell in row.parts if cell.kind in {"TD", "TH"}), tuple(row.ticks))
        for row in structure(pdf).all("TR")
    ]


def bare(text: str) -> str:
    """A text without white space and marks that only hold lines together."""
    return re.sub(r"[\s\u200b\u00a0]", "", text)
