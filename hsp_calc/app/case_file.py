"""``CaseFile``: the file of the case in the window. Plain Python, no Qt."""

from hashlib import sha256
from pathlib import Path

from hsp_calc.casefile import Case, Loaded, Protection, Shortfall, load, save_case

UNKNOWN = b""
"""The digest of a file of which it is not known what it held."""


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

    def opened(
        self,
        case: Case,
        path: Path | None,
        protection: Protection | None,
        *,
        unsaved: bool,
        digest: bytes | None = None,
    ) -> None:
        """Know that a case was put in the window.

        Args:
            case: the case.
            path: its file; None if it has none. It is known from the root, wherever the program goes on to work.
            protection: what protects its file, and is to protect it from then on.
            unsaved: whether no file says the same.
            digest: of the file that the case is based on; None is as the file is now.
        """
        self.path = None if path is None else path.absolute()
        self._saved = None if unsaved else case
        self.protection = self._saved_protection = protection
        self._content = _content(path) if digest is None else digest

    def says(self, case: Case) -> bool:
        """Whether the file says the same as a case; the record of the score is made anew at each saving."""
        return self._saved is not None and unscored(case) == unscored(self._saved)

    def differs_from(self, case: Case) -> bool:
        """Whether there is something to save."""
        return not self.says(case) or self.protection is not self._saved_protection

    @property
    def digest(self) -> bytes | None:
        """SHA-256 of the file that the case is based on; None if it has none."""
        return self._content

    @property
    def copy_protection(self) -> Protection | None:
        """What protects copies of the case: a password that is removed does so until the case is saved without it."""
        return self.protection or self._saved_protection

    def changed_elsewhere(self, path: Path) -> bool:
        """Whether a file is the case's own, and has been written elsewhere since it was opened or saved here."""
        return path.absolute() == self.path and _content(path) not in {None, self._content}

    def read_again(self) -> Loaded:
        """What the file holds now; one that is protected by the same password needs none.

        Raises:
            InputError: it is no sound case any more, or protected with another password.
            OSError: it cannot be read.
            ValueError: there is no file.
        """
        if self.path is None:
            raise ValueError("the case has no file")
        return load(self.path, self._saved_protection)

    def write(self, case: Case, path: Path) -> frozenset[Shortfall]:
        """Write a case to a file, which is its own from then on.

        Returns:
            What the file system could not give; the file is written.

        Raises:
            InputError: it could not be opened again, with the reasons; nothing was written.
            OSError: it cannot be written; the old file is as it was.
        """
        saved = save_case(case, path, self.protection)
        self.opened(case, path, saved.protection, unsaved=False, digest=saved.digest)
        return saved.shortfalls


def unscored(case: Case) -> Case:
    """A case without the record of its score."""
    return case if case.scored_under is None else case.model_copy(update={"scored_under": None})


def _content(path: Path | None) -> bytes | None:
    """What tells the content of a file from any other; None if it cannot be read."""
    try:
        return None if path is None else sha256(path.read_bytes()).digest()
    except OSError:
        return None
