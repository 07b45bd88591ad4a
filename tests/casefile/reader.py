"""Reads the files that are named on standard input, and says of each how it ended, how long it took, and the memory.

Each line is a JSON list of the kind (``case`` or ``list``) and the path; each answer is a JSON object on a line.
"""

import contextlib
import json
import signal
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import FrameType

from hsp_calc.casefile import case_bytes, load, parse_json, read_case
from hsp_calc.casefile.exchange import How, import_persons
from hsp_calc.text import Translator, describe_error
from hsp_calc.validation import InputError
from tests.casefile.damage import PASSWORD

LONGEST_SECONDS = 20
_LARGEST_COMPARED = 1024**2
DAY = date(2026, 11, 22)
_WORDS = [Translator.load("ja"), Translator.load("en")]
_STATUS, _REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class HangError(BaseException):
    """A file took longer than any may."""


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        kind, path = json.loads(line)
        _forget_peak()
        began = time.perf_counter()
        end = failure = ""
        try:
            with _limited():
                end = _end(kind, path)
        except (Exception, HangError) as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            end, failure = type(error).__name__, f"{type(error).__name__}: {error}"[:300]
        seconds = round(time.perf_counter() - began, 2)
        result = {"end": end, "failure": failure, "seconds": seconds, "megabytes": _peak_megabytes()}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


def _end(kind: str, path: str) -> str:
    """How reading a file ends; anything but a case and a clear error is let through."""
    try:
        if kind == "list":
            import_persons(path, How(DAY))
            return "list imported"
        loaded = load(path, PASSWORD)
    except InputError as error:
        if not all(sentence.encode() for words in _WORDS for sentence in describe_error(error, words)):
            raise AssertionError("a refusal without words") from error
        return f"{kind}: {error.problems[0].code}"
    except OSError as error:
        return f"{kind}: {type(error).__name__}"
    if Path(path).stat().st_size > _LARGEST_COMPARED:
        return "case loaded"
    for case in loaded.cases[:3]:
        again = read_case(parse_json(case_bytes(case)))
        if case_bytes(again) != case_bytes(case):
            raise AssertionError("saved, it is another")
    return "case loaded"


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Within it nothing takes longer than any file may; where the system has no timers, nothing is limited.

    What counts is the time of this process: on a busy machine the clock runs on while others are served.
    """

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise HangError

    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _forget_peak() -> None:
    """Have the system count the peak of the memory from now on, as far as it can."""
    with contextlib.suppress(OSError):
        _REFERENCES.write_text("5", encoding="ascii")


def _peak_megabytes() -> int | None:
    """The most memory that this process had; None where the system does not say."""
    if not _STATUS.exists():
        return None
    (line,) = (line for line in _STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
