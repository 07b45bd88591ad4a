"""Writes packaging/locked.txt: the versions, with their hashes, of what a release is made of and with.

    lock.py            keeps the versions that are locked, as far as the ranges of pyproject.toml allow
    lock.py upgrade    takes the newest versions that they allow

It holds for every system and every Python that the project supports; ``make lock`` installs what it needs.
"""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKED = ROOT / "packaging" / "locked.txt"
HEADER = """\
# What a release is made of and with: written by make lock, not by hand.
# Installed with pip install --require-hashes; tests/test_locked.py compares it with the ranges of pyproject.toml.
"""


def main(arguments: list[str]) -> int:
    """Lock; the exit code of the resolver."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    command: list[str | Path] = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
    command += ["--python-version", oldest, "--extra", "release", "--generate-hashes", "--no-header"]
    command += ["--default-index", "https://pypi.org/simple", "--output-file", LOCKED, ROOT / "pyproject.toml"]
    if "upgrade" in arguments:
        command.append("--upgrade")
    code = subprocess.run(command, env=os.environ | {"NO_COLOR": "1"}, check=False, cwd=ROOT).returncode
    if code == 0:
        # Names of paths on the machine that locked are of no use to anyone.
        lines = [line for line in LOCKED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        text = "\n".join(lines).replace(f"{ROOT}{os.sep}", "")
        LOCKED.write_text(f"{HEADER}{text}\n", encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
