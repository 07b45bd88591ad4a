"""The point form as a file for paper and archive, and as pictures for the screen."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, Unpack

from hsp_calc.casefile import Case
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.output.form import form_data
from hsp_calc.output.form_entries import FormOptions
from hsp_calc.output.typst_compiler import UnprintableTextError, compile_form, unprintable
from hsp_calc.rules import RuleTable
from hsp_calc.text import FormLanguage

_TEMPLATE = "form"


def form_pdf(
    case: Case,
    category: Category,
    on: date,
    *,
    table: RuleTable,
    score: ScoreSheet,
    language: str = FormLanguage.JA,
    created: date,
    **options: Unpack[FormOptions],
) -> bytes:
    """The point form as an archive file (PDF/A-2a, PDF/UA-1): the same input, the same bytes.

    Args:
        case: who applies.
        category: the sheet.
        on: the day whose points it shows.
        table: the rules.
        score: the score of the case on that day, under that table.
        language: ``ja``, ``en`` or ``bilingual``.
        created: the day the file bears.
        options: what the form shows only where it is asked to.

    Raises:
        UnprintableTextError: no font of the program has some characters of the name; it holds them all.
        ValueError: the score is of another table, category or day, or there is no such language.
        SheetError: the template is missing or does not fit.
    """
    _must_fit(score, category, on)
    data = form_data(case, score, table=table, language=FormLanguage(language), created=created, **options)
    return print_for(case, _TEMPLATE, data, created=created, typed=typed_in(options))


def form_pages(
    case: Case,
    category: Category,
    on: date,
    *,
    table: RuleTable,
    score: ScoreSheet,
    language: str = FormLanguage.JA,
    created: date,
    output: Literal["svg", "png"] = "svg",
    ppi: float = 144,
    **options: Unpack[FormOptions],
) -> list[bytes]:
    """The pages of the point form as pictures; a character that no font has shows as an empty box.

    Args:
        case: who applies.
        category: the sheet.
        on: the day whose points it shows.
        table: the rules.
        score: the score of the case on that day, under that table.
        language: ``ja``, ``en`` or ``bilingual``.
        created: the day the form is made.
        output: ``svg`` or ``png``.
        ppi: pixels an inch of a PNG.
        options: what the form shows only where it is asked to.

    Raises:
        ValueError: the score is of another table, category or day, or there is no such language.
        SheetError: the template is missing or does not fit.
    """
    _must_fit(score, category, on)
    data = form_data(case, score, table=table, language=FormLanguage(language), created=created, **options)
    return compile_form(_TEMPLATE, data, output=output, ppi=ppi, created=created)


def print_for(case: Case, template: str, data: Mapping[str, object], *, created: date, typed: str = "") -> bytes:
    """An archive file for a person.

    Args:
        case: the person.
        template: the name of the template.
        data: what it prints.
        created: the day the file bears.
        typed: what else the user typed that stands in the data.

    Raises:
        UnprintableTextError: no font of the program has some characters of the name or of ``typed``; it holds them all.
        SheetError: the template is missing or does not fit.
    """
    try:
        return compile_form(template, data, created=created)[0]
    except UnprintableTextError as error:
        names = f"{case.applicant.name}{case.applicant.name_ja}{typed}"
        raise UnprintableTextError(unprintable(names) or error.text) from error


def typed_in(options: FormOptions) -> str:
    """What of the options of a form a user typed."""
    office = options.get("office")
    return office.typed if office else ""


def _must_fit(score: ScoreSheet, category: Category, on: date) -> None:
    if (score.category, score.on) != (category, on):
        raise ValueError(f"a score of {score.category} on {score.on} does not fit a form of {category} on {on}")
