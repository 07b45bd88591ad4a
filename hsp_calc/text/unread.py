"""What could not be read of what was typed into a case: which field, what was typed, and how to write it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from hsp_calc.casefile import Case, UnreadText
from hsp_calc.facts import Category
from hsp_calc.parsing import NotUnderstoodError, read_day, read_pay, read_years
from hsp_calc.text.error_messages import seen
from hsp_calc.text.labels import fact_label, short_name
from hsp_calc.text.translator import N_, Translator
from hsp_calc.text.typed import why_not_read

_READERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "annual_salary_yen": read_pay,
        "experience_years": read_years,
        "date_of_birth": read_day,
        "residence.arrived": read_day,
        "residence.since": read_day,
        "residence.expires": read_day,
        "residence.period_years": read_years,
        "condition": read_day,
        "paper": read_day,
        "checklist": read_day,
        "support": read_day,
    }
)
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "residence.arrived": N_("Lives in Japan since"),
        "residence.since": N_("Status held since"),
        "residence.expires": N_("Last day of the period of stay"),
        "residence.period_years": N_("Period of stay (years)"),
    }
)
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "residence": N_("Residence"),
        "condition": N_("Permanent residence"),
        "guide": N_("Status guide"),
        "documents": N_("Documents"),
        "checklist": N_("Documents"),
    }
)


def field_label(field: str, _: Translator) -> str:
    """What the field of an unread text is called; of one that has no name of its own, where it stands."""
    name, _dot, part = field.partition(".")
    if name in {"annual_salary_yen", "date_of_birth"}:
        return fact_label(name, _)
    if name == "experience_years":
        category = next((category for category in Category if category.value == part), None)
        label = fact_label(name, _)
        return label if category is None else f"{label} – {short_name(category, _)}"
    if field in _LABELS:
        return _(_LABELS[field])
    return _(_PLACES.get(name, N_("Look-up")))


def unread_sentence(text: UnreadText, _: Translator, *, scenario: str | None = None) -> str:
    """Which field could not be read, what was typed there, and how to write it.

    Args:
        text: what was typed.
        scenario: the name of the scenario that it belongs to.
    """
    label = field_label(text.field, _)
    if scenario is not None:
        label = _("{name} ({detail})", name=label, detail=seen(scenario))
    return _("{field} could not be read: {reason}", field=label, reason=_reason(text, _))


def unread_sentences(case: Case, _: Translator) -> Iterator[str]:
    """A sentence for every text of a case that could not be read."""
    for scenario, text in case.unread_texts():
        name = None if scenario is None else case.scenarios[scenario].name
        yield unread_sentence(text, _, scenario=name)


def _reason(text: UnreadText, _: Translator) -> str:
    read = _READERS.get(text.field) or _READERS.get(text.field.partition(".")[0])
    try:
        if read is not None:
            read(text.text)
    except NotUnderstoodError as error:
        return why_not_read(error, _)
    return why_not_read(NotUnderstoodError(text.text), _)
