"""Which Debian packages have the shared libraries that a bundle is linked to but does not carry."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

# By soname. A library that is not here stops the build: somebody must decide whether to carry it or to depend on it.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",  # where Python takes the system's
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
OPTIONAL = {"libcups.so.2": "libcups2"}  # the plugin for printers, which Qt passes over where it cannot load it
C_LIBRARY = re.compile(r"(lib(c|dl|m|pthread|rt)|ld-linux[\w-]*)\.so\.\d")
_MAGIC = b"\x7fELF"


class UnknownLibraryError(Exception):
    """The bundle is linked to libraries that nobody has decided about."""


def programs(folder: Path) -> list[Path]:
    """The executables and shared libraries of a bundle."""
    return [file for file in sorted(folder.rglob("*")) if _is_program(file)]


def missing(files: Iterable[Path]) -> set[str]:
    """The sonames that files are linked to and that none of them has."""
    files = list(files)
    listing = _objdump("-p", files)
    needed = set(re.findall(r"^\s+NEEDED\s+(\S+)$", listing, re.MULTILINE))
    return needed - {file.name for file in files}


def depends(files: Iterable[Path]) -> list[str]:
    """The ``Depends`` of a package with these files.

    Raises:
        UnknownLibraryError: a library stands in no list above.
    """
    files = list(files)
    sonames = {soname for soname in missing(files) if not C_LIBRARY.match(soname)}
    if unknown := sonames - PACKAGES.keys() - OPTIONAL.keys():
        raise UnknownLibraryError(f"no package is named for {', '.join(sorted(unknown))}")
    return [f"libc6 (>= {_c_version(files)})", *sorted({PACKAGES[name] for name in sonames & PACKAGES.keys()})]


def _c_version(files: list[Path]) -> str:
    """The oldest GNU C library that has every symbol that the files ask for."""
    versions = re.findall(r"\(?GLIBC_(\d+)\.(\d+)", _objdump("-T", files))
    return "{}.{}".format(*max((int(major), int(minor)) for major, minor in versions))


def _objdump(option: str, files: list[Path]) -> str:
    # It leaves with 1 where one of many files has no dynamic symbols; what it found of the others is there.
    return subprocess.run(["objdump", option, *files], capture_output=True, text=True, check=False).stdout


def _is_program(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(len(_MAGIC)) == _MAGIC
