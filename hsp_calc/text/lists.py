"""The words of lists of persons: what is wrong with a cell, and what was read of which column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hsp_calc.casefile.exchange import COLUMNS, CellEntry, Imported
from hsp_calc.casefile.exchange.matching import ImportPlan
from hsp_calc.casefile.exchange.updating import Change
from hsp_calc.text.error_messages import describe, seen
from hsp_calc.text.labels import ANSWERS, FACTS
from hsp_calc.text.translator import N_, Translator
from hsp_calc.validation import Problem

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "name": N_("Name (as in the passport)"),
        "name_ja": N_("Name (in Japanese)"),
        "nationality": N_("Nationality or region"),
        **{name: title for name, title in FACTS.items() if name in COLUMNS},
        "experience_years.academic": N_("Experience in research (years)"),
        "experience_years.technical": N_("Experience in technical work (years)"),
        "experience_years.management": N_("Experience in management (years)"),
        "residence.status": N_("Status of residence"),
        "residence.since": N_("Status held since"),
        "residence.period_years": N_("Period of stay (years)"),
        "residence.expires": N_("End of stay"),
        "residence.arrived": N_("Lives in Japan since"),
        "matter.number": N_("Client number"),
        "matter.employer": N_("Employer"),
        "matter.responsible": N_("Responsible"),
        "matter.stage": N_("Stage"),
    }
)
"""What the columns of a list are called."""

_MOST_NAMED = 12
_MAN = 10_000


def list_problem(problem: Problem, _: Translator) -> str:
    """What is wrong with a list, with the row, the cell and its heading, and the remedy."""
    sentence = _sentence(problem, _)
    if problem.line is None:
        return sentence
    cell, heading = problem.params.get("cell"), problem.params.get("heading")
    if cell is None:
        return _("Row {row}: {sentence}", row=problem.line, sentence=sentence)
    if not isinstance(heading, str):
        return _("Row {row}, cell {cell}: {sentence}", row=problem.line, cell=cell, sentence=sentence)
    return _(
        "Row {row}, cell {cell} ({heading}): {sentence}",
        row=problem.line,
        cell=cell,
        heading=seen(heading),
        sentence=sentence,
    )


def list_problems(problems: Sequence[Problem], _: Translator) -> list[str]:
    """All problems of a list, in its order."""
    return [list_problem(problem, _) for problem in problems]


def _sentence(problem: Problem, _: Translator) -> str:
    bare = replace(problem, path=())
    if problem.code == "unlikely_pay":
        said = describe(bare, _)
        meant = problem.params.get("meant")
        if not isinstance(meant, int):
            return _("{first} {second}", first=said, second=_("Enter the yearly pay before tax, such as 8,200,000."))
        return _("{first} {second}", first=said, second=_meant(meant, _))
    column = COLUMNS.get(".".join(step for step in problem.path if isinstance(step, str)))
    if problem.code == "not_allowed" and column is not None and column.entry is CellEntry.FLAG:
        value = seen(str(problem.params.get("value")))
        return _("“{value}” is neither yes nor no; enter はい or いいえ, ○ or ×, TRUE or FALSE.", value=value)
    return describe(bare, _)


def _meant(yen: int, _: Translator) -> str:
    amount = f"{yen:,}"
    if yen % _MAN == 0:
        return _("If you mean {short}万円, enter {amount}.", short=f"{yen // _MAN:,}", amount=amount)
    return _("If you mean {amount}, enter it that way.", amount=amount)


def list_notes(imported: Imported, _: Translator) -> Iterator[str]:
    """What is to be known of a list that was read: its sheet, columns passed over, hidden rows."""
    if imported.sheet is not None and imported.other_sheets:
        yield _(
            "Worksheet read: “{name}”. Worksheets with persons that were not read: {others}.",
            name=seen(imported.sheet),
            others=_named(imported.other_sheets, _),
        )
    elif imported.sheet is not None:
        yield _("Worksheet read: “{name}”.", name=seen(imported.sheet))
    elif imported.encoding not in {None, "utf-8"}:
        yield _("Encoding: {encoding}.", encoding=(imported.encoding or "").upper())
    own = [column.heading for column in imported.columns if column.field is None]
    if own:
        yield _("Columns ignored: {names}.", names=_named(own, _))
    if imported.hidden_rows:
        yield _(
            "Hidden rows of the workbook were also read: {rows}.", rows=_named(list(map(str, imported.hidden_rows)), _)
        )
    if imported.unanswered:
        yield _(
            "Cells with a dash or a word such as “unknown” count as not answered: {cells}.",
            cells=_named(imported.unanswered, _),
        )


def _named(names: Sequence[str], _: Translator) -> str:
    """Names in a line, those that would be too many as their number."""
    shown = [seen(name) for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        return _("{names} and {count} more", names=", ".join(shown), count=len(names) - _MOST_NAMED)
    return _.listed(shown)


def plan_summary(plan: ImportPlan, _: Translator, *, dry_run: bool) -> str:
    """How many cases are new, changed and as they were."""
    new = sum(planned.is_new for planned in plan.planned)
    changed = sum(planned.is_written for planned in plan.planned) - new
    fields = {"new": new, "changed": changed, "same": len(plan.planned) - new - changed}
    if dry_run:
        return _("Would be saved: {new} new, {changed} updated; unchanged: {same}. Nothing was saved.", **fields)
    return _("Written: {new} new, {changed} updated; unchanged: {same}.", **fields)


def plan_lines(plan: ImportPlan, _: Translator) -> Iterator[str]:
    """What each row comes to that is not as it was, with every change."""
    for planned in plan.planned:
        name = seen(planned.case.applicant.name or planned.case.applicant.name_ja)
        file = seen(planned.path.name)
        if planned.is_new:
            yield _("Row {row}: {name}: new, {file}", row=planned.row, name=name, file=file)
        elif planned.changes or planned.untouched:
            yield _("Row {row}: {name}: {file}", row=planned.row, name=name, file=file)
        yield from (f"  {change_sentence(change, _)}" for change in planned.changes if not planned.is_new)
        yield from (f"  {untouched_sentence(field, _)}" for field in planned.untouched)


def change_sentence(change: Change, _: Translator) -> str:
    """What a list changes in a case."""
    name = field_name(change.field, _)
    if change.before in (None, ""):
        return _("{field}: {after} (not answered before)", field=name, after=_shown(change.field, change.after, _))
    return _(
        "{field}: {before} → {after}",
        field=name,
        before=_shown(change.field, change.before, _),
        after=_shown(change.field, change.after, _),
    )


def untouched_sentence(field: str, _: Translator) -> str:
    """That the list gives a value of which the case says more."""
    return _(
        "{field}: not imported, because the case has the date of birth or periods of work.", field=field_name(field, _)
    )


def field_name(field: str, _: Translator) -> str:
    """What a column is called."""
    return _(TITLES[field])


def _shown(field: str, value: object, _: Translator) -> str:
    column = COLUMNS[field]
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case list():
            return _.listed(_(ANSWERS[field][word]) for word in value) if value else _("None of these")
        case int() if column.entry is CellEntry.YEN:
            return _.yen(value)
        case date():
            return _.day(value)
        case str() if column.entry is CellEntry.DAY:
            return _.day(date.fromisoformat(value))
        case str() if column.entry is CellEntry.CHOICE:
            return _(ANSWERS[field][value])
        case _:
            return seen(str(value))
