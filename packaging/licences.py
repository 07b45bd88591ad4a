"""Collects the licences of what a bundle carries: a folder a part, with the texts that came with it.

The texts of parts whose wheels hold none, and of the system's libraries that come along, are in the folder
``licences`` beside this file; those of Qt are the ones that the program itself shows.
"""

import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

KEPT = Path(__file__).resolve().parent / "licences"
OF_QT = KEPT.parent.parent / "resources" / "licences"
PROGRAM = "hsp-calc"
BOOTLOADER = "pyinstaller"  # its part of the executable, under an exception to the GPL that its text spells out
_BEGINNINGS = ("COPYING", "LICENCE", "LICENSE", "NOTICE")
_WITHOUT_TEXT = {"pyside6-essentials": OF_QT, "shiboken6": OF_QT}


def parts() -> dict[str, Distribution]:
    """What the program needs at run time, with what that needs, by name, and the bootloader."""
    found: dict[str, Distribution] = {}
    waiting = [PROGRAM, BOOTLOADER]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # it is for another system or another version of Python
            continue
        if name != BOOTLOADER:  # of the tool itself nothing else goes into the bundle
            waiting += [
                re.split(r"[^\w.-]", text)[0] for text in found[name].requires or [] if not re.search(r";.*extra", text)
            ]
    del found[PROGRAM]  # its own licence lies beside the folder
    return found


def texts(part: Distribution) -> list[Path]:
    """The files of a part that hold its licence."""
    return [
        Path(str(part.locate_file(file)))
        for file in part.files or []
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(_BEGINNINGS)
    ]


def collect(folder: Path) -> None:
    """Write the licences into a fresh folder.

    Raises:
        FileNotFoundError: a part has no text of its licence, neither its own nor one kept for it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(KEPT, folder)
    shutil.copytree(OF_QT, folder / "qt")
    for name, part in parts().items():
        found = texts(part)
        if not found and not _WITHOUT_TEXT.get(name, KEPT / name).is_dir():
            raise FileNotFoundError(f"{name} comes without its licence; put the text into {KEPT / name}")
        for file in found:
            (folder / name).mkdir(exist_ok=True)
            shutil.copy(file, folder / name)
    (folder / "python").mkdir()
    shutil.copy(_licence_of_python(), folder / "python" / "LICENSE.txt")


def _licence_of_python() -> Path:
    places = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    # A Debian package of Python has its licence with the other documents.
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places.append(Path("/usr/share/doc") / version / "copyright")
    for place in places:
        if place.is_file():
            return place
    raise FileNotFoundError(f"the licence of Python is in none of {', '.join(map(str, places))}")
