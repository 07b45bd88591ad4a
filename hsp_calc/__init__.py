"""HSP Calc: the points of Japan's Highly Skilled Professional (高度専門職) status.

Other programs use it as a library: ``from hsp_calc import score``. What they may rely on is in ``hsp_calc.api``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hsp_calc.api import (
        Advice,
        Case,
        Category,
        Checklist,
        Facts,
        GateResult,
        InputError,
        Line,
        NoTableError,
        Person,
        Plan,
        Problem,
        Residence,
        RuleTable,
        ScoreSheet,
        Segment,
        Status,
        Tables,
        UnknownTableError,
        advise,
        checklist,
        explain,
        form_pdf,
        load_case,
        load_cases,
        make_plan,
        score,
        tables,
        timeline,
    )

__version__ = "0.1.0"

__all__ = [
    "Advice",
    "Case",
    "Category",
    "Checklist",
    "Facts",
    "GateResult",
    "InputError",
    "Line",
    "NoTableError",
    "Person",
    "Plan",
    "Problem",
    "Residence",
    "RuleTable",
    "ScoreSheet",
    "Segment",
    "Status",
    "Tables",
    "UnknownTableError",
    "advise",
    "checklist",
    "explain",
    "form_pdf",
    "load_case",
    "load_cases",
    "make_plan",
    "score",
    "tables",
    "timeline",
]


def __getattr__(name: str) -> object:
    """A name of the library, imported when it is first asked for: the program itself starts without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hsp_calc import api  # noqa: PLC0415

    return getattr(api, name)
