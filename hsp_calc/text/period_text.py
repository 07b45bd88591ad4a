"""What a period of work is, and whether it counts, in words."""

from types import MappingProxyType

from hsp_calc.facts import PeriodKind, WorkPeriod
from hsp_calc.text.translator import N_, Translator

_KINDS = MappingProxyType(
    {
        PeriodKind.WORK: N_("Work"),
        PeriodKind.PART_TIME_AT_SCHOOL: N_("Part-time work while at school"),
        PeriodKind.STUDY: N_("Study"),
    }
)


def period_kind_label(kind: PeriodKind, _: Translator) -> str:
    """What was done in a period."""
    return _(_KINDS[kind])


def period_verdict(period: WorkPeriod, _: Translator) -> str:
    """Whether a period counts, and why."""
    if period.kind is PeriodKind.STUDY:
        return _("✕ Does not count: study is no practical experience.")
    if period.kind is PeriodKind.PART_TIME_AT_SCHOOL:
        return _("? Left out: whether part-time work while at school counts is open. Ask the immigration office.")
    if period.proven is False:
        return _("✕ Does not count: it cannot be proved.")
    if period.proven is None:
        return _("✓ Counted as entered; answer whether it can be proved.")
    return _("✓ Counts: the employer certifies it.")
