"""Makes ready what the targets of the Makefile run in; silent when nothing is to be done.

It runs with the system's own Python before anything is installed, so it needs the standard library alone. What it
does, it says on standard error: standard output belongs to the target.

    bootstrap.py runtime       .venv with the program; a missing system library is told, and the run goes on
    bootstrap.py tools         .venv with the program and the developer's tools
    bootstrap.py locking       as above, and what locks the versions of a release
    bootstrap.py checks        as above, and what Qt loads and the bundle is made with must be there
    bootstrap.py window FILE   opens a case in the window, or says how to get one
"""

from __future__ import annotations  # an older Python gets as far as being told that it is too old

import ctypes
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMP = VENV / "hsp-calc.json"
RULES = ROOT / "resources" / "rules"
COMPILED = RULES / "compiled.json"
OLDEST_PYTHON = (3, 11)

# What the program and its tests load of Qt: three modules and the plugins that bring a window to a screen.
QT_FILES = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland*.so",
    "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "Qt/plugins/xcbglintegrations/*.so",
)

# What the commands install beside the program, where that is not the developer's tools alone.
EXTRAS: dict[str, set[str]] = {"runtime": set(), "locking": {"dev", "lock"}}

# Debian names a library's package after its soname, with these exceptions.
PACKAGES = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}


class SetupError(Exception):
    """The environment cannot be made; the message says what to do."""


def say(text: str) -> None:
    """Print one line for the user."""
    print(text, file=sys.stderr, flush=True)


def make_environment(extras: set[str]) -> None:
    """Create ``.venv`` and install the package editable, unless that was done for the same project file."""
    done = _read_stamp()
    if not _runs(BIN / "python") or done.get("base") != _base():
        _create_venv()
        done = {}
    key = _key()
    installed = set(done.get("extras", []))
    if done.get("key") == key and extras <= installed:
        return
    extras = extras | installed
    STAMP.unlink(missing_ok=True)
    say(f"Installing hsp-calc{' and the tools for its checks' if extras else ''} into .venv …")
    target = f".[{','.join(sorted(extras))}]" if extras else "."
    command: list[str | Path] = [
        BIN / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--editable",
        target,
    ]
    if subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=False).returncode:
        raise SetupError("The installation failed, for the reason above.")
    STAMP.write_text(json.dumps({"base": _base(), "key": key, "extras": sorted(extras)}), encoding="utf-8")


def compile_tables() -> None:
    """Compile the rule tables where a file of them is newer than their quick form; a broken one is told of later."""
    newest = max(file.stat().st_mtime for file in RULES.glob("*.yaml"))
    if not COMPILED.exists() or COMPILED.stat().st_mtime < newest:
        subprocess.run([BIN / "python", "-m", "hsp_calc.rules"], cwd=ROOT, stderr=subprocess.DEVNULL, check=False)


def missing_libraries() -> list[str]:
    """The sonames that Qt loads and this system does not have."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    folders = sorted(VENV.glob("lib/python*/site-packages/PySide6"))
    files = [file for folder in folders for pattern in QT_FILES for file in sorted(folder.glob(pattern))]
    if not files:
        return []
    listing = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
    return sorted(set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE)))


def package_of(soname: str) -> str:
    """The Debian package of a shared library: ``libxcb-icccm.so.4`` is in ``libxcb-icccm4``."""
    if soname in PACKAGES:
        return PACKAGES[soname]
    name, _, version = soname.lower().partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def install_libraries() -> None:
    """Install the system libraries that Qt misses.

    Raises:
        SetupError: they are still missing; the message has the command to type.
    """
    missing = missing_libraries()
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupError(
            f"Qt needs shared libraries that this system does not have: {', '.join(missing)}.\n"
            "Install them with the system's package manager."
        )
    _apt_install("Qt needs system libraries", sorted({package_of(soname) for soname in missing}))
    if missing := missing_libraries():
        raise SetupError(f"Shared libraries that Qt needs are still missing: {', '.join(missing)}.")


