"""Makes the environment that a release is built in: build/release, with the locked versions and nothing else.

Every file that is installed has a hash in packaging/locked.txt, and nothing is built from source. It is made anew when
the lock, the Python or the place of the checkout changed. It needs the standard library alone.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "packaging" / "locked.txt"
FOLDER = ROOT / "build" / "release"
STAMP = FOLDER / "made-of.json"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def made_of() -> list[str]:
    """What the environment depends on."""
    digest = hashlib.sha256()
    for file in (LOCKED, ROOT / "pyproject.toml", ROOT / "hsp_calc" / "__init__.py"):
        digest.update(file.read_bytes())
    return [digest.hexdigest(), sys.version, sys.base_prefix, str(ROOT)]


def make() -> None:
    """Make it, unless it is there as it should be.

    Raises:
        subprocess.CalledProcessError: something could not be installed; what pip wrote says why.
    """
    if STAMP.exists() and json.loads(STAMP.read_text(encoding="utf-8")) == made_of():
        return
    print("Making the environment for releases, with the locked versions …", file=sys.stderr, flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    venv.create(FOLDER, with_pip=True, symlinks=os.name != "nt")
    install: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*install, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCKED], check=True)
    subprocess.run([*install, "--no-build-isolation", "--editable", ROOT], check=True)
    STAMP.write_text(json.dumps(made_of()), encoding="utf-8")


if __name__ == "__main__":
    make()
