"""The answers of the guide as JSON objects: for programs, for the window and for print.

Every statement carries both languages, the ids of its sources and the day on which it was checked.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from hsp_calc.guide.activity import ActivityResult
from hsp_calc.guide.benefits import Benefits, Cell
from hsp_calc.guide.employer import EmployerContent
from hsp_calc.guide.statements import Statement
from hsp_calc.guide.underlying import Judged, UnderlyingResult
from hsp_calc.guide.weekly_hours import MINUTES_AN_HOUR, Day, Hours, Window
from hsp_calc.rules import Wording


def two_decimals(minutes: int) -> str:
    """Minutes in hours with two decimals, rounded half up: ``28.33``."""
    whole, part = divmod((minutes * 100 + MINUTES_AN_HOUR // 2) // MINUTES_AN_HOUR, 100)
    return f"{whole}.{part:02}"


def hours_data(hours: Hours) -> dict[str, object]:
    """Hours of work against the 28-hour rule, as scripts rely on it."""
    return {
        "limit": hours.limit_hours,
        "worst": None if hours.worst is None else _window(hours.worst),
        "over": [_window(window) for window in hours.over],
        "days_over": [_day(day) for day in hours.days_over],
    }


def underlying_data(result: UnderlyingResult) -> dict[str, object]:
    """Whether an activity fits the underlying status."""
    on = result.checked_on
    return {
        "status": result.status.value,
        "verdict": result.verdict and result.verdict.value,
        "said": statement_data(result.said, on),
        "points": [_judged(point, on) for point in result.points],
        "sheet": _judged(result.sheet, on),
        "technical_category": result.technical_category and _judged(result.technical_category, on),
        "documents": _statements(result.documents, on),
        "open": list(result.open),
        "notice": statement_data(result.notice, on),
    }


def activity_data(result: ActivityResult) -> dict[str, object]:
    """What another activity needs."""
    on = result.checked_on
    return {
        "outcome": result.outcome and result.outcome.value,
        "said": statement_data(result.said, on),
        "reasons": [{"id": name, **statement_data(said, on)} for name, said in result.reasons.items()],
        "conditions": [
            {"id": condition.id, "met": condition.met.value, **statement_data(condition.said, on)}
            for condition in result.conditions
        ],
        "documents": _statements(result.documents, on),
        "differences": _statements(result.differences, on),
        "open": list(result.open),
        "notice": statement_data(result.notice, on),
    }


def benefits_data(benefits: Benefits) -> dict[str, object]:
    """The comparison of the statuses; ``met`` is true, false or null (not known)."""
    on = benefits.checked_on
    return {
        "columns": [{"id": column.value, **_wording(title)} for column, title in benefits.columns.items()],
        "rows": [
            {"id": row.row.value, "title": _wording(row.title), "cells": [_cell(cell, on) for cell in row.cells]}
            for row in benefits.rows
        ],
        "remarks": _statements(benefits.remarks, on),
        "open": list(benefits.open),
        "notice": statement_data(benefits.notice, on),
    }


def employer_data(page: EmployerContent) -> dict[str, object]:
    """The employer's page."""
    on = page.checked_on
    return {
        "title": _wording(page.title),
        "sections": [
            {"id": name, "title": _wording(section.title), "statements": _named(section.statements, on)}
            for name, section in page.sections.items()
        ],
        "penalties": [
            {
                "years": penalty.years,
                "yen": penalty.yen,
                **statement_data(penalty, on),
            }
            for penalty in page.penalties
        ],
        "notice": statement_data(page.notice, on),
    }


def statement_data(said: Statement, checked_on: date) -> dict[str, object]:
    """A statement with its sources and the day on which it was checked."""
    dated = {"from": said.since and said.since.isoformat(), "to": said.until and said.until.isoformat()}
    return {
        "ja": said.ja,
        "en": said.en,
        "sources": list(said.sources),
        "certainty": said.certainty and said.certainty.value,
        **{name: day for name, day in dated.items() if day is not None},
        "checked_on": checked_on.isoformat(),
    }


def _judged(point: Judged, on: date) -> dict[str, object]:
    return {
        "id": point.id,
        "title": statement_data(point.rule, on),
        "verdict": point.verdict and point.verdict.value,
        "reason": {"id": point.reason, **statement_data(point.because, on)},
        "strengthens": _statements(point.rule.strengthens, on),
        "documents": _statements(point.documents, on),
        "open": list(point.open),
    }


def _cell(cell: Cell, on: date) -> dict[str, object]:
    return {
        "column": cell.column.value,
        "is_said": cell.is_said,
        "met": cell.met,
        **statement_data(cell.said, on),
        "conditions": [
            {"id": condition.id, "met": condition.met, **statement_data(condition.said, on)}
            for condition in cell.conditions
        ],
        "one_of": [
            {"id": condition.id, "met": condition.met, **statement_data(condition.said, on)}
            for condition in cell.one_of
        ],
    }


def _window(window: Window) -> dict[str, object]:
    return {"from": window.first.isoformat(), "to": window.last.isoformat(), "hours": _hours(window.minutes)}


def _day(day: Day) -> dict[str, object]:
    return {"date": day.day.isoformat(), "hours": _hours(day.minutes)}


def _hours(minutes: int) -> float:
    return float(two_decimals(minutes))


def _statements(statements: Iterable[Statement], on: date) -> list[dict[str, object]]:
    return [statement_data(said, on) for said in statements]


def _named(statements: Mapping[str, Statement], on: date) -> list[dict[str, object]]:
    return [{"id": name, **statement_data(said, on)} for name, said in statements.items()]


def _wording(words: Wording) -> dict[str, str]:
    return {"ja": words.ja, "en": words.en}
