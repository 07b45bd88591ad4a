"""A rule table as one SQL query over a table of persons, with a comment for each row of the form.

It is written in the part of SQL that DuckDB, Spark SQL and Trino share: ``CASE``, ``COALESCE``, ``GREATEST``,
``IN`` and comparisons. NULL is "not answered".
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsp_calc.batch.compilation import Case, CompiledPart, Sum, compile_part
from hsp_calc.batch.formulas import as_sql, both, either, fails, is_answered, passes
from hsp_calc.facts import VOCABULARY, Category, FactKind
from hsp_calc.rules import RuleTable
from hsp_calc.rules.components import parts
from hsp_calc.rules.table_model import Criterion

AGE = "age_on_day"
"""The column of the age in completed years on the day of the score, which the query adds to those of the persons."""

_SPACE = " " * 4
_LONGEST_COMMENT = 110


def columns(category: Category) -> dict[str, str]:
    """The column of each fact for a category; of a list, the beginning of the names of its columns."""
    named = {fact: fact for fact in VOCABULARY}
    return named | {"age": AGE, "experience_years": f"experience_years_{category.value}"}


def person_columns() -> dict[str, str]:
    """The columns that the query reads of a person, with their SQL types."""
    found = {"date_of_birth": "DATE"}
    for fact, term in VOCABULARY.items():
        match term.kind:
            case FactKind.FLAG:
                found[fact] = "BOOLEAN"
            case FactKind.CHOICE:
                found[fact] = "VARCHAR"
            case FactKind.CHOICES:
                found |= {f"{fact}_{value}": "BOOLEAN" for value in term.values}
            case _ if fact == "experience_years":
                found |= {f"{fact}_{category.value}": "DOUBLE" for category in Category}
            case _:
                found[fact] = "BIGINT"
    return found


def age_sql(on: date) -> str:
    """SQL for the completed years of age on a day, of a person whose age or date of birth is known.

    A person born on 29 February is a year older on 1 March of a common year.
    """
    birthday = "EXTRACT(MONTH FROM date_of_birth) * 100 + EXTRACT(DAY FROM date_of_birth)"
    years = (
        f"{on.year} - EXTRACT(YEAR FROM date_of_birth) - CASE WHEN {birthday} > {on.month * 100 + on.day} "
        "THEN 1 ELSE 0 END"
    )
    return f"COALESCE(age, CAST({years} AS BIGINT))"


def table_query(table: RuleTable, on: date, *, persons: str = "persons") -> str:
    """The query that scores a table of persons in all three categories.

    Args:
        table: the rules.
        on: the day of the score, on which the age is taken.
        persons: the name of the table of persons; it has an ``id`` and the columns of ``person_columns``.
    """
    heading = [
        f"-- {table.id}: {table.title.ja}",
        f"-- {table.title.en}",
        f"-- The score on {on.isoformat()}. NULL is not answered, which is not no.",
        f"-- {persons} has the columns id and:",
        *(f"--   {name} {kind}" for name, kind in person_columns().items()),
    ]
    return "\n".join([*heading, scores_query({"": table}, on, persons=persons)])


def scores_query(
    tables: Mapping[str, RuleTable], on: date, *, persons: str = "persons", keep: Sequence[str] = ("id",)
) -> str:
    """The query that scores a table of persons under one or several rule tables.

    Args:
        tables: the rule tables, each under what the names of its columns begin with.
        on: the day of the score.
        persons: the name of the table of persons.
        keep: the columns of it that are passed through.
    """
    sheets = [_Sheet(table, category, prefix) for prefix, table in tables.items() for category in Category]
    kept = [f"  {column}" for column in keep]
    return "\n".join(
        [
            "WITH aged AS (",
            f"  SELECT {persons}.*, {age_sql(on)} AS {AGE}",
            f"  FROM {persons}",
            "),",
            "parts AS (",
            "  SELECT aged.*,",
            ",\n".join(item for sheet in sheets for item in sheet.parts()),
            "  FROM aged",
            "),",
            "totals AS (",
            "  SELECT",
            ",\n".join([*(f"  {column}" for column in kept), *(item for sheet in sheets for item in sheet.totals())]),
            "  FROM parts",
            ")",
            "SELECT",
            ",\n".join([*kept, *(item for sheet in sheets for item in sheet.results())]),
            "FROM totals\n",
        ]
    )


class _Sheet:
    """A category of a rule table as select items, one layer of the query upon another."""

    def __init__(self, table: RuleTable, category: Category, prefix: str) -> None:
        self._pass_mark = table.pass_mark
        self._rules = table.categories[category]
        self._columns = columns(category)
        self._name = f"{prefix}{category.value}"
        self._parts = [compile_part(part) for part in parts(self._rules)]
        self._points = [f"{self._name}_part_{number}" for number in range(1, len(self._parts) + 1)]

    def parts(self) -> Iterator[str]:
        """The points of each part of the sheet, over the columns of the persons."""
        heading = f"{_SPACE}-- {self._rules.status.ja} {self._rules.status.en}\n"
        for part, column in zip(self._parts, self._points, strict=True):
            cases = f"\n{_SPACE}+ ".join(self._case(case) for case in part.units)
            yield f"{heading}{_SPACE}{cases} AS {column}"
            heading = ""

    def totals(self) -> Iterator[str]:
        """The total, the most it can become and the conditions, over the points of the parts."""
        gates = self._rules.gates
        most = (_at_most(part, column, self._columns) for part, column in zip(self._parts, self._points, strict=True))
        at_most = f"\n{_SPACE}+ ".join(most)
        conditions = "".join(f"{_SPACE}-- condition {gate.id}: {gate.en}\n" for gate in gates)
        passed = as_sql(both(passes(gate.when) for gate in gates), self._columns)
        failed = as_sql(either(fails(gate.when) for gate in gates), self._columns)
        yield f"{_SPACE}{' + '.join(self._points)} AS {self._name}_total"
        yield f"{_SPACE}-- at most, once everything is answered\n{_SPACE}{at_most} AS {self._name}_at_most"
        yield f"{conditions}{_SPACE}{passed} AS {self._name}_passed"
        yield f"{_SPACE}{failed} AS {self._name}_failed"

    def results(self) -> Iterator[str]:
        """The total, the most it can become, and whether it is enough.

        The last is true or false where that is certain, and NULL while an unanswered fact could still decide it.
        """
        name = self._name
        yield f"  {name}_total"
        yield f"  {name}_at_most"
        yield (
            f"  CASE WHEN {name}_total >= {self._pass_mark} AND {name}_passed THEN TRUE\n"
            f"    WHEN {name}_at_most < {self._pass_mark} OR {name}_failed THEN FALSE END AS {name}_eligible"
        )

    def _case(self, case: Case) -> str:
        """A unit over several lines, each row under its words."""
        lines = ["CASE"]
        for formula, points, rows in case.whens:
            lines += [f"  -- {_words(self._rules.criteria[row])}" for row in rows]
            lines.append(f"  WHEN {as_sql(formula, self._columns, as_when=True)} THEN {points}")
        return f"\n{_SPACE}".join([*lines, "  ELSE 0 END"])


def _words(row: Criterion) -> str:
    evidence = f" ({' '.join(row.evidence)})" if row.evidence else ""
    words = " ".join(f"{row.id}{evidence}: {row.choice.en if row.choice else row.en}".split())
    return words if len(words) <= _LONGEST_COMMENT else words[: _LONGEST_COMMENT - 1] + "…"


def _at_most(part: CompiledPart, points: str, named: Mapping[str, str]) -> str:
    whens = [
        f"  WHEN {_unanswered(part, pattern.unanswered, named)} THEN {_greatest(pattern.greatest, named)}"
        for pattern in reversed(part.patterns)
    ]
    if len(part.facts) > 1:  # most persons have answered all of a part, and need no further look
        whens.insert(0, f"  WHEN {' AND '.join(is_answered(fact, named[fact]) for fact in part.facts)} THEN {points}")
    return f"\n{_SPACE}".join(["CASE", *whens, f"  ELSE {points} END"])


def _unanswered(part: CompiledPart, facts: tuple[str, ...], named: Mapping[str, str]) -> str:
    """That these facts of a part are not answered; those tried before named more, so that the others need no word."""
    return " AND ".join(is_answered(fact, named[fact], answered=False) for fact in part.facts if fact in facts)


def _greatest(sums: tuple[Sum, ...], named: Mapping[str, str]) -> str:
    said = list(dict.fromkeys(_sum(kept, named) for kept in sums))
    return said[0] if len(said) == 1 else f"GREATEST({', '.join(said)})"


def _sum(cases: Sum, named: Mapping[str, str]) -> str:
    constant = sum(case.constant or 0 for case in cases)
    terms = [_inline(case, named) for case in cases if case.constant is None]
    return " + ".join([*terms, *([str(constant)] if constant or not terms else [])])


def _inline(case: Case, named: Mapping[str, str]) -> str:
    whens: Iterator[str] = (
        f"ELSE {points}" if formula == both(()) else f"WHEN {as_sql(formula, named)} THEN {points}"
        for formula, points, _ in case.whens
    )
    ends = case.whens[-1][0] == both(())
    return f"CASE {' '.join(whens)}{'' if ends else ' ELSE 0'} END"
