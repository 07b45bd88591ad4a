"""Draws a logo, in a process that does nothing else: ``python -m hsp_calc.output.logo_drawing GIVEN PICTURE``.

The picture is a PNG file, or the code of a ``LogoError``. Where the limits end the process, there is none.
"""

import re
import sys
from datetime import date
from pathlib import Path
from xml.parsers import expat

from hsp_calc.output.logo import DRAWN_SIDE, LARGEST_DRAWN, LONGEST, LogoError, LogoKind, refuse_beyond_limits
from hsp_calc.output.typst_compiler import OutputError, compile_form

_MOST_MEMORY = 200 * 1024 * 1024
"""Bytes beside those that the process has when it begins to draw."""
_POINTS = 200
"""Of the longer side of the page it is drawn on."""
_POINTS_AN_INCH = 72
_INSIDE = re.compile(r"#|data:image/(?:png|jpe?g);base64,")
_ELSEWHERE = re.compile(r"@import|url\(\s*+[\"']?+\s*+(?!#)", re.IGNORECASE)


def main(given: str, picture: str) -> int:
    """Draw a file.

    Args:
        given: the file that was chosen.
        picture: where the picture goes.
    """
    try:
        drawn = draw(Path(given).read_bytes())
    except LogoError as error:
        drawn = error.code.encode()
    Path(picture).write_bytes(drawn)
    return 0


def draw(content: bytes) -> bytes:
    """The PNG file of a picture.

    Raises:
        LogoError: it cannot be drawn, or names something outside itself.
    """
    kind = refuse_beyond_limits(content)
    if kind is LogoKind.SVG:
        _refuse_references(content)
    _limit()
    data = {"logo": list(content), "format": str(kind), "side": _POINTS}
    try:
        ppi = DRAWN_SIDE * _POINTS_AN_INCH / _POINTS
        (drawn,) = compile_form("logo", data, output="png", ppi=ppi, created=date(2000, 1, 1))
    except (OutputError, ValueError) as error:
        raise LogoError("damaged") from error
    if len(drawn) > LARGEST_DRAWN:
        raise LogoError("too_demanding")
    return drawn


def _refuse_references(content: bytes) -> None:
    """Refuse an SVG that names another file, or a picture inside that could: pictures of pixels name none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LogoError("damaged") from error

    def refuse_entity(*_declared: object) -> None:
        raise LogoError("refers_elsewhere")

    def look(_name: str, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            own = name.rpartition(":")[2].lower()
            if (own == "href" and not _INSIDE.match(value.strip())) or _ELSEWHERE.search(value):
                raise LogoError("refers_elsewhere")

    def look_into(style: str) -> None:
        if _ELSEWHERE.search(style):
            raise LogoError("refers_elsewhere")

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.CharacterDataHandler = look_into
    parser.EntityDeclHandler = refuse_entity
    parser.StartElementHandler = look
    try:
        parser.Parse(text.encode(), True)  # the parser takes it by place
    except expat.ExpatError as error:
        raise LogoError("damaged") from error


def _limit() -> None:
    """Give the process no more memory and time than a logo needs; where the system can, it ends what asks for more."""
    if sys.platform == "win32":  # there only the time is limited, by whoever waits for the picture
        return
    import resource  # noqa: PLC0415  # not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_DRAWN, LARGEST_DRAWN))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
