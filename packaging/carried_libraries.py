"""The versions of expat and OpenSSL that a bundle of this Python carries, and whether they are current enough.

carried_libraries.py            says what is carried; 1 where something is older than carried_libraries.toml allows
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.parsers import expat

from cryptography.hazmat.backends.openssl.backend import backend

FLOORS = Path(__file__).with_name("carried_libraries.toml")
_MAPS = "/proc/self/maps"
Version = tuple[int, ...]


def carried() -> dict[str, str]:
    """The versions of what the bundle carries; the system's own, which Linux keeps safe, are not among them."""
    versions = {"openssl": _number(backend.openssl_version_text())}  # ssl is left out, cryptography has its own
    if not expat_is_the_system_s(_maps()):
        versions["expat"] = _number(expat.EXPAT_VERSION)
    return versions


def expat_is_the_system_s(maps: str) -> bool:
    """Whether Python takes the system's expat, by the files that the process has in its memory.

    Where Linux has it, the bundle leaves it to the system; other systems have no such maps.
    """
    return re.search(r"/libexpat\.so\.\d", maps) is not None


def _maps() -> str:
    """What a Python that has loaded expat and nothing else has in its memory; empty where the system does not say.

    In this process Qt may have loaded the system's expat too.
    """
    if not Path(_MAPS).exists():
        return ""
    program = f"import pyexpat, sys; sys.stdout.write(open({_MAPS!r}).read())"
    return subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True).stdout


def too_old(versions: Mapping[str, str], floors: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What is older than it may be: the reason and the remedy, a sentence each."""
    for name, found in versions.items():
        floor = floors[name]
        if _key(found) < _key(floor["oldest"]):
            yield (
                f"{name} {found} is older than {floor['oldest']}, the oldest that a release may carry "
                f"({floor['because']}; checked on {floor['checked']}). Remedy: {floor['remedy']}."
            )


def floors() -> dict[str, Any]:
    """The floors by name."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def _number(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    if found is None:
        raise ValueError(f"no version in {text!r}")
    return found[0]


def _key(version: str) -> Version:
    return tuple(map(int, version.split(".")))


def main() -> int:
    """Say what is carried and what of it is too old; 0 when nothing is."""
    versions = carried()
    print("Carried: " + ", ".join(f"{name} {version}" for name, version in sorted(versions.items())))
    problems = list(too_old(versions, floors()))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
