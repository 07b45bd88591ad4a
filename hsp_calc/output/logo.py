"""The logo of an office: a picture of bounded size, drawn once from what was chosen.

What users bring is drawn in a process of its own, with limits on its memory and time: a few hundred bytes can ask for
gigabytes, or take the process with them. Kept and printed is the picture that comes back.
"""

import base64
import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from hsp_calc.text import N_, ExplainedError, Translator

LARGEST_LOGO = 512 * 1024
"""Of the file that is chosen, in bytes."""
MOST_PIXELS = 4_000
"""Of a side of a picture that is chosen."""
DRAWN_SIDE = 800
"""Pixels of the longer side of the picture that is kept."""
LARGEST_DRAWN = 4 * 1024 * 1024
"""Of the picture that is kept, in bytes; more than so many pixels take."""
LONGEST = 10
"""Seconds that drawing may take."""
OPTION = "--draw-logo"
"""Has the program of a bundle draw a logo and do nothing else; ``hsp_calc.__main__`` knows it."""


class LogoKind(StrEnum):
    """The kinds of pictures that a logo can be drawn from."""

    PNG = "png"
    JPEG = "jpg"
    SVG = "svg"


class LogoError(ExplainedError, ValueError):
    """A picture that cannot be the logo.

    Attributes:
        code: why.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def describe(self, _: Translator) -> str:
        """What is wrong and what to do, in words."""
        return _(LOGO_SENTENCES[self.code], kilobytes=LARGEST_LOGO // 1024, pixels=MOST_PIXELS)


LOGO_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "too_large": N_("The logo is larger than {kilobytes} KB; choose a smaller picture."),
        "too_many_pixels": N_("The logo is wider or higher than {pixels} pixels; choose a smaller picture."),
        "other_kind": N_("The logo is not a PNG, JPEG or SVG picture; choose one of these."),
        "damaged": N_("The logo cannot be read or printed; save it again, or choose another picture."),
        "refers_elsewhere": N_(
            "The logo refers to another file or address; save it as a single PNG picture and choose that."
        ),
        "too_demanding": N_(
            "Drawing the logo takes too much memory or time; save it as a PNG picture and choose that."
        ),
    }
)
"""Why a picture cannot be the logo; each sentence may name the limits."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that can be printed.

    Attributes:
        content: a PNG file of bounded size.
    """

    content: bytes

    @classmethod
    def drawn(cls, content: bytes) -> "Logo":
        """The logo drawn from a file that was chosen; it takes up to ``LONGEST`` seconds.

        Raises:
            LogoError: the file is too large, of another kind, or cannot be drawn within the limits.
        """
        refuse_beyond_limits(content)
        with TemporaryDirectory() as folder:
            given, picture = Path(folder) / "given", Path(folder) / "picture"
            given.write_bytes(content)
            try:
                subprocess.run(  # noqa: S603  # the program itself, on files of this folder
                    [*_drawing_program(), str(given), str(picture)],
                    cwd=folder,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=LONGEST,
                    check=False,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except subprocess.TimeoutExpired:
                raise LogoError("too_demanding") from None
            answer = picture.read_bytes() if picture.exists() else b""
        if not answer.startswith(_PNG):
            code = answer.decode("ascii", "replace")
            raise LogoError(code if code in LOGO_SENTENCES else "too_demanding")
        return cls(answer)

    @classmethod
    def kept(cls, content: bytes) -> "Logo":
        """The logo of the settings; one that is not as it was drawn is drawn anew.

        Raises:
            LogoError: it cannot be drawn.
        """
        return cls(content) if _is_as_drawn(content) else cls.drawn(content)

    def svg(self) -> str:
        """The logo as SVG, in which the templates take it; the picture stands in it as it is."""
        width, height = _png_size(self.content)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="data:image/png;base64,'
            f'{base64.b64encode(self.content).decode()}"/></svg>'
        )


def refuse_beyond_limits(content: bytes) -> LogoKind:
    """The kind of a picture whose size is within the limits, as far as its head tells.

    Raises:
        LogoError: it is too large, of another kind, or has too many pixels.
    """
    if len(content) > LARGEST_LOGO:
        raise LogoError("too_large")
    kind = _kind(content)
    if kind is not LogoKind.SVG:
        width, height = _png_size(content) if kind is LogoKind.PNG else _jpeg_size(content)
        if not width or not height:
            raise LogoError("damaged")
        if max(width, height) > MOST_PIXELS:
            raise LogoError("too_many_pixels")
    return kind


def _drawing_program() -> list[str]:
    if getattr(sys, "frozen", False):  # a bundle has no interpreter that takes a module
        return [sys.executable, OPTION]
    return [sys.executable, "-m", "hsp_calc.output.logo_drawing"]


_PNG = b"\x89PNG\r\n\x1a\n"
_OWN_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"IDAT", b"IEND"})
"""What a drawn picture has; profiles and texts of others can unfold to anything."""


def _is_as_drawn(content: bytes) -> bool:
    if not content.startswith(_PNG) or len(content) > LARGEST_DRAWN:
        return False
    if not 0 < max(_png_size(content)) <= DRAWN_SIDE + 1:
        return False
    at = len(_PNG)
    while at + 8 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        if content[at + 4 : at + 8] not in _OWN_CHUNKS:
            return False
        at += 12 + length
    return at == len(content)


def _kind(content: bytes) -> LogoKind:
    if content.startswith(_PNG):
        return LogoKind.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return LogoKind.JPEG
    if re.search(rb"<(?:\w+:)?svg[\s>]", content):
        return LogoKind.SVG
    raise LogoError("other_kind")


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004  # where the format has them
        return 0, 0
    width, height = struct.unpack(">II", content[16:24])
    return width, height


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG file that begin a frame."""
_FRAME_HEAD = struct.Struct(">HBHH")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 2 + _FRAME_HEAD.size <= len(content) and content[at] == 0xFF:  # noqa: PLR2004  # begins a marker
        marker = content[at + 1]
        if marker == 0xFF:  # noqa: PLR2004  # filling
            at += 1
            continue
        length, _precision, height, width = _FRAME_HEAD.unpack_from(content, at + 2)
        if marker in _FRAMES:
            return width, height
        at += 2 + length
    return 0, 0
