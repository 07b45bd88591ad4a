"""Whether the sheets follow what the desk found. Plain Python, no Qt."""

from typing import Any

from hsp_calc.facts import Facts


def followed(facts: Facts, before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The facts that follow a change at the desk: those that are not answered, or said what the desk said before.

    An answer that was given otherwise stays; the page tells of the difference, and offers to enter what it found.

    Args:
        facts: what the sheets say.
        before: what the desk found before the change, by fact; None where it found nothing.
        now: what it finds since.
    """
    return {name: value for name, value in now.items() if getattr(facts, name) in {None, before[name]}}


def differing(facts: Facts, found: dict[str, Any]) -> tuple[str, ...]:
    """The facts of which the sheets say something else than the desk; where that found nothing, nothing differs."""
    return tuple(name for name, value in found.items() if value is not None and getattr(facts, name) != value)
