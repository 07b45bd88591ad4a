"""Whole processes; those of Python as an installation runs them: with compiled modules kept from the run before."""

import os
import subprocess
import sys
import time
from pathlib import Path

_UNKEPT = "PYTHONDONTWRITEBYTECODE"
BEGUN = "HSP_CALC_BENCH_BEGUN"
"""Where a program finds when it was started, in seconds since the epoch."""


def run_python(*arguments: str) -> tuple[float, str]:
    """How long Python took, in milliseconds, and what it wrote."""
    return run(sys.executable, *arguments)


def run(*command: str | Path) -> tuple[float, str]:
    """How long a program took, in milliseconds, and what it wrote."""
    environment = {name: value for name, value in os.environ.items() if name != _UNKEPT}
    environment[BEGUN] = str(time.time())
    begin = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", env=environment)
    return (time.perf_counter() - begin) * 1_000, done.stdout.strip()
