"""What must hold between the rows of a table, beyond what each row says by itself."""

from collections.abc import Iterator
from graphlib import CycleError

from hsp_calc.rules.components import parts
from hsp_calc.rules.dependency_order import deciding_order, named_rows
from hsp_calc.rules.evaluation import Decision, ReasonCode, Status, decide
from hsp_calc.rules.table_model import Block, CategoryRules, Count, Criterion, RuleTable
from hsp_calc.validation import Path, Problem, nearest

_MOST_SITUATIONS = 250_000


def inconsistencies(table: RuleTable) -> Iterator[Problem]:
    """Every contradiction of a table, each with the place it stands in."""
    for category, rules in table.categories.items():
        for problem in _of_sheet(rules):
            yield problem.within("categories", category.value)
    known = frozenset(row for rules in table.categories.values() for row in rules.criteria)
    for index, note in enumerate(table.dated_notes):
        for place, row in enumerate(note.rows):
            if row not in known:
                yield _unknown_row(row, ("dated_notes", index, "rows", place), known)


def _of_sheet(rules: CategoryRules) -> Iterator[Problem]:
    yield from _duplicates(("sections",), [section.id for section in rules.sections])
    yield from _duplicates(("gates",), [gate.id for gate in rules.gates])
    first_place: dict[str, Path] = {}
    for path, _, criterion in _places(rules):
        if first_place.setdefault(criterion.id, path) != path:
            yield Problem("duplicate_id", (*path, "id"), {"id": criterion.id})
    known = frozenset(first_place)
    if rules.page_break_before is not None and rules.page_break_before not in known:
        yield _unknown_row(rules.page_break_before, ("page_break_before",), known)
    sound = True
    for path, block, criterion in _places(rules):
        for problem in _references(criterion, block, path, known):
            sound = False
            yield problem
    if not sound:
        return
    try:
        deciding_order(rules)
    except CycleError:
        yield Problem(
            "circular",
            ("sections",),
            {"ids": sorted(row for row in known if named_rows(rules.criteria[row]))},
        )
        return
    dead = set(_never_counting(rules))
    for path, _, criterion in _places(rules):
        if criterion.id in dead:
            yield Problem("never_met", path, {"id": criterion.id})


def _never_counting(rules: CategoryRules) -> Iterator[str]:
    """The rows that count in no situation; a part with more situations than can be looked at is taken on trust."""
    for part in parts(rules):
        if part.situation_count > _MOST_SITUATIONS:
            continue
        waiting = {criterion.id for criterion in part.rows}
        for situation in part.situations():
            if not waiting:
                break
            waiting -= {row for row, decision in decide(part.units, situation).items() if _would_count(decision)}
        yield from waiting


def _would_count(decision: Decision) -> bool:
    """Whether a row counts, or does not only because enough rows of its block do."""
    enough = decision.reason is not None and decision.reason.code is ReasonCode.COUNTS_ONCE
    return decision.status is Status.COUNTED or enough


def _places(rules: CategoryRules) -> Iterator[tuple[Path, Block, Criterion]]:
    for s, section in enumerate(rules.sections):
        for b, block in enumerate(section.blocks):
            for c, criterion in enumerate(block.criteria):
                yield ("sections", s, "blocks", b, "criteria", c), block, criterion


def _duplicates(path: Path, ids: list[str]) -> Iterator[Problem]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield Problem("duplicate_id", (*path, index, "id"), {"id": name})


def _references(criterion: Criterion, block: Block, path: Path, known: frozenset[str]) -> Iterator[Problem]:
    own_unit = {criterion.id} if block.count is Count.SUM else {other.id for other in block.criteria}
    places: list[tuple[Path, str]] = [(("requires", i), row) for i, row in enumerate(criterion.requires)]
    places += [(("excluded_by", i, "criterion"), e.criterion) for i, e in enumerate(criterion.excluded_by)]
    for where, row in places:
        if row not in known:
            yield _unknown_row(row, (*path, *where), known)
        elif row in own_unit:
            yield Problem("names_own_block", (*path, *where), {"id": row})


def _unknown_row(row: str, path: Path, known: frozenset[str]) -> Problem:
    return Problem("unknown_row", path, {"id": row, "nearest": nearest(row, sorted(known))})
