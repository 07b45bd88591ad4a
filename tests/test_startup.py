"""A quick start leaves out what is not needed, and nothing that is asked for."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from hsp_calc.locations import resources

_HASTENED = "import sys; from hsp_calc.startup import hasten; hasten(); "
_SAMPLE = resources() / "samples" / "engineer.hspcase"


def _said(code: str, *arguments: str | Path) -> str:
    command = [sys.executable, "-c", _HASTENED + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_score_does_not_look_into_the_metadata_of_packages() -> None:
    scored = (
        "from hsp_calc import score; from hsp_calc.casefile import load; from datetime import date; "
        "print(score(load(sys.argv[1]).cases[0], on=date(2026, 11, 22), category='technical').total, "
        "'email.message' in sys.modules)"
    )
    assert _said(scored, _SAMPLE) == "80 False"


@pytest.mark.parametrize(
    "asked",
    [
        "import importlib.metadata; print(importlib.metadata.version('pydantic'))",
        "from importlib.metadata import version; print(version('pydantic'))",
        "from importlib import metadata; print(metadata.version('pydantic'))",
        (
            "import pydantic; pydantic.TypeAdapter(int).validate_python(1); "
            "import importlib.metadata as m; print(m.version('pydantic'))"
        ),
        (
            "import pydantic; from importlib.metadata import entry_points, version; "
            "assert entry_points(group='console_scripts'); print(version('pydantic'))"
        ),
    ],
)
def test_metadata_is_there_for_whoever_asks(asked: str) -> None:
    assert _said(asked) == version("pydantic")


def test_what_metadata_does_not_have_is_an_error_as_ever() -> None:
    asked = "import importlib.metadata as m; print(hasattr(m, 'nothing'), hasattr(m, '__nothing__'))"
    assert _said(asked) == "False False"
