"""What to tell before a form is written: what it takes for granted, and what it lacks or contradicts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Facts
from hsp_calc.output.form_entries import FormOptions
from hsp_calc.output.form_set import FormOfRoute, options_of_form
from hsp_calc.output.gaps import FormGap, form_gaps
from hsp_calc.plan.assumptions import assumed_on_day
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator
from hsp_calc.text.assumptions import assumed_answers, assumed_sentence


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What a form takes for granted and lacks.

    Attributes:
        score: what it shows.
        facts: of its day.
        assumed: the facts that give points on its day although their answers bear no date.
        gaps: what it lacks beside its ticks, or what contradicts them.
    """

    score: ScoreSheet
    facts: Facts
    assumed: tuple[str, ...]
    gaps: tuple[FormGap, ...]

    @property
    def on(self) -> date:
        """The day whose points the form shows."""
        return self.score.on

    def assumed_answers(self, _: Translator) -> list[str]:
        """Each fact that is taken for granted, with its answer."""
        return assumed_answers(self.assumed, self.facts, self.score, _)


def check_form(case: Case, score: ScoreSheet, *, table: RuleTable, options: FormOptions, today: date) -> FormCheck:
    """What the form of a score takes for granted and lacks.

    Args:
        case: who applies.
        score: the score, under ``table``.
        table: the rules.
        options: what the form is filled in with beside the score.
        today: the day on which undated answers are known to be true.

    Raises:
        InputError: what the case keeps of the institution is malformed.
    """
    profile, rules = case.profile(), table.categories[score.category]
    facts = profile.facts_on(score.on)
    assumed = assumed_on_day(profile, score, rules, today)
    return FormCheck(score, facts, assumed, form_gaps(case, facts, score, rules, options))


def check_forms(
    case: Case, forms: Iterable[FormOfRoute], *, options: FormOptions, today: date
) -> tuple[FormCheck, ...]:
    """The same for each form of a route to permanent residence."""
    return tuple(
        check_form(case, form.score, table=form.table, options=options_of_form(form, options), today=today)
        for form in forms
    )


def check_sentences(checks: Iterable[FormCheck], today: date, _: Translator) -> Iterator[str]:
    """What to tell before forms are written, each sentence once."""
    told: set[str] = set()
    for check in checks:
        sentences = [gap.describe(_) for gap in check.gaps]
        if check.assumed:
            sentences.insert(0, assumed_sentence(check.on, check.assumed_answers(_), today, _))
        for sentence in sentences:
            if sentence not in told:
                told.add(sentence)
                yield sentence
