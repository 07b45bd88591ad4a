"""The window. Qt is imported here and nowhere else."""

# First what has no Qt in it: PySide6 looks at every import after its own, and makes each a third slower.
import hsp_calc.casefile.recovery
import hsp_calc.engine
import hsp_calc.text  # noqa: F401
from hsp_calc.gui.shell.application import main

__all__ = ["main"]
