"""The speed of the command line: whole processes, in milliseconds."""

import statistics
from collections.abc import Iterator

from hsp_calc.locations import resources
from tests.bench.processes import run_python
from tests.bench.registry import Figure, benchmark

_RUNS = 9
SCORE_AIM = 150
_SAMPLE = str(resources() / "samples" / "engineer.hspcase")
_COMMANDS: dict[str, tuple[tuple[str, ...], float | None]] = {
    "command.python": (("-c", "pass"), None),
    "command.import": (("-c", "import hsp_calc.cli"), None),
    "command.score": (("-m", "hsp_calc", "score", _SAMPLE), SCORE_AIM),
}
"""Each with what Python is started with, and its aim."""


@benchmark
def commands() -> Iterator[Figure]:
    """Python alone, with the command line imported, and a score from begin to end; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for arguments, _aim in _COMMANDS.values():
        run_python(*arguments)
    for _round in range(_RUNS):
        for name, (arguments, _aim) in _COMMANDS.items():
            times[name].append(run_python(*arguments)[0])
    for name, (_arguments, aim) in _COMMANDS.items():
        yield Figure(name, statistics.median(times[name]), "ms", aim)
