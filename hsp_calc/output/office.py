"""The profile of an office: who it is, for the summary and for a line at the foot of the form.

It lies in the user's folder for settings as ``office.json``, its logo beside it. An applicant needs none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, StringConstraints, ValidationError

from hsp_calc.casefile import parse_json, read_bytes, write_atomically
from hsp_calc.locations import config_folder
from hsp_calc.output.logo import LARGEST_DRAWN, LARGEST_LOGO, Logo
from hsp_calc.text import Translator
from hsp_calc.validation import InputError, Problem, problems_of

FORMAT: Literal["hsp-office"] = "hsp-office"
VERSION = 1
_FILE = "office.json"
_LOGO = "office-logo.png"
_LOGO_NAMES = frozenset({_LOGO, "office-logo.jpg", "office-logo.svg"})
"""The second and third are of files from before a logo was drawn."""

Line = Annotated[StrictStr, StringConstraints(strip_whitespace=True, max_length=200)]
"""What is typed into one line."""


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
    logo = Logo.kept(_content(folder / profile.logo, LARGEST_DRAWN)) if profile.logo else None
    return None if profile.empty else Office(profile, logo)


def save_office(profile: OfficeProfile, logo: Path | Logo | None = None, folder: Path | None = None) -> Office:
    """Put an office into the settings, its logo copied beside it.

    Each file is written whole or not at all, the logo first; pictures that no profile names any more are removed.

    Args:
        profile: who it is; its ``logo`` is given by the next argument.
        logo: the picture; that of a path is drawn. None leaves the office without one.
        folder: where it is to lie; None takes the user's folder for settings.

    Returns:
        The office as it was saved.

    Raises:
        LogoError: the picture is too large, of another kind, or cannot be drawn.
        OSError: a file cannot be read or written; the old ones are as they were.
    """
    folder = folder or config_folder()
    picture = draw_logo(logo) if isinstance(logo, Path) else logo
    name = _LOGO if picture else None
    saved = OfficeProfile.model_validate(profile.model_dump() | {"logo": name})
    folder.mkdir(parents=True, exist_ok=True)
    if picture and name:
        write_atomically(folder / name, picture.content)
    write_atomically(folder / _FILE, (saved.model_dump_json(indent=2) + "\n").encode())
    for left in _LOGO_NAMES - {name}:
        (folder / left).unlink(missing_ok=True)
    return Office(saved, picture)


def draw_logo(path: Path) -> Logo:
    """The logo drawn from a file; see ``Logo.drawn``.

    Raises:
        LogoError: the picture is too large, of another kind, or cannot be drawn.
        OSError: the file cannot be read.
    """
    return Logo.drawn(_content(path, LARGEST_LOGO))


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


def _content(path: Path, most: int) -> bytes:
    """A file, or so much of it that it is seen to be too large."""
    with path.open("rb") as file:
        return file.read(most + 1)
