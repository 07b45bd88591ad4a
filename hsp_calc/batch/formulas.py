"""Formulas in two values over what is answered, from which the rows of a table become SQL.

An unanswered fact is neither yes nor no: ``Answered(fact, test, True)`` holds where the fact passes the test,
``Answered(fact, test, False)`` where it fails it, and neither holds where it is not answered (SQL's NULL). All else is
ordinary logic, so that no formula is ever NULL itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hsp_calc.facts import VOCABULARY, FactKind
from hsp_calc.rules import Value
from hsp_calc.rules.conditions import outcome
from hsp_calc.rules.table_model import Test


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether a fact is answered and passes a test, or is answered and fails it."""

    fact: str
    test: Test
    passes: bool

    def given(self, facts: Mapping[str, Value | None]) -> "Formula":
        """The formula where some facts are known; None among them is not answered."""
        if self.fact not in facts:
            return self
        return YES if outcome(self.test, facts[self.fact]) is self.passes else NO

    def predicate(self, column: str) -> str:
        """The formula as a predicate of SQL, which is NULL where the fact is not answered.

        Args:
            column: the column of the fact; of a list, the beginning of the names of its columns.
        """
        predicate = _predicate(self.test, column)
        return predicate if self.passes else f"NOT ({predicate})"


@dataclass(frozen=True, slots=True)
class All:
    """Whether every one of some formulas holds."""

    of: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Whether one of some formulas holds."""

    of: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whether a formula does not hold."""

    of: "Formula"


Formula = Answered | All | Any | Not
YES, NO = All(()), Any(())


def both(formulas: Iterable[Formula]) -> Formula:
    """All of some formulas, simplified."""
    kept: dict[Formula, None] = {}
    for formula in formulas:
        if formula == NO:
            return NO
        kept |= dict.fromkeys(formula.of if isinstance(formula, All) else (formula,))
    return next(iter(kept)) if len(kept) == 1 else All(tuple(kept))


def either(formulas: Iterable[Formula]) -> Formula:
    """Any of some formulas, simplified."""
    kept: dict[Formula, None] = {}
    for formula in formulas:
        if formula == YES:
            return YES
        kept |= dict.fromkeys(formula.of if isinstance(formula, Any) else (formula,))
    return next(iter(kept)) if len(kept) == 1 else Any(tuple(kept))


def negated(formula: Formula) -> Formula:
    """The opposite of a formula, simplified."""
    if formula == YES:
        return NO
    if formula == NO:
        return YES
    return formula.of if isinstance(formula, Not) else Not(formula)


def passes(condition: Mapping[str, Test]) -> Formula:
    """Whether every fact of a condition is answered and passes its test."""
    return both(Answered(fact, test, passes=True) for fact, test in condition.items())


def fails(condition: Mapping[str, Test]) -> Formula:
    """Whether a fact of a condition is answered and fails its test."""
    return either(Answered(fact, test, passes=False) for fact, test in condition.items())


def given(formula: Formula, facts: Mapping[str, Value | None]) -> Formula:
    """A formula where some facts are known, simplified; None among them is not answered."""
    match formula:
        case Answered():
            return formula.given(facts)
        case All(of):
            return both(given(part, facts) for part in of)
        case Any(of):
            return either(given(part, facts) for part in of)
        case Not(of):
            return negated(given(of, facts))


def as_sql(formula: Formula, columns: Mapping[str, str], *, as_when: bool = False) -> str:
    """A formula in SQL.

    Args:
        formula: what to say.
        columns: the column of each fact.
        as_when: whether it stands after ``WHEN``, which takes NULL for false, so that it may be NULL.
    """
    match formula:
        case Answered():
            predicate = formula.predicate(columns[formula.fact])
            if not as_when:
                return f"COALESCE({predicate}, FALSE)"
            return f"({predicate})" if " OR " in predicate or " AND " in predicate else predicate
        case Not(of):
            return f"NOT ({as_sql(of, columns)})"
        case All(of):
            return " AND ".join(_grouped(part, columns, as_when=as_when) for part in of) or "TRUE"
        case Any(of):
            return " OR ".join(_grouped(part, columns, as_when=as_when) for part in of) or "FALSE"


def _grouped(formula: Formula, columns: Mapping[str, str], *, as_when: bool) -> str:
    text = as_sql(formula, columns, as_when=as_when)
    return f"({text})" if isinstance(formula, All | Any) else text


def _predicate(test: Test, column: str) -> str:
    """A test as a predicate that is NULL where the column is."""
    match test.kind:
        case FactKind.FLAG:
            return column if test.is_ is True else f"NOT {column}"
        case FactKind.CHOICE:
            return f"{column} IN ({', '.join(_quoted(value) for value in test.values)})"
        case FactKind.CHOICES:
            return " OR ".join(f"{column}_{value}" for value in test.values)
        case _:
            bounds = [f"{column} >= {test.at_least}"] if test.at_least is not None else []
            bounds += [f"{column} < {test.below}"] if test.below is not None else []
            return " AND ".join(bounds)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def is_answered(fact: str, column: str, *, answered: bool = True) -> str:
    """SQL for whether a fact is answered, or is not."""
    term = VOCABULARY[fact]
    first = f"{column}_{term.values[0]}" if term.kind is FactKind.CHOICES else column
    return f"{first} IS NOT NULL" if answered else f"{first} IS NULL"
