"""The speed of the installed program: its window from the start of the process, and a score on the command line.

The bundle is the one that ``HSP_CALC_BUNDLE`` names, or else the one in build/bundle/dist, by packaging/bundle.py;
where there is none, there are no figures.
"""

import os
import shutil
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.command import SCORE_AIM
from tests.bench.processes import run, run_python
from tests.bench.registry import Figure, benchmark
from tests.bench.window import BARE, START_AIM

_RUNS = 9
_MADE = Path(__file__).resolve().parents[2] / "build" / "bundle"
_BUNDLE = Path(os.environ.get("HSP_CALC_BUNDLE", _MADE / "dist" / "hsp-calc"))
_DATA = "_internal"
_SAMPLE = _BUNDLE / _DATA / "resources" / "samples" / "engineer.hspcase"
_WINDOW = _MADE / "work" / "hsp-calc" / "smoke_window"
"""Opens the window of a bundle and ends; packaging/bundle.py makes it beside the bundle."""


@benchmark
def installed() -> Iterator[Figure]:
    """The window against a bare one with as many widgets, and a score; they take turns."""
    if not (_BUNDLE.is_dir() and _WINDOW.is_file()):
        sys.stderr.write(f"No figures of the bundle: it is not in {_BUNDLE}. packaging/bundle.py makes it.\n")
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / _DATA).symlink_to((_BUNDLE / _DATA).resolve(), target_is_directory=True)
        window = Path(shutil.copy2(_WINDOW, folder))
        bare = BARE.format(count=int(run(window)[1]))
        score = (_BUNDLE / "hsp-calc", "score", _SAMPLE)
        run_python("-c", bare)
        run(*score)
        rounds = [(run(window)[0], run_python("-c", bare)[0], run(*score)[0]) for _ in range(_RUNS)]
    ours, plain, scored = (statistics.median(times) for times in zip(*rounds, strict=True))
    yield Figure("bundle.start", ours, "ms")
    yield Figure("bundle.start.bare", plain, "ms")
    yield Figure("bundle.start.ratio", ours / plain, "times", START_AIM)
    yield Figure("bundle.score", scored, "ms", SCORE_AIM)
