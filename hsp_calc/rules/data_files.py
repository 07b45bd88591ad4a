"""Reading data files: rule tables, lists and the like, of the program and of the user."""

from pathlib import Path

from hsp_calc import limits


def content_of(path: Path) -> bytes:
    """The content of a data file, read no further than what such a file may hold.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(limits.RULE_FILE_BYTES + 1)
