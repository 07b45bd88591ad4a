"""What is true of a person: on one day (``Facts``) and over time (``Profile``)."""

from hsp_calc.facts.calendar import MONTHS_A_YEAR, completed_months, completed_years
from hsp_calc.facts.facts import Category, Degree, Experience, Facts, Japanese, Position, Research
from hsp_calc.facts.profile import DatedFacts, PeriodKind, Profile, WorkPeriod
from hsp_calc.facts.vocabulary import VOCABULARY, FactKind, Term

__all__ = [
    "MONTHS_A_YEAR",
    "VOCABULARY",
    "Category",
    "DatedFacts",
    "Degree",
    "Experience",
    "FactKind",
    "Facts",
    "Japanese",
    "PeriodKind",
    "Position",
    "Profile",
    "Research",
    "Term",
    "WorkPeriod",
    "completed_months",
    "completed_years",
]
