"""A case as the JSON of its file."""

import json
from typing import Any

from hsp_calc import limits
from hsp_calc.casefile.case import SECTIONS, Case
from hsp_calc.casefile.sections import UnreadSection
from hsp_calc.casefile.strict_json import unmeant
from hsp_calc.facts import Category, DatedFacts, Facts, WorkPeriod
from hsp_calc.validation import InputError

_MOST_WRITTEN_WHOLE = 10**15
_LARGEST_INDENTED = limits.FILE_BYTES // 4
"""Bytes up to which a file is laid out for people; beyond, indentation would take the room of the content."""
_WRITTEN_WHEN_KNOWN = (
    "scenarios",
    "pay",
    "permanent_residence",
    "matter",
    "scored_under",
    "unread",
    "checklist_set_aside",
    *(section.key for section in SECTIONS),
)


def case_data(case: Case) -> dict[str, Any]:
    """A case as the JSON object that its file holds."""
    data: dict[str, Any] = case.model_dump(mode="json", by_alias=True)
    _write_history(data["history"], case.history)
    for written, scenario in zip(data["scenarios"], case.scenarios, strict=True):
        _write_history(written["history"], scenario.history)
        if not scenario.unread:
            del written["unread"]
    for written, period in zip(data["experience"], case.experience, strict=True):
        _write_period(written, period)
    residence = data["applicant"]["residence"]
    if (years := residence["period_years"]) is not None:
        residence["period_years"] = _number(years)
    if not residence["earlier"]:
        del residence["earlier"]
    if case.permanent_residence is not None:
        data["permanent_residence"] = case.permanent_residence.model_dump(mode="json", exclude_none=True)
    for name in _WRITTEN_WHEN_KNOWN:
        if not data[name] and not isinstance(getattr(case, name), UnreadSection):
            del data[name]
    return data


def _write_period(written: dict[str, Any], period: WorkPeriod) -> None:
    written["categories"] = sorted(period.categories)
    for name in ("kind", "proven"):
        if written[name] is None:
            del written[name]


def _write_history(written: list[dict[str, Any]], history: tuple[DatedFacts, ...]) -> None:
    for entry, dated in zip(written, history, strict=True):
        facts = entry["facts"] = dated.facts.written()
        if dated.since is not None:
            _write_nulls(facts, dated.facts)
        match facts.get("experience_years"):
            case dict(years):
                facts["experience_years"] = {
                    name: None if value is None else _number(value) for name, value in years.items()
                }
            case int() | float() as years:
                facts["experience_years"] = _number(years)


def _write_nulls(written: dict[str, Any], facts: Facts) -> None:
    """Write what is not answered from a day on; on days before, it may be."""
    for name in Facts.model_fields:
        if name in facts.model_fields_set and getattr(facts, name) is None:
            written[name] = None
    years = facts.experience_years
    if years is not None and (open_ones := years.cleared):
        known = {category.value: years.within(category) for category in Category}
        answered = {name: value for name, value in known.items() if value is not None}
        written["experience_years"] = answered | dict.fromkeys(category.value for category in open_ones)


def case_bytes(case: Case) -> bytes:
    """A case as the content of its file: JSON in UTF-8, to be read by people too.

    Raises:
        InputError: a text has characters that could not be read again.
    """
    data = case_data(case)
    if problems := list(unmeant(data)):
        raise InputError(problems)
    content = json.dumps(data, ensure_ascii=False, indent=2).encode()
    if len(content) >= _LARGEST_INDENTED:
        del content  # before the next is made: the largest files need no more memory than they must
        content = json.dumps(data, ensure_ascii=False).encode()
    return content + b"\n"


def _number(value: float) -> float:
    """A number as people write it: whole where it is whole, and never with more digits than are read again."""
    return int(value) if float(value).is_integer() and abs(value) < _MOST_WRITTEN_WHOLE else float(value)
