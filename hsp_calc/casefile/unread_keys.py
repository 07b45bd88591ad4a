"""What a case holds that this version does not read: unknown fields, and sections that are malformed."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from hsp_calc.casefile.case import SECTIONS, Case
from hsp_calc.casefile.sections import FormEntries, UnreadSection
from hsp_calc.validation import Path, Problem, nearest


def not_read(case: Case) -> Iterator[Problem]:
    """Every malformed section and every unknown field of a case, each with its place; all of it is kept and saved."""
    for section in SECTIONS:
        kept = getattr(case, section.key)
        if isinstance(kept, UnreadSection):
            yield from kept.problems
    yield from _unknown_in(case, ())
    if isinstance(case.form, FormEntries) and case.form.rd.has_figures:
        yield Problem("figures_not_used", (FormEntries.key, "rd"))


def _unknown_in(value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, BaseModel):
        fields = {field.alias or name: name for name, field in type(value).model_fields.items()}
        for name in value.model_extra or ():
            yield Problem("unknown_field_kept", (*path, name), {"name": name, "nearest": nearest(name, fields)})
        for name, attribute in fields.items():
            yield from _unknown_in(getattr(value, attribute), (*path, name))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _unknown_in(item, (*path, str(name)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _unknown_in(item, (*path, index))
