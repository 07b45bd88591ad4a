"""Conditions in three values: yes, no, and not answered (None)."""

from collections.abc import Mapping

from hsp_calc.rules.table_model import Test

Value = bool | str | float | frozenset[str]
"""What a fact may be when it is answered."""


def outcome(test: Test, value: Value | None) -> bool | None:
    """Whether a fact passes a test; None if it is not answered."""
    if value is None:
        return None
    if isinstance(value, frozenset):
        return not value.isdisjoint(test.values)
    if isinstance(value, bool):
        return value == test.is_
    if isinstance(value, str):
        return value in test.values
    return (test.at_least is None or value >= test.at_least) and (test.below is None or value < test.below)


def holds(condition: Mapping[str, Test], facts: Mapping[str, Value | None]) -> bool | None:
    """Whether all tests pass: no if one fails, else not known if one is not known."""
    outcomes = [outcome(test, facts[fact]) for fact, test in condition.items()]
    if False in outcomes:
        return False
    return None if None in outcomes else True
