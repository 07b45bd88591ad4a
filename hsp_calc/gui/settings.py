"""``Settings``: what the window remembers from one start to the next. No entry of a case is among it."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from hsp_calc.gui.colors import THEMES
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
        """The case files last used, the last one first."""
        stored = self._store.value("recent", [])
        if isinstance(stored, str):  # of a list of one, Qt keeps the one
            return [stored]
        return [str(path) for path in stored] if isinstance(stored, list) else []

    def add_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path)
        self._store.setValue("recent", [name, *(other for other in self.recent if other != name)][:_MOST_RECENT])

    def state(self, name: str) -> QByteArray | None:
        """The state of a part of the window, as it was when it was closed."""
        stored = self._store.value(f"state/{name}")
        return stored if isinstance(stored, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Remember the state of a part of the window."""
        self._store.setValue(f"state/{name}", state)
