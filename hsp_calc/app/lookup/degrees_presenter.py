"""The titles of a case: what they come to by the rules of the day, in words. Plain Python, no Qt."""

from typing import Any

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import KeptTitles
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.reference.degrees import DegreeAnswer, DegreeRow, Held, Title, degree_rows, known_titles
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, short_name


def answer_of(kept: KeptTitles, desk: AppData, editor: CaseSession) -> DegreeAnswer | None:
    """What titles come to on the day; None where no table is carried for it."""
    table = editor.table
    if table is None:
        return None
    return degree_rows(known_titles(kept, desk.titles), Scorer(table), editor.day)


def found_facts(kept: KeptTitles, answer: DegreeAnswer) -> dict[str, Any]:
    """The facts that titles answer; nothing where none is entered."""
    if not kept.held:
        return {"degrees": None, "multiple_fields": None}
    return {"degrees": answer.degrees, "multiple_fields": answer.multiple_fields}


def label_of(held: Held, _: Translator) -> str:
    """A title with its field."""
    title = _.wording(held.title)
    return _("{title} – {field}", title=title, field=held.field.strip()) if held.field.strip() else title


def each_text(title: Title, place: int, answer: DegreeAnswer, _: Translator) -> str:
    """What one title gives by itself on each sheet."""
    if title.undecided:
        return _("Whether it counts has not been decided; it is not counted here.")
    given = [(category, answer.categories[category].each[place]) for category in Category]
    if not any(row for _category, row in given):
        return _("It gives no points in any category.")
    return _.listed(
        _("{place}: {sentence}", place=short_name(category, _), sentence=_.points(row.points if row else 0))
        for category, row in given
    )


def together_text(category: Category, answer: DegreeAnswer, table: RuleTable, _: Translator) -> tuple[str, str]:
    """What all titles give together on a sheet, and by which rows."""
    found = answer.categories[category]
    head = _("{place}: {sentence}", place=short_name(category, _), sentence=_.points(found.points))
    rows = "\n".join(_row_text(row, category, table, _) for row in found.counted)
    return head, rows or _("No row counts.")


def fields_text(answer: DegreeAnswer, _: Translator) -> str:
    """Whether two degrees that can count for it were taken in different fields."""
    match answer.multiple_fields:
        case True:
            return _("✓ Two or more doctoral, master's or professional degrees in different fields.")
        case None:
            return _("Enter the fields: degrees in different fields can give points in a further row.")
        case False:
            return _("No two doctoral, master's or professional degrees in different fields.")


def chosen_titles(case: Case, desk: AppData, _: Translator) -> str:
    """The titles of a case, one after another; empty if it keeps none.

    Raises:
        InputError: what the case keeps is malformed.
    """
    kept = case.section(KeptTitles)
    return _.listed(label_of(held, _) for held in known_titles(kept, desk.titles)) if kept.held else ""


def _row_text(row: DegreeRow, category: Category, table: RuleTable, _: Translator) -> str:
    criterion = table.categories[category].criteria[row.criterion]
    return _("{wording}: {points}", wording=_.wording(criterion), points=_.points(row.points))
