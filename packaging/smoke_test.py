"""Tries a bundle where there is no Python: what it installs starts, scores, prints, draws, speaks and keeps silent.

    smoke_test.py            the bundle in build/bundle/dist, as packaging/bundle.py leaves it
    smoke_test.py FILE.deb   what a package installs, unpacked into an empty folder

The programs run with an empty environment: no PATH to find a Python by, and a home of their own. The window opens on a
virtual screen of X11 where there is one (``Xvfb``), and otherwise on none.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent
MADE = ROOT / "build" / "bundle"
DAY = "2026-11-22"
TOTALS = {"academic": 70, "technical": 80, "management": 30}  # the sample's, as the form's own rows add up
OPEN_FOR = 5  # seconds, in which a window that cannot open has said so
PATIENCE = 120


class BrokenError(Exception):
    """The bundle does not do what it should."""


class Installed:
    """A bundle that stands somewhere, and how its programs are run there."""

    def __init__(self, programs: Path, bundle: Path, home: Path) -> None:
        """Take one.

        Args:
            programs: the folder that a user's PATH names.
            bundle: the folder with the executable and its libraries.
            home: an empty folder for the user.
        """
        self.programs = programs
        self.bundle = bundle
        self.sample = bundle / "_internal" / "resources" / "samples" / "engineer.hspcase"
        self._environment = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": str(home / "nothing")}

    def run(self, program: Path, *arguments: str | Path, **more: str) -> str:
        """What a program writes; it ends well and says nothing on standard error.

        Args:
            program: the executable.
            arguments: its arguments.
            more: what is added to its environment.
        """
        done = subprocess.run(
            [program, *arguments],
            env=self._environment | more,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode or done.stderr:
            raise BrokenError(f"{program.name} {' '.join(map(str, arguments))}: {done.returncode}, {done.stderr}")
        return done.stdout

    def stays_open(self, program: Path, *arguments: str | Path, **more: str) -> None:
        """See that a window opens, stays and says nothing on standard error."""
        command = [program, *arguments]
        with subprocess.Popen(command, env=self._environment | more, stderr=subprocess.PIPE, text=True) as window:
            time.sleep(OPEN_FOR)
            ended = window.poll()
            window.kill()
            said = window.stderr.read() if window.stderr else ""
        if ended is not None or said:
            raise BrokenError(f"{program.name} {' '.join(map(str, arguments))}: {ended}, {said}")


def scores(installed: Installed) -> None:
    """The totals of the sample are those of the form."""
    sample = installed.sample
    written = installed.run(installed.programs / "hsp-calc", "score", sample, "--on", DAY, "--format", "json")
    totals = {name: found["total"] for name, found in json.loads(written)["categories"].items()}
    _same("score", totals, TOTALS)


def prints(installed: Installed, form: Path) -> None:
    """The command line writes the form in Japanese."""
    options: list[str | Path] = ["-c", "technical", "-l", "ja", "-o", form]  # today: of another day it has to warn
    installed.run(installed.programs / "hsp-calc", "sheet", installed.sample, *options)
    _is_japanese(form)


def draws(installed: Installed, folder: Path) -> None:
    """The process that draws the logo of an office draws a picture."""
    logo, picture = installed.bundle / "_internal" / "resources" / "icons" / "hsp-calc.svg", folder / "logo.png"
    for program in ("hsp-calc", "hsp-calc-gui"):
        picture.unlink(missing_ok=True)
        installed.run(installed.programs / program, "--draw-logo", logo, picture)
        if not picture.read_bytes().startswith(b"\x89PNG"):
            raise BrokenError(f"{program} draws no logo: {picture.read_bytes()!r:.80}")


def says_what_batch_needs(installed: Installed, folder: Path) -> None:
    """``batch`` works on DuckDB, which no bundle has: it says how to get it."""
    persons = folder / "persons.csv"
    persons.write_text("id\n1\n", encoding="utf-8")
    program = installed.programs / "hsp-calc"
    try:
        installed.run(program, "batch", persons, "-o", folder / "scores.csv")
    except BrokenError as told:
        if "hsp-calc[batch]" in str(told) and "Traceback" not in str(told):
            return
        raise
    raise BrokenError("batch found DuckDB, which is to be left out of the bundle")


def opens(installed: Installed, form: Path, screen: dict[str, str]) -> None:
    """The window shows the totals, writes the form in Japanese, and changes its language and back."""
    driver = installed.bundle / "smoke_window"
    shutil.copy2(MADE / "work" / "hsp-calc" / driver.name, driver)
    seen = json.loads(installed.run(driver, installed.sample, form, **screen))
    driver.unlink()
    for category, total in TOTALS.items():
        if str(total) not in seen["totals"][category]:
            raise BrokenError(f"the window shows {seen['totals']}")
    if seen["ja"] == seen["en"] or seen["ja"] != seen["ja_again"] or not seen["painted"]:
        raise BrokenError(f"the window does not change its language: {seen}")
    _same("the platform of the window", seen["platform"], screen["QT_QPA_PLATFORM"])
    _is_japanese(form)
    installed.stays_open(installed.programs / "hsp-calc-gui", installed.sample, **screen)


def _is_japanese(form: Path) -> None:
    """The form's text can be read, and every font it uses is inside it."""
    reader = PdfReader(form)
    text = "".join(page.extract_text() for page in reader.pages)
    if "高度専門職" not in text:
        raise BrokenError(f"{form.name} lacks its Japanese text")
    fonts = [font.get_object() for page in reader.pages for font in _under(page, "/Resources", "/Font").values()]
    if not fonts or not all(_is_embedded(font) for font in fonts):
        raise BrokenError(f"{form.name} has fonts that are not embedded")


