"""The answers of the reference desk, in words."""

from datetime import date
from types import MappingProxyType

from hsp_calc.casefile.sections import Owner
from hsp_calc.reference.enterprise import EnterpriseTest, Rule
from hsp_calc.reference.list_models import Carried, CarriedList
from hsp_calc.reference.research_ratio import BusinessYear, RatioCode, ResearchRatio, YearChosen
from hsp_calc.reference.universities import Certainty, DesignationRoute, Listing
from hsp_calc.rules import Sources
from hsp_calc.text.score_text import origin_notice
from hsp_calc.text.translator import N_, Translator

_ROUTES = MappingProxyType(
    {
        DesignationRoute.RANKINGS: N_("route Ⅰ (rankings)"),
        DesignationRoute.TOP_GLOBAL: N_("route Ⅱ (Top Global University Project)"),
        DesignationRoute.INNOVATIVE_ASIA: N_("route Ⅲ (Innovative Asia partner school)"),
    }
)
_OWNERS = MappingProxyType(
    {
        Owner.COMPANY: N_("Company or business cooperative"),
        Owner.SOLE_PROPRIETOR: N_("Sole proprietor"),
    }
)
_RULES = MappingProxyType(
    {
        Rule.CAPITAL_WITHIN: N_(
            "The capital of {capital} is within the limit of {capital_limit}; that is enough, whatever the "
            "number of employees."
        ),
        Rule.EMPLOYEES_WITHIN: N_(
            "{employees} employees are within the limit of {employee_limit}; that is enough, whatever the capital."
        ),
        Rule.BOTH_WITHIN: N_(
            "The capital of {capital} is within the limit of {capital_limit}, and so are {employees} employees within "
            "that of {employee_limit}; either is enough."
        ),
        Rule.BOTH_ABOVE: N_(
            "The capital of {capital} is above the limit of {capital_limit}, and {employees} employees are above that "
            "of {employee_limit}."
        ),
        Rule.EMPLOYEES_ABOVE: N_(
            "{employees} employees are above the limit of {employee_limit}; for a sole proprietor, only the "
            "number of employees matters."
        ),
        Rule.CAPITAL_NEEDED: N_(
            "{employees} employees are above the limit of {employee_limit}; the capital decides: up to {capital_limit}."
        ),
        Rule.EMPLOYEES_NEEDED: N_("The number of employees decides: up to {employee_limit}."),
        Rule.BOTH_NEEDED: N_(
            "Enter the capital or the employees: up to {capital_limit} or up to {employee_limit} employees is enough."
        ),
    }
)
_YEARS = MappingProxyType(
    {
        YearChosen.PREVIOUS: N_("It is the business year before the application."),
        YearChosen.ONE_BEFORE: N_(
            "The application falls within two months after the end of the previous business year, so the "
            "year before that counts."
        ),
        YearChosen.PREVIOUS_CALENDAR: N_("For a sole proprietor, it is the calendar year before the application."),
        YearChosen.ONE_BEFORE_CALENDAR: N_(
            "For a sole proprietor who applies from January to March, it is the calendar year before last."
        ),
    }
)


def route_label(route: DesignationRoute, _: Translator) -> str:
    """A way in which a university is designated."""
    return _(_ROUTES[route])


def listing_text(listing: Listing, _: Translator) -> str:
    """On which list a university stands, of when, and what must be known of it."""
    parts = [_("list of {dated}", dated=listing.dated)]
    if listing.certainty is Certainty.REPORTED:
        parts.append(_("reported; the original list was not checked. Check it before applying"))
    if listing.note is not None:
        parts.append(_.wording(listing.note))
    return _("{place}: {sentence}", place=route_label(listing.route, _), sentence=_.listed(parts))


def owner_label(owner: Owner, _: Translator) -> str:
    """Who runs an institution."""
    return _(_OWNERS[owner])


def enterprise_verdict(sme: bool | None, _: Translator) -> str:
    """Whether it is a small or medium-sized enterprise."""
    if sme is None:
        return _("Not decided yet")
    return _("✓ Small or medium-sized enterprise (SME)") if sme else _("✕ Not a small or medium-sized enterprise (SME)")


def enterprise_reason(test: EnterpriseTest, capital_yen: int | None, employees: int | None, _: Translator) -> str:
    """Which rule decided, with the numbers."""
    limits = test.industry
    if test.owner is Owner.SOLE_PROPRIETOR and test.rule is Rule.EMPLOYEES_WITHIN:
        message = N_(
            "{employees} employees are within the limit of {employee_limit}; for a sole proprietor, only the "
            "number of employees matters."
        )
    else:
        message = _RULES[test.rule]
    return _(
        message,
        capital="" if capital_yen is None else _.yen(capital_yen),
        employees="" if employees is None else f"{employees:,}",
        capital_limit=_.yen(limits.capital_limit_yen),
        employee_limit=f"{limits.employee_limit:,}",
    )


def year_text(year: BusinessYear, applied_on: date, _: Translator) -> tuple[str, str]:
    """Which business year counts for an application, and why, with the day from which it is another."""
    span = _("{first} to {last}", first=_.day(year.since), last=_.day(year.until))
    why = _("Applying on {day}. {reason}", day=_.day(applied_on), reason=_(_YEARS[year.chosen]))
    return span, _("{sentence} From {day} on, another year counts.", sentence=why, day=_.day(year.changes_on))


def ratio_verdict(ratio: ResearchRatio, _: Translator) -> str:
    """Whether the ratio exceeds 3%."""
    match ratio.code:
        case RatioCode.ABOVE:
            return _("✓ {percent}: above 3%", percent=percent_text(ratio))
        case RatioCode.NOT_ABOVE if 100 * (ratio.expenses_yen or 0) == 3 * (ratio.sales_yen or 0):
            return _("✕ Exactly 3%: not above 3%")
        case RatioCode.NOT_ABOVE:
            return _("✕ {percent}: not above 3%", percent=percent_text(ratio))
        case RatioCode.NO_SALES:
            return _("Without sales there is no ratio; ask the immigration office.")
        case RatioCode.FIGURES_NEEDED:
            return _("Enter the expenses and the sales of that year.")


def percent_text(ratio: ResearchRatio) -> str:
    """A ratio in percent with two decimals, cut and never rounded; what is cut off shows as dots."""
    if ratio.percent is None:
        return ""
    hundredths = ratio.percent * 100
    whole = hundredths.numerator // hundredths.denominator
    return f"{whole // 100:,}.{whole % 100:02d}{'' if hundredths == whole else '…'}%"


def basis_text(carried: Carried, sources: Sources, _: Translator) -> str:
    """Where a list or a definition comes from, of when it is, when it was checked, and what to heed."""
    title, source = _.wording(carried.title), sources.sources.get(carried.source)
    if source is not None:  # a list of the user's own may name a source that the program does not know
        title = _("{title} ({publisher})", title=title, publisher=_.wording(source.publisher))
    text = _("{title}, checked on {day}.", title=title, day=_.day(carried.checked_on))
    if not isinstance(carried, CarriedList):
        return text
    counted = _.plural(
        "List of {dated}, {count} entry.",
        "List of {dated}, {count} entries.",
        carried.count,
        dated=carried.dated,
        count=carried.count,
    )
    said = f"{text} {counted} {_.wording(carried.caution)}"
    notice = origin_notice(carried, _)
    return said if notice is None else f"{said} {notice}"
