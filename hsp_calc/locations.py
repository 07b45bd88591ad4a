"""Where the program's own files and the user's folders are.

The two data folders stand in three places: beside the package in a checkout, inside it in a wheel, and beside the
executable in a frozen bundle. This module alone knows that.
"""

import sys
from functools import cache
from pathlib import Path

import platformdirs

APPLICATION = "hsp-calc"
_PACKAGE = Path(__file__).parent


def resources() -> Path:
    """The folder with the rule tables, the reference lists and the templates.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _data_folder("resources")


def translations() -> Path:
    """The folder with the catalogues of messages, one folder a language.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return _data_folder("translations")


def state_folder() -> Path:
    """The user's folder for what the program remembers between two starts."""
    return platformdirs.user_state_path(APPLICATION, appauthor=False)


def config_folder() -> Path:
    """The user's folder for settings."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False)


def data_folder() -> Path:
    """The user's folder for rule tables and lists that are newer than those of the program."""
    return platformdirs.user_data_path(APPLICATION, appauthor=False)


@cache
def _data_folder(name: str) -> Path:
    candidates = [_PACKAGE / f"_{name}", _PACKAGE.parent / name]
    if bundle := getattr(sys, "_MEIPASS", None):
        candidates.insert(0, Path(bundle) / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    places = ", ".join(str(candidate) for candidate in candidates)
    raise FileNotFoundError(f"the folder {name!r} is missing from the installation; looked in {places}")
