"""What a release is made of is locked: every version within the ranges, nothing missing, nothing without a hash."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "packaging" / "locked.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?: |$)")
SYSTEMS = (
    SimpleNamespace(sys_platform="linux", platform_system="Linux", os_name="posix"),
    SimpleNamespace(sys_platform="win32", platform_system="Windows", os_name="nt"),
    SimpleNamespace(sys_platform="darwin", platform_system="Darwin", os_name="posix"),
)
PYTHONS = ("3.11", "3.12", "3.13")
WHERE = [(system, python) for system in SYSTEMS for python in PYTHONS]


def locked_lines() -> list[str]:
    """Each locked version with its hashes, on a line."""
    lines = [line.strip() for line in LOCKED.read_text(encoding="utf-8").splitlines()]
    text = "\n".join(line for line in lines if line and not line.startswith("#")).replace("\\\n", "")
    return text.splitlines()


def requirement_of(line: str) -> Requirement:
    """What a locked line asks for, without its hashes."""
    return Requirement(line.partition("--hash")[0])


def version_of(requirement: Requirement) -> str:
    (pin,) = requirement.specifier
    assert pin.operator == "==", str(requirement)
    return pin.version


def holds(requirement: Requirement, system: SimpleNamespace, python: str, extra: str = "") -> bool:
    environment = {**vars(system), "python_version": python, "python_full_version": f"{python}.9", "extra": extra}
    environment |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    environment |= {"platform_machine": "x86_64"}
    return requirement.marker is None or requirement.marker.evaluate(environment)


def locked_on(system: SimpleNamespace, python: str) -> dict[str, str]:
    """The locked version of each package on a system."""
    found: dict[str, str] = {}
    for requirement in map(requirement_of, locked_lines()):
        if holds(requirement, system, python):
            name = canonicalize_name(requirement.name)
            assert name not in found, f"{name} is locked twice"
            found[name] = version_of(requirement)
    return found


def asked_for() -> list[Requirement]:
    project = PROJECT["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["release"]]
    return [Requirement(text) for text in [*needed, *PROJECT["build-system"]["requires"]]]


def test_every_locked_version_has_its_hashes() -> None:
    lines = locked_lines()
    assert len(lines) > len(asked_for())
    assert [line for line in lines if not HASH.search(line)] == []


@pytest.mark.parametrize(("system", "python"), WHERE, ids=lambda value: getattr(value, "sys_platform", value))
def test_the_locked_versions_are_within_the_ranges(system: SimpleNamespace, python: str) -> None:
    locked = locked_on(system, python)
    for requirement in asked_for():
        if holds(requirement, system, python):
            version = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement} is locked as {version}"


@pytest.mark.parametrize(("system", "python"), WHERE, ids=lambda value: getattr(value, "sys_platform", value))
def test_what_the_locked_packages_need_is_locked(system: SimpleNamespace, python: str) -> None:
    """As far as they are installed here in some version, which tells what they need."""
    locked = locked_on(system, python)
    needed = {
        canonicalize_name(need.name)
        for name in locked
        for need in map(Requirement, _requires(name))
        if holds(need, system, python)
    }
    assert needed
    assert needed - locked.keys() == set()


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_the_bundle_is_built_with_what_is_locked() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (dist,) = re.findall(r"^dist:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert "release_environment.py" in dist
    assert re.findall(r"\$\((\w+)\)/python", dist) == ["RELEASING"] * 3
    script = (ROOT / "packaging" / "release_environment.py").read_text(encoding="utf-8")
    assert "--require-hashes" in script
