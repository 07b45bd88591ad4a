"""Checks that a tag, the version and the changelog agree, and says the version or what changed.

    check_release.py v1.2.3              the version
    check_release.py v1.2.3 --changes    the section of the changelog

It runs with the standard library alone, before anything is installed.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def version() -> str:
    """The version of the program."""
    text = (ROOT / "hsp_calc" / "__init__.py").read_text(encoding="utf-8")
    (found,) = re.findall(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    return str(found)


def changes(number: str, changelog: str) -> str:
    """The section of a version in a changelog.

    Raises:
        ValueError: it has none, or one without a day.
    """
    heading = rf"^## \[{re.escape(number)}\] - \d{{4}}-\d{{2}}-\d{{2}}\n(.*?)(?=^## |^\[|\Z)"
    found = re.search(heading, changelog, re.MULTILINE | re.DOTALL)
    if not found:
        raise ValueError(f"CHANGELOG.md has no section “## [{number}] - YYYY-MM-DD”.")
    return found[1].strip()


def main(arguments: list[str]) -> int:
    """Check; 1 when something does not agree."""
    tag, *options = arguments
    number = version()
    if tag != f"v{number}":
        print(f"The tag is {tag}, but hsp_calc/__init__.py says {number}.", file=sys.stderr)
        return 1
    try:
        changed = changes(number, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    except ValueError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(changed if "--changes" in options else number)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
