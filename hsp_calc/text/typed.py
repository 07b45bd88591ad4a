"""Why a typed text is not read, and how to write it."""

from collections.abc import Mapping
from types import MappingProxyType

from hsp_calc.parsing import Doubt, Meaning, NotUnderstoodError
from hsp_calc.text.error_messages import seen
from hsp_calc.text.translator import N_, Translator

_LONGEST = 40

_IS_NONE: Mapping[Meaning | None, str] = MappingProxyType(
    {
        Meaning.YEN: N_("“{typed}” cannot be read as an amount in yen."),
        Meaning.COUNT: N_("“{typed}” cannot be read as a whole number."),
        Meaning.DAY: N_("“{typed}” cannot be read as a date."),
        Meaning.YEARS: N_("“{typed}” cannot be read as a length of time."),
        Meaning.TIME: N_("“{typed}” cannot be read as a time."),
        Meaning.HOURS: N_("“{typed}” cannot be read as hours per week."),
        None: N_("“{typed}” cannot be read."),
    }
)
_DOUBTS: Mapping[Doubt, str] = MappingProxyType(
    {
        Doubt.COMMA: N_("“{typed}”: commas can only separate groups of three digits; use a point for decimals."),
        Doubt.POINT: N_("“{typed}”: separate groups of three digits by commas, not points."),
        Doubt.QUALIFIER: N_("“{typed}”: with “{part}” the figure is not clear; enter the figure alone."),
        Doubt.RANGE: N_("“{typed}” contains more than one figure; enter one."),
        Doubt.TOO_LARGE: N_("“{typed}” is too large."),
        Doubt.NO_SUCH_DAY: N_("“{typed}” is not a valid date."),
    }
)
_FRACTIONS: Mapping[Meaning | None, str] = MappingProxyType(
    {
        Meaning.YEN: N_("“{typed}” is not a whole number of yen."),
        Meaning.COUNT: N_("“{typed}” is not a whole number."),
        Meaning.TIME: N_("“{typed}” has seconds; enter times in whole minutes."),
    }
)
_EXAMPLES: Mapping[Meaning | None, str] = MappingProxyType(
    {
        Meaning.YEN: N_("Enter for example 8,200,000, 820万 or 8.2M."),
        Meaning.COUNT: N_("Enter for example 300 or 1,200."),
        Meaning.DAY: N_("Enter for example 2026-11-01, 2026/11/1 or 令和8年11月1日."),
        Meaning.YEARS: N_("Enter for example 5, 5.5, 5y 6m or 5年6か月."),
        Meaning.TIME: N_("Enter for example 9:30, 18:00 or 25:30."),
        Meaning.HOURS: N_("Enter for example 28, 27.5 or 28h."),
    }
)


def why_not_read(error: NotUnderstoodError, _: Translator) -> str:
    """What was typed, why it is not read, and how to write it."""
    if error.doubt is Doubt.UNLIKELY:
        return _hardly_paid(error, _)
    reason = _DOUBTS.get(error.doubt) or _IS_NONE[error.meaning]
    if error.doubt is Doubt.FRACTION:
        reason = _FRACTIONS.get(error.meaning, reason)
    said = _(reason, typed=seen(error.typed[:_LONGEST]), part=error.part)
    example = _EXAMPLES.get(error.meaning)
    return said if example is None else _("{first} {second}", first=said, second=_(example))


def _hardly_paid(error: NotUnderstoodError, _: Translator) -> str:
    """Of an amount that is hardly a yearly pay, what it says and what is probably meant."""
    typed = seen(error.typed[:_LONGEST])
    if error.meant is None:
        return _("“{typed}” is unlikely as the pay of a year. Enter the yen for the whole year.", typed=typed)
    return _("“{typed}” is unlikely as the pay of a year. Do you mean {yen}?", typed=typed, yen=_.yen(error.meant))
