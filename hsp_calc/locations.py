"""Where the program's own files and the user's folders are.

The two data folders stand in three places: beside the package in a checkout, inside it in a wheel, and beside the
executable in a frozen bundle. This module alone knows that.
"""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

APPLICATION = "hsp-calc"
DATA_VARIABLE = "HSP_CALC_DATA"
"""The environment variable that names the user's data folder."""
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


def legal_folder() -> Path:
    """The folder with the licence of the program and the notice that names its parts.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle)] if bundle else []
    candidates.append(_PACKAGE.parent)
    candidates += sorted(_PACKAGE.parent.glob("hsp_calc-*.dist-info/licenses"))
    for candidate in candidates:
        if (candidate / "NOTICE").is_file():
            return candidate
    raise FileNotFoundError(f"NOTICE is missing; looked in {', '.join(map(str, candidates))}")


def state_folder() -> Path:
    """The user's folder for what the program remembers between two starts."""
    return platformdirs.user_state_path(APPLICATION, appauthor=False)


def config_folder() -> Path:
    """The user's folder for settings."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False)


def data_folder() -> Path:
    """The user's folder for rule tables and lists that are newer than those of the program.

    The environment variable ``HSP_CALC_DATA`` names another, as for a program on a stick.
    """
    if named := os.environ.get(DATA_VARIABLE):
        return Path(named)
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
