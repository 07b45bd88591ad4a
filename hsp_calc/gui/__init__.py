"""The window. Qt is imported here and nowhere else."""

from hsp_calc.gui.app import main

__all__ = ["main"]
