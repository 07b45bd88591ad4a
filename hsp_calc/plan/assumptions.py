"""What the points of another day take for granted: answers without a date, which nobody said were true on it."""

from collections.abc import Iterator
from datetime import date

from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import VOCABULARY, Profile
from hsp_calc.rules import CategoryRules


def assumed_on_day(profile: Profile, score: ScoreSheet, rules: CategoryRules, today: date) -> tuple[str, ...]:
    """The facts that give points, or pass a gate, on the day of a score, and whose answers bear no date.

    Args:
        profile: the person.
        score: the score of the person on the day that is meant.
        rules: the sheet of the table it was made with.
        today: the day on which the answers are known to be true; its score takes nothing for granted.

    Returns:
        The facts, in the order of the vocabulary.
    """
    if score.on == today:
        return ()
    undated = profile.undated_on(score.on, score.category)
    used = set(_facts_used(score, rules))
    return tuple(fact for fact in VOCABULARY if fact in undated and fact in used)


def _facts_used(score: ScoreSheet, rules: CategoryRules) -> Iterator[str]:
    """The facts that rows with points and gates passed ask for."""
    for line in score.counted:
        criterion = rules.criteria[line.criterion]
        yield from criterion.when
        yield from criterion.requires_facts
    passed = {gate.id for gate in score.gates if gate.passed}
    for gate in rules.gates:
        if gate.id in passed:
            yield from gate.when
