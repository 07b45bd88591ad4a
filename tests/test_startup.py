"""The start of a process takes pydantic's documented switch, and garbage is collected again afterwards."""

import gc
import subprocess
import sys
from pathlib import Path

from hsp_calc.locations import resources

_SAMPLE = resources() / "samples" / "engineer.hspcase"


def _said(code: str, *arguments: str | Path) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_score_looks_for_no_plugins_of_pydantic() -> None:
    scored = (
        "import sys; from hsp_calc.startup import begin_startup; begin_startup(); "
        "import importlib.metadata as metadata; "
        "metadata.entry_points = lambda **group: sys.exit('looked for plugins'); "
        "from hsp_calc import score; from hsp_calc.casefile import load; from datetime import date; "
        "print(score(load(sys.argv[1]).cases[0], on=date(2026, 11, 22), category='technical').total)"
    )
    assert _said(scored, _SAMPLE) == "80"


def test_no_module_of_a_library_is_replaced() -> None:
    asked = (
        "from hsp_calc.startup import begin_startup; begin_startup(); import sys; "
        "import importlib.metadata as metadata; print(metadata.__spec__.name)"
    )
    assert _said(asked) == "importlib.metadata"


def test_garbage_is_collected_after_the_start() -> None:
    asked = (
        "import gc; from hsp_calc.startup import begin_startup, finish_startup; begin_startup(); "
        "print(gc.isenabled()); finish_startup(); print(gc.isenabled())"
    )
    assert _said(asked).split() == ["False", "True"]
    assert gc.isenabled()
