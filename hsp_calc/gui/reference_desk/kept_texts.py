"""What a case keeps for the questions of the desk, in a line for the sheets. Plain Python, no Qt."""

from hsp_calc.casefile import Case
from hsp_calc.gui.desk import Desk
from hsp_calc.gui.reference_desk.held_titles import chosen_titles
from hsp_calc.gui.reference_desk.qualifications import chosen_names
from hsp_calc.gui.reference_desk.universities import chosen_text
from hsp_calc.problems import InputError
from hsp_calc.reference.enterprise import Owner, enterprise_of
from hsp_calc.reference.research_ratio import research_year_of
from hsp_calc.text import Words
from hsp_calc.text.desk import percent_text

_WRITERS = {
    "degrees": chosen_titles,
    "licenses": chosen_names,
    "designated_university": chosen_text,
}


def kept_text(fact: str, case: Case, desk: Desk, _: Words) -> str:
    """What a case keeps beside a fact; where it cannot be read, that it cannot."""
    try:
        match fact:
            case "sme":
                return _enterprise(case, desk, _)
            case "rd_ratio_over_3pct":
                return _ratio(case, _)
        return _WRITERS[fact](case, desk, _)
    except InputError:
        return _("What the case keeps here cannot be read; look it up.")


def _enterprise(case: Case, desk: Desk, _: Words) -> str:
    """The industry with its numbers."""
    kept = enterprise_of(case)
    parts = []
    if kept.industry is not None:
        parts.append(_.wording(desk.enterprises.industry(kept.industry)))
    if kept.owner is Owner.SOLE_PROPRIETOR:
        parts.append(_("sole proprietor"))
    elif kept.capital_yen is not None:
        parts.append(_("capital {yen}", yen=_.yen(kept.capital_yen)))
    if kept.employees is not None:
        count = kept.employees
        parts.append(_.plural("{count} employee", "{count} employees", count, count=f"{count:,}"))
    return _.listed(parts)


def _ratio(case: Case, _: Words) -> str:
    """The figures with their ratio."""
    ratio = research_year_of(case).ratio()
    if ratio.percent is None or ratio.expenses_yen is None or ratio.sales_yen is None:
        return ""
    expenses, sales = _.yen(ratio.expenses_yen), _.yen(ratio.sales_yen)
    return _("{expenses} of {sales}: {percent}", expenses=expenses, sales=sales, percent=percent_text(ratio))
