"""How sure the program is of what it says."""

from enum import StrEnum


class Certainty(StrEnum):
    """How sure a statement is."""

    CERTAIN = "certain"
    """The official text was read."""
    HIGH = "high"
    MEDIUM = "medium"
    REPORTED = "reported"
    """Others report it; the final text was not read."""
    OPEN = "open"
    """No official text says it."""
