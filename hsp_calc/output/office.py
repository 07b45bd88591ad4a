"""The profile of an office: who it is, for the summary and for a line at the foot of the form.

It lies in the user's folder for settings as ``office.json``, its logo beside it. An applicant needs none.
"""

import base64
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, StringConstraints, ValidationError

from hsp_calc.casefile import parse_json, read_bytes, write_atomically
from hsp_calc.locations import config_folder
from hsp_calc.text import N_, ExplainedError, Translator
from hsp_calc.validation import InputError, Problem, problems_of

FORMAT: Literal["hsp-office"] = "hsp-office"
VERSION = 1
LARGEST_LOGO = 512 * 1024
"""In bytes."""
MOST_PIXELS = 4_000
"""Of a side of a logo."""

_FILE = "office.json"
_LOGO_STEM = "office-logo"

Line = Annotated[StrictStr, StringConstraints(strip_whitespace=True, max_length=200)]
"""What is typed into one line."""


class LogoKind(StrEnum):
    """The kinds of pictures that can be a logo, by the ending of their files."""

    PNG = "png"
    JPEG = "jpg"
    SVG = "svg"


_LOGO_NAMES = frozenset(f"{_LOGO_STEM}.{kind}" for kind in LogoKind)


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
        "other_kind": N_("The logo is no PNG, JPEG or SVG picture; choose one of these."),
        "damaged": N_("The logo cannot be read or printed; save it anew, or choose another picture."),
    }
)
"""Why a picture cannot be the logo; each sentence may name the limits."""


