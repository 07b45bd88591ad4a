"""Builds the wheel and runs the tests against it, where no checkout is near.

The wheel goes alone into a fresh environment; its dependencies are read from the environment that runs this script,
which is not downloaded twice. The tests are copied to a folder that holds nothing else. Arguments go to pytest.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELS = ROOT / "build" / "wheel"

# Left out: what speaks of the checkout, and what is no test.
LEFT_OUT = ("test_project.py", "test_docs.py", "bench", "screenshots", "screenshots.py", "pictures.py", "__pycache__")

# What a wheel can have otherwise than a checkout are its files: these tests read every one of them, from the rule
# tables to the fonts and the catalogues, by way of the programs as they are installed. The others test code alone,
# which is the same in both, and run on the checkout.
READING_FILES = (
    "test_api.py",
    "test_installed.py",
    "cli",
    "text",
    "guide/test_contents.py",
    "documents/test_evidence_list.py",
    "plan/test_guideline.py",
    "reference",
    "rules/test_form_2023.py",
    "rules_help",
    "output/test_person_name.py",
    "gui/test_stories.py",
)


def build() -> Path:
    """The wheel, built from the checkout with the tools at hand."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    command: list[str | Path] = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", WHEELS, ROOT]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\nThe wheel could not be built.")
    (wheel,) = WHEELS.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """The Python of a fresh environment in ``folder`` that has the wheel."""
    venv.create(folder, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", wheel], check=True)
    ask: list[str | Path] = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip())
    # A folder named in a .pth file comes after this one and its own .pth files are not read: the wheel is found first,
    # and the editable install beside the dependencies not at all.
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return python


def main(arguments: list[str]) -> int:
    """Build, install, test; the exit code of pytest."""
    wheel = build()
    with tempfile.TemporaryDirectory(prefix="hsp-calc-wheel-") as name:
        python = install(wheel, Path(name) / "environment")
        empty = Path(name) / "empty"
        shutil.copytree(ROOT / "tests", empty / "tests", ignore=shutil.ignore_patterns(*LEFT_OUT))
        shutil.copy(ROOT / "pyproject.toml", empty)  # pytest's settings
        print(f"Testing {wheel.name} in {empty}", flush=True)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        environment["HSP_CALC_EXPECT_INSTALLED"] = "1"
        command: list[str | Path] = [python, "-m", "pytest", *(f"tests/{part}" for part in READING_FILES), *arguments]
        return subprocess.run(command, cwd=empty, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
