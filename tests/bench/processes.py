"""Whole processes of Python, as an installation runs them: with compiled modules kept from the run before."""

import os
import subprocess
import sys
import time

_UNKEPT = "PYTHONDONTWRITEBYTECODE"


def run_python(*arguments: str) -> tuple[float, str]:
    """How long a process took, in milliseconds, and what it wrote."""
    environment = {name: value for name, value in os.environ.items() if name != _UNKEPT}
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    return (time.perf_counter() - begin) * 1_000, done.stdout.strip()