class OfficeProfile(BaseModel):
    """Who the office is. Everything may be left empty.

    Attributes:
        format: always ``hsp-office``.
        version: of the format.
        name: of the office.
        scrivener: the name of the administrative scrivener (行政書士).
        registration_number: of the scrivener (登録番号).
        notification_number: of the certified immigration agent (届出済証明書の番号).
        address: in one line.
        telephone: as it is to be printed.
        logo: the file of the logo beside the profile; None without one.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    format: Literal["hsp-office"] = FORMAT
    version: Annotated[StrictInt, Field(ge=VERSION, le=VERSION)] = VERSION
    name: Line = ""
    scrivener: Line = ""
    registration_number: Line = ""
    notification_number: Line = ""
    address: Line = ""
    telephone: Line = ""
    logo: Literal["office-logo.png", "office-logo.jpg", "office-logo.svg"] | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to print."""
        return not any(self.model_dump(exclude={"format", "version"}).values())


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that can be printed.

    Attributes:
        kind: what it is.
        content: the file.
    """

    kind: LogoKind
    content: bytes

    @classmethod
    def of(cls, content: bytes) -> "Logo":
        """The logo of a file's content.

        Raises:
            LogoError: it is too large, of another kind, or cannot be printed.
        """
        if len(content) > LARGEST_LOGO:
            raise LogoError("too_large")
        logo = cls(_kind(content), content)
        logo.svg()
        return logo

    def svg(self) -> str:
        """The logo as SVG, in which the template takes it; a picture of pixels stands in it as it is.

        Raises:
            LogoError: it cannot be read, or has too many pixels.
        """
        if self.kind is LogoKind.SVG:
            try:
                return self.content.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise LogoError("damaged") from error
        width, height = _png_size(self.content) if self.kind is LogoKind.PNG else _jpeg_size(self.content)
        if not width or not height:
            raise LogoError("damaged")
        if max(width, height) > MOST_PIXELS:
            raise LogoError("too_many_pixels")
        media = "image/png" if self.kind is LogoKind.PNG else "image/jpeg"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<image width="{width}" height="{height}" href="data:{media};base64,'
            f'{base64.b64encode(self.content).decode()}"/></svg>'
        )


@dataclass(frozen=True, slots=True)
class Office:
    """An office with everything that is printed of it.

    Attributes:
        profile: who it is.
        logo: its logo.
    """

    profile: OfficeProfile
    logo: Logo | None = None

    def block(self, _: Translator) -> dict[str, object]:
        """What the templates print as a block."""
        return {
            "name": self.profile.name,
            "lines": list(self._lines(_)),
            "logo": self.logo.svg() if self.logo else None,
        }

    def line(self, _: Translator) -> str:
        """All of it in one line."""
        return " · ".join(part for part in (self.profile.name, *self._lines(_)) if part)

    @property
    def typed(self) -> str:
        """Everything that the user typed."""
        return "".join(
            value for value in self.profile.model_dump(exclude={"format", "logo"}).values() if isinstance(value, str)
        )

    def _lines(self, _: Translator) -> Iterator[str]:
        profile = self.profile
        if profile.scrivener:
            yield _("{name}, administrative scrivener", name=profile.scrivener)
        if profile.registration_number:
            yield _("Registration No. {number}", number=profile.registration_number)
        if profile.notification_number:
            yield _("Notification No. {number}", number=profile.notification_number)
        if profile.address:
            yield profile.address
        if profile.telephone:
            yield _("Tel. {number}", number=profile.telephone)


def load_office(folder: Path | None = None) -> Office | None:
    """The office of the settings; None where there is none.

    Args:
        folder: where it lies; None takes the user's folder for settings.

    Raises:
        InputError: the file is malformed, with every problem.
        LogoError: the logo cannot be read any more.
        OSError: a file cannot be read.
    """
    folder = folder or config_folder()
    path = folder / _FILE
    try:
        content = read_bytes(str(path))
    except FileNotFoundError:
        return None
    profile = _profile(parse_json(content, source=str(path)), source=str(path))
    logo = Logo.of(_content(folder / profile.logo)) if profile.logo else None
    return None if profile.empty else Office(profile, logo)


def save_office(profile: OfficeProfile, logo: Path | Logo | None = None, folder: Path | None = None) -> Office:
    """Put an office into the settings, its logo copied beside it.

    Each file is written whole or not at all, the logo first; pictures that no profile names any more are removed.

    Args:
        profile: who it is; its ``logo`` is given by the next argument.
        logo: the picture; a path is read. None leaves the office without one.
        folder: where it is to lie; None takes the user's folder for settings.

    Returns:
        The office as it was saved.

    Raises:
        LogoError: the picture is too large, of another kind, or cannot be printed.
        OSError: a file cannot be read or written; the old ones are as they were.
    """
    folder = folder or config_folder()
    picture = Logo.of(_content(logo)) if isinstance(logo, Path) else logo
    if picture is not None:
        must_print(picture)
    name = f"{_LOGO_STEM}.{picture.kind}" if picture else None
    saved = OfficeProfile.model_validate(profile.model_dump() | {"logo": name})
    folder.mkdir(parents=True, exist_ok=True)
    if picture and name:
        write_atomically(folder / name, picture.content)
    write_atomically(folder / _FILE, (saved.model_dump_json(indent=2) + "\n").encode())
    for left in _LOGO_NAMES - {name}:
        (folder / left).unlink(missing_ok=True)
    return Office(saved, picture)


def must_print(logo: Logo) -> None:
    """Print a logo by itself, to see that it can be.

    Raises:
        LogoError: it cannot be printed.
    """
    from datetime import date  # noqa: PLC0415

    from hsp_calc.output.typst_compiler import OutputError, compile_form  # noqa: PLC0415  # not needed to read a profile

    pixels = None if logo.kind is LogoKind.SVG else list(logo.content)  # inside an SVG a damaged one is only left out
    data = {"logo": logo.svg(), "pixels": pixels, "format": str(logo.kind)}
    try:
        compile_form("logo", data, created=date(2000, 1, 1))
    except OutputError as error:
        raise LogoError("damaged") from error


def _profile(data: object, *, source: str) -> OfficeProfile:
    if not isinstance(data, dict):
        raise InputError([Problem("not_an_object", params={"value": data})], source=source)
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        params = {"found": version, "supported": VERSION}
        raise InputError([Problem("newer_version", ("version",), params)], source=source)
    try:
        return OfficeProfile.model_validate(data)
    except ValidationError as error:
        raise InputError(problems_of(error, OfficeProfile), source=source) from None


def _content(path: Path) -> bytes:
    """A file, or so much of it that it is seen to be too large."""
    with path.open("rb") as file:
        return file.read(LARGEST_LOGO + 1)


def _kind(content: bytes) -> LogoKind:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
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
