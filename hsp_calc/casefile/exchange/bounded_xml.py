"""XML of which nothing is kept: what stands in it is looked at once, and what no workbook needs is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

_CHUNK = 64 * 1024
_LONGEST_TOKEN = 256 * 1024
_DEEPEST = 100

Begin = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


class TooMuchError(ValueError):
    """More than any list of persons can have."""


class NotSoundError(ValueError):
    """No XML, or with declarations that no program that writes workbooks makes."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What XML may have.

    Attributes:
        elements: at most.
        text: the most characters of an element.
    """

    elements: int
    text: int


def walk(stream: IO[bytes], bounds: Bounds, begin: Begin | None = None, end: End | None = None) -> int:
    """Go through XML, a piece at a time.

    Args:
        stream: its bytes.
        bounds: what it may have.
        begin: called at the beginning of each element, with its name (``namespace name``) and attributes.
        end: called at its end, with its name and the text that stands directly in it.

    Returns:
        How many elements it has.

    Raises:
        TooMuchError: there is more of something than the bounds allow.
        NotSoundError: it is no XML, or declares entities or a type.
    """
    return _Walk(bounds, begin, end).through(stream)


class _Walk:
    def __init__(self, bounds: Bounds, begin: Begin | None, end: End | None) -> None:
        self._bounds = bounds
        self._begin_element, self._end_element = begin, end
        self._elements = 0
        self._texts: list[list[str]] = []
        self._lengths: list[int] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._declared
        self._parser.EntityDeclHandler = self._declared
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def through(self, stream: IO[bytes]) -> int:
        fed = 0
        try:
            while piece := stream.read(_CHUNK):
                self._parser.Parse(piece, False)
                fed += len(piece)
                # A name, an attribute or a comment is kept until it is whole, and begun anew with every piece.
                if fed - self._parser.CurrentByteIndex > _LONGEST_TOKEN:
                    raise TooMuchError
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise NotSoundError from error
        return self._elements

    def _declared(self, *_what: object) -> None:
        raise NotSoundError

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > self._bounds.elements or len(self._lengths) > _DEEPEST:
            raise TooMuchError
        self._texts.append([])
        self._lengths.append(0)
        if self._begin_element is not None:
            self._begin_element(name, attributes)

    def _end(self, name: str) -> None:
        self._lengths.pop()
        text = "".join(self._texts.pop())
        if self._end_element is not None:
            self._end_element(name, text)

    def _characters(self, text: str) -> None:
        self._lengths[-1] += len(text)
        if self._lengths[-1] > self._bounds.text:
            raise TooMuchError
        if self._end_element is not None:
            self._texts[-1].append(text)