def _under(start: Any, *keys: str) -> Any:
    """What stands in a PDF under keys, one in the other, and wherever it is kept."""
    for key in keys:
        start = start[key].get_object()
    return start


def _is_embedded(font: Any) -> bool:
    described = _under(font, "/DescendantFonts")[0].get_object() if "/DescendantFonts" in font else font
    return any(key in _under(described, "/FontDescriptor") for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise BrokenError(f"{what}: {found} instead of {expected}")


@contextmanager
def a_screen() -> Iterator[dict[str, str]]:
    """What a program's environment needs to open its window."""
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as ready:
            number = ready.readline().strip()
        try:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()


def install(package: Path | None, folder: Path) -> Installed:
    """Put a package, or the bundle as it was built, into an empty folder."""
    home = folder / "home"
    home.mkdir()
    if package:
        subprocess.run(["dpkg-deb", "--extract", package, folder / "root"], check=True)
        return Installed(folder / "root" / "usr" / "bin", folder / "root" / "usr" / "lib" / "hsp-calc", home)
    bundle = folder / "hsp-calc"
    shutil.copytree(MADE / "dist" / "hsp-calc", bundle, symlinks=True)
    (bundle / "hsp-calc-gui").symlink_to("hsp-calc")
    return Installed(bundle, bundle, home)


def main(arguments: list[str]) -> int:
    """Try one; 0 when all is well."""
    package = Path(arguments[0]) if arguments else None
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hsp-calc-smoke-") as name, a_screen() as screen:
        folder = Path(name)
        installed = install(package, folder)
        try:
            scores(installed)
            prints(installed, folder / "form.pdf")
            draws(installed, folder)
            says_what_batch_needs(installed, folder)
            opens(installed, folder / "window.pdf", screen)
        except (BrokenError, OSError, subprocess.TimeoutExpired) as problem:
            print(f"The bundle is broken: {problem}", file=sys.stderr)
            return 1
    what = package.name if package else "the bundle"
    print(f"Tried {what} on {screen['QT_QPA_PLATFORM']} in {time.monotonic() - started:.0f} s: it works.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
