"""The field's own words: facts and their answers, categories, what became of a row."""

from types import MappingProxyType

from hsp_calc.engine import Status
from hsp_calc.facts import Category
from hsp_calc.text.translator import N_, Translator

FACTS = MappingProxyType(
    {
        "date_of_birth": N_("Date of birth"),
        "age": N_("Age (completed years)"),
        "degrees": N_("Degrees held"),
        "multiple_fields": N_("Two or more doctoral, master's or professional degrees in different fields"),
        "experience_years": N_("Years of practical experience"),
        "annual_salary_yen": N_("Annual salary (expected, before tax)"),
        "research": N_("Research achievements"),
        "licenses": N_("Number of related national qualifications and exams of the IT notice"),
        "position": N_("Position in the institution"),
        "innovation_support": N_("The institution receives innovation support measures"),
        "sme": N_("The institution is a small or medium-sized enterprise (SME)"),
        "local_government_support": N_("The institution receives recognised support of a local government"),
        "rd_ratio_over_3pct": N_("R&D expenses of the institution exceed 3% of its sales"),
        "foreign_qualification": N_("Foreign qualification or award related to the work"),
        "japanese_degree": N_("Graduate of a Japanese university or graduate school"),
        "japanese": N_("Japanese language ability"),
        "growth_project": N_("Takes part in a leading-edge project of a growth field"),
        "designated_university": N_("Graduate of a designated university"),
        "jica_training": N_("JICA training of the Innovative Asia initiative completed (one year or more)"),
        "jica_used_japanese_university": N_("The JICA training used classes of a Japanese university"),
        "investment_100m": N_("Own investment of 100 million yen or more"),
        "asset_management": N_("Works in investment management or similar business"),
    }
)
"""What each fact is called."""

ANSWERS = MappingProxyType(
    {
        "degrees": MappingProxyType(
            {
                "bachelor": N_("University graduate (bachelor's degree) or equivalent"),
                "master": N_("Master's degree"),
                "professional": N_("Professional degree"),
                "mba_mot": N_("Professional degree in business administration (MBA, MOT)"),
                "doctor": N_("Doctoral degree"),
            }
        ),
        "research": MappingProxyType(
            {
                "patent": N_("Patented invention (as inventor)"),
                "grants": N_("Research funded by a foreign government (three times or more)"),
                "papers": N_("Papers in listed journals (three or more, as responsible or first author)"),
                "other": N_("Other achievement recognised by the Minister of Justice"),
            }
        ),
        "position": MappingProxyType(
            {
                "none": N_("None of these"),
                "director": N_("Director, executive officer or managing member"),
                "representative": N_("Representative director, representative executive officer or the like"),
            }
        ),
        "japanese": MappingProxyType(
            {
                "none": N_("None of these"),
                "n2": N_("JLPT N2 or equivalent (BJT 400 points or more)"),
                "n1": N_("JLPT N1 or equivalent (BJT 480 points or more)"),
                "japanese_major": N_("Graduate of a foreign university with a major in Japanese"),
            }
        ),
    }
)
"""What the answers of each fact with a choice are called."""

_SHORT = MappingProxyType(
    {
        Category.ACADEMIC: N_("(a) Academic"),
        Category.TECHNICAL: N_("(b) Technical"),
        Category.MANAGEMENT: N_("(c) Management"),
    }
)
_LONG = MappingProxyType(
    {
        Category.ACADEMIC: N_("Highly Skilled Professional (i)(a): advanced academic research"),
        Category.TECHNICAL: N_("Highly Skilled Professional (i)(b): advanced specialised and technical work"),
        Category.MANAGEMENT: N_("Highly Skilled Professional (i)(c): advanced business management"),
    }
)
_STATUSES = MappingProxyType(
    {
        Status.COUNTED: N_("counted"),
        Status.NOT_MET: N_("not met"),
        Status.UNANSWERED: N_("not answered"),
        Status.SUPERSEDED: N_("another row counts"),
        Status.EXCLUDED: N_("not combined"),
        Status.MISSING_REQUIREMENT: N_("requirement missing"),
    }
)


def fact_label(fact: str, _: Translator) -> str:
    """What a fact is called."""
    return _(FACTS[fact])


def answer_label(fact: str, answer: str | bool, _: Translator) -> str:
    """What an answer to a fact with a choice, or with yes and no, is called."""
    if isinstance(answer, bool):
        return _("Yes") if answer else _("No")
    return _(ANSWERS[fact][answer])


def short_name(category: Category, _: Translator) -> str:
    """A category in a word, as on a tab."""
    return _(_SHORT[category])


def long_name(category: Category, _: Translator) -> str:
    """A category with its status of residence and activity."""
    return _(_LONG[category])


def status_label(status: Status, _: Translator) -> str:
    """What became of a row, in a word or two."""
    return _(_STATUSES[status])
