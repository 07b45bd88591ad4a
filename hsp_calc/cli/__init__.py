"""The command line: one module a command, and what they share."""

from hsp_calc.cli.program import COMMANDS, main

__all__ = ["COMMANDS", "main"]
