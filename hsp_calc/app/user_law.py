"""The guideline, the fees and the pages of the guide: those of the program, or a newer file of the user's own.

Of each kind one file is in use. A file of the user is read as strictly as that of the program; it takes its place if it
was compared with its sources later, and every source it names must be known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, Self

from hsp_calc.app.user_data import DataKind, UserFile, folder_of_kind, read_sound, refuse, user_files
from hsp_calc.guide.activity_content import load_activity
from hsp_calc.guide.benefits import load_benefits
from hsp_calc.guide.contents import PAGES
from hsp_calc.guide.employer import load_employer
from hsp_calc.guide.underlying_content import load_underlying
from hsp_calc.guide.weekly_hours import load_hours_page
from hsp_calc.plan.guideline import GUIDELINE_FILE, load_guideline
from hsp_calc.reference.list_models import open_document, unknown
from hsp_calc.rules.fees import FILE as FEES_FILE
from hsp_calc.rules.fees import load_fees
from hsp_calc.validation import InputError, Problem
from hsp_calc.validation import Path as Place


class Checked(Protocol):
    """A file of data that knows when it was compared with its sources, and whether it is the user's."""

    @property
    def checked_on(self) -> date:
        """When it was last compared with its sources."""

    def of_file(self, path: Path) -> Self:
        """The same, from a file of the user."""


_LOADERS: Mapping[DataKind, tuple[str, Callable[[Path], Any]]] = {
    DataKind.GUIDELINE: (GUIDELINE_FILE, load_guideline),
    DataKind.FEES: (FEES_FILE, load_fees.__wrapped__),  # a file of the user may change while the program runs
    DataKind.UNDERLYING_STATUS: (PAGES["underlying"], load_underlying),
    DataKind.OTHER_ACTIVITY: (PAGES["activity"], load_activity),
    DataKind.HOURS: (PAGES["hours"], load_hours_page),
    DataKind.BENEFITS: (PAGES["benefits"], load_benefits),
    DataKind.EMPLOYER: (PAGES["employer"], load_employer),
}
LAW_KINDS = tuple(_LOADERS)
"""The kinds of which one file is in use."""


@dataclass(frozen=True, slots=True)
class InUse:
    """What is in use of a kind.

    Attributes:
        found: it; that of the user knows its file (``origin``).
        used: the file of the user that it is; None if it is the program's.
        refused: files of the user that are not used, and why.
    """

    found: Any
    used: UserFile | None
    refused: tuple[InputError, ...]


def load_newest(
    kind: DataKind, resources: Path, user_folder: Path, sources: Mapping[str, object], *, trying: Path | None = None
) -> InUse:
    """The file of a kind that is in use.

    Args:
        kind: one of ``LAW_KINDS``.
        resources: the program's folder.
        user_folder: the user's folder; it need not exist.
        sources: the sources that are known, by their ids.
        trying: a file that is not in the user's folder, taken as if it were.

    Raises:
        InputError: the file of the program is malformed.
        OSError: it cannot be read.
    """
    name, load = _LOADERS[kind]
    found: Checked = load(resources / folder_of_kind(kind) / name)
    used: UserFile | None = None
    refused: list[InputError] = []
    own = sorted(read_sound(user_files(user_folder, kind), load, refused), key=lambda each: each[1].checked_on)
    tried = [] if trying is None else list(read_sound([trying], load, refused))
    for path, candidate in [*own, *tried]:
        problems = [*_unknown_sources(open_document(path).data, sources), *_not_newer(candidate, found, name)]
        if problems:
            refuse(path, problems, refused)
            continue
        found = candidate.of_file(path)
        used = UserFile(path, kind, f"{Path(name).stem}-{found.checked_on}", Path(name).stem)
    return InUse(found, used, tuple(refused))


def check_law_file(kind: DataKind, path: Path, sources: Mapping[str, object]) -> None:
    """Read a file of a kind, whether it is newer or not.

    Raises:
        InputError: with every problem of the file and its line.
        OSError: it cannot be read.
    """
    _LOADERS[kind][1](path)
    document = open_document(path)
    document.refuse_if(list(_unknown_sources(document.data, sources)))


def _not_newer(own: Checked, carried: Checked, name: str) -> Iterator[Problem]:
    if own.checked_on <= carried.checked_on:
        params = {"id": Path(name).stem, "found": own.checked_on, "carried": carried.checked_on}
        yield Problem("not_newer", ("checked_on",), params)


def _unknown_sources(data: object, known: Mapping[str, object], place: Place = ()) -> Iterator[Problem]:
    """Sources that are named somewhere in a file and are not carried."""
    if isinstance(data, dict):
        for name, part in data.items():
            here = (*place, name)
            if name == "source" and isinstance(part, str):
                yield from unknown(part, known, *here)
            elif name in _SOURCE_LISTS and isinstance(part, list):
                for index, source in enumerate(part):
                    yield from unknown(source, known, *here, index)
            else:
                yield from _unknown_sources(part, known, here)
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _unknown_sources(part, known, (*place, index))


_SOURCE_LISTS = frozenset({"sources", "statuses_sources"})
