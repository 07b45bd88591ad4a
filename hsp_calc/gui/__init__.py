"""The window. Qt is imported here and nowhere else."""

# First what has no Qt in it: PySide6 looks at every import after its own, and makes each a third slower.
import hsp_calc.app.case_session
import hsp_calc.app.comparison
import hsp_calc.app.data
import hsp_calc.app.dated_changes
import hsp_calc.app.sheet_layout
import hsp_calc.app.unread_texts
import hsp_calc.casefile.recovery
import hsp_calc.text.score_table
import hsp_calc.text.typed  # noqa: F401
from hsp_calc.gui.shell.application import main

__all__ = ["main"]
