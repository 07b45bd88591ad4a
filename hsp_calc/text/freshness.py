"""Whether data were compared with their sources too long ago to be relied on, kind by kind."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.text.translator import N_, Translator

FRESH_FOR = timedelta(days=180)


class CheckedKind(StrEnum):
    """A kind of data that has a day on which it was last checked."""

    RULES = "rules"
    GUIDELINE = "guideline"
    FEES = "fees"
    DOCUMENTS = "documents"
    UNIVERSITIES = "universities"
    EXAMS = "exams"
    BENEFITS = "benefits"
    GUIDE = "guide"
    HELP = "help"
    SOURCES = "sources"


_NAMES = MappingProxyType(
    {
        CheckedKind.RULES: N_("rule table"),
        CheckedKind.GUIDELINE: N_("permanent residence"),
        CheckedKind.FEES: N_("fees"),
        CheckedKind.DOCUMENTS: N_("documents"),
        CheckedKind.UNIVERSITIES: N_("universities"),
        CheckedKind.EXAMS: N_("exams and qualifications"),
        CheckedKind.BENEFITS: N_("benefits"),
        CheckedKind.GUIDE: N_("guide"),
        CheckedKind.HELP: N_("help and definitions"),
        CheckedKind.SOURCES: N_("sources"),
    }
)


def checked_label(kind: CheckedKind, _: Translator) -> str:
    """What a kind of data is called."""
    return _(_NAMES[kind])


def stale_notice(checked: Mapping[CheckedKind, date], today: date, _: Translator) -> str | None:
    """Which data were checked too long ago to be relied on; None while all are recent.

    Args:
        checked: when each kind of data was last compared with its sources.
        today: the day on which they are relied on.
        _: the language.
    """
    old = {kind: day for kind, day in checked.items() if today - day > FRESH_FOR}
    if not old:
        return None
    named = _.listed(
        _("{name} ({detail})", name=checked_label(kind, _), detail=_.day(day)) for kind, day in old.items()
    )
    return _(
        "Last checked more than {count} days ago: {named}. Look for changes of the law before relying on them.",
        count=FRESH_FOR.days,
        named=named,
    )
