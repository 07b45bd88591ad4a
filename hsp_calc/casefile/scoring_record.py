"""By which rules a case was scored, and what is otherwise when it is scored by others."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile.case import Case, ScoredUnder
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable, TableChange, Tables, UnknownTableError, difference

Points = Mapping[Category, Mapping[str, int]]
"""For each category the rows that count, with their points."""

_OF_THE_LAW = frozenset({"id", "since", "until", "pass_mark", "marks", "categories"})


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that counts otherwise than before.

    Attributes:
        category: the sheet.
        row: the row.
        before: the points it counted, 0 if none.
        after: the points it counts now, 0 if none.
    """

    category: Category
    row: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Rescored:
    """A case that was scored by other rules than today's.

    Attributes:
        before: the rules and points of then.
        table: the id of the table of today.
        corrected: it is the same table by its id, with another content.
        rows: the rows of the case that count otherwise, in the order of the categories.
        totals: for each category that was scored, the total of then and of now.
        rules: every row and gate that the two tables have otherwise; None where the table of then is not carried as
            it was.
    """

    before: ScoredUnder
    table: str
    corrected: bool
    rows: tuple[RowChange, ...]
    totals: Mapping[Category, tuple[int, int]]
    rules: tuple[TableChange, ...] | None


def table_hash(table: RuleTable) -> str:
    """A digest of what a rule table says of the law; its layout, its sources and the day it was checked are no part."""
    said = table.model_dump(mode="json", include=set(_OF_THE_LAW), exclude_defaults=True)
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(written.encode()).hexdigest()}"


def with_score(case: Case, table: RuleTable, on: date, points: Points) -> Case:
    """The case with a record of its score.

    Args:
        case: what was scored.
        table: the rules.
        on: the day of the calculation.
        points: the rows that count.
    """
    counted = {category: {row: given for row, given in rows.items() if given} for category, rows in points.items()}
    record = ScoredUnder(table=table.id, hash=table_hash(table), on=on, points=counted)
    return case.model_copy(update={"scored_under": record})


def rescored(case: Case, table: RuleTable, points: Points, tables: Tables) -> Rescored | None:
    """What changed for a case since it was scored; None if it was scored by these very rules, or never.

    Args:
        case: as it was saved.
        table: the rules of today.
        points: the rows that count by them, for the same facts on the day that the record names (``scored_under.on``),
            so that nothing but the rules differs.
        tables: all tables carried.
    """
    before = case.scored_under
    if before is None or (before.table, before.hash) == (table.id, table_hash(table)):
        return None
    rows: list[RowChange] = []
    totals = {}
    for category, then in before.points.items():
        now = points.get(category, {})
        totals[category] = sum(then.values()), sum(now.values())
        rows += [
            RowChange(category, row, then.get(row, 0), now.get(row, 0))
            for row in dict.fromkeys([*then, *now])
            if then.get(row, 0) != now.get(row, 0)
        ]
    return Rescored(before, table.id, before.table == table.id, tuple(rows), totals, _rules(before, table, tables))


def _rules(before: ScoredUnder, table: RuleTable, tables: Tables) -> tuple[TableChange, ...] | None:
    try:
        old = tables.named(before.table)
    except UnknownTableError:
        return None
    return tuple(difference(old, table)) if table_hash(old) == before.hash else None
