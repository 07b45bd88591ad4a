"""The guide as it is carried."""

from pathlib import Path

import pytest

from hsp_calc.guide.contents import Guide, load_guide
from hsp_calc.locations import resources


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of the pages."""
    return resources() / "reference" / "guide"


@pytest.fixture(scope="session")
def guide(folder: Path) -> Guide:
    """All pages."""
    return load_guide(folder)
