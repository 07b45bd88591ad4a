"""What a point form can show beyond the case and its score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import TypedDict

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import FormEntries, ResearchYear, UniversityEntry
from hsp_calc.output.form_labels import Moment
from hsp_calc.output.office import Office
from hsp_calc.rules import CategoryRules
from hsp_calc.validation import InputError, Problem, nearest


@dataclass(frozen=True, slots=True)
class RdFigures:
    """What the fraction of the form is filled in with.

    Attributes:
        expenses_yen: experiment, research and development expenses (試験研究費等) of the business year.
        sales_yen: sales (売上高) of the same year.
    """

    expenses_yen: int
    sales_yen: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent with two decimals, never rounded up; None without sales."""
        if self.sales_yen <= 0:
            return None
        return (Decimal(self.expenses_yen) * 100 / self.sales_yen).quantize(Decimal("0.01"), ROUND_DOWN)


@dataclass(frozen=True, slots=True)
class UniversityRoute:
    """How a designated university is designated, which one yes/no fact does not tell.

    Attributes:
        criterion: the row that stands for it; None takes the one that the score counts.
        ranks: its places in the rankings, by their ids; these rankings are ticked.
    """

    criterion: str | None = None
    ranks: Mapping[str, int] = field(default_factory=dict)


class FormOptions(TypedDict, total=False):
    """What a form shows only where it is asked to.

    Attributes:
        moment: the box to be ticked for an application for permanent residence; none is ticked without.
        rd: the figures of the R&D fraction; left blank without.
        university: the route of the designated university.
        signed_on: the date beside the signature; left blank without, to be written by hand.
        office: who made the form, in small print at the foot of each page.
        what_if: the scenario that the form shows in place of the person's own situation; such a form says so on each
            page and has nothing to sign.
    """

    moment: Moment | None
    rd: RdFigures | None
    university: UniversityRoute | None
    signed_on: date | None
    office: Office | None
    what_if: str | None


def form_options(case: Case, rules: CategoryRules) -> FormOptions:
    """What the form of a case shows beyond its score: the R&D figures and the route of the designated university.

    Args:
        case: the case.
        rules: the sheet; a route or a ranking that it does not have is refused, unless it asks for no rankings at all.

    Raises:
        InputError: what the case holds for the form is malformed, with every problem and its place in the case.
    """
    entries = case.section(FormEntries)
    if problems := list(_unknown(entries.university, rules)):
        raise InputError(problems)
    options = FormOptions()
    figures = case.section(ResearchYear)
    if figures.expenses_yen is not None and figures.sales_yen is not None:
        options["rd"] = RdFigures(figures.expenses_yen, figures.sales_yen)
    if entries.university.route or entries.university.ranks:
        options["university"] = UniversityRoute(entries.university.route, entries.university.ranks)
    return options


def _unknown(university: UniversityEntry, rules: CategoryRules) -> Iterator[Problem]:
    """Names of rows and rankings that the sheet does not have."""
    rankings = tuple(ranking.id for row in rules.criteria.values() for ranking in row.rankings)
    if not rankings:
        return
    route = university.route
    if route is not None and route not in rules.criteria:
        params = {"id": route, "nearest": nearest(route, rules.criteria)}
        yield Problem("unknown_row", (FormEntries.key, "university", "route"), params)
    for name in university.ranks:
        if name not in rankings:
            known = {"name": name, "nearest": nearest(name, rankings), "known": rankings}
            yield Problem("unknown_field", (FormEntries.key, "university", "ranks", name), known)
