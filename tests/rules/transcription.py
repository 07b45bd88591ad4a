"""The transcriptions in ``tests/data``, read without the code under test."""

import csv
from pathlib import Path

from hsp_calc.facts import Category

DATA = Path(__file__).parent.parent / "data"
SHEETS = {"A": Category.ACADEMIC, "B": Category.TECHNICAL, "C": Category.MANAGEMENT}
Row = dict[str, str]


def rows(file: str) -> list[Row]:
    """The lines of a transcription."""
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


FORM = rows("form-2023.csv")
FORM_SALARY = rows("form-2023-salary.csv")
TABLE_2015 = rows("table-2015.csv")
