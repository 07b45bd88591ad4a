"""The lists and definitions carried."""

from pathlib import Path

import pytest

from hsp_calc.locations import resources
from hsp_calc.reference.degrees import Titles, load_titles
from hsp_calc.reference.enterprise import Definition, load_definition
from hsp_calc.reference.exams import Exams, load_exams
from hsp_calc.reference.universities import Universities, load_universities


@pytest.fixture(scope="session")
def folder() -> Path:
    return resources() / "reference"


@pytest.fixture(scope="session")
def universities(folder: Path) -> Universities:
    return load_universities(folder)


@pytest.fixture(scope="session")
def exams(folder: Path) -> Exams:
    return load_exams(folder / "it-exams.yaml")


@pytest.fixture(scope="session")
def definition(folder: Path) -> Definition:
    return load_definition(folder / "sme.yaml")


@pytest.fixture(scope="session")
def titles(folder: Path) -> Titles:
    return load_titles(folder / "degrees.yaml")
