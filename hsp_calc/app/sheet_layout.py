"""Where the inputs of a sheet stand among its rows. Plain Python, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hsp_calc.facts import VOCABULARY, FactKind
from hsp_calc.rules import CategoryRules, Criterion


@dataclass(frozen=True, slots=True)
class Box:
    """A box to be ticked: a yes-or-no fact, or one value of a fact that takes several.

    Attributes:
        fact: the fact.
        value: the value, for a fact that takes several.
    """

    fact: str
    value: str | None = None

    @property
    def name(self) -> str:
        """The object name of the input."""
        return self.fact if self.value is None else f"{self.fact}.{self.value}"


@dataclass(slots=True)
class Arrangement:
    """Where the inputs of a sheet stand.

    Attributes:
        boxes: the boxes in each row.
        follow_ups: the yes-or-no facts asked beneath a row, because a rule of it names them.
        fields: the facts asked above the rows of each block, by section and block.
        closings: the facts that take several values, by the block after which "none of these" stands.
    """

    boxes: dict[str, list[Box]] = field(default_factory=dict)
    follow_ups: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    closings: dict[tuple[int, int], str] = field(default_factory=dict)


def arrange(rules: CategoryRules) -> Arrangement:
    """The inputs of a sheet, each fact once, as near to its rows as can be."""
    arrangement = Arrangement()
    placed: set[str] = set()
    for place, criterion in _rows(rules):
        for fact in criterion.when:
            if fact in placed or not _belongs_here(fact, criterion, rules):
                continue
            kind = VOCABULARY[fact].kind
            if kind is FactKind.CHOICES:
                _place_values(fact, rules, arrangement)
            elif kind is FactKind.FLAG and len(_rows_asking(fact, rules)) == 1:
                arrangement.boxes.setdefault(criterion.id, []).append(Box(fact))
            else:
                arrangement.fields.setdefault(place, []).append(fact)
            placed.add(fact)
    for _, criterion in _rows(rules):
        named = [*criterion.requires_facts, *(fact for exclusion in criterion.excluded_by for fact in exclusion.when)]
        for fact in named:
            if fact not in placed:
                arrangement.follow_ups.setdefault(criterion.id, []).append(fact)
                placed.add(fact)
    return arrangement


def _rows(rules: CategoryRules) -> Iterator[tuple[tuple[int, int], Criterion]]:
    for s, section in enumerate(rules.sections):
        for b, block in enumerate(section.blocks):
            for criterion in block.criteria:
                yield (s, b), criterion


def _rows_asking(fact: str, rules: CategoryRules) -> list[Criterion]:
    return [criterion for _, criterion in _rows(rules) if fact in criterion.when]


def _belongs_here(fact: str, criterion: Criterion, rules: CategoryRules) -> bool:
    """Whether a row is the place to ask a fact: it asks nothing else, or first, or no row asks the fact alone."""
    if next(iter(criterion.when)) == fact:
        return True
    return not any(next(iter(other.when)) == fact for other in _rows_asking(fact, rules))


def _place_values(fact: str, rules: CategoryRules, arrangement: Arrangement) -> None:
    """Put each value into the row that speaks of it most closely."""
    asking = [(place, row) for place, row in _rows(rules) if fact in row.when]
    for value in VOCABULARY[fact].values:
        rows = [row for _, row in asking if value in row.when[fact].values]
        if rows:
            closest = min(rows, key=lambda row: len(row.when[fact].values))
            arrangement.boxes.setdefault(closest.id, []).append(Box(fact, value))
    arrangement.closings[asking[-1][0]] = fact
