"""``Settings``: what the window remembers from one start to the next. No entry of a case is among it."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from hsp_calc.app.colors import THEMES
from hsp_calc.locations import config_folder
from hsp_calc.text import Language

_MOST_RECENT = 8


class Settings:
    """What the window remembers, in a file in the user's folder for settings."""

    def __init__(self, path: Path | None = None) -> None:
        """Read them.

        Args:
            path: the file; None takes the user's own.
        """
        file = path or config_folder() / "window.ini"
        _keep_private(file, own_folder=path is None)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language chosen; empty if none was."""
        language = str(self._store.value("language", ""))
        return language if language in list(Language) else ""

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def theme(self) -> str:
        """The theme chosen; empty to follow the system."""
        theme = str(self._store.value("theme", ""))
        return theme if theme in THEMES else ""

    @theme.setter
    def theme(self, theme: str) -> None:
        self._store.setValue("theme", theme)

    @property
    def folder(self) -> str:
        """The folder last used."""
        return str(self._store.value("folder", ""))

    @folder.setter
    def folder(self, folder: str) -> None:
        self._store.setValue("folder", folder)

    @property
    def recent(self) -> list[str]:
        """The case files last used, the last one first; each from the root."""
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored  # of a list of one, Qt keeps the one
        if not isinstance(names, list):
            return []
        return [str(path) for path in names if _is_from_root(str(path))]

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones, unless none are remembered."""
        if self.remembers_recent:
            name = str(path.absolute())
            self._store.setValue("recent", [name, *(other for other in self.recent if other != name)][:_MOST_RECENT])

    @property
    def remembers_recent(self) -> bool:
        """Whether the files last used are remembered."""
        return str(self._store.value("remember_recent", "true")) != "false"

    @remembers_recent.setter
    def remembers_recent(self, remembers: bool) -> None:
        self._store.setValue("remember_recent", "true" if remembers else "false")
        if not remembers:
            self.forget_recent()

    def forget_recent(self) -> None:
        """Forget the files last used."""
        self._store.remove("recent")
        self._store.sync()

    def state(self, name: str) -> QByteArray | None:
        """The state of a part of the window, as it was when it was closed."""
        stored = self._store.value(f"state/{name}")
        return stored if isinstance(stored, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember the state of a part of the window."""
        self._store.setValue(f"state/{name}", state)


def _keep_private(file: Path, *, own_folder: bool) -> None:
    """Have the settings, which name files of persons, be for their owner alone.

    Args:
        file: the settings.
        own_folder: whether the folder is the program's own.
    """
    with suppress(OSError):  # the window opens without settings too
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if own_folder:
            file.parent.chmod(0o700)
        file.touch(mode=0o600)
        file.chmod(0o600)


def _is_from_root(name: str) -> bool:
    return "\0" not in name and Path(name).is_absolute()
