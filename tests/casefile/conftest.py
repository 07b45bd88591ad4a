"""A sample case, and a way to write files for the tests."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLE: dict[str, Any] = {
    "format": "hsp-case",
    "version": 1,
    "applicant": {
        "name": "TAN WEI LING",
        "name_ja": "タン・ウェイリン",
        "date_of_birth": "1993-05-12",
        "nationality": "Singapore",
        "residence": {
            "status": "技術・人文知識・国際業務",
            "since": "2021-04-01",
            "period_years": 5,
            "arrived": "2018-04-01",
        },
    },
    "history": [
        {"from": None, "facts": {"degrees": ["bachelor", "master"], "annual_salary_yen": 8200000, "sme": False}},
        {"from": "2026-04-01", "facts": {"japanese": "n1", "experience_years": {"management": 2.5}}, "note": "JLPT"},
    ],
    "experience": [
        {"from": "2018-04-01", "to": "2021-03-31", "categories": ["technical", "academic"], "employer": "A"},
        {"from": "2021-04-01", "to": None, "categories": ["technical"], "employer": "株式会社B", "note": "x"},
    ],
}

Write = Callable[[object], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that puts bytes, or an object as JSON, in a file."""

    def to_file(content: object) -> Path:
        path = tmp_path / "input.hspcase"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return to_file
