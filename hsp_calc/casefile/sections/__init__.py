"""The sections of a case: each a model, read with ``case.section`` and changed with ``case.with_section``."""

from hsp_calc.casefile.sections.activity_answers import ActivityAnswers, ContractForm, PresentStatus, WantedActivity
from hsp_calc.casefile.sections.answers import Answers
from hsp_calc.casefile.sections.checklist_section import EmployerId, KeptChecklist, SavedDocuments, State
from hsp_calc.casefile.sections.form_section import FormEntries, RdEntry, UniversityEntry
from hsp_calc.casefile.sections.guide_section import GuideAnswers
from hsp_calc.casefile.sections.household import Household
from hsp_calc.casefile.sections.lookup_sections import (
    LAST_DAY,
    DiplomaCountry,
    Enterprise,
    KeptTitle,
    KeptTitles,
    KeptUniversity,
    Owner,
    Qualifications,
    ResearchYear,
    SchoolKind,
)
from hsp_calc.casefile.sections.proof_choices import MARKS, MOST_MARGIN, Effort, ProofChoices
from hsp_calc.casefile.sections.section import KeptSection, Section, SectionPart, UnreadSection
from hsp_calc.casefile.sections.shifts_section import LONGEST_CELL, MOST_ROWS, KeptHoliday, KeptRow, SavedShifts
from hsp_calc.casefile.sections.support_section import SupportKind, SupportMeasure, SupportMeasures
from hsp_calc.casefile.sections.underlying_answers import (
    ContractTerm,
    Duties,
    MainDuty,
    ManagerSituation,
    Relation,
    Stability,
    UnderlyingAnswers,
    UnderlyingStatus,
    Vocational,
    WorkKind,
    Workplace,
)

__all__ = [
    "LAST_DAY",
    "LONGEST_CELL",
    "MARKS",
    "MOST_MARGIN",
    "MOST_ROWS",
    "ActivityAnswers",
    "Answers",
    "ContractForm",
    "ContractTerm",
    "DiplomaCountry",
    "Duties",
    "Effort",
    "EmployerId",
    "Enterprise",
    "FormEntries",
    "GuideAnswers",
    "Household",
    "KeptChecklist",
    "KeptHoliday",
    "KeptRow",
    "KeptSection",
    "KeptTitle",
    "KeptTitles",
    "KeptUniversity",
    "MainDuty",
    "ManagerSituation",
    "Owner",
    "PresentStatus",
    "ProofChoices",
    "Qualifications",
    "RdEntry",
    "Relation",
    "ResearchYear",
    "SavedDocuments",
    "SavedShifts",
    "SchoolKind",
    "Section",
    "SectionPart",
    "Stability",
    "State",
    "SupportKind",
    "SupportMeasure",
    "SupportMeasures",
    "UnderlyingAnswers",
    "UnderlyingStatus",
    "UniversityEntry",
    "UnreadSection",
    "Vocational",
    "WantedActivity",
    "WorkKind",
    "Workplace",
]
