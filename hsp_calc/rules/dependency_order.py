"""Which rows count together, and in which order a sheet is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from hsp_calc.rules.table_model import CategoryRules, Count, Criterion


@dataclass(frozen=True, slots=True)
class DecisionUnit:
    """Rows that are decided together: a block of which one or some count, or a single row."""

    count: Count
    tiers: tuple[int, ...]
    criteria: tuple[Criterion, ...]

    @property
    def most(self) -> int:
        """The points that it cannot exceed."""
        points = [criterion.points for criterion in self.criteria]
        match self.count:
            case Count.SUM:
                return sum(points)
            case Count.BEST:
                return max(points)
            case Count.TIERS:
                return self.tiers[-1]


def units(rules: CategoryRules) -> list[DecisionUnit]:
    """The units of a sheet in the form's order."""
    found: list[DecisionUnit] = []
    for section in rules.sections:
        for block in section.blocks:
            if block.count is Count.SUM:
                found += [DecisionUnit(Count.SUM, (), (criterion,)) for criterion in block.criteria]
            else:
                found.append(DecisionUnit(block.count, block.tiers, block.criteria))
    return found


def named_rows(criterion: Criterion) -> tuple[str, ...]:
    """The rows on which it depends whether a row counts."""
    return (*criterion.requires, *(exclusion.criterion for exclusion in criterion.excluded_by))


def deciding_order(rules: CategoryRules) -> list[DecisionUnit]:
    """The units, each after those it depends on.

    Raises:
        graphlib.CycleError: rows depend on each other in a circle.
    """
    found = units(rules)
    unit_of = {criterion.id: index for index, unit in enumerate(found) for criterion in unit.criteria}
    needs: Mapping[int, set[int]] = {
        index: {unit_of[row] for criterion in unit.criteria for row in named_rows(criterion) if row in unit_of}
        for index, unit in enumerate(found)
    }
    return [found[index] for index in TopologicalSorter(needs).static_order()]
