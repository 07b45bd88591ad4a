"""The bill of materials of a bundle (CycloneDX), and whether it matches what is in the bundle.

    bill_of_materials.py OUT    writes it into a folder; 1 where something in the bundle stands on no line of it, or a
                                line names what the bundle does not have

It runs in the environment that built the bundle. Packages of Python are those that the program needs at run time; what
the bundle carries besides is known by its files.
"""

import json
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import carried_libraries
import licences
from bundle import FOLDER, ROOT
from check_release import version
from PyInstaller.archive.readers import CArchiveReader

# What a bundle carries that is no package of Python: its name and a pattern of its files.
BESIDES: Mapping[str, str] = {
    "ICU": r"(^|/)(lib)?icu[a-z0-9]*\.",
    "libffi": r"(^|/)libffi",
    "libxcb utilities": r"(^|/)libxcb-",
    "Python": r"(^|/)(libpython3|python3\d*\.dll|Python$|base_library\.zip)|^python3\.|lib-dynload/|\.(pyd|dylib)$",
}
# Declared by a package for what the program does not do, and left out by PyInstaller.
LEFT_OUT = frozenset({"pycparser"})  # cffi compiles with it
_OWN = re.compile(r"^(resources|translations|licences)/|^(LICENSE|NOTICE)$")
_OWN_MODULES = frozenset({"hsp_calc", "program", "smoke_window", "sitecustomize"})
_OF_PYINSTALLER = re.compile(r"_?pyi_|pyimod|pyiboot|_sysconfigdata")
_LINKED_FOR_QT = re.compile(r"^lib(Qt6|pyside6|shiboken6)")


def normal(name: str) -> str:
    """A package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def bill(parts: Iterable[str]) -> dict[str, Any]:
    """The bill: of the packages of this environment those that are named, and what the bundle carries besides."""
    with tempfile.TemporaryDirectory() as name:
        project, written = Path(name) / "pyproject.toml", Path(name) / "bill.json"
        text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        project.write_text(re.sub(r"^dynamic = .*", f'version = "{version()}"', text, flags=re.MULTILINE), "utf-8")
        command: list[str | Path] = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", project]
        command += ["--output-reproducible", "--output-format", "JSON", "--output-file", written, sys.executable]
        subprocess.run(command, check=True)
        made: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    return narrowed(made, {normal(part) for part in parts})


def narrowed(made: dict[str, Any], parts: set[str]) -> dict[str, Any]:
    """A bill without the tools of the environment, and with what is no package of Python."""
    kept = [component for component in made["components"] if normal(component["name"]) in parts]
    kept += [{"type": "library", "bom-ref": name, **more} for name, more in _besides().items()]
    own = made["metadata"]["component"]["bom-ref"]
    refs = {component["bom-ref"] for component in kept} | {own}
    dependencies = [
        entry | ({"dependsOn": [ref for ref in entry["dependsOn"] if ref in refs]} if "dependsOn" in entry else {})
        for entry in made["dependencies"]
        if entry["ref"] in refs
    ]
    return made | {"components": kept, "dependencies": dependencies}


def _besides() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {name: {"name": name} for name in besides(files())}
    found["Python"]["version"] = platform.python_version()
    for name, number in carried_libraries.carried().items():
        found[name] = {"name": name, "version": number}
    return found


def files(folder: Path = FOLDER) -> list[str]:
    """The paths of what lies beside the program in a bundle."""
    inside = folder / "_internal"
    return [file.relative_to(inside).as_posix() for file in sorted(inside.rglob("*")) if file.is_file()]


def modules(folder: Path = FOLDER) -> set[str]:
    """The top names of the modules inside the program."""
    program = next(file for file in (folder / "hsp-calc", folder / "hsp-calc.exe") if file.exists())
    archive = CArchiveReader(str(program))
    (inside,) = (name for name in archive.toc if name.startswith("PYZ"))
    return {name.partition(".")[0] for name in archive.open_embedded_archive(inside).toc}


def besides(paths: Iterable[str]) -> set[str]:
    """What is carried that is no package of Python, by its files."""
    paths = list(paths)
    return {name for name, pattern in BESIDES.items() if any(re.search(pattern, path) for path in paths)}


def packages(tops: Iterable[str], paths: Iterable[str]) -> tuple[set[str], set[str]]:
    """The packages of Python in a bundle, and the modules and files that nobody knows.

    Args:
        tops: the top names of the modules inside the program.
        paths: what lies beside it.
    """
    known = packages_distributions()
    found: set[str] = set()
    unknown: set[str] = set()
    for top in tops:
        if top in known and top not in _OWN_MODULES:
            found.update(map(normal, known[top]))
        elif not _is_own(top):
            unknown.add(top)
    for path in paths:
        top = path.partition("/")[0].partition(".")[0]
        information = re.match(r"([^/]+?)-[^-/]+\.dist-info/", path)
        if information:
            found.add(normal(information[1]))
        elif top in known:
            found.update(map(normal, known[top]))
        elif _LINKED_FOR_QT.match(path):
            found.add("pyside6-essentials")
        elif not (_OWN.match(path) or besides([path]) or (path.endswith(".pyc") and _is_own(top))):
            unknown.add(path)
    return found, unknown


def _is_own(top: str) -> bool:
    """Whether a module is the program's, Python's or of what starts the program."""
    return top in sys.stdlib_module_names | _OWN_MODULES or _OF_PYINSTALLER.match(top) is not None


def differences(named: set[str], carried: set[str], unknown: Iterable[str]) -> Iterator[str]:
    """How a bill and a bundle differ, a sentence each.

    Args:
        named: what stands on the bill.
        carried: what is in the bundle.
        unknown: what is in the bundle and belongs to nothing that is known.
    """
    yield from (f"in the bundle and not on the bill: {name}" for name in sorted(carried - named))
    yield from (f"on the bill and not in the bundle: {name}" for name in sorted(named - carried))
    yield from (f"in the bundle, and nobody knows of what: {name}" for name in sorted(unknown))


def main(arguments: list[str]) -> int:
    """Write the bill and compare; 0 when both have the same."""
    (out,) = map(Path, arguments)
    made = bill(licences.parts().keys() - LEFT_OUT)
    carried, unknown = packages(modules(), files())
    carried |= {normal(name) for name in _besides()} | {licences.BOOTLOADER}
    named = {normal(component["name"]) for component in made["components"]}
    problems = list(differences(named, carried, unknown))
    target = out / f"hsp-calc-{version()}.cdx.json"
    out.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(named)} parts in {target}")
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
