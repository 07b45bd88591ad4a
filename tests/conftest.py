"""What many tests share: the tables in force, their scorers, a reference day, and the data folder."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from hsp_calc.engine import Scorer
from hsp_calc.locations import DATA_VARIABLE, resources
from hsp_calc.rules import RuleTable, Sources, Tables, load_sources, load_tables

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a screen is not needed, and may not be there

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=200)
settings.load_profile("steady")  # speed is measured in tests.bench; a red run must stay red


@pytest.fixture(scope="session", autouse=True)
def no_data_of_the_users() -> Iterator[None]:
    """The folder of whoever runs the tests is never looked into."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_VARIABLE, str(Path(__file__).parent / "no-such-folder"))
        yield


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder with the transcriptions and case tables."""
    return Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def reference_day() -> date:
    """The day on which the persons of the tests apply, where no other is named."""
    return date(2026, 11, 22)


@pytest.fixture(scope="session")
def tables() -> Tables:
    """All tables carried."""
    return load_tables(resources() / "rules")


@pytest.fixture(scope="session")
def sources() -> Sources:
    """The sources they name."""
    return load_sources(resources() / "rules" / "sources.yaml")


@pytest.fixture(scope="session")
def table(tables: Tables) -> RuleTable:
    """The table of 1 April 2023."""
    return tables.named("hsp-2023-04-01")


@pytest.fixture(scope="session")
def table_2015(tables: Tables) -> RuleTable:
    """The table of 1 April 2015."""
    return tables.named("hsp-2015-04-01")


@pytest.fixture(scope="session")
def scorer(table: RuleTable) -> Scorer:
    """The scorer of 2023."""
    return Scorer(table)


@pytest.fixture(scope="session")
def scorer_2015(table_2015: RuleTable) -> Scorer:
    """The scorer of 2015."""
    return Scorer(table_2015)
