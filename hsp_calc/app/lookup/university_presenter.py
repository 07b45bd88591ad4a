"""The designated university of a case: choosing it, its route and its ranks. Plain Python, no Qt."""

from typing import Any

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import FormEntries, KeptUniversity, UniversityEntry
from hsp_calc.facts import Category
from hsp_calc.reference.universities import JAPAN, DesignationRoute, University
from hsp_calc.rules.table_model import Ranking
from hsp_calc.text import N_, Translator, short_name
from hsp_calc.text.lookup import route_label
from hsp_calc.text.lookup_answers import university_lines
from hsp_calc.text.translator import Language

ROWS = {
    DesignationRoute.RANKINGS: "designated_university_ranked",
    DesignationRoute.TOP_GLOBAL: "designated_university_super_global",
    DesignationRoute.INNOVATIVE_ASIA: "designated_university_innovative_asia",
}
"""The row of the form that stands for each route."""
_ROUTES = {row: route for route, row in ROWS.items()}


def with_choice(case: Case, university: KeptUniversity, entry: UniversityEntry) -> Case:
    """The case with a university, or none, and with how it is designated on the form.

    Raises:
        InputError: what the case holds for the form is malformed.
    """
    entries = case.section(FormEntries).model_copy(update={"university": entry})
    return case.with_section(university).with_section(entries)


def chosen_route(case: Case) -> DesignationRoute | None:
    """The route that the form of a case names; None if it names none that there is.

    Raises:
        InputError: what the case holds for the form is malformed.
    """
    return _ROUTES.get(case.section(FormEntries).university.route or "")


def name_of(kept: KeptUniversity, desk: AppData, _: Translator) -> str:
    """What the university of a case is called, with its country where that is known."""
    found = found_in(kept, desk)
    if found is None:
        return kept.name
    return _("{name} ({country})", name=_.wording(found.name), country=_.wording(found.country))


def found_in(kept: KeptUniversity, desk: AppData) -> University | None:
    """The university of a case on the lists; None if it is on none of them."""
    return None if kept.id is None else desk.universities.named(kept.id)


def chosen_text(case: Case, desk: AppData, _: Translator) -> str:
    """The university of a case with its route; empty if it keeps none.

    Raises:
        InputError: what the case keeps of it is malformed.
    """
    kept, route = case.section(KeptUniversity), chosen_route(case)
    if kept == KeptUniversity():
        return ""
    name = name_of(kept, desk, _)
    return name if route is None else _("{name}, {route}", name=name, route=route_label(route, _))


def detail_of(university: University, _: Translator, remarks: str = "") -> str:
    """The name in the other language, the country, the lists that a university stands on, and what is to be known."""
    other = university.name.en if _.language == Language.JA else university.name.ja
    return "\n".join(
        filter(None, (f"{other} · {_.wording(university.country)}", *university_lines(university, _), remarks))
    )


def rankings_of(editor: CaseSession) -> tuple[Ranking, ...]:
    """The rankings that the form of the day asks for."""
    table = editor.table
    if table is None:
        return ()
    row = table.categories[Category.TECHNICAL].criteria.get(ROWS[DesignationRoute.RANKINGS])
    return () if row is None else row.rankings


def japanese_degree_offer(university: University | None, editor: CaseSession, _: Translator) -> str:
    """Why the row for a Japanese degree may fit too, and what it would give; empty where it is not to be asked.

    A designated university counts for its graduates, and so does a university in Japan on that row: the question is
    asked, for only the person knows.
    """
    if university is None or university.country_id != JAPAN or editor.facts.japanese_degree is True:
        return ""
    gains: list[str] = []
    changes: dict[str, Any] = {"japanese_degree": True}
    for category, sheet in editor.sheets().items():
        gain = editor.total_with(category, **changes) - sheet.total
        gains.append(_("{place}: {sentence}", place=short_name(category, _), sentence=f"{gain:+d}"))
    asked = _(
        "This university is in Japan. If you graduated from it, or completed a course of its graduate "
        "school, you also meet the row for a Japanese degree (⑭), whose points are added to those of ⑰."
    )
    return f"{asked} {_('Total with it: {gains}', gains=_.listed(gains))}" if gains else asked


BY_HAND = {
    DesignationRoute.RANKINGS: N_("Enter this name: I checked the rankings (route Ⅰ)"),
    DesignationRoute.INNOVATIVE_ASIA: N_("Enter this name: I checked the third list (route Ⅲ)"),
}
"""The routes that a university can be entered by which stands on none of the lists carried, with what is checked."""
