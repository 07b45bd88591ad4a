"""What a case keeps for the questions of the desk, in a line for the sheets. Plain Python, no Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.degrees_presenter import answer_of, chosen_titles, found_facts
from hsp_calc.app.lookup.following import differing
from hsp_calc.app.lookup.qualifications_presenter import chosen_names, count_of
from hsp_calc.app.lookup.university_presenter import chosen_text
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import (
    Enterprise,
    KeptTitles,
    Owner,
    Qualifications,
    ResearchYear,
    SupportKind,
    SupportMeasures,
)
from hsp_calc.facts import Category
from hsp_calc.output.form_entries import form_options
from hsp_calc.output.gaps import form_gaps
from hsp_calc.reference.enterprise import kept_enterprise_test
from hsp_calc.reference.exams import licenses
from hsp_calc.reference.research_ratio import ratio_of_case
from hsp_calc.text import Translator
from hsp_calc.text.lookup import percent_text
from hsp_calc.validation import InputError


def kept_text(fact: str, editor: CaseSession, desk: AppData, _: Translator) -> tuple[str, bool]:
    """What a case keeps beside a fact, and whether a reader must look: it cannot be read, or the sheet differs."""
    try:
        text = _WRITERS[fact](editor.case, desk, _)
        if not text or not differing(editor.facts, _found(fact, editor, desk)):
            return text, False
        return _("{kept} – not entered on the score sheet", kept=text), True
    except InputError:
        return _("What is saved here cannot be read; open the look-up to check it."), True


def form_lacks(fact: str, editor: CaseSession, category: Category, _: Translator) -> list[str]:
    """What the form lacks beside the tick of a fact, or what contradicts it; nothing where there is no score."""
    table, sheet = editor.table, editor.sheets().get(category)
    if table is None or sheet is None:
        return []
    rules = table.categories[category]
    try:
        gaps = form_gaps(editor.seen, editor.facts, sheet, rules, form_options(editor.seen, rules))
    except InputError:
        return []  # what the case holds for the form is malformed; the export says so
    return [gap.describe(_) for gap in gaps if gap.fact == fact]


def _found(fact: str, editor: CaseSession, desk: AppData) -> dict[str, Any]:
    """What the desk answers to a fact from what the case keeps; None where that decides nothing."""
    case = editor.case
    match fact:
        case "degrees":
            answer = answer_of(case.section(KeptTitles), desk, editor)
            return {} if answer is None else found_facts(case.section(KeptTitles), answer)
        case "licenses":
            return {fact: count_of(licenses(case.section(Qualifications), desk.exams))}
        case "sme":
            test = kept_enterprise_test(case.section(Enterprise), desk.enterprises)
            return {fact: None if test is None else test.sme}
        case "rd_ratio_over_3pct":
            return {fact: ratio_of_case(case.section(ResearchYear)).above}
        case "innovation_support" | "local_government_support" | "growth_project":
            return {fact: case.section(SupportMeasures).of(SupportKind(fact)).on_list}
    return {fact: True}  # a university is kept because it is a designated one


def _enterprise(case: Case, desk: AppData, _: Translator) -> str:
    """The industry with its numbers."""
    kept = case.section(Enterprise)
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


def _ratio(case: Case, _: Translator) -> str:
    """The figures with their ratio."""
    ratio = ratio_of_case(case.section(ResearchYear))
    if ratio.percent is None or ratio.expenses_yen is None or ratio.sales_yen is None:
        return ""
    expenses, sales = _.yen(ratio.expenses_yen), _.yen(ratio.sales_yen)
    return _("{expenses} of {sales}: {percent}", expenses=expenses, sales=sales, percent=percent_text(ratio))


def _measure(kind: SupportKind, case: Case, _desk: AppData, _: Translator) -> str:
    """What the institution told of a measure or project."""
    return _.listed(case.section(SupportMeasures).of(kind).parts)


_WRITERS: Mapping[str, Callable[[Case, AppData, Translator], str]] = {
    "degrees": chosen_titles,
    "licenses": chosen_names,
    "sme": _enterprise,
    "rd_ratio_over_3pct": lambda case, _desk, _: _ratio(case, _),
    "designated_university": chosen_text,
    **{kind.value: partial(_measure, kind) for kind in SupportKind},
}
"""What a case keeps beside each fact, in words; empty if it keeps nothing."""
