"""What two states of a case say differently, in words."""

import json
from collections.abc import Iterable, Iterator

from hsp_calc.casefile.differences import Difference
from hsp_calc.text.error_messages import seen
from hsp_calc.text.labels import ANSWERS, FACTS, answer_label, fact_label
from hsp_calc.text.translator import Translator
from hsp_calc.validation import place

_LONGEST = 200


def difference_lines(found: Iterable[Difference], _: Translator) -> Iterator[str]:
    """A line for each place, with what the first state says and what the second does."""
    for difference in found:
        before, after = (_written(difference, value, _) for value in (difference.before, difference.after))
        yield _("{place}: {before} → {after}", place=_place(difference, _), before=before, after=after)


def _place(difference: Difference, _: Translator) -> str:
    """The place by the name of its fact where it is one, and as it stands in the file."""
    at, name = seen(place(difference.path)), _fact(difference)
    return at if name is None else _("{name} ({place})", name=fact_label(name, _), place=at)


def _fact(difference: Difference) -> str | None:
    return next((step for step in reversed(difference.path) if isinstance(step, str) and step in FACTS), None)


def _written(difference: Difference, value: object, _: Translator) -> str:
    if value is None:
        return _("nothing")
    name = _fact(difference)
    if name is not None and difference.path[-1] == name:
        if isinstance(value, bool) or (isinstance(value, str) and value in ANSWERS.get(name, {})):
            return answer_label(name, value, _)
        if name == "annual_salary_yen" and isinstance(value, int):
            return _.yen(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return seen(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or "“”"
