"""Saves a case again and again until it is killed: ``python -m tests.casefile.saver KIND FOLDER``.

After each time it says which number is safe.
"""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from hsp_calc.casefile import Protection, load, save_case
from hsp_calc.casefile.recovery import Recovery, Snapshot
from tests.casefile.damage import CHEAP, PASSWORD, counting_case

NAME = "case.hspcase"


def main(kind: str, folder: Path) -> None:
    """Save until killed, from the number on that is saved already."""
    path = folder / NAME
    start = 1
    if path.exists():
        start = int((load(path, PASSWORD).cases[0].model_extra or {})["number"]) + 1
    save = _saving(kind, folder, path)
    for number in count(start):
        save(number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def _saving(kind: str, folder: Path, path: Path) -> Callable[[int], object]:
    protection = Protection.with_password(PASSWORD, CHEAP)
    match kind:
        case "plain":
            return lambda number: save_case(counting_case(number), path)
        case "protected":
            return lambda number: save_case(counting_case(number), path, protection)
        case _:
            recovery = Recovery(folder)
            view = {"typed": "８２０"}
            return lambda number: recovery.keep(Snapshot(counting_case(number), path, view=view), protection)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
