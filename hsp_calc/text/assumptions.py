"""What a form of another day takes for granted, in words."""

from collections.abc import Iterable
from datetime import date

from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Facts
from hsp_calc.plan.change_days import value_of
from hsp_calc.plan.possible_changes import shown
from hsp_calc.text.labels import fact_label
from hsp_calc.text.plan_text import answer_text
from hsp_calc.text.translator import Translator


def assumed_answers(assumed: Iterable[str], facts: Facts, score: ScoreSheet, _: Translator) -> list[str]:
    """Each fact that is taken for granted, with its answer; a yes says nothing that its name does not."""
    said = []
    for fact in assumed:
        name, answer = fact_label(fact, _), shown(value_of(facts, fact, score.category, score.on))
        if answer is not True:
            name = _("{place}: {sentence}", place=name, sentence=answer_text(fact, answer, _))
        said.append(name)
    return said


def assumed_sentence(on: date, answers: Iterable[str], today: date, _: Translator) -> str:
    """What a form of a day takes for granted, and how to be sure of it."""
    if on < today:
        return _(
            "The points of {day} assume that these answers, which have no date, were already true on that "
            "day: {answers}. Enter since when they have been true, and enter periods of work instead of "
            "years of experience.",
            day=_.day(on),
            answers=_("; ").join(answers),
        )
    return _(
        (
            "The points of {day} assume that these answers, which have no date, will still be true on that day: "
            "{answers}."
        ),
        day=_.day(on),
        answers=_("; ").join(answers),
    )
