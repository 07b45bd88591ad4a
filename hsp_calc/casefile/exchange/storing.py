"""Writing what a list comes to: all of it, or nothing."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hsp_calc.casefile.atomic import write_atomically
from hsp_calc.casefile.exchange.matching import ImportPlan
from hsp_calc.casefile.writing import save_case


def write_plan(plan: ImportPlan, told: Callable[[int], object] = lambda _count: None) -> None:
    """Write every case that is new or changed.

    Where one cannot be written, those written before are put back as they were, and the folder too.

    Args:
        plan: what to write.
        told: called with the number of cases written so far.

    Raises:
        InputError: a case could not be opened again.
        OSError: a case cannot be written.
    """
    was_there = plan.folder.is_dir()
    undo: list[Callable[[], object]] = []
    try:
        plan.folder.mkdir(parents=True, exist_ok=True)
        for count, planned in enumerate((p for p in plan.planned if p.is_written), start=1):
            undo.append(_undo(planned.path))
            save_case(planned.case, planned.path)
            told(count)
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        if not was_there:
            with suppress(OSError):
                plan.folder.rmdir()
        raise


def _undo(path: Path) -> Callable[[], object]:
    """What puts a file back as it is now."""
    if not path.exists():
        return lambda: path.unlink(missing_ok=True)
    content = path.read_bytes()
    return lambda: write_atomically(path, content)
