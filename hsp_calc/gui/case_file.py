"""``CaseFile``: the file of the case in the window. Plain Python, no Qt."""

from hashlib import sha256
from pathlib import Path

from hsp_calc.casefile import Case, Protection, save_case


class CaseFile:
    """What is known of the file that the case in the window came from or was saved to.

    Attributes:
        path: where it is; None while there is none.
        protection: what is to protect it when it is written next; None if nothing does.
    """

    def __init__(self, case: Case) -> None:
        """Know of no file; the case needs none as long as it is as it is."""
        self.path: Path | None = None
        self.protection: Protection | None = None
        self._saved: Case | None = case
        self._saved_protection: Protection | None = None
        self._content: bytes | None = None

    def opened(self, case: Case, path: Path | None, protection: Protection | None, *, unsaved: bool) -> None:
        """Know that a case was put in the window.

        Args:
            case: the case.
            path: its file; None if it has none.
            protection: what protects its file, and is to protect it from then on.
            unsaved: whether no file says the same.
        """
        self.path = path
        self._saved = None if unsaved else case
        self.protection = self._saved_protection = protection
        self._content = _content(path)

    def says(self, case: Case) -> bool:
        """Whether the file says the same as a case; the record of the score is made anew at each saving."""
        return self._saved is not None and unscored(case) == unscored(self._saved)

    def differs_from(self, case: Case) -> bool:
        """Whether there is something to save."""
        return not self.says(case) or self.protection is not self._saved_protection

    def changed_elsewhere(self, path: Path) -> bool:
        """Whether a file is the case's own, and has been written by another window since it was opened here."""
        return path == self.path and _content(path) not in {None, self._content}

    def write(self, case: Case, path: Path) -> None:
        """Write a case to a file, which is its own from then on.

        Raises:
            InputError: it could not be opened again, with the reasons; nothing was written.
            OSError: it cannot be written; the old file is as it was.
        """
        save_case(case, path, self.protection)
        self.opened(case, path, self.protection, unsaved=False)


def unscored(case: Case) -> Case:
    """A case without the record of its score."""
    return case if case.scored_under is None else case.model_copy(update={"scored_under": None})


def _content(path: Path | None) -> bytes | None:
    """What tells the content of a file from any other; None if it cannot be read."""
    try:
        return None if path is None else sha256(path.read_bytes()).digest()
    except OSError:
        return None
