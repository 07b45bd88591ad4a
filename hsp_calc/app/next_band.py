"""How far a number is from the next band that gives more points. Plain Python, no Qt."""

import math

from hsp_calc.app.case_session import CaseSession
from hsp_calc.facts import MONTHS_A_YEAR, Category, Experience
from hsp_calc.text import Translator


def next_band(editor: CaseSession, category: Category, fact: str, _: Translator) -> str:
    """What is missing to the next band of a number, in words; empty where none is above it, or nothing is given.

    Args:
        editor: the case.
        category: the sheet.
        fact: ``annual_salary_yen`` or ``experience_years``.
        _: the words.
    """
    facts = editor.facts
    value = facts.experience_in(category) if fact == "experience_years" else facts.annual_salary_yen
    if value is None:
        return ""
    now = editor.total_with(category)
    for bound in editor.bounds(category, fact):
        if bound <= value:
            continue
        given = Experience().with_years({category: float(bound)}) if fact == "experience_years" else bound
        gain = editor.total_with(category, **{fact: given}) - now
        if gain > 0:
            missing = bound - value
            in_words = _.yen(int(missing)) if fact == "annual_salary_yen" else _.duration(_whole_months(missing))
            return _("{missing} more: +{points}", missing=in_words, points=gain)
    return ""


def _whole_months(years: float) -> float:
    """Years, lengthened to whole months: a month begun is still to be worked to its end."""
    return math.ceil(round(years * MONTHS_A_YEAR, 6)) / MONTHS_A_YEAR
