"""What is wrong with the sections of a case beyond their form: names that no list has, rows that are not read."""

from collections.abc import Callable, Iterator

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import (
    Enterprise,
    KeptChecklist,
    KeptTitles,
    KeptUniversity,
    Qualifications,
    SavedShifts,
)
from hsp_calc.casefile.unread_keys import not_read
from hsp_calc.cli.context import Context
from hsp_calc.documents.case_documents import known_procedure
from hsp_calc.documents.procedures import load_procedures
from hsp_calc.guide.saved_shifts import kept_holidays, kept_shifts
from hsp_calc.locations import resources
from hsp_calc.output.form_entries import form_options
from hsp_calc.reference.degrees import load_titles
from hsp_calc.reference.enterprise import load_definition
from hsp_calc.reference.exams import licenses
from hsp_calc.rules import NoTableError
from hsp_calc.validation import InputError, Path, Problem


def section_problems(case: Case, context: Context) -> Iterator[Problem]:
    """Every problem of the sections of a case, and every unknown field, each with its place."""
    yield from not_read(case)
    for check in _CHECKS:
        try:
            yield from check(case, context)
        except InputError as error:
            # What is malformed in its form was told above; what remains are names that a list does not have.
            if not any(problem in not_read(case) for problem in error.problems):
                yield from error.problems


def _form(case: Case, context: Context) -> Iterator[Problem]:
    try:
        table = context.table(context.today)
    except NoTableError:
        return
    found: list[list[Problem]] = []
    for rules in table.categories.values():
        try:
            form_options(case, rules)
        except InputError as error:
            found.append(list(error.problems))
        else:
            found.append([])
    yield from min(found, key=len)


def _enterprise(case: Case, _context: Context) -> Iterator[Problem]:
    industry = case.section(Enterprise).industry
    if industry is not None:
        try:
            load_definition(resources() / "reference" / "sme.yaml").industry(industry)
        except InputError as error:
            yield from (problem.within(Enterprise.key) for problem in error.problems)


def _procedure(case: Case, _context: Context) -> Iterator[Problem]:
    kept = case.section(KeptChecklist)
    if kept.procedure is not None:
        known_procedure(kept, load_procedures(resources() / "reference" / "procedures.yaml"))
    yield from ()


def _titles(case: Case, _context: Context) -> Iterator[Problem]:
    held = case.section(KeptTitles).held
    if held:
        titles = load_titles(resources() / "reference" / "degrees.yaml")
        for index, one in enumerate(held):
            if one.title not in titles:
                yield _not_in_lists((KeptTitles.key, "held", index, "title"), one.title)


def _qualifications(case: Case, context: Context) -> Iterator[Problem]:
    kept = case.section(Qualifications)
    if kept.it_exams:
        unknown = licenses(kept, context.data.exams).unknown
        for index, exam in enumerate(kept.it_exams):
            if exam in unknown:
                yield _not_in_lists((Qualifications.key, "it_exams", index), exam)


def _university(case: Case, context: Context) -> Iterator[Problem]:
    chosen = case.section(KeptUniversity).id
    if chosen is not None and context.data.universities.named(chosen) is None:
        yield _not_in_lists((KeptUniversity.key, "id"), chosen)


def _shifts(case: Case, _context: Context) -> Iterator[Problem]:
    kept = case.section(SavedShifts)
    for part, (_read, problems) in (("rows", kept_shifts(kept)), ("holidays", kept_holidays(kept))):
        for line in sorted({problem.line for problem in problems if problem.line is not None}):
            yield Problem("shift_not_counted", (SavedShifts.key, part, line - 1))


def _not_in_lists(path: Path, name: str) -> Problem:
    return Problem("not_in_lists", path, {"id": name})


_CHECKS: tuple[Callable[[Case, Context], Iterator[Problem]], ...] = (
    _university,
    _titles,
    _qualifications,
    _enterprise,
    _procedure,
    _shifts,
    _form,
)
