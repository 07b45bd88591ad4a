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
TABLES_BETWEEN = {
    "hsp-2017-04-26": rows("table-2017.csv"),
    "hsp-2019-03-15": rows("table-2019.csv"),
    "hsp-2021-07-30": rows("table-2021.csv"),
}
