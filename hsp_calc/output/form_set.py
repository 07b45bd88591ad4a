"""The point forms of an application for permanent residence: those of its route, in one file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Unpack

from hsp_calc.casefile import Case
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.output.form import form_data
from hsp_calc.output.form_entries import FormOptions
from hsp_calc.output.form_labels import Moment
from hsp_calc.output.form_pdf import print_for, typed_in
from hsp_calc.plan.change_days import years_before
from hsp_calc.plan.guideline import RouteRule
from hsp_calc.plan.scorers import Scorers
from hsp_calc.rules import RuleTable
from hsp_calc.text import FormLanguage

_TEMPLATE = "form_set"
_MOMENTS: Mapping[int, Moment] = MappingProxyType({1: Moment.ONE_YEAR_BEFORE, 3: Moment.THREE_YEARS_BEFORE})
"""The boxes of the form for a day before the application, by the years between."""


@dataclass(frozen=True, slots=True)
class FormOfRoute:
    """A point form that a route asks for.

    Attributes:
        moment: the box that is ticked on it.
        on: the day whose points it shows.
        table: the rule table in force on that day.
        score: the points of that day.
    """

    moment: Moment
    on: date
    table: RuleTable
    score: ScoreSheet


def forms_of_route(
    case: Case, category: Category, on: date, *, scorers: Scorers, route: RouteRule
) -> tuple[FormOfRoute, ...]:
    """The point forms that a route to permanent residence asks for: now, and as long before as it asks for points.

    That is 1 year before where 80 points are asked for, and 3 years before where 70 are; the form's third box belongs
    to the other route. Each form shows the facts of its own day under the table that was in force on it.

    Args:
        case: who applies.
        category: the sheet.
        on: the day of the application.
        scorers: of the rule tables carried.
        route: of the guideline, by points.

    Raises:
        NoTableError: no verified table is carried for one of the days.
        InputError: the person is not born on one of them, or older than anyone.
        ValueError: the form has no box for the route.
    """
    if route.points is None or route.years not in _MOMENTS:
        raise ValueError(f"the form has no box for the route {route.id}")
    days = {Moment.NOW: on, _MOMENTS[route.years]: years_before(on, route.years)}
    by_day = {moment: scorers.on(day) for moment, day in days.items()}
    profile = case.profile()
    return tuple(
        FormOfRoute(moment, day, by_day[moment].table, by_day[moment].sheet(profile.facts_on(day), category, day))
        for moment, day in days.items()
    )


def options_of_form(form: FormOfRoute, options: FormOptions) -> FormOptions:
    """What one of the forms shows beside its score: the R&D figures stand on the form of the application alone."""
    own = FormOptions({**options, "moment": form.moment})
    if form.moment is not Moment.NOW:
        own["rd"] = None
    return own


def form_set_pdf(
    case: Case,
    category: Category,
    on: date,
    *,
    scorers: Scorers,
    route: RouteRule,
    language: str = FormLanguage.JA,
    created: date,
    **options: Unpack[FormOptions],
) -> bytes:
    """The point forms of a route to permanent residence as one archive file: the same input, the same bytes.

    Args:
        case: who applies.
        category: the sheet.
        on: the day of the application.
        scorers: of the rule tables carried.
        route: of the guideline, by points.
        language: ``ja``, ``en`` or ``bilingual``.
        created: the day the file bears.
        options: what the forms show only where they are asked to. ``moment`` is each form's own, and the R&D figures
            stand on the form of the application alone: those of another year are others.

    Raises:
        NoTableError: no verified table is carried for one of the days.
        InputError: the person is not born on one of them, or older than anyone.
        UnprintableTextError: no font of the program has some characters of the name; it holds them all.
        ValueError: the form has no box for the route, or there is no such language.
        SheetError: the template is missing or does not fit.
    """
    forms = [
        form_data(
            case,
            form.score,
            table=form.table,
            language=FormLanguage(language),
            created=created,
            **options_of_form(form, options),
        )
        for form in forms_of_route(case, category, on, scorers=scorers, route=route)
    ]
    return print_for(case, _TEMPLATE, {"forms": forms}, created=created, typed=typed_in(options))
