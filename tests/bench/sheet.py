"""The speed of the sheet: previews and exports of the point form and of the summary, in milliseconds.

The first time is that of a new process, its imports done; the others are the median of many whose facts change between
them, as in the window.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import product

from hsp_calc.casefile import Case, load
from hsp_calc.documents import Documents, load_documents
from hsp_calc.documents.case_documents import Asked, folder_of
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category, DatedFacts, Facts
from hsp_calc.locations import resources
from hsp_calc.output import checklist_pdf, form_pages, form_pdf, form_set_pdf, summary_pdf
from hsp_calc.output.score_workbook import score_xlsx
from hsp_calc.plan.guideline import Guideline, load_guideline
from hsp_calc.plan.scorers import Scorers
from hsp_calc.rules import RuleTable, Tables, load_tables
from hsp_calc.rules.fees import load_fees
from hsp_calc.text import FormLanguage, Language, Translator
from hsp_calc.text.documents_table import FolderOf
from tests.bench.registry import Figure, benchmark

_DAY = date(2026, 11, 22)
_ROUNDS = 30
_CATEGORY = Category.TECHNICAL
_ANSWERED = (
    "multiple_fields",
    "sme",
    "rd_ratio_over_3pct",
    "innovation_support",
    "local_government_support",
    "foreign_qualification",
    "japanese_degree",
    "growth_project",
    "designated_university",
    "asset_management",
)
Make = Callable[[Case, Scorer, str], object]


def _preview(case: Case, scorer: Scorer, language: str) -> object:
    score = scorer.sheet(case.profile().facts_on(_DAY), _CATEGORY, _DAY)
    return form_pages(case, _CATEGORY, _DAY, table=scorer.table, score=score, language=language, created=_DAY)


def _export(case: Case, scorer: Scorer, language: str) -> object:
    score = scorer.sheet(case.profile().facts_on(_DAY), _CATEGORY, _DAY)
    return form_pdf(case, _CATEGORY, _DAY, table=scorer.table, score=score, language=language, created=_DAY)


def _form_set(case: Case, scorer: Scorer, language: str) -> object:
    scorers, route = Scorers(Tables([scorer.table])), _guideline().routes[1]
    return form_set_pdf(case, _CATEGORY, _DAY, scorers=scorers, route=route, language=language, created=_DAY)


def _summary(case: Case, scorer: Scorer, language: str) -> object:
    score = scorer.sheet(case.profile().facts_on(_DAY), _CATEGORY, _DAY)
    made = _folder(case, score, scorer.table)
    words = Translator.load(language)
    return summary_pdf(
        case, table=scorer.table, score=score, folder=made.folder, fees=made.fees, words=words, created=_DAY
    )


def _checklist(case: Case, scorer: Scorer, language: str) -> object:
    score = scorer.sheet(case.profile().facts_on(_DAY), _CATEGORY, _DAY)
    made = _folder(case, score, scorer.table)
    return checklist_pdf(case, made, words=Translator.load(language), created=_DAY)


def _folder(case: Case, score: ScoreSheet, table: RuleTable) -> FolderOf:
    procedures = load_procedures(resources() / "reference" / "procedures.yaml")
    folder = folder_of(
        case,
        score,
        rules=table.categories[_CATEGORY],
        documents=_documents(),
        procedures=procedures,
        asked=Asked(procedure="change_of_status"),
    )
    return FolderOf(folder, score, table, procedures, load_fees(resources() / "rules" / "fees.yaml"))


def _workbook(case: Case, scorer: Scorer, language: str) -> object:
    facts = case.profile().facts_on(_DAY)
    score = {category: scorer.sheet(facts, category, _DAY) for category in Category}
    return score_xlsx(case, score, table=scorer.table, words=Translator.load(language), created=_DAY)


@cache
def _guideline() -> Guideline:
    return load_guideline(resources() / "rules" / "permanent-residence.yaml")


@cache
def _documents() -> Documents:
    return load_documents(resources() / "reference" / "documents.yaml")


_MAKERS: dict[str, tuple[Make, Iterable[str], float | None, float | None]] = {
    "preview": (_preview, FormLanguage, None, 30),
    "export": (_export, FormLanguage, 150, None),
    "permanent_residence": (_form_set, FormLanguage, None, None),
    "summary": (_summary, Language, 150, None),
    "checklist": (_checklist, Language, None, None),
    "workbook": (_workbook, Language, None, None),
}
"""Each with its languages and the aims for the first one and for the next ones, in milliseconds."""


@benchmark
def printing() -> Iterator[Figure]:
    """The preview and the export of the point form, the forms for permanent residence, the summary, the workbook."""
    for name, (make, languages, cold_aim, warm_aim) in _MAKERS.items():
        cold = min(_in_a_new_process(name) for _ in range(5))
        yield Figure(f"sheet.{name}.first_time", cold, "ms", cold_aim)
        for language in languages:
            aim = warm_aim if language == FormLanguage.JA else None
            yield Figure(f"sheet.{name}.{language}", _warm(make, language), "ms", aim)


def _in_a_new_process(name: str) -> float:
    command = [sys.executable, "-m", "tests.bench.sheet", name]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(json.loads(answer.stdout))


def _cold(make: Make) -> float:
    case, scorer = _sample()
    start = time.perf_counter()
    make(case, scorer, FormLanguage.JA)
    return (time.perf_counter() - start) * 1000


def _warm(make: Make, language: str) -> float:
    sample, scorer = _sample()
    took = []
    for _ in range(_ROUNDS):
        case = sample.model_copy(update={"history": (*sample.history, DatedFacts(facts=next(_others)))})
        start = time.perf_counter()
        make(case, scorer, language)
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def _persons() -> Iterator[Facts]:
    """Persons whose forms all differ: what was laid out before would not be laid out again."""
    for answers in product((False, True), repeat=len(_ANSWERED)):
        yield Facts.read(dict(zip(_ANSWERED, answers, strict=True)))


_others = _persons()


def _sample() -> tuple[Case, Scorer]:
    case = load(resources() / "samples" / "engineer.hspcase").cases[0]
    return case, Scorer(load_tables(resources() / "rules").on(_DAY))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_cold(_MAKERS[sys.argv[1]][0])))
