"""Print every figure as JSON: ``python -m tests.bench [PART OF A NAME …]``.

A further module of this folder adds its own with ``@benchmark``; it is imported here by being there.
"""

import json
import pkgutil
import platform
import sys
from importlib import import_module
from pathlib import Path

from tests.bench.registry import BENCHMARKS, Figure

_MACHINERY = {"__main__", "made_up", "processes", "registry"}


def main(wanted: list[str]) -> int:
    """Run the benchmarks whose function or module carries one of the words; all without any."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name not in _MACHINERY:
            import_module(f"tests.bench.{module.name}")
    figures: list[Figure] = []
    for run in BENCHMARKS:
        if not wanted or any(word in f"{run.__module__}.{run.__qualname__}" for word in wanted):
            figures += run()
    report = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "figures": {figure.name: _entry(figure) for figure in figures},
    }
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 0


def _entry(figure: Figure) -> dict[str, object]:
    entry: dict[str, object] = {"value": round(figure.value, 3 if figure.value < 1_000 else None), "unit": figure.unit}
    return entry if figure.aim is None else entry | {"aim": figure.aim}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
