"""What must be endured: damage, malice, a broken disk, and the end of the program in the midst of saving.

    python -m tests.casefile.endurance            the whole, in under an hour
    python -m tests.casefile.endurance files N    N damaged files of all doors, and every harmful one
    python -m tests.casefile.endurance kills N    N kills of each kind
    python -m tests.casefile.endurance disk       a fault of the disk at every call of a save (Linux, with a C compiler)
    python -m tests.casefile.endurance window N   N damaged cases in the window

It writes what it found as JSON, and ends with 1 if anything did not hold. The tests run a short form of each.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.casefile.endurance import disk, files, kills, window

Report = dict[str, Any]

WHOLE: Mapping[str, Callable[[], Report]] = {
    "kills": lambda: kills.run(kills.WHOLE),
    "disk": disk.run,
    "window": lambda: window.run(window.WHOLE),
    "files": lambda: files.run(files.WHOLE),
}


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    match list(arguments):
        case []:
            parts = dict(WHOLE)
        case ["files", count]:
            parts = {"files": lambda: files.run(int(count))}
        case ["kills", times]:
            parts = {"kills": lambda: kills.run(dict.fromkeys(kills.WHOLE, int(times)))}
        case ["disk"]:
            parts = {"disk": disk.run}
        case ["window", count]:
            parts = {"window": lambda: window.run(int(count))}
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    report = {name: _timed(run) for name, run in parts.items()}
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    return 1 if any(part["failures"] for part in report.values()) else 0


def _timed(run: Callable[[], Report]) -> Report:
    began = time.monotonic()
    report = run()
    return {"seconds": round(time.monotonic() - began), **report}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
