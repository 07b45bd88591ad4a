"""The verdict on the underlying status, as it stands beside the points. Plain Python, no Qt."""

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import GuideAnswers, UnderlyingAnswers
from hsp_calc.facts import Category, Facts
from hsp_calc.guide.underlying import judge_underlying
from hsp_calc.guide.underlying_content import UnderlyingContent, Verdict
from hsp_calc.text import Translator
from hsp_calc.text.guide_text import verdict_label
from hsp_calc.validation import InputError

ROLES = {Verdict.FITS: "good", Verdict.DOUBTFUL: "warn", Verdict.DOES_NOT_FIT: "bad", None: "muted"}
"""The colour of a verdict."""


def standing(case: Case, facts: Facts, category: Category, page: UnderlyingContent, _: Translator) -> tuple[str, str]:
    """The verdict in words, and the role of its colour.

    Args:
        case: keeps the answers.
        facts: what is true on the day, in the scenario in view.
        category: the open one, whose work the years of experience are in.
        page: what the guide asks and says.
        _: the words.
    """
    try:
        given = case.section(GuideAnswers).underlying
    except InputError:
        return _("Ordinary work status: the answers cannot be read"), "bad"
    if given == UnderlyingAnswers():
        return _("Ordinary work status: not checked yet"), "muted"
    verdict = judge_underlying(given.with_known(UnderlyingAnswers.known_from(facts, category)), page).verdict
    return _("Ordinary work status: {verdict}", verdict=verdict_label(verdict, _)), ROLES[verdict]
