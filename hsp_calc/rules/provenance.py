"""Where a table or list was read from, where that matters: every output names a file of the user that it rests on."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, PrivateAttr


class Originated(BaseModel):
    """What the program carries, or a file of the user holds in its place."""

    _origin: Path | None = PrivateAttr(default=None)  # no part of what it says: neither written nor hashed

    @property
    def origin(self) -> Path | None:
        """The file of the user that it comes from; None for what the program carries."""
        return self._origin

    def of_file(self, path: Path) -> Self:
        """The same, from a file of the user."""
        copy = self.model_copy()
        copy._origin = path  # noqa: SLF001  # a copy of this very model
        return copy
