"""Builds the bundle of this system into build/bundle/dist, and says what in it weighs most.

    bundle.py             the folder hsp-calc with the program, its libraries and its data; on macOS the .app too
    bundle.py packages    that, and on Linux the .deb and the .tar.gz into dist
    bundle.py release     that, and nothing at all where a library that it carries is too old for a release

The installers of Windows and macOS are made from the bundle by packaging/windows and packaging/macos.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import carried_libraries
import icons
import licences
from check_release import version

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "build" / "bundle"
FOLDER = MADE / "dist" / "hsp-calc"
MEGABYTE = 1_000_000

# What weighs most, and why it stays: a pattern of the path, its name, the reason. The first that fits counts.
PARTS = (
    (r"_internal/typst/", "Typst", "sets every paper; its own fonts and data are inside the one library"),
    (r"libicu", "ICU", "Qt's core is linked to it, for sorting, converting and breaking text"),
    (r"/plugins/", "Qt plugins", "X11, Wayland, offscreen, SVG and JPEG, input methods, portals, printing"),
    (r"PySide6/Qt/|Qt6?\w+\.dll|/Qt\w*\.framework/", "Qt", "the modules of the window, and those they are linked to"),
    (r"(PySide6|shiboken6)/", "PySide6", "Qt for Python"),
    (r"resources/sheet/fonts/names/", "Noto Sans", "names in the scripts of the applicants, embedded in the papers"),
    (r"resources/sheet/fonts/", "BIZ UDPGothic", "the form's font, whole: a name may have any character"),
    (r"resources/|translations/", "Data", "rule tables, reference lists, templates and catalogues"),
    (r"cryptography/", "cryptography", "case files under a password; OpenSSL is inside"),
    (r"pydantic_core/", "pydantic", "reads case files strictly"),
    (r"licences/", "Licences", "the texts that the parts ask for"),
    (r"", "Python", "the interpreter, its library, the program and the smaller libraries"),
)


def build() -> None:
    """Make the bundle."""
    subprocess.run([sys.executable, "-m", "hsp_calc.rules"], cwd=ROOT, check=True)
    icons.make(MADE / "icons")
    licences.collect(MADE / "licences")
    if sys.platform == "win32":
        _write_version(MADE / "version.txt")
    places: list[str | Path] = ["--distpath", MADE / "dist", "--workpath", MADE / "work"]
    command: list[str | Path] = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    environment = os.environ | {"PYTHONHASHSEED": "0"}  # the same files from the same sources
    subprocess.run([*command, *places, ROOT / "packaging" / "hsp-calc.spec"], check=True, env=environment)
    if sys.platform == "linux":
        for library in FOLDER.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
            _on_linux("icu.py", library)
        _on_linux("run_paths.py", FOLDER)


def _on_linux(script: str, target: Path) -> None:
    """Change what PyInstaller made, by a script of the folder linux."""
    subprocess.run([sys.executable, ROOT / "packaging" / "linux" / script, target], check=True)


def _write_version(file: Path) -> None:
    """Write what Windows shows as the version of an executable."""
    text = (ROOT / "packaging" / "windows" / "version.txt.in").read_text(encoding="utf-8")
    numbers = ", ".join(re.findall(r"\d+", version())[:3])
    file.write_text(text.replace("@NUMBERS@", numbers).replace("@VERSION@", version()), encoding="utf-8")


def weights(folder: Path) -> dict[str, int]:
    """The size of each part in bytes, the heaviest first."""
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            path = file.relative_to(folder).as_posix()
            sizes[next(name for pattern, name, _reason in PARTS if re.search(pattern, path))] += file.stat().st_size
    return dict(sizes.most_common())


def report(folder: Path) -> str:
    """What weighs how much in a bundle, and why it stays."""
    reasons = {name: reason for _pattern, name, reason in PARTS}
    sizes = weights(folder)
    lines = [f"{size / MEGABYTE:7.1f} MB  {name:<14} {reasons[name]}" for name, size in sizes.items()]
    return "\n".join([*lines, f"{sum(sizes.values()) / MEGABYTE:7.1f} MB  together"])


def main(arguments: list[str]) -> int:
    """Build what the arguments ask for; 0 when it is done."""
    problems = list(carried_libraries.too_old(carried_libraries.carried(), carried_libraries.floors()))
    if problems and arguments == ["release"]:
        print("\n".join(["No release can be made here.", *problems]), file=sys.stderr)
        return 1
    build()
    print(report(FOLDER))
    if problems:
        print("\n".join(["To be tried, not to be given away:", *problems]))
    if arguments in (["packages"], ["release"]):
        if not sys.platform.startswith("linux"):
            print("The installer is made by packaging/windows or packaging/macos from the bundle.")
            return 0
        command: list[str | Path] = [sys.executable, ROOT / "packaging" / "linux" / "package.py", FOLDER, ROOT / "dist"]
        return subprocess.run(command, check=False).returncode
    return 0


if __name__ == "__main__":
    shutil.rmtree(MADE / "dist", ignore_errors=True)
    sys.exit(main(sys.argv[1:]))