def install_bundling() -> None:
    """Install what PyInstaller needs of the system: the tools for object files, and Python as a shared library.

    Raises:
        SetupError: it cannot be installed; the message says what to do.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [] if shutil.which("objdump") else ["binutils"]
    library = str(sysconfig.get_config_var("INSTSONAME"))
    if ".so" in library and not _loads(library):  # Debian has it in a package of its own
        missing.append(f"libpython3.{sys.version_info[1]}")
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"The bundle is made with {' and '.join(missing)}. Install what this system calls so.")
    _apt_install("The bundle is made with tools of the system", missing)


def open_window(case: str) -> int:
    """Open a case in the window if there is a display; the exit code of the window."""
    program = BIN / "hsp-calc-gui"
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say(
            "No display here, so no window. On a desktop, make run opens it; without one, xvfb gives a virtual display:"
        )
        say(f"    xvfb-run --auto-servernum {program.relative_to(ROOT)} {case}")
        return 0
    if missing_libraries():
        say("No window: system libraries are missing, see the command above.")
        return 0
    say("Opening the window …")
    return subprocess.run([program, case], cwd=ROOT, check=False).returncode


def _loads(soname: str) -> bool:
    """Whether a shared library can be loaded."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _key() -> str:
    """Changes when the installed package's metadata would."""
    digest = hashlib.sha256()
    for file in (ROOT / "pyproject.toml", ROOT / "hsp_calc" / "__init__.py"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _base() -> list[str]:
    """Where the environment stands and the Python it was made with: it works for no other."""
    return [str(VENV), f"{sys.version_info[0]}.{sys.version_info[1]}"]


def _read_stamp() -> dict[str, list[str] | str]:
    try:
        stamp: dict[str, list[str] | str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"base": _base()}  # an environment made by hand serves too
    return stamp


def _runs(python: Path) -> bool:
    """Whether an environment's Python is there and starts: it does not once the Python it stands on is gone."""
    try:
        return subprocess.run([python, "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _create_venv() -> None:
    if not find_spec("ensurepip"):
        if not shutil.which("apt-get"):
            raise SetupError("This Python makes no virtual environments. Choose another: make PYTHON=/path/to/python3")
        _apt_install("Python needs its module for virtual environments", [f"python3.{sys.version_info[1]}-venv"])
        invalidate_caches()
    say(f"Creating .venv with Python {sys.version.split()[0]} …")
    python = getattr(sys, "_base_executable", sys.executable)  # not an active .venv's own, which is about to go
    if subprocess.run([python, "-m", "venv", "--clear", VENV], stdout=sys.stderr, check=False).returncode:
        raise SetupError("The virtual environment could not be made, for the reason above.")


def _apt_install(why: str, packages: list[str]) -> None:
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages]
    typed = f"apt-get update && apt-get install --yes --no-install-recommends {' '.join(packages)}"
    as_root = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid():
        sudo = shutil.which("sudo")
        typed = f"{'sudo sh' if sudo else 'su'} -c '{typed}'"
        if not sudo or _trouble([sudo, "-n", "true"]):
            raise SetupError(f"{why}. Type this once, then make again:\n    {typed}")
        as_root = [sudo, "-n", *as_root]
    say(f"{why}; installing {' '.join(packages)} …")
    if not _trouble([*as_root, *install]):
        return
    update_trouble = _trouble([*as_root, "apt-get", "update", "-qq"])  # the lists may be empty or old
    if install_trouble := _trouble([*as_root, *install]):
        raise SetupError(
            f"{update_trouble}{install_trouble}{why}. Once that is mended, type this, then make again:\n    {typed}"
        )


def _trouble(command: list[str]) -> str:
    """Run a command; empty when it went well, else what it wrote."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return (done.stdout or f"{' '.join(command)} failed.\n") if done.returncode else ""


def main(arguments: list[str]) -> int:
    """Run one of the commands in the module's description."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        say(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
        say("Name another, for example: make PYTHON=python3.12")
        return 1
    command, *rest = arguments
    try:
        if command == "window":
            return open_window(rest[0])
        make_environment(EXTRAS.get(command, {"dev"}))
        compile_tables()
        if command == "checks":
            install_libraries()
            install_bundling()
    except SetupError as problem:
        say(str(problem))
        return 1
    if command == "runtime":
        try:
            install_libraries()
        except SetupError as problem:
            say(f"{problem}\nThe window opens after that; the rest works now.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
