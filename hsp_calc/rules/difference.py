"""What changed from one rule table to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hsp_calc.facts import Category
from hsp_calc.rules.table_model import Criterion, RuleTable


class ChangeKind(StrEnum):
    """What happened to a row or gate."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TableChange:
    """A row or gate that one table has otherwise than the other.

    Attributes:
        category: the sheet.
        id: the row or gate.
        kind: what happened to it.
        fields: what of it changed, where it stayed: ``points``, ``evidence``, ``ja``, ``when``, ``count`` …
        before: its points in the first table, for a row.
        after: its points in the second table, for a row.
    """

    category: Category
    id: str
    kind: ChangeKind
    fields: tuple[str, ...] = ()
    before: int | None = None
    after: int | None = None


_COMPARED = ("points", "evidence", "when", "requires", "requires_facts", "excluded_by", "ja")


def difference(first: RuleTable, second: RuleTable) -> Iterator[TableChange]:
    """Every row and gate that differs, sheet by sheet, in the form's order."""
    for category in Category:
        before, after = first.categories[category], second.categories[category]
        counted_before = {c.id: (block.count, block.tiers) for _, block, c in before.rows()}
        counted_after = {c.id: (block.count, block.tiers) for _, block, c in after.rows()}
        for row in [*before.criteria, *(row for row in after.criteria if row not in before.criteria)]:
            old, new = before.criteria.get(row), after.criteria.get(row)
            if old is None or new is None:
                yield _one_sided(category, row, old, new)
                continue
            changed = [name for name in _COMPARED if getattr(old, name) != getattr(new, name)]
            if counted_before[row] != counted_after[row]:
                changed.append("count")
            if changed:
                yield TableChange(category, row, ChangeKind.CHANGED, tuple(changed), old.points, new.points)
        gates_before = {gate.id: gate.when for gate in before.gates}
        gates_after = {gate.id: gate.when for gate in after.gates}
        for gate in gates_before | gates_after:
            if gates_before.get(gate) != gates_after.get(gate):
                kind = (
                    ChangeKind.ADDED
                    if gate not in gates_before
                    else ChangeKind.REMOVED
                    if gate not in gates_after
                    else ChangeKind.CHANGED
                )
                yield TableChange(category, gate, kind, ("when",) if kind is ChangeKind.CHANGED else ())


def _one_sided(category: Category, row: str, old: Criterion | None, new: Criterion | None) -> TableChange:
    kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
    return TableChange(category, row, kind, (), old.points if old else None, new.points if new else None)
