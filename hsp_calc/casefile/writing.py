"""Writing case files."""

import json
from pathlib import Path
from typing import Any

from hsp_calc.casefile.atomic import write_atomically
from hsp_calc.casefile.case import Case


def case_bytes(case: Case) -> bytes:
    """A case as the content of its file: JSON in UTF-8, to be read by people too."""
    data: dict[str, Any] = case.model_dump(mode="json", by_alias=True)
    for written, entry in zip(data["history"], case.history, strict=True):
        written["facts"] = entry.facts.written()
    for written, period in zip(data["experience"], case.experience, strict=True):
        written["categories"] = sorted(period.categories)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def save_case(case: Case, path: Path) -> None:
    """Write a case file, readable for its owner alone.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    write_atomically(path, case_bytes(case), private=True)
