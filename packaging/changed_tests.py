"""Prints the test files that belong to what was changed: in the work tree, or else in the last commit.

A changed test file belongs to itself, a changed module to the test files that import it, and a changed data file or
page to the tests of its folder. ``make check`` runs them; ``make test`` runs everything.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Data files and pages, by the beginning of their path, and the tests of what reads them.
READ_BY = {
    "resources/rules/": ("tests/rules", "tests/engine/test_cases.py"),
    "resources/reference/guide/": ("tests/guide",),
    "resources/reference/": ("tests/reference",),
    "resources/sheet/": ("tests/output",),
    "translations/": ("tests/text",),
    "docs/": ("tests/test_docs.py",),
    "packaging/": ("tests/test_packaging.py",),
    "README.md": ("tests/test_docs.py", "tests/test_project.py"),
    "pyproject.toml": ("tests/test_project.py",),
    "Makefile": ("tests/test_project.py",),
}


def changed_files() -> list[str]:
    """The paths that differ from the last commit, untracked ones included; those of the last commit if none does."""
    changed = _git("diff", "--name-only", "HEAD") + _git("ls-files", "--others", "--exclude-standard")
    return changed or _git("diff", "--name-only", "HEAD~1", "HEAD")


def tests_of(changed: Iterable[str]) -> list[str]:
    """The test files and folders that belong to some paths, each once, in the order of their names."""
    return sorted({test for path in changed for test in _tests_of(path) if (ROOT / test).exists()})


def _tests_of(path: str) -> Iterator[str]:
    if re.fullmatch(r"tests/(.+/)?test_\w+\.py", path):
        yield path
    elif path.startswith(("hsp_calc/", "tests/")) and path.endswith(".py"):
        yield from _importing(re.sub(r"(/__init__)?\.py$", "", path).replace("/", "."))
    else:
        yield from next((tests for start, tests in READ_BY.items() if path.startswith(start)), ())


def _importing(module: str) -> Iterator[str]:
    """The test files that import a module."""
    package, _, name = module.rpartition(".")
    imports = re.compile(
        rf"^\s*(from {re.escape(module)} import|import {re.escape(module)}\b"
        rf"|from {re.escape(package)} import .*\b{re.escape(name)}\b)",
        re.MULTILINE,
    )
    for test in sorted((ROOT / "tests").rglob("test_*.py")):
        if imports.search(test.read_text(encoding="utf-8")):
            yield test.relative_to(ROOT).as_posix()


def _git(*arguments: str) -> list[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


if __name__ == "__main__":
    print("\n".join(tests_of(changed_files())))
