"""What a form asks for beside a tick and nobody gave, and what was given that contradicts the tick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import Enterprise
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Facts
from hsp_calc.locations import resources
from hsp_calc.output.form_entries import FormOptions, UniversityRoute
from hsp_calc.output.form_labels import Moment
from hsp_calc.reference.enterprise import kept_enterprise_test, load_definition
from hsp_calc.reference.research_ratio import research_ratio
from hsp_calc.rules import Block, CategoryRules, Criterion
from hsp_calc.text import N_, Translator

_RANKINGS_NEEDED, _LAST_PLACE = 2, 300
"""What row Ⅰ asks of a foreign university: a place up to 300 in so many rankings."""


class GapCode(StrEnum):
    """What is missing beside a tick, or contradicts it."""

    ROUTE = "university_route"
    RANKS = "university_ranks"
    RANKS_TOO_LOW = "university_ranks_too_low"
    RANKS_OF_OTHER_ROUTE = "university_ranks_of_other_route"
    UNIVERSITY_NOT_TICKED = "university_not_ticked"
    FIGURES = "rd_figures"
    FIGURES_OF_THAT_YEAR = "rd_figures_of_that_year"
    RATIO_TOO_LOW = "rd_ratio_too_low"
    RATIO_NOT_TICKED = "rd_ratio_not_ticked"
    NO_SALES = "rd_no_sales"
    NOT_AN_SME = "not_an_sme"


_SENTENCES: Mapping[GapCode, str] = MappingProxyType(
    {
        GapCode.ROUTE: N_(
            "Designated university ⑰: no route is chosen, so none of the boxes Ⅰ, Ⅱ and Ⅲ is ticked. "
            "Choose the route under “University”."
        ),
        GapCode.RANKS: N_(
            "Designated university ⑰: box Ⅰ is ticked, but no ranking is entered. Enter the rankings under "
            "“University”."
        ),
        GapCode.RANKS_TOO_LOW: N_(
            "Designated university ⑰: the places entered do not show two rankings within 300, "
            "which a foreign university needs for box Ⅰ; a Japanese one needs a place in any of them."
        ),
        GapCode.RANKS_OF_OTHER_ROUTE: N_(
            "Designated university ⑰: rankings are entered, but a box other than Ⅰ is ticked; the rankings "
            "are not printed."
        ),
        GapCode.UNIVERSITY_NOT_TICKED: N_(
            "Designated university ⑰: a route or rankings are entered, but the row is not ticked; they are not printed."
        ),
        GapCode.FIGURES: N_(
            "R&D expenses ⑫: the row is ticked, but the expenses and sales are not both entered; "
            "the fraction stays blank."
        ),
        GapCode.FIGURES_OF_THAT_YEAR: N_(
            "R&D expenses ⑫: the form of {day} needs the figures of another business year; "
            "its fraction stays blank, to be filled in by hand."
        ),
        GapCode.RATIO_TOO_LOW: N_(
            "R&D expenses ⑫: the row “more than 3%” is ticked, but the figures give {percent}. "
            "Correct the figures or the answer."
        ),
        GapCode.RATIO_NOT_TICKED: N_(
            "R&D expenses ⑫: the figures give {percent}, but the row is not ticked. Correct the figures or the answer."
        ),
        GapCode.NO_SALES: N_("R&D expenses ⑫: the row is ticked, but without sales there is no ratio."),
        GapCode.NOT_AN_SME: N_(
            "Small or medium-sized enterprise ⑩: the row is ticked, but with the capital and employees "
            "entered the institution is not one."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class FormGap:
    """Something that a form lacks beside a tick, or that contradicts it.

    Attributes:
        code: what it is.
        fact: the fact whose answer it belongs to.
        params: what its sentence names.
    """

    code: GapCode
    fact: str
    params: Mapping[str, str | date] = field(default_factory=dict)

    def describe(self, _: Translator) -> str:
        """It in a sentence, with the remedy."""
        said = {name: _.day(value) if isinstance(value, date) else value for name, value in self.params.items()}
        return _(_SENTENCES[self.code], **said)


def form_gaps(
    case: Case, facts: Facts, score: ScoreSheet, rules: CategoryRules, options: FormOptions
) -> tuple[FormGap, ...]:
    """What the form of a score lacks beside its ticks, and what contradicts them, in the form's order.

    Args:
        case: the person; what it keeps of the institution is compared with the answer.
        facts: of the day of the score.
        score: the score.
        rules: the sheet of the table it was made with.
        options: what the form is filled in with beside the score.

    Raises:
        InputError: what the case keeps of the institution is malformed.
    """
    found = list(_enterprise_gaps(case, facts, score, rules))
    for section in rules.sections:
        for block in section.blocks:
            for criterion in block.criteria:
                if criterion.fraction is not None:
                    found += _fraction_gaps(criterion, facts, score, options)
            if any(criterion.rankings for criterion in block.criteria):
                found += _university_gaps(block, facts, score, options.get("university") or UniversityRoute())
    return tuple(found)


def named_row(block: Block, university: UniversityRoute, counted: str) -> str | None:
    """Which of the rows that one and the same answer meets is meant; None while nobody said.

    Args:
        block: rows of which those with the same condition cannot be told apart by the answer.
        university: what was entered; places in rankings stand for the row that asks for them.
        counted: one of the rows that the score counts.
    """
    rows = {criterion.id: criterion for criterion in block.criteria}
    alike = [row.id for row in rows.values() if row.when == rows[counted].when]
    if len(alike) == 1:
        return counted
    if university.criterion in alike:
        return university.criterion
    if university.criterion is None and university.ranks:
        return next((row for row in alike if rows[row].rankings), None)
    return None


def _university_gaps(block: Block, facts: Facts, score: ScoreSheet, university: UniversityRoute) -> Iterator[FormGap]:
    ranked = next(criterion for criterion in block.criteria if criterion.rankings)
    fact = next(iter(ranked.when))
    counted = [row.id for row in block.criteria if score.line(row.id).counted]
    if not counted:
        if university.criterion or university.ranks:
            yield FormGap(GapCode.UNIVERSITY_NOT_TICKED, fact)
        return
    named = named_row(block, university, counted[0])
    if named is None:
        yield FormGap(GapCode.ROUTE, fact)
    elif named != ranked.id:
        if university.ranks:
            yield FormGap(GapCode.RANKS_OF_OTHER_ROUTE, fact)
    elif not university.ranks:
        yield FormGap(GapCode.RANKS, fact)
    elif (
        not facts.japanese_degree
        and sum(place <= _LAST_PLACE for place in university.ranks.values()) < _RANKINGS_NEEDED
    ):
        yield FormGap(GapCode.RANKS_TOO_LOW, fact)


def _fraction_gaps(criterion: Criterion, facts: Facts, score: ScoreSheet, options: FormOptions) -> Iterator[FormGap]:
    fact, rd = "rd_ratio_over_3pct", options.get("rd")
    counted = score.line(criterion.id).counted
    if rd is None:
        if counted and options.get("moment") in {Moment.ONE_YEAR_BEFORE, Moment.THREE_YEARS_BEFORE}:
            yield FormGap(GapCode.FIGURES_OF_THAT_YEAR, fact, {"day": score.on})
        elif counted:
            yield FormGap(GapCode.FIGURES, fact)
        return
    ratio = research_ratio(rd.expenses_yen, rd.sales_yen)
    if ratio.above is None:
        if counted:
            yield FormGap(GapCode.NO_SALES, fact)
    elif counted and not ratio.above:
        yield FormGap(GapCode.RATIO_TOO_LOW, fact, {"percent": f"{rd.percent}%"})
    elif not facts.rd_ratio_over_3pct and ratio.above:
        yield FormGap(GapCode.RATIO_NOT_TICKED, fact, {"percent": f"{rd.percent}%"})


def _enterprise_gaps(case: Case, facts: Facts, score: ScoreSheet, rules: CategoryRules) -> Iterator[FormGap]:
    if not facts.sme or not any(_asks(rules.criteria[line.criterion], "sme") for line in score.counted):
        return
    kept = case.section(Enterprise)
    if kept.industry is None:
        return
    test = kept_enterprise_test(kept, load_definition(resources() / "reference" / "sme.yaml"))
    if test is not None and test.sme is False:
        yield FormGap(GapCode.NOT_AN_SME, "sme")


def _asks(criterion: Criterion, fact: str) -> bool:
    return fact in criterion.when or fact in criterion.requires_facts
