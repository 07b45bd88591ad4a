"""What stands in the calendar for a date that matters: whose it is, and what happens."""

from hsp_calc.casefile import Applicant
from hsp_calc.plan.events import Event
from hsp_calc.plan.guideline import Guideline
from hsp_calc.plan.plan import Plan
from hsp_calc.text.plan_text import event_text
from hsp_calc.text.translator import Language, Translator


def calendar_entry(
    event: Event, plan: Plan, guideline: Guideline, applicant: Applicant, _: Translator, *, what_if: str | None = None
) -> tuple[str, str]:
    """The heading and the text of an entry.

    Args:
        event: the date.
        plan: the plan that it is of.
        guideline: the routes to permanent residence.
        applicant: whose name the heading begins with.
        _: the words.
        what_if: the scenario that the plan is of.
    """
    heading, text = event_text(event, plan, guideline, _)
    names = [name for name in (applicant.name.strip(), applicant.name_ja.strip()) if name]
    if names:
        name = names[-1] if _.language == Language.JA else names[0]
        heading = _("{place}: {sentence}", place=name, sentence=heading)
    if what_if is not None:
        heading = _("What-if “{name}”: {sentence}", name=what_if, sentence=heading)
    return heading, text
